/* SPDX-License-Identifier: MIT */
/*
 * canon_json - what a matrix shows as a dataset in JSON, for programs (data/export.schema.json says its shape).
 *
 * It is a dataset as well, since JSON is YAML, and loads to the same matrix.  Other than in canon.h's form nothing
 * is left to be known: each feature has a cell for each product, each cell its status, and x-statuses
 * says of each status that is used what it is called and counts as.  One line a product and a feature.
 */
#ifndef MESHREPORT_CORE_CANON_JSON_H
#define MESHREPORT_CORE_CANON_JSON_H

#include "canon/canon.h"

/*
 * Appends the document; refused memory shows in `out`.  As lines (JSON Lines): the first holds all but the
 * features, then one a feature with the id of its category as "category".  `mark` is mr_stamp.mark, "" for none.
 */
void canon_json_put(struct buf *out, const struct canon *canon, const char *mark, bool is_lines);

/* The document with one more member, "x-texts" (canon_texts.h): what a script is handed. */
void canon_json_put_with_texts(struct buf *out, const struct canon *canon, const char *mark);

#endif
