/* SPDX-License-Identifier: MIT */
#include "csv/csv_read.h"
#include "csv/csv_own.h"

#include "common/read/fields.h"
#include "common/read/letters.h"
#include "common/read/lines.h"

#include <string.h>

/* Rows of another length that are named one by one; the others are counted. */
enum { MAX_RAGGED = 5 };

struct reading {
	struct mr_source *source;
	struct lines lines;
	struct fields fields;
	struct fields_kind kind;
	struct out text;
	size_t base; /* where the fields begin: behind a line "sep=;" */
	size_t first, end; /* rows of the table */
	bool is_markdown;
};

static struct mr_place place_of(struct reading *reading, size_t offset)
{
	return lines_place(&reading->lines, reading->base + offset);
}

/* ------------------------------------------------------------------ which delimiter */

/* "sep=;" in the first line, as spreadsheets write it; 0 for none.  It is no row. */
static char said_delimiter(struct reading *reading)
{
	size_t n;
	const char *line = lines_at(&reading->lines, 1, &n);

	if (n != 5 || (memcmp(line, "sep=", 4) != 0 && memcmp(line, "SEP=", 4) != 0))
		return '\0';
	reading->base = reading->lines.n > 1 ? reading->lines.starts[1] : n;
	return line[4];
}

static int wanted_delimiter(struct reading *reading, char *out)
{
	static const struct {
		const char *name;
		char delimiter;
	} names[] = {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'},
		     {"\\t", '\t'},  {"pipe", '|'},      {"colon", ':'}};
	const struct mr_value *value = mr_source_value(reading->source, CSV_READ_DELIMITER);
	const char *suffix = strrchr(reading->source->name, '.');

	*out = said_delimiter(reading);
	if (!value->is_set) {
		/* a file of this name may still have other delimiters */
		if (*out == '\0' && suffix &&
		    (strcmp(suffix, ".tsv") == 0 || strcmp(suffix, ".tab") == 0) &&
		    strchr(reading->source->bytes.at, '\t'))
			*out = '\t';
		return 0;
	}
	*out = value->text[0];
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (strcmp(value->text, names[i].name) == 0) {
			*out = names[i].delimiter;
			return 0;
		}
	}
	if (value->text[0] != '\0' && value->text[1] == '\0' && !strchr("\"'\n\r", *out))
		return 0;
	reading->source->diag(
		reading->source, MR_ERROR, NULL,
		"delimiter must be one character, or comma, semicolon, tab, pipe or colon");
	return -1;
}

/* ------------------------------------------------------------------ handing over */

static void put_markdown(struct reading *reading, const char *text, size_t n)
{
	if (reading->is_markdown)
		out_bytes(&reading->text, text, n);
	else
		letters_put_exactly(&reading->text, text, n);
}

/* A row that is none: a title above the table, a remark below. */
static void put_line(struct reading *reading, size_t row)
{
	size_t n = reading->fields.rows[row].n;
	struct mr_block block = {
		.kind = MR_BLOCK_TEXT,
		.place = place_of(reading, fields_at(&reading->fields, row, 0)->offset)};

	out_clear(&reading->text);
	for (size_t column = 0; column < n; column++) {
		const struct fields_field *field = fields_at(&reading->fields, row, column);

		if (reading->text.n > 0 && field->n > 0)
			out_string(&reading->text, ", ");
		put_markdown(reading, fields_text(&reading->fields, field), field->n);
	}
	block.text = out_at(&reading->text);
	if (block.text[0])
		reading->source->block(reading->source, &block);
}

static void put_row(struct reading *reading, size_t row)
{
	for (size_t column = 0; column < reading->fields.rows[row].n; column++) {
		const struct fields_field *field = fields_at(&reading->fields, row, column);
		struct mr_grid_cell cell = {.row = (uint32_t)(row - reading->first),
					    .column = (uint32_t)column,
					    .row_span = 1,
					    .column_span = 1,
					    .flags = reading->is_markdown ? 0 : MR_GRID_LITERAL,
					    .place = place_of(reading, field->offset),
					    .text = fields_text(&reading->fields, field)};
		if (field->n == 0)
			continue;
		reading->source->cell(reading->source, &cell);
	}
}

static void put_grid(struct reading *reading)
{
	struct mr_grid grid = {
		.place = place_of(reading, fields_at(&reading->fields, reading->first, 0)->offset)};

	reading->source->grid(reading->source, &grid);
	for (size_t row = reading->first; row < reading->end && !reading->source->failed; row++)
		put_row(reading, row);
}

/* ------------------------------------------------------------------ which rows */

/* Whether an empty line stands before a row. */
static bool is_behind_blank(const struct reading *reading, size_t row)
{
	const char *text = reading->lines.text + reading->base;
	size_t at = fields_at(&reading->fields, row, 0)->offset, n = 0;

	for (; at > 0 && strchr("\r\n", text[at - 1]); at--)
		n += text[at - 1] == '\n' || text[at] != '\n';
	return n > 1;
}

