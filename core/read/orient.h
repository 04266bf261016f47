/* SPDX-License-Identifier: MIT */
/*
 * orient - which way round a table stands: products in its columns, as usual, or in its rows.
 */
#ifndef MESHREPORT_CORE_ORIENT_H
#define MESHREPORT_CORE_ORIENT_H

#include "read/table.h"

/* Whether the products are the rows; `out_why` says what tells so (static, "" for the habit). */
bool orient_in_rows(struct reading *reading, const struct table *table, const char **out_why);

/* Whether a head says that products, or features, stand below it. */
bool orient_is_product(struct reading *reading, const struct inline_text *head);
bool orient_is_feature(struct reading *reading, const struct inline_text *head);

#endif
