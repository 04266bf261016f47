/* SPDX-License-Identifier: MIT */
#include "html/html_compact.h"

#include <stdbool.h>
#include <stdint.h>

/* A text on its way from `at` to `end`. */
struct compacting {
	struct out *out;
	const char *at, *end;
	char last; /* written, 0 at the beginning */
	char word[8]; /* the one written last, where it is as short as a keyword; ""
                   behind anything else */
	size_t n_word;
	const struct html_names *names; /* of a script; or null */
	bool is_script;
	bool has_semicolon; /* the last one is not written yet: what comes may make it
                         idle */
	unsigned depth; /* of brackets */
	uint64_t declares; /* a bit for each depth below 64: the statement there is a `let` */
};

static bool is_in(char c, const char *set)
{
	return c && strchr(set, c) != NULL;
}

static bool is_blank(char c)
{
	return is_in(c, " \t\r\n");
}

/* Of names, numbers and keywords. */
static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

/* Whether the statement at this depth of brackets declares; a new one does not until it says so. */
static void set_declares(struct compacting *is, bool declares)
{
	uint64_t bit = is->depth < 64 ? (uint64_t)1 << is->depth : 0;

	is->declares = declares ? is->declares | bit : is->declares & ~bit;
}

static bool is_declaring(const struct compacting *is)
{
	return is->depth < 64 && (is->declares >> is->depth & 1);
}

static void follow_bracket(struct compacting *is, char sign)
{
	if (is_in(sign, "([{")) {
		is->depth++;
		set_declares(is, false);
	} else if (is_in(sign, ")]}") && is->depth > 0) {
		is->depth--;
	}
}

static void put(struct compacting *is, const char *bytes, size_t n)
{
	if (n == 0)
		return;
	if (is->has_semicolon && *bytes != '}') {
		out_char(is->out, ';');
		set_declares(is, false);
	}
	if (n == 1)
		follow_bracket(is, *bytes);
	is->has_semicolon = n == 1 && *bytes == ';';
	if (!is->has_semicolon)
		out_bytes(is->out, bytes, n);
	is->last = bytes[n - 1];
	is->n_word = is_letter(*bytes) && n <= sizeof(is->word) ? n : 0;
	memcpy(is->word, bytes, is->n_word);
}

/* Behind the end of what begins at `at` with `quote`, or the end of the text.
 */
static const char *skip_string(const char *at, const char *end, char quote)
{
	for (at++; at < end && *at != quote; at++)
		if (*at == '\\' && end - at > 1)
			at++;
	return at < end ? at + 1 : end;
}

/* The same of a regular expression: within brackets a slash is a letter. */
static const char *skip_pattern(const char *at, const char *end)
{
	bool in_brackets = false;

	for (at++; at < end && (*at != '/' || in_brackets); at++) {
		if (*at == '\\' && end - at > 1)
			at++;
		else if (is_in(*at, "[]"))
			in_brackets = *at == '[';
	}
	return at < end ? at + 1 : end;
}

static bool begins_comment(const struct compacting *is)
{
	return is->end - is->at >= 2 && is->at[0] == '/' && is->at[1] == '*';
}

/* Whether a line ended in it. */
static bool skip_comment(struct compacting *is)
{
	const char *from = is->at;

	for (is->at += 2; is->end - is->at >= 2; is->at++)
		if (is->at[0] == '*' && is->at[1] == '/')
			break;
	is->at = is->end - is->at >= 2 ? is->at + 2 : is->end;
	return memchr(from, '\n', (size_t)(is->at - from)) != NULL;
}

/* Behind a value a slash divides, else it begins a regular expression. */
static bool begins_pattern(const struct compacting *is)
{
	static const char *const before[] = {"return", "typeof", "case"};

	if (!is->is_script || *is->at != '/')
		return false;
	for (size_t i = 0; i < sizeof(before) / sizeof(*before); i++)
		if (is->n_word == strlen(before[i]) && memcmp(is->word, before[i], is->n_word) == 0)
			return true;
	return is->last == 0 || is_in(is->last, "(,=:[!&|?{};+>\n");
}

/* ---- blanks */

/* Between two letters, and where two signs would become one. */
static bool must_part(char before, char behind)
{
	return (is_letter(before) && is_letter(behind)) ||
	       (before == behind && is_in(before, "+-/"));
}

/* A line end that begins or goes on with these ends no statement. */
static bool goes_on(char before, char behind)
{
	return before == 0 || is_in(before, "{;,([=&|?:") || is_in(behind, "}.)];?:&|");
}

static bool means_nothing_in_style(char before, char behind)
{
	return before == 0 || is_in(before, "{};,:>~") || is_in(behind, "{};,>~");
}

static void put_blanks(struct compacting *is)
{
	bool has_line_end = false;
	char behind;

	while (is->at < is->end && (is_blank(*is->at) || begins_comment(is))) {
		bool ends_line = *is->at == '\n';

		if (is_blank(*is->at))
			is->at++;
		else
			ends_line = skip_comment(is);
		has_line_end = has_line_end || ends_line;
	}
	behind = is->at < is->end ? *is->at : 0;
	if (!is->is_script) {
		if (!means_nothing_in_style(is->last, behind))
			put(is, " ", 1);
	} else if (has_line_end && !goes_on(is->last, behind)) {
		put(is, "\n", 1);
		set_declares(is, false);
	} else if (must_part(is->last, behind)) {
		put(is, " ", 1);
	}
}

static bool is_word(const char *from, size_t n, const char *word)
{
	return n == strlen(word) && memcmp(from, word, n) == 0;
}

