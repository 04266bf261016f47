/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "pdf/layout/pdf_columns.h"
#include "pdf/layout/pdf_widths.h"

#define MOST_ROWS 40
#define MOST_PRODUCTS 60

struct table {
	struct pdf_width features[MOST_ROWS];
	struct pdf_width cells[MOST_ROWS * MOST_PRODUCTS];
	struct pdf_width heads[MOST_PRODUCTS];
	struct pdf_columns_in in;
	struct pdf_need needs[MOST_PRODUCTS + 1];
};

/* A table of plain cells, all alike: a mark and a word. */
static void make(struct table *t, uint32_t n_products, float natural, float word)
{
	t->in = (struct pdf_columns_in){.n_rows = MOST_ROWS,
					.n_all_rows = MOST_ROWS,
					.n_products = n_products,
					.features = t->features,
					.cells = t->cells,
					.heads = t->heads,
					.bodies = {{540, 760}, {780, 520}},
					.n_bodies = 2,
					.padding = 8};
	for (uint32_t i = 0; i < MOST_ROWS; i++)
		t->features[i] = (struct pdf_width){10, 5};
	for (uint32_t i = 0; i < MOST_ROWS * n_products; i++)
		t->cells[i] = (struct pdf_width){natural, word};
	for (uint32_t i = 0; i < n_products; i++)
		t->heads[i] = (struct pdf_width){5, 5};
}

static void check_sums(const struct pdf_columns_in *in, const struct pdf_columns *c)
{
	uint32_t covered = 0;

	for (uint32_t g = 0; g < c->n_groups; g++) {
		float sum = c->feature_width[g] + c->worksheet_width;

		assert_int_equal(c->group_first[g], covered);
		assert_true(c->feature_width[g] > 0);
		for (uint32_t p = c->group_first[g]; p < c->group_first[g + 1]; p++) {
			assert_true(c->product_width[p] > 0);
			sum += c->product_width[p];
			covered++;
		}
		assert_true(sum > in->bodies[c->body].width - 0.5f);
		assert_true(sum < in->bodies[c->body].width + 0.5f);
	}
	assert_int_equal(covered, in->n_products);
}

static void widths_of_every_group_fill_the_body_exactly(void **state)
{
	struct table *t = *state;

	for (uint32_t n = 1; n <= MOST_PRODUCTS; n++)
		for (int kind = 0; kind < 4; kind++) {
			struct pdf_columns c;

			make(t, n, kind == 3 ? 400 : 6, kind == 2 ? 90 : 4);
			t->in.worksheet = kind == 1 ? 0.2f : 0;
			assert_int_equal(pdf_columns_choose(&t->in, &c), 0);
			check_sums(&t->in, &c);
			assert_true(c.size >= PDF_SIZE_LEAST && c.size <= 24);
			pdf_columns_release(&c);
		}
}

static void few_products_stand_side_by_side(void **state)
{
	struct table *t = *state;
	struct pdf_columns c;

	make(t, 6, 7, 4);

	assert_int_equal(pdf_columns_choose(&t->in, &c), 0);

	assert_int_equal(c.n_groups, 1);
	assert_true(c.size >= PDF_SIZE_READABLE);
	pdf_columns_release(&c);
}

static void many_products_are_split_into_even_groups(void **state)
{
	struct table *t = *state;
	struct pdf_columns c;

	make(t, 14, 9, 5);

	assert_int_equal(pdf_columns_choose(&t->in, &c), 0);

	assert_int_equal(c.n_groups, 2);
	assert_int_equal(c.group_first[1], 7);
	assert_true(c.size >= PDF_SIZE_READABLE);
	pdf_columns_release(&c);
}

static void a_wished_size_is_kept(void **state)
{
	struct table *t = *state;
	struct pdf_columns c;

	make(t, 14, 9, 5);
	t->in.size = 11;

	assert_int_equal(pdf_columns_choose(&t->in, &c), 0);

	assert_true(c.size > 10.9f && c.size < 11.1f);
	assert_true(c.n_groups > 2);
	pdf_columns_release(&c);
}

