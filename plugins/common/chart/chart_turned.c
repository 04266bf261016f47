/* SPDX-License-Identifier: MIT */
/*
 * A heat map with products below each other and features beside, for many products: names of features
 * stand above their columns, those of categories below, at a line along the columns that they hold.
 */
#include "common/chart/chart_heatmap.h"

#define ROW 14.0
#define HEADS_AGAIN 40 /* rows */
#define RULE_GAP 3.0 /* below the cells */
#define CAPTION_LINES 4
#define WIDEST_CAPTION 330.0
#define SLANT 0.70710678 /* of 45 degrees */

static uint32_t category_of(const struct map *map, uint32_t k)
{
	return mr_feature_at(map->frame.matrix, map->features[k])->category;
}

/* One behind the last column of the category that begins with column k. */
static uint32_t end_of(const struct map *map, uint32_t k)
{
	uint32_t end = k + 1;

	while (end < map->n_cols && category_of(map, end) == category_of(map, k))
		end++;
	return end;
}

static bool has_caption(const struct map *map, uint32_t k)
{
	return !mr_text_is_empty(mr_category_at(map->frame.matrix, category_of(map, k))->name);
}

void chart_turned_name(struct map *map, struct scene *scene, double room)
{
	const struct label_style style = {SIZE_LABEL, false, 2, room};

	map->names = chart_frame_name_products(scene, map->frame.matrix, map->products, map->n_rows,
					       style);
	for (uint32_t i = 0; map->names && i < map->n_rows; i++)
		if (map->names[i].width > map->name_width)
			map->name_width = map->names[i].width;
}

/* ---- names of categories */

static struct label make_caption(struct map *map, struct scene *scene, uint32_t k, double width,
				 uint32_t n_lines)
{
	const struct label_style style = {SIZE_LABEL, true, n_lines, width};

	return chart_label_make(scene,
				mr_category_at(map->frame.matrix, category_of(map, k))->name->plain,
				style, chart_frame_at(MR_AT_CATEGORY, category_of(map, k), 0));
}

/* Whether each name fits below its own columns, without a cut inside of a word. */
static bool stands_upright(struct map *map, struct scene *scene)
{
	const uint32_t before = scene->n_shortened;
	bool is_good = true;

	for (uint32_t k = 0; is_good && k < map->n_cols; k = end_of(map, k)) {
		double width = (end_of(map, k) - k) * map->col_width - 4;

		if (!has_caption(map, k))
			continue;
		map->captions[k] = make_caption(map, scene, k, width, CAPTION_LINES);
		is_good = !map->captions[k].is_broken && !map->captions[k].is_shortened;
	}
	if (!is_good)
		scene->n_shortened = before;
	return is_good;
}

/* The same in columns that become wider for it, step by step, as far as they may. */
static bool stands_in_wider(struct map *map, struct scene *scene, double room)
{
	const double before = map->col_width;

	for (double width = before + 3; width <= SLANTED_COL_MOST; width += 3) {
		chart_heads_widen(map, width);
		if (room > 0 && map->n_cols * width + map->overhang > room)
			break;
		if (stands_upright(map, scene))
			return true;
	}
	chart_heads_widen(map, before);
	return false;
}

void chart_turned_captions(struct map *map, struct scene *scene, double room)
{
	map->captions = scene_alloc(scene, map->n_cols * sizeof(*map->captions));
	if (!map->captions || stands_upright(map, scene) || stands_in_wider(map, scene, room))
		return;
	map->is_caption_slanted = true;
	for (uint32_t k = 0; k < map->n_cols; k = end_of(map, k)) {
		double middle = (k + end_of(map, k)) / 2.0 * map->col_width;
		double reach;

		if (!has_caption(map, k))
			continue;
		map->captions[k] = make_caption(map, scene, k, WIDEST_CAPTION, 1);
		/* it ends at its columns and begins to the left of them, where the names of products end */
		reach = (map->captions[k].width + SIZE_LABEL) * SLANT - middle;
		if (reach > map->name_width)
			map->name_width = reach;
	}
}

static double draw_caption(struct map *map, uint32_t k, double left, double right, double y)
{
	struct scene *scene = map->frame.scene;
	const struct label *label = &map->captions[k];
	const struct mr_where where = chart_frame_at(MR_AT_CATEGORY, category_of(map, k), 0);
	double middle = (left + right) / 2;
	struct scene_shape *text;

	if (!map->is_caption_slanted) {
		chart_label_draw(scene, label, middle, y, SCENE_MIDDLE, PALETTE_TEXT, where);
		return label->height;
	}
	if (label->n_lines == 0)
		return 0;
	text = scene_text(scene, middle + SIZE_LABEL * 0.3, y + SIZE_LABEL * 0.8, SIZE_LABEL,
			  label->lines[0]);
	if (text) {
		text->angle = -45;
		text->anchor = SCENE_ENDING;
		text->is_bold = true;
		text->where = where;
	}
	return (label->width + SIZE_LABEL) * SLANT + SIZE_LABEL;
}

static void draw_captions(struct map *map)
{
	double y = map->frame.y + RULE_GAP, height = 0;

	for (uint32_t k = 0, end; k < map->n_cols; k = end) {
		double left = map->cells_left + k * map->col_width + CELL_GAP, right, own;
		struct scene_shape *rule;

		end = end_of(map, k);
		right = map->cells_left + end * map->col_width - CELL_GAP;
		if (!has_caption(map, k))
			continue;
		rule = scene_line(map->frame.scene, left, y, right, y);
		if (rule) {
			rule->stroke = PALETTE_EDGE;
			rule->where = chart_frame_at(MR_AT_CATEGORY, category_of(map, k), 0);
		}
		own = draw_caption(map, k, left, right, y + RULE_GAP);
		if (own > height)
			height = own;
	}
	if (height > 0)
		map->frame.y = y + RULE_GAP + height;
}

/* ---- rows */

static void draw_row(struct map *map, uint32_t i)
{
	struct scene *scene = map->frame.scene;
	const struct label *name = &map->names[i];
	const struct mr_where where = chart_frame_at(MR_AT_PRODUCT, map->products[i], 0);
	double height = name->height + 4 > ROW ? name->height + 4 : ROW;
	struct scene_shape *group =
		scene_group(scene, mr_product_at(map->frame.matrix, map->products[i])->name, "");

	if (group) {
		group->where = where;
		group->y = map->frame.y;
		group->h = height;
	}
	chart_label_draw(scene, name, map->frame.left, map->frame.y + (height - name->height) / 2,
			 SCENE_START, PALETTE_TEXT, where);
	for (uint32_t k = 0; k < map->n_cols; k++)
		map->look->cell(map, i, k, map->frame.y, height);
	scene_end(scene);
	map->frame.y += height;
}

void chart_turned_draw(struct map *map)
{
	uint32_t since = 0;

	for (uint32_t i = 0; i < map->n_rows && !map->frame.scene->failed; i++) {
		/* in a tall picture the names come again */
		if (since++ >= HEADS_AGAIN && map->n_rows - i >= HEADS_AGAIN / 2) {
			map->frame.y += ROW / 2;
			chart_heads_draw(map);
			map->frame.y += map->head_height;
			since = 1;
		}
		draw_row(map, i);
	}
	draw_captions(map);
}
