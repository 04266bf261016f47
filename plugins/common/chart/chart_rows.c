/* SPDX-License-Identifier: MIT */
/* A heat map's rows with names, and symbols in their cells. */
#include "common/chart/chart_heatmap.h"
#include "common/chart/chart_legend.h"

#define ROW 14.0
#define HEAD_ROW 17.0
#define SYMBOL 9.0
#define CHANGE_SIZE 4.5
#define CHANGE_NOTCH 2.0 /* of paper around it: it is as dark as some of the cells */
#define MOST_PARTS 2 /* whose symbols stand side by side */
#define HEADS_AGAIN 40 /* rows */

static bool begins_category(const struct map *map, uint32_t i)
{
	const struct mr_matrix *m = map->frame.matrix;
	uint32_t category = mr_feature_at(m, map->features[i])->category;

	return i == 0 || category != mr_feature_at(m, map->features[i - 1])->category;
}

static bool has_heading(const struct map *map, uint32_t i)
{
	const struct mr_matrix *m = map->frame.matrix;
	uint32_t category = mr_feature_at(m, map->features[i])->category;

	return begins_category(map, i) && !mr_text_is_empty(mr_category_at(m, category)->name);
}

void chart_rows_name(struct map *map, struct scene *scene, double room)
{
	const struct mr_matrix *m = map->frame.matrix;
	const struct label_style style = {SIZE_LABEL, false, 3, room};
	const struct label_style bold = {SIZE_LABEL, true, 2, room};

	map->names = chart_frame_name_features(scene, m, map->features, map->n_rows, style);
	map->headings = scene_alloc(scene, map->n_rows * sizeof(*map->headings));
	if (!map->names || !map->headings)
		return;
	for (uint32_t i = 0; i < map->n_rows; i++) {
		const struct mr_feature *feature = mr_feature_at(m, map->features[i]);

		if (has_heading(map, i))
			map->headings[i] = chart_label_make(
				scene, mr_category_at(m, feature->category)->name->plain, bold,
				chart_frame_at(MR_AT_CATEGORY, feature->category, 0));
	}
	for (uint32_t i = 0; i < map->n_rows; i++) {
		double widest = map->names[i].width > map->headings[i].width
					? map->names[i].width
					: map->headings[i].width;

		map->name_width = widest > map->name_width ? widest : map->name_width;
	}
}

/* The symbols of a cell: its status's, or those of its parts. */
static const char *symbols_of(struct map *map, const struct mr_cell *cell)
{
	const struct mr_matrix *m = map->frame.matrix;
	const struct mr_status *status = mr_status_at(m, cell->status);
	const char *all = "";

	if (status && cell->status != MR_NO_STATUS)
		return status->symbol;
	if (!cell->detail || cell->detail->parts.n > MOST_PARTS)
		return chart_frame_like_symbol(m, cell->like);
	for (uint32_t i = 0; i < cell->detail->parts.n; i++) {
		status = mr_status_at(m, mr_part_at(cell->detail, i)->status);
		all = chart_frame_fill(map->frame.scene, "{a}{b}", all,
				       status ? status->symbol : "");
	}
	return *all ? all : chart_frame_like_symbol(m, cell->like);
}

/* What sets a status apart from another of the same symbol; of parts each in its half. */
static void draw_corners(struct map *map, const struct mr_cell *cell, struct mr_where where,
			 const double box[4])
{
	uint32_t n = cell->detail ? cell->detail->parts.n : 0;

	if (cell->status < map->frame.matrix->statuses.n) {
		chart_legend_corners(map->frame.scene, map->variants[cell->status], cell->like,
				     &where, box);
		return;
	}
	for (uint32_t i = 0; n <= MOST_PARTS && i < n; i++) {
		uint32_t status = mr_part_at(cell->detail, i)->status;
		double width = box[2] / n;

		if (status < map->frame.matrix->statuses.n)
			chart_legend_corners(map->frame.scene, map->variants[status], cell->like,
					     &where,
					     (double[]){box[0] + i * width, box[1], width, box[3]});
	}
}

/* A wedge in the upper corner at the end: the cell changed since the older edition.  It is as dark as the words. */
static void draw_change(struct map *map, const struct mr_was *was, struct mr_where where,
			const double box[4])
{
	double right = box[0] + box[2], size = box[3] < 12 ? box[3] / 2 : CHANGE_SIZE;
	double notch = size + CHANGE_NOTCH;
	const struct scene_point ground[] = {
		{right - notch, box[1]}, {right, box[1]}, {right, box[1] + notch}};
	const struct scene_point points[] = {
		{right - size, box[1]}, {right, box[1]}, {right, box[1] + size}};
	struct scene_shape *wedge;

	if (!mr_was_other(was))
		return;
	map->has_changes = true;
	wedge = scene_polygon(map->frame.scene, ground, 3);
	if (wedge) {
		wedge->fill = PALETTE_PAPER;
		wedge->where = where;
	}
	wedge = scene_polygon(map->frame.scene, points, 3);
	if (!wedge)
		return;
	wedge->fill = PALETTE_TEXT;
	wedge->where = where;
}

