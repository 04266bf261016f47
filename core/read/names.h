/* SPDX-License-Identifier: MIT */
/*
 * names - what the names along an axis of a table look like: products, or what is asked of them.
 *
 * A product has a proper name.  A feature is named by a phrase ("automatic injection"), an abstract noun
 * ("Tracing", "Encryption"), a key of a program (circuit_breaking, hasDashboard) or what any product is recorded
 * with (version, licence, website).  No name is proof; what counts is the share of an axis against that of the other.
 */
#ifndef MESHREPORT_CORE_NAMES_H
#define MESHREPORT_CORE_NAMES_H

#include "read/table.h"

/* Whether a name looks like a feature's, by the rules above. */
bool names_is_feature_like(struct reading *reading, const struct inline_text *name);

/*
 * From 2 to 1 where half or a third of the names in the head look like features and those of the first column do not,
 * -1 to -2 for the contrary, 0 where both or neither do.
 */
int names_lean(struct reading *reading, const struct table *table);

#endif
