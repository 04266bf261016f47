/* SPDX-License-Identifier: MIT */
/*
 * orient - which way round a table stands: products in its columns, as usual, or in its rows.
 */
#ifndef MESHREPORT_CORE_ORIENT_H
#define MESHREPORT_CORE_ORIENT_H

#include "read/table.h"

/*
 * Whether the products are the rows; `out_why` (static) says what tells so.  For columns it says what speaks against
 * them: "" where nothing does and the habit decides.
 */
bool orient_in_rows(struct reading *reading, const struct table *table, const char **out_why);

/* Whether a head says that products, or features, stand below it. */
bool orient_is_product(struct reading *reading, const struct inline_text *head);
bool orient_is_feature(struct reading *reading, const struct inline_text *head);

#endif