void chart_rows_status(struct map *map, uint32_t i, uint32_t k, double y, double height)
{
	struct scene *scene = map->frame.scene;
	const struct mr_cell *cell = chart_heatmap_cell(map, i, k);
	const struct mr_where where = chart_heatmap_where(map, i, k);
	double x = map->cells_left + k * map->col_width;
	struct scene_shape *box =
		chart_legend_box(scene, cell->like, x + CELL_GAP / 2, y + CELL_GAP / 2,
				 map->col_width - CELL_GAP, height - CELL_GAP);
	double middle_x = x + map->col_width / 2, middle_y = y + height / 2;

	if (box)
		box->where = where;
	if (cell->like == MR_LIKE_NONE) {
		map->has_words = true;
		chart_legend_words_mark(scene, middle_x, middle_y, SYMBOL, where);
	} else {
		chart_legend_symbol(scene, symbols_of(map, cell), cell->like, middle_x, middle_y,
				    map->is_slanted && cell->status == MR_NO_STATUS ? SIZE_SMALL
										    : SYMBOL,
				    where);
		draw_corners(map, cell, where,
			     (double[]){x + CELL_GAP / 2, y + CELL_GAP / 2,
					map->col_width - CELL_GAP, height - CELL_GAP});
	}
	draw_change(map, mr_was_cell(map->frame.matrix, where.index, where.second), where,
		    (double[]){x + CELL_GAP / 2, y + CELL_GAP / 2, map->col_width - CELL_GAP,
			       height - CELL_GAP});
}

static void draw_heading(struct map *map, uint32_t i)
{
	struct scene *scene = map->frame.scene;
	uint32_t category = mr_feature_at(map->frame.matrix, map->features[i])->category;
	const struct label *heading = &map->headings[i];
	double height = heading->height + 7 > HEAD_ROW ? heading->height + 7 : HEAD_ROW;
	struct scene_shape *rule;

	chart_label_draw(scene, heading, map->frame.left,
			 map->frame.y + height - heading->height - 2, SCENE_START, PALETTE_TEXT,
			 chart_frame_at(MR_AT_CATEGORY, category, 0));
	rule = scene_line(scene, map->cells_left, map->frame.y + height - 4,
			  map->cells_left + map->n_cols * map->col_width,
			  map->frame.y + height - 4);
	if (rule) {
		rule->stroke = PALETTE_RULE;
		rule->where = chart_frame_at(MR_AT_CATEGORY, category, 0);
	}
	map->frame.y += height;
}

/* In a tall picture the products' names come again, if possible where a category begins. */
static bool needs_heads(const struct map *map, uint32_t i, uint32_t since)
{
	uint32_t left = map->n_rows - i;

	return left >= HEADS_AGAIN / 2 && since >= HEADS_AGAIN &&
	       (begins_category(map, i) || since >= 2 * HEADS_AGAIN);
}

static void begin_category(struct map *map, uint32_t category)
{
	struct scene_shape *group = scene_group(
		map->frame.scene, chart_frame_category_name(map->frame.matrix, category), "");

	if (group) {
		group->where = chart_frame_at(MR_AT_CATEGORY, category, 0);
		group->y = map->frame.y;
	}
}

void chart_rows_draw(struct map *map)
{
	struct scene *scene = map->frame.scene;
	const struct mr_matrix *m = map->frame.matrix;
	uint32_t since = 0;

	for (uint32_t i = 0; i < map->n_rows && !scene->failed; i++) {
		const struct label *name = &map->names[i];
		double height = name->height + 4 > ROW ? name->height + 4 : ROW;

		if (needs_heads(map, i, since++)) {
			map->frame.y += HEAD_ROW / 2;
			chart_heads_draw(map);
			map->frame.y += map->head_height;
			since = 1;
		}
		if (begins_category(map, i)) {
			if (i > 0)
				scene_end(scene);
			begin_category(map, mr_feature_at(m, map->features[i])->category);
		}
		if (has_heading(map, i))
			draw_heading(map, i);
		else if (begins_category(map, i) && i > 0)
			map->frame.y += HEAD_ROW / 2;
		chart_label_draw(scene, name, map->frame.left,
				 map->frame.y + (height - name->height) / 2, SCENE_START,
				 PALETTE_TEXT, chart_frame_at(MR_AT_FEATURE, map->features[i], 0));
		for (uint32_t k = 0; k < map->n_cols; k++)
			map->look->cell(map, i, k, map->frame.y, height);
		map->frame.y += height;
	}
	if (map->n_rows > 0)
		scene_end(scene);
}
