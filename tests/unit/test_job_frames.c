/* SPDX-License-Identifier: MIT */
/* What a job makes of each frame: when it may come, what is told of it, and what ends the child. */
#define _GNU_SOURCE /* _Fork() */
#include "job_help.h"

#include <errno.h>
#include <unistd.h>

#include "confine/bounds.h"

/* Stands before the library's: a system that makes no process. */
static bool has_no_process;

pid_t fork(void)
{
	errno = EAGAIN;
	return has_no_process ? -1 : _Fork();
}

/* What one frame comes to in a job of this task and state. */
static int status_of(struct fixture *fixture, enum child_task task, enum job_state state)
{
	int status;

	fixture->job.order.task = task;
	fixture->job.state = state;
	fixture->job.n_head = 0;
	status = feed(fixture);
	fixture->job.order.task = CHILD_RENDER;
	fixture->job.state = JOB_RENDERING;
	return status;
}

static void a_frame_of_another_task_or_time_is_a_breach(void **state)
{
	static const struct {
		enum message_kind kind;
		enum child_task task;
		enum job_state state;
	} wrong[] = {
		{MESSAGE_READY, CHILD_RENDER, JOB_PROBING}, /* which has no payload */
		{MESSAGE_READY, CHILD_RENDER, JOB_RENDERING},
		{MESSAGE_OPEN, CHILD_RENDER, JOB_PROBING},
		{MESSAGE_DATA, CHILD_RENDER, JOB_PROBING},
		{MESSAGE_DATA, CHILD_READ, JOB_RENDERING},
		{MESSAGE_DESCRIBE, CHILD_RENDER, JOB_PROBING},
		{MESSAGE_PROGRESS, CHILD_RENDER, JOB_PROBING},
		{MESSAGE_ASK, CHILD_RENDER, JOB_PROBING},
		{MESSAGE_ASK, CHILD_TEMPLATE, JOB_RENDERING},
		{MESSAGE_SNIFF, CHILD_READ, JOB_RENDERING},
		{MESSAGE_SNIFF, CHILD_READ, JOB_PROBING}, /* nobody asked */
		{MESSAGE_BLOCK, CHILD_READ, JOB_PROBING},
		{MESSAGE_BLOCK, CHILD_READ, JOB_RENDERING}, /* nobody takes it */
		{(enum message_kind)99, CHILD_RENDER, JOB_RENDERING},
		/* and with a payload that is none of the kind */
		{MESSAGE_DIAG, CHILD_RENDER, JOB_RENDERING},
		{MESSAGE_DESCRIBE, CHILD_RENDER, JOB_RENDERING},
	};
	struct fixture *fixture = *state;

	reach_rendering(fixture);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		add_numbers(fixture, wrong[i].kind, 0, NULL);
		assert_int_equal(status_of(fixture, wrong[i].task, wrong[i].state), -1);
	}
	add_numbers(fixture, MESSAGE_DONE, 3, NULL);
	assert_int_equal(status_of(fixture, CHILD_RENDER, JOB_RENDERING), -1);
	/* it says what it is before it judges a file */
	fixture->job.has_info = false;
	fixture->job.order.wants_sniff = true;
	add_numbers(fixture, MESSAGE_SNIFF, 0, NULL);
	assert_int_equal(status_of(fixture, CHILD_READ, JOB_PROBING), -1);
	fixture->job.has_info = true;
	add_numbers(fixture, MESSAGE_SNIFF, 0, NULL);
	assert_int_equal(status_of(fixture, CHILD_READ, JOB_PROBING), 0);
	assert_int_equal(fixture->job.diag.n, 0);
}

static void artifacts_are_opened_one_after_the_other_and_not_without_end(void **state)
{
	struct fixture *fixture = *state;
	struct job *job = &fixture->job;

	reach_rendering(fixture);
	add_numbers(fixture, MESSAGE_DESCRIBE, 1, "pages"); /* of none */
	assert_int_equal(status_of(fixture, CHILD_RENDER, JOB_RENDERING), -1);
	add_open(fixture, 1, "");
	assert_int_equal(status_of(fixture, CHILD_RENDER, JOB_RENDERING), -1);
	for (uint16_t i = 0; i < MESSAGE_ARTIFACTS_MAX; i++)
		add_open(fixture, i, "a");
	assert_int_equal(status_of(fixture, CHILD_RENDER, JOB_RENDERING), 0);
	assert_int_equal(job->n_artifacts, MESSAGE_ARTIFACTS_MAX);
	add_open(fixture, MESSAGE_ARTIFACTS_MAX, "a");
	assert_int_equal(status_of(fixture, CHILD_RENDER, JOB_RENDERING), -1);
}

