/* SPDX-License-Identifier: MIT */
#include "base/signals.h"

#include <stddef.h>

/* What comes from outside and ends a program that does nothing about it; SIGKILL cannot be held back. */
static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGALRM, SIGUSR1, SIGUSR2};

static bool is_ignored(int number)
{
	struct sigaction action;

	return sigaction(number, NULL, &action) != 0 || action.sa_handler == SIG_IGN;
}

static bool is_pending(int number)
{
	sigset_t pending;

	return sigpending(&pending) == 0 && sigismember(&pending, number) == 1 &&
	       !is_ignored(number);
}

void signals_hold(sigset_t *before)
{
	sigset_t held;

	sigemptyset(&held);
	for (size_t i = 0; i < sizeof(ending) / sizeof(*ending); i++)
		if (!is_ignored(ending[i]))
			sigaddset(&held, ending[i]);
	sigprocmask(SIG_BLOCK, &held, before);
}

void signals_give_back(const sigset_t *before)
{
	sigprocmask(SIG_SETMASK, before, NULL);
}

int signals_arrived(void)
{
	sigset_t pending;

	if (sigpending(&pending) != 0)
		return 0;
	for (size_t i = 0; i < sizeof(ending) / sizeof(*ending); i++)
		if (sigismember(&pending, ending[i]) == 1 && !is_ignored(ending[i]))
			return ending[i];
	return 0;
}

static void only_stop(sigset_t *set)
{
	sigemptyset(set);
	sigaddset(set, SIGTSTP);
}

void signals_hold_stop(sigset_t *before)
{
	sigset_t stop;

	only_stop(&stop);
	sigprocmask(SIG_BLOCK, &stop, before);
}

bool signals_stop_arrived(void)
{
	return is_pending(SIGTSTP);
}

void signals_stop(void)
{
	sigset_t stop, before;

	only_stop(&stop);
	sigprocmask(SIG_UNBLOCK, &stop, &before);
	sigprocmask(SIG_SETMASK, &before, NULL);
}
