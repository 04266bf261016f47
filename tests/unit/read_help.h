/* SPDX-License-Identifier: MIT */
/*
 * A file as a reader would hand it over, from a literal.  Lines in order:
 *
 *     | a | b |      a row of a grid; rows without another line between them are one grid, "<" covers a
 *                    field of the cell to the left, "^" of the one above, "!" begins the text of a head cell
 *     # words        a heading, ## of level 2
 *     - words        an item of a list;  * words  one whose marker a reader hands over
 *     [^a]: words    a note with the label a
 *     = words        a caption;  == words  the title of the file
 *     words          a paragraph; an empty line ends a grid
 *     | ~ | a |      a field that the reader hands over no cell of
 *     %grid 2 1 x    begins a grid whose first two rows and first column are heads, called x
 *     %item 2 1. x   an item of level 2 whose marker "1." a reader hands over
 *     %meta date x   what the file says of itself
 *
 * Behind the text of a cell may stand {hint WORDS}, {note WORDS}, {hidden}, {boolean}, {literal}.  The place of a
 * cell is its line and its column of the grid, both from 1.
 */
#ifndef READ_HELP_H
#define READ_HELP_H

#include "read/grid.h"

#include <stdio.h>
#include <string.h>

enum { READ_HELP_CELLS = 500, READ_HELP_TEXT = 800 };

struct read_help {
	struct grid_file *file;
	uint32_t line, row;
	bool in_grid;
	/* the cells of the grid so far, since a later row may lengthen them */
	struct mr_grid_cell cells[READ_HELP_CELLS];
	char texts[READ_HELP_CELLS][READ_HELP_TEXT], hints[READ_HELP_CELLS][READ_HELP_TEXT];
	char notes[READ_HELP_CELLS][READ_HELP_TEXT];
	size_t n;
};

static inline void read_help_end(struct read_help *help)
{
	for (size_t i = 0; i < help->n; i++)
		grid_cell(help->file, &help->cells[i]);
	help->n = 0;
	help->in_grid = false;
}

static inline struct mr_grid_cell *read_help_covers(struct read_help *help, uint32_t row,
						    uint32_t column)
{
	for (size_t i = 0; i < help->n; i++) {
		struct mr_grid_cell *cell = &help->cells[i];

		if (cell->row <= row && row < cell->row + cell->row_span &&
		    cell->column <= column && column < cell->column + cell->column_span)
			return cell;
	}
	return NULL;
}

/* What stands in braces; false for words that do without meaning. */
static inline bool read_help_brace(struct read_help *help, const char *words, size_t n)
{
	static const struct {
		const char *word;
		uint32_t flag;
	} flags[] = {{"hidden", MR_GRID_HIDDEN},
		     {"boolean", MR_GRID_BOOLEAN},
		     {"literal", MR_GRID_LITERAL}};
	struct mr_grid_cell *cell = &help->cells[help->n];
	size_t n_before;
	char *to;

	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++) {
		if (n == strlen(flags[i].word) && memcmp(words, flags[i].word, n) == 0) {
			cell->flags |= flags[i].flag;
			return true;
		}
	}
	if (n < 5 || (memcmp(words, "hint ", 5) != 0 && memcmp(words, "note ", 5) != 0))
		return false;
	to = words[0] == 'h' ? help->hints[help->n] : help->notes[help->n];
	if (words[0] == 'h')
		cell->hint = to;
	else
		cell->note = to;
	/* each is a line; they come from the last to the first */
	n_before = strlen(to);
	memmove(to + n - 4, to, n_before + 1);
	memcpy(to, words + 5, n - 5);
	to[n - 5] = n_before ? '\n' : '\0';
	return true;
}

static inline void read_help_field(struct read_help *help, uint32_t column, const char *text,
				   size_t n)
{
	struct mr_grid_cell *cell = &help->cells[help->n];
	size_t open;

	while (n && text[0] == ' ')
		text++, n--;
	while (n && text[n - 1] == ' ')
		n--;
	if (n == 1 && text[0] == '<') {
		cell = read_help_covers(help, help->row, column - 1);
		cell->column_span = column - cell->column + 1;
		return;
	}
	if (n == 1 && text[0] == '~')
		return;
	if (n == 1 && text[0] == '^') {
		cell = read_help_covers(help, help->row - 1, column);
		cell->row_span = help->row - cell->row + 1;
		return;
	}
	*cell = (struct mr_grid_cell){
		.row = help->row, .column = column, .row_span = 1, .column_span = 1};
	while (n && text[n - 1] == '}') {
		for (open = n - 1; open > 0 && text[open] != '{'; open--)
			;
		if (!read_help_brace(help, text + open + 1, n - open - 2))
			break;
		for (n = open; n && text[n - 1] == ' '; n--)
			;
	}
	if (n && text[0] == '!' && (n == 1 || text[1] != '[')) {
		cell->flags |= MR_GRID_HEAD;
		text++, n--;
	}
	snprintf(help->texts[help->n], sizeof(help->texts[0]), "%.*s", (int)n, text);
	cell->text = help->texts[help->n];
	cell->place = (struct mr_place){help->line, column + 1, NULL};
	help->n++;
}

