/* SPDX-License-Identifier: MIT */
#include "run/deadline.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/signals.h"

enum { TICK_NS = SIGNALS_TICK_MS * 1000000, TICKS_A_SECOND = 1000 / SIGNALS_TICK_MS };

_Static_assert(TICKS_A_SECOND == 10, "a tick is a decimal place of what is said");

/* Nobody else's: SIGALRM may come from outside, and then ends the program as any signal does. */
static int tick_signal(void)
{
	return SIGRTMIN;
}

static void on_tick(int number, siginfo_t *info, void *context)
{
	struct deadline *deadline = info->si_value.sival_ptr;

	(void)context;
	if (info->si_code != SI_TIMER) {
		signal(number, SIG_DFL);
		raise(number);
		return;
	}
	if (--deadline->ticks_left > 0)
		return;
	/* Who cannot be told is told by the status alone. */
	if (write(STDERR_FILENO, deadline->words, deadline->n) < 0)
		errno = 0;
	_exit(RUN_FAILED);
}

/* Made beforehand: a handler may not ask for memory. */
static void prepare_words(struct deadline *deadline, const struct run *run, const char *file,
			  const char *doing)
{
	struct diag_message message = {.severity = MR_ERROR, .file = file};
	struct buf line = BUF_INIT, text = BUF_INIT;

	buf_printf(&text, "still %s after %lld.%lld s, and was ended (--timeout)", doing,
		   (long long)(deadline->ticks_left / TICKS_A_SECOND),
		   (long long)(deadline->ticks_left % TICKS_A_SECOND));
	message.text = buf_text(&text);
	diag_format(&line, &message, run->has_color);
	if (line.n > DEADLINE_WORDS) {
		message.file = NULL; /* a name that leaves no room for the words */
		buf_clear(&line);
		diag_format(&line, &message, run->has_color);
	}
	deadline->n = text.failed || line.failed ? 0 : line.n;
	memcpy(deadline->words, buf_text(&line), deadline->n);
	buf_release(&line);
	buf_release(&text);
}

static void listen(struct deadline *deadline)
{
	struct sigaction action = {.sa_sigaction = on_tick, .sa_flags = SA_SIGINFO | SA_RESTART};
	sigset_t own;

	sigemptyset(&action.sa_mask);
	sigaction(tick_signal(), &action, &deadline->action);
	sigemptyset(&own);
	sigaddset(&own, tick_signal());
	sigprocmask(SIG_UNBLOCK, &own, &deadline->mask);
}

static void stop_listening(struct deadline *deadline)
{
	sigprocmask(SIG_SETMASK, &deadline->mask, NULL);
	sigaction(tick_signal(), &deadline->action, NULL);
}

void deadline_begin(struct deadline *deadline, const struct run *run, const char *file,
		    const char *doing)
{
	const struct itimerspec every = {{0, TICK_NS}, {0, TICK_NS}};
	struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = tick_signal()};

	*deadline = (struct deadline){.is_set = false};
	if (run->args.timeout <= 0)
		return;
	deadline->ticks_left = (int64_t)(run->args.timeout * TICKS_A_SECOND + 0.999999);
	if (deadline->ticks_left == 0)
		deadline->ticks_left = 1;
	prepare_words(deadline, run, file, doing);
	event.sigev_value.sival_ptr = deadline;
	if (timer_create(CLOCK_MONOTONIC, &event, &deadline->timer) != 0)
		return;
	deadline->is_set = true;
	listen(deadline);
	timer_settime(deadline->timer, 0, &every, NULL);
}

/* A tick that is on its way has arrived when the timer is gone: the signal is not held back. */
void deadline_end(struct deadline *deadline)
{
	if (!deadline->is_set)
		return;
	timer_delete(deadline->timer);
	stop_listening(deadline);
	deadline->is_set = false;
}
