/* SPDX-License-Identifier: MIT */
/* The parent's side of the wire, fed by hand: the right frames, and then everything else. */
#include "host/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

struct fixture {
	struct job job;
	struct job_host host;
	struct plugin_file file;
	struct buf wire;
};

static int open_memory(void *context, struct job *job, struct job_artifact *artifact)
{
	(void)context;
	(void)job;
	artifact->shown = "memory";
	return sink_open_memory(&artifact->sink);
}

static int enter(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	fixture->file = (struct plugin_file){
		.name = "fake", .variant = "", .label = "fake", .path = "fake.so", .folder = "."};
	job_init(&fixture->job);
	fixture->host.open = open_memory;
	fixture->job.order = (struct child_order){.file = &fixture->file};
	fixture->job.state = JOB_PROBING;
	*state = fixture;
	return 0;
}

static int leave(void **state)
{
	struct fixture *fixture = *state;

	job_release(&fixture->job);
	buf_release(&fixture->wire);
	free(fixture);
	return 0;
}

static void add(struct fixture *fixture, enum message_kind kind, uint16_t artifact,
		struct buf *payload)
{
	struct wire_head head = {payload ? (uint32_t)payload->n : 0, (uint16_t)kind, artifact};

	buf_put(&fixture->wire, &head, sizeof(head));
	if (payload)
		buf_put(&fixture->wire, buf_text(payload), payload->n);
	if (payload)
		buf_release(payload);
}

static void add_hello(struct fixture *fixture)
{
	static const struct message_hello hello = {.summary = "a summary",
						   .version = "1.0",
						   .extension = "txt",
						   .media_type = "text/plain",
						   .template_name = "",
						   .suffixes = "",
						   .can_write = true};
	struct buf payload = BUF_INIT;

	message_put_hello(&payload, &hello);
	add(fixture, MESSAGE_HELLO, 0, &payload);
}

static void add_numbers(struct fixture *fixture, enum message_kind kind, uint64_t first,
			const char *text)
{
	struct buf payload = BUF_INIT;

	wire_put_number(&payload, first);
	if (text)
		wire_put_text(&payload, text);
	add(fixture, kind, 0, &payload);
}

static void add_open(struct fixture *fixture, uint16_t artifact, const char *part)
{
	struct buf payload = BUF_INIT;

	wire_put_text(&payload, part);
	wire_put_text(&payload, "");
	add(fixture, MESSAGE_OPEN, artifact, &payload);
}

static int feed(struct fixture *fixture)
{
	int status =
		job_feed(&fixture->job, &fixture->host, buf_text(&fixture->wire), fixture->wire.n);

	buf_clear(&fixture->wire);
	return status;
}

/* A whole run up to rendering. */
static void reach_rendering(struct fixture *fixture)
{
	add_hello(fixture);
	add(fixture, MESSAGE_READY, 0, NULL);
	assert_int_equal(feed(fixture), 0);
	assert_int_equal(fixture->job.state, JOB_READY);
	fixture->job.state = JOB_RENDERING;
}

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

		enter(&fresh);
		fixture = fresh;
		fixture->job.state = round % 2 ? JOB_PROBING : JOB_RENDERING;
		add_hello(fixture);
		put_whole_rendering(fixture);
		for (size_t i = 0; i < n_flips; i++)
			fixture->wire.at[next(&seed) % fixture->wire.n] = (char)next(&seed);
		feed(fixture);
		leave(&fresh);
	}
}

#define WITH_JOB(test) cmocka_unit_test_setup_teardown(test, enter, leave)

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
