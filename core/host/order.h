/* SPDX-License-Identifier: MIT */
/*
 * order - what a parent tells its child to do, and what both hold each other to.
 */
#ifndef MESHREPORT_CORE_ORDER_H
#define MESHREPORT_CORE_ORDER_H

#include <stddef.h>
#include <stdint.h>

#include <meshreport/plugin.h>

#include "host/registry.h"

enum child_task {
	CHILD_DESCRIBE, /* HELLO and no more: for lists and help */
	CHILD_TEMPLATE, /* the built-in template as the only artifact */
	CHILD_RENDER
};

/* What a child is to do.  Everything is borrowed from the parent's memory, which fork() has copied. */
struct child_order {
	enum child_task task;
	const struct plugin_file *file;
	const struct home *home;
	const struct mr_matrix *matrix; /* for CHILD_RENDER */
	int64_t clock;
	const char *const *options; /* every -O of the command line */
	size_t n_options;
	struct mr_bytes
		template_bytes; /* the user's that may be meant for this format, with its NUL */
	bool has_template; /* it is: decided by the parent once all formats are known, said on `go` */
};

/* What becomes of one -O in one format. */
enum child_verdict {
	CHILD_OPTION_FOREIGN = 0, /* meant for another format */
	CHILD_OPTION_KNOWN,
	CHILD_OPTION_UNKNOWN, /* with the nearest key, or "" */
	CHILD_OPTION_WRONG /* with the reason */
};

/* Sizes that the parent holds the child's words to. */
enum {
	CHILD_MESSAGE_MAX = 4000,
	CHILD_ARTIFACTS_MAX = 4096,
	CHILD_WHAT_MAX = 24 /* the noun of describe() */
};

#endif
