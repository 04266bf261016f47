/* SPDX-License-Identifier: MIT */
/*
 * check_notes - the notes that a product, category, feature, cell or part refers to.
 */
#ifndef MESHREPORT_CORE_CHECK_NOTES_H
#define MESHREPORT_CORE_CHECK_NOTES_H

#include "check/check_value.h"

/* Resolves the list `notes` of what `spot` names: shared notes by id, others as texts of its own. */
void check_notes(struct check *check, const struct spot *spot, const struct raw_list *list,
		 struct dataset_note_uses *out);

#endif
