/* SPDX-License-Identifier: MIT */
/*
 * order - what every child of a run that renders is told: the matrix, its canonical form, the clock, options, and what the
 * stamp says.
 */
#ifndef MESHREPORT_CORE_ORDER_H
#define MESHREPORT_CORE_ORDER_H

#include "out/target.h"
#include "run/input.h"
#include "run/past.h"

struct order_of {
	const struct input *input; /* selected */
	const struct past *past; /* or null */
	const struct canon *canon;
	const struct target *target; /* what files beside the document are called after */
	bool has_no_mark; /* the artifacts are to have no stamp */
	bool is_screen; /* it goes to standard output, as one that is read there may */
};

/* Everything is borrowed until the group has ended.  RUN_DONE, or another exit code after an error. */
int order_jobs(struct run *run, struct group *group, const struct order_of *of);

/* child_order.canonical; `canon` is a struct canon. */
void order_put_canonical(const void *canon, enum mr_canonical form, const char *mark,
			 struct buf *out);

#endif
