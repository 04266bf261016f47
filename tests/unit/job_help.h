/* SPDX-License-Identifier: MIT */
/*
 * job_help - a job without a child: frames are made by hand and fed to it, artifacts collect in memory.
 *
 *     add_hello(fixture);
 *     add(fixture, MESSAGE_READY, 0, NULL);
 *     assert_int_equal(feed(fixture), 0);
 */
#ifndef TESTS_JOB_HELP_H
#define TESTS_JOB_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "host/job.h"

struct fixture {
	struct job job;
	struct job_host host;
	struct plugin_file file;
	struct buf wire;
};

static inline int open_memory(void *context, struct job *job, struct job_artifact *artifact)
{
	(void)context;
	(void)job;
	artifact->shown = "memory";
	return sink_open_memory(&artifact->sink);
}

static inline int job_enter(void **state)
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

static inline int job_leave(void **state)
{
	struct fixture *fixture = *state;

	job_release(&fixture->job);
	buf_release(&fixture->wire);
	free(fixture);
	return 0;
}

static inline void add(struct fixture *fixture, enum message_kind kind, uint16_t artifact,
		       struct buf *payload)
{
	struct wire_head head = {payload ? (uint32_t)payload->n : 0, (uint16_t)kind, artifact};

	buf_put(&fixture->wire, &head, sizeof(head));
	if (payload)
		buf_put(&fixture->wire, buf_text(payload), payload->n);
	if (payload)
		buf_release(payload);
}

static inline void add_hello(struct fixture *fixture)
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

static inline void add_numbers(struct fixture *fixture, enum message_kind kind, uint64_t first,
			       const char *text)
{
	struct buf payload = BUF_INIT;

	wire_put_number(&payload, first);
	if (text)
		wire_put_text(&payload, text);
	add(fixture, kind, 0, &payload);
}

static inline void add_open(struct fixture *fixture, uint16_t artifact, const char *part)
{
	struct buf payload = BUF_INIT;

	wire_put_text(&payload, part);
	wire_put_text(&payload, "");
	add(fixture, MESSAGE_OPEN, artifact, &payload);
}

static inline int feed(struct fixture *fixture)
{
	int status =
		job_feed(&fixture->job, &fixture->host, buf_text(&fixture->wire), fixture->wire.n);

	buf_clear(&fixture->wire);
	return status;
}

/* A whole run up to rendering. */
static inline void reach_rendering(struct fixture *fixture)
{
	add_hello(fixture);
	add(fixture, MESSAGE_READY, 0, NULL);
	assert_int_equal(feed(fixture), 0);
	assert_int_equal(fixture->job.state, JOB_READY);
	fixture->job.state = JOB_RENDERING;
}

#define WITH_JOB(test) cmocka_unit_test_setup_teardown(test, job_enter, job_leave)

#endif
