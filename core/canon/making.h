/* SPDX-License-Identifier: MIT */
/*
 * making - a canonical document on its way: texts as Markdown, notes, and the comments that stand at places.
 */
#ifndef MESHREPORT_CORE_MAKING_H
#define MESHREPORT_CORE_MAKING_H

#include <stdbool.h>

#include "base/arena.h"
#include "canon/canon.h"
#include "canon/node.h"
#include "canon/respan.h"

struct making {
	const struct canon *canon;
	const struct mr_matrix *view;
	const struct dataset *set;
	struct arena arena; /* of the row being made */
	struct arena kept; /* Markdown of texts, by id */
	const char **sources; /* by id of a text, null where it was not asked for yet */
	const struct mr_text **texts; /* the same texts */
	const char **
		escaped; /* by id: what stands for it as an own note, where that is not its Markdown */
	struct respan respan;
	struct place *places; /* of the cells of the row being made, by the dataset's products */
	bool *is_used; /* by comment: it stands somewhere */
	bool *is_said; /* by comment: it stands above, where several things have its place */
	bool is_counting; /* nothing is written yet: comments find their places */
	bool is_long; /* every cell is said, and none by a word alone: for programs */
	bool has_long_ids; /* some product's is too long for a key of JSON (NODE_KEY_MAX) */
};

/* 0, or -1 when memory is refused; to be released either way. */
int making_init(struct making *making, const struct canon *canon);
void making_release(struct making *making);
bool making_has_failed(const struct making *making);

/* The Markdown of a text, "" for an empty one and when memory was refused (`kept` has failed). */
const char *making_markdown(struct making *making, const struct mr_text *text);

/* The comment on what was read at `place`, lines in `arena`, or null. */
const char *making_comment(struct making *making, struct place place);

/* Adds `notes` to a mapping, by ids and as words; nothing for none. */
void making_notes(struct making *making, struct node *to, const struct mr_array *notes);

#endif
