/* SPDX-License-Identifier: MIT */
#include "xlsx/xlsx_words.h"

#include "common/read/letters.h"

#include <string.h>

enum run_style { RUN_PLAIN, RUN_RAISED, RUN_LOWERED, RUN_STRUCK };

static const char *const begins[] = {"", "<sup>", "<sub>", "~~"};
static const char *const ends[] = {"", "</sup>", "</sub>", "~~"};

static enum run_style style_of(struct xlsx_part *part, enum run_style before)
{
	char *value;
	enum run_style style = before;

	if (xlsx_part_begins(part, "strike"))
		return RUN_STRUCK;
	if (!xlsx_part_begins(part, "vertAlign"))
		return before;
	value = xlsx_part_attribute(part, "val");
	if (value && strcmp(value, "superscript") == 0)
		style = RUN_RAISED;
	else if (value && strcmp(value, "subscript") == 0)
		style = RUN_LOWERED;
	xmlFree(value);
	return style;
}

/* "_x000D_" stands for a character that XML does not have: a return, which is seen as nothing. */
static void put_letters(struct out *out, const char *letters)
{
	const char *next;

	for (; (next = strstr(letters, "_x000D_")) != NULL; letters = next + 7)
		letters_put_exactly(out, letters, (size_t)(next - letters));
	letters_put_exactly(out, letters, strlen(letters));
}

void xlsx_words_put(struct xlsx_part *part, const char *end, struct out *out)
{
	enum run_style style = RUN_PLAIN;
	bool in_letters = false, in_reading = false;

	if (xlsx_part_ends(part, end))
		return;
	while (xlsx_part_next(part) && !xlsx_part_ends(part, end)) {
		const char *letters = xlsx_part_letters(part);

		if (letters && in_letters && !in_reading) {
			out_string(out, begins[style]);
			put_letters(out, letters);
			out_string(out, ends[style]);
		} else if (xlsx_part_begins(part, "t")) {
			in_letters = !xlsx_part_ends(part, "t");
		} else if (xlsx_part_ends(part, "t")) {
			in_letters = false;
		} else if (xlsx_part_begins(part, "rPh")) {
			in_reading = true;
		} else if (xlsx_part_ends(part, "rPh")) {
			in_reading = false;
		} else if (xlsx_part_begins(part, "r")) {
			style = RUN_PLAIN;
		} else {
			style = style_of(part, style);
		}
	}
}
