/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pdf/layout/pdf_plan.h"

#define MOST 200
#define PAGE 100.0f
#define LINE 10.0f

struct rows {
	struct pdf_plan_row at[MOST];
	uint32_t row_notes[MOST * 4];
	float note_heights[MOST];
	float zone_heads[4];
	float done[MOST]; /* by row: height that split() has given away */
	struct pdf_plan_in in;
};

/* Rows are cut into lines of LINE points. */
static float split(void *data, uint32_t row, uint32_t part, float room, bool *is_last)
{
	struct rows *r = data;
	float rest, height;

	if (part == 0)
		r->done[row] = 0;
	rest = r->at[row].height - r->done[row];
	height = room < LINE ? LINE : (float)(int)(room / LINE) * LINE;
	if (height > rest)
		height = rest;
	r->done[row] += height;
	*is_last = r->done[row] >= r->at[row].height - 0.01f;
	return height;
}

static void make(struct rows *r, uint32_t n, float height)
{
	memset(r, 0, sizeof(*r));
	for (uint32_t i = 0; i < n; i++)
		r->at[i] = (struct pdf_plan_row){.height = height, .zone = PDF_NO_ZONE};
	r->in = (struct pdf_plan_in){.rows = r->at,
				     .n_rows = n,
				     .height = PAGE,
				     .zone_heads = r->zone_heads,
				     .row_notes = r->row_notes,
				     .n_notes = MOST,
				     .notes_gap = 5,
				     .split = split,
				     .data = r};
}

/* What pdf_plan.h promises of every plan. */
static void check_plan(const struct rows *r, const struct pdf_plan *plan)
{
	uint32_t last_row = 0, fragment = 0;

	for (uint32_t p = 0; p < plan->n_pages; p++) {
		const struct pdf_page_plan *page = &plan->pages[p];
		float y = page->head + page->continued, notes = 0;

		assert_int_equal(page->first, fragment);
		assert_true(page->n > 0);
		for (uint32_t i = 0; i < page->n; i++, fragment++) {
			const struct pdf_fragment *f = &plan->fragments[fragment];

			assert_true(f->y >= y - 0.02f);
			y = f->y + f->height;
			assert_true(f->row == last_row || f->row == last_row + 1);
			last_row = f->row;
		}
		for (uint32_t i = 0; i < page->n_notes; i++)
			notes += r->note_heights[plan->notes[page->first_note + i]];
		assert_true(y <= (page->n_notes ? page->notes_y : PAGE) + 0.02f);
		assert_true(page->n_notes == 0 || page->notes_y + notes <= PAGE + 0.02f);
	}
	assert_int_equal(fragment, plan->n_fragments);
	assert_int_equal(last_row, r->in.n_rows - 1);
}

static void rows_fill_page_after_page(void **state)
{
	struct rows *r = *state;
	struct pdf_plan plan;

	make(r, 25, 10);
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);

	check_plan(r, &plan);
	assert_int_equal(plan.n_pages, 3);
	assert_int_equal(plan.n_fragments, 25);
	pdf_plan_release(&plan);
}

static void a_row_that_fits_on_a_page_is_never_cut(void **state)
{
	struct rows *r = *state;
	struct pdf_plan plan;

	make(r, 9, 60);
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);

	check_plan(r, &plan);
	assert_int_equal(plan.n_pages, 9);
	assert_int_equal(plan.n_fragments, 9);
	pdf_plan_release(&plan);
}

static void a_row_that_may_be_cut_leaves_no_quarter_of_a_page_blank(void **state)
{
	struct rows *r = *state;
	struct pdf_plan plan;

	make(r, 6, 60);
	r->in.piece = 30;
	for (uint32_t i = 0; i < 6; i++)
		r->at[i].flags = PDF_ROW_CUT;
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);

	check_plan(r, &plan);
	assert_int_equal(plan.n_pages, 4);
	for (uint32_t p = 0; p + 1 < plan.n_pages; p++) {
		const struct pdf_fragment *f =
			&plan.fragments[plan.pages[p].first + plan.pages[p].n - 1];

		assert_true(f->y + f->height >= 0.75f * PAGE);
	}
	pdf_plan_release(&plan);
	/* 40 of 100 are free behind the first, and what is less than a piece does not begin there */
	r->in.piece = 50;
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);
	assert_int_equal(plan.n_pages, 6);
	pdf_plan_release(&plan);
}

