/* SPDX-License-Identifier: MIT */
/*
 * groups - a column that says which category each row is of ("Category", "Bereich"), as exports have it.
 *
 *     category | feature | A | B          the first two columns are the stub
 *     feature  | A | B | category         a column among the products
 */
#ifndef MESHREPORT_CORE_GROUPS_H
#define MESHREPORT_CORE_GROUPS_H

#include "read/table.h"

/* Whether a column with such a head names categories, by its words. */
bool groups_is_word(struct reading *reading, const struct inline_text *head);

/*
 * Whether the first column names the categories of the rows that the second one names: by its head, and because
 * the second has words in every row and no status.
 */
bool groups_are_first(struct reading *reading, const struct table *table);

/* Whether a column has no status and names fewer groups than there are rows. */
bool groups_repeat(struct reading *reading, const struct table *table, uint32_t column);

/*
 * The rows of the file in the order in which they are read: those of one group stand together, groups as they come
 * first.  A blank goes on with the group above.  Null where they stand so already, where rows that are sections
 * order them, and when memory is refused.
 */
const uint32_t *groups_order(struct reading *reading, const struct table *table, uint32_t column);

#endif
