/* SPDX-License-Identifier: MIT */
#include "canon/scalar.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"

/* Words of YAML 1.1 that are no texts (yaml.org/type/bool.html, null.html, merge.html, value.html, float.html). */
static bool is_special_word(const char *text)
{
	static const char *const words[] = {"y",    "n", "yes", "no", "on",  "off", "true", "false",
					    "null", "~", "<<",  "=",  "---", "...", ".inf", ".nan"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (ascii_begins(text, words[i]) && strlen(text) == strlen(words[i]))
			return true;
	return false;
}

/* Whatever might be a number, a time or a date begins with a digit, a sign or a point and has none but these. */
static bool is_number_like(const char *text)
{
	static const char bytes[] = "0123456789abcdefABCDEFxXoT:._+- ,Z";

	if (!strchr("0123456789+-.", text[0]))
		return false;
	return strspn(text, bytes) == strlen(text);
}

static bool has_special_bytes(const char *text, bool is_flow)
{
	size_t n = strlen(text), step;

	for (size_t i = 0; i < n; i += step) {
		uint32_t c = utf8_decode(text + i, n - i, &step);

		if (c < ' ' || c == 0xFEFF || utf8_is_control(c) || utf8_is_bidi_control(c))
			return true;
		if (c == ':' && (text[i + 1] == ' ' || text[i + 1] == '\0' ||
				 (is_flow && strchr(",[]{}", text[i + 1]))))
			return true;
		if (c == '#' && i > 0 && text[i - 1] == ' ')
			return true;
		/* A '?' within a word libyaml takes, and PyYAML does not. */
		if (is_flow && c < 0x80 && strchr(",[]{}?", (int)c))
			return true;
	}
	return false;
}

static bool is_plain(const char *text, bool is_flow)
{
	size_t n = strlen(text);

	if (n == 0 || text[0] == ' ' || text[n - 1] == ' ' ||
	    strchr("-?:,[]{}#&*!|>'\"%@`", text[0]))
		return false;
	return !has_special_bytes(text, is_flow) && !is_special_word(text) && !is_number_like(text);
}

/* What double quotes must escape besides the quote and the backslash. */
static void put_escaped(struct buf *out, uint32_t c, const char *bytes, size_t n)
{
	if (c == '\n')
		buf_put_text(out, "\\n");
	else if (c == '\t')
		buf_put_text(out, "\\t");
	else if (c == '"' || c == '\\')
		buf_printf(out, "\\%c", (int)c);
	else if (c < ' ' || c == 0xFEFF || utf8_is_control(c) || utf8_is_bidi_control(c))
		buf_printf(out, "\\u%04X", (unsigned)c);
	else
		buf_put(out, bytes, n);
}

void scalar_put_quoted(struct buf *out, const char *text)
{
	size_t n = strlen(text), step;

	buf_put_byte(out, '"');
	for (size_t i = 0; i < n; i += step) {
		uint32_t c = utf8_decode(text + i, n - i, &step);

		put_escaped(out, c, text + i, step);
	}
	buf_put_byte(out, '"');
}

/* Between single quotes nothing is escaped but the quote, so Markdown's backslashes stay as they are. */
static void put_single(struct buf *out, const char *text)
{
	buf_put_byte(out, '\'');
	for (; *text; text++) {
		if (*text == '\'')
			buf_put_byte(out, '\'');
		buf_put_byte(out, *text);
	}
	buf_put_byte(out, '\'');
}

static bool fits_single(const char *text)
{
	size_t n = strlen(text), step;

	for (size_t i = 0; i < n; i += step) {
		uint32_t c = utf8_decode(text + i, n - i, &step);

		if (c < ' ' || c == 0xFEFF || utf8_is_control(c) || utf8_is_bidi_control(c))
			return false;
	}
	return true;
}

void scalar_put(struct buf *out, const char *text, bool is_flow)
{
	if (is_plain(text, is_flow))
		buf_put_text(out, text);
	else if (strpbrk(text, "\"\\") && fits_single(text))
		put_single(out, text);
	else
		scalar_put_quoted(out, text);
}
