/* SPDX-License-Identifier: MIT */
/*
 * The marks of statuses, and the legend that explains them.
 */
#include "common/chart/chart_legend.h"

#include <string.h>

#define SWATCH 11.0
#define CORNER 2.5
#define CORNER_INSET 0.75
#define BAR_INSET 1.25 /* of the bar of evidence, from the edges of its box */
#define BAR_HEIGHT 1.75
#define DIAMOND 2.75 /* from its middle */

/* ---- boxes and symbols */

struct scene_shape *chart_legend_box(struct scene *scene, uint32_t like, double x, double y,
				     double w, double h)
{
	struct scene_shape *box = scene_rect(scene, x, y, w, h);
	bool has_edge = scene->theme == PALETTE_PRINT || like != MR_LIKE_YES;

	if (!box)
		return NULL;
	box->fill = (uint8_t)palette_fill(like);
	box->pattern = (uint8_t)palette_pattern(scene->theme, like);
	if (has_edge && w > 2 && h > 2)
		chart_legend_edge(box);
	return box;
}

void chart_legend_edge(struct scene_shape *box)
{
	box->stroke = PALETTE_EDGE;
	box->stroke_width = EDGE_WIDTH;
	box->x += EDGE_WIDTH / 2;
	box->y += EDGE_WIDTH / 2;
	box->w -= EDGE_WIDTH;
	box->h -= EDGE_WIDTH;
}

void chart_legend_words_mark(struct scene *scene, double x, double y, double size,
			     struct mr_where where)
{
	for (int i = -1; i <= 1; i++) {
		double half = i == 1 ? size * 0.2 : size * 0.4;
		struct scene_shape *line =
			scene_line(scene, x - size * 0.4, y + i * size * 0.28,
				   x - size * 0.4 + 2 * half, y + i * size * 0.28);

		if (line) {
			line->where = where;
			line->stroke = PALETTE_ON_WORDS;
			line->stroke_width = 0.8;
		}
	}
}

void chart_legend_symbol(struct scene *scene, const char *symbol, uint32_t like, double x, double y,
			 double size, struct mr_where where)
{
	struct scene_shape *text;

	if (palette_pattern(scene->theme, like) != PATTERN_SOLID) {
		/* lines through a symbol make it another one: the pattern stays off it */
		double half = SYMBOL_ROOM +
			      scene_width_of(scene, symbol, strlen(symbol), size, false) / 2;
		struct scene_shape *clear =
			scene_rect(scene, x - half, y - size * 0.5, 2 * half, size);

		if (clear) {
			clear->fill = (uint8_t)palette_fill(like);
			clear->where = where;
		}
	}
	text = scene_text(scene, x, y + size * SYMBOL_DROP, size, symbol);
	if (!text)
		return;
	text->anchor = SCENE_MIDDLE;
	text->fill = (uint8_t)palette_ink(like);
	text->where = where;
}

/* ---- statuses that look alike */

static bool looks_alike(const struct mr_status *a, const struct mr_status *b)
{
	return a->is_used && b->is_used && a->like == b->like && strcmp(a->symbol, b->symbol) == 0;
}

uint8_t *chart_legend_variants(struct scene *scene, const struct mr_matrix *matrix)
{
	uint8_t *variants = scene_alloc(scene, matrix->statuses.n);

	for (uint32_t i = 0; variants && i < matrix->statuses.n; i++) {
		uint32_t k = i;

		/* the last one before it that looks alike has counted all others */
		while (k > 0 && !looks_alike(mr_status_at(matrix, i), mr_status_at(matrix, k - 1)))
			k--;
		if (k > 0)
			variants[i] = (uint8_t)(variants[k - 1] + 1);
	}
	return variants;
}

