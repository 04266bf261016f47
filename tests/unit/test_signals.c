/* SPDX-License-Identifier: MIT */
/* Signals that are held back: which arrived, and that one who is ignored never does. */
#include "base/signals.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void set(int number, void (*handler)(int))
{
	struct sigaction action = {.sa_handler = handler};

	assert_int_equal(sigaction(number, &action, NULL), 0);
}

static void a_signal_that_is_held_back_has_arrived(void **state)
{
	sigset_t before;
	(void)state;

	signals_hold(&before);
	assert_int_equal(signals_arrived(), 0);
	assert_int_equal(raise(SIGUSR1), 0);
	assert_int_equal(signals_arrived(), SIGUSR1);

	set(SIGUSR1, SIG_IGN); /* forgets it */
	signals_give_back(&before);
	set(SIGUSR1, SIG_DFL);
}

/* Linux keeps also an ignored signal while it is blocked: who blocked it may yet handle it. */
static void an_ignored_signal_does_not_arrive(void **state)
{
	sigset_t before, both;
	(void)state;

	sigemptyset(&both);
	sigaddset(&both, SIGUSR2);
	sigaddset(&both, SIGTSTP);
	set(SIGUSR2, SIG_IGN);
	set(SIGTSTP, SIG_IGN);
	assert_int_equal(sigprocmask(SIG_BLOCK, &both, &before), 0);
	assert_int_equal(raise(SIGUSR2), 0);
	assert_int_equal(raise(SIGTSTP), 0);

	assert_int_equal(signals_arrived(), 0);
	assert_false(signals_stop_arrived());

	sigprocmask(SIG_SETMASK, &before, NULL);
	set(SIGUSR2, SIG_DFL);
	set(SIGTSTP, SIG_DFL);
}

static void a_stop_that_is_held_back_has_arrived(void **state)
{
	sigset_t before;
	(void)state;

	signals_hold_stop(&before);
	assert_false(signals_stop_arrived());
	assert_int_equal(raise(SIGTSTP), 0);
	assert_true(signals_stop_arrived());

	set(SIGTSTP, SIG_IGN);
	sigprocmask(SIG_SETMASK, &before, NULL);
	set(SIGTSTP, SIG_DFL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_signal_that_is_held_back_has_arrived),
		cmocka_unit_test(an_ignored_signal_does_not_arrive),
		cmocka_unit_test(a_stop_that_is_held_back_has_arrived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