static void one_endless_word_does_not_starve_the_other_columns(void **state)
{
	struct table *t = *state;
	struct pdf_columns c;

	make(t, 4, 7, 4);
	t->cells[5] = (struct pdf_width){140, 140};

	assert_int_equal(pdf_columns_choose(&t->in, &c), 0);

	for (uint32_t p = 0; p < 4; p++)
		assert_true(c.product_width[p] > 7 * c.size);
	pdf_columns_release(&c);
}

static void the_column_that_makes_rows_high_gets_more_width(void **state)
{
	struct table *t = *state;
	struct pdf_columns c;

	make(t, 3, 4, 4);
	for (uint32_t row = 0; row < MOST_ROWS; row++)
		t->cells[row * 3 + 1] = (struct pdf_width){90, 5};

	assert_int_equal(pdf_columns_choose(&t->in, &c), 0);

	assert_true(c.product_width[1] > 2 * c.product_width[0]);
	assert_true(c.product_width[1] > 2 * c.product_width[2]);
	pdf_columns_release(&c);
}

static void columns_alike_are_equally_wide(void **state)
{
	struct table *t = *state;
	struct pdf_columns c;

	make(t, 5, 7, 4);
	t->cells[3].natural = 8;

	assert_int_equal(pdf_columns_choose(&t->in, &c), 0);

	for (uint32_t p = 1; p < 5; p++)
		assert_true(c.product_width[p] > c.product_width[0] - 0.01f &&
			    c.product_width[p] < c.product_width[0] + 0.01f);
	pdf_columns_release(&c);
}

static void where_no_line_breaks_no_column_takes_all_the_room(void **state)
{
	struct table *t = *state;

	for (uint32_t n = 1; n <= 6; n++) {
		struct pdf_columns c;

		make(t, n, 4, 4);
		assert_int_equal(pdf_columns_choose(&t->in, &c), 0);
		/* what is left over goes to all alike */
		assert_true(c.feature_width[0] - 10 * c.size < c.product_width[0] - 4 * c.size + 1);
		pdf_columns_release(&c);
	}
}

static void two_columns_that_are_equally_high_get_equal_shares(void **state)
{
	struct table *t = *state;
	struct pdf_columns c;

	make(t, 4, 4, 4);
	for (uint32_t row = 0; row < MOST_ROWS; row++)
		for (uint32_t col = 0; col < 2; col++)
			t->cells[row * 4 + col] = (struct pdf_width){300, 6};
	assert_int_equal(pdf_columns_choose(&t->in, &c), 0);
	assert_true(c.product_width[0] > 2 * c.product_width[2]);
	assert_true(c.product_width[0] > 0.8f * c.product_width[1]);
	assert_true(c.product_width[1] > 0.8f * c.product_width[0]);
	assert_true(c.feature_width[0] < c.product_width[0]);
	pdf_columns_release(&c);
}

static void the_longest_word_of_a_head_stays_whole_while_there_is_room(void **state)
{
	struct table *t = *state;
	struct pdf_columns c;

	make(t, 4, 300, 6);
	for (uint32_t i = 0; i < MOST_ROWS; i++)
		t->features[i] = (struct pdf_width){2, 2};
	t->in.feature_head = (struct pdf_width){5, 5};
	t->heads[3] = (struct pdf_width){18, 18};
	assert_int_equal(pdf_columns_choose(&t->in, &c), 0);
	assert_true(c.feature_width[0] >= 5 * c.size + t->in.padding - 0.1f);
	assert_true(c.product_width[3] >= 18 * c.size + t->in.padding - 0.1f);
	check_sums(&t->in, &c);
	pdf_columns_release(&c);
}

static void a_head_of_many_lines_gets_width_that_nobody_needs(void **state)
{
	struct table *t = *state;
	struct pdf_columns c;

	make(t, 4, 4, 4);
	t->heads[0] = (struct pdf_width){90, 6};
	assert_int_equal(pdf_columns_choose(&t->in, &c), 0);
	assert_true(c.product_width[0] > 2 * c.product_width[1]);
	pdf_columns_release(&c);
}

