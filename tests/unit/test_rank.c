/* SPDX-License-Identifier: MIT */
/* The arithmetic of rankings: exact, honest about what is unknown, and the same in any order. */
#include "rank/rank.h"

#include <meshreport/plugin.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

enum { Y = MR_LIKE_YES, P = MR_LIKE_PARTIAL, N = MR_LIKE_NO, U = MR_LIKE_UNKNOWN, A = MR_LIKE_NA };
enum { MOST = 8, ROUNDS = 3000 };

/* ---- by hand */

static void a_score_is_an_interval_of_what_is_unknown(void **state)
{
	static const uint8_t likes[] = {Y, Y, U, N, P, A, Y, Y, Y, U, N, Y};
	static const double weights[] = {2, 2, 3};
	const struct rank_input input = {
		.n_products = 4, .n_rows = 3, .likes = likes, .weights = weights, .partial = 0.5};
	struct arena arena = ARENA_INIT;
	struct rank rank;

	(void)state;

	assert_int_equal(rank_make(&rank, &input, &arena), RANK_DONE);

	assert_int_equal(rank_compare(rank.products[0].low, rank.products[0].of, 6, 7), 0);
	assert_int_equal(rank_compare(rank.products[1].low, rank.products[1].of, 2, 5), 0);
	assert_int_equal(rank_compare(rank.products[1].high, rank.products[1].of, 1, 1), 0);
	assert_int_equal(rank_compare(rank.products[2].high, rank.products[2].of, 4, 7), 0);
	arena_release(&arena);
}

static void equal_scores_share_a_place_and_overlapping_ones_a_range(void **state)
{
	static const uint8_t likes[] = {Y, Y, N, U, N, N, N, N};
	static const double weights[] = {0.1, 0.2};
	const struct rank_input input = {
		.n_products = 4, .n_rows = 2, .likes = likes, .weights = weights, .partial = 0.5};
	struct arena arena = ARENA_INIT;
	struct rank rank;

	(void)state;

	assert_int_equal(rank_make(&rank, &input, &arena), RANK_DONE);

	assert_int_equal(rank.products[0].first, 1);
	assert_int_equal(rank.products[1].first, 1);
	assert_int_equal(rank.products[0].last, 1); /* product 3 may tie, and not be before it */
	assert_int_equal(rank.products[3].first, 1);
	assert_int_equal(rank.products[3].last, 3);
	assert_int_equal(rank.products[2].last, 4);
	assert_int_equal(rank.n_cells, 1);
	arena_release(&arena);
}

static void decimals_are_counted_exactly_or_not_at_all(void **state)
{
	static const uint8_t sum[] = {Y, N, Y, N, N, Y};
	static const double three[] = {0.1, 0.2, 0.3};
	static const double apart[] = {999999999999999, 0.00000000000001, 1};
	struct rank_input input = {
		.n_products = 2, .n_rows = 3, .likes = sum, .weights = three, .partial = 0.5};
	struct arena arena = ARENA_INIT;
	struct rank rank;

	(void)state;

	assert_int_equal(rank_make(&rank, &input, &arena), RANK_DONE);
	assert_int_equal(rank_compare(rank.products[0].low, rank.products[0].of,
				      rank.products[1].low, rank.products[1].of),
			 0); /* 0.1 + 0.2 is 0.3 */
	input.weights = apart;
	assert_int_equal(rank_make(&rank, &input, &arena), RANK_TOO_FINE);
	input.weights = (const double[]){0, 0, 0};
	assert_int_equal(rank_make(&rank, &input, &arena), RANK_NO_WEIGHT);
	arena_release(&arena);
}

/* ---- laws, on generated comparisons */

struct sample {
	uint32_t n_products, n_rows;
	uint8_t likes[MOST * MOST];
	double weights[MOST];
	uint8_t required[MOST];
	struct rank_requirement requirement;
	struct rank_input input;
};

static void sample_make(struct sample *s, unsigned *seed)
{
	static const double weights[] = {0, 1, 1, 2, 0.5, 0.1, 3.25};
	static const double partials[] = {0.5, 0.25, 0, 1, 0.3};

	s->n_products = 1 + (uint32_t)rand_r(seed) % MOST;
	s->n_rows = 1 + (uint32_t)rand_r(seed) % MOST;
	for (uint32_t i = 0; i < s->n_products * s->n_rows; i++)
		s->likes[i] = (uint8_t)(rand_r(seed) % MR_N_LIKES);
	for (uint32_t i = 0; i < s->n_rows; i++)
		s->weights[i] = weights[rand_r(seed) % 7];
	s->weights[0] = 1;
	s->requirement = (struct rank_requirement){s->required, rand_r(seed) % 2, RANK_NONE};
	for (uint32_t i = 0; i < s->n_products; i++)
		s->required[i] = (uint8_t)(rand_r(seed) % 3 ? Y : rand_r(seed) % MR_N_LIKES);
	s->input = (struct rank_input){.n_products = s->n_products,
				       .n_rows = s->n_rows,
				       .n_requirements = 1,
				       .likes = s->likes,
				       .weights = s->weights,
				       .partial = partials[rand_r(seed) % 5],
				       .requirements = &s->requirement};
}

