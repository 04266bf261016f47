/* SPDX-License-Identifier: MIT */
#include "common/shape/shape_private.h"

#include <stdlib.h>
#include <string.h>

/* Sums of floats: a word as wide as its column must fit it. */
#define SLACK 0.5f

static float scale_of(const struct shape_par *par, const struct item *item)
{
	float scale = par->spans[item->span].scale;

	return scale > 0 ? scale : 1;
}

const struct word *shape_par_hyphen(const struct shape_par *par, const struct item *item)
{
	return shape_cache_word(par->shape, par->spans[item->span].style, false, par->shape->cjk,
				"-", 1);
}

static float hyphen_width(const struct shape_par *par, const struct item *item)
{
	const struct word *hyphen = shape_par_hyphen(par, item);

	return hyphen ? hyphen->width * scale_of(par, item) : 0;
}

static float slice_width(const struct shape_par *par, const struct item *item, uint32_t first,
			 uint32_t end)
{
	const struct word *word = item->word;
	float width = 0;

	for (uint32_t i = 0; i < word->n_glyphs; i++)
		if (shape_par_has(&word->glyphs[i], first, end))
			width += word->glyphs[i].advance;
	return width * scale_of(par, item);
}

/* ---- paragraphs */

static void measure(struct shape_par *par)
{
	float part = 0, line = 0, spaces = 0, all = 0, all_spaces = 0;

	for (uint32_t i = 0; i < par->n_items; i++) {
		const struct item *item = &par->items[i];

		if (item->flags & ITEM_BREAK)
			part = 0;
		if (item->flags & ITEM_SPACE) {
			spaces += item->width;
			all_spaces += item->width;
			if (item->flags & ITEM_FORCED)
				line = spaces = part = 0;
			continue;
		}
		part += item->width;
		line += spaces + item->width;
		all += all_spaces + item->width;
		spaces = all_spaces = 0;
		if (part > par->min_width)
			par->min_width = part;
		if ((item->flags & ITEM_HYPHEN) && part + hyphen_width(par, item) > par->min_width)
			par->min_width = part + hyphen_width(par, item);
		if (line > par->max_width)
			par->max_width = line;
	}
	par->label_width = all;
}

/* The texts of its spans, copied behind it. */
static void own_texts(struct shape_par *par)
{
	char *at = (char *)(par->spans + par->n_spans);

	for (uint32_t i = 0; i < par->n_spans; i++) {
		struct shape_span *span = &par->spans[i];

		if (span->n > 0)
			memcpy(at, span->text, span->n);
		span->text = at;
		at += span->n;
	}
}

static struct shape_par *make(struct shape *shape, const struct shape_span *spans, uint32_t n_spans,
			      uint32_t direction, bool is_long)
{
	struct shape_par head = {.shape = shape, .direction = direction, .counted_for = -1}, *par;
	bool is_good = shape_item_make(shape, spans, n_spans, direction, &head);
	uint32_t n_items = is_good ? shape->n_items : 0;
	size_t items = n_items * sizeof(struct item), copied = n_spans * sizeof(*spans);
	size_t texts = 0;

	for (uint32_t i = 0; is_long && i < n_spans; i++)
		texts += spans[i].n;
	par = malloc(sizeof(*par) + items + copied + texts);
	if (!par) {
		shape->failed = true;
		return NULL;
	}
	*par = head;
	par->number = ++shape->n_pars;
	par->items = (struct item *)(void *)(par + 1);
	par->spans = (struct shape_span *)(void *)(par->items + n_items);
	par->n_items = n_items;
	par->n_spans = n_spans;
	if (items)
		memcpy(par->items, shape->items, items);
	if (copied)
		memcpy(par->spans, spans, copied);
	if (is_long)
		own_texts(par);
	measure(par);
	return par;
}

struct shape_par *shape_par_new(struct shape *shape, const struct shape_span *spans,
				uint32_t n_spans, uint32_t direction)
{
	bool is_long = shape_recent_is_long(spans, n_spans);
	struct shape_par *par =
		is_long ? shape_recent_find(shape, spans, n_spans, direction) : NULL;

	if (par)
		return par;
	par = make(shape, spans, n_spans, direction, is_long);
	if (par && is_long && !shape->failed)
		shape_recent_keep(shape, par);
	return par;
}

void shape_par_free(struct shape_par *par)
{
	shape_recent_leave(par);
}

bool shape_par_is_rtl(const struct shape_par *par)
{
	return par->is_rtl;
}

float shape_par_min_width(const struct shape_par *par)
{
	return par->min_width;
}

float shape_par_max_width(const struct shape_par *par)
{
	return par->max_width;
}

/* ---- finding lines */

/*
 * As much of a word, from byte `at` on, as fits into `room`: the byte behind the last cluster that
 * does, at least one cluster when `must`.  Sets its width.
 */
