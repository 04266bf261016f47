/* SPDX-License-Identifier: MIT */
/*
 * changes_details - what of a changed product, category, feature or cell is gone and what is new.
 */
#ifndef MESHREPORT_COMMON_CHANGES_DETAILS_H
#define MESHREPORT_COMMON_CHANGES_DETAILS_H

#include "common/change/changes.h"

struct changes_detail {
	/* MR_CHANGE_ADDED or MR_CHANGE_REMOVED; MR_CHANGE_CHANGED: said by its word alone */
	uint32_t kind;
	/*
	 * A word of the interface (mr_word) that says what it is; null where nothing need be said.  "" where `english`
	 * says it as it stands, as long as the list is kept
	 */
	const char *key, *english;
	/* Either words with markup, or plain ones, or "" */
	const struct mr_text *rich;
	const char *text;
	/* text is an address */
	bool is_address;
	/* text is the value of a place of this name in the word: "verified {date}"; null where it stands behind it */
	const char *place;
	/* It is a note, of that index in its edition */
	bool note;
	uint32_t note_index;
};

typedef void changes_put(void *context, const struct changes_detail *detail);

/*
 * Hands each detail of an entry to `put`, in a fixed order, valid for that call.  A long note that several entries of
 * a list tell is told whole of the first, and by its name of the others.  Status and words of a cell are not
 * among them.  An added or removed entry has none.
 */
void changes_details(const struct mr_matrix *m, const struct changes_entry *entry, changes_put *put,
		     void *context);

/*
 * What the document itself said and says: title, subtitle, day, credit, license, then statuses and profiles that it
 * declares; only what differs, either may be "".
 */
typedef void changes_put_own(void *context, const char *then, const char *now);
void changes_details_document(const struct mr_matrix *m, changes_put_own *put, void *context);

#endif
