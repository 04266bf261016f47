/* SPDX-License-Identifier: MIT */
#include "latex/letters/latex_measure.h"
#include "common/write/utf8.h"

#include "latex/letters/latex_unicode.h"

/* Bytes; the NUL at the end ends a character that is cut short. */
#define LONGEST_CHARACTER 4

static bool is_letter(uint32_t c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static uint32_t width_of(uint32_t c, bool has_font, bool *is_alone)
{
	struct latex_char found;

	*is_alone = false;
	latex_unicode_find(c, &found);
	if (found.kind == LATEX_FOREIGN) {
		*is_alone = !has_font || latex_unicode_script(c) == LATEX_SCRIPT_HAN;
		return has_font ? latex_unicode_width(c) : LATEX_MISSING_WIDTH;
	}
	return latex_unicode_width(c);
}

struct piece {
	uint32_t width;
	bool blank_before;
};

/* The next piece that is never broken; false at the end. */
static bool next_piece(const char **text, bool has_font, struct piece *out)
{
	const char *at = *text;
	size_t length;
	uint32_t before = 0;

	*out = (struct piece){0};
	while (*at == ' ' || *at == '\n') {
		out->blank_before = true;
		at++;
	}
	if (!*at)
		return false;
	for (; *at && *at != ' ' && *at != '\n'; at += length) {
		bool is_alone = false;
		uint32_t c = (unsigned char)*at, width;

		length = 1;
		if (c < 0x80) {
			width = latex_unicode_ascii_widths[c];
		} else {
			c = utf8_checked(at, LONGEST_CHARACTER, &length);
			width = width_of(c, has_font, &is_alone);
		}

		if (out->width > 0 && (is_alone || (before == '-' && is_letter(c))))
			break;
		out->width += width;
		before = c;
		if (is_alone) {
			at += length;
			break;
		}
	}
	*text = at;
	return true;
}

void latex_measure(const char *text, bool has_font, struct latex_extent *out)
{
	struct piece piece;
	bool is_first = true;

	*out = (struct latex_extent){0};
	while (next_piece(&text, has_font, &piece)) {
		if (piece.blank_before && !is_first)
			out->natural += LATEX_BLANK_WIDTH;
		out->natural += piece.width;
		if (piece.width > out->longest)
			out->longest = piece.width;
		if (is_first)
			out->first = piece.width;
		is_first = false;
	}
}

uint32_t latex_measure_lines(const char *text, uint32_t indent, uint32_t width, bool has_font)
{
	struct piece piece;
	uint32_t lines = 1 + indent / (width + 1), used = indent % (width + 1);

	while (next_piece(&text, has_font, &piece)) {
		uint32_t blank = piece.blank_before && used > indent ? LATEX_BLANK_WIDTH : 0;

		if (used + blank + piece.width <= width) {
			used += blank + piece.width;
			continue;
		}
		if (used > 0)
			lines++;
		/* A piece wider than the column is broken anywhere. */
		lines += piece.width / (width + 1);
		used = piece.width % (width + 1);
	}
	return lines;
}

/*
 * What two lines in a row hold is wider than the column, and of a piece that is wider itself each line
 * but the last is full.
 */
double latex_measure_most_lines(uint32_t natural, uint32_t width)
{
	return 1 + 3.0 * natural / (width + 1.0);
}