/* How many pages two blocks of `n` rows of 10 take. */
static uint32_t pages_of_blocks(struct rows *r, uint32_t n, uint32_t flags)
{
	struct pdf_plan plan;
	uint32_t n_pages;

	make(r, 2 * n, 10);
	r->at[0].block = r->at[n].block = n;
	r->at[0].flags = r->at[n].flags = PDF_ROW_KEEP | flags;
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);
	check_plan(r, &plan);
	n_pages = plan.n_pages;
	if (n_pages > 1 && (flags & PDF_ROW_WHOLE))
		assert_int_equal(plan.fragments[plan.pages[1].first].row, n);
	pdf_plan_release(&plan);
	return n_pages;
}

static void blocks_stand_on_one_page_where_they_fit(void **state)
{
	assert_int_equal(pages_of_blocks(*state, 5, 0), 1);
	assert_int_equal(pages_of_blocks(*state, 5, PDF_ROW_WHOLE), 1);
	assert_int_equal(pages_of_blocks(*state, 6, PDF_ROW_WHOLE), 2);
}

static void a_block_is_divided_where_much_of_a_page_is_left(void **state)
{
	struct rows *r = *state;
	struct pdf_plan plan;

	make(r, 12, 10);
	r->at[0].block = r->at[6].block = 6;
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);
	assert_int_equal(plan.pages[0].n, 10);
	pdf_plan_release(&plan);
	/* 20 of 100 are no more than a quarter */
	make(r, 16, 10);
	r->at[0].block = r->at[8].block = 8;
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);
	assert_int_equal(plan.pages[0].n, 8);
	pdf_plan_release(&plan);
}

static void a_row_longer_than_three_pages_is_cut_at_lines(void **state)
{
	struct rows *r = *state;
	struct pdf_plan plan;
	float sum = 0;

	make(r, 3, 10);
	r->at[1].height = 350;
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);

	check_plan(r, &plan);
	assert_int_equal(plan.n_pages, 4);
	for (uint32_t i = 0; i < plan.n_fragments; i++)
		if (plan.fragments[i].row == 1)
			sum += plan.fragments[i].height;
	assert_true(sum > 349.9f && sum < 350.1f);
	pdf_plan_release(&plan);
}

static void a_heading_stays_with_the_row_below_it(void **state)
{
	struct rows *r = *state;
	struct pdf_plan plan;

	make(r, 11, 10);
	r->at[9].flags = PDF_ROW_KEEP;
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);

	check_plan(r, &plan);
	assert_int_equal(plan.pages[0].n, 9);
	assert_int_equal(plan.pages[1].n, 2);
	pdf_plan_release(&plan);
}

static void a_heading_is_not_left_alone_above_a_row_that_is_cut(void **state)
{
	struct rows *r = *state;
	struct pdf_plan plan;

	make(r, 11, 10);
	r->at[8].flags = PDF_ROW_KEEP;
	r->at[9].height = 300;
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);

	check_plan(r, &plan);
	assert_int_equal(plan.pages[0].n, 8);
	pdf_plan_release(&plan);
}

static void the_head_is_repeated_on_every_page_of_its_zone(void **state)
{
	struct rows *r = *state;
	struct pdf_plan plan;

	make(r, 20, 10);
	r->zone_heads[0] = 15;
	for (uint32_t i = 0; i < 20; i++) {
		r->at[i].zone = 0;
		r->at[i].continued = i > 1 ? 8 : 0;
	}
	r->at[0].flags = PDF_ROW_HEAD;
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);

	check_plan(r, &plan);
	assert_int_equal(plan.pages[0].zone, PDF_NO_ZONE);
	for (uint32_t p = 1; p < plan.n_pages; p++) {
		assert_int_equal(plan.pages[p].zone, 0);
		assert_true(plan.pages[p].head > 14 && plan.pages[p].continued > 7);
	}
	pdf_plan_release(&plan);
}

