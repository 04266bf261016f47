/* SPDX-License-Identifier: MIT */
#include "yaml/signature.h"

#include "base/ascii.h"

#include <string.h>

static const struct signature none = {NULL, false, false};

/* As file(1) knows them. */
static const struct {
	const char *bytes;
	size_t n;
	struct signature signature;
} signatures[] = {
	{"%PDF-", 5, {"a PDF file", false, false}},
	{"\x1f\x8b", 2, {"a file compressed with gzip", false, true}},
	{"BZh", 3, {"a file compressed with bzip2", false, true}},
	{"\xfd"
	 "7zXZ",
	 5,
	 {"a file compressed with xz", false, true}},
	{"\x28\xb5\x2f\xfd", 4, {"a file compressed with zstd", false, true}},
	{"7z\xbc\xaf", 4, {"a 7z archive", false, true}},
	{"PK\x03\x04", 4, {"a ZIP archive, as office documents are", true, false}},
	{"\xd0\xcf\x11\xe0", 4, {"an old office document", false, false}},
	{"\x89PNG", 4, {"a PNG picture", false, false}},
	{"\xff\xd8\xff", 3, {"a JPEG picture", false, false}},
	{"GIF8", 4, {"a GIF picture", false, false}},
	{"SQLite format 3", 15, {"an SQLite database", false, false}},
	{"\x7f"
	 "ELF",
	 4,
	 {"a program", false, false}},
	{"{\\rtf", 5, {"an RTF document", false, false}},
	{"%!PS", 4, {"a PostScript file", false, false}},
	{"\\documentclass", 14, {"a LaTeX document", false, false}},
};

struct signature signature_of_bytes(const char *bytes, size_t n)
{
	for (size_t i = 0; i < sizeof(signatures) / sizeof(signatures[0]); i++)
		if (n >= signatures[i].n &&
		    memcmp(bytes, signatures[i].bytes, signatures[i].n) == 0)
			return signatures[i].signature;
	return none;
}

/* ---- texts */

enum { LINES = 60, WORDS_MAX = 16 };

struct line {
	const char *at, *end;
};

/* The next line that is not empty, without blanks around it; false behind the last. */
static bool next_line(const char **at, const char *end, struct line *out)
{
	while (*at < end) {
		const char *stop = *at;

		while (stop < end && *stop != '\n' && *stop != '\r')
			stop++;
		*out = (struct line){*at, stop};
		*at = stop < end ? stop + 1 : stop;
		while (out->at < out->end && (*out->at == ' ' || *out->at == '\t'))
			out->at++;
		while (out->end > out->at && (out->end[-1] == ' ' || out->end[-1] == '\t'))
			out->end--;
		if (out->at < out->end)
			return true;
	}
	return false;
}

static bool begins(const struct line *line, const char *lower)
{
	size_t n = strlen(lower);

	if ((size_t)(line->end - line->at) < n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (ascii_lower(line->at[i]) != lower[i])
			return false;
	return true;
}

static size_t count(const struct line *line, char c)
{
	size_t n = 0;

	for (const char *at = line->at; at < line->end; at++)
		n += *at == c;
	return n;
}

/* "|---|:--:|" */
static bool is_delimiter_row(const struct line *line)
{
	for (const char *at = line->at; at < line->end; at++)
		if (!strchr("|-: \t", *at))
			return false;
	return count(line, '|') > 0 && count(line, '-') > 1;
}

/* "[[products]]", "[section]" or "title = ...". */
static bool is_assignment(const struct line *line)
{
	const char *at = line->at;

	if (*at == '[' && line->end[-1] == ']' && count(line, ',') == 0)
		return true;
	while (at < line->end && (ascii_is_alnum(*at) || strchr("_-.", *at)))
		at++;
	while (at > line->at && at < line->end && *at == ' ')
		at++;
	return at > line->at && at < line->end && *at == '=';
}

/* "{...}" line by line, as logs and exports have it. */
static bool is_json_line(const struct line *line)
{
	return *line->at == '{' && line->end[-1] == '}';
}

/* "title: ...": whatever else is wrong with it, that is meant as YAML. */
static bool is_key(const struct line *line)
{
	const char *at = line->at;

	while (at < line->end && (ascii_is_alnum(*at) || strchr("_-.", *at)))
		at++;
	return at > line->at && at < line->end && *at == ':';
}

/* Two lines with as many of one separator, at least one. */
static char separator_of(const struct line *first, const struct line *second)
{
	static const char separators[] = "\t;,";

	if (is_key(first) || strchr("{[-#", *first->at) || count(first, '|') > 0)
		return 0;
	for (const char *c = separators; *c; c++)
		if (count(first, *c) > 0 && count(first, *c) == count(second, *c))
			return *c;
	return 0;
}

static struct signature of_first_line(const struct line *line)
{
	static const char *const html[] = {"<!doctype html", "<html", "<table", "<head", "<body"};

	for (size_t i = 0; i < sizeof(html) / sizeof(html[0]); i++)
		if (begins(line, html[i]))
			return (struct signature){"an HTML page", true, false};
	if (begins(line, "<svg"))
		return (struct signature){"an SVG picture", false, false};
	if (begins(line, "<?xml") || begins(line, "<!") ||
	    (begins(line, "<") && line->end[-1] == '>'))
		return (struct signature){"an XML document", false, false};
	return none;
}

struct signature signature_of_text(const char *bytes, size_t n)
{
	const char *at = bytes, *end = bytes + n;
	struct line first, before, line;
	struct signature found;
	size_t n_assigned = 0;

	if (!next_line(&at, end, &first))
		return none;
	found = of_first_line(&first);
	if (found.name)
		return found;
	before = first;
	n_assigned = *first.at != '#' && is_assignment(&first);
	for (size_t i = 1; i < LINES && next_line(&at, end, &line); i++) {
		char separator = i == 1 ? separator_of(&first, &line) : 0;

		if (separator)
			return (struct signature){separator == '\t'
							  ? "a table with tabs (TSV)"
							  : "a table with commas or the like (CSV)",
						  true, false};
		if (i == 1 && is_json_line(&first) && is_json_line(&line))
			return (struct signature){"a file of JSON Lines", true, false};
		if (is_delimiter_row(&line) && count(&before, '|') > 0)
			return (struct signature){"a Markdown table", true, false};
		n_assigned += i < 3 && *line.at != '#' && is_assignment(&line);
		before = line;
	}
	if (n_assigned > 1)
		return (struct signature){"a TOML or INI file", false, false};
	return none;
}
