/* SPDX-License-Identifier: MIT */
/*
 * md_words - the inlines of a node of cmark-gfm as inline Markdown that needs no more of the page: links
 * have their addresses, letters are escaped, notes are [^label] with the label of their definition.
 */
#ifndef MESHREPORT_MD_WORDS_H
#define MESHREPORT_MD_WORDS_H

#include "common/read/lines.h"
#include "common/write/out.h"

#include <cmark-gfm.h>
#include <stddef.h>

/*
 * The labels of the notes by their number from 1, and their definitions.  cmark-gfm puts the number where the
 * page has the label, moves definitions to the end of the document in the order of their numbers, and hands
 * out no label: it is read in the line that the definition begins at.
 */
struct md_words_notes {
	char **labels;
	size_t n;
};

/* -1 without memory. */
int md_words_notes_init(struct md_words_notes *notes, cmark_node *document,
			const struct lines *lines);
void md_words_notes_release(struct md_words_notes *notes);

/* Adds the words of all that is in `node` to `out`. */
void md_words_put(struct out *out, cmark_node *node, const struct md_words_notes *notes);

#endif
