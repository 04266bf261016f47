/* SPDX-License-Identifier: MIT */
#include "yaml/syntax.h"

#include "base/ascii.h"
#include "base/breaks.h"
#include "base/utf8.h"

#include <string.h>

static const char closed[] = "is this line indented as those before it, and is every quote closed?";

/* ---- lines */

struct line {
	const char *at, *end;
};

static struct line line_at(const char *at, const char *end)
{
	return (struct line){at, at + breaks_line(at, (size_t)(end - at))};
}

/* Where the next line begins. */
static const char *behind(const struct line *line, const char *end)
{
	return line->end + breaks_length(line->end, (size_t)(end - line->end));
}

uint32_t syntax_lines(const char *bytes, size_t n)
{
	const char *at = bytes, *end = bytes + n;
	uint32_t lines = 0;

	while (at < end) {
		struct line line = line_at(at, end);

		lines += line.end < end;
		at = behind(&line, end);
	}
	return lines;
}

/* Line `number` of the file; empty where it is not at hand. */
static struct line line_of(const struct syntax *syntax, uint32_t number)
{
	const char *at = syntax->bytes, *end = at + syntax->n;
	struct line line = line_at(at, end);

	if (number < syntax->first_line + syntax->is_cut)
		return (struct line){at, at};
	for (uint32_t i = syntax->first_line; i < number; i++) {
		at = behind(&line, end);
		line = line_at(at, end);
	}
	return line;
}

/* The byte in column `column`, or the line's end. */
static const char *at_column(const struct line *line, uint32_t column)
{
	const char *at = line->at;
	size_t length;

	for (uint32_t i = 1; i < column && at < line->end; i++) {
		utf8_decode(at, (size_t)(line->end - at), &length);
		at += length;
	}
	return at;
}

static size_t indent_of(const struct line *line)
{
	const char *at = line->at;

	while (at < line->end && *at == ' ')
		at++;
	return (size_t)(at - line->at);
}

static bool begins(const struct line *line, const char *text)
{
	size_t n = strlen(text);

	return (size_t)(line->end - line->at) >= n && memcmp(line->at, text, n) == 0;
}

/* A space of Unicode's that YAML takes for a letter; its code point, or 0. */
static uint32_t odd_space(const char *at, const char *end, size_t *out_length)
{
	uint32_t c = at < end ? utf8_decode(at, (size_t)(end - at), out_length) : 0;

	return c == 0xa0 || (c >= 0x2000 && c <= 0x200b) || c == 0x202f || c == 0x205f ||
			       c == 0x2060 || c == 0x3000 || c == 0xfeff
		       ? c
		       : 0;
}

/* ---- causes that stand somewhere in the file */

/* The markers of a merge that nobody has settled, in a line before the error or next to it. */
static bool is_conflict(const struct syntax *syntax, struct syntax_advice *out)
{
	const char *at = syntax->bytes, *end = at + syntax->n;
	struct line line;

	for (uint32_t i = syntax->first_line; i <= syntax->place.line + 1 && at < end; i++) {
		line = line_at(at, end);
		at = behind(&line, end);
		if (!begins(&line, "<<<<<<< ") && !begins(&line, ">>>>>>> "))
			continue;
		out->place = (struct place){i, 1};
		diag_write(out->text, sizeof(out->text),
			   "a conflict of a merge stands here and is not settled");
		out->hint = "keep what is right of the two and delete the lines '<<<<<<<', "
			    "'=======' and '>>>>>>>'";
		return true;
	}
	return false;
}

/* Where a comment as JavaScript has it begins, outside of quotes and not as part of an address; or null. */
static const char *comment_in(const struct line *line)
{
	bool is_quoted = false;

	for (const char *at = line->at; at + 1 < line->end; at++) {
		if (*at == '\\' && is_quoted)
			at++;
		else if (*at == '"')
			is_quoted = !is_quoted;
		else if (!is_quoted && at[0] == '/' && (at[1] == '/' || at[1] == '*') &&
			 (at == line->at || strchr(" \t,{[", at[-1])))
			return at;
	}
	return NULL;
}

/* In a file that begins as JSON does, in a line before the error or its own. */
static bool is_comment(const struct syntax *syntax, struct syntax_advice *out)
{
	const char *at = syntax->bytes, *end = at + syntax->n, *comment;
	struct line line = line_at(at, end);

	if (syntax->is_cut || line.at + indent_of(&line) >= line.end ||
	    line.at[indent_of(&line)] != '{')
		return false;
	for (uint32_t i = 1; i <= syntax->place.line && at < end; i++) {
		line = line_at(at, end);
		at = behind(&line, end);
		comment = comment_in(&line);
		if (!comment)
			continue;
		out->place = (struct place){
			i, (uint32_t)utf8_length(line.at, (size_t)(comment - line.at)) + 1};
		diag_write(out->text, sizeof(out->text), "'%s' begins no comment here",
			   comment[1] == '/' ? "//" : "/*");
		out->hint = "a comment begins with '#'; JSON has none";
		return true;
	}
	return false;
}

