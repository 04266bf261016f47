/* SPDX-License-Identifier: MIT */
/* What a reading child may send, and what it may not. */
#include "host/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "read/grid.h"

struct fixture {
	struct job job;
	struct job_host host;
	struct plugin_file file;
	struct buf wire;
	struct grid_file grids;
	unsigned n_remarks;
};

static int keep_block(void *context, struct job *job, const struct mr_block *block)
{
	(void)job;
	return grid_block(&((struct fixture *)context)->grids, block);
}

static int keep_grid(void *context, struct job *job, const struct mr_grid *grid)
{
	(void)job;
	return grid_begin(&((struct fixture *)context)->grids, grid);
}

static int keep_cell(void *context, struct job *job, const struct mr_grid_cell *cell)
{
	(void)job;
	return grid_cell(&((struct fixture *)context)->grids, cell);
}

static int keep_remark(void *context, struct job *job, const struct found_remark *remark)
{
	(void)job;
	(void)remark;
	((struct fixture *)context)->n_remarks++;
	return 0;
}

static const struct job_reading keeping = {keep_block, keep_grid, keep_cell, keep_remark};

static int enter(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	fixture->file = (struct plugin_file){
		.name = "fake", .variant = "", .label = "fake", .path = "fake.so", .folder = "."};
	job_init(&fixture->job);
	grid_init(&fixture->grids, NULL);
	fixture->host = (struct job_host){.reading = &keeping, .context = fixture};
	fixture->job.order = (struct child_order){.task = CHILD_READ, .file = &fixture->file};
	fixture->job.state = JOB_RENDERING;
	*state = fixture;
	return 0;
}

static int leave(void **state)
{
	struct fixture *fixture = *state;

	job_release(&fixture->job);
	grid_release(&fixture->grids);
	buf_release(&fixture->wire);
	free(fixture);
	return 0;
}

static void add(struct fixture *fixture, enum message_kind kind, struct buf *payload)
{
	struct wire_head head = {(uint32_t)payload->n, (uint16_t)kind, 0};

	buf_put(&fixture->wire, &head, sizeof(head));
	buf_put(&fixture->wire, buf_text(payload), payload->n);
	buf_release(payload);
}

static void put_whole_file(struct fixture *fixture)
{
	const struct mr_place here = {3, 7, NULL};
	struct buf payload = BUF_INIT;

	found_put_block(&payload, &(struct mr_block){MR_BLOCK_HEADING, 2, NULL, "Meshes", here});
	add(fixture, MESSAGE_BLOCK, &payload);
	found_put_grid(&payload, &(struct mr_grid){"one", 1, 0, here});
	add(fixture, MESSAGE_GRID, &payload);
	for (uint32_t at = 0; at < 4; at++) {
		const struct mr_grid_cell cell = {.row = at / 2,
						  .column = at % 2,
						  .flags = MR_GRID_HEAD,
						  .text = "two\nlines",
						  .note = "a note",
						  .place = {9, at, "S!A1"}};

		found_put_cell(&payload, &cell);
		add(fixture, MESSAGE_CELL, &payload);
	}
	found_put_remark(&payload, &(struct found_remark){MR_WARNING, here, "odd"});
	add(fixture, MESSAGE_REMARK, &payload);
}

static int feed(struct fixture *fixture)
{
	return job_feed(&fixture->job, &fixture->host, buf_text(&fixture->wire), fixture->wire.n);
}

static void what_was_found_arrives_as_it_was_handed_over(void **state)
{
	struct fixture *fixture = *state;
	const struct grid_cell *cell;
	put_whole_file(fixture);

	assert_int_equal(feed(fixture), 0);

	assert_int_equal(grid_end(&fixture->grids), 0);
	assert_int_equal(fixture->grids.blocks.n, 1);
	assert_int_equal(fixture->grids.cells.n, 4);
	assert_int_equal(fixture->n_remarks, 1);
	cell = grid_field(&fixture->grids, grid_at(&fixture->grids, 0), 1, 1);
	assert_string_equal(cell->text, "two\nlines");
	assert_string_equal(cell->note, "a note");
	assert_string_equal(cell->hint, "");
	assert_string_equal(grid_place_name(&fixture->grids, cell->place), "S!A1");
}

static void a_child_that_renders_sends_no_cells(void **state)
{
	struct fixture *fixture = *state;
	fixture->job.order.task = CHILD_RENDER;

	put_whole_file(fixture);

	assert_int_equal(feed(fixture), -1);
}

static void a_child_that_reads_writes_no_files(void **state)
{
	struct fixture *fixture = *state;
	struct buf payload = BUF_INIT;

	message_put_open(&payload, &(struct message_open){"", ""});
	add(fixture, MESSAGE_OPEN, &payload);

	assert_int_equal(feed(fixture), -1);
	assert_int_equal(fixture->job.n_artifacts, 0);
}

static void a_sniff_that_was_not_asked_for_is_a_breach(void **state)
{
	struct fixture *fixture = *state;
	struct buf payload = BUF_INIT;
	fixture->job.state = JOB_PROBING;
	fixture->job.has_info = true;

	found_put_sniff(&payload, 3);
	add(fixture, MESSAGE_SNIFF, &payload);

	assert_int_equal(feed(fixture), -1);
}

static void what_the_keeper_refuses_ends_the_reading_and_is_no_breach(void **state)
{
	struct fixture *fixture = *state;
	struct buf payload = BUF_INIT;

	put_whole_file(fixture);
	found_put_cell(&payload, &(struct mr_grid_cell){.text = "\001", .row = 5});
	add(fixture, MESSAGE_CELL, &payload);

	assert_int_equal(feed(fixture), 0);
	assert_true(fixture->job.is_stopped);
}

/* A small generator of its own, so that every run tries the same. */
static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void damaged_frames_never_do_more_than_end_the_child(void **state)
{
	uint32_t seed = 7;
	(void)state;

	for (int round = 0; round < 3000; round++) {
		struct fixture *fixture;
		void *fresh = NULL;
		size_t n_flips = 1 + next(&seed) % 6;

		enter(&fresh);
		fixture = fresh;
		put_whole_file(fixture);
		for (size_t i = 0; i < n_flips; i++)
			fixture->wire.at[next(&seed) % fixture->wire.n] = (char)next(&seed);
		feed(fixture);
		grid_end(&fixture->grids);
		leave(&fresh);
	}
}

#define WITH_JOB(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_JOB(what_was_found_arrives_as_it_was_handed_over),
		WITH_JOB(a_child_that_renders_sends_no_cells),
		WITH_JOB(a_child_that_reads_writes_no_files),
		WITH_JOB(a_sniff_that_was_not_asked_for_is_a_breach),
		WITH_JOB(what_the_keeper_refuses_ends_the_reading_and_is_no_breach),
		cmocka_unit_test(damaged_frames_never_do_more_than_end_the_child),
	};

	return cmocka_run_group_tests_name("found", tests, NULL, NULL);
}