static void what_an_artifact_holds_is_counted_in_words_that_fit(void **state)
{
	static const char *const facts[][2] = {
		{"pages", "1 page"}, {"s", "1 page, 1 s"}, {"lux", "1 page, 1 s, 1 lux"}};
	struct fixture *fixture = *state;
	size_t before;

	reach_rendering(fixture);
	add_open(fixture, 0, "");
	for (size_t i = 0; i < sizeof(facts) / sizeof(*facts); i++) {
		add_numbers(fixture, MESSAGE_DESCRIBE, 1, facts[i][0]);
		assert_int_equal(feed(fixture), 0);
		assert_string_equal(fixture->job.artifacts[0].facts, facts[i][1]);
	}
	for (int i = 0; i < 50; i++)
		add_numbers(fixture, MESSAGE_DESCRIBE, 12345, "twenty-four bytes a word");
	assert_int_equal(feed(fixture), 0);
	before = strlen(fixture->job.artifacts[0].facts);
	assert_true(before > 200 && before < 300);
	assert_string_equal(fixture->job.artifacts[0].facts + before - 24,
			    "twenty-four bytes a word");
}

/* ---- questions */

static int answer(const void *context, const char *question, size_t n, struct broker_answer *out)
{
	(void)context;
	buf_put(&out->bytes, question, n);
	return 0;
}

static void add_question(struct fixture *fixture, size_t n)
{
	struct buf question = BUF_INIT;

	while (question.n < n)
		buf_put_byte(&question, 'q');
	add(fixture, MESSAGE_ASK, 0, &question);
}

static void a_question_is_answered_where_somebody_answers_and_waits(void **state)
{
	struct fixture *fixture = *state;
	struct arena arena = ARENA_INIT;
	struct mr_bytes bytes;
	const char *words;
	int ends[2];

	reach_rendering(fixture);
	assert_int_equal(pipe(ends), 0);
	fixture->job.process.go = ends[1];
	add_question(fixture, 1);
	assert_int_equal(status_of(fixture, CHILD_RENDER, JOB_RENDERING), -1);
	fixture->job.order.answer = answer;
	add_question(fixture, BROKER_QUESTION_MAX + 1);
	assert_int_equal(status_of(fixture, CHILD_RENDER, JOB_RENDERING), -1);
	fixture->job.process.go = -1;
	add_question(fixture, 1);
	assert_int_equal(status_of(fixture, CHILD_RENDER, JOB_RENDERING), -1);
	fixture->job.process.go = ends[1];
	add_question(fixture, 3);
	assert_int_equal(status_of(fixture, CHILD_RENDER, JOB_RENDERING), 0);
	assert_int_equal(broker_take(ends[0], &arena, &bytes, &words), 0);
	assert_string_equal(bytes.at, "qqq");
	/* the plugin would wait for ever where there can be no process */
	add_question(fixture, 3);
	assert_int_equal(status_of(fixture, CHILD_TEMPLATE, JOB_RENDERING), -1);
	has_no_process = true;
	add_question(fixture, 3);
	assert_int_equal(status_of(fixture, CHILD_RENDER, JOB_RENDERING), 0);
	has_no_process = false;
	assert_true(fixture->job.is_stopped);
	assert_string_equal(fixture->job.diag.messages[0].text,
			    "cannot start a process: Resource temporarily unavailable");
	close(ends[0]);
	arena_release(&arena);
}

/* ---- messages */

static void assert_told(struct fixture *fixture, const char *file, const char *text)
{
	const struct diag *diag = &fixture->job.diag;

	assert_true(diag->n > 0);
	assert_string_equal(diag->messages[diag->n - 1].file, file);
	assert_string_equal(diag->messages[diag->n - 1].text, text);
}