void chart_legend_corners(struct scene *scene, uint32_t variant, uint32_t like,
			  const struct mr_where *where, const double box[4])
{
	/* the corners first, then the middles of the edges: shares of the way across and down */
	static const double places[8][2] = {{1, 0},   {0, 1},   {0, 0},   {1, 1},
					    {0.5, 0}, {0.5, 1}, {0, 0.5}, {1, 0.5}};

	for (uint32_t bit = 0; bit < 8; bit++) {
		double x = box[0] + CORNER_INSET +
			   places[bit][0] * (box[2] - CORNER - 2 * CORNER_INSET);
		double y = box[1] + CORNER_INSET +
			   places[bit][1] * (box[3] - CORNER - 2 * CORNER_INSET);
		struct scene_shape *corner;

		if (!(variant >> bit & 1))
			continue;
		corner = scene_rect(scene, x, y, CORNER, CORNER);
		if (!corner)
			return;
		corner->fill = (uint8_t)palette_ink(like);
		corner->where = *where;
	}
}

enum palette_pattern chart_legend_colour_pattern(enum palette_theme theme, uint32_t like)
{
	/* in grey, level lines are what does not apply */
	if (like == MR_LIKE_NONE)
		return theme == PALETTE_PRINT ? PATTERN_SOLID : PATTERN_LEVEL;
	return palette_pattern(theme, like);
}

/* ---- evidence */

static void put_bar(struct scene *scene, const struct legend_item *item,
		    const struct mr_where *where, const double box[4])
{
	double width = (box[2] - 2 * BAR_INSET) * item->bar / CHART_LEGEND_BARS;
	struct scene_shape *bar;

	if (item->bar == 0)
		return;
	bar = scene_rect(scene, box[0] + BAR_INSET, box[1] + box[3] - BAR_INSET - BAR_HEIGHT, width,
			 BAR_HEIGHT);
	if (!bar)
		return;
	bar->fill = (uint8_t)item->ink;
	bar->where = *where;
}

static void put_diamond(struct scene *scene, const struct legend_item *item,
			const struct mr_where *where, const double box[4])
{
	double foot = item->bar > 0 ? BAR_INSET + BAR_HEIGHT : 0;
	double x = box[0] + box[2] / 2, y = box[1] + (box[3] - foot) / 2;
	const struct scene_point points[] = {
		{x, y - DIAMOND}, {x + DIAMOND, y}, {x, y + DIAMOND}, {x - DIAMOND, y}};
	struct scene_shape *diamond;

	if (!item->is_sourced)
		return;
	diamond = scene_polygon(scene, points, 4);
	if (!diamond)
		return;
	diamond->fill = (uint8_t)item->ink;
	diamond->where = *where;
}

void chart_legend_evidence(struct scene *scene, const struct legend_item *item,
			   const struct mr_where *where, const double box[4])
{
	struct scene_shape *ground = scene_rect(scene, box[0], box[1], box[2], box[3]);

	if (!ground)
		return;
	ground->fill = (uint8_t)item->fill;
	ground->pattern = (uint8_t)item->pattern;
	ground->where = *where;
	chart_legend_edge(ground);
	put_bar(scene, item, where, box);
	put_diamond(scene, item, where, box);
}

/* ---- legend */

static struct legend_item item_of(const struct scene *scene, uint32_t like, const char *symbol,
				  const char *label)
{
	return (struct legend_item){.fill = palette_fill(like),
				    .like = like,
				    .pattern = palette_pattern(scene->theme, like),
				    .symbol = symbol,
				    .label = label};
}

struct legend_item *chart_legend_statuses(struct frame *frame, bool has_words, uint32_t *n)
{
	const struct mr_matrix *m = frame->matrix;
	struct legend_item *items =
		scene_alloc(frame->scene, (m->statuses.n + 1u) * sizeof(*items));
	const uint8_t *variants = chart_legend_variants(frame->scene, m);
	const struct mr_status *status;

	*n = 0;
	for (uint32_t i = 0; items && variants && (status = mr_status_at(m, i)); i++) {
		if (!status->is_used)
			continue;
		items[*n] = item_of(frame->scene, status->like, status->symbol, status->label);
		items[(*n)++].variant = variants[i];
	}
	if (items && has_words) {
		items[*n] =
			item_of(frame->scene, MR_LIKE_NONE, "", mr_word(m, "in_words", "in words"));
		items[(*n)++].is_words = true;
	}
	return items;
}

