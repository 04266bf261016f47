/* SPDX-License-Identifier: MIT */
/*
 * json_cell - what one value is as a cell.
 *
 * Strings and numbers are their letters, true and false are marked as such, null says nothing.  The parts of an
 * array are joined by commas.  Of an object the member that answers (value, status, support) is the text, its
 * address the link and its remark the comment; other members are "key: value".
 */
#ifndef MESHREPORT_JSON_CELL_H
#define MESHREPORT_JSON_CELL_H

#include "json/json_page.h"

/* Hands the value over; `cell` has row and column, and flags to add to. */
void json_cell_put(struct json_page *page, uint32_t node, struct mr_grid_cell *cell);

/* Hands over plain letters at the place of a value. */
void json_cell_letters(struct json_page *page, const char *letters, uint32_t place,
		       struct mr_grid_cell *cell);

/*
 * Hands over the name of an entry with its link; other members but `but` (0 for none) are hints.  `id` is
 * its name when no member has one.
 */
void json_cell_name(struct json_page *page, uint32_t entry, const char *id, uint32_t but,
		    struct mr_grid_cell *cell);

/* Whether an object is one answer and no row: it has a member that answers. */
bool json_cell_is_answer(const struct json_tree *tree, uint32_t node);

/* "a, b; key: c": all letters in a value. */
void json_cell_words(struct out *out, const struct json_tree *tree, uint32_t node);

#endif