static void add_diag(struct fixture *fixture, uint32_t kind, const char *name, const char *text)
{
	const struct message_diag diag = {
		.severity = MR_WARNING, .where = {kind, 3, 7, name}, .text = text};
	struct buf payload = BUF_INIT;

	message_put_diag(&payload, &diag);
	add(fixture, MESSAGE_DIAG, 0, &payload);
	assert_int_equal(feed(fixture), 0);
}

static void a_message_has_the_place_of_the_resource_that_it_is_about(void **state)
{
	struct fixture *fixture = *state;
	struct job *job = &fixture->job;

	add_hello(fixture);
	assert_int_equal(feed(fixture), 0);
	add_diag(fixture, MR_AT_DOCUMENT, NULL, "one");
	assert_told(fixture, "fake", "one");
	add_diag(fixture, MR_AT_RESOURCE, "", "two");
	assert_told(fixture, "fake", "two");
	job->info.template_name = "page.txt";
	job->template_path = "mine/page.txt";
	add_diag(fixture, MR_AT_RESOURCE, "page.txt", "three");
	assert_told(fixture, "page.txt", "fake: three");
	job->order.has_template = true;
	add_diag(fixture, MR_AT_RESOURCE, "page.txt", "four");
	assert_told(fixture, "mine/page.txt", "fake: four");
	assert_int_equal(job->diag.messages[job->diag.n - 1].place.line, 3);
	add_diag(fixture, MR_AT_RESOURCE, "other.txt", "five");
	assert_told(fixture, "other.txt", "fake: five");
}

static void an_end_says_how_and_what_stands_behind_it_is_not_read(void **state)
{
	struct fixture *fixture = *state;
	struct job *job = &fixture->job;

	reach_rendering(fixture);
	add_numbers(fixture, MESSAGE_DONE, MESSAGE_END_FAILED, NULL);
	add_numbers(fixture, (enum message_kind)99, 0, NULL);
	assert_int_equal(feed(fixture), 0);
	assert_true(job->is_done);
	assert_told(fixture, "fake", "the plugin failed without saying why");
	job->is_done = false;
	job->n_head = 0;
	job->order.memory_max = 30 << 20;
	add_numbers(fixture, MESSAGE_DONE, MESSAGE_END_NO_MEMORY, NULL);
	assert_int_equal(feed(fixture), 0);
	assert_told(fixture, "fake",
		    bounds_has_memory() ? "out of memory (--limit memory=30M)" : "out of memory");
	job->order.confine = CONFINE_OFF;
	job_no_memory(job);
	assert_told(fixture, "fake", "out of memory");
	job->order.confine = CONFINE_AUTO;
	job->order.memory_max = 0;
	job_no_memory(job);
	assert_told(fixture, "fake", "out of memory");
	job->is_done = false;
	job->n_head = 0;
	add_numbers(fixture, MESSAGE_DONE, MESSAGE_END_FAILED, NULL);
	assert_int_equal(feed(fixture), 0);
	assert_told(fixture, "fake", "out of memory"); /* an error that was told is enough */
}

static void each_line_that_was_printed_is_told_and_empty_ones_are_not(void **state)
{
	struct fixture *fixture = *state;

	buf_put_text(&fixture->job.noise, "\none\n\n\ntwo");
	job_report_noise(&fixture->job);

	assert_int_equal(fixture->job.diag.n, 2);
	assert_string_equal(fixture->job.diag.messages[0].text, "printed: one");
	assert_string_equal(fixture->job.diag.messages[1].text, "printed: two");
	assert_int_equal(fixture->job.noise.n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_JOB(a_frame_of_another_task_or_time_is_a_breach),
		WITH_JOB(artifacts_are_opened_one_after_the_other_and_not_without_end),
		WITH_JOB(what_an_artifact_holds_is_counted_in_words_that_fit),
		WITH_JOB(a_question_is_answered_where_somebody_answers_and_waits),
		WITH_JOB(a_message_has_the_place_of_the_resource_that_it_is_about),
		WITH_JOB(an_end_says_how_and_what_stands_behind_it_is_not_read),
		WITH_JOB(each_line_that_was_printed_is_told_and_empty_ones_are_not),
	};

	return cmocka_run_group_tests_name("job_frames", tests, NULL, NULL);
}
