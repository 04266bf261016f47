/* SPDX-License-Identifier: MIT */
#include "markdown/md_source.h"

#include <string.h>

/* Longest front matter, in lines; a "---" without an end is a rule. */
enum { FRONT_MAX = 2000, LIQUID_MAX = 50, LABELS_MAX = 10000, VALUE_MAX = 1000 };

static bool is_blank(const char *line, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (line[i] != ' ' && line[i] != '\t')
			return false;
	return true;
}

static void trim(const char **line, size_t *n)
{
	while (*n && (**line == ' ' || **line == '\t'))
		(*line)++, (*n)--;
	while (*n && ((*line)[*n - 1] == ' ' || (*line)[*n - 1] == '\t'))
		(*n)--;
}

static bool begins(const char *line, size_t n, const char *with)
{
	return n >= strlen(with) && memcmp(line, with, strlen(with)) == 0;
}

static bool ends(const char *line, size_t n, const char *with)
{
	return n >= strlen(with) && memcmp(line + n - strlen(with), with, strlen(with)) == 0;
}

static void blank(const struct lines *lines, struct out *out, size_t line)
{
	size_t n;
	const char *at = lines_at(lines, line, &n);

	memset(out->at + (at - lines->text), ' ', n);
}

/* ------------------------------------------------------------------ front matter */

/* The last line of it, 0 without any. */
static size_t front_end(const struct lines *lines)
{
	size_t n;
	const char *line = lines_at(lines, 1, &n);
	bool is_toml = n == 3 && memcmp(line, "+++", 3) == 0;

	trim(&line, &n);
	if (!is_toml && !(n == 3 && memcmp(line, "---", 3) == 0))
		return 0;
	for (size_t i = 2; i <= lines->n && i < FRONT_MAX; i++) {
		line = lines_at(lines, i, &n);
		trim(&line, &n);
		if (n == 3 &&
		    (is_toml ? memcmp(line, "+++", 3) == 0
			     : memcmp(line, "---", 3) == 0 || memcmp(line, "...", 3) == 0))
			return i;
		if (i == 2 && n == 0)
			return 0; /* a rule above a paragraph */
	}
	return 0;
}

/* The value behind "key:" or "key =" as it is written; null for another key or no value. */
static const char *value_of(const char *line, size_t n, const char *key, size_t *out_n)
{
	size_t n_key = strlen(key);
	const char *value = line + n_key;

	if (n <= n_key || memcmp(line, key, n_key) != 0)
		return NULL;
	n -= n_key;
	trim(&value, &n);
	if (n == 0 || (*value != ':' && *value != '='))
		return NULL;
	value++, n--;
	trim(&value, &n);
	*out_n = n;
	return n && n < VALUE_MAX && !strchr("|>{[&*", *value) ? value : NULL;
}

/* Where a comment begins: "#" at the start or behind a blank; `n` without one. */
static size_t comment_at(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text[i] == '#' && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '\t'))
			return i;
	return n;
}

/* Letters between quotes ('it''s', "say \"hi\""); 0 where they are not closed or words stand behind. */
static size_t copy_quoted(char copy[VALUE_MAX], const char *value, size_t n)
{
	size_t length = 0, at = 1;
	char quote = value[0];

	for (; at < n; at++) {
		if (value[at] == quote && !(quote == '\'' && at + 1 < n && value[at + 1] == quote))
			break;
		if (at + 1 < n && (value[at] == quote || (quote == '"' && value[at] == '\\' &&
							  strchr("\"\\/", value[at + 1]))))
			at++;
		copy[length++] = value[at];
	}
	at++;
	return at > n || !is_blank(value + at, comment_at(value + at, n - at)) ? 0 : length;
}

/* The letters of a value, without quotes and comment; `out_from` is where they begin in it. */
static void copy_value(char copy[VALUE_MAX], const char *value, size_t n, size_t *out_from)
{
	size_t length = *value == '"' || *value == '\'' ? copy_quoted(copy, value, n) : 0;

	*out_from = length > 0;
	if (length == 0) {
		length = comment_at(value, n);
		trim(&value, &length);
		memcpy(copy, value, length);
	}
	copy[length] = '\0';
}

