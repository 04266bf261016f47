/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_sheet.h"

#include "common/read/letters.h"
#include "xlsx/read/xlsx_cells.h"
#include "xlsx/read/xlsx_format.h"
#include "xlsx/read/xlsx_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Cells that merged ranges may go through: overlapping ones make more of them than there are. */
enum { MERGE_VISITS = 20000000, VALUE_MAX = 1 << 20 };

struct xlsx_sheet {
	struct xlsx_book *book;
	const struct xlsx_sheet_entry *entry;
	struct xlsx_part part;
	struct xlsx_links links;
	struct xlsx_cells cells;
	uint32_t row, column; /* where the next cell stands */
	bool is_hidden_row;
	size_t n_visits, n_without_value;
	uint32_t without_value[2]; /* the first of them: row and column */
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

/* Bold and struck cells are written as such: "**x**" where Markdown takes it so. */
static void put_styled(struct out *out, struct xlsx_style style, const char *text)
{
	size_t n = strlen(text);
	bool is_plain = n && is_word_byte(text[0]) && is_word_byte(text[n - 1]);

	out_clear(out);
	if (style.is_struck && n)
		out_string(out, "~~");
	if (style.is_bold && n)
		out_string(out, is_plain ? "**" : "<strong>");
	out_string(out, text);
	if (style.is_bold && n)
		out_string(out, is_plain ? "**" : "</strong>");
	if (style.is_struck && n)
		out_string(out, "~~");
}

/* What the value is by the type of the cell, as Markdown in sheet->text. */
static bool put_value(struct xlsx_sheet *sheet, const char *type, long style)
{
	const char *value = out_at(&sheet->value);
	struct out plain;

	out_clear(&sheet->text);
	if (strcmp(type, "s") == 0) {
		out_string(&sheet->text, xlsx_book_string(sheet->book, strtol(value, NULL, 10)));
	} else if (strcmp(type, "b") == 0) {
		out_string(&sheet->text, strtol(value, NULL, 10) ? "true" : "false");
		return true;
	} else if (strcmp(type, "n") == 0 && *value) {
		out_to_memory(&plain, 0);
		xlsx_format_put(&plain, xlsx_book_format(sheet->book, style), value,
				sheet->book->is_1904);
		letters_put_exactly(&sheet->text, out_at(&plain), plain.n);
		out_release(&plain);
	} else {
		letters_put_exactly(&sheet->text, value, sheet->value.n);
	}
	return false;
}

/* =HYPERLINK("address", ...) with the address in letters. */
static void link_by_formula(struct xlsx_sheet *sheet, const char *formula)
{
	static const char begin[] = "HYPERLINK(\"";
	const char *at = strstr(formula, begin),
		   *end = at ? strchr(at + sizeof(begin) - 1, '"') : NULL;
	struct out address;

	if (!end || sheet->text.n == 0)
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
	cell->is_hidden = sheet->is_hidden_row || sheet->entry->is_hidden ||
			  cells->is_hidden_column[cell->column];
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
	if (has_formula && sheet->text.n == 0 && !type && sheet->n_without_value++ == 0) {
		sheet->without_value[0] = sheet->row;
		sheet->without_value[1] = sheet->column;
	}
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
	if (sheet->n_visits > MERGE_VISITS)
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

static void read_link(struct xlsx_sheet *sheet)
{
	char *range = xlsx_part_attribute(&sheet->part, "ref"), *id;
	char *location = xlsx_part_attribute(&sheet->part, "location");
	struct xlsx_cell *cell;
	uint32_t from[2], to[2];

	id = xlsx_part_attribute(&sheet->part, "id");
	cell = range && xlsx_cells_range(range, from, to)
		       ? xlsx_cells_find(&sheet->cells, from[0], from[1])
		       : NULL;
	for (size_t i = 0; cell && id && i < sheet->links.n; i++) {
		const struct xlsx_link *link = &sheet->links.at[i];

		if (!link->id || !link->target || !link->is_external || strcmp(link->id, id) != 0)
			continue;
		put_address(&sheet->value, link->target, location);
		put_link(&sheet->text, sheet->cells.letters.at + cell->text, out_at(&sheet->value));
		cell->text = keep(sheet, &sheet->text);
		break;
	}
	free(range);
	free(location);
	free(id);
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

/* ------------------------------------------------------------------ comments */

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

static void read_comments(struct xlsx_sheet *sheet, const char *path)
{
	struct xlsx_part part;

	if (!xlsx_part_open(&part, sheet->book->package, path))
		return;
	while (xlsx_part_next(&part)) {
		char *at = xlsx_part_begins(&part, "comment") ? xlsx_part_attribute(&part, "ref")
							      : NULL;
		struct xlsx_cell *cell;
		uint32_t row, column;

		if (!at)
			continue;
		cell = xlsx_cells_place(at, &row, &column)
			       ? xlsx_cells_find(&sheet->cells, row, column)
			       : NULL;
		free(at);
		out_clear(&sheet->text);
		xlsx_words_put(&part, "comment", false, &sheet->text);
		letters_trim(&sheet->text, 0);
		if (!cell)
			continue;
		out_clear(&sheet->value);
		out_string(&sheet->value, own_words(out_at(&sheet->text)));
		cell->note = keep(sheet, &sheet->value);
	}
	xlsx_part_close(&part);
}

static void find_comments(struct xlsx_sheet *sheet)
{
	for (size_t i = 0; i < sheet->links.n; i++) {
		const struct xlsx_link *link = &sheet->links.at[i];
		const char *kind = link->type ? strrchr(link->type, '/') : NULL;
		char path[XLSX_BOOK_PATH];

		if (!kind || strcmp(kind, "/comments") != 0 || !link->target)
			continue;
		xlsx_book_resolve(sheet->entry->path, link->target, path);
		read_comments(sheet, path);
	}
}

/* ------------------------------------------------------------------ all of it */

const struct xlsx_cells *xlsx_sheet_cells(const struct xlsx_sheet *sheet)
{
	return &sheet->cells;
}

static void warn_of_formulas(struct xlsx_sheet *sheet)
{
	struct mr_source *source = sheet->book->package->source;
	struct mr_place place = {0, 0, NULL};

	if (sheet->n_without_value == 0)
		return;
	xlsx_cells_name(&sheet->name, sheet->entry->name, sheet->without_value[0],
			sheet->without_value[1]);
	place.name = out_at(&sheet->name);
	source->diag(
		source, MR_WARNING, &place,
		"this formula has no value (so it is with %lu); open the workbook and save it to have them reckoned",
		(unsigned long)sheet->n_without_value);
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
	if (read_sheet(sheet) == 0) {
		find_comments(sheet);
		warn_of_formulas(sheet);
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
	out_release(&sheet->cells.letters);
	out_release(&sheet->value);
	out_release(&sheet->text);
	out_release(&sheet->name);
	free(sheet->cells.at);
	free(sheet);
}
