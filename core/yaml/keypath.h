/* SPDX-License-Identifier: MIT */
/*
 * keypath - where in a document a reader is: "categories[1].features[0].values.istio".
 *
 * Whoever walks (walk.c) keeps it up to date; whoever finds a mistake, above or below, reports it with it.
 */
#ifndef MESHREPORT_CORE_KEYPATH_H
#define MESHREPORT_CORE_KEYPATH_H

#include "base/buf.h"
#include "data/load.h"

/* The shape of a dataset is fixed: a part of a cell's values is the deepest place that is read. */
enum { KEYPATH_LEVELS = 16 };

struct keypath {
	struct keypath_step {
		uint32_t key; /* string, STRSET_NONE: only an index */
		uint32_t index; /* UINT32_MAX: none */
	} steps[KEYPATH_LEVELS];
	unsigned level; /* steps that count */
};

/* An error at `place` with the path as it is; `suggestion` may be null. */
void keypath_error(const struct keypath *path, struct load *load, struct place place,
		   const char *suggestion, const char *format, ...) MR_PRINTF(5, 6);

/* The same with a hint, which may be null, in place of a suggestion. */
void keypath_hint(const struct keypath *path, struct load *load, struct place place,
		  const char *hint, const char *format, ...) MR_PRINTF(5, 6);

#endif
