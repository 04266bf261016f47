/* SPDX-License-Identifier: MIT */
#include "common/chart/chart_bars.h"

#include <string.h>

#include "common/chart/chart_legend.h"
#include "common/chart/chart_words.h"

#define ROW 17.0
#define HEADING_ROW 17.0
#define NATURAL_BAR 300.0
#define LEAST_BAR 80.0

/* ---- one row */

/* A number that its part has no room for. */
struct outside {
	const char *words;
	uint32_t like;
	double middle, width;
};

static double width_of_count(struct bars *bars, const char *words)
{
	return scene_width_of(bars->frame.scene, words, strlen(words), SIZE_SMALL, false);
}

static double width_of_part(const struct bars *bars, const struct bar_row *row, uint32_t like)
{
	return bars->bar_width * row->counts->n[like] / bars->most;
}

static void draw_part(struct bars *bars, const struct bar_row *row, uint32_t like, double x,
		      double y)
{
	double w = width_of_part(bars, row, like);
	/* a hair of paper between the parts, unless that would eat a thin one */
	struct scene_shape *box = chart_legend_box(bars->frame.scene, like, x, y,
						   w > THIN_PART ? w - PART_GAP : w, BAR);

	if (box)
		box->where = row->where;
}

/* The parts from the left to the right; those whose number has no room are counted and returned in `out`. */
static uint32_t draw_parts(struct bars *bars, const struct bar_row *row, double top,
			   struct outside out[MR_N_LIKES])
{
	double x = bars->bar_left;
	uint32_t n_out = 0;

	for (uint32_t like = 0; like < MR_N_LIKES; like++) {
		const char *words = chart_frame_number(bars->frame.scene, row->counts->n[like]);
		double w = width_of_part(bars, row, like), wide = width_of_count(bars, words);

		if (row->counts->n[like] == 0)
			continue;
		draw_part(bars, row, like, x, top);
		if (wide + PART_ROOM <= w)
			chart_legend_symbol(bars->frame.scene, words, like, x + (w - PART_GAP) / 2,
					    top + BAR / 2, SIZE_SMALL, row->where);
		else
			out[n_out++] = (struct outside){words, like, x + w / 2, wide};
		x += w;
	}
	return n_out;
}

/*
 * Numbers keep the order of their parts and a gap between each other: each is moved to the right as
 * far as the one before it wants, then all that stand beyond the end of the bars back to the left.
 */
static void spread(const struct bars *bars, struct outside out[], uint32_t n)
{
	double free_from = bars->bar_left, end = bars->bar_left + bars->bar_width;

	for (uint32_t i = 0; i < n; i++) {
		if (out[i].middle - out[i].width / 2 < free_from)
			out[i].middle = free_from + out[i].width / 2;
		free_from = out[i].middle + out[i].width / 2 + OUTSIDE_GAP;
	}
	for (uint32_t i = n; i-- > 0;) {
		if (out[i].middle + out[i].width / 2 > end)
			out[i].middle = end - out[i].width / 2;
		end = out[i].middle - out[i].width / 2 - OUTSIDE_GAP;
	}
}

static void draw_outside(struct bars *bars, const struct bar_row *row, struct outside out[],
			 uint32_t n, double y)
{
	spread(bars, out, n);
	for (uint32_t i = 0; i < n; i++) {
		struct scene_shape *text = scene_text(bars->frame.scene, out[i].middle,
						      y + SIZE_SMALL, SIZE_SMALL, out[i].words);

		if (!text)
			return;
		text->anchor = SCENE_MIDDLE;
		text->fill = (uint8_t)palette_words(out[i].like);
		text->where = row->where;
	}
}

static void draw_share(struct bars *bars, const struct bar_row *row, double middle)
{
	struct scene *scene = bars->frame.scene;
	struct scene_shape *share;

	if (row->counts->coverage < 0)
		return;
	share = scene_text(scene, bars->frame.left + bars->frame.width,
			   middle + SIZE_LABEL * SYMBOL_DROP, SIZE_LABEL,
			   chart_frame_percent(scene, row->counts->coverage));
	if (share) {
		share->anchor = SCENE_ENDING;
		share->where = row->where;
	}
}

static void draw_heading(struct bars *bars, const struct bar_row *row)
{
	const struct mr_where where = chart_frame_at(MR_AT_CATEGORY, row->category_index, 0);
	double height =
		row->heading.height + 7 > HEADING_ROW ? row->heading.height + 7 : HEADING_ROW;

	chart_label_draw(bars->frame.scene, &row->heading, bars->frame.left,
			 bars->frame.y + height - row->heading.height - 2, SCENE_START,
			 PALETTE_TEXT, where);
	bars->frame.y += height;
}

