/* SPDX-License-Identifier: MIT */
/*
 * past - the older edition of a run, and what changed since.
 */
#ifndef MESHREPORT_CORE_PAST_H
#define MESHREPORT_CORE_PAST_H

#include "change/change.h"
#include "run/input.h"

struct past {
	struct input old;
	struct change *change; /* null until past_compare() */
};

#define PAST_INIT              \
	{                      \
		.change = NULL \
	}

/*
 * Loads the edition that --since names and tells the matrix of `input` what changed; both must outlive it.
 * RUN_DONE, or another exit code after errors; past_release() takes either.
 */
int past_compare(struct run *run, struct input *input, struct past *past);

/* Whether anything that is not ignored has changed, by what past_compare() has compared. */
bool past_has_changes(const struct input *input);

void past_release(struct past *past);

#endif
