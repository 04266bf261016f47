/* SPDX-License-Identifier: MIT */
/*
 * findings - the report of a file that was read: one line a doubt, and what there is in the end.
 */
#ifndef MESHREPORT_CORE_FINDINGS_H
#define MESHREPORT_CORE_FINDINGS_H

#include "cli/input.h"

/*
 * Prints what was doubted and what was reported so far to standard error, as lines or as JSON (--report).
 * The exit code: `status`, or RUN_FAILED where it was good and -W (--strict) makes an error of a doubt.
 */
int findings_say(struct run *run, const struct input *input, int status);

/* "two\nlines" -> "\"two\\nlines\"" (RFC 8259, 7). */
void findings_put_json(struct buf *out, const char *text);

#endif
