/* SPDX-License-Identifier: MIT */
#include "pdf/layout/pdf_widths.h"

#include <stdlib.h>
#include <string.h>

#define ROWS_A_PAGE 24 /* about: how often a head comes again */
#define WIDE_SIGNS 3.0f /* em: columns that need more are wider than the others */
#define SIGNS_MOST 4.5f /* em of a column of signs, where there is room */
#define MOVES 160 /* steps of the search for balanced columns */

bool pdf_widths_raise(float *widths, const float *needs, uint32_t n)
{
	float missing = 0, spare = 0, sum = 0, need = 0;

	for (uint32_t i = 0; i < n; i++) {
		float over = widths[i] - needs[i];

		sum += widths[i];
		need += needs[i];
		if (over < 0)
			missing -= over;
		else
			spare += over;
	}
	for (uint32_t i = 0; i < n; i++) {
		float over = widths[i] - needs[i];

		if (missing > spare)
			widths[i] = needs[i] * sum / need;
		else if (over < 0)
			widths[i] = needs[i];
		else if (missing > 0)
			widths[i] -= over * missing / spare;
	}
	return missing <= spare;
}

uint32_t pdf_widths_lines(const struct pdf_width *text, float width)
{
	float word = text->word < width / 2 ? text->word : width / 2, lines;
	uint32_t n;

	if (text->natural <= width || width <= 0)
		return 1;
	/* a line is not filled to its end: a part of a word stays free on average */
	lines = text->natural / (width - word / 4);
	n = (uint32_t)lines;
	return (float)n < lines ? n + 1 : n;
}

/* ---- one group */

struct group {
	const struct pdf_columns_in *in;
	uint32_t first, n; /* its first own product; columns, with those that are pinned */
	float size, padding;
	float *widths; /* n + 1 */
	float *least; /* n + 1 */
	uint32_t *costs; /* n + 1, scratch */
	/*
	 * By row, then column: lines at the column's width, and at one narrower by `step`.  A move of the
	 * search changes two columns, and to break all texts anew for it is most of the work.
	 */
	uint32_t *lines, *narrower;
	float step;
};

static uint32_t product_of(const struct group *g, uint32_t col)
{
	return pdf_columns_at(g->in, g->first, col - 1);
}

/* Row n_rows is the head. */
static const struct pdf_width *text_at(const struct group *g, uint32_t row, uint32_t col)
{
	if (row == g->in->n_rows)
		return col ? &g->in->heads[product_of(g, col)] : &g->in->feature_head;
	if (col == 0)
		return &g->in->features[row];
	return &g->in->cells[(size_t)row * g->in->n_products + product_of(g, col)];
}

/* How often a row stands in the document: the head comes again on each page. */
static uint32_t times_of(const struct group *g, uint32_t row)
{
	return row < g->in->n_rows ? 1 : 1 + g->in->n_rows / ROWS_A_PAGE;
}

/* Counts the lines of a column whose width changed, or the step. */
static void count_column(const struct group *g, uint32_t col)
{
	float em = (g->widths[col] - g->padding) / g->size, less = g->step / g->size;

	for (uint32_t row = 0; row <= g->in->n_rows; row++) {
		const struct pdf_width *text = text_at(g, row, col);
		size_t at = (size_t)row * (g->n + 1) + col;

		g->lines[at] = pdf_widths_lines(text, em);
		g->narrower[at] = pdf_widths_lines(text, em - less);
	}
}

static void count_columns(const struct group *g)
{
	for (uint32_t col = 0; col <= g->n; col++)
		count_column(g, col);
}

/*
 * Lines of all rows together, of the head as often as it is repeated.  When asked, says in `blame`
 * for each column how many lines it adds to its rows; those that are equally high share the blame.
 */
static uint32_t count_lines(const struct group *g, float *blame)
{
	uint32_t total = 0;

	for (uint32_t row = 0; row <= g->in->n_rows; row++) {
		const uint32_t *lines = &g->lines[(size_t)row * (g->n + 1)];
		uint32_t most = 0, second = 0, n_most = 0, times = times_of(g, row);

		for (uint32_t col = 0; col <= g->n; col++) {
			uint32_t n = lines[col];

			if (n > most) {
				second = most;
				most = n;
				n_most = 1;
			} else if (n == most) {
				n_most++;
			} else if (n > second) {
				second = n;
			}
		}
		total += most * times;
		for (uint32_t col = 0; blame && most > 1 && col <= g->n; col++)
			if (lines[col] == most)
				blame[col] += (float)((most - (second ? second : 1)) * times) /
					      (float)n_most;
	}
	return total;
}

/* What a column lacks to hold the longest word of its head. */
static float lack_of(const struct group *g, const struct pdf_need *needs, uint32_t col)
{
	return needs[col ? 1 + product_of(g, col) : 0].head * g->size + g->padding - g->least[col];
}