static void draw_row(struct bars *bars, const struct bar_row *row)
{
	struct scene *scene = bars->frame.scene;
	double height = row->label.height + 4 > ROW ? row->label.height + 4 : ROW;
	double y, top;
	struct outside out[MR_N_LIKES];
	uint32_t n_out;
	size_t group;

	if (row->category)
		draw_heading(bars, row);
	y = bars->frame.y;
	top = y + (height - BAR) / 2;
	group = scene->n_shapes;
	if (!scene_group(scene, row->name, chart_words_counts(&bars->frame, row->counts)))
		return;
	chart_label_draw(scene, &row->label, bars->frame.left, y + (height - row->label.height) / 2,
			 SCENE_START, PALETTE_TEXT, row->where);
	n_out = draw_parts(bars, row, top, out);
	draw_outside(bars, row, out, n_out, top + BAR);
	draw_share(bars, row, y + height / 2);
	if (n_out > 0)
		height += OUTSIDE_ROOM;
	scene->shapes[group].where = row->where;
	scene->shapes[group].y = y;
	scene->shapes[group].h = height;
	scene_end(scene);
	bars->frame.y = y + height;
}

/* ---- all of them */

static void measure(struct bars *bars, struct scene *scene, double width)
{
	const struct label_style bold = {SIZE_LABEL, true, 2, width};

	bars->name(bars, scene, width);
	bars->most = 1;
	for (uint32_t i = 0; i < bars->n; i++) {
		struct bar_row *row = &bars->rows[i];

		if (row->category)
			row->heading = chart_label_make(
				scene, row->category, bold,
				chart_frame_at(MR_AT_CATEGORY, row->category_index, 0));
		if (row->label.width > bars->name_width)
			bars->name_width = row->label.width;
		if (row->heading.width > bars->name_width)
			bars->name_width = row->heading.width;
		if (row->counts->total > bars->most)
			bars->most = row->counts->total;
	}
}

void chart_bars_table(struct bars *bars)
{
	struct scene *scene = bars->frame.scene;
	const struct mr_matrix *m = bars->frame.matrix;

	scene_table_make(scene, bars->n + 1, MR_N_LIKES + 2);
	scene_table_set(scene, 0, 0, bars->rows_word);
	for (uint32_t like = 0; like < MR_N_LIKES; like++)
		scene_table_set(scene, 0, like + 1, chart_frame_like_word(m, like));
	scene_table_set(scene, 0, MR_N_LIKES + 1, mr_word(m, "coverage", "Coverage"));
	for (uint32_t i = 0; i < bars->n; i++) {
		const struct mr_counts *counts = bars->rows[i].counts;

		scene_table_set(scene, i + 1, 0, bars->rows[i].name);
		for (uint32_t like = 0; like < MR_N_LIKES; like++)
			scene_table_set(scene, i + 1, like + 1,
					chart_frame_number(scene, counts->n[like]));
		scene_table_set(scene, i + 1, MR_N_LIKES + 1,
				counts->coverage >= 0 ? chart_frame_percent(scene, counts->coverage)
						      : "");
	}
}

void chart_bars(struct bars *bars, const struct mr_matrix *matrix,
		const struct chart_options *options, struct scene *scene)
{
	double room = chart_frame_room(options, 0), share_width;
	const char *coverage = mr_word(matrix, "coverage", "Coverage");
	struct legend_item *items;
	uint32_t n_items;
	struct scene_shape *head;

	measure(bars, scene, room > 0 ? room * 0.35 : 190);
	share_width = scene_width_of(scene, coverage, strlen(coverage), SIZE_SMALL, false);
	share_width = 8 + (share_width > 34 ? share_width : 34);
	bars->bar_width = room > 0 ? room - bars->name_width - 8 - share_width : NATURAL_BAR;
	if (bars->bar_width < LEAST_BAR)
		bars->bar_width = LEAST_BAR;
	chart_frame_begin(&bars->frame, matrix, options, scene, bars->kind,
			  bars->name_width + 8 + bars->bar_width + share_width);
	bars->bar_width = bars->frame.width - bars->name_width - 8 - share_width;
	bars->bar_left = bars->frame.left + bars->name_width + 8;
	head = scene_text(scene, bars->frame.left + bars->frame.width, bars->frame.y + SIZE_SMALL,
			  SIZE_SMALL, coverage);
	if (head) {
		head->anchor = SCENE_ENDING;
		head->fill = PALETTE_MUTED;
	}
	bars->frame.y += SIZE_SMALL + 4;
	for (uint32_t i = 0; i < bars->n && !scene->failed; i++)
		draw_row(bars, &bars->rows[i]);
	items = chart_legend_likes(&bars->frame, &matrix->counts, &n_items);
	chart_legend_draw(&bars->frame, items, n_items);
}
