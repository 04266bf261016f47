/* SPDX-License-Identifier: MIT */
#include "latex/letters/latex_escape.h"
#include "common/write/utf8.h"

#include "latex/letters/latex_direction.h"
#include "latex/letters/latex_run.h"
#include "latex/letters/latex_unicode.h"

/* After so many bytes a line ends at the next blank: TeX reads lines of at most 200,000 bytes. */
#define LONG_LINE 3000u
#define BREAK "\\mrB{}"
/* A kern parts letters and signs in every engine; LuaTeX joins across {}. */
#define PART "\\kern0pt{}"

struct pen {
	struct out *out;
	const struct latex_ink *ink;
	const struct latex_missing *missing;
	size_t since_line; /* bytes since the last line's end */
	bool breaks; /* inside a word that may be broken anywhere */
};

static void put(struct pen *pen, const char *text, size_t n)
{
	out_bytes(pen->out, text, n);
	pen->since_line += n;
}

static void put_string(struct pen *pen, const char *text)
{
	put(pen, text, strlen(text));
}

static void put_blank(struct pen *pen)
{
	if (pen->since_line > LONG_LINE) {
		out_char(pen->out, '\n');
		pen->since_line = 0;
	} else {
		put(pen, " ", 1);
	}
}

/* A command inside a word, behind which the line may end. */
static void put_inside(struct pen *pen, const char *command)
{
	put_string(pen, command);
	if (pen->since_line > LONG_LINE) {
		out_string(pen->out, "%\n");
		pen->since_line = 0;
	}
}

static void put_break(struct pen *pen)
{
	put_inside(pen, BREAK);
}

static const char *ascii_command(char c, bool is_moving)
{
	switch (c) {
	case '\\': return "\\textbackslash{}";
	case '{': return "\\{";
	case '}': return "\\}";
	case '$': return "\\$";
	case '&': return "\\&";
	case '#': return "\\#";
	case '%': return "\\%";
	case '_': return "\\_";
	case '^': return "\\textasciicircum{}";
	case '~': return "\\textasciitilde{}";
	case '<': return "\\textless{}";
	case '>': return "\\textgreater{}";
	case '|': return "\\textbar{}";
	case '"': return is_moving ? "\\char34{}" : "\\mrQuote{}";
	case '`': return "\\textasciigrave{}";
	case '\'': return "\\textquotesingle{}";
	default: return NULL;
	}
}

static void put_ascii(struct pen *pen, char c, char before)
{
	const char *command = ascii_command(c, pen->ink->is_moving);

	if (latex_run_is_ligature(before, c))
		put_string(pen, PART);
	if (command)
		put_string(pen, command);
	else if (c == ' ' || c == '\n' || c == '\t')
		put_blank(pen);
	else if ((unsigned char)c < 0x20 || c == 0x7F)
		return;
	else
		put(pen, &c, 1);
}

static void put_hex(struct pen *pen, uint32_t c)
{
	static const char digits[] = "0123456789ABCDEF";
	char text[8];
	int n = 0;

	for (int shift = 20; shift >= 0; shift -= 4)
		if (c >> shift != 0 || shift < 16)
			text[n++] = digits[c >> shift & 15];
	put(pen, text, (size_t)n);
}

/* [U+4E2D], which may be broken off after each: a run of them would be one long word. */
static void put_missing(struct pen *pen, uint32_t c)
{
	if (pen->missing)
		pen->missing->tell(pen->missing->data, c);
	put_string(pen, pen->ink->is_moving ? "[U+" : "\\mrMissing{");
	put_hex(pen, c);
	put_string(pen, pen->ink->is_moving ? "]" : "}");
	if (!pen->ink->is_moving)
		put_break(pen);
}

static const char *run_command(enum latex_script script)
{
	switch (script) {
	case LATEX_SCRIPT_HAN: return "\\mrHan{";
	case LATEX_SCRIPT_ARABIC: return "\\mrArabic{";
	case LATEX_SCRIPT_HEBREW: return "\\mrHebrew{";
	default: return "\\mrForeign{";
	}
}

/* Numbers run from left to right in any script; none is 0 bytes. */
static size_t put_number(struct pen *pen, const char *text, size_t n, enum latex_script script)
{
	size_t end = latex_direction_number_length(text, n, script == LATEX_SCRIPT_ARABIC);

	if (end == 0)
		return 0;
	put_string(pen, "\\mrLatin{");
	for (size_t i = 0; i < end; i++)
		put_ascii(pen, text[i], ' ');
	put_string(pen, "}");
	return end;
}