static void notes_stand_on_the_page_of_their_marks_once(void **state)
{
	struct rows *r = *state;
	struct pdf_plan plan;

	make(r, 30, 10);
	r->in.note_heights = r->note_heights;
	for (uint32_t i = 0; i < MOST; i++)
		r->note_heights[i] = 7;
	for (uint32_t i = 0; i < 30; i++) {
		r->row_notes[i] = i % 3;
		r->at[i].first_note = i;
		r->at[i].n_notes = 1;
	}
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);

	check_plan(r, &plan);
	for (uint32_t p = 0; p < plan.n_pages; p++) {
		assert_true(plan.pages[p].n_notes <= 3);
		for (uint32_t i = 1; i < plan.pages[p].n_notes; i++)
			assert_true(plan.notes[plan.pages[p].first_note + i - 1] <
				    plan.notes[plan.pages[p].first_note + i]);
	}
	assert_false(plan.missed[0] || plan.missed[1] || plan.missed[2]);
	pdf_plan_release(&plan);
}

static void a_note_without_room_at_any_foot_is_said_to_be_missed(void **state)
{
	struct rows *r = *state;
	struct pdf_plan plan;

	make(r, 4, 60);
	r->in.note_heights = r->note_heights;
	r->note_heights[1] = 70;
	r->row_notes[0] = 1;
	r->at[2].n_notes = 1;
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);

	check_plan(r, &plan);
	assert_true(plan.missed[1]);
	pdf_plan_release(&plan);
}

static void random_rows_keep_every_promise(void **state)
{
	struct rows *r = *state;
	uint32_t seed = 7;

	for (int round = 0; round < 400; round++) {
		struct pdf_plan plan;

		make(r, 1 + (uint32_t)round % 60, 10);
		r->in.note_heights = round % 2 ? r->note_heights : NULL;
		r->zone_heads[0] = (float)(round % 30);
		for (uint32_t i = 0; i < r->in.n_rows; i++) {
			seed = seed * 1664525 + 1013904223;
			r->at[i].height = LINE * (float)(1 + (seed >> 20) % 14);
			r->at[i].gap = (float)(seed >> 8 & 7);
			r->at[i].zone = seed >> 16 & 1 ? 0 : PDF_NO_ZONE;
			r->at[i].flags = (seed >> 12 & 7) == 0    ? PDF_ROW_KEEP
					 : (seed >> 12 & 31) == 1 ? PDF_ROW_BREAK
								  : 0;
			r->at[i].n_notes = seed >> 28 & 3;
			r->at[i].first_note = i * 3;
			r->note_heights[i] = (float)(3 + (seed >> 9) % 9);
			for (uint32_t k = 0; k < 3; k++)
				r->row_notes[i * 3 + k] = (i + k * 5) % r->in.n_rows;
		}
		assert_int_equal(pdf_plan_make(&r->in, &plan), 0);
		check_plan(r, &plan);
		pdf_plan_release(&plan);
	}
}

/* A sheet: a heading, a head of 8, and `n` rows, of which `n_left` stand in the first column with the head. */
static uint32_t put_sheet(struct rows *r, uint32_t at, uint32_t n, uint32_t n_left)
{
	r->at[at] = (struct pdf_plan_row){.height = 10,
					  .zone = PDF_NO_ZONE,
					  .flags = PDF_ROW_KEEP | PDF_ROW_WHOLE,
					  .block = n + 2};
	r->at[at + 1] = (struct pdf_plan_row){.height = 8,
					      .zone = 0,
					      .flags = PDF_ROW_HEAD | PDF_ROW_KEEP,
					      .n_left = n_left + 1,
					      .n_right = n - n_left};
	for (uint32_t i = 0; i < n; i++)
		r->at[at + 2 + i] = (struct pdf_plan_row){.height = 10, .gap = 1, .zone = 0};
	return at + 2 + n;
}

