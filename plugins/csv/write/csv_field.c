/* SPDX-License-Identifier: MIT */
#include "csv/write/csv_field.h"

void csv_field_init(struct csv_field *field, struct out *out, char delimiter, bool keeps_formulas)
{
	*field = (struct csv_field){
		.out = out, .delimiter = delimiter, .keeps_formulas = keeps_formulas};
	out_to_memory(&field->made, 0);
}

void csv_field_release(struct csv_field *field)
{
	field->out->failed |= field->made.failed;
	out_release(&field->made);
}

/* ------------------------------------------------------------------ formulas */

/* Bytes of a sign that begins a formula at `at`; 0 for none.  U+FF0B, U+FF0D, U+FF1D, U+FF20 are the full-width ones. */
static size_t sign_at(const char *at, const char *end)
{
	static const char *const wide[] = {"\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\x9D",
					   "\xEF\xBC\xA0"};

	if (at < end && (*at == '=' || *at == '+' || *at == '-' || *at == '@'))
		return 1;
	for (size_t i = 0; i < sizeof(wide) / sizeof(*wide); i++)
		if (end - at >= 3 && memcmp(at, wide[i], 3) == 0)
			return 3;
	return 0;
}

/* Of a sign: "-", "-5", "+1.25" and nothing behind, what no spreadsheet computes. */
static bool is_harmless(const char *at, const char *end)
{
	if (*at == '+' || *at == '-')
		at++;
	else
		return end - at == 1;
	while (at < end && ((*at >= '0' && *at <= '9') || *at == '.'))
		at++;
	return at == end;
}

/* Whether a formula, with whatever apostrophes before it, begins at `at`. */
static bool is_formula(const char *at, const char *end, bool is_start)
{
	const char *quotes = at;

	while (at < end && *at == '\'')
		at++;
	/* the apostrophe of a formula that was taken for harmless would be taken off again */
	return sign_at(at, end) != 0 && !(is_start && at == quotes && is_harmless(at, end));
}

static bool ends_field(char c, char delimiter)
{
	return (c == ';' || c == ',' || c == '\t' || c == '\n' || c == '\r') &&
	       (c == '\n' || c == '\r' || c != delimiter) && (c != ',' || delimiter == ';');
}

static bool needs_guard(const char *text, const char *at, const char *end, char delimiter)
{
	bool is_start = at == text;

	return (is_start || ends_field(at[-1], delimiter)) && is_formula(at, end, is_start);
}

static bool defuse(struct csv_field *field, const char *text, size_t n)
{
	const char *end = text + n;
	bool is_defused = false;

	for (const char *at = text; at < end; at++) {
		if (needs_guard(text, at, end, field->delimiter)) {
			out_char(&field->made, '\'');
			is_defused = true;
		}
		out_char(&field->made, *at);
	}
	return is_defused;
}

void csv_field_restore(struct out *out, const char *text, size_t n, char delimiter)
{
	const char *end = text + n;

	for (const char *at = text; at < end; at++) {
		bool is_behind = at == text || ends_field(at[-1], delimiter);

		if (*at == '\'' && is_behind && is_formula(at, end, false))
			continue;
		out_char(out, *at);
	}
}

/* ------------------------------------------------------------------ quotes */

static bool needs_quotes(const char *text, size_t n, char delimiter)
{
	if (n > 0 && (text[0] == ' ' || text[n - 1] == ' '))
		return true;
	for (size_t i = 0; i < n; i++)
		if (text[i] == delimiter || text[i] == '"' || text[i] == '\n' || text[i] == '\r')
			return true;
	return false;
}

static void put_quoted(struct out *out, const char *text, size_t n)
{
	out_char(out, '"');
	for (size_t i = 0; i < n; i++) {
		if (text[i] == '"')
			out_char(out, '"');
		out_char(out, text[i]);
	}
	out_char(out, '"');
}

bool csv_field_put(struct csv_field *field, const char *text, size_t n)
{
	bool is_defused = false;

	if (field->n_in_row++ > 0)
		out_char(field->out, field->delimiter);
	if (!field->keeps_formulas) {
		out_clear(&field->made);
		is_defused = defuse(field, text, n);
		if (is_defused) {
			text = out_at(&field->made);
			n = field->made.n;
		}
	}
	field->n_defused += is_defused;
	if (needs_quotes(text, n, field->delimiter))
		put_quoted(field->out, text, n);
	else
		out_bytes(field->out, text, n);
	return is_defused;
}

void csv_field_string(struct csv_field *field, const char *text)
{
	csv_field_put(field, text, strlen(text));
}

void csv_field_end(struct csv_field *field)
{
	while (field->n_in_row < field->n_columns)
		csv_field_put(field, "", 0);
	out_string(field->out, "\r\n");
	field->n_in_row = 0;
}