/* A NUL is no digit and no hyphen: nothing is looked at behind it. */
static bool is_day(const char *text)
{
	static const char pattern[] = "dddd-dd-dd";

	for (size_t i = 0; i < 10; i++)
		if (pattern[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != '-')
			return false;
	return true;
}

static void put_fact(struct mr_source *source, struct lines *lines, size_t line)
{
	static const struct {
		const char *key, *label; /* "" is the title */
	} facts[] = {{"title", ""},
		     {"lang", "language"},
		     {"language", "language"},
		     {"locale", "language"},
		     {"date", "date"},
		     {"updated", "date"},
		     {"lastmod", "date"},
		     {"last_modified_at", "date"},
		     {"last_updated", "date"}};
	char copy[VALUE_MAX];
	size_t n, n_value, from;
	const char *text = lines_at(lines, line, &n), *value;

	for (size_t i = 0; i < sizeof(facts) / sizeof(*facts); i++) {
		struct mr_block block = {.kind = facts[i].label[0] ? MR_BLOCK_META : MR_BLOCK_TITLE,
					 .label = facts[i].label,
					 .text = copy};

		value = value_of(text, n, facts[i].key, &n_value);
		if (!value)
			continue;
		copy_value(copy, value, n_value, &from);
		if (strcmp(facts[i].label, "date") == 0)
			copy[is_day(copy) ? 10 : 0] = '\0';
		block.place = lines_place(lines, (size_t)(value - lines->text) + from);
		if (copy[0])
			source->block(source, &block);
	}
}

/* ------------------------------------------------------------------ lines of the site's program */

/* {% include x %}, {{< x >}}, {{% x %}}, {: .x}: the number of lines, 0 for none. */
static size_t tag_lines(const struct lines *lines, size_t line)
{
	static const char *const pairs[][2] = {
		{"{%", "%}"}, {"{{<", ">}}"}, {"{{%", "%}}"}, {"{:", "}"}, {"{/*", "*/}"}};
	size_t n;
	const char *at = lines_at(lines, line, &n);

	trim(&at, &n);
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		if (!begins(at, n, pairs[i][0]))
			continue;
		if (ends(at, n, pairs[i][1]))
			return 1;
		/* one that is open may end some lines below, before the next blank line */
		for (size_t more = 1; i != 3 && more < LIQUID_MAX; more++) {
			at = lines_at(lines, line + more, &n);
			trim(&at, &n);
			if (n == 0)
				return 0;
			if (ends(at, n, pairs[i][1]))
				return more + 1;
		}
		return 0;
	}
	return 0;
}

/* import and export of MDX, up to the next blank line. */
static size_t mdx_lines(const struct lines *lines, size_t line)
{
	size_t n, more = 0;
	const char *at = lines_at(lines, line, &n);

	if (!begins(at, n, "import ") && !begins(at, n, "export "))
		return 0;
	at = line > 1 ? lines_at(lines, line - 1, &n) : "";
	if (line > 1 && !is_blank(at, n))
		return 0;
	while (line + more <= lines->n) {
		at = lines_at(lines, line + more, &n);
		if (is_blank(at, n))
			break;
		more++;
	}
	return more;
}

static void blank_tags(const struct lines *lines, struct out *out, bool is_mdx)
{
	size_t step;

	for (size_t line = 1; line <= lines->n; line += step ? step : 1) {
		step = tag_lines(lines, line);
		if (step == 0 && is_mdx)
			step = mdx_lines(lines, line);
		for (size_t i = 0; i < step; i++)
			blank(lines, out, line + i);
	}
}

/* ------------------------------------------------------------------ notes */

const char *md_source_label(const char *line, size_t n, size_t *out_n)
{
	size_t at = 0, end;

	while (at < n && (line[at] == ' ' || line[at] == '>'))
		at++;
	if (n - at < 5 || line[at] != '[' || line[at + 1] != '^')
		return NULL;
	for (end = at + 2; end < n && line[end] != ']' && line[end] != ' '; end++)
		;
	if (end + 1 >= n || line[end] != ']' || line[end + 1] != ':' || end == at + 2)
		return NULL;
	*out_n = end - at - 2;
	return line + at + 2;
}

static void refer_to_notes(const struct lines *lines, struct out *out)
{
	size_t n_labels = 0;

	for (size_t line = 1; line <= lines->n && n_labels < LABELS_MAX; line++) {
		size_t n, n_label;
		const char *at = lines_at(lines, line, &n);
		const char *label = md_source_label(at, n, &n_label);

		if (!label)
			continue;
		out_string(out, n_labels++ ? " [^" : "\n\n[^");
		out_bytes(out, label, n_label);
		out_char(out, ']');
	}
}

int md_source_make(struct mr_source *source, struct lines *lines, struct out *out)
{
	size_t front = front_end(lines), n_name = strlen(source->name);

	out_bytes(out, lines->text, lines->n_bytes);
	out_at(out);
	if (out->failed)
		return -1;
	for (size_t line = 1; line <= front; line++) {
		put_fact(source, lines, line);
		blank(lines, out, line);
	}
	blank_tags(lines, out, ends(source->name, n_name, ".mdx"));
	refer_to_notes(lines, out);
	out_char(out, '\n');
	return out->failed ? -1 : 0;
}
