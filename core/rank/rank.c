/* SPDX-License-Identifier: MIT */
#include "rank/rank.h"

#include <meshreport/plugin.h>
#include <stdlib.h>

enum { MOST_DIGITS = 15 };

struct fraction {
	uint64_t a, b;
};

/* What the steps hand on to each other. */
struct work {
	const struct rank_input *input;
	struct rank *out;
	uint64_t *units; /* by row: its weight in whole numbers */
	bool *is_required; /* by row */
	uint64_t whole, part; /* what a yes and a partly count of a unit */
	struct fraction *lows, *highs; /* of the ranked ones, ascending */
};

/* ---- fractions */

/* Euclid: equal whole parts leave remainders, whose order is that of their reciprocals the other way round. */
int rank_compare(uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
	for (;;) {
		uint64_t whole_a = a / b, whole_c = c / d, rest_a = a % b, rest_c = c % d;

		if (whole_a != whole_c)
			return whole_a < whole_c ? -1 : 1;
		if (rest_a == 0 || rest_c == 0)
			return (rest_a > 0) - (rest_c > 0);
		a = d;
		c = b;
		b = rest_c;
		d = rest_a;
	}
}

static int by_value(const void *left, const void *right)
{
	const struct fraction *x = left, *y = right;

	return rank_compare(x->a, x->b, y->a, y->b);
}

