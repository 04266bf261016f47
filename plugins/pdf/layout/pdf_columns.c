/* SPDX-License-Identifier: MIT */
#include "pdf/layout/pdf_columns.h"

#include "pdf/layout/pdf_widths.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Beyond these a column gains little from more width before all have enough (em). */
#define COMFORT_PRODUCT 8.0f
#define COMFORT_FEATURE 12.0f
/* Less than these is a tower of words. */
#define TIGHT_PRODUCT 6.5f
#define TIGHT_FEATURE 10.0f
#define WORD_MOST 13.0f /* a longer word breaks rather than starve the other columns */
#define SIZE_STEP 0.25f
#define LINE_HEIGHT 1.3f /* of a line, in em: for comparing numbers of pages only */
#define ROW_PADDING 0.7f

/* ---- what columns need */

static float least_of(float a, float b)
{
	return a < b ? a : b;
}

static void raise_to(struct pdf_need *need, const struct pdf_width *text, bool is_feature)
{
	float comfort = least_of(text->natural, is_feature ? COMFORT_FEATURE : COMFORT_PRODUCT);
	float tight = least_of(text->natural, is_feature ? TIGHT_FEATURE : TIGHT_PRODUCT);
	float word = least_of(text->word, WORD_MOST);

	if (word > need->least)
		need->least = word;
	if (tight > need->tight)
		need->tight = tight;
	if (comfort > need->comfort)
		need->comfort = comfort;
	if (need->least > need->tight)
		need->tight = need->least;
	if (need->least > need->comfort)
		need->comfort = need->least;
}

void pdf_columns_needs(const struct pdf_columns_in *in, struct pdf_need *needs)
{
	memset(needs, 0, ((size_t)in->n_products + 1) * sizeof(*needs));
	for (uint32_t row = 0; row < in->n_rows; row++) {
		raise_to(&needs[0], &in->features[row], true);
		for (uint32_t col = 0; col < in->n_products; col++)
			raise_to(&needs[1 + col], &in->cells[(size_t)row * in->n_products + col],
				 false);
	}
	raise_to(&needs[0], &in->feature_head, true);
	needs[0].head = in->feature_head.word;
	for (uint32_t col = 0; col < in->n_products; col++) {
		raise_to(&needs[1 + col], &in->heads[col], false);
		needs[1 + col].head = in->heads[col].word;
	}
}

static uint32_t group_start(const struct pdf_columns_in *in, uint32_t n_groups, uint32_t group)
{
	uint32_t n = in->n_products - in->n_pinned, each = n / n_groups, more = n % n_groups;

	return in->n_pinned + group * each + (group < more ? group : more);
}

/* The columns of the largest group. */
static uint32_t most_columns(const struct pdf_columns_in *in, uint32_t n_groups)
{
	return in->n_pinned + (in->n_products - in->n_pinned + n_groups - 1) / n_groups;
}

enum ease { EASE_LEAST, EASE_TIGHT, EASE_COMFORT };

static float wish_of(const struct pdf_need *need, enum ease ease)
{
	switch (ease) {
	case EASE_LEAST: return need->least;
	case EASE_TIGHT: return need->tight;
	default: return need->comfort;
	}
}

/* The widest group's need in em. */
static float widest_group(const struct pdf_columns_in *in, const struct pdf_need *needs,
			  uint32_t n_groups, enum ease ease)
{
	float widest = 0, pinned = 0;

	for (uint32_t p = 0; p < in->n_pinned; p++)
		pinned += wish_of(&needs[1 + p], ease);
	for (uint32_t g = 0; g < n_groups; g++) {
		uint32_t first = group_start(in, n_groups, g);
		uint32_t end = group_start(in, n_groups, g + 1);
		float sum =
			wish_of(&needs[0], ease) + pinned + pdf_widths_tail(in, needs, first, end);

		for (uint32_t p = first; p < end; p++)
			sum += wish_of(&needs[1 + p], ease);
		if (sum > widest)
			widest = sum;
	}
	return widest;
}

/* ---- size, paper, groups */

struct candidate {
	bool fits;
	uint32_t body;
	uint32_t n_groups;
	float size;
	float pages;
};

static float guess_pages(const struct pdf_columns_in *in, const struct candidate *c)
{
	const struct pdf_body *body = &in->bodies[c->body];
	uint32_t each = most_columns(in, c->n_groups);
	float width = body->width * (1 - in->worksheet) / ((float)each + 1.4f) - in->padding;
	float lines = 0;

	width = width > c->size ? width / c->size : 1;
	for (uint32_t row = 0; row < in->n_rows; row++) {
		uint32_t most = pdf_widths_lines(&in->features[row], width * 1.4f);

		for (uint32_t col = 0; col < in->n_products; col++) {
			uint32_t n = pdf_widths_lines(
				&in->cells[(size_t)row * in->n_products + col], width);
			if (n > most)
				most = n;
		}
		lines += (float)most * LINE_HEIGHT + ROW_PADDING;
	}
	if (in->n_rows)
		lines *= (float)in->n_all_rows / (float)in->n_rows;
	return ceilf(lines * c->size / body->height) * (float)c->n_groups;
}

/* The largest size between low and high at which the groups fit, 0 for none. */
static float fitting_size(const struct pdf_columns_in *in, const struct pdf_need *needs,
			  const struct candidate *c, float low, float high)
{
	enum ease ease = low < PDF_SIZE_READABLE ? EASE_LEAST : EASE_COMFORT;
	uint32_t each = most_columns(in, c->n_groups);
	float room =
		in->bodies[c->body].width * (1 - in->worksheet) - in->padding * ((float)each + 1);
	float em = widest_group(in, needs, c->n_groups, ease);
	float size;

	if (room <= 0)
		return 0;
	size = em > 0 ? floorf(room / em / SIZE_STEP) * SIZE_STEP : high;
	if (size > high)
		size = high;
	return size >= low ? size : 0;
}

