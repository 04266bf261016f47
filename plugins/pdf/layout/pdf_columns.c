/* SPDX-License-Identifier: MIT */
#include "pdf/layout/pdf_columns.h"

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
#define MOVES 160 /* steps of the search for balanced columns */

uint32_t pdf_columns_lines(const struct pdf_width *text, float width)
{
	float word = text->word < width / 2 ? text->word : width / 2;

	if (text->natural <= width || width <= 0)
		return 1;
	/* a line is not filled to its end: a part of a word stays free on average */
	return (uint32_t)ceilf(text->natural / (width - word / 4));
}

/* ------------------------------------------------------------------ what columns need */

struct need {
	float least; /* em: the longest word */
	float comfort; /* em: from here on it reads well */
};

static void raise_to(struct need *need, const struct pdf_width *text, float comfort)
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
static void find_needs(const struct pdf_columns_in *in, struct need *needs)
{
	for (uint32_t row = 0; row < in->n_rows; row++) {
		raise_to(&needs[0], &in->features[row], COMFORT_FEATURE);
		for (uint32_t col = 0; col < in->n_products; col++)
			raise_to(&needs[1 + col], &in->cells[(size_t)row * in->n_products + col],
				 COMFORT_PRODUCT);
	}
	for (uint32_t col = 0; col < in->n_products; col++)
		raise_to(&needs[1 + col], &in->heads[col], COMFORT_PRODUCT);
}

static uint32_t group_start(uint32_t n_products, uint32_t n_groups, uint32_t group)
{
	uint32_t each = n_products / n_groups, more = n_products % n_groups;

	return group * each + (group < more ? group : more);
}