/* A line that is indented with what looks like blanks. */
static bool is_odd_indent(const struct syntax *syntax, struct syntax_advice *out)
{
	uint32_t first = syntax->place.line > 1 ? syntax->place.line - 1 : 1;
	size_t length;

	for (uint32_t i = first; i <= syntax->place.line; i++) {
		struct line line = line_of(syntax, i);
		const char *at = line.at + indent_of(&line);
		uint32_t space = odd_space(at, line.end, &length);

		if (!space)
			continue;
		out->place = (struct place){i, (uint32_t)indent_of(&line) + 1};
		diag_write(out->text, sizeof(out->text),
			   "this line is indented with U+%04X, which only looks like a space",
			   (unsigned)space);
		out->hint = "indent with plain spaces";
		return true;
	}
	return false;
}

/* ---- what libyaml says, each in its own words */

/* "title:Message" and "title:<NBSP>Message": the place is where the key begins. */
static void explain_colon(const struct syntax *syntax, struct syntax_advice *out)
{
	struct place place = syntax->context_place;
	struct line line = line_of(syntax, place.line);
	const char *at = at_column(&line, place.column);
	const char *colon = at;
	uint32_t space;
	size_t length;

	while (colon < line.end && (ascii_is_alnum(*colon) || strchr("_-.", *colon)))
		colon++;
	out->place = place;
	if (colon == at || colon >= line.end || *colon != ':') {
		diag_write(out->text, sizeof(out->text),
			   "this line is neither a key with a colon nor part of a text");
		out->hint = "a key ends in a colon and a space";
		return;
	}
	space = odd_space(colon + 1, line.end, &length);
	if (space) {
		out->place.column = place.column + (uint32_t)(colon - at) + 1;
		diag_write(out->text, sizeof(out->text),
			   "the colon is followed by U+%04X, which only looks like a space",
			   (unsigned)space);
		out->hint = "write a plain space behind the colon";
		return;
	}
	diag_write(out->text, sizeof(out->text),
		   "'%.*s:' is no key: its colon has no space behind it",
		   (int)(colon - at > 60 ? 60 : colon - at), at);
	out->hint = "a key ends in a colon and a space";
}

static void explain_plainly(const struct syntax *syntax, struct syntax_advice *out)
{
	const char *problem = syntax->problem;

	if (syntax->context && syntax->context_place.line != syntax->place.line)
		diag_write(out->text, sizeof(out->text), "%s, %s that begins in line %lu", problem,
			   syntax->context, (unsigned long)syntax->context_place.line);
	else if (syntax->context)
		diag_write(out->text, sizeof(out->text), "%s, %s", problem, syntax->context);
	else
		diag_write(out->text, sizeof(out->text), "%s", problem);
}

/* A character that begins nothing: a tab, or one that YAML keeps for itself. */
static void explain_character(const struct syntax *syntax, struct syntax_advice *out)
{
	struct line line = line_of(syntax, syntax->place.line);
	const char *at = at_column(&line, syntax->place.column);

	if (at == line.end) {
		explain_plainly(syntax, out);
		return;
	}
	if (*at != '\t') {
		diag_write(out->text, sizeof(out->text), "a text cannot begin with '%c'", *at);
		out->hint = "a text that begins with one of @ ` % | > needs quotes";
		return;
	}
	diag_write(out->text, sizeof(out->text), "this line is indented with a tab");
	out->hint = "indent with spaces: a tab cannot indent";
}

/* A second colon in a text, or a key deeper than the key before, whose text it would go on. */
static void explain_mapping(const struct syntax *syntax, struct syntax_advice *out)
{
	struct line line = line_of(syntax, syntax->place.line);
	const char *colon = at_column(&line, syntax->place.column);
	const char *first = line.at + indent_of(&line);

	while (first < colon && *first != ':' && *first != '"' && *first != '\'')
		first++;
	if (first < colon || line.at == line.end) {
		diag_write(
			out->text, sizeof(out->text),
			"a second ': ' in a line: mapping values are not allowed in this context");
		out->hint = "a text with ': ' in it needs quotes";
		return;
	}
	out->place.column = (uint32_t)indent_of(&line) + 1;
	diag_write(
		out->text, sizeof(out->text),
		"this line is indented more than its neighbours, and so goes on the text before it");
	out->hint = "keys of one mapping begin in one column; a text with ': ' in it needs quotes";
}

