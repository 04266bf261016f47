/* SPDX-License-Identifier: MIT */
/*
 * weights - what features weigh, as a reader is told.
 *
 * A coverage is weighted, printed counts are not (plugin.h, struct mr_counts).  Where every counted
 * feature weighs 1 the two agree and nothing is said; otherwise the weights stand at the features,
 * and beside a coverage the line "coverage_weighted" of the words names them.
 *
 * Fact rows are counted nowhere, so that their weight is nothing to tell.  Errors are the writer's.
 */
#ifndef MESHREPORT_COMMON_WEIGHTS_H
#define MESHREPORT_COMMON_WEIGHTS_H

#include <stdbool.h>

#include <meshreport/plugin.h>

#include "common/write/out.h"

/* Weights that a line names before its ellipsis: a line, not a second table. */
#define WEIGHTS_MOST_NAMED 8

/* "×9" after U+00A0, with the digits that the dataset has: somebody will count with them. */
void weights_put(struct out *out, double weight);

/* Whether the feature is counted, and not once. */
bool weights_has_mark(const struct mr_feature *feature);

/* Whether any feature of the matrix has a mark. */
bool weights_matter(const struct mr_matrix *matrix);

/* "×9" after U+00A0; nothing where the feature has no mark.  No byte of it is markup in any format. */
void weights_put_mark(struct out *out, const struct mr_feature *feature);

/*
 * "Coverage is weighted, the counts are not: First ×9, Fourth ×0", in plain text that is still to be
 * escaped; a long list ends in an ellipsis.  Nothing where no weight matters.
 */
void weights_put_line(struct out *out, const struct mr_matrix *matrix);

#endif
