/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_notes.h"

#include "common/read/letters.h"
#include "xlsx/read/xlsx_words.h"

#include <stdlib.h>
#include <string.h>

struct note {
	uint32_t row, column;
	bool is_threaded;
	size_t order; /* threads before the copies of them */
	size_t at; /* in the letters of the cells */
};

struct notes {
	struct xlsx_book *book;
	struct xlsx_cells *cells;
	struct note *at;
	size_t n, size;
	struct xlsx_cell *added; /* that have no words */
	size_t n_added, added_size;
	struct out text;
};

static size_t keep(struct xlsx_cells *cells, const char *text)
{
	size_t at = cells->letters.n;

	out_string(&cells->letters, text);
	out_char(&cells->letters, '\0');
	return at;
}

/* ------------------------------------------------------------------ parts */

/* Programs put "Author:" before the words, and a remark of their own before those of a thread. */
static const char *own_words(const char *text)
{
	const char *colon = strstr(text, ":<br>");
	const char *thread = strstr(text, "Comment:<br>");

	if (thread && strncmp(text, "\\[Threaded comment\\]", 20) == 0)
		text = thread + 12;
	else if (colon && colon - text < 60 && !memchr(text, '<', (size_t)(colon - text)))
		text = colon + 5;
	while (*text == ' ')
		text++;
	return text;
}

/* The words of a comment, or of one of a thread, which are all in one element and no one else's. */
static void put_words(struct xlsx_part *part, bool is_threaded, struct out *out)
{
	bool in_text = false;

	out_clear(out);
	if (!is_threaded) {
		xlsx_words_put(part, "comment", false, out);
		letters_trim(out, 0);
		return;
	}
	while (!xlsx_part_ends(part, "threadedComment") && xlsx_part_next(part)) {
		const char *letters = xlsx_part_letters(part);

		if (xlsx_part_begins(part, "text"))
			in_text = true;
		else if (xlsx_part_ends(part, "text"))
			in_text = false;
		else if (letters && in_text)
			letters_put_exactly(out, letters, strlen(letters));
	}
	letters_trim(out, 0);
}

static void read_part(struct notes *notes, const char *path, bool is_threaded)
{
	const char *element = is_threaded ? "threadedComment" : "comment";
	struct xlsx_part part;

	if (!xlsx_part_open(&part, notes->book->package, path))
		return;
	while (xlsx_part_next(&part)) {
		char *at =
			xlsx_part_begins(&part, element) ? xlsx_part_attribute(&part, "ref") : NULL;
		uint32_t row, column;
		struct note *note;

		if (!at)
			continue;
		put_words(&part, is_threaded, &notes->text);
		note = notes->text.n > 0 && xlsx_cells_place(at, &row, &column)
			       ? xlsx_book_add((void **)&notes->at, &notes->n, &notes->size,
					       sizeof(*note))
			       : NULL;
		free(at);
		if (!note)
			continue;
		*note = (struct note){row, column, is_threaded,
				      notes->n + (is_threaded ? 0 : SIZE_MAX / 2), 0};
		note->at = keep(notes->cells, is_threaded ? out_at(&notes->text)
							  : own_words(out_at(&notes->text)));
	}
	xlsx_part_close(&part);
}

/* ------------------------------------------------------------------ cells */

/* By place, then in order. */
static int compare(const void *a, const void *b)
{
	const struct note *left = a, *right = b;

	if (left->row != right->row)
		return left->row < right->row ? -1 : 1;
	if (left->column != right->column)
		return left->column < right->column ? -1 : 1;
	return left->order < right->order ? -1 : 1;
}

/* A cell without words, in a row that has some. */
static struct xlsx_cell *add_cell(struct notes *notes, const struct note *note)
{
	const struct xlsx_cells *cells = notes->cells;
	const struct xlsx_cell *first = xlsx_cells_behind(cells, note->row, 0);
	struct xlsx_cell *added = NULL;

	if (first < cells->at + cells->n && first->row == note->row)
		added = xlsx_book_add((void **)&notes->added, &notes->n_added, &notes->added_size,
				      sizeof(*added));
	if (added)
		*added = (struct xlsx_cell){.row = note->row,
					    .column = note->column,
					    .row_span = 1,
					    .column_span = 1,
					    .style = -1,
					    .in_hidden_row = first->in_hidden_row};
	return added;
}

/* All that is said of one cell: `n` notes. */
static void put_notes(struct notes *notes, const struct note *at, size_t n, struct xlsx_cell *cell)
{
	out_clear(&notes->text);
	for (size_t i = 0; i < n && at[i].is_threaded == at[0].is_threaded; i++) {
		out_string(&notes->text, i ? "<br>" : "");
		out_string(&notes->text, notes->cells->letters.at + at[i].at);
	}
	cell->note = keep(notes->cells, out_at(&notes->text));
}

static void find_columns(const struct xlsx_cells *cells, uint32_t *first, uint32_t *last)
{
	*first = XLSX_COLUMNS;
	*last = 0;
	for (size_t i = 0; i < cells->n; i++) {
		*first = cells->at[i].column < *first ? cells->at[i].column : *first;
		*last = cells->at[i].column > *last ? cells->at[i].column : *last;
	}
}

static void put_all(struct notes *notes)
{
	struct xlsx_cells *cells = notes->cells;
	uint32_t first, last;

	find_columns(cells, &first, &last);
	for (size_t i = 0, n; i < notes->n; i += n) {
		const struct note *at = &notes->at[i];
		struct xlsx_cell *cell = xlsx_cells_find(cells, at->row, at->column);

		for (n = 1; i + n < notes->n && at[n].row == at->row && at[n].column == at->column;)
			n++;
		if (!cell && at->column >= first && at->column <= last)
			cell = add_cell(notes, at);
		if (cell)
			put_notes(notes, at, n, cell);
	}
	for (size_t i = 0; i < notes->n_added && cells->n < XLSX_CELLS; i++) {
		struct xlsx_cell *cell =
			xlsx_book_add((void **)&cells->at, &cells->n, &cells->size, sizeof(*cell));

		if (cell)
			*cell = notes->added[i];
	}
	xlsx_cells_sort(cells);
}

void xlsx_notes_read(struct xlsx_book *book, const struct xlsx_sheet_entry *entry,
		     const struct xlsx_links *links, struct xlsx_cells *cells)
{
	struct notes notes = {.book = book, .cells = cells};

	out_to_memory(&notes.text, 0);
	for (size_t i = 0; i < links->n; i++) {
		bool is_threaded = xlsx_book_is_kind(&links->at[i], "/threadedComment");
		char path[XLSX_BOOK_PATH];

		if (!is_threaded && !xlsx_book_is_kind(&links->at[i], "/comments"))
			continue;
		xlsx_book_resolve(entry->path, links->at[i].target, path);
		read_part(&notes, path, is_threaded);
	}
	if (notes.n > 0) {
		qsort(notes.at, notes.n, sizeof(*notes.at), compare);
		put_all(&notes);
	}
	out_release(&notes.text);
	free(notes.added);
	free(notes.at);
}
