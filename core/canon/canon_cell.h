/* SPDX-License-Identifier: MIT */
/*
 * canon_cell - one cell in its shortest form: a word, a text, a list, a mapping.  With making.is_long every
 * cell is a mapping, or a list of texts.
 */
#ifndef MESHREPORT_CORE_CANON_CELL_H
#define MESHREPORT_CORE_CANON_CELL_H

#include "canon/making.h"

/* The cell as a member of `values`; null where nothing is to be said. */
struct node *canon_cell(struct making *making, uint32_t row, uint32_t col);

/* What is said of how cells are known, as members of what says it. */
void canon_cell_evidence(struct making *making, struct node *to,
			 const struct dataset_evidence *evidence);

#endif