/*
 * No column is narrower than the longest word of its head while another has room: those that lack
 * least come first, so that as many words as may be stay whole.
 */
static void keep_head_words(const struct group *g, const struct pdf_need *needs, float room)
{
	float spare = room;

	for (uint32_t col = 0; col <= g->n; col++)
		spare -= g->least[col];
	for (;;) {
		uint32_t next = UINT32_MAX;

		for (uint32_t col = 0; col <= g->n; col++)
			if (lack_of(g, needs, col) > 0.01f &&
			    (next == UINT32_MAX ||
			     lack_of(g, needs, col) < lack_of(g, needs, next)))
				next = col;
		if (next == UINT32_MAX || lack_of(g, needs, next) > spare)
			break;
		spare -= lack_of(g, needs, next);
		g->least[next] += lack_of(g, needs, next);
	}
	if (spare >= 0)
		pdf_widths_raise(g->widths, g->least, g->n + 1);
}

/* Gives each column its least, and shares what is left by what they still want; scales down if it must. */
static void share_width(const struct group *g, const struct pdf_need *needs, float room)
{
	float least = 0, want = 0;

	for (uint32_t col = 0; col <= g->n; col++) {
		const struct pdf_need *need = col ? &needs[1 + product_of(g, col)] : &needs[0];

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
			g->widths[col] += (room - want) / ((float)g->n + 1);
	}
	keep_head_words(g, needs, room);
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

/* The column that makes most rows higher, or none (then no row has a second line). */
static uint32_t most_blamed(const struct group *g, const float *blame)
{
	uint32_t most = 0;

	for (uint32_t col = 1; col <= g->n; col++)
		if (blame[col] > blame[most])
			most = col;
	return blame[most] > 0 ? most : UINT32_MAX;
}

/*
 * What each column would cost if it were narrower by a step: lines beyond those that its rows will
 * have once the highest column of each has become one lower.
 */
static void count_costs(const struct group *g, uint32_t *costs)
{
	memset(costs, 0, (g->n + 1) * sizeof(*costs));
	for (uint32_t row = 0; row <= g->in->n_rows; row++) {
		const uint32_t *lines = &g->lines[(size_t)row * (g->n + 1)];
		const uint32_t *narrower = &g->narrower[(size_t)row * (g->n + 1)];
		uint32_t most = 2, times = times_of(g, row);

		for (uint32_t col = 0; col <= g->n; col++)
			most = lines[col] > most ? lines[col] : most;
		for (uint32_t col = 0; col <= g->n; col++) {
			uint32_t n = narrower[col];

			costs[col] += n >= most ? (n - most + 1) * times : 0;
		}
	}
}

/* The column that can give a step most easily, or none. */
static uint32_t cheapest(const struct group *g, uint32_t but)
{
	uint32_t least = UINT32_MAX;

	count_costs(g, g->costs);
	for (uint32_t col = 0; col <= g->n; col++) {
		if (col == but || g->widths[col] - g->step < g->least[col])
			continue;
		if (least == UINT32_MAX || g->costs[col] < g->costs[least] ||
		    (g->costs[col] == g->costs[least] && g->widths[col] > g->widths[least]))
			least = col;
	}
	return least;
}

/* Moves a step of width from a column to another; -1 takes it back. */
static void move_step(struct group *g, uint32_t to, uint32_t from, float sign)
{
	g->widths[to] += sign * g->step;
	g->widths[from] -= sign * g->step;
	count_column(g, to);
	count_column(g, from);
}

static void halve_step(struct group *g)
{
	g->step /= 2;
	count_columns(g);
}

/*
 * Moves width from columns that do not need it to those that make rows high.  A move that saves
 * nothing is a step on the way to one that does; what is left of such steps at the end is undone.
 */
static void balance(struct group *g, float *blame, float *kept)
{
	const size_t n_bytes = (g->n + 1) * sizeof(*kept);
	uint32_t best;

	g->step = g->size;
	count_columns(g);
	best = count_lines(g, NULL);
	memcpy(kept, g->widths, n_bytes);
	for (uint32_t move = 0; move < MOVES && g->step > 0.5f; move++) {
		uint32_t to, from, now;

		memset(blame, 0, (g->n + 1) * sizeof(*blame));
		count_lines(g, blame);
		to = most_blamed(g, blame);
		if (to == UINT32_MAX)
			break;
		from = cheapest(g, to);
		if (from == UINT32_MAX) {
			halve_step(g);
			continue;
		}
		move_step(g, to, from, 1);
		now = count_lines(g, NULL);
		if (now > best) {
			move_step(g, to, from, -1);
			halve_step(g);
			continue;
		}
		if (now < best)
			memcpy(kept, g->widths, n_bytes);
		best = now;
	}
	memcpy(g->widths, kept, n_bytes);
	count_columns(g);
}

/* ---- signs below slanted heads */

float pdf_widths_tail(const struct pdf_columns_in *in, const struct pdf_need *needs, uint32_t first,
		      uint32_t end)
{
	float right = 0, tail = 0;

	for (uint32_t p = end; in->is_slanted && p-- > first;) {
		float own = needs[1 + p].least;

		if (in->reaches[p] - right - own / 2 > tail)
			tail = in->reaches[p] - right - own / 2;
		right += own;
	}
	return tail;
}

static float sum_of(const float *widths, uint32_t n)
{
	float sum = 0;

	for (uint32_t i = 0; i < n; i++)
		sum += widths[i];
	return sum;
}

/* The columns of a group as wide as their heads ask for: all alike, unless some ask for much. */
static void ask_heads(const struct pdf_columns_in *in, const struct pdf_need *needs,
		      const struct pdf_columns *out, uint32_t first, float *widths, uint32_t n)
{
	float even = 0;

	for (uint32_t i = 0; i < n; i++) {
		widths[i] = needs[1 + pdf_columns_at(in, first, i)].least * out->size + in->padding;
		even = widths[i] > even ? widths[i] : even;
	}
	for (uint32_t i = 0; i < n && even <= WIDE_SIGNS * out->size; i++)
		widths[i] = even;
}

/* The features in one line, where there is room. */
static float ask_features(const struct pdf_columns_in *in)
{
	float natural = in->feature_head.natural;

	for (uint32_t row = 0; row < in->n_rows; row++)
		if (in->features[row].natural > natural)
			natural = in->features[row].natural;
	return natural;
}

/* Widths of signs below slanted heads; what is left stays free behind them. */
static void share_slanted(const struct pdf_columns_in *in, const struct pdf_need *needs,
			  struct pdf_columns *out, uint32_t index)
{
	uint32_t first = out->group_first[index], end = out->group_first[index + 1];
	uint32_t n = in->n_pinned + end - first;
	float room = in->bodies[out->body].width - out->worksheet_width, size = out->size;
	float *widths = pdf_columns_widths(out, in->n_pinned, index);
	float tail = pdf_widths_tail(in, needs, first, end) * size;
	float feature = ask_features(in) * size + in->padding, taken;

	ask_heads(in, needs, out, first, widths, n);
	taken = sum_of(widths, n) + tail;
	if (feature > room - taken)
		feature = room - taken;
	if (feature < room / 8) { /* larger than the paper: all becomes narrower alike */
		feature = room / 8;
		for (uint32_t i = 0; i < n; i++)
			widths[i] *= (room - feature) / taken;
		taken = room - feature;
	}
	for (uint32_t i = 0; i < n; i++) {
		float more = (room - feature - taken) / (float)(n - i);
		float most = SIGNS_MOST * size - widths[i];

		more = more < most ? more : most;
		if (more > 0) {
			widths[i] += more;
			taken += more;
		}
	}
	out->feature_width[index] = feature;
	out->tail_width[index] = room - feature - sum_of(widths, n);
}

int pdf_widths_share(const struct pdf_columns_in *in, const struct pdf_need *needs,
		     struct pdf_columns *out, uint32_t index)
{
	struct group g = {.in = in,
			  .first = out->group_first[index],
			  .n = in->n_pinned + out->group_first[index + 1] - out->group_first[index],
			  .size = out->size,
			  .padding = in->padding};
	float room = in->bodies[out->body].width - out->worksheet_width;
	const size_t n_columns = (size_t)g.n + 1, n_texts = n_columns * ((size_t)in->n_rows + 1);
	float *widths = calloc(5 * n_columns, sizeof(*widths));
	float *even = widths ? widths + 2 * n_columns : NULL;
	uint32_t lines;
	int status = -1;

	if (in->is_slanted) {
		free(widths);
		share_slanted(in, needs, out, index);
		return 0;
	}
	g.costs = calloc(n_columns + 2 * n_texts, sizeof(*g.costs));
	if (!g.costs || !widths)
		goto out;
	g.lines = g.costs + n_columns;
	g.narrower = g.lines + n_texts;
	g.widths = widths;
	g.least = widths + n_columns;
	share_width(&g, needs, room);
	balance(&g, widths + 3 * n_columns, widths + 4 * n_columns);
	lines = count_lines(&g, NULL);
	if (even_out(&g, widths, even)) {
		g.widths = even;
		count_columns(&g);
		if (count_lines(&g, NULL) > lines + lines / 14)
			g.widths = widths;
	}
	out->feature_width[index] = g.widths[0];
	memcpy(pdf_columns_widths(out, in->n_pinned, index), &g.widths[1], g.n * sizeof(*g.widths));
	status = 0;
out:
	free(g.costs);
	free(widths);
	return status;
}
