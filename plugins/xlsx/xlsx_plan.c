/* SPDX-License-Identifier: MIT */
#include "xlsx/xlsx_plan.h"

#include "common/office/office_plain.h"
#include "common/write/number.h"
#include "common/write/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

enum { NAME_UNITS = 31 };

/* Bytes of the longest head of `text` that has at most `max` units. */
static size_t head_of(const char *text, size_t max)
{
	const char *at = text;

	while (*at) {
		const char *next = at;
		size_t units = utf8_next(&next) >= 0x10000 ? 2 : 1;

		if (units > max)
			break;
		max -= units;
		at = next;
	}
	return (size_t)(at - text);
}

/* ------------------------------------------------------------------ names of sheets */

static bool is_taken(const char *name, const char *others, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		if (strcasecmp(name, others + (size_t)i * XLSX_PLAN_NAME) == 0)
			return true;
	return !*name || strcasecmp(name, "history") == 0;
}

/* Takes off blanks and apostrophes at both ends. */
static void trim(char *name)
{
	size_t n = strlen(name), from = strspn(name, " '");

	while (n > from && strchr(" '", name[n - 1]))
		n--;
	memmove(name, name + from, n - from);
	name[n - from] = '\0';
}

/* The first letters of `wanted` in `units`, with a blank for what no name may hold. */
static void fit(char name[XLSX_PLAN_NAME], const char *wanted, size_t units)
{
	size_t n = head_of(wanted, units);

	memcpy(name, wanted, n);
	name[n] = '\0';
	for (char *at = name; *at; at++)
		if (strchr("[]:*?/\\\n", *at))
			*at = ' ';
	trim(name);
}

void xlsx_plan_name(char name[XLSX_PLAN_NAME], const char *wanted, const char *others, unsigned n)
{
	char *clean = office_plain_clean(wanted, strlen(wanted));
	const char *words = clean ? clean : wanted;

	fit(name, words, NAME_UNITS);
	if (!*name)
		fit(name, words = "-", NAME_UNITS);
	for (unsigned number = 2; is_taken(name, others, n); number++) {
		char end[NUMBER_SIZE];
		size_t n_end = number_unsigned(end, number), at;

		fit(name, words, NAME_UNITS - 1 - n_end);
		at = strlen(name);
		name[at] = ' ';
		memcpy(name + at + 1, end, n_end + 1);
		trim(name);
	}
	free(clean);
}

/* ------------------------------------------------------------------ spelling */

/* `text` between two of `quote`, and twice where it holds one. */
static void put_quoted(struct out *out, char quote, const char *text)
{
	out_char(out, quote);
	for (; *text; text++) {
		if (*text == quote)
			out_char(out, quote);
		out_char(out, *text);
	}
	out_char(out, quote);
}

void xlsx_plan_put_sheet(struct out *out, const char *name)
{
	put_quoted(out, '\'', name);
}

void xlsx_plan_put_string(struct out *out, const char *text)
{
	put_quoted(out, '"', text);
}

/* A quotation mark cannot stand between quotation marks: it follows a backslash, outside. */
static void put_literal(struct out *out, const char *text)
{
	if (!*text)
		return;
	out_char(out, '"');
	for (; *text; text++)
		if (*text == '"')
			out_string(out, "\"\\\"\"");
		else
			out_char(out, *text);
	out_char(out, '"');
}

void xlsx_plan_put_format(struct out *out, const char *before, const char *behind)
{
	put_literal(out, before);
	out_char(out, '@');
	put_literal(out, behind);
}

void xlsx_plan_put_header(struct out *out, const char *text, size_t max)
{
	size_t n = 0;

	for (const char *at = text; *at;) {
		const char *from = at;
		uint32_t code = utf8_next(&at);

		n += code == '&' || code >= 0x10000 ? 2 : 1;
		if (n >= max) {
			out_string(out, "…");
			return;
		}
		out_string(out, code == '&' ? "&" : "");
		if (code == '\n')
			out_char(out, ' ');
		else
			xlsx_plan_put_letters(out, from, (size_t)(at - from));
	}
}

static bool is_hexadecimal(const char *at, size_t n)
{
	while (n-- > 0 && strchr("0123456789abcdefABCDEF", *at) && *at)
		at++;
	return n == SIZE_MAX;
}

/* "_x0041_", of an underscore */
static bool is_escape(const char *at, size_t n)
{
	return n >= 7 && at[1] == 'x' && at[6] == '_' && is_hexadecimal(at + 2, 4);
}

void xlsx_plan_put_letters(struct out *out, const char *text, size_t n)
{
	char *clean = office_plain_clean(text, n);
	const char *at = clean ? clean : text;

	for (; n > 0; at++, n--) {
		if (*at == '_' && is_escape(at, n))
			out_string(out, "_x005F");
		out_char(out, *at);
	}
	free(clean);
}

void xlsx_plan_put_place(struct out *out, uint32_t row, uint32_t col)
{
	char letters[8];
	unsigned n = 0;

	for (col++; col > 0; col = (col - 1) / 26)
		letters[n++] = (char)('A' + (col - 1) % 26);
	while (n > 0)
		out_char(out, letters[--n]);
	out_unsigned(out, row + 1u);
}

void xlsx_plan_put_raised(struct out *out, uint32_t number)
{
	static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
	char digits[NUMBER_SIZE];
	size_t n = number_unsigned(digits, number);

	for (size_t i = 0; i < n; i++)
		out_string(out, raised[digits[i] - '0']);
}

double xlsx_plan_height(uint32_t lines)
{
	return lines < 27 ? lines * 15.0 : 409;
}

bool xlsx_plan_begins(const char *words, const char *label)
{
	size_t n = strlen(label);

	return n > 0 && strncasecmp(words, label, n) == 0 && (!words[n] || strchr(" ,(", words[n]));
}

/* The next word with the blanks behind it, or one wide letter. */
static size_t word_of(const char *at, const char *end)
{
	const char *next = at;

	while (next < end) {
		const char *before = next;
		uint32_t code = utf8_next(&next);

		if (code == ' ')
			break;
		if (code >= 0x2e80)
			return (size_t)((before == at ? next : before) - at);
	}
	return (size_t)(next - at);
}

static uint32_t lines_of(const char *at, const char *end, uint32_t columns)
{
	uint32_t lines = 1, used = 0;

	while (at < end) {
		size_t n = word_of(at, end);
		uint32_t width = office_plain_width(at, n),
			 bare = at[n - 1] == ' ' ? width - 1 : width;

		if (used > 0 && used + bare > columns) {
			lines++;
			used = 0;
		}
		for (used += width; used > columns + 1; used -= columns)
			lines++;
		at += n;
	}
	return lines;
}

uint32_t xlsx_plan_lines(const char *text, size_t n, uint32_t columns)
{
	const char *end = text + n;
	uint32_t lines = 0;

	for (;;) {
		const char *feed = memchr(text, '\n', (size_t)(end - text));

		lines += lines_of(text, feed ? feed : end, columns ? columns : 1);
		if (!feed)
			return lines;
		text = feed + 1;
	}
}
