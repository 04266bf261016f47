/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_sheet.h"

#include "common/read/letters.h"
#include "common/write/links.h"
#include "xlsx/read/xlsx_cells.h"
#include "xlsx/read/xlsx_format.h"
#include "xlsx/read/xlsx_notes.h"
#include "xlsx/read/xlsx_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Cells that merged ranges and links may go through: overlapping ones make more of them than there are. */
enum { CELL_VISITS = 20000000, VALUE_MAX = 1 << 20 };

/* Cells that lack something: how many, and where the first of them is. */
struct missing {
	size_t n;
	uint32_t row, column;
};

struct xlsx_sheet {
	struct xlsx_book *book;
	const struct xlsx_sheet_entry *entry;
	struct xlsx_part part;
	struct xlsx_links links;
	struct xlsx_cells cells;
	uint32_t row, column; /* where the next cell stands */
	bool is_hidden_row, is_linked; /* the row, the cell being read */
	size_t n_visits;
	struct missing without_value, without_text;
	struct links
		link_ids; /* of links to elsewhere, by id: where they stand in `links`, in their flags */
	struct out value, text, name;
};

static void report(struct xlsx_sheet *sheet, enum mr_severity severity, const char *words)
{
	struct xlsx_package *package = sheet->book->package;
	struct mr_place place = {0, 0, sheet->entry->name};

	package->source->diag(package->source, severity, &place, "%s", words);
	package->has_failed |= severity == MR_ERROR;
}

/* ------------------------------------------------------------------ one cell */

static size_t keep(struct xlsx_sheet *sheet, const struct out *text)
{
	size_t at = sheet->cells.letters.n;

	out_bytes(&sheet->cells.letters, text->at, text->n);
	out_char(&sheet->cells.letters, '\0');
	return at;
}

