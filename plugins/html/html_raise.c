/* SPDX-License-Identifier: MIT */
#include "html/html_raise.h"

#include <stdbool.h>
#include <string.h>

#define RAISED ":not(#_)"

static bool is_in(char c, const char *set)
{
	return c && strchr(set, c) != NULL;
}

/* Of names: letters, digits, '-', '_', and all beyond ASCII. */
static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

static const char *skip_string(const char *at, const char *end)
{
	char quote = *at;

	for (at++; at < end && *at != quote; at++)
		if (*at == '\\' && end - at > 1)
			at++;
	return at < end ? at + 1 : end;
}

/* To the first of `set` that is in no string, bracket or parenthesis, or the end. */
static const char *find(const char *at, const char *end, const char *set)
{
	int depth = 0;

	while (at < end && (depth > 0 || !is_in(*at, set))) {
		if (is_in(*at, "\"'")) {
			at = skip_string(at, end);
			continue;
		}
		depth += is_in(*at, "([") ? 1 : is_in(*at, ")]") ? -1 : 0;
		at += *at == '\\' && end - at > 1 ? 2 : 1;
	}
	return at;
}

/* Behind the block that begins at the brace `at`. */
static const char *skip_block(const char *at, const char *end)
{
	int depth = 0;

	while (at < end) {
		if (is_in(*at, "\"'")) {
			at = skip_string(at, end);
			continue;
		}
		depth += *at == '{' ? 1 : *at == '}' ? -1 : 0;
		at++;
		if (depth == 0)
			break;
	}
	return at;
}

static const char *skip_blanks(const char *at, const char *end)
{
	while (at < end && is_in(*at, " \t\n"))
		at++;
	return at;
}

/* `.mr` and what stands at it, and nothing within it. */
static bool is_of_report(const char *at, const char *end)
{
	bool is_mr =
		end - at >= 3 && memcmp(at, ".mr", 3) == 0 && (end - at == 3 || !is_name(at[3]));

	return is_mr && find(at, end, " >+~") == end;
}

/* Behind the name of an element, where a class may stand as well. */
static void put_selector(struct out *out, const char *at, const char *end)
{
	const char *name = skip_blanks(at, end), *behind = name;

	while (behind < end && (is_name(*behind) || *behind == '*'))
		behind++;
	out_bytes(out, at, (size_t)(behind - at));
	out_string(out, is_of_report(name, end) ? "" : RAISED);
	out_bytes(out, behind, (size_t)(end - behind));
}

static void put_selectors(struct out *out, const char *at, const char *end)
{
	while (at < end) {
		const char *comma = find(at, end, ",");

		put_selector(out, at, comma);
		if (comma < end)
			out_char(out, ',');
		at = comma < end ? comma + 1 : end;
	}
}

/* Whether rules stand within it, as in a condition; else it is copied whole: @page, @font-face, @keyframes. */
static bool holds_rules(const char *at, const char *end)
{
	static const char *const conditions[] = {"@media", "@supports", "@container"};

	for (size_t i = 0; i < sizeof(conditions) / sizeof(*conditions); i++) {
		size_t n = strlen(conditions[i]);

		if ((size_t)(end - at) > n && memcmp(at, conditions[i], n) == 0 && !is_name(at[n]))
			return true;
	}
	return false;
}

void html_raise(struct out *out, const char *text, size_t n)
{
	const char *at = text, *end = text + n;

	while (at < end) {
		const char *begin = skip_blanks(at, end), *brace = find(begin, end, "{};");
		const char *behind = brace < end ? brace + 1 : end;

		out_bytes(out, at, (size_t)(begin - at));
		if (brace < end && *brace == '{' && *begin != '@') {
			put_selectors(out, begin, brace);
			begin = brace;
		}
		if (brace < end && *brace == '{' && !holds_rules(begin, brace))
			behind = skip_block(brace, end);
		out_bytes(out, begin, (size_t)(behind - begin));
		at = behind;
	}
}