/* Fields up to the last one that says something. */
static size_t filled(const struct fields *fields, size_t row)
{
	size_t n = fields->rows[row].n;

	while (n > 0 && fields_at(fields, row, n - 1)->n == 0)
		n--;
	return n;
}

/*
 * A line above the table: one field, also where a spreadsheet fills the row up ("A, compared",,,), at most half of the
 * usual, or fewer and an empty line below.
 */
static bool is_above(const struct reading *reading, size_t row)
{
	const struct fields *fields = &reading->fields;
	size_t n = fields->rows[row].n;

	if (n == 1 || 2 * n <= reading->kind.n_columns || (n > 2 && filled(fields, row) <= 1))
		return true;
	while (n < reading->kind.n_columns && ++row < fields->n_rows) {
		if (is_behind_blank(reading, row))
			return true;
		if (fields->rows[row].n >= reading->kind.n_columns)
			break;
	}
	return false;
}

static void find_table(struct reading *reading)
{
	const struct fields *fields = &reading->fields;

	reading->end = fields->n_rows;
	while (reading->first < fields->n_rows && is_above(reading, reading->first))
		reading->first++;
	if (reading->first == fields->n_rows) {
		reading->first = 0; /* a table of one column */
		return;
	}
	/* the first row has more than one field */
	while (fields->rows[reading->end - 1].n == 1)
		reading->end--;
}

/* More fields than the head is mostly a delimiter within a field; fewer are told of together. */
static void warn_of_ragged(struct reading *reading)
{
	const struct fields *fields = &reading->fields;
	size_t head = fields->rows[reading->first].n, n_more = 0, n_fewer = 0, first_fewer = 0;
	struct mr_place place;

	for (size_t row = reading->first + 1; row < reading->end; row++) {
		if (filled(fields, row) > head) {
			place = place_of(reading, fields_at(fields, row, head)->offset);
			if (++n_more <= MAX_RAGGED)
				reading->source->diag(
					reading->source, MR_WARNING, &place,
					"this row has %lu fields, the first one %lu; a field that holds the delimiter must be quoted",
					(unsigned long)fields->rows[row].n, (unsigned long)head);
		} else if (fields->rows[row].n < head && fields->rows[row].n > 1) {
			first_fewer = n_fewer++ ? first_fewer : row;
		}
	}
	if (n_more > MAX_RAGGED)
		reading->source->diag(reading->source, MR_WARNING, NULL,
				      "%lu more rows have more fields than the first one",
				      (unsigned long)(n_more - MAX_RAGGED));
	if (n_fewer) {
		place = place_of(reading, fields_at(fields, first_fewer, 0)->offset);
		reading->source->diag(
			reading->source, MR_WARNING, &place,
			"this row has %lu fields, the first one %lu (so it is in %lu rows); the missing ones are blank",
			(unsigned long)fields->rows[first_fewer].n, (unsigned long)head,
			(unsigned long)n_fewer);
	}
}

static int read_rows(struct reading *reading)
{
	struct mr_source *source = reading->source;
	struct mr_place place;
	char wanted, own;
	const char *text;
	size_t n;

	if (wanted_delimiter(reading, &wanted) != 0)
		return -1;
	text = (const char *)source->bytes.at + reading->base;
	n = source->bytes.n - reading->base;
	own = csv_own_delimiter(text, n);
	wanted = own ? own : wanted;
	reading->kind = fields_guess(text, n, wanted);
	if (fields_split(&reading->fields, text, n, reading->kind) != 0) {
		place = place_of(reading, reading->fields.error_offset);
		source->diag(source, MR_ERROR, &place, "%s", reading->fields.error);
		return -1;
	}
	if (reading->fields.n_rows == 0)
		return 0;
	if (own && csv_own_is(&reading->fields))
		return csv_own_read(source, &reading->fields, &reading->lines, reading->base, own);
	find_table(reading);
	warn_of_ragged(reading);
	for (size_t row = 0; row < reading->first; row++)
		put_line(reading, row);
	put_grid(reading);
	for (size_t row = reading->end; row < reading->fields.n_rows; row++)
		put_line(reading, row);
	return 0;
}

int csv_read(struct mr_source *source)
{
	struct reading reading = {.source = source};
	int status = -1;

	out_to_memory(&reading.text, 0);
	reading.is_markdown = mr_source_value(source, CSV_READ_MARKDOWN)->integer;
	if (lines_init(&reading.lines, source->bytes.at, source->bytes.n) != 0)
		source->diag(source, MR_ERROR, NULL, "out of memory");
	else
		status = read_rows(&reading);
	fields_release(&reading.fields);
	lines_release(&reading.lines);
	out_release(&reading.text);
	return status;
}

/* Anything may be delimited text: a perhaps where rows agree, and never with bytes that no text has. */
int csv_sniff(const struct mr_bytes *head)
{
	struct fields_kind kind;

	if (head->n == 0 || memchr(head->at, '\0', head->n))
		return 0;
	kind = fields_guess(head->at, head->n, '\0');
	return kind.agreement > 0.7; /* of rows of several fields */
}
