/* SPDX-License-Identifier: MIT */
/*
 * heads - what a column is for: a product, the features' description, or to be left out.
 */
#ifndef MESHREPORT_CORE_HEADS_H
#define MESHREPORT_CORE_HEADS_H

#include "read/table.h"

enum heads_use { HEADS_PRODUCT, HEADS_DESCRIPTION, HEADS_CATEGORY, HEADS_WEIGHT, HEADS_DROPPED };

/*
 * What item `item` (a column, or with products in rows a row) is for, by its name, the options and a table of
 * words ("Notes", "Bemerkung").  Options that apply are counted in `used` (by index: descriptions, then drops).
 */
enum heads_use heads_of(struct reading *reading, const struct table *table, uint32_t item,
			const struct inline_text *name, bool *used);

/* Whether it is a word for remarks ("Notes", "Bemerkung"). */
bool heads_is_description(struct reading *reading, const struct inline_text *name);

/* Whether lines of the other direction are named by an option to be left out: --drop works on both. */
bool heads_drops(struct reading *reading, const struct inline_text *name, bool *used);

/*
 * A number as a table has it ("2", "1,5", "20 %") as a dataset has it, in the reading's arena; null for what is
 * none, and for one below zero.
 */
const char *heads_weight(struct reading *reading, const struct inline_text *text);

#endif