static void rows_in_two_columns_stand_beside_each_other_and_share_a_page(void **state)
{
	struct rows *r = *state;
	struct pdf_plan plan;
	uint32_t n;

	make(r, 0, 0);
	r->zone_heads[0] = 8;
	n = put_sheet(r, 0, 6, 3);
	r->in.n_rows = put_sheet(r, n, 4, 2);
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);

	assert_int_equal(plan.n_pages, 1);
	assert_int_equal(plan.n_fragments, r->in.n_rows);
	for (uint32_t i = 0; i < plan.n_fragments; i++)
		assert_int_equal(plan.fragments[i].row, i);
	/* heading, head, three rows, and beside them the head again above three */
	assert_int_equal((int)plan.fragments[2].y, 19);
	assert_int_equal((int)plan.fragments[4].y, 41);
	assert_int_equal(plan.fragments[4].column, 0);
	assert_int_equal((int)plan.fragments[5].y, 18);
	assert_int_equal(plan.fragments[5].column, 1);
	assert_true(plan.fragments[5].has_head && !plan.fragments[6].has_head);
	/* the next sheet begins below the higher column, which is the first with its gaps */
	assert_int_equal((int)plan.fragments[8].y, 51);
	assert_int_equal(plan.fragments[8].column, 0);
	pdf_plan_release(&plan);
}

static void columns_without_room_begin_a_page_and_without_any_become_one(void **state)
{
	struct rows *r = *state;
	struct pdf_plan plan;
	uint32_t n;

	make(r, 0, 0);
	r->zone_heads[0] = 8;
	n = put_sheet(r, 0, 10, 5);
	r->in.n_rows = put_sheet(r, n, 6, 3);
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);
	assert_int_equal(plan.n_pages, 2);
	assert_int_equal(plan.fragments[plan.pages[1].first].row, n);
	pdf_plan_release(&plan);

	r->in.n_rows = put_sheet(r, 0, 30, 15);
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);
	assert_true(plan.n_pages > 3);
	for (uint32_t i = 0; i < plan.n_fragments; i++)
		assert_int_equal(plan.fragments[i].column, 0);
	check_plan(r, &plan);
	pdf_plan_release(&plan);
}

static void notes_of_columns_have_room_below_both(void **state)
{
	struct rows *r = *state;
	struct pdf_plan plan;

	make(r, 0, 0);
	r->zone_heads[0] = 8;
	r->in.note_heights = r->note_heights;
	r->note_heights[0] = 10;
	r->row_notes[0] = 0;
	r->in.n_rows = put_sheet(r, 0, 10, 5);
	r->at[8].n_notes = 1;
	assert_int_equal(pdf_plan_make(&r->in, &plan), 0);

	assert_int_equal(plan.n_pages, 1);
	assert_int_equal(plan.n_notes, 1);
	assert_false(plan.missed[0]);
	assert_true(plan.pages[0].notes_y >= 72 && plan.pages[0].notes_y <= 90);
	pdf_plan_release(&plan);
}

static int set_up(void **state)
{
	*state = calloc(1, sizeof(struct rows));
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
		cmocka_unit_test(rows_fill_page_after_page),
		cmocka_unit_test(a_row_that_fits_on_a_page_is_never_cut),
		cmocka_unit_test(a_row_that_may_be_cut_leaves_no_quarter_of_a_page_blank),
		cmocka_unit_test(blocks_stand_on_one_page_where_they_fit),
		cmocka_unit_test(a_block_is_divided_where_much_of_a_page_is_left),
		cmocka_unit_test(a_row_longer_than_three_pages_is_cut_at_lines),
		cmocka_unit_test(a_heading_stays_with_the_row_below_it),
		cmocka_unit_test(a_heading_is_not_left_alone_above_a_row_that_is_cut),
		cmocka_unit_test(the_head_is_repeated_on_every_page_of_its_zone),
		cmocka_unit_test(notes_stand_on_the_page_of_their_marks_once),
		cmocka_unit_test(a_note_without_room_at_any_foot_is_said_to_be_missed),
		cmocka_unit_test(random_rows_keep_every_promise),
		cmocka_unit_test(rows_in_two_columns_stand_beside_each_other_and_share_a_page),
		cmocka_unit_test(columns_without_room_begin_a_page_and_without_any_become_one),
		cmocka_unit_test(notes_of_columns_have_room_below_both),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