static void put_run(struct pen *pen, const char *text, size_t n, enum latex_script script)
{
	size_t at = 0, length;
	uint32_t before = 0;

	put_string(pen, run_command(script));
	while (at < n) {
		uint32_t c = utf8_checked(text + at, n - at, &length);
		size_t n_number = latex_direction_is_script_from_right(script)
					  ? put_number(pen, text + at, n - at, script)
					  : 0;

		if (n_number > 0) {
			at += n_number;
			before = '0';
			continue;
		}
		if (before && script == LATEX_SCRIPT_HAN && latex_run_may_break(before, c))
			put_break(pen);
		if (c < 0x80)
			put_ascii(pen, (char)c, (char)(before < 0x80 ? before : 0));
		else
			put(pen, text + at, length);
		at += length;
		before = c;
	}
	put_string(pen, "}");
}

/* A foreign character, or with a font the whole run; returns the bytes used. */
static size_t put_foreign(struct pen *pen, const char *text, size_t n, uint32_t c, size_t length)
{
	enum latex_script script = latex_unicode_script(c);
	size_t run;

	if (!pen->ink->has_font || pen->ink->is_moving) {
		put_missing(pen, c);
		return length;
	}
	run = latex_run_length(text, n, script);
	if (run < length)
		run = length;
	put_run(pen, text, run, script == LATEX_SCRIPT_MARK ? LATEX_SCRIPT_OTHER : script);
	return run;
}

static size_t put_unicode(struct pen *pen, const char *text, size_t n)
{
	struct latex_char found;
	size_t length;
	uint32_t c = utf8_checked(text, n, &length);

	latex_unicode_find(c, &found);
	switch (found.kind) {
	case LATEX_DIRECT: put(pen, text, length); break;
	case LATEX_NOTHING: break;
	case LATEX_FOREIGN: return put_foreign(pen, text, n, c, length);
	case LATEX_COMMAND:
		if (pen->ink->is_moving && strncmp(found.command, "\\mr", 3) == 0)
			put_missing(pen, c);
		else
			put_string(pen, found.command);
		break;
	}
	return length;
}

/* "e" with U+0301 behind it is \'{e}; the bytes used, 0 where there is no accent. */
static size_t put_accented(struct pen *pen, const char *text, size_t n)
{
	size_t length;
	const char *accent;
	char c = text[0];

	if (n < 3 || (unsigned char)text[1] < 0x80 || !(((c | 0x20) >= 'a' && (c | 0x20) <= 'z')))
		return 0;
	accent = latex_unicode_accent(utf8_checked(text + 1, n - 1, &length));
	if (!*accent)
		return 0;
	put_string(pen, accent);
	put(pen, (char[]){'{', c, '}'}, 3);
	return 1 + length;
}

static bool is_letter(char c)
{
	return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (unsigned char)c >= 0x80;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n';
}

/* A set of bytes, a bit each. */
static bool is_in(const uint32_t set[8], char c)
{
	unsigned char byte = (unsigned char)c;

	return set[byte >> 5] >> (byte & 31) & 1;
}

/* Whole words that print as they are; most texts are nothing else, and are copied at once. */
static size_t plain_words(const struct pen *pen, const char *text, size_t n)
{
	/* A long text has its lines ended, blank by blank. */
	return pen->since_line + n > LONG_LINE ? 0 : latex_run_plain(text, n, pen->ink->max_word);
}

static void put_words(struct pen *pen, const char *text, size_t n)
{
	size_t at = 0, n_plain;
	char before = ' ';

	while (at < n) {
		char c = text[at];
		size_t used = 1;

		if (is_blank(before) && (n_plain = plain_words(pen, text + at, n - at)) > 0) {
			put(pen, text + at, n_plain);
			at += n_plain;
			before = text[at - 1];
			continue;
		}
		if (is_blank(before) && !is_blank(c))
			pen->breaks = latex_run_is_wide(text + at, n - at, pen->ink->max_word);
		else if (pen->breaks && !is_blank(c))
			put_break(pen);
		if ((unsigned char)c >= 0x80)
			used = put_unicode(pen, text + at, n - at);
		else if ((used = put_accented(pen, text + at, n - at)) == 0) {
			/* Between letters it is an apostrophe, which TeX sets curved. */
			if (c == '\'' && !pen->ink->is_literal && is_letter(before) && at + 1 < n &&
			    is_letter(text[at + 1]))
				put(pen, &c, 1);
			else
				put_ascii(pen, c, before);
			used = 1;
		}
		at += used;
		before = (unsigned char)c >= 0x80 ? 'x' : c;
	}
}

/*
 * TeX turns no bracket round: in a text from the right it takes the other of the pair.  XeTeX sets
 * what stands together from the left, so that signs in a row are parted.
 */
