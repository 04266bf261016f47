/* SPDX-License-Identifier: MIT */
#include "latex/letters/latex_unicode.h"

#include "common/write/utf8.h"

#include "latex/letters/latex_unicode_table.h"

#include <string.h>

#define N(array) (sizeof(array) / sizeof(*(array)))

static bool is_within(const struct range *ranges, size_t n, uint32_t c)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (c < ranges[mid].from)
			high = mid;
		else if (c > ranges[mid].to)
			low = mid + 1;
		else
			return true;
	}
	return false;
}

static const char *find_command(uint32_t c)
{
	size_t low = 0, high = N(commands);

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (commands[mid].c == c)
			return commands[mid].command;
		if (c < commands[mid].c)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

static const struct accented *find_accented(uint32_t c)
{
	size_t low = 0, high = N(accented);

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (accented[mid].c == c)
			return &accented[mid];
		if (c < accented[mid].c)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

static char *put_accent(char *at, char accent)
{
	static const char below[] = "textcommabelow";

	*at++ = '\\';
	if (accent != ',') {
		*at++ = accent;
		return at;
	}
	memcpy(at, below, sizeof(below) - 1);
	return at + sizeof(below) - 1;
}

/* \'{\^{a}}: the outer accent around the inner one. */
static void make_accented(const struct accented *letter, char made[LATEX_COMMAND_SIZE])
{
	char *at = made;

	if (letter->outer) {
		at = put_accent(at, letter->outer);
		*at++ = '{';
	}
	at = put_accent(at, letter->inner);
	*at++ = '{';
	/* An accent above takes the place of the dot. */
	if ((letter->base == 'i' || letter->base == 'j') && !strchr("dkcb,", letter->inner))
		*at++ = '\\';
	*at++ = letter->base;
	*at++ = '}';
	if (letter->outer)
		*at++ = '}';
	*at = '\0';
}

void latex_unicode_find(uint32_t c, struct latex_char *out)
{
	const struct accented *letter;

	out->made[0] = '\0';
	out->command = "";
	if (is_within(direct, N(direct), c)) {
		out->kind = LATEX_DIRECT;
		return;
	}
	if (is_within(nothing, N(nothing), c)) {
		out->kind = LATEX_NOTHING;
		return;
	}
	out->kind = LATEX_COMMAND;
	out->command = find_command(c);
	if (out->command)
		return;
	letter = find_accented(c);
	if (letter) {
		make_accented(letter, out->made);
		out->command = out->made;
		return;
	}
	out->command = "";
	out->kind = LATEX_FOREIGN;
}

const char *latex_unicode_accent(uint32_t c)
{
	switch (c) {
	case 0x300: return "\\`";
	case 0x301: return "\\'";
	case 0x302: return "\\^";
	case 0x303: return "\\~";
	case 0x304: return "\\=";
	case 0x306: return "\\u";
	case 0x307: return "\\.";
	case 0x308: return "\\\"";
	case 0x30A: return "\\r";
	case 0x30B: return "\\H";
	case 0x30C: return "\\v";
	case 0x323: return "\\d";
	case 0x327: return "\\c";
	case 0x328: return "\\k";
	case 0x331: return "\\b";
	default: return "";
	}
}

bool latex_unicode_is_arabic_number(uint32_t c)
{
	return (c >= 0x660 && c <= 0x669) || c == 0x66B || c == 0x66C;
}

enum latex_script latex_unicode_script(uint32_t c)
{
	static const struct range han[] = {{0x1100, 0x11FF}, {0x2E80, 0x4DBF},  {0x4E00, 0x9FFF},
					   {0xA960, 0xA97F}, {0xAC00, 0xD7FF},  {0xF900, 0xFAFF},
					   {0xFF00, 0xFFEF}, {0x20000, 0x3FFFF}};
	static const struct range arabic[] = {{0x0600, 0x06FF},
					      {0x0750, 0x077F},
					      {0x08A0, 0x08FF},
					      {0xFB50, 0xFDFF},
					      {0xFE70, 0xFEFE}};
	static const struct range hebrew[] = {{0x0590, 0x05FF}, {0xFB1D, 0xFB4F}};
	static const struct range marks[] = {{0x0300, 0x036F}, {0x200C, 0x200D}, {0xFE00, 0xFE0F}};

	/* Numbers run from left to right, whatever their digits. */
	if (latex_unicode_is_arabic_number(c) || (c >= 0x6F0 && c <= 0x6F9))
		return LATEX_SCRIPT_OTHER;
	if (is_within(marks, N(marks), c))
		return LATEX_SCRIPT_MARK;
	if (is_within(han, N(han), c))
		return LATEX_SCRIPT_HAN;
	if (is_within(arabic, N(arabic), c))
		return LATEX_SCRIPT_ARABIC;
	if (is_within(hebrew, N(hebrew), c))
		return LATEX_SCRIPT_HEBREW;
	return LATEX_SCRIPT_OTHER;
}

bool latex_unicode_needs_t1(uint32_t c)
{
	/* ltoutenc.dtx: what OT1 neither has nor makes; ogonek, eth, thorn, eng, guillemets */
	static const struct range only_t1[] = {
		{0x00AB, 0x00AB}, {0x00BB, 0x00BB}, {0x00D0, 0x00D0}, {0x00DE, 0x00DE},
		{0x00F0, 0x00F0}, {0x00FE, 0x00FE}, {0x0104, 0x0105}, {0x0110, 0x0111},
		{0x0118, 0x0119}, {0x012E, 0x012F}, {0x014A, 0x014B}, {0x0172, 0x0173},
		{0x01EA, 0x01EB}, {0x201A, 0x201A}, {0x201E, 0x201E}, {0x2039, 0x203A}};

	return is_within(only_t1, N(only_t1), c);
}

unsigned latex_unicode_width(uint32_t c)
{
	if (c < 0x80)
		return latex_unicode_ascii_widths[c];
	if (is_within(nothing, N(nothing), c) || latex_unicode_script(c) == LATEX_SCRIPT_MARK)
		return 0;
	if (c >= 0x00C0 && c < 0x0250)
		return c == 0xC6 || c == 0x152 || c == 0x132 ? 1014 : c < 0xDF ? 760 : 640;
	return c < 0x1E00 ? 780 : 1000;
}

bool latex_unicode_text_needs_t1(const char *text, size_t n)
{
	size_t length;

	for (size_t at = 0; at < n; at += length) {
		length = 1;
		if ((unsigned char)text[at] >= 0x80 &&
		    latex_unicode_needs_t1(utf8_checked(text + at, n - at, &length)))
			return true;
	}
	return false;
}