/* What stands behind a value that has ended: "'it's'", "[beta] x", "{{ x }} y", a quote closed far below. */
static bool is_behind_value(const struct syntax *syntax, struct syntax_advice *out)
{
	bool is_next = syntax->last.end.line == syntax->place.line &&
		       syntax->place.column - syntax->last.end.column <= 1;
	bool is_single = syntax->last.kind == SYNTAX_SINGLE;

	if (syntax->last.kind == SYNTAX_OTHER || !is_next)
		return false;
	out->place = syntax->last.start;
	if (!is_single && syntax->last.kind != SYNTAX_DOUBLE) {
		diag_write(out->text, sizeof(out->text),
			   "a text cannot begin with '%c' unless it stands in quotes",
			   syntax->last.kind == SYNTAX_LIST ? '[' : '{');
		out->hint = "put the whole text in quotes";
		return true;
	}
	if (syntax->last.start.line != syntax->last.end.line) {
		diag_write(out->text, sizeof(out->text),
			   "the quote that opens here is closed in line %lu, at a quote that "
			   "opens another text",
			   (unsigned long)syntax->last.end.line);
		out->hint = "is a closing quote missing?";
		return true;
	}
	out->place = syntax->place;
	diag_write(out->text, sizeof(out->text),
		   "the text in quotes ends here, and something follows");
	out->hint = is_single ? "a ' within '...' is written twice: 'it''s'"
			      : "a \" within \"...\" is written \\\"";
	return true;
}

/* A bracket that is not closed, or a comma or colon in braces that needs quotes. */
static void explain_flow(const struct syntax *syntax, struct syntax_advice *out)
{
	char bracket = strstr(syntax->problem, "']'") ? '[' : '{';

	if (syntax->context_place.line != syntax->place.line) {
		out->place = syntax->context_place;
		diag_write(out->text, sizeof(out->text),
			   "the '%c' that opens here is not closed: %s in line %lu", bracket,
			   syntax->problem, (unsigned long)syntax->place.line);
		out->hint = bracket == '[' ? "is a ']' missing?" : "is a '}' missing?";
		return;
	}
	diag_write(out->text, sizeof(out->text), "%s", syntax->problem);
	out->hint =
		"within brackets and braces a text with ',', ': ', '[' or '{' in it needs quotes";
}

/* What needs no look at the bytes. */
static const struct {
	const char *problem, *text, *hint;
} known[] = {
	{"block sequence entries are not allowed in this context", "a text cannot begin with '- '",
	 "put it in quotes; an entry of a list stands in a line of its own"},
	{"mapping keys are not allowed in this context", "a text cannot begin with '? '",
	 "put it in quotes"},
	{"did not find expected alphabetic or numeric character", NULL,
	 "a text that begins with '*' or '&' needs quotes"},
	{"did not find expected comment or line break", NULL,
	 "a text that begins with '|' or '>' needs quotes"},
	{"found invalid Unicode character escape code",
	 "an escape names a surrogate or no character; surrogate pairs such as \\ud83d\\ude00 are "
	 "not read: write the character itself",
	 NULL},
	{"did not find expected <document start>",
	 "something stands behind the end of the document", "a file is one dataset"},
	{"did not find expected key", NULL, closed},
	{"did not find expected '-' indicator", NULL, closed},
	{"found unknown escape character", NULL,
	 "a \\ in double quotes is written \\\\; single quotes need no escapes"},
};

static void explain_known(const struct syntax *syntax, struct syntax_advice *out)
{
	explain_plainly(syntax, out);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strcmp(known[i].problem, syntax->problem) != 0)
			continue;
		out->hint = known[i].hint;
		if (known[i].text)
			diag_write(out->text, sizeof(out->text), "%s", known[i].text);
	}
}

void syntax_explain(const struct syntax *syntax, struct syntax_advice *out)
{
	const char *problem = syntax->problem;

	*out = (struct syntax_advice){.place = syntax->place};
	if (is_conflict(syntax, out) || is_odd_indent(syntax, out) || is_comment(syntax, out))
		return;
	if (strcmp(problem, "could not find expected ':'") == 0) {
		explain_colon(syntax, out);
	} else if (strcmp(problem, "found character that cannot start any token") == 0 ||
		   strcmp(problem, "found a tab character that violates indentation") == 0) {
		explain_character(syntax, out);
	} else if (strcmp(problem, "mapping values are not allowed in this context") == 0) {
		explain_mapping(syntax, out);
	} else if (strncmp(problem, "did not find expected ',' or", 28) == 0) {
		explain_flow(syntax, out);
	} else if (strcmp(problem, "found unexpected end of stream") == 0) {
		out->place = syntax->context_place;
		diag_write(out->text, sizeof(out->text),
			   "the quote that opens here is never closed");
	} else if (!is_behind_value(syntax, out)) {
		explain_known(syntax, out);
	}
}
