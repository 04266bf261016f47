/* SPDX-License-Identifier: MIT */
/* How a plugin's process ended, in words; and that one that is none is not touched. */
#include "host/process.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void an_end_is_said_with_its_number_and_its_name_where_it_has_one(void **state)
{
	/* as waitpid() has it: a signal in the low bits, a status above them */
	static const struct {
		int status;
		const char *words;
		int exit_status;
	} ends[] = {
		{SIGSEGV, "signal 11 (SIGSEGV)", -1},
		{SIGQUIT, "signal 3 (SIGQUIT)", -1},
		{SIGVTALRM, "signal 26 (another signal)", -1},
		{0, "exit status 0", 0},
		{PROCESS_NOT_BEGUN << 8, "exit status 113", PROCESS_NOT_BEGUN},
	};
	char words[60];
	(void)state;

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		const struct process process = {.status = ends[i].status};

		process_explain(&process, words, sizeof(words));
		assert_string_equal(words, ends[i].words);
		assert_int_equal(process_exit_status(&process), ends[i].exit_status);
	}
}

/* Its number would be that of the group of whoever asks. */
static void one_that_is_none_has_ended_and_gets_no_signal(void **state)
{
	struct process process = PROCESS_INIT;
	(void)state;

	assert_true(process_has_ended(&process));
	process_stop(&process);
	process_continue(&process);
	process_kill(&process);
	process_end(&process);
	assert_true(process_has_ended(&process));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_end_is_said_with_its_number_and_its_name_where_it_has_one),
		cmocka_unit_test(one_that_is_none_has_ended_and_gets_no_signal),
	};

	return cmocka_run_group_tests_name("process", tests, NULL, NULL);
}