static uint32_t cut_word(const struct shape_par *par, const struct cursor *from, float room,
			 bool must, float *width)
{
	const struct item *item = &par->items[from->item];
	const struct word *word = item->word;
	float scale = scale_of(par, item), sum = 0;
	uint32_t end = from->at;
	uint32_t n = word->n_glyphs;
	bool is_rtl = item->level & 1;

	for (uint32_t i = 0; i < n;) {
		uint32_t k = is_rtl ? n - 1 - i : i, next = word->n;
		float cluster = 0;

		if (word->glyphs[k].text_at < from->at) {
			i++;
			continue;
		}
		/* the glyph and those that belong to it; a cluster's text begins a new one */
		do {
			cluster += word->glyphs[k].advance * scale;
			i++;
			k = is_rtl ? n - 1 - i : i;
		} while (i < n && (word->glyphs[k].flags & SHAPE_GLYPH_JOINED));
		if (i < n)
			next = word->glyphs[k].text_at;
		if (sum + cluster > room + SLACK && (!must || end > from->at))
			break;
		sum += cluster;
		end = next;
	}
	*width = sum;
	return end;
}

/*
 * The last place of a word, from byte `at` on, where it may be divided so that what is before fits
 * into `room` with a hyphen; 0 for none.  Sets the width of both.
 */
static uint32_t divide_word(const struct shape_par *par, const struct cursor *from, float room,
			    float *width)
{
	const struct item *item = &par->items[from->item];
	const struct shape_options *options = &par->shape->options;
	char points[WORD_MAX_BYTES];

	if (!options->divide || (item->flags & ITEM_ADDRESS) || (item->level & 1) ||
	    !options->divide(options->divide_data, item->word->text, item->word->n, points))
		return 0;
	for (uint32_t end = item->word->n; end-- > from->at + 1;) {
		if (!points[end])
			continue;
		*width = slice_width(par, item, from->at, end) + hyphen_width(par, item);
		if (*width <= room + SLACK)
			return end;
	}
	return 0;
}

/*
 * The part from line->begin to item `i` is too wide and has no opportunity: the last soft one, else
 * between clusters.  `width` is that of the items before i.
 */
static void break_by_force(const struct shape_par *par, uint32_t i, float used, float limit,
			   struct found_line *line)
{
	struct cursor from = {i, i == line->begin.item ? line->begin.at : 0};
	float width = 0;
	uint32_t end;

	for (uint32_t k = i; k > line->begin.item; k--) {
		if (!(par->items[k].flags & ITEM_SOFT))
			continue;
		for (uint32_t j = k; j < i; j++)
			used -= j == line->begin.item
					? slice_width(par, &par->items[j], line->begin.at,
						      par->items[j].word->n)
					: par->items[j].width;
		line->end = (struct cursor){k, 0};
		line->width = used;
		return;
	}
	end = divide_word(par, &from, limit - used, &width);
	line->has_hyphen = end > 0;
	if (end == 0)
		end = cut_word(par, &from, limit - used, i == line->begin.item, &width);
	line->width = used + width;
	line->end =
		end >= par->items[i].word->n ? (struct cursor){i + 1, 0} : (struct cursor){i, end};
}

void shape_par_find(const struct shape_par *par, struct cursor begin, float limit,
		    struct found_line *line)
{
	struct found_line best = {.end = begin};
	float used = 0, spaces = 0;
	bool has_best = false;

	*line = (struct found_line){.begin = begin};
	best.begin = begin;
	for (uint32_t i = begin.item; i < par->n_items; i++) {
		const struct item *item = &par->items[i];
		float width = i == begin.item && begin.at
				      ? slice_width(par, item, begin.at, item->word->n)
				      : item->width;

		if (i > begin.item && used > 0 && (item->flags & ITEM_BREAK)) {
			bool hyphen = par->items[i - 1].flags & ITEM_HYPHEN;
			float more = hyphen ? hyphen_width(par, &par->items[i - 1]) : 0;

			if (limit <= 0 || used + more <= limit + SLACK) {
				best.end = (struct cursor){i, 0};
				best.width = used + more;
				best.has_hyphen = hyphen;
				has_best = true;
			}
		}
		if (item->flags & ITEM_SPACE) {
			spaces += width;
			if (item->flags & ITEM_FORCED) {
				line->end = (struct cursor){i + 1, 0};
				line->width = used;
				return;
			}
			continue;
		}
		if (limit > 0 && used + spaces + width > limit + SLACK) {
			if (has_best)
				*line = best;
			else
				break_by_force(par, i, used + spaces, limit, line);
			return;
		}
		used += spaces + width;
		spaces = 0;
	}
	line->end = (struct cursor){par->n_items, 0};
	line->width = used;
}

uint64_t shape_par_number(const struct shape_par *par)
{
	return par->number;
}

uint32_t shape_count_lines(struct shape_par *par, float width)
{
	struct cursor at = {0, 0};
	struct found_line line;
	uint32_t n = 0;

	if (memcmp(&par->counted_for, &width, sizeof(width)) == 0)
		return par->n_lines;
	for (; at.item < par->n_items; at = line.end) {
		shape_par_find(par, at, width, &line);
		n++;
	}
	par->counted_for = width;
	par->n_lines = n;
	return n;
}
