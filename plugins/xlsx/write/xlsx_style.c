/* SPDX-License-Identifier: MIT */
#include "xlsx/write/xlsx_style.h"

#include "common/scene/palette.h"
#include "xlsx/xlsx_marks.h"

#include <stdlib.h>

/* ST_ReadingOrder of a cell (18.8.1): by default the first letter decides, and a symbol is no letter. */
enum { RIGHT_TO_LEFT = 2 };

/* Of each font: the cell as it is, the cell that shows symbol and marks, letters, what a condition puts on. */
enum { KEY_BARE, KEY_SHOWN, KEY_LETTERS, KEY_CONDITION, N_KEYS };
enum { KEYS = XLSX_FONT_N * N_KEYS };

static lxw_color_t colour(enum palette_role role)
{
	return palette_rgb(PALETTE_LIGHT, role);
}

/*
 * The colour of a status, lightened: links are blue in whatever colour a program likes, and a sheet is printed.  Percent
 * of the colour; what is known keeps more of it than what is not supported, so that a grey copy still ranks them.
 */
static lxw_color_t ground_of(uint32_t like)
{
	static const unsigned percent[MR_N_LIKES] = {30, 35, 45, 60, 0};
	lxw_color_t full = colour(palette_fill(like)), light = 0;

	for (unsigned shift = 0; shift < 24; shift += 8)
		light |= (255 - (255 - (full >> shift & 255)) * percent[like] / 100) << shift;
	return light;
}

/* What the look counts as; MR_LIKE_NONE for all but statuses. */
static uint32_t like_of(const struct xlsx_writer *writer, uint32_t look)
{
	const struct mr_status *status;

	if (look < XLSX_LOOK_STATUS)
		return look == XLSX_LOOK_PARTIAL   ? (uint32_t)MR_LIKE_PARTIAL
		       : look == XLSX_LOOK_UNKNOWN ? (uint32_t)MR_LIKE_UNKNOWN
						   : (uint32_t)MR_LIKE_NONE;
	status = mr_status_at(writer->m, look - XLSX_LOOK_STATUS);
	return status ? status->like : (uint32_t)MR_LIKE_UNKNOWN;
}

void xlsx_style_init(struct xlsx_writer *writer)
{
	writer->n_looks = XLSX_LOOK_STATUS + writer->m->statuses.n;
	writer->n_groups = xlsx_marks_count(writer->marks);
	writer->formats =
		calloc((size_t)writer->n_looks * writer->n_groups * KEYS, sizeof(lxw_format *));
}

void xlsx_style_release(struct xlsx_writer *writer)
{
	free(writer->formats);
}

enum xlsx_look xlsx_style_look(const struct xlsx_writer *writer, const struct mr_cell *cell)
{
	if (mr_status_at(writer->m, cell->status))
		return (enum xlsx_look)(XLSX_LOOK_STATUS + cell->status);
	if (cell->like >= MR_N_LIKES)
		return XLSX_LOOK_TEXT;
	return cell->like == MR_LIKE_UNKNOWN ? XLSX_LOOK_UNKNOWN : XLSX_LOOK_PARTIAL;
}

/* ------------------------------------------------------------------ letters */

static lxw_color_t ink_of(const struct xlsx_writer *writer, uint32_t look, unsigned font)
{
	uint32_t like = like_of(writer, look);

	if (font & XLSX_FONT_LINK && like == MR_LIKE_NONE)
		return colour(PALETTE_ACCENT);
	return colour(like == MR_LIKE_NONE ? PALETTE_TEXT : palette_words(like));
}

static void set_font(const struct xlsx_writer *writer, lxw_format *format, uint32_t look,
		     unsigned font)
{
	bool is_heavy =
		look == XLSX_LOOK_HEAD || look == XLSX_LOOK_CATEGORY || look == XLSX_LOOK_TITLE;

	writer->library->format_set_font_color(format, ink_of(writer, look, font));
	if (font & XLSX_FONT_EMPHASIS)
		writer->library->format_set_italic(format);
	if (font & XLSX_FONT_STRONG || (is_heavy && !(font & XLSX_FONT_SMALL)))
		writer->library->format_set_bold(format);
	if (font & XLSX_FONT_CODE)
		writer->library->format_set_font_name(format, XLSX_PLAN_CODE_FONT);
	if (font & XLSX_FONT_LINK)
		writer->library->format_set_underline(format, LXW_UNDERLINE_SINGLE);
	if (font & XLSX_FONT_SMALL)
		writer->library->format_set_font_size(format, 9);
	else if (look == XLSX_LOOK_TITLE)
		writer->library->format_set_font_size(format, 16);
}