static void learning_an_unknown_never_widens_an_interval_or_a_range_of_places(void **state)
{
	struct arena arena = ARENA_INIT;
	unsigned seed = 14, n_learnt = 0;

	(void)state;

	for (int round = 0; round < ROUNDS; round++) {
		struct sample s;
		struct rank before, after;
		uint32_t at, product;

		sample_make(&s, &seed);
		at = (uint32_t)rand_r(&seed) % (s.n_products * s.n_rows);
		product = at % s.n_products;
		s.likes[at] = U;
		assert_int_equal(rank_make(&before, &s.input, &arena), RANK_DONE);
		s.likes[at] = (uint8_t)(rand_r(&seed) % MR_N_LIKES);
		assert_int_equal(rank_make(&after, &s.input, &arena), RANK_DONE);

		if (after.products[product].of > 0) {
			const struct rank_product *was = &before.products[product];
			const struct rank_product *is = &after.products[product];

			assert_true(rank_compare(is->low, is->of, was->low, was->of) >= 0);
			assert_true(rank_compare(is->high, is->of, was->high, was->of) <= 0);
			for (uint32_t i = 0; i < s.n_products; i++) {
				assert_true(after.products[i].first >= before.products[i].first);
				assert_true(after.products[i].last <= before.products[i].last);
			}
			n_learnt++;
		}
		arena_rewind(&arena);
	}
	assert_true(n_learnt > ROUNDS / 2);
	arena_release(&arena);
}

static void a_better_answer_never_lowers_a_score(void **state)
{
	static const uint8_t worse_to_better[] = {N, P, Y};
	struct arena arena = ARENA_INIT;
	unsigned seed = 15;

	(void)state;

	for (int round = 0; round < ROUNDS; round++) {
		struct sample s;
		struct rank before, after;
		uint32_t at, product, step = (uint32_t)rand_r(&seed) % 2;

		sample_make(&s, &seed);
		at = (uint32_t)rand_r(&seed) % (s.n_products * s.n_rows);
		product = at % s.n_products;
		s.likes[at] = worse_to_better[step];
		assert_int_equal(rank_make(&before, &s.input, &arena), RANK_DONE);
		s.likes[at] = worse_to_better[step + 1];
		assert_int_equal(rank_make(&after, &s.input, &arena), RANK_DONE);

		assert_true(after.products[product].low >= before.products[product].low);
		assert_true(after.products[product].high >= before.products[product].high);
		assert_int_equal(after.products[product].of, before.products[product].of);
		arena_rewind(&arena);
	}
	arena_release(&arena);
}

static void the_order_of_products_and_rows_changes_nothing(void **state)
{
	struct arena arena = ARENA_INIT;
	unsigned seed = 16;

	(void)state;

	for (int round = 0; round < ROUNDS; round++) {
		struct sample s, t;
		struct rank a, b;

		sample_make(&s, &seed);
		t = s;
		t.input.likes = t.likes;
		t.input.weights = t.weights;
		t.requirement.likes = t.required;
		t.input.requirements = &t.requirement;
		for (uint32_t row = 0; row < s.n_rows; row++) {
			t.weights[s.n_rows - 1 - row] = s.weights[row];
			for (uint32_t i = 0; i < s.n_products; i++)
				t.likes[(s.n_rows - 1 - row) * s.n_products + s.n_products - 1 -
					i] = s.likes[row * s.n_products + i];
		}
		for (uint32_t i = 0; i < s.n_products; i++)
			t.required[s.n_products - 1 - i] = s.required[i];
		assert_int_equal(rank_make(&a, &s.input, &arena), RANK_DONE);
		assert_int_equal(rank_make(&b, &t.input, &arena), RANK_DONE);

		assert_int_equal(a.n_cells_all, b.n_cells_all);
		for (uint32_t i = 0; i < s.n_products; i++)
			assert_memory_equal(&a.products[i], &b.products[s.n_products - 1 - i],
					    sizeof(a.products[i]));
		arena_rewind(&arena);
	}
	arena_release(&arena);
}

/* Places against their definition, pair by pair. */
static void places_are_what_pairs_of_intervals_say(void **state)
{
	struct arena arena = ARENA_INIT;
	unsigned seed = 17;

	(void)state;

	for (int round = 0; round < ROUNDS; round++) {
		struct sample s;
		struct rank rank;

		sample_make(&s, &seed);
		assert_int_equal(rank_make(&rank, &s.input, &arena), RANK_DONE);
		for (uint32_t i = 0; i < s.n_products; i++) {
			const struct rank_product *a = &rank.products[i];
			uint32_t first = 1, last = 1;

			if (a->standing > RANK_OPEN || a->of == 0) {
				assert_int_equal(a->first, 0);
				continue;
			}
			for (uint32_t k = 0; k < s.n_products; k++) {
				const struct rank_product *b = &rank.products[k];

				if (k == i || b->standing > RANK_OPEN || b->of == 0)
					continue;
				first += rank_compare(b->low, b->of, a->high, a->of) > 0;
				last += rank_compare(b->high, b->of, a->low, a->of) > 0;
			}
			assert_int_equal(a->first, first);
			assert_int_equal(a->last, last);
		}
		arena_rewind(&arena);
	}
	arena_release(&arena);
}

