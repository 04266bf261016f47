/* SPDX-License-Identifier: MIT */
#include "read/marks.h"

#include "base/ascii.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "data/folded.h"
#include "words/mark.h"

#include <string.h>

void marks_init(struct marks *marks)
{
	*marks = (struct marks){0};
	strset_init(&marks->keys);
}

void marks_release(struct marks *marks)
{
	strset_release(&marks->keys);
	vec_release(&marks->first);
	vec_release(&marks->notes);
}

/* ---- definitions */

static void define(struct marks *marks, struct reading *reading, const char *key,
		   const struct inline_text *text, const struct grid_block *block)
{
	uint32_t number = strset_put(&marks->keys, key, strlen(key));
	uint32_t *link =
		number == STRSET_NONE ? NULL : vec_touch(&marks->first, number, sizeof(*link));
	struct marks_note *note;

	if (!link) {
		reading->failed = true;
		return;
	}
	while (*link)
		link = &VEC_AT(struct marks_note, marks->notes, *link - 1)->next;
	*link = (uint32_t)marks->notes.n + 1;
	note = vec_add(&marks->notes, sizeof(*note));
	if (!note) {
		*link = 0;
		reading->failed = true;
		return;
	}
	*note = (struct marks_note){.key = number,
				    .n_grids_before = block->n_grids_before,
				    .text = text,
				    .place = block->place};
}

/* The piece that begins at `at`, null for none. */
static const struct inline_piece *piece_at(const struct inline_text *text, size_t at)
{
	uint32_t first = 0, end = text->n_pieces;

	while (first < end) {
		uint32_t middle = first + (end - first) / 2;

		if (text->pieces[middle].first < at)
			first = middle + 1;
		else
			end = middle;
	}
	return first < text->n_pieces && text->pieces[first].first == at ? &text->pieces[first]
									 : NULL;
}

/* The key of the mark that a line of a definition begins with; the bytes up to its words, 0 for none. */
static size_t definition_at(const struct inline_text *text, size_t at, size_t end,
			    char key[MARK_KEY])
{
	const char *words = text->words;
	const struct inline_piece *piece = piece_at(text, at);
	size_t taken = 0, start = at;

	/* a raised piece at the head of the line */
	if (piece && (piece->flags & INLINE_RAISED) && piece->first + piece->n <= end &&
	    mark_raised(words + at, piece->n, key)) {
		taken = piece->n;
	} else if (piece && (piece->flags & INLINE_REFERENCE) && piece->n + 2 < MARK_KEY) {
		diag_write(key, MARK_KEY, "^%.*s", (int)piece->n, words + at);
		taken = piece->n;
	}
	if (!taken)
		taken = mark_at(words + at, end - at, key);
	if (!taken)
		taken = mark_bracketed(words + at, end - at, key);
	if (!taken) {
		/* "1) words", "1. words", "1: words" */
		while (at + taken < end && taken < 3 && ascii_is_digit(words[at + taken]))
			taken++;
		if (!taken || at + taken + 1 >= end || !strchr(").:", words[at + taken]) ||
		    words[at + taken + 1] != ' ')
			return 0;
		mark_label(words + at, taken, key);
	}
	at += taken;
	/* "*=", "* =", "[1]:", "¹ - " */
	while (at < end && strchr(" =:.)-", words[at]))
		at++;
	while (end - at >= 3 &&
	       (memcmp(words + at, "–", 3) == 0 || memcmp(words + at, "—", 3) == 0))
		at += 3;
	while (at < end && words[at] == ' ')
		at++;
	return at < end ? at - start : 0;
}

static bool is_sign_at(const struct inline_text *text, size_t at)
{
	size_t length;

	return folded_is_sign(utf8_decode(text->words + at, text->n - at, &length)) ||
	       (text->words[at] == ':' && at + 1 < text->n && ascii_is_letter(text->words[at + 1]));
}

/* One text block: each line that begins with a mark is a note, the lines behind it go on with it. */
static void collect_lines(struct marks *marks, struct reading *reading,
			  const struct grid_block *block)
{
	const struct inline_text *text = reading_text(reading, block->text, false, block->place);
	char key[MARK_KEY] = "", next[MARK_KEY];
	size_t first = 0, end, taken;

	for (size_t at = 0; at < text->n; at = end + 1) {
		const char *line_end = memchr(text->words + at, '\n', text->n - at);

		end = line_end ? (size_t)(line_end - text->words) : text->n;
		taken = definition_at(text, at, end, next);
		/* a line of a legend under the notes belongs to none */
		if (!taken && !(key[0] && is_sign_at(text, at)))
			continue;
		if (key[0])
			define(marks, reading, key,
			       inline_cut(&reading->pool, text, first, at - first), block);
		memcpy(key, taken ? next : "", taken ? sizeof(key) : 1);
		first = at + taken;
	}
	if (key[0])
		define(marks, reading, key,
		       inline_cut(&reading->pool, text, first, text->n - first), block);
}

