/* SPDX-License-Identifier: MIT */
/*
 * trial_tell - the lines that the trials of one plugin say: for people, or as TAP (Test Anything Protocol, version 12).
 */
#ifndef MESHREPORT_CORE_TRIAL_TELL_H
#define MESHREPORT_CORE_TRIAL_TELL_H

#include "trial/trial_render.h"

/* One plugin under trial. */
struct trial {
	struct run *run;
	const struct plugin_file *file;
	const struct message_hello *info;
	struct buf out; /* its lines */
	size_t n, n_failed;
	int64_t most_ms;
};

/* A line; `why` is what was wrong, "" without. */
void trial_tell(struct trial *trial, bool is_good, const char *what, const char *why);

/* What was not tried, and why not. */
void trial_tell_skip(struct trial *trial, const char *what, const char *why);

/* Null where a run went as it should, else what was wrong with it; its words live as long as the outcome. */
const char *trial_tell_fault(struct trial *trial, struct trial_outcome *outcome);

#endif