static bool is_word_byte(char c)
{
	return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') ||
	       ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Words of bold and struck cells are written as such: "**x**" where Markdown takes it so. */
static void put_styled(struct out *out, struct xlsx_style style, const char *text)
{
	size_t n = strlen(text);
	bool is_plain = is_word_byte(text[0]) && is_word_byte(text[n - 1]);

	out_clear(out);
	if (style.is_struck)
		out_string(out, "~~");
	if (style.is_bold)
		out_string(out, is_plain ? "**" : "<strong>");
	out_string(out, text);
	if (style.is_bold)
		out_string(out, is_plain ? "**" : "</strong>");
	if (style.is_struck)
		out_string(out, "~~");
}

static void miss(struct xlsx_sheet *sheet, struct missing *what)
{
	if (what->n++ > 0)
		return;
	what->row = sheet->row;
	what->column = sheet->column;
}

/* What the value is by the type of the cell, as Markdown in sheet->text. */
static bool put_value(struct xlsx_sheet *sheet, const char *type, long style)
{
	const char *value = out_at(&sheet->value);
	struct out plain;

	out_clear(&sheet->text);
	if (strcmp(type, "s") == 0) {
		const char *text = xlsx_book_string(sheet->book, strtol(value, NULL, 10));

		if (text)
			out_string(&sheet->text, text);
		else
			miss(sheet, &sheet->without_text);
	} else if (strcmp(type, "b") == 0) {
		out_string(&sheet->text, strtol(value, NULL, 10) ? "true" : "false");
		return true;
	} else if (strcmp(type, "n") == 0 && *value) {
		out_to_memory(&plain, 0);
		xlsx_format_put(&plain, xlsx_book_style(sheet->book, style).code, value,
				sheet->book->is_1904);
		letters_put_exactly(&sheet->text, out_at(&plain), plain.n);
		out_release(&plain);
	} else {
		letters_put_exactly(&sheet->text, value, sheet->value.n);
	}
	return false;
}

/* =HYPERLINK("address", ...) with all of the address in letters, which leads out of the workbook. */
static void link_by_formula(struct xlsx_sheet *sheet, const char *formula)
{
	static const char begin[] = "HYPERLINK(\"";
	const char *at = strstr(formula, begin),
		   *end = at ? strchr(at + sizeof(begin) - 1, '"') : NULL;
	struct out address;

	if (!end || sheet->text.n == 0 || at[sizeof(begin) - 1] == '#' ||
	    !strchr(",)", end[1 + strspn(end + 1, " ")]))
		return;
	out_to_memory(&address, 0);
	out_bytes(&address, at + sizeof(begin) - 1, (size_t)(end - at) - sizeof(begin) + 1);
	out_clear(&sheet->value);
	out_bytes(&sheet->value, sheet->text.at, sheet->text.n);
	out_clear(&sheet->text);
	out_char(&sheet->text, '[');
	out_bytes(&sheet->text, sheet->value.at, sheet->value.n);
	letters_address(&sheet->text, out_at(&address));
	out_release(&address);
	sheet->is_linked = true;
}

static void add_cell(struct xlsx_sheet *sheet, long style, bool is_boolean)
{
	struct xlsx_cells *cells = &sheet->cells;
	struct xlsx_cell *cell;
	struct xlsx_style how = xlsx_book_style(sheet->book, style);

	letters_trim(&sheet->text, 0);
	if (sheet->text.n == 0)
		return;
	if (cells->n >= XLSX_CELLS) {
		report(sheet, MR_ERROR, "there are more than 5000000 cells");
		return;
	}
	cell = xlsx_book_add((void **)&cells->at, &cells->n, &cells->size, sizeof(*cell));
	if (!cell)
		return;
	if (!is_boolean) {
		put_styled(&sheet->value, how, out_at(&sheet->text));
		cell->text = keep(sheet, &sheet->value);
	} else {
		cell->text = keep(sheet, &sheet->text);
	}
	cell->row = sheet->row;
	cell->column = sheet->column;
	cell->row_span = cell->column_span = 1;
	cell->style = style;
	cell->is_boolean = is_boolean;
	cell->is_linked = sheet->is_linked;
	cell->in_hidden_row = sheet->is_hidden_row || sheet->entry->is_hidden;
}

/* The letters of <v>, <f> up to the end of the element. */
static void gather(struct xlsx_sheet *sheet, const char *name, struct out *out)
{
	out_clear(out);
	if (xlsx_part_ends(&sheet->part, name))
		return;
	while (xlsx_part_next(&sheet->part) && !xlsx_part_ends(&sheet->part, name)) {
		const char *letters = xlsx_part_letters(&sheet->part);

		if (letters && out->n < VALUE_MAX)
			out_string(out, letters);
	}
}

static void read_cell(struct xlsx_sheet *sheet)
{
	struct xlsx_part *part = &sheet->part;
	char *at = xlsx_part_attribute(part, "r"), *type = xlsx_part_attribute(part, "t");
	long style = xlsx_part_number(part, "s", -1);
	bool is_boolean = false, has_formula = false, is_empty = xlsx_part_ends(part, "c");

	if (at)
		xlsx_cells_place(at, &sheet->row, &sheet->column);
	out_clear(&sheet->text);
	out_clear(&sheet->name);
	sheet->is_linked = false;
	while (!is_empty && sheet->column < XLSX_COLUMNS && xlsx_part_next(part) &&
	       !xlsx_part_ends(part, "c")) {
		if (xlsx_part_begins(part, "f")) {
			gather(sheet, "f", &sheet->name);
			has_formula = true;
		} else if (xlsx_part_begins(part, "v")) {
			gather(sheet, "v", &sheet->value);
			is_boolean = put_value(sheet, type ? type : "n", style);
		} else if (xlsx_part_begins(part, "is")) {
			xlsx_words_put(part, "is", sheet->book->n_names > 0, &sheet->text);
		}
	}
	if (has_formula && sheet->text.n == 0 && !type)
		miss(sheet, &sheet->without_value);
	if (has_formula)
		link_by_formula(sheet, out_at(&sheet->name));
	if (sheet->column < XLSX_COLUMNS)
		add_cell(sheet, style, is_boolean);
	sheet->column++;
	free(at);
	free(type);
}

/* ------------------------------------------------------------------ what is said of cells */

static void read_columns(struct xlsx_sheet *sheet)
{
	long first = xlsx_part_number(&sheet->part, "min", 0);
	long last = xlsx_part_number(&sheet->part, "max", 0);

	if (!xlsx_part_flag(&sheet->part, "hidden"))
		return;
	for (long i = first < 1 ? 0 : first - 1; i < last && i < XLSX_COLUMNS; i++)
		sheet->cells.is_hidden_column[i] = true;
}

static void read_pane(struct xlsx_sheet *sheet)
{
	char *state = xlsx_part_attribute(&sheet->part, "state");
	long rows = xlsx_part_number(&sheet->part, "ySplit", 0);
	long columns = xlsx_part_number(&sheet->part, "xSplit", 0);

	if (state && strncmp(state, "frozen", 6) == 0 && rows >= 0 && columns >= 0 &&
	    rows < XLSX_ROWS && columns < XLSX_COLUMNS) {
		sheet->cells.frozen_rows = (uint32_t)rows;
		sheet->cells.frozen_columns = (uint32_t)columns;
	}
	free(state);
}

/* The upper left cell covers the range; letters of the others are not seen. */
static void read_merge(struct xlsx_sheet *sheet)
{
	char *range = xlsx_part_attribute(&sheet->part, "ref");
	struct xlsx_cells *cells = &sheet->cells;
	struct xlsx_cell *first;
	uint32_t from[2], to[2];

	if (range && xlsx_cells_range(range, from, to) &&
	    (first = xlsx_cells_find(cells, from[0], from[1])) != NULL && first->row_span) {
		first->row_span = to[0] - from[0] + 1;
		first->column_span = to[1] - from[1] + 1;
		for (struct xlsx_cell *at = first + 1;
		     at < cells->at + cells->n && at->row <= to[0]; at++, sheet->n_visits++)
			if (at->column >= from[1] && at->column <= to[1])
				at->row_span = 0;
	}
	if (sheet->n_visits > CELL_VISITS)
		report(sheet, MR_ERROR, "merged ranges lie upon each other");
	free(range);
}

/* The address is that of the words that were underlined apart, else of all. */
static void put_link(struct out *out, const char *text, const char *target)
{
	const char *from = strchr(text, XLSX_WORDS_LINK),
		   *to = from ? strchr(from, XLSX_WORDS_LINK_END) : NULL;

	out_clear(out);
	if (to) {
		out_bytes(out, text, (size_t)(from - text));
		text = from + 1;
	}
	out_char(out, '[');
	out_bytes(out, text, to ? (size_t)(to - text) : strlen(text));
	letters_address(out, target);
	if (to)
		out_string(out, to + 1);
}

/* A fragment stands apart from the address. */
static void put_address(struct out *out, const char *target, const char *location)
{
	out_clear(out);
	out_string(out, target);
	if (location && *location && !strchr(target, '#')) {
		out_char(out, '#');
		out_string(out, location);
	}
}

static void index_links(struct xlsx_sheet *sheet)
{
	for (size_t i = 0; i < sheet->links.n; i++) {
		const struct xlsx_link *link = &sheet->links.at[i];

		if (link->id && link->target && link->is_external &&
		    links_number(&sheet->link_ids, link->id) == 0)
			links_add(&sheet->link_ids, link->id, (uint32_t)i);
	}
}

/* Where a link leads, null for one that stays in the workbook. */
static const char *target_of(struct xlsx_sheet *sheet)
{
	char *id = xlsx_part_attribute(&sheet->part, "id");
	char *location = xlsx_part_attribute(&sheet->part, "location");
	uint32_t found = id ? links_number(&sheet->link_ids, id) : 0;

	if (found)
		put_address(&sheet->value,
			    sheet->links.at[sheet->link_ids.at[found - 1].flags].target, location);
	free(id);
	free(location);
	return found ? out_at(&sheet->value) : NULL;
}

/* A link of several cells is one of each; of two links of one cell the first stands. */
static void read_link(struct xlsx_sheet *sheet)
{
	char *range = xlsx_part_attribute(&sheet->part, "ref");
	const char *target = target_of(sheet);
	struct xlsx_cells *cells = &sheet->cells;
	uint32_t from[2], to[2];

	if (range && target && xlsx_cells_range(range, from, to))
		for (struct xlsx_cell *at = xlsx_cells_behind(cells, from[0], from[1]);
		     at < cells->at + cells->n && at->row <= to[0] &&
		     sheet->n_visits <= CELL_VISITS;
		     at++, sheet->n_visits++) {
			if (at->column < from[1] || at->column > to[1] || at->is_linked)
				continue;
			at->is_linked = true;
			put_link(&sheet->text, cells->letters.at + at->text, target);
			at->text = keep(sheet, &sheet->text);
		}
	if (sheet->n_visits > CELL_VISITS)
		report(sheet, MR_ERROR, "links lie upon each other");
	free(range);
}

static int read_sheet(struct xlsx_sheet *sheet)
{
	struct xlsx_part *part = &sheet->part;

	if (!xlsx_part_open(part, sheet->book->package, sheet->entry->path)) {
		if (!sheet->book->package->has_failed)
			report(sheet, MR_WARNING, "the workbook does not hold this sheet");
		return -1;
	}
	while (xlsx_part_next(part)) {
		if (xlsx_part_begins(part, "row")) {
			sheet->row =
				(uint32_t)xlsx_part_number(part, "r", (long)sheet->row + 2) - 1;
			sheet->column = 0;
			sheet->is_hidden_row = xlsx_part_flag(part, "hidden");
		} else if (xlsx_part_begins(part, "c") && sheet->row < XLSX_ROWS) {
			read_cell(sheet);
		} else if (xlsx_part_begins(part, "col")) {
			read_columns(sheet);
		} else if (xlsx_part_begins(part, "pane")) {
			read_pane(sheet);
		} else if (xlsx_part_ends(part, "sheetData")) {
			xlsx_cells_sort(&sheet->cells);
		} else if (xlsx_part_begins(part, "mergeCell")) {
			read_merge(sheet);
		} else if (xlsx_part_begins(part, "hyperlink")) {
			read_link(sheet);
		}
	}
	xlsx_part_close(part);
	return sheet->book->package->has_failed ? -1 : 0;
}

/* ------------------------------------------------------------------ all of it */

const struct xlsx_cells *xlsx_sheet_cells(const struct xlsx_sheet *sheet)
{
	return &sheet->cells;
}

static void warn(struct xlsx_sheet *sheet, const struct missing *what, const char *words)
{
	struct mr_source *source = sheet->book->package->source;
	struct mr_place place = {0, 0, NULL};

	if (what->n == 0)
		return;
	xlsx_cells_name(&sheet->name, sheet->entry->name, what->row, what->column);
	place.name = out_at(&sheet->name);
	source->diag(source, MR_WARNING, &place, words, (unsigned long)what->n);
}

struct xlsx_sheet *xlsx_sheet_read(struct xlsx_book *book, const struct xlsx_sheet_entry *entry)
{
	struct xlsx_sheet *sheet = calloc(1, sizeof(*sheet));

	if (!sheet)
		return NULL;
	sheet->book = book;
	sheet->entry = entry;
	sheet->row = UINT32_MAX; /* a first row without a number is row 1 */
	out_to_memory(&sheet->cells.letters, 0);
	out_char(&sheet->cells.letters, '\0');
	out_to_memory(&sheet->value, 0);
	out_to_memory(&sheet->text, 0);
	out_to_memory(&sheet->name, 0);
	xlsx_book_links(book->package, entry->path, &sheet->links);
	index_links(sheet);
	if (read_sheet(sheet) == 0) {
		xlsx_notes_read(book, entry, &sheet->links, &sheet->cells);
		warn(sheet, &sheet->without_value,
		     "this formula has no value (so it is with %lu); open the workbook and save it to have them reckoned");
		warn(sheet, &sheet->without_text,
		     "this cell's text is not among those of the workbook (so it is with %lu)");
		return sheet;
	}
	xlsx_sheet_free(sheet);
	return NULL;
}

void xlsx_sheet_free(struct xlsx_sheet *sheet)
{
	if (!sheet)
		return;
	xlsx_book_links_release(&sheet->links);
	links_release(&sheet->link_ids);
	out_release(&sheet->cells.letters);
	out_release(&sheet->value);
	out_release(&sheet->text);
	out_release(&sheet->name);
	free(sheet->cells.at);
	free(sheet);
}
