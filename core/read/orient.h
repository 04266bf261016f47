/* SPDX-License-Identifier: MIT */
/*
 * orient - which way round a table stands: products in its columns, as usual, or in its rows.
 */
#ifndef MESHREPORT_CORE_ORIENT_H
#define MESHREPORT_CORE_ORIENT_H

#include "read/table.h"

/* Whether the products are the rows; `out_why` says what tells so (static, "" for the habit). */
bool orient_in_rows(struct reading *reading, const struct table *table, const char **out_why);

#endif