/* ------------------------------------------------------------------ cells */

static void set_ground(const struct xlsx_writer *writer, lxw_format *format, uint32_t look)
{
	uint32_t like = like_of(writer, look);

	if (look == XLSX_LOOK_HEAD)
		writer->library->format_set_bg_color(format, colour(PALETTE_ACCENT_SOFT));
	else if (look == XLSX_LOOK_CATEGORY)
		writer->library->format_set_bg_color(format, colour(PALETTE_BAND));
	else if (like < MR_LIKE_NA)
		writer->library->format_set_bg_color(format, ground_of(like));
}

/* "✓ "@" ¹": a status shows its symbol, a note its mark; the value stays the words. */
static void set_shown(struct xlsx_writer *writer, lxw_format *format, uint32_t look, uint32_t group)
{
	const struct mr_status *status =
		look < XLSX_LOOK_STATUS ? NULL : mr_status_at(writer->m, look - XLSX_LOOK_STATUS);
	struct out before, code;

	if (!status && group == 0)
		return;
	out_to_memory(&before, 0);
	out_to_memory(&code, 0);
	if (status) {
		xlsx_plan_put_letters(&before, status->symbol, strlen(status->symbol));
		out_char(&before, ' ');
	}
	xlsx_plan_put_format(&code, out_at(&before), xlsx_marks_of(writer->marks, group));
	writer->library->format_set_num_format(format, out_at(&code));
	out_release(&before);
	out_release(&code);
}

static lxw_format *make_cell(struct xlsx_writer *writer, uint32_t look, unsigned font)
{
	lxw_format *format = writer->library->workbook_add_format(writer->book);

	set_font(writer, format, look, font);
	set_ground(writer, format, look);
	if (look == XLSX_LOOK_TITLE)
		return format;
	writer->library->format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	if (writer->m->is_rtl) {
		writer->library->format_set_reading_order(format, RIGHT_TO_LEFT);
		writer->library->format_set_align(format, LXW_ALIGN_RIGHT);
	}
	if (look != XLSX_LOOK_CATEGORY) /* that runs over the empty cells beside it */
		writer->library->format_set_text_wrap(format);
	if (look == XLSX_LOOK_PLAIN)
		return format;
	writer->library->format_set_border(format, LXW_BORDER_THIN);
	writer->library->format_set_border_color(format, colour(PALETTE_RULE));
	if (look == XLSX_LOOK_HEAD) {
		writer->library->format_set_bottom(format, LXW_BORDER_MEDIUM);
		writer->library->format_set_bottom_color(format, colour(PALETTE_ACCENT));
	}
	return format;
}

static lxw_format **place_of(struct xlsx_writer *writer, uint32_t look, uint32_t group,
			     unsigned font, unsigned key)
{
	size_t at = ((size_t)look * writer->n_groups + group) * KEYS;

	return &writer->formats[at + font * N_KEYS + key];
}

lxw_format *xlsx_style_cell(struct xlsx_writer *writer, uint32_t look, uint32_t group,
			    unsigned font, bool is_shown)
{
	lxw_format **place = place_of(writer, look, group, font, is_shown ? KEY_SHOWN : KEY_BARE);

	if (!*place) {
		*place = make_cell(writer, look, font);
		if (is_shown)
			set_shown(writer, *place, look, group);
	}
	return *place;
}

lxw_format *xlsx_style_letters(struct xlsx_writer *writer, uint32_t look, unsigned font)
{
	lxw_format **place = place_of(writer, look, 0, font, KEY_LETTERS);

	if (!*place) {
		*place = writer->library->workbook_add_format(writer->book);
		set_font(writer, *place, look, font);
	}
	return *place;
}

lxw_format *xlsx_style_condition(struct xlsx_writer *writer, uint32_t look, uint32_t group)
{
	lxw_format **place = place_of(writer, look, group, 0, KEY_CONDITION);
	uint32_t like = like_of(writer, look);

	if (!*place) {
		*place = writer->library->workbook_add_format(writer->book);
		writer->library->format_set_font_color(*place, ink_of(writer, look, 0));
		writer->library->format_set_bg_color(
			*place, like < MR_LIKE_NA ? ground_of(like) : colour(PALETTE_PAPER));
		set_shown(writer, *place, look, group);
	}
	return *place;
}
