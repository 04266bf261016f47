/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_words.h"

#include "common/read/letters.h"
#include "xlsx/xlsx_plan.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum run_style {
	RUN_RAISED = 1,
	RUN_LOWERED = 2,
	RUN_STRUCK = 4,
	RUN_STRONG = 8,
	RUN_SMALL = 16,
	RUN_LINK = 32,
	/* these are no marks: they tell the pieces of one link from two links side by side */
	RUN_ITALIC = 64,
	RUN_CODE = 128
};

static const struct {
	unsigned style;
	const char *begin, *end;
} marks[] = {
	{RUN_LINK, "\1", "\2"},
	{RUN_RAISED, "<sup>", "</sup>"},
	{RUN_LOWERED, "<sub>", "</sub>"},
	{RUN_STRUCK, "~~", "~~"},
	{RUN_STRONG, "<strong>", "</strong>"},
	{RUN_SMALL, "<small>", "</small>"},
};

static unsigned position_of(struct xlsx_part *part)
{
	char *value = xlsx_part_attribute(part, "val");
	unsigned style = !value                              ? 0
			 : strcmp(value, "superscript") == 0 ? RUN_RAISED
			 : strcmp(value, "subscript") == 0   ? RUN_LOWERED
							     : 0;

	free(value);
	return style;
}

static bool is_code(struct xlsx_part *part)
{
	char *font = xlsx_part_attribute(part, "val");
	bool is_code = font && strcmp(font, XLSX_PLAN_CODE_FONT) == 0;

	free(font);
	return is_code;
}

/* What a property of a run adds to its style. */
static unsigned style_of(struct xlsx_part *part, bool is_ours)
{
	if (xlsx_part_begins(part, "strike"))
		return RUN_STRUCK;
	if (xlsx_part_begins(part, "vertAlign"))
		return position_of(part);
	if (!is_ours)
		return 0;
	if (xlsx_part_begins(part, "b"))
		return RUN_STRONG;
	if (xlsx_part_begins(part, "u"))
		return RUN_LINK;
	if (xlsx_part_begins(part, "i"))
		return RUN_ITALIC;
	if (xlsx_part_begins(part, "rFont"))
		return is_code(part) ? RUN_CODE : 0;
	return xlsx_part_begins(part, "sz") && xlsx_part_number(part, "val", 11) < 10 ? RUN_SMALL
										      : 0;
}

static int digit_of(char c)
{
	return c >= '0' && c <= '9'                     ? c - '0'
	       : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
							: -1;
}

/*
 * "_x000D_" stands for a character that XML does not have, a return, which is seen as nothing, "_x000A_" for the end of a
 * line; "_x005F_" for an underscore that begins no such escape (ST_Xstring, 22.9.2.19).
 */
static void put_letters(struct out *out, const char *letters)
{
	const char *next, *from = letters;

	while ((next = strstr(from, "_x")) != NULL) {
		int code = 0;

		for (unsigned i = 2; i < 6 && code >= 0; i++)
			code = digit_of(next[i]) < 0 ? -1 : code * 16 + digit_of(next[i]);
		if (code < 0 || next[6] != '_' || (code >= 0x20 && code != 0x5f)) {
			from = next + 2;
			continue;
		}
		letters_put_exactly(out, letters, (size_t)(next - letters));
		if (code == 0x5f)
			letters_put_exactly(out, "_", 1);
		else if (code == '\t' || code == '\n')
			letters_put_exactly(out, code == '\t' ? " " : "\n", 1);
		letters = from = next + 7;
	}
	letters_put_exactly(out, letters, strlen(letters));
}

/* `before`: the style of the run before it. */
static void put_run(struct out *out, const char *letters, unsigned style, unsigned before)
{
	enum { N = sizeof(marks) / sizeof(*marks) };
	/* runs of different looks are one link */
	bool is_joined =
		style & RUN_LINK && style != before && out->n > 0 && out->at[out->n - 1] == '\2';

	out->n -= is_joined;
	for (size_t i = is_joined; i < N; i++)
		if (style & marks[i].style)
			out_string(out, marks[i].begin);
	put_letters(out, letters);
	for (size_t i = N; i-- > 0;)
		if (style & marks[i].style)
			out_string(out, marks[i].end);
}

void xlsx_words_put(struct xlsx_part *part, const char *end, bool is_ours, struct out *out)
{
	unsigned style = 0, before = 0;
	bool in_letters = false, in_reading = false;

	if (xlsx_part_ends(part, end))
		return;
	while (xlsx_part_next(part) && !xlsx_part_ends(part, end)) {
		const char *letters = xlsx_part_letters(part);

		if (letters && in_letters && !in_reading) {
			put_run(out, letters, style, before);
			before = UINT_MAX; /* what follows is of the same run */
		} else if (xlsx_part_begins(part, "t")) {
			in_letters = !xlsx_part_ends(part, "t");
		} else if (xlsx_part_ends(part, "t")) {
			in_letters = false;
		} else if (xlsx_part_begins(part, "rPh")) {
			in_reading = true;
		} else if (xlsx_part_ends(part, "rPh")) {
			in_reading = false;
		} else if (xlsx_part_begins(part, "r")) {
			before = style;
			style = 0;
		} else {
			style |= style_of(part, is_ours);
		}
	}
}