static void put_turned(struct pen *pen, const char *text, size_t n)
{
	static const char brackets[] = "()[]{}<>";
	size_t from = 0;

	for (size_t i = 0; i < n; i++) {
		bool is_sign = text[i] > ' ' && text[i] < 0x7F;
		const char *found = is_sign ? strchr(brackets, text[i]) : NULL;

		if (!is_sign)
			continue;
		put_words(pen, text + from, i - from);
		put_ascii(pen, found ? brackets[(size_t)(found - brackets) ^ 1] : text[i], ' ');
		if (i + 1 < n && text[i + 1] > ' ' && text[i + 1] < 0x7F)
			put_inside(pen, PART);
		from = i + 1;
	}
	put_words(pen, text + from, n - from);
}

/* The whole text, which runs from right to left, with what does not in \mrLatin{}. */
static void put_from_right(struct pen *pen, const char *text, size_t n)
{
	struct latex_before before = {0};
	size_t at = 0, from = 0, length;

	while (at < n) {
		size_t n_latin = latex_direction_left_length(text + at, n - at, &before);

		latex_direction_add(&before, utf8_checked(text + at, n - at, &length));
		if (n_latin == 0) {
			at += length;
			continue;
		}
		put_turned(pen, text + from, at - from);
		put_string(pen, "\\mrLatin{");
		put_words(pen, text + at, n_latin);
		put_string(pen, "}");
		at += n_latin;
		from = at;
	}
	put_turned(pen, text + from, n - from);
}

void latex_escape(struct out *out, const char *text, size_t n, const struct latex_ink *ink,
		  const struct latex_missing *missing)
{
	struct pen pen = {.out = out, .ink = ink, .missing = missing};

	if (ink->is_from_right && ink->has_font && !ink->is_moving)
		put_from_right(&pen, text, n);
	else
		put_words(&pen, text, n);
}

void latex_escape_plain(struct out *out, const char *text, size_t n)
{
	static const struct latex_ink plain = {0};

	latex_escape(out, text, n, &plain, NULL);
}

/* ---- urls, labels, comments */

static bool is_alnum(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static void put_percent(struct out *out, unsigned char c)
{
	static const char digits[] = "0123456789ABCDEF";

	out_bytes(out, (char[]){'\\', '%', digits[c >> 4], digits[c & 15]}, 4);
}

void latex_escape_url(struct out *out, const char *url)
{
	/* Letters, digits and -._:/?[]@!()*+,;=' */
	static const uint32_t plain[8] = {0, 0xAFFFFF82, 0xAFFFFFFF, 0x07FFFFFE};

	for (;; url++) {
		const char *from = url;
		char c;

		while (is_in(plain, *url))
			url++;
		out_bytes(out, from, (size_t)(url - from));
		c = *url;
		if (c == '\0')
			return;
		if (c == '%' || c == '#' || c == '&')
			out_bytes(out, (char[]){'\\', c}, 2);
		else if (c == '~')
			out_string(out, "\\string~");
		else
			put_percent(out, (unsigned char)c);
	}
}

void latex_escape_printed_url(struct out *out, const char *url)
{
	static const struct latex_ink ink = {.is_literal = true};
	size_t from = 0, n = strlen(url);

	for (size_t i = 0; i < n; i++) {
		bool is_ascii = (unsigned char)url[i] < 0x80;
		bool ends = !is_ascii || strchr("/.?&=#-_,;:%@+", url[i]) != NULL;

		/* A run without punctuation may be broken after every twelfth byte. */
		if (!ends && i - from < 12)
			continue;
		latex_escape(out, url + from, i + is_ascii - from, &ink, NULL);
		if (!is_ascii)
			put_percent(out, (unsigned char)url[i]);
		if (url[i] != ':' && !(url[i] == '/' && url[i + 1] == '/'))
			out_string(out, BREAK);
		from = i + 1;
	}
	latex_escape(out, url + from, n - from, &ink, NULL);
}

void latex_escape_property(struct out *out, const char *text)
{
	size_t n = strlen(text), at = 0, length;

	for (; at < n; at += length) {
		uint32_t c = utf8_checked(text + at, n - at, &length);
		const char *command = c < 0x80 ? ascii_command((char)c, false) : NULL;
		struct latex_char found = {.kind = LATEX_DIRECT};

		if (c == '"' || c == '`')
			command = c == '"' ? "\\textquotedbl{}" : "'";
		if (c == '\'')
			command = "'";
		if (c >= 0x80)
			latex_unicode_find(c, &found);
		if (command)
			out_string(out, command);
		else if (found.kind == LATEX_DIRECT && c >= 0x20 && c != 0x7F)
			out_bytes(out, text + at, length);
		else if (found.kind != LATEX_NOTHING)
			out_char(out, '?');
	}
}

void latex_escape_label(struct out *out, const char *text)
{
	for (; *text; text++)
		out_char(out, is_alnum(*text) || strchr(".:_-", *text) ? *text : '-');
}

void latex_escape_comment(struct out *out, const char *text)
{
	for (; *text; text++)
		out_char(out, *text >= 0x20 && *text < 0x7F ? *text : '?');
}