struct legend_item *chart_legend_likes(struct frame *frame, const struct mr_counts *counts,
				       uint32_t *n)
{
	struct legend_item *items = scene_alloc(frame->scene, MR_N_LIKES * sizeof(*items));

	*n = 0;
	for (uint32_t like = 0; items && like < MR_N_LIKES; like++)
		if (counts->n[like] > 0)
			items[(*n)++] = item_of(frame->scene, like,
						chart_frame_like_symbol(frame->matrix, like),
						chart_frame_like_word(frame->matrix, like));
	return items;
}

struct legend_item *chart_legend_colours(struct frame *frame, bool has_words, uint32_t *n)
{
	const struct mr_matrix *m = frame->matrix;
	struct legend_item *items = scene_alloc(frame->scene, (MR_N_LIKES + 1) * sizeof(*items));

	*n = 0;
	for (uint32_t like = 0; items && like < MR_N_LIKES; like++)
		if (m->counts.n[like] > 0)
			items[(*n)++] =
				item_of(frame->scene, like, "", chart_frame_like_word(m, like));
	if (items && has_words) {
		items[*n] =
			item_of(frame->scene, MR_LIKE_NONE, "", mr_word(m, "in_words", "in words"));
		items[(*n)++].pattern =
			chart_legend_colour_pattern(frame->scene->theme, MR_LIKE_NONE);
	}
	return items;
}

static void legend_swatch(struct scene *scene, const struct legend_item *item, double x, double y)
{
	struct scene_shape *box = scene_rect(scene, x, y, SWATCH, SWATCH);
	if (!box)
		return;
	box->fill = (uint8_t)item->fill;
	box->pattern = (uint8_t)item->pattern;
	box->stroke = PALETTE_EDGE;
	box->stroke_width = 0.5;
	if (item->is_words)
		chart_legend_words_mark(scene, x + SWATCH / 2, y + SWATCH / 2, SIZE_LABEL,
					chart_frame_at(MR_AT_DOCUMENT, 0, 0));
	if (*item->symbol)
		chart_legend_symbol(scene, item->symbol, item->like, x + SWATCH / 2, y + SWATCH / 2,
				    SIZE_LABEL, chart_frame_at(MR_AT_DOCUMENT, 0, 0));
	put_bar(scene, item, &(struct mr_where){.kind = MR_AT_DOCUMENT},
		(double[]){x, y, SWATCH, SWATCH});
	put_diamond(scene, item, &(struct mr_where){.kind = MR_AT_DOCUMENT},
		    (double[]){x, y, SWATCH, SWATCH});
	chart_legend_corners(scene, item->variant, item->like,
			     &(struct mr_where){.kind = MR_AT_DOCUMENT},
			     (double[]){x, y, SWATCH, SWATCH});
}

void chart_legend_draw(struct frame *frame, const struct legend_item *items, uint32_t n)
{
	const double step = SWATCH + 5, gap = 10;
	const struct label_style style = {SIZE_LABEL, false, 1, frame->width - SWATCH - 4};
	const struct mr_where nowhere = chart_frame_at(MR_AT_DOCUMENT, 0, 0);
	double x = frame->left;

	if (!items || n == 0)
		return;
	frame->y += 7;
	scene_group(frame->scene, mr_word(frame->matrix, "legend", "Legend"), "");
	for (uint32_t i = 0; i < n; i++) {
		struct label label = chart_label_make(frame->scene, items[i].label, style, nowhere);
		double width = SWATCH + 4 + label.width;

		if (x > frame->left && x + width > frame->left + frame->width) {
			x = frame->left;
			frame->y += step;
		}
		legend_swatch(frame->scene, &items[i], x, frame->y);
		chart_label_draw(frame->scene, &label, x + SWATCH + 4,
				 frame->y + (SWATCH - label.height) / 2, SCENE_START, PALETTE_TEXT,
				 nowhere);
		x += width + gap;
	}
	frame->y += step;
	scene_end(frame->scene);
}