static void decimals_of_more_digits_are_taken_to_the_nearest(void **state)
{
	unsigned digits;

	(void)state;

	assert_int_equal(rank_digits(1.0 / 3, &digits), 333333333333333);
	assert_int_equal(digits, 15);
	assert_int_equal(rank_digits(1e5 / 7, &digits), 1428571428571429);
	assert_int_equal(digits, 11);
}

static void what_is_too_fine_to_be_counted_is_told_whichever_number_is_too_big(void **state)
{
	static const uint8_t likes[] = {Y, Y};
	static const struct {
		double weights[2], partial;
		enum rank_status status;
	} cases[] = {
		{{999999999999999, 0.00001}, 0.5, RANK_TOO_FINE}, /* in one unit */
		{{999999999999999, 1}, 0.12345, RANK_TOO_FINE}, /* with a partly */
		{{999999999999999, 999999999999999}, 0.1234, RANK_TOO_FINE}, /* together */
		{{999999999999999, 1}, 0.1234, RANK_DONE},
	};

	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct rank_input input = {.n_products = 1,
						 .n_rows = 2,
						 .likes = likes,
						 .weights = cases[i].weights,
						 .partial = cases[i].partial};
		struct arena arena = ARENA_INIT;
		struct rank rank;

		assert_int_equal(rank_make(&rank, &input, &arena), cases[i].status);
		arena_release(&arena);
	}
}

/* Product 0 says nothing, product 1 says yes to half of it: any answer alone leaves both where they are. */
static void of_many_unknowns_those_that_weigh_most_are_kept(void **state)
{
	enum { ROWS = RANK_MOST_CELLS + 20 };
	uint8_t likes[2 * ROWS];
	double weights[ROWS];
	const struct rank_input input = {.n_products = 2,
					 .n_rows = ROWS,
					 .likes = likes,
					 .weights = weights,
					 .partial = 0.5};
	struct arena arena = ARENA_INIT;
	struct rank rank;

	(void)state;

	for (int row = 0; row < ROWS; row++) {
		likes[2 * row] = U;
		likes[2 * row + 1] = row % 2 ? Y : N;
		weights[row] = row < ROWS - 10 ? row + 1 : 1;
	}

	assert_int_equal(rank_make(&rank, &input, &arena), RANK_DONE);

	assert_int_equal(rank.n_cells_all, ROWS);
	assert_int_equal(rank.n_cells, RANK_MOST_CELLS);
	for (uint32_t i = 0; i < RANK_MOST_CELLS; i++) {
		assert_int_equal(rank.cells[i].row, ROWS - 11 - i);
		assert_int_equal(rank.cells[i].n_pairs, 0);
	}
	arena_release(&arena);
}

static void a_requirement_may_be_open_where_nothing_else_counts(void **state)
{
	static const uint8_t likes[] = {A, Y, U, Y};
	static const double weights[] = {1, 0};
	static const struct rank_requirement requirement = {&likes[2], false, 1};
	const struct rank_input input = {.n_products = 2,
					 .n_rows = 2,
					 .n_requirements = 1,
					 .likes = likes,
					 .weights = weights,
					 .partial = 0.5,
					 .requirements = &requirement};
	struct arena arena = ARENA_INIT;
	struct rank rank;

	(void)state;

	assert_int_equal(rank_make(&rank, &input, &arena), RANK_DONE);

	assert_int_equal(rank.products[0].standing, RANK_OPEN);
	assert_int_equal(rank.products[0].of, 0);
	assert_int_equal(rank.products[0].first, 0);
	assert_int_equal(rank.n_cells, 1);
	assert_int_equal(rank.cells[0].requirement, 0);
	assert_int_equal(rank.cells[0].weight, 0);
	assert_int_equal(rank.cells[0].n_pairs, 0);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_score_is_an_interval_of_what_is_unknown),
		cmocka_unit_test(equal_scores_share_a_place_and_overlapping_ones_a_range),
		cmocka_unit_test(decimals_are_counted_exactly_or_not_at_all),
		cmocka_unit_test(decimals_of_more_digits_are_taken_to_the_nearest),
		cmocka_unit_test(
			what_is_too_fine_to_be_counted_is_told_whichever_number_is_too_big),
		cmocka_unit_test(of_many_unknowns_those_that_weigh_most_are_kept),
		cmocka_unit_test(a_requirement_may_be_open_where_nothing_else_counts),
		cmocka_unit_test(learning_an_unknown_never_widens_an_interval_or_a_range_of_places),
		cmocka_unit_test(a_better_answer_never_lowers_a_score),
		cmocka_unit_test(the_order_of_products_and_rows_changes_nothing),
		cmocka_unit_test(places_are_what_pairs_of_intervals_say),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
