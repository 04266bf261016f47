/* SPDX-License-Identifier: MIT */
/*
 * dataset_build - what the readers of rows (dataset_build.c) and of cells (dataset_build_cells.c) share.
 *
 * The shape of a dataset, as functions: each reads one kind of node and leaves its mistakes as
 * messages.  Reading goes on after a mistake, so that one run tells them all.  Private to the two.
 */
#ifndef MESHREPORT_CORE_DATASET_BUILD_H
#define MESHREPORT_CORE_DATASET_BUILD_H

#include "data/dataset_raw.h"

struct build {
	struct walk walk;
	struct load *load;
	struct raw *raw;
	struct keyset ids; /* of statuses and notes */
	struct keyset values;
};

static const struct raw_scalar NONE = RAW_NONE; /* nothing written */

/* Whether a node says nothing: an empty one, `~` or null. */
bool build_is_null(const struct load *load, const struct event *event);

/* A text; what is none is reported and skipped. */
void build_scalar(struct build *build, struct raw_scalar *out);

/* A text of Markdown, which is parsed at once. */
void build_text(struct build *build, struct raw_scalar *out);

/* A list of texts; one text stands for a list of one, nothing for an empty one. */
void build_list(struct build *build, struct raw_list *list);

/* The same, whose first event was read. */
void build_list_from(struct build *build, const struct event *start, struct raw_list *list);

/* The cells of a feature. */
void build_values(struct build *build, struct raw_feature *feature);

#endif
