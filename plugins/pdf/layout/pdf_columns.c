/* SPDX-License-Identifier: MIT */
#include "pdf/layout/pdf_columns.h"

#include "pdf/layout/pdf_widths.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Beyond these a column gains little from more width before all have enough (em). */
#define COMFORT_PRODUCT 8.0f
#define COMFORT_FEATURE 12.0f
#define WORD_MOST 13.0f /* a longer word breaks rather than starve the other columns */
#define SIZE_STEP 0.25f
#define LINE_HEIGHT 1.3f /* of a line, in em: for comparing numbers of pages only */
#define ROW_PADDING 0.7f

/* ---- what columns need */

static void raise_to(struct pdf_need *need, const struct pdf_width *text, float comfort)
{
	float wish = text->natural < comfort ? text->natural : comfort;
	float word = text->word < WORD_MOST ? text->word : WORD_MOST;

	if (word > need->least)
		need->least = word;
	if (wish > need->comfort)
		need->comfort = wish;
	if (need->least > need->comfort)
		need->comfort = need->least;
}

/* needs[0] is the feature column, needs[1 + p] product p. */
static void find_needs(const struct pdf_columns_in *in, struct pdf_need *needs)
{
	for (uint32_t row = 0; row < in->n_rows; row++) {
		raise_to(&needs[0], &in->features[row], COMFORT_FEATURE);
		for (uint32_t col = 0; col < in->n_products; col++)
			raise_to(&needs[1 + col], &in->cells[(size_t)row * in->n_products + col],
				 COMFORT_PRODUCT);
	}
	raise_to(&needs[0], &in->feature_head, COMFORT_FEATURE);
	needs[0].head = in->feature_head.word;
	for (uint32_t col = 0; col < in->n_products; col++) {
		raise_to(&needs[1 + col], &in->heads[col], COMFORT_PRODUCT);
		needs[1 + col].head = in->heads[col].word;
	}
}

static uint32_t group_start(uint32_t n_products, uint32_t n_groups, uint32_t group)
{
	uint32_t each = n_products / n_groups, more = n_products % n_groups;

	return group * each + (group < more ? group : more);
}

/* The widest group's need in em; `least` asks for words only. */
static float widest_group(const struct pdf_need *needs, uint32_t n_products, uint32_t n_groups,
			  bool least)
{
	float widest = 0;

	for (uint32_t g = 0; g < n_groups; g++) {
		float sum = least ? needs[0].least : needs[0].comfort;

		for (uint32_t p = group_start(n_products, n_groups, g);
		     p < group_start(n_products, n_groups, g + 1); p++)
			sum += least ? needs[1 + p].least : needs[1 + p].comfort;
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
	uint32_t each = (in->n_products + c->n_groups - 1) / c->n_groups;
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
	uint32_t each = (in->n_products + c->n_groups - 1) / c->n_groups;
	float room =
		in->bodies[c->body].width * (1 - in->worksheet) - in->padding * ((float)each + 1);
	float em = widest_group(needs, in->n_products, c->n_groups, low < PDF_SIZE_READABLE);
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

	for (uint32_t n = 1; n <= in->n_products && !best.fits; n++)
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
	for (c.n_groups = 1; c.n_groups < in->n_products; c.n_groups++) {
		uint32_t each = (in->n_products + c.n_groups - 1) / c.n_groups;

		if (in->bodies[widest].width * (1 - in->worksheet) / ((float)each + 1.4f) >=
		    in->padding + COMFORT_PRODUCT * c.size)
			break;
	}
	return c;
}

/* Its share, or what the word of its head needs, as long as that leaves room for the table. */
static float worksheet_width(const struct pdf_columns_in *in, const struct candidate *chosen)
{
	float body = in->bodies[chosen->body].width, share = body * in->worksheet;
	float word = in->worksheet_head.word * chosen->size + in->padding;

	return in->worksheet > 0 && word > share && word < body / 3 ? word : share;
}

int pdf_columns_choose(const struct pdf_columns_in *in, struct pdf_columns *out)
{
	struct pdf_need *needs = calloc((size_t)in->n_products + 1, sizeof(*needs));
	struct candidate chosen;
	int status = -1;

	memset(out, 0, sizeof(*out));
	if (!needs)
		return -1;
	find_needs(in, needs);
	chosen = choose(in, needs);
	out->body = chosen.body;
	out->size = chosen.size;
	out->n_groups = chosen.n_groups;
	out->worksheet_width = worksheet_width(in, &chosen);
	out->group_first = calloc((size_t)chosen.n_groups + 1, sizeof(*out->group_first));
	out->feature_width = calloc(chosen.n_groups, sizeof(*out->feature_width));
	out->product_width = calloc((size_t)in->n_products + 1, sizeof(*out->product_width));
	if (!out->group_first || !out->feature_width || !out->product_width)
		goto out;
	for (uint32_t g = 0; g <= chosen.n_groups; g++)
		out->group_first[g] = group_start(in->n_products, chosen.n_groups, g);
	for (uint32_t g = 0; g < chosen.n_groups; g++)
		if (pdf_widths_share(in, needs, out, g) != 0)
			goto out;
	status = 0;
out:
	free(needs);
	if (status != 0)
		pdf_columns_release(out);
	return status;
}

void pdf_columns_release(struct pdf_columns *columns)
{
	free(columns->group_first);
	free(columns->feature_width);
	free(columns->product_width);
	memset(columns, 0, sizeof(*columns));
}
