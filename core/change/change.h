/* SPDX-License-Identifier: MIT */
/*
 * change - what changed since an older edition, for the matrix of a newer one.
 *
 * The matrix of the old edition is made here, of what belongs to the selection of the new one: its products,
 * categories and features, and those that are gone, unless the selection names others of their kind.
 *
 * LIFETIME.  The change must outlive every use of the new matrix, and both datasets the change.
 */
#ifndef MESHREPORT_CORE_CHANGE_H
#define MESHREPORT_CORE_CHANGE_H

#include "base/buf.h"
#include "base/diag.h"
#include "data/dataset.h"
#include "view/matrix.h"

struct change_wish {
	const struct select_request *request; /* that the new matrix was made by */
	unsigned ignored; /* enum mr_changed */
	bool by_name; /* match by names what no id matches: a file that has no ids of its own */
	bool is_diff; /* see struct mr_since */
};

struct change;

/*
 * Gives `matrix` its `since`; the texts of `old` get ids above its own.  Null after an error ("out of memory") was
 * reported; doubts are warnings (match.h).
 */
struct change *change_new(struct matrix *matrix, struct dataset *old,
			  const struct change_wish *wish, struct diag *diag);
void change_free(struct change *change);

/* The word of --ignore in `n` bytes ("links", "notes", "words", "evidence"); 0 for an unknown one. */
unsigned change_ignored(const char *word, size_t n);

/* " --ignore links,notes": the option that says so; nothing where nothing is ignored. */
void change_put_ignored(struct buf *out, unsigned ignored);

/* The words, as --help and messages list them: "links, notes, words or evidence". */
#define CHANGE_IGNORED "links, notes, words or evidence"

#endif
