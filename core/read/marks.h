/* SPDX-License-Identifier: MIT */
/*
 * marks - which note belongs where.
 *
 *     no*   yes<sup>2</sup>   DBHASH ¹⁰   ❌[^1]   yes♦   Yes [a]
 *     *= might be possible …          ² needs …          [^1]: …
 *
 * A mark is a note when the page defines it: behind the table first, else before it.  The nearest definition
 * counts, so that ¹ may mean something else under the next table.  What is not defined stays in the words.
 */
#ifndef MESHREPORT_CORE_MARKS_H
#define MESHREPORT_CORE_MARKS_H

#include "read/reading.h"

/* One definition. */
struct marks_note {
	uint32_t key; /* of marks.keys */
	uint32_t n_grids_before;
	const struct inline_text *text;
	struct place place;
	uint32_t n_uses;
	bool is_weak; /* an item of a list that may be none: nobody misses its mark */
	uint32_t next; /* the next definition of the key, + 1; 0: none */
	uint32_t number; /* for who fills: what it became, + 1 */
};

struct marks {
	struct strset keys; /* "*", "1", "^label" */
	struct vec first; /* uint32_t by key: its first definition, + 1 */
	struct vec notes; /* struct marks_note */
};

void marks_init(struct marks *marks);
void marks_release(struct marks *marks);

/* Collects the definitions of the file. */
void marks_collect(struct marks *marks, struct reading *reading);

/* Whether the words from `first` to `end` begin with a mark and go on: a note, wherever they stand. */
bool marks_begins_note(const struct inline_text *text, size_t first, size_t end);

static inline bool marks_is_note(const struct inline_text *text)
{
	return marks_begins_note(text, 0, text->n);
}

enum { MARKS_MAX = 16 };

/* The notes that a text refers to. */
struct marks_found {
	uint32_t notes[MARKS_MAX]; /* of marks.notes */
	uint32_t n;
	bool has_undefined; /* a mark without a definition stays in `text` */
	char undefined[24]; /* it */
	const struct inline_text *text; /* without the marks of the notes */
	const struct inline_text *bare; /* also without undefined ones, to tell the status */
};

/* The definition that counts for a grid: the first behind it, else the last before it; null for none. */
struct marks_note *marks_definition(const struct marks *marks, const char *key, uint32_t grid);

/* marks_take.c: takes the marks of notes out of a text in grid `grid` (of the file). */
void marks_take(struct marks *marks, struct reading *reading, const struct inline_text *text,
		uint32_t grid, struct marks_found *out);

/* Notes behind one of the grids that nothing referred to are said. */
void marks_report(const struct marks *marks, struct reading *reading, uint32_t first_grid,
		  uint32_t last_grid);

#endif
