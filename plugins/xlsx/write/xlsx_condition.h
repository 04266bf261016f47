/* SPDX-License-Identifier: MIT */
/*
 * xlsx_condition - what a cell becomes when it is edited: its colour and symbol follow its words, which are chosen from
 * a list.
 *
 * A cell whose words begin as another status is called keeps its own look as long as it says just this; beyond 1,000 such
 * words the cells have no conditions and keep their look whatever is written there.  No two ranges overlap: of two
 * conditions on a cell LibreOffice takes the one that stands first in the file, Excel the one that says so.
 */
#ifndef MESHREPORT_XLSX_CONDITION_H
#define MESHREPORT_XLSX_CONDITION_H

#include "xlsx/xlsx_writer.h"

/* The status that the words alone would be taken for, MR_NO_STATUS for none. */
uint32_t xlsx_condition_guess(const struct mr_matrix *m, const char *words);

/* For the whole table, when its places are known. */
void xlsx_condition_put(struct xlsx_writer *writer);

#endif
