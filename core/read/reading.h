/* SPDX-License-Identifier: MIT */
/*
 * reading - one file on its way to a dataset: what all decisions have in hand.
 *
 * Private to core/read.  Memory that is refused leaves `failed`; whoever notices passes it up in silence.
 */
#ifndef MESHREPORT_CORE_READING_H
#define MESHREPORT_CORE_READING_H

#include "read/interpret.h"
#include "words/inline.h"
#include "words/vocabulary.h"

struct reading {
	const struct grid_file *file;
	const struct interpret_options *options;
	struct doubts *doubts;
	struct inline_pool pool;
	struct vocabulary vocabulary;
	struct arena arena;
	struct buf scratch, repaired;
	/* Blocks of the file, SIZE_MAX for none: its first two headings, and of those of level 1 the first two. */
	size_t headings[2], titles[2];
	size_t *heading_before; /* by number of blocks: the last heading among so many, SIZE_MAX for none */
	bool failed;
};

int reading_init(struct reading *reading, const struct grid_file *file,
		 const struct interpret_options *options, struct doubts *doubts);
void reading_release(struct reading *reading);

/* Whether memory was refused anywhere. */
bool reading_has_failed(const struct reading *reading);

/*
 * The words of a text of the file.  Those that went through a wrong encoding are reported, and put right
 * with --repair.  An empty text when memory is refused, never null.
 */
const struct inline_text *reading_text(struct reading *reading, const char *source, bool is_literal,
				       struct place place);

/* Those of a cell; null counts as an empty one. */
const struct inline_text *reading_cell(struct reading *reading, const struct grid_cell *cell);

/* A space for each break: a name is one line, and so is an item of a list.  Never null. */
const struct inline_text *reading_one_line(struct reading *reading, const struct inline_text *text);

#endif
