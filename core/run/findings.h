/* SPDX-License-Identifier: MIT */
/*
 * findings - the report of a file that was read: one line a doubt, and what there is in the end.
 */
#ifndef MESHREPORT_CORE_FINDINGS_H
#define MESHREPORT_CORE_FINDINGS_H

#include "run/input.h"

/*
 * Prints what was doubted and what was reported so far to standard error, as lines or as JSON (--report).
 * The exit code: `status`, or RUN_FAILED where it was good and -W (--strict) makes an error of a doubt.
 */
int findings_say(struct run *run, const struct input *input, int status);

/* The doubts become messages of the run, for who prints these. */
void findings_take(struct run *run, const struct input *input);

#endif
