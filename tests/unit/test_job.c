/* SPDX-License-Identifier: MIT */
/* The parent's side of the wire, fed by hand: the right frames, and then everything else. */
#include "job_help.h"

static void put_whole_rendering(struct fixture *fixture)
{
	struct buf data = BUF_INIT;

	add_open(fixture, 0, "");
	buf_put_text(&data, "some bytes");
	add(fixture, MESSAGE_DATA, 0, &data);
	add_numbers(fixture, MESSAGE_DESCRIBE, 1, "pages");
	add_numbers(fixture, MESSAGE_PROGRESS, 50, NULL);
	add_numbers(fixture, MESSAGE_DONE, 0, NULL);
}

static void frames_arrive_whole_however_they_are_cut(void **state)
{
	struct fixture *fixture = *state;
	struct job *job = &fixture->job;
	reach_rendering(fixture);
	put_whole_rendering(fixture);

	for (size_t i = 0; i < fixture->wire.n; i++)
		assert_int_equal(job_feed(job, &fixture->host, fixture->wire.at + i, 1), 0);

	assert_true(job->is_done);
	assert_int_equal(job->n_artifacts, 1);
	assert_string_equal(job->artifacts[0].facts, "1 page");
	assert_int_equal(job->artifacts[0].sink.memory.n, 10);
	assert_memory_equal(job->artifacts[0].sink.memory.at, "some bytes", 10);
}

static void a_frame_out_of_order_is_a_breach(void **state)
{
	struct fixture *fixture = *state;

	add(fixture, MESSAGE_READY, 0, NULL);
	assert_int_equal(feed(fixture), -1);
	fixture->job.n_head = 0;
	add_open(fixture, 0, "");
	assert_int_equal(feed(fixture), -1);
	fixture->job.n_head = 0;
	add_hello(fixture);
	add_hello(fixture);
	assert_int_equal(feed(fixture), -1);
}

static void an_artifact_that_was_not_opened_is_a_breach(void **state)
{
	struct fixture *fixture = *state;
	struct buf data = BUF_INIT;
	reach_rendering(fixture);

	buf_put_text(&data, "x");
	add(fixture, MESSAGE_DATA, 3, &data);

	assert_int_equal(feed(fixture), -1);
}

static void a_part_that_leads_elsewhere_is_a_breach(void **state)
{
	struct fixture *fixture = *state;
	reach_rendering(fixture);

	add_open(fixture, 0, "../x");

	assert_int_equal(feed(fixture), -1);
	assert_int_equal(fixture->job.n_artifacts, 0);
}

static void a_suffix_that_leads_elsewhere_is_a_breach(void **state)
{
	struct fixture *fixture = *state;
	struct buf payload = BUF_INIT;
	reach_rendering(fixture);

	wire_put_text(&payload, "x");
	wire_put_text(&payload, "png/../y");
	add(fixture, MESSAGE_OPEN, 0, &payload);

	assert_int_equal(feed(fixture), -1);
	assert_int_equal(fixture->job.n_artifacts, 0);
}

static void a_payload_beyond_the_limit_is_a_breach_before_it_arrives(void **state)
{
	struct fixture *fixture = *state;
	struct wire_head head = {WIRE_MAX + 1, MESSAGE_DIAG, 0};

	buf_put(&fixture->wire, &head, sizeof(head));

	assert_int_equal(feed(fixture), -1);
}

static void text_with_control_characters_is_a_breach(void **state)
{
	struct fixture *fixture = *state;
	reach_rendering(fixture);
	add_open(fixture, 0, "");

	add_numbers(fixture, MESSAGE_DESCRIBE, 3, "pa\033ges");

	assert_int_equal(feed(fixture), -1);
}

/* A small generator of its own, so that every run tries the same. */
static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void damaged_frames_never_do_more_than_end_the_child(void **state)
{
	struct fixture *fixture;
	uint32_t seed = 1;
	(void)state;

	for (int round = 0; round < 3000; round++) {
		void *fresh = NULL;
		size_t n_flips = 1 + next(&seed) % 6;

		job_enter(&fresh);
		fixture = fresh;
		fixture->job.state = round % 2 ? JOB_PROBING : JOB_RENDERING;
		add_hello(fixture);
		put_whole_rendering(fixture);
		for (size_t i = 0; i < n_flips; i++)
			fixture->wire.at[next(&seed) % fixture->wire.n] = (char)next(&seed);
		feed(fixture);
		job_leave(&fresh);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_JOB(frames_arrive_whole_however_they_are_cut),
		WITH_JOB(a_frame_out_of_order_is_a_breach),
		WITH_JOB(an_artifact_that_was_not_opened_is_a_breach),
		WITH_JOB(a_part_that_leads_elsewhere_is_a_breach),
		WITH_JOB(a_suffix_that_leads_elsewhere_is_a_breach),
		WITH_JOB(a_payload_beyond_the_limit_is_a_breach_before_it_arrives),
		WITH_JOB(text_with_control_characters_is_a_breach),
		cmocka_unit_test(damaged_frames_never_do_more_than_end_the_child),
	};

	return cmocka_run_group_tests_name("frames", tests, NULL, NULL);
}