static bool is_item_with(const struct reading *reading, size_t index, const struct grid_block *like)
{
	const struct grid_block *block =
		index < reading->file->blocks.n
			? VEC_AT(struct grid_block, reading->file->blocks, index)
			: NULL;

	return block && block->kind == MR_BLOCK_ITEM &&
	       block->n_grids_before == like->n_grids_before &&
	       strcmp(block->label, like->label) == 0;
}

/*
 * An item with a marker that the file wrote itself: "*" or "1." of a list under the table.  Items with one marker
 * are a list of anything, one alone is a note.
 */
static void collect_item(struct marks *marks, struct reading *reading, size_t index)
{
	const struct grid_block *block = VEC_AT(struct grid_block, reading->file->blocks, index);
	size_t n = strlen(block->label), before = marks->notes.n;
	char key[MARK_KEY];

	while (n && strchr(").", block->label[n - 1]))
		n--;
	if (block->n_grids_before == 0 || n == 0 || block->level > 1 ||
	    !(mark_label(block->label, n, key) || mark_at(block->label, n, key) == n) ||
	    (index > 0 && is_item_with(reading, index - 1, block)) ||
	    is_item_with(reading, index + 1, block))
		return;
	define(marks, reading, key, reading_text(reading, block->text, false, block->place), block);
	if (marks->notes.n > before)
		VEC_AT(struct marks_note, marks->notes, before)->is_weak = true;
}

bool marks_begins_note(const struct inline_text *text, size_t first, size_t end)
{
	char key[MARK_KEY];

	return first < end && definition_at(text, first, end, key) != 0;
}

/* Notes in the last rows of a table: rows with nothing but words that begin with a mark. */
static void collect_rows(struct marks *marks, struct reading *reading, uint32_t index)
{
	const struct grid *grid = grid_at(reading->file, index);

	for (uint32_t row = grid->n_rows; row-- > 1;) {
		const struct grid_cell *cell = grid_field(reading->file, grid, row, 0);
		const struct grid_block block = {.kind = MR_BLOCK_TEXT,
						 .n_grids_before = index + 1,
						 .label = "",
						 .text = cell ? cell->text : "",
						 .place = cell ? cell->place : grid->place};

		for (uint32_t column = 1; column < grid->n_columns; column++) {
			const struct grid_cell *other =
				grid_field(reading->file, grid, row, column);

			if (other && other != cell && other->text[0])
				return;
		}
		if (!cell || !marks_is_note(reading_cell(reading, cell)))
			return;
		collect_lines(marks, reading, &block);
	}
}

void marks_collect(struct marks *marks, struct reading *reading)
{
	char key[MARK_KEY];
	/* a list below a heading is about something else */
	uint32_t n_grids = 0;
	bool is_below_heading = false;

	for (size_t i = 0; i < reading->file->blocks.n && !reading_has_failed(reading); i++) {
		const struct grid_block *block =
			VEC_AT(struct grid_block, reading->file->blocks, i);

		is_below_heading = (is_below_heading && n_grids == block->n_grids_before) ||
				   block->kind == MR_BLOCK_HEADING;
		n_grids = block->n_grids_before;
		if (block->kind == MR_BLOCK_NOTE) {
			diag_write(key, sizeof(key), "^%s", block->label);
			define(marks, reading, key,
			       reading_text(reading, block->text, false, block->place), block);
		} else if (block->kind == MR_BLOCK_TEXT || block->kind == MR_BLOCK_ITEM) {
			size_t before = marks->notes.n;

			collect_lines(marks, reading, block);
			if (block->kind == MR_BLOCK_ITEM && marks->notes.n == before &&
			    !is_below_heading)
				collect_item(marks, reading, i);
		}
	}
	for (uint32_t i = 0; i < reading->file->grids.n && !reading_has_failed(reading); i++)
		collect_rows(marks, reading, i);
}

struct marks_note *marks_definition(const struct marks *marks, const char *key, uint32_t grid)
{
	uint32_t number = strset_find(&marks->keys, key, strlen(key)), at;
	struct marks_note *note, *before = NULL;

	if (number == STRSET_NONE)
		return NULL;
	for (at = *VEC_AT(uint32_t, marks->first, number); at; at = note->next) {
		note = VEC_AT(struct marks_note, marks->notes, at - 1);
		if (note->text && note->n_grids_before > grid)
			return note;
		before = note;
	}
	return before && before->text ? before : NULL;
}

void marks_report(const struct marks *marks, struct reading *reading, uint32_t first_grid,
		  uint32_t last_grid)
{
	char word[DIAG_WORD];

	for (size_t i = 0; i < marks->notes.n; i++) {
		const struct marks_note *note = VEC_AT(struct marks_note, marks->notes, i);

		if (note->n_uses == 0 && !note->is_weak && note->text &&
		    note->n_grids_before > first_grid && note->n_grids_before <= last_grid + 1)
			doubts_note(reading->doubts, DOUBT_NOTE, note->place, NULL,
				    "no cell refers to the note '%s'",
				    diag_word(word, note->text->words));
	}
}
