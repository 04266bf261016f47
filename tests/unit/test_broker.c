/* SPDX-License-Identifier: MIT */
/* An answer comes whole or not at all. */
#define _GNU_SOURCE /* _Fork() */
#include "child/broker.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "child/asking.h"
#include "port_help.h"

/* Stand before the library's: a system that makes no process, and a parent that has ended. */
static bool has_no_process, is_orphan;
static pid_t parent;

pid_t fork(void)
{
	errno = EAGAIN;
	return has_no_process ? -1 : _Fork();
}

pid_t getppid(void)
{
	return is_orphan ? 1 : parent;
}

struct taken {
	int status;
	size_t n;
	char bytes[20], words[40];
};

static void keep(struct taken *taken, int from)
{
	struct arena arena = ARENA_INIT;
	struct mr_bytes bytes;
	const char *words;

	taken->status = broker_take(from, &arena, &bytes, &words);
	taken->n = bytes.n;
	strncpy(taken->bytes, bytes.at, sizeof(taken->bytes) - 1);
	strncpy(taken->words, words, sizeof(taken->words) - 1);
	arena_release(&arena);
}

/* What is taken of an answer that says these lengths and has these bytes. */
static struct taken take(uint32_t n, uint32_t n_words, const char *bytes, size_t n_bytes)
{
	const uint32_t head[3] = {n, n_words, 0};
	struct taken taken = {0};
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], head, sizeof(head)), sizeof(head));
	assert_int_equal(write(ends[1], bytes, n_bytes), n_bytes);
	close(ends[1]);
	keep(&taken, ends[0]);
	close(ends[0]);
	return taken;
}

static void an_answer_is_words_and_then_bytes(void **state)
{
	struct taken taken = take(5, 3, "whybytes", 8);
	(void)state;

	assert_int_equal(taken.status, 0);
	assert_int_equal(taken.n, 5);
	assert_string_equal(taken.bytes, "bytes");
	assert_string_equal(taken.words, "why");
}

static void one_that_ends_early_or_says_too_much_is_none(void **state)
{
	static const struct {
		uint32_t n, n_words;
		size_t n_bytes;
	} cases[] = {
		{5, 3, 0},
		{5, 3, 2},
		{5, 3, 7},
		{BROKER_ANSWER_MAX + 1, 3, 8},
		{5, BROKER_WORDS_MAX + 1, 8},
		{UINT32_MAX, UINT32_MAX, 8},
	};
	int ends[2];
	struct taken taken = {0};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		taken = take(cases[i].n, cases[i].n_words, "whybytes", cases[i].n_bytes);
		assert_int_equal(taken.status, -1);
		assert_int_equal(taken.n, 0);
		assert_string_equal(taken.words, "the host could not");
	}
	/* and where nobody answered */
	assert_int_equal(pipe(ends), 0);
	close(ends[1]);
	keep(&taken, ends[0]);
	assert_int_equal(taken.status, -1);
	close(ends[0]);
}

static int answer(const void *context, const char *question, size_t n, struct broker_answer *out)
{
	for (int i = 0; i < *(const int *)context; i++)
		buf_put(&out->bytes, question, n);
	buf_put_text(&out->words, "words");
	return 0;
}

static struct taken ask(int times, size_t n)
{
	const struct broker_task task = {answer, &times};
	static char question[1 << 20];
	struct broker broker = {0};
	struct taken taken = {0};
	int ends[2];

	question[0] = 'q';
	parent = getpid();
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(broker_start(&broker, &task, question, n, ends[1]), 0);
	close(ends[1]);
	keep(&taken, ends[0]);
	close(ends[0]);
	broker_end(&broker);
	broker_end(&broker); /* there is none any more */
	return taken;
}

static void the_largest_answer_is_handed_out_and_a_larger_one_is_not(void **state)
{
	struct taken taken;
	(void)state;

	taken = ask(3, 1);
	assert_int_equal(taken.status, 0);
	assert_string_equal(taken.bytes, "qqq");
	assert_string_equal(taken.words, "words");
	taken = ask(65, 1 << 20);
	assert_int_equal(taken.status, -1);
	assert_int_equal(taken.n, 0);
	assert_int_equal(strncmp(taken.words, "it is larger than what is handed out", 36), 0);
}

static void a_broker_whose_parent_has_ended_answers_nobody(void **state)
{
	struct taken taken;
	(void)state;

	is_orphan = true;
	taken = ask(3, 1);
	is_orphan = false;

	assert_int_equal(taken.status, -1);
	assert_string_equal(taken.words, "the host could not");
}

static void where_no_process_can_be_had_the_system_says_why_there_is_no_answer(void **state)
{
	const int times = 1;
	struct desk *desk = desk_open();
	struct mr_bytes bytes;
	const char *why;
	(void)state;

	parent = getpid();
	desk->order.answer = answer;
	desk->order.answerer = &times;
	has_no_process = true;
	assert_int_equal(asking_artifact(desk->job, "csv", NULL, &bytes, &why), -1);
	has_no_process = false;
	assert_string_equal(why, strerror(EAGAIN));
	assert_int_equal(bytes.n, 0);
	assert_int_equal(asking_artifact(desk->job, "csv", NULL, &bytes, &why), 0);
	assert_string_equal(bytes.at, "artifact");
	desk_close(desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_answer_is_words_and_then_bytes),
		cmocka_unit_test(one_that_ends_early_or_says_too_much_is_none),
		cmocka_unit_test(the_largest_answer_is_handed_out_and_a_larger_one_is_not),
		cmocka_unit_test(a_broker_whose_parent_has_ended_answers_nobody),
		cmocka_unit_test(
			where_no_process_can_be_had_the_system_says_why_there_is_no_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