static bool is_better(const struct candidate *a, const struct candidate *b)
{
	if (!a->fits || !b->fits)
		return a->fits;
	if (fabsf(a->size - b->size) >= 0.75f)
		return a->size > b->size;
	if (a->pages < b->pages || a->pages > b->pages)
		return a->pages < b->pages;
	return a->size > b->size;
}

/* The fewest groups that fit at a size between low and high. */
static struct candidate fewest_groups(const struct pdf_columns_in *in, const struct pdf_need *needs,
				      float low, float high)
{
	struct candidate best = {.fits = false};

	for (uint32_t n = 1; n <= pdf_columns_most(in) && !best.fits; n++)
		for (uint32_t b = 0; b < in->n_bodies; b++) {
			struct candidate c = {.body = b, .n_groups = n};

			c.size = fitting_size(in, needs, &c, low, high);
			c.fits = c.size > 0;
			if (c.fits)
				c.pages = guess_pages(in, &c);
			if (is_better(&c, &best))
				best = c;
		}
	return best;
}

static struct candidate choose(const struct pdf_columns_in *in, const struct pdf_need *needs)
{
	struct candidate c;
	uint32_t widest = 0;

	if (in->size > 0) {
		c = fewest_groups(in, needs, in->size, in->size);
	} else {
		c = fewest_groups(in, needs, PDF_SIZE_READABLE, PDF_SIZE_MOST);
		if (!c.fits)
			c = fewest_groups(in, needs, PDF_SIZE_LEAST, PDF_SIZE_MOST);
	}
	if (c.fits)
		return c;
	/* words wider than the paper: as few products a group as make sense, and words break */
	for (uint32_t b = 1; b < in->n_bodies; b++)
		if (in->bodies[b].width > in->bodies[widest].width)
			widest = b;
	c.body = widest;
	c.size = in->size > 0 ? in->size : PDF_SIZE_READABLE;
	for (c.n_groups = 1; c.n_groups < pdf_columns_most(in); c.n_groups++) {
		uint32_t each = most_columns(in, c.n_groups);

		if (in->bodies[widest].width * (1 - in->worksheet) / ((float)each + 1.4f) >=
		    in->padding + COMFORT_PRODUCT * c.size)
			break;
	}
	return c;
}

/* Its share, or what the word of its head needs, as long as that leaves room for the table. */
static float worksheet_width(const struct pdf_columns_in *in, const struct pdf_choice *chosen)
{
	float body = in->bodies[chosen->body].width, share = body * in->worksheet;
	float word = in->worksheet_head.word * chosen->size + in->padding;

	return in->worksheet > 0 && word > share && word < body / 3 ? word : share;
}

uint32_t pdf_columns_fewest(const struct pdf_columns_in *in, const struct pdf_choice *at,
			    bool is_tight)
{
	float room = in->bodies[at->body].width * (1 - in->worksheet);

	for (uint32_t n = 1; n <= pdf_columns_most(in); n++) {
		uint32_t each = most_columns(in, n);
		float em = widest_group(in, in->needs, n, is_tight ? EASE_TIGHT : EASE_COMFORT);

		if (em * at->size + in->padding * ((float)each + 1) <= room)
			return n;
	}
	return 0;
}

int pdf_columns_make(const struct pdf_columns_in *in, const struct pdf_choice *choice,
		     struct pdf_columns *out)
{
	int status = -1;

	memset(out, 0, sizeof(*out));
	out->body = choice->body;
	out->size = choice->size;
	out->n_groups = choice->n_groups;
	out->worksheet_width = worksheet_width(in, choice);
	out->group_first = calloc((size_t)choice->n_groups + 1, sizeof(*out->group_first));
	out->feature_width = calloc(choice->n_groups, sizeof(*out->feature_width));
	out->product_width =
		calloc((size_t)in->n_products + (size_t)in->n_pinned * choice->n_groups + 1,
		       sizeof(*out->product_width));
	out->tail_width = calloc(choice->n_groups, sizeof(*out->tail_width));
	if (!out->group_first || !out->feature_width || !out->product_width || !out->tail_width)
		goto out;
	for (uint32_t g = 0; g <= choice->n_groups; g++)
		out->group_first[g] = group_start(in, choice->n_groups, g);
	for (uint32_t g = 0; g < choice->n_groups; g++)
		if (pdf_widths_share(in, in->needs, out, g) != 0)
			goto out;
	status = 0;
out:
	if (status != 0)
		pdf_columns_release(out);
	return status;
}

int pdf_columns_choose(const struct pdf_columns_in *in, struct pdf_columns *out)
{
	struct pdf_need *needs = calloc((size_t)in->n_products + 1, sizeof(*needs));
	struct pdf_columns_in with = *in;
	struct candidate chosen;
	int status = -1;

	memset(out, 0, sizeof(*out));
	if (!needs)
		return -1;
	pdf_columns_needs(in, needs);
	with.needs = needs;
	chosen = choose(&with, needs);
	status = pdf_columns_make(&with,
				  &(struct pdf_choice){.body = chosen.body,
						       .n_groups = chosen.n_groups,
						       .size = chosen.size},
				  out);
	free(needs);
	return status;
}

void pdf_columns_release(struct pdf_columns *columns)
{
	free(columns->group_first);
	free(columns->feature_width);
	free(columns->product_width);
	free(columns->tail_width);
	memset(columns, 0, sizeof(*columns));
}
