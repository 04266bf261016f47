/* SPDX-License-Identifier: MIT */
#include "csv/csv_own_file.h"

bool csv_own_is_field(const struct own *own, size_t row, uint32_t column, const char *word)
{
	const struct fields *fields = own->fields;

	return column < fields->rows[row].n &&
	       strcmp(fields_text(fields, fields_at(fields, row, column)), word) == 0;
}

uint32_t csv_own_column(const struct own *own, const char *name)
{
	for (uint32_t column = 2; column < own->fields->rows[0].n; column++)
		if (csv_own_is_field(own, 0, column, name))
			return column;
	return 0;
}

/* The letters that were written, until the next call. */
const char *csv_own_value(struct own *own, size_t row, uint32_t column)
{
	const struct fields_field *field;
	const char *text;

	if (column >= own->fields->rows[row].n)
		return "";
	field = fields_at(own->fields, row, column);
	text = fields_text(own->fields, field);
	if (!own->is_defused)
		return text;
	out_clear(&own->value);
	csv_field_restore(&own->value, text, field->n, own->delimiter);
	return out_at(&own->value);
}

const char *csv_own_keep(struct own *own, const char *text, size_t n)
{
	char *copy = own->source->alloc(own->source, n + 1);

	memcpy(copy, text, n);
	return copy;
}

struct mr_place csv_own_place(struct own *own, size_t row, uint32_t column)
{
	const struct fields *fields = own->fields;
	uint32_t last = (uint32_t)fields->rows[row].n - 1;

	return lines_place(own->lines,
			   own->base +
				   fields_at(fields, row, column < last ? column : last)->offset);
}

/* The first column of values, where the rows at the end have theirs. */
uint32_t csv_own_about(const struct own *own)
{
	return own->is_long      ? own->places[PLACE_WORDS]
	       : own->n_products ? own->products[0].words
				 : 2;
}

/* Adds references to the notes of a field, one a line, to the text. */
void csv_own_add_notes(struct own *own, const char *lines)
{
	for (size_t n; *lines; lines += n + (lines[n] != '\0')) {
		uint32_t number;

		n = strcspn(lines, "\n");
		if (n == 0)
			continue;
		number = links_add(&own->notes, csv_own_keep(own, lines, n), 0);
		out_string(&own->text, "[^");
		out_unsigned(&own->text, number);
		out_char(&own->text, ']');
	}
}

/* The symbol of the status that a row at the end explains, with the space behind it. */
void csv_own_add_symbol(struct own *own, size_t row)
{
	const char *words = csv_own_value(own, row, csv_own_about(own));

	out_bytes(&own->text, words, strcspn(words, " "));
	out_char(&own->text, ' ');
}