static inline void read_help_row(struct read_help *help, const char *line, size_t n)
{
	const char *at = line + 1, *end = line + n, *bar;
	struct mr_grid grid = {.place = {help->line, 1, NULL}};

	if (!help->in_grid) {
		grid_begin(help->file, &grid);
		help->row = 0;
		help->in_grid = true;
	}
	for (uint32_t column = 0; at < end; column++, at = bar + 1) {
		for (bar = at; bar < end && *bar != '|'; bar++)
			bar += *bar == '\\';
		read_help_field(help, column, at, (size_t)(bar - at));
	}
	help->row++;
}

static inline void read_help_block(struct read_help *help, const char *line, size_t n)
{
	struct mr_block block = {.kind = MR_BLOCK_TEXT, .place = {help->line, 1, NULL}};
	char text[1000], label[20];
	int at = 0;

	read_help_end(help);
	snprintf(text, sizeof(text), "%.*s", (int)n, line);
	block.text = text;
	if (text[0] == '#') {
		block.kind = MR_BLOCK_HEADING;
		block.level = (uint32_t)strspn(text, "#");
		block.text = text + block.level + 1;
	} else if (strncmp(text, "- ", 2) == 0) {
		block.kind = MR_BLOCK_ITEM;
		block.level = 1;
		block.text = text + 2;
	} else if (strncmp(text, "* ", 2) == 0) {
		block.kind = MR_BLOCK_ITEM;
		block.level = 1;
		block.label = "*";
		block.text = text + 2;
	} else if (sscanf(text, "[^%19[^]]]: %n", label, &at) == 1 && at) {
		block.kind = MR_BLOCK_NOTE;
		block.label = label;
		block.text = text + at;
	} else if (strncmp(text, "== ", 3) == 0) {
		block.kind = MR_BLOCK_TITLE;
		block.text = text + 3;
	} else if (strncmp(text, "= ", 2) == 0) {
		block.kind = MR_BLOCK_CAPTION;
		block.text = text + 2;
	}
	grid_block(help->file, &block);
}

/* A line that begins with "%". */
static inline void read_help_order(struct read_help *help, const char *line, size_t n)
{
	struct mr_block block = {.kind = MR_BLOCK_META, .place = {help->line, 1, NULL}};
	struct mr_grid grid = {.place = {help->line, 1, NULL}};
	char text[1000], label[20];
	int at;

	read_help_end(help);
	snprintf(text, sizeof(text), "%.*s", (int)n, line);
	block.label = label;
	if (sscanf(text, "%%grid %u %u %n", &grid.n_head_rows, &grid.n_head_columns, &at) == 2) {
		grid.name = text + at;
		grid_begin(help->file, &grid);
		help->row = 0;
		help->in_grid = true;
		return;
	}
	if (sscanf(text, "%%item %u %19s %n", &block.level, label, &at) == 2)
		block.kind = MR_BLOCK_ITEM;
	else
		sscanf(text, "%%meta %19s %n", label, &at);
	block.text = text + at;
	grid_block(help->file, &block);
}

/* Fills `file` (initialised here) from the literal; the result of grid_end(). */
static inline int read_help_file(struct grid_file *file, const char *literal)
{
	static struct read_help help;
	const char *end;

	memset(&help, 0, sizeof(help));
	help.file = file;
	grid_init(file, NULL);
	for (; *literal; literal = end + (*end == '\n')) {
		end = literal + strcspn(literal, "\n");
		help.line++;
		if (literal[0] == '|')
			read_help_row(&help, literal, (size_t)(end - literal));
		else if (end == literal)
			read_help_end(&help);
		else if (literal[0] == '%')
			read_help_order(&help, literal, (size_t)(end - literal));
		else
			read_help_block(&help, literal, (size_t)(end - literal));
	}
	read_help_end(&help);
	return grid_end(file);
}

#endif