static void widths_are_raised_to_their_needs_and_keep_their_sum(void **state)
{
	float widths[3] = {10, 50, 40};
	float tight[2] = {10, 10};

	(void)state;
	assert_true(pdf_widths_raise(widths, (const float[]){20, 30, 30}, 3));
	assert_true(widths[0] > 19.9f && widths[0] < 20.1f);
	assert_true(widths[1] >= 30 && widths[2] >= 30);
	assert_true(widths[0] + widths[1] + widths[2] > 99.9f);
	assert_true(widths[0] + widths[1] + widths[2] < 100.1f);
	assert_false(pdf_widths_raise(tight, (const float[]){30, 10}, 2));
	assert_true(tight[0] > 14.9f && tight[0] < 15.1f && tight[1] > 4.9f && tight[1] < 5.1f);
}

static void a_way_is_made_as_it_is_asked_for(void **state)
{
	struct table *t = *state;
	struct pdf_columns c;

	make(t, 14, 9, 5);
	pdf_columns_needs(&t->in, t->needs);
	t->in.needs = t->needs;
	for (uint32_t body = 0; body < 2; body++)
		for (uint32_t n = 1; n <= 14; n++) {
			const struct pdf_choice at = {.body = body, .n_groups = n, .size = 8};

			assert_int_equal(pdf_columns_make(&t->in, &at, &c), 0);
			assert_int_equal(c.n_groups, n);
			assert_int_equal(c.body, body);
			check_sums(&t->in, &c);
			pdf_columns_release(&c);
		}
}

static void fewer_groups_fit_in_tight_columns_and_on_wide_paper(void **state)
{
	struct table *t = *state;
	struct pdf_choice up = {.body = 0, .size = 8}, across = {.body = 1, .size = 8};

	make(t, 14, 9, 5);
	pdf_columns_needs(&t->in, t->needs);
	t->in.needs = t->needs;
	assert_true(pdf_columns_fewest(&t->in, &across, false) <
		    pdf_columns_fewest(&t->in, &up, false));
	assert_true(pdf_columns_fewest(&t->in, &up, true) < pdf_columns_fewest(&t->in, &up, false));
	up.size = 100;
	assert_int_equal(pdf_columns_fewest(&t->in, &up, true), 0);
}

static void no_rows_and_no_products_are_no_crash(void **state)
{
	struct table *t = *state;
	struct pdf_columns c;

	make(t, 1, 7, 4);
	t->in.n_rows = t->in.n_all_rows = 0;
	assert_int_equal(pdf_columns_choose(&t->in, &c), 0);
	check_sums(&t->in, &c);
	pdf_columns_release(&c);
}

static int set_up(void **state)
{
	*state = calloc(1, sizeof(struct table));
	return *state ? 0 : -1;
}

static int tear_down(void **state)
{
	free(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(widths_of_every_group_fill_the_body_exactly),
		cmocka_unit_test(few_products_stand_side_by_side),
		cmocka_unit_test(many_products_are_split_into_even_groups),
		cmocka_unit_test(a_wished_size_is_kept),
		cmocka_unit_test(one_endless_word_does_not_starve_the_other_columns),
		cmocka_unit_test(the_column_that_makes_rows_high_gets_more_width),
		cmocka_unit_test(columns_alike_are_equally_wide),
		cmocka_unit_test(where_no_line_breaks_no_column_takes_all_the_room),
		cmocka_unit_test(two_columns_that_are_equally_high_get_equal_shares),
		cmocka_unit_test(the_longest_word_of_a_head_stays_whole_while_there_is_room),
		cmocka_unit_test(a_head_of_many_lines_gets_width_that_nobody_needs),
		cmocka_unit_test(widths_are_raised_to_their_needs_and_keep_their_sum),
		cmocka_unit_test(a_way_is_made_as_it_is_asked_for),
		cmocka_unit_test(fewer_groups_fit_in_tight_columns_and_on_wide_paper),
		cmocka_unit_test(no_rows_and_no_products_are_no_crash),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