/* "let a = 1; let b" is "let a=1,b". */
static void put_let(struct compacting *is)
{
	if (is->has_semicolon && is_declaring(is)) {
		is->has_semicolon = false;
		put(is, ",", 1);
		return;
	}
	put(is, "let", 3);
	set_declares(is, true);
}

/*
 * A whole word, or a shorter one that says the same: nothing assigns to a constant (the lint sees to it), !0 is
 * true, and a number below one needs no zero before its point.
 */
static void put_word(struct compacting *is)
{
	const char *from = is->at;
	char shorter[HTML_SHORT];
	bool is_named, is_fraction;
	size_t n;

	while (is->at < is->end && is_letter(*is->at))
		is->at++;
	n = (size_t)(is->at - from);
	is_named = is->last == '.' || (is->at < is->end && *is->at == ':'); /* of an object */
	is_fraction = is->end - is->at > 1 && *is->at == '.' && is_in(is->at[1], "0123456789");
	if (is_fraction && is_word(from, n, "0"))
		return;
	if (html_names_find(is->names, from, n, shorter))
		put(is, shorter, sizeof(shorter));
	else if (!is->is_script || is_named)
		put(is, from, n);
	else if (is_word(from, n, "const") || is_word(from, n, "let"))
		put_let(is);
	else if (is_word(from, n, "true"))
		put(is, "!0", 2);
	else if (is_word(from, n, "false"))
		put(is, "!1", 2);
	else if (is_word(from, n, "undefined"))
		put(is, "void 0", 6);
	else
		put(is, from, n);
}

/* Where every file asks for it, the page's script has asked once (html_csp_load). */
static bool skip_directive(struct compacting *is)
{
	static const char directive[] = "'use strict';";
	size_t n = sizeof(directive) - 1;

	if ((size_t)(is->end - is->at) < n || memcmp(is->at, directive, n) != 0)
		return false;
	is->at += n;
	return true;
}

/* "(x) =>": one parameter needs no parentheses.  Whether it was that, and is written. */
static bool put_parameter(struct compacting *is)
{
	const char *name = is->at + 1, *at = name, *behind;

	while (at < is->end && is_letter(*at))
		at++;
	if (at == name || at == is->end || *at != ')')
		return false;
	for (behind = at + 1; behind < is->end && is_in(*behind, " \t");)
		behind++;
	if (is->end - behind < 2 || memcmp(behind, "=>", 2) != 0)
		return false;
	if (is_letter(is->last))
		put(is, " ", 1);
	is->at = name;
	put_word(is);
	is->at = behind;
	return true;
}

static void compact(struct compacting *is)
{
	while (is->at < is->end) {
		const char *from = is->at;

		if (is_blank(*from) || begins_comment(is)) {
			put_blanks(is);
			continue;
		}
		if (is_letter(*from)) {
			put_word(is);
			continue;
		}
		if (is->is_script && (*from == '(' ? put_parameter(is) : skip_directive(is)))
			continue;
		if (is_in(*from, is->is_script ? "'\"`" : "'\""))
			is->at = skip_string(from, is->end, *from);
		else if (begins_pattern(is))
			is->at = skip_pattern(from, is->end);
		else
			is->at++;
		put(is, from, (size_t)(is->at - from));
	}
	if (is->has_semicolon)
		out_char(is->out, ';');
}

void html_compact_style(struct out *out, const char *text, size_t n)
{
	compact(&(struct compacting){.out = out, .at = text, .end = text + n});
}

/* Behind the number that begins at `at`, or `at` where none does. */
static const char *skip_number(const char *at, const char *end)
{
	const char *first = end - at > 1 && *at == '-' ? at + 1 : at;

	for (at = is_in(*first, "0123456789.") ? first : at; at < end; at++)
		if (!is_in(*at, "0123456789."))
			break;
	return at;
}

void html_compact_unrooted(struct out *out, const char *text, size_t n)
{
	const char *at = text, *end = text + n;

	while (at < end) {
		const char *from = at;
		const char *behind = skip_number(at, end);

		if (behind > at && end - behind >= 3 && memcmp(behind, "rem", 3) == 0) {
			out_string(out, "calc(");
			out_bytes(out, at, (size_t)(behind - at));
			out_string(out, "*var(--mr-rem,16px))");
			at = behind + 3;
			continue;
		}
		if (behind > at)
			at = behind;
		else if (is_letter(*at) || *at == '-')
			while (at < end && (is_letter(*at) || *at == '-'))
				at++; /* a name, with the digits in it */
		else if (*at == '@')
			while (at < end && *at != '{')
				at++;
		else
			at = is_in(*at, "'\"") ? skip_string(at, end, *at) : at + 1;
		out_bytes(out, from, (size_t)(at - from));
	}
}

void html_compact_windowed(struct out *out, const char *text, size_t n)
{
	static const char of_place[] = "@container";
	const char *at = text, *end = text + n;

	while (at < end) {
		const char *from = at;

		if ((size_t)(end - at) >= strlen(of_place) &&
		    memcmp(at, of_place, strlen(of_place)) == 0) {
			out_string(out, "@media");
			at += strlen(of_place);
			continue;
		}
		at = is_in(*at, "'\"") ? skip_string(at, end, *at) : at + 1;
		out_bytes(out, from, (size_t)(at - from));
	}
}

void html_compact_script(struct out *out, const char *text, size_t n,
			 const struct html_names *names)
{
	compact(&(struct compacting){
		.out = out, .at = text, .end = text + n, .is_script = true, .names = names});
}
