/* SPDX-License-Identifier: MIT */
#include "read/arrange.h"

#include "base/ascii.h"
#include "data/folded.h"
#include "read/groups.h"
#include "read/orient.h"

#include <string.h>

/* Folded; what stands over numbers of rows. */
static const char *const number_words[] = {"",     "#",      "no",   "no.",  "nr",       "nr.",
					   "num",  "number", "id",   "row",  "index",    "n°",
					   "nº",   "№",      "pos",  "pos.", "lfd. nr.", "lfd. nr",
					   "序号", "编号",   "番号", "번호", "п/п"};

static const struct inline_text *words_at(struct reading *reading, const struct table *table,
					  uint32_t row, uint32_t column)
{
	return reading_cell(reading, grid_field(reading->file, table->grid, row, column));
}

static bool is_number_word(struct reading *reading, const struct inline_text *head)
{
	const char *word = folded_in(&reading->scratch, head->words, head->n);

	for (size_t i = 0; i < sizeof(number_words) / sizeof(*number_words); i++)
		if (strcmp(number_words[i], word) == 0)
			return true;
	return false;
}

/* "7", "7.", "2.13" */
static bool is_number(const struct inline_text *text)
{
	for (uint32_t i = 0; i < text->n; i++)
		if (!ascii_is_digit(text->words[i]) && (text->words[i] != '.' || i == 0))
			return false;
	return text->n > 0;
}

/* Whether the first column counts the rows, which the second one names. */
static bool counts_rows(struct reading *reading, const struct table *table)
{
	uint32_t n = 0;

	if (!is_number_word(reading, words_at(reading, table, table->n_head_rows - 1, 0)) ||
	    words_at(reading, table, table->n_head_rows - 1, 1)->n == 0)
		return false;
	for (uint32_t row = table->n_head_rows; row < table->grid->n_rows; row++) {
		const struct inline_text *number = words_at(reading, table, row, 0);
		const struct inline_text *name = words_at(reading, table, row, 1);

		if (number->n == 0 && name->n == 0)
			continue;
		if (number->n && !is_number(number))
			return false;
		if (name->n == 0 ||
		    vocabulary_find(&reading->vocabulary, name->words, name->n).status <
			    VOCABULARY_TEXT)
			return false;
		n += number->n > 0;
	}
	return n >= 2;
}

/* Whether the columns at `a` and `b` share no cell and each cell of theirs covers one column. */
static bool are_apart(struct reading *reading, const struct table *table, uint32_t a, uint32_t b)
{
	for (uint32_t row = table->first_head_row; row < table->grid->n_rows; row++) {
		const struct grid_cell *first = grid_field(reading->file, table->grid, row, a);
		const struct grid_cell *second = grid_field(reading->file, table->grid, row, b);

		if ((first && first->column_span > 1) || (second && second->column_span > 1))
			return false;
	}
	return true;
}

/* The grid with its columns in the order of `columns`, `n` of them. */
static void take(struct table *table, struct reading *reading, const uint32_t *columns, uint32_t n)
{
	const struct grid *from = table->grid;
	struct grid *to = arena_object(&reading->arena, sizeof(*to));
	uint32_t *fields =
		arena_array(&reading->arena, (size_t)from->n_rows * n + 1, sizeof(*fields));

	if (!to || !fields) {
		reading->failed = true;
		return;
	}
	for (uint32_t row = 0; row < from->n_rows; row++)
		for (uint32_t column = 0; column < n; column++)
			fields[(size_t)row * n + column] =
				from->fields[(size_t)row * from->n_columns + columns[column]];
	*to = *from;
	to->n_columns = n;
	to->n_head_columns = 0;
	to->fields = fields;
	table->grid = to;
}

/*
 * Whether all that a row says behind its name is statuses, two at least, and one of them a yes or no: products
 * are called Alpha and Beta.
 */
static bool is_answers(struct reading *reading, const struct table *table, uint32_t row)
{
	uint32_t n = 0, n_clear = 0, status;

	for (uint32_t column = 1; column < table->grid->n_columns; column++) {
		const struct inline_text *text = words_at(reading, table, row, column);

		if (text->n == 0)
			continue;
		status = vocabulary_find(&reading->vocabulary, text->words, text->n).status;
		if (status >= VOCABULARY_TEXT)
			return false;
		n++;
		n_clear += status == MEANING_YES || status == MEANING_NO;
	}
	return n >= 2 && n_clear && words_at(reading, table, row, 0)->n;
}

/* Yes, No and how many said so is a table whose head is right: the rows below have to be answers, too. */
static bool has_answers(struct reading *reading, const struct table *table)
{
	uint32_t n = 0, n_answers = 0;

	for (uint32_t row = table->n_head_rows; row < table->grid->n_rows; row++) {
		n++;
		n_answers += is_answers(reading, table, row);
	}
	return n > 0 && n_answers * 2 >= n;
}

void arrange_head(struct table *table, struct reading *reading)
{
	const struct grid *from = table->grid;
	struct grid *to;
	uint32_t *fields;

	if (from->n_columns < 3 ||
	    orient_is_feature(reading, words_at(reading, table, table->n_head_rows - 1, 0)) ||
	    !is_answers(reading, table, table->n_head_rows - 1) || !has_answers(reading, table))
		return;
	if (table->n_head_rows > table->first_head_row + 1) {
		table->n_head_rows--;
		table->has_no_head = true;
		return;
	}
	to = arena_object(&reading->arena, sizeof(*to));
	fields = arena_array(&reading->arena, ((size_t)from->n_rows + 1) * from->n_columns,
			     sizeof(*fields));
	if (!to || !fields) {
		reading->failed = true;
		return;
	}
	memcpy(fields + from->n_columns, from->fields,
	       (size_t)from->n_rows * from->n_columns * sizeof(*fields));
	*to = *from;
	to->n_rows++;
	to->fields = fields;
	table->grid = to;
	table->n_rows_added = 1;
	table->has_no_head = true;
}

void arrange_columns(struct table *table, struct reading *reading)
{
	uint32_t n = table->grid->n_columns;
	uint32_t *columns = arena_array(&reading->arena, (size_t)n + 1, sizeof(*columns));
	bool is_counted, is_grouped;

	if (!columns || n < 3 || !are_apart(reading, table, 0, 1))
		return;
	is_counted = counts_rows(reading, table);
	is_grouped =
		groups_is_word(reading, words_at(reading, table, table->n_head_rows - 1, 0)) &&
		orient_is_product(reading, words_at(reading, table, table->n_head_rows - 1, 1));
	if (!is_counted && !is_grouped)
		return;
	for (uint32_t column = 0; column < n; column++)
		columns[column] = column;
	if (is_counted) {
		take(table, reading, columns + 1, n - 1);
		table->n_left_out = 1;
		return;
	}
	columns[0] = 1;
	columns[1] = 0;
	take(table, reading, columns, n);
}
