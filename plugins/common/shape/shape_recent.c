/* SPDX-License-Identifier: MIT */
/*
 * Long paragraphs that were made lately.  A text on many pages is asked for again on each of them: a title, a heading that
 * goes on overleaf.  Shaped anew each time, it would cost the square of its length.
 */
#include "common/shape/shape_private.h"

#include <stdlib.h>
#include <string.h>

/* Shorter ones are not worth looking for. */
#define LONG_BYTES 4096u

bool shape_recent_is_long(const struct shape_span *spans, uint32_t n)
{
	size_t sum = 0;

	for (uint32_t i = 0; i < n && sum < LONG_BYTES; i++)
		sum += spans[i].n;
	return sum >= LONG_BYTES;
}

static bool is_same(float a, float b)
{
	return memcmp(&a, &b, sizeof(a)) == 0;
}

static bool is_of(const struct shape_par *par, const struct shape_span *spans, uint32_t n,
		  uint32_t direction)
{
	if (par->n_spans != n || par->direction != direction)
		return false;
	for (uint32_t i = 0; i < n; i++) {
		const struct shape_span *a = &par->spans[i], *b = &spans[i];

		if (a->n != b->n || a->style != b->style || a->glue != b->glue ||
		    !is_same(a->scale, b->scale) || !is_same(a->rise, b->rise))
			return false;
	}
	for (uint32_t i = 0; i < n; i++)
		if (memcmp(par->spans[i].text, spans[i].text, spans[i].n) != 0)
			return false;
	return true;
}

struct shape_par *shape_recent_find(struct shape *shape, const struct shape_span *spans, uint32_t n,
				    uint32_t direction)
{
	for (uint32_t i = 0; i < N_RECENT; i++) {
		struct shape_par *par = shape->recent[i];

		if (!par || !is_of(par, spans, n, direction))
			continue;
		par->n_users++;
		return par;
	}
	return NULL;
}

void shape_recent_leave(struct shape_par *par)
{
	if (par && par->n_users-- == 0)
		free(par);
}

void shape_recent_keep(struct shape *shape, struct shape_par *par)
{
	struct shape_par **place = &shape->recent[shape->next_recent++ % N_RECENT];

	shape_recent_leave(*place);
	par->n_users++;
	*place = par;
}

void shape_recent_release(struct shape *shape)
{
	for (uint32_t i = 0; i < N_RECENT; i++) {
		shape_recent_leave(shape->recent[i]);
		shape->recent[i] = NULL;
	}
}
