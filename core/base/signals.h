/* SPDX-License-Identifier: MIT */
/*
 * signals - what would end the program is held back while there is something to clear away: children,
 * temporary files, folders made for this run.
 *
 *   signals_hold() ──> work, asking signals_arrived() now and then ──> clear away ──> signals_give_back()
 *
 * A signal that came meanwhile ends the program in signals_give_back(), as if it came then, so that a shell
 * sees how it ended.  Nothing is caught and no state is kept: what has come is asked of the system.  While
 * signals are held no call may block for long (sink.c writes to pipes piece by piece); pairs may lie in
 * each other.  What is ignored (nohup) stays so: held back it would count as having come.
 */
#ifndef MESHREPORT_CORE_SIGNALS_H
#define MESHREPORT_CORE_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/* How often whoever waits with signals held back looks for one, in milliseconds. */
enum { SIGNALS_TICK_MS = 100 };

void signals_hold(sigset_t *before);
void signals_give_back(const sigset_t *before);

/* The first of the ending signals that has come and is held back, or 0. */
int signals_arrived(void);

/*
 * ^Z alone (SIGTSTP), for whoever has others to stop first: signals_stop() lets it take effect, and
 * returns when the program goes on.
 */
void signals_hold_stop(sigset_t *before);
bool signals_stop_arrived(void);
void signals_stop(void);

#endif