/* How many of `n` ascending fractions are below a / b, or with `or_equal` not above it. */
static uint32_t count_below(const struct fraction *at, uint32_t n, uint64_t a, uint64_t b,
			    bool or_equal)
{
	uint32_t low = 0, high = n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		int order = rank_compare(at[mid].a, at[mid].b, a, b);

		if (order < 0 || (order == 0 && or_equal))
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* ---- whole numbers: of 64 bits on any machine, where sizes in memory (base/mem.h) may have 32 */

/* `b` is not 0. */
static bool multiply(uint64_t a, uint64_t b, uint64_t *out)
{
	if (a > UINT64_MAX / b)
		return false;
	*out = a * b;
	return true;
}

static bool add(uint64_t a, uint64_t b, uint64_t *out)
{
	if (a > UINT64_MAX - b)
		return false;
	*out = a + b;
	return true;
}

static uint64_t power(unsigned digits)
{
	uint64_t scale = 1;

	while (digits-- > 0)
		scale *= 10;
	return scale;
}

uint64_t rank_digits(double decimal, unsigned *out_digits)
{
	uint64_t scaled = 0;

	*out_digits = 0;
	for (unsigned digits = 0; digits <= MOST_DIGITS; digits++) {
		double scale = (double)power(digits);

		if (decimal * scale >= 9e15)
			break;
		scaled = (uint64_t)(decimal * scale + 0.5);
		*out_digits = digits;
		if ((double)scaled / scale == decimal)
			break;
	}
	return scaled;
}

static enum rank_status scale_weights(struct work *work)
{
	const struct rank_input *input = work->input;
	unsigned digits, most = 0;
	bool has_weight = false;

	work->part = rank_digits(input->partial, &digits);
	work->whole = power(digits);
	for (uint32_t row = 0; row < input->n_rows; row++) {
		rank_digits(input->weights[row], &digits);
		most = digits > most ? digits : most;
		has_weight = has_weight || input->weights[row] > 0;
	}
	for (uint32_t row = 0; row < input->n_rows; row++) {
		uint64_t unit = rank_digits(input->weights[row], &digits);

		if (!multiply(unit, power(most - digits), &unit) ||
		    !multiply(unit, work->whole, &unit))
			return RANK_TOO_FINE;
		work->units[row] = unit / work->whole;
	}
	return has_weight ? RANK_DONE : RANK_NO_WEIGHT;
}

/* ---- scores */

static enum rank_status add_cell(const struct work *work, struct rank_product *product,
				 uint8_t like, uint64_t unit)
{
	uint64_t all = unit * work->whole;

	if (like > MR_LIKE_UNKNOWN)
		return RANK_DONE; /* does not apply, or is no status */
	if (!add(product->of, all, &product->of))
		return RANK_TOO_FINE;
	if (like == MR_LIKE_YES)
		product->low += all;
	if (like == MR_LIKE_PARTIAL)
		product->low += unit * work->part;
	if (like == MR_LIKE_UNKNOWN)
		product->high += all; /* on top of `low`, see below */
	return RANK_DONE;
}

static enum rank_status score(struct work *work)
{
	const struct rank_input *input = work->input;
	uint32_t n = input->n_products;

	for (uint32_t row = 0; row < input->n_rows; row++)
		for (uint32_t i = 0; work->units[row] && i < n; i++)
			if (add_cell(work, &work->out->products[i],
				     input->likes[(size_t)row * n + i], work->units[row]))
				return RANK_TOO_FINE;
	for (uint32_t i = 0; i < n; i++)
		work->out->products[i].high += work->out->products[i].low;
	return RANK_DONE;
}

/* ---- requirements */

static enum rank_standing meets(const struct rank_requirement *requirement, uint32_t product)
{
	uint8_t like = requirement->likes[product];

	if (like == MR_LIKE_YES || (like == MR_LIKE_PARTIAL && requirement->is_partial_enough))
		return RANK_IN;
	return like == MR_LIKE_UNKNOWN ? RANK_OPEN : RANK_FAILED;
}

static void judge(const struct work *work, uint32_t product)
{
	const struct rank_input *input = work->input;
	uint32_t *standing = &work->out->products[product].standing;

	*standing = RANK_IN;
	for (uint32_t i = 0; i < input->n_requirements; i++) {
		enum rank_standing is = meets(&input->requirements[i], product);

		*standing = is > *standing ? (uint32_t)is : *standing;
	}
	if (input->is_left_out && input->is_left_out[product])
		*standing = RANK_LEFT_OUT;
}

/* ---- the order */

static bool is_ranked(const struct rank_product *product)
{
	return product->standing <= RANK_OPEN && product->of > 0;
}

static void place(struct work *work)
{
	struct rank *out = work->out;
	uint32_t n = 0;

	for (uint32_t i = 0; i < work->input->n_products; i++) {
		const struct rank_product *product = &out->products[i];

		if (!is_ranked(product))
			continue;
		work->lows[n] = (struct fraction){product->low, product->of};
		work->highs[n++] = (struct fraction){product->high, product->of};
	}
	qsort(work->lows, n, sizeof(*work->lows), by_value);
	qsort(work->highs, n, sizeof(*work->highs), by_value);
	out->n_ranked = n;
	for (uint32_t i = 0; i < work->input->n_products; i++) {
		struct rank_product *is = &out->products[i];

		if (!is_ranked(is))
			continue;
		is->first = 1 + n - count_below(work->lows, n, is->high, is->of, true);
		/* its own high is not above its low where it is a point, and is counted where not */
		is->last = n - count_below(work->highs, n, is->low, is->of, true) +
			   (is->high == is->low);
	}
}

struct entry {
	const struct rank_product *product;
	uint32_t index;
};

static int by_place(const void *left, const void *right)
{
	const struct entry *x = left, *y = right;
	const struct rank_product *a = x->product, *b = y->product;
	int order = 0;

	if (is_ranked(a) != is_ranked(b))
		return is_ranked(a) ? -1 : 1;
	if (!is_ranked(a) && a->standing != b->standing)
		return a->standing < b->standing ? -1 : 1;
	if (is_ranked(a) && a->first != b->first)
		return a->first < b->first ? -1 : 1;
	if (is_ranked(a) && a->last != b->last)
		return a->last < b->last ? -1 : 1;
	if (is_ranked(a))
		order = rank_compare(b->low, b->of, a->low, a->of);
	if (is_ranked(a) && order == 0)
		order = rank_compare(b->high, b->of, a->high, a->of);
	return order ? order : (x->index > y->index) - (x->index < y->index);
}

static int sort_products(struct work *work, struct arena *arena)
{
	uint32_t n = work->input->n_products;
	struct entry *entries = arena_array(arena, n, sizeof(*entries));

	if (!entries)
		return -1;
	for (uint32_t i = 0; i < n; i++)
		entries[i] = (struct entry){&work->out->products[i], i};
	qsort(entries, n, sizeof(*entries), by_place);
	for (uint32_t i = 0; i < n; i++)
		work->out->order[i] = entries[i].index;
	return 0;
}

/* ---- what would decide it */

/* Whether `a` is to be asked before `b`. */
static bool is_before(const struct rank_cell *a, const struct rank_cell *b)
{
	int order;

	if ((a->requirement == RANK_NONE) != (b->requirement == RANK_NONE))
		return a->requirement != RANK_NONE;
	if (a->n_pairs != b->n_pairs)
		return a->n_pairs > b->n_pairs;
	order = rank_compare(a->weight, a->of, b->weight, b->of);
	return order > 0; /* equals stay in the order they came in */
}

/* The best few are kept, in their order. */
static void keep(struct rank *out, const struct rank_cell *cell)
{
	uint32_t at = out->n_cells;

	out->n_cells_all++;
	if (at == RANK_MOST_CELLS && !is_before(cell, &out->cells[at - 1]))
		return;
	at -= at == RANK_MOST_CELLS;
	for (; at > 0 && is_before(cell, &out->cells[at - 1]); at--)
		out->cells[at] = out->cells[at - 1];
	out->cells[at] = *cell;
	out->n_cells += out->n_cells < RANK_MOST_CELLS;
}

/* How many products the better of two answers sets apart that were not before. */
static uint32_t pairs_of(const struct work *work, const struct rank_product *is, uint64_t weight)
{
	uint32_t n = work->out->n_ranked;
	uint32_t yes = count_below(work->highs, n, is->low + weight, is->of, false) -
		       count_below(work->highs, n, is->low, is->of, false);
	uint32_t no = count_below(work->lows, n, is->high, is->of, true) -
		      count_below(work->lows, n, is->high - weight, is->of, true);

	return yes > no ? yes : no;
}

static void ask_requirements(struct work *work, uint32_t product)
{
	const struct rank_input *input = work->input;
	const struct rank_product *is = &work->out->products[product];

	for (uint32_t i = 0; i < input->n_requirements; i++) {
		const struct rank_requirement *requirement = &input->requirements[i];
		struct rank_cell cell = {product, requirement->row, i, 0, 0, 1};

		if (meets(requirement, product) != RANK_OPEN)
			continue;
		if (cell.row != RANK_NONE && is->of > 0) {
			cell.weight = work->units[cell.row] * work->whole;
			cell.of = is->of;
			cell.n_pairs = pairs_of(work, is, cell.weight);
		}
		keep(work->out, &cell);
	}
}

/* Cells of requirements were asked already. */
static void ask_rows(struct work *work)
{
	const struct rank_input *input = work->input;
	uint32_t n = input->n_products;

	for (uint32_t row = 0; row < input->n_rows; row++) {
		uint64_t weight = work->units[row] * work->whole;

		if (weight == 0 || work->is_required[row])
			continue;
		for (uint32_t i = 0; i < n; i++) {
			const struct rank_product *is = &work->out->products[i];

			if (input->likes[(size_t)row * n + i] == MR_LIKE_UNKNOWN && is_ranked(is) &&
			    is->first != is->last)
				keep(work->out, &(struct rank_cell){i, row, RANK_NONE,
								    pairs_of(work, is, weight),
								    weight, is->of});
		}
	}
}

/* ---- the whole */

enum rank_status rank_make(struct rank *out, const struct rank_input *input, struct arena *arena)
{
	struct work work = {.input = input, .out = out};
	uint32_t n = input->n_products;
	enum rank_status status;

	*out = (struct rank){.n_ranked = 0};
	out->products = arena_array(arena, n, sizeof(*out->products));
	out->order = arena_array(arena, n, sizeof(*out->order));
	out->cells = arena_array(arena, RANK_MOST_CELLS, sizeof(*out->cells));
	work.is_required = arena_array(arena, input->n_rows, sizeof(*work.is_required));
	work.units = arena_array(arena, input->n_rows, sizeof(*work.units));
	work.lows = arena_array(arena, n, sizeof(*work.lows));
	work.highs = arena_array(arena, n, sizeof(*work.highs));
	if (arena->failed)
		return RANK_NO_MEMORY;
	status = scale_weights(&work);
	if (status == RANK_DONE)
		status = score(&work);
	if (status != RANK_DONE)
		return status;
	for (uint32_t i = 0; i < input->n_requirements; i++)
		if (input->requirements[i].row != RANK_NONE)
			work.is_required[input->requirements[i].row] = true;
	for (uint32_t i = 0; i < n; i++)
		judge(&work, i);
	place(&work);
	if (sort_products(&work, arena) != 0)
		return RANK_NO_MEMORY;
	for (uint32_t i = 0; i < n; i++)
		if (out->products[i].standing == RANK_OPEN)
			ask_requirements(&work, i);
	ask_rows(&work);
	return RANK_DONE;
}
