/* SPDX-License-Identifier: MIT */
#include "common/read/letters.h"

#include <string.h>

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (unsigned char)c >= 0x80;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/* "&x" and "&#" may begin an entity; "a & b" may not. */
static bool begins_entity(const char *text, size_t n)
{
	return n > 1 && (text[1] == '#' || is_letter(text[1]));
}

/* "snake_case" needs no escape, "_x_" does. */
static bool is_within_word(const char *text, size_t at, size_t n)
{
	return at > 0 && at + 1 < n && is_letter(text[at - 1]) && is_letter(text[at + 1]);
}

/* Whether the character `at` would be markup. */
static bool is_markup(const char *text, size_t at, size_t n)
{
	switch (text[at]) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
	case '<': return true;
	case '_': return !is_within_word(text, at, n);
	case '&': return begins_entity(text + at, n - at);
	default: return false;
	}
}

static bool ends_with(const struct out *out, const char *end)
{
	size_t n = strlen(end);

	return out->n >= n && memcmp(out->at + out->n - n, end, n) == 0;
}

/* A break; "\\<br>" is letters. */
static bool ends_with_break(const struct out *out)
{
	return ends_with(out, "<br>") && !ends_with(out, "\\<br>");
}

static bool wants_no_space(const struct out *out)
{
	return out->n == 0 || out->at[out->n - 1] == ' ' || ends_with_break(out);
}

void letters_put(struct out *out, const char *text, size_t n)
{
	for (size_t at = 0; at < n; at++) {
		if (is_space(text[at])) {
			if (!wants_no_space(out))
				out_char(out, ' ');
			continue;
		}
		if (is_markup(text, at, n))
			out_char(out, '\\');
		out_char(out, text[at]);
	}
}

void letters_put_markdown(struct out *out, const char *text, size_t n)
{
	for (size_t at = 0; at < n; at++) {
		if (!is_space(text[at]))
			out_char(out, text[at]);
		else if (!wants_no_space(out))
			out_char(out, ' ');
	}
}

void letters_put_exactly(struct out *out, const char *text, size_t n)
{
	for (size_t at = 0; at < n; at++) {
		if (text[at] == '\n' || text[at] == '\r') {
			at += text[at] == '\r' && at + 1 < n && text[at + 1] == '\n';
			out_string(out, "<br>");
			continue;
		}
		if (is_markup(text, at, n))
			out_char(out, '\\');
		out_char(out, is_space(text[at]) ? ' ' : text[at]);
	}
}

/* The longest run of backticks. */
static size_t longest_run(const char *text, size_t n)
{
	size_t longest = 0, run = 0;

	for (size_t at = 0; at < n; at++) {
		run = text[at] == '`' ? run + 1 : 0;
		if (run > longest)
			longest = run;
	}
	return longest;
}

void letters_code(struct out *out, const char *text, size_t n)
{
	size_t fence = longest_run(text, n) + 1;
	bool padded;

	while (n && is_space(text[n - 1]))
		n--;
	if (n == 0)
		return;
	/* "`a``b`" would be one */
	if (ends_with(out, "`") && !ends_with(out, "\\`"))
		out_char(out, ' ');
	/* a space at both ends is taken off by who reads it */
	padded = text[0] == '`' || text[n - 1] == '`' || text[0] == ' ';
	for (size_t i = 0; i < fence; i++)
		out_char(out, '`');
	if (padded)
		out_char(out, ' ');
	for (size_t at = 0; at < n; at++)
		out_char(out, is_space(text[at]) ? ' ' : text[at]);
	if (padded)
		out_char(out, ' ');
	for (size_t i = 0; i < fence; i++)
		out_char(out, '`');
}

void letters_address(struct out *out, const char *address)
{
	static const char digits[] = "0123456789ABCDEF";

	while (*address && is_space(*address))
		address++;
	out_string(out, "](");
	for (; *address; address++) {
		unsigned char c = (unsigned char)*address;

		if (c <= ' ' || c == 0x7f) {
			out_char(out, '%');
			out_char(out, digits[c >> 4]);
			out_char(out, digits[c & 15]);
			continue;
		}
		if (strchr("<>()\\", *address) || (c == '&' && begins_entity(address, 2)))
			out_char(out, '\\');
		out_char(out, *address);
	}
	out_char(out, ')');
}

void letters_break(struct out *out)
{
	letters_trim(out, out->n > 0 && out->at[out->n - 1] == ' ' ? out->n - 1 : out->n);
	if (out->n > 0 && !ends_with_break(out))
		out_string(out, "<br>");
}

void letters_trim(struct out *out, size_t from)
{
	for (;;) {
		if (out->n > from && out->at[out->n - 1] == ' ' &&
		    !(out->n > from + 1 && out->at[out->n - 2] == '\\'))
			out->n--;
		else if (out->n >= from + 4 && ends_with_break(out))
			out->n -= 4;
		else
			return;
	}
}
