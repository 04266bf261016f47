/* SPDX-License-Identifier: MIT */
/*
 * The heat map of more features than can have names: rows are lines of colour, equal neighbours
 * one rectangle, and names of categories stand beside their rows as often as they fit.
 */
#include "common/chart/chart_heatmap.h"
#include "common/chart/chart_legend.h"

static double row_height(const struct map *map)
{
	double height = MOST_HEIGHT / map->n_rows;

	return height < LEAST_ROW ? LEAST_ROW : height > MOST_ROW ? MOST_ROW : height;
}

static uint32_t category_of(const struct map *map, uint32_t i)
{
	return mr_feature_at(map->frame.matrix, map->features[i])->category;
}

/*
 * Calls `use` for each category whose name has room below the one before; `y` counts from the first
 * row.
 */
static void walk_names(struct map *map, void (*use)(struct map *map, uint32_t i, double y))
{
	const double step = row_height(map);
	double free_from = 0;

	for (uint32_t i = 0; i < map->n_rows; i++) {
		if (i > 0 && category_of(map, i) == category_of(map, i - 1))
			continue;
		if (i * step < free_from)
			continue;
		use(map, i, i * step);
		free_from = i * step + SIZE_SMALL * LABEL_LEADING + 1;
	}
}

static void make_name(struct map *map, uint32_t i, double y)
{
	struct label *name = &map->names[i];

	(void)y;
	*name = chart_label_make(
		map->frame.scene, chart_frame_category_name(map->frame.matrix, category_of(map, i)),
		name->style, chart_frame_at(MR_AT_CATEGORY, category_of(map, i), 0));
	if (name->width > map->name_width)
		map->name_width = name->width;
}

void chart_overview_names(struct map *map, struct scene *scene, double room)
{
	map->names = scene_alloc(scene, map->n_rows * sizeof(*map->names));
	if (!map->names)
		return;
	for (uint32_t i = 0; i < map->n_rows; i++)
		map->names[i].style = (struct label_style){SIZE_SMALL, false, 1, room};
	map->frame.scene = scene;
	walk_names(map, make_name);
}

static void draw_name(struct map *map, uint32_t i, double y)
{
	struct scene *scene = map->frame.scene;
	const struct mr_where where = chart_frame_at(MR_AT_CATEGORY, category_of(map, i), 0);
	double top = map->frame.y + y;
	struct scene_shape *tick =
		scene_line(scene, map->cells_left - 6, top, map->cells_left - 1, top);

	if (tick) {
		tick->stroke = PALETTE_EDGE;
		tick->where = where;
	}
	chart_label_draw(scene, &map->names[i], map->frame.left, top - 1, SCENE_START, PALETTE_TEXT,
			 where);
}

static void draw_column(struct map *map, uint32_t k, double step)
{
	double x = map->cells_left + k * map->col_width;
	struct scene_shape own = {0}, next = {0};
	uint32_t start = 0;

	map->look->colour(map, 0, k, &own);
	for (uint32_t i = 1; i <= map->n_rows; i++) {
		struct scene_shape *box;

		if (i < map->n_rows)
			map->look->colour(map, i, k, &next);
		if (i < map->n_rows && next.fill == own.fill && next.pattern == own.pattern)
			continue;
		box = scene_rect(map->frame.scene, x, map->frame.y + start * step,
				 map->col_width - CELL_GAP, (i - start) * step);
		if (box) {
			box->pattern = own.pattern;
			box->fill = own.fill;
			box->where = chart_heatmap_where(map, start, k);
		}
		own = next;
		start = i;
	}
}

void chart_overview_draw(struct map *map)
{
	const double step = row_height(map);
	double height = map->n_rows * step;
	struct scene_shape *edge;

	map->frame.y += 3;
	scene_group(map->frame.scene, "", "");
	for (uint32_t k = 0; k < map->n_cols && !map->frame.scene->failed; k++)
		draw_column(map, k, step);
	edge = scene_rect(map->frame.scene, map->cells_left - 0.5, map->frame.y - 0.5,
			  map->n_cols * map->col_width, height + 1);
	if (edge) {
		edge->stroke = PALETTE_EDGE;
		edge->stroke_width = 0.5;
	}
	walk_names(map, draw_name);
	scene_end(map->frame.scene);
	map->frame.y += height + SIZE_SMALL * LABEL_LEADING;
}