/* The widest group's need in em; `least` asks for words only. */
static float widest_group(const struct need *needs, uint32_t n_products, uint32_t n_groups,
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

/* ------------------------------------------------------------------ size, paper, groups */

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
		uint32_t most = pdf_columns_lines(&in->features[row], width * 1.4f);

		for (uint32_t col = 0; col < in->n_products; col++) {
			uint32_t n = pdf_columns_lines(
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
static float fitting_size(const struct pdf_columns_in *in, const struct need *needs,
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
static struct candidate fewest_groups(const struct pdf_columns_in *in, const struct need *needs,
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

static struct candidate choose(const struct pdf_columns_in *in, const struct need *needs)
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

/* ------------------------------------------------------------------ widths of one group */

struct group {
	const struct pdf_columns_in *in;
	uint32_t first, n; /* products */
	float size, padding;
	float *widths; /* n + 1 */
	float *least; /* n + 1 */
};

static const struct pdf_width *text_at(const struct group *g, uint32_t row, uint32_t col)
{
	if (col == 0)
		return &g->in->features[row];
	return &g->in->cells[(size_t)row * g->in->n_products + g->first + col - 1];
}

/*
 * Lines of all rows together.  When asked, says in `blame` for each column how many lines it alone
 * adds to its rows.
 */
static uint32_t count_lines(const struct group *g, uint32_t *blame)
{
	uint32_t total = 0;

	for (uint32_t row = 0; row < g->in->n_rows; row++) {
		uint32_t most = 0, who = 0, second = 0;

		for (uint32_t col = 0; col <= g->n; col++) {
			float em = (g->widths[col] - g->padding) / g->size;
			uint32_t n = pdf_columns_lines(text_at(g, row, col), em);

			if (n > most) {
				second = most;
				most = n;
				who = col;
			} else if (n > second) {
				second = n;
			}
		}
		total += most;
		if (blame && most > second)
			blame[who] += most - second;
	}
	return total;
}

/* Gives each column its least, and shares what is left by what they still want; scales down if it must. */
static void share_width(const struct group *g, const struct need *needs, float room)
{
	float least = 0, want = 0;

	for (uint32_t col = 0; col <= g->n; col++) {
		const struct need *need = col ? &needs[g->first + col] : &needs[0];

		g->least[col] = need->least * g->size + g->padding;
		g->widths[col] = need->comfort * g->size + g->padding;
		least += g->least[col];
		want += g->widths[col];
	}
	for (uint32_t col = 0; col <= g->n; col++) {
		if (least > room)
			g->widths[col] = g->least[col] = room / ((float)g->n + 1);
		else if (want > room)
			g->widths[col] = g->least[col] + (room - least) *
								 (g->widths[col] - g->least[col]) /
								 (want - least);
		else
			g->widths[col] *= room / want;
	}
}

/* Equal widths for the products, if no word forbids it: the calmer page. */
static bool even_out(const struct group *g, const float *widths, float *even)
{
	float sum = 0;

	for (uint32_t col = 1; col <= g->n; col++)
		sum += widths[col];
	even[0] = widths[0];
	for (uint32_t col = 1; col <= g->n; col++) {
		even[col] = sum / (float)g->n;
		if (even[col] < g->least[col])
			return false;
	}
	return true;
}

/* Moves width from columns that do not need it to those that make rows high. */
static void balance(struct group *g, uint32_t *blame)
{
	uint32_t best = count_lines(g, NULL);
	float step = g->size;

	for (uint32_t move = 0; move < MOVES && step > 0.5f; move++) {
		uint32_t to = 0, from = UINT32_MAX, now;

		memset(blame, 0, (g->n + 1) * sizeof(*blame));
		count_lines(g, blame);
		for (uint32_t col = 1; col <= g->n; col++)
			if (blame[col] > blame[to])
				to = col;
		for (uint32_t col = 0; col <= g->n; col++)
			if (col != to && g->widths[col] - step >= g->least[col] &&
			    (from == UINT32_MAX || blame[col] < blame[from] ||
			     (blame[col] == blame[from] && g->widths[col] > g->widths[from])))
				from = col;
		if (from == UINT32_MAX) {
			step /= 2;
			continue;
		}
		g->widths[to] += step;
		g->widths[from] -= step;
		now = count_lines(g, NULL);
		if (now > best) {
			g->widths[to] -= step;
			g->widths[from] += step;
			step /= 2;
		} else {
			best = now;
		}
	}
}

static int lay_group(const struct pdf_columns_in *in, const struct need *needs,
		     struct pdf_columns *out, uint32_t index)
{
	struct group g = {.in = in,
			  .first = out->group_first[index],
			  .n = out->group_first[index + 1] - out->group_first[index],
			  .size = out->size,
			  .padding = in->padding};
	float room = in->bodies[out->body].width - out->worksheet_width;
	uint32_t *blame = calloc(g.n + 1, sizeof(*blame));
	float *widths = calloc(3 * ((size_t)g.n + 1), sizeof(*widths));
	float *even = widths ? widths + 2 * ((size_t)g.n + 1) : NULL;
	uint32_t lines;
	int status = -1;

	if (!blame || !widths)
		goto out;
	g.widths = widths;
	g.least = widths + g.n + 1;
	share_width(&g, needs, room);
	balance(&g, blame);
	lines = count_lines(&g, NULL);
	if (even_out(&g, widths, even)) {
		g.widths = even;
		if (count_lines(&g, NULL) > lines + lines / 14)
			g.widths = widths;
	}
	out->feature_width[index] = g.widths[0];
	memcpy(&out->product_width[g.first], &g.widths[1], g.n * sizeof(*g.widths));
	status = 0;
out:
	free(blame);
	free(widths);
	return status;
}

int pdf_columns_choose(const struct pdf_columns_in *in, struct pdf_columns *out)
{
	struct need *needs = calloc((size_t)in->n_products + 1, sizeof(*needs));
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
	out->worksheet_width = in->bodies[chosen.body].width * in->worksheet;
	out->group_first = calloc((size_t)chosen.n_groups + 1, sizeof(*out->group_first));
	out->feature_width = calloc(chosen.n_groups, sizeof(*out->feature_width));
	out->product_width = calloc((size_t)in->n_products + 1, sizeof(*out->product_width));
	if (!out->group_first || !out->feature_width || !out->product_width)
		goto out;
	for (uint32_t g = 0; g <= chosen.n_groups; g++)
		out->group_first[g] = group_start(in->n_products, chosen.n_groups, g);
	for (uint32_t g = 0; g < chosen.n_groups; g++)
		if (lay_group(in, needs, out, g) != 0)
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
