/* SPDX-License-Identifier: MIT */
/* The columns of a heat map, and the names above them: of products, or of features in a turned one. */
#include "common/chart/chart_heatmap.h"

#define SLANTED_COL 19.0
#define LEAST_COL 24.0
#define NARROW_COL 60.0
#define WIDE_COL 110.0
#define WIDEST_COL 170.0
#define SLANTED_WIDTH 170.0
#define WIDEST_SLANTED 330.0
#define SLANT 0.70710678 /* of 45 degrees */

static struct mr_where where_of(const struct map *map, uint32_t k)
{
	return map->is_turned ? chart_frame_at(MR_AT_FEATURE, map->features[k], 0)
			      : chart_frame_at(MR_AT_PRODUCT, map->products[k], 0);
}

/* Names all heads in lines of `width`; false where a name was cut or broken inside a word. */
static bool name_heads(struct map *map, struct scene *scene, uint32_t max_lines, double width)
{
	const struct label_style style = {SIZE_LABEL, max_lines > 1, max_lines, width};
	const uint32_t before = scene->n_shortened;
	bool is_good = true;

	map->heads = map->is_turned ? chart_frame_name_features(scene, map->frame.matrix,
								map->features, map->n_cols, style)
				    : chart_frame_name_products(scene, map->frame.matrix,
								map->products, map->n_cols, style);
	map->head_width = 0;
	for (uint32_t k = 0; map->heads && k < map->n_cols; k++) {
		is_good = is_good && !map->heads[k].is_broken && !map->heads[k].is_shortened;
		if (map->heads[k].width > map->head_width)
			map->head_width = map->heads[k].width;
	}
	/* names that are made anew are not cut yet */
	if (!is_good)
		scene->n_shortened = before;
	return is_good;
}

void chart_heads_name(struct map *map, struct scene *scene, double room)
{
	static const struct {
		uint32_t n_lines;
		double width;
	} tries[] = {{3, NARROW_COL},
		     {3, WIDE_COL},
		     {LABEL_MAX_LINES, WIDE_COL},
		     {LABEL_MAX_LINES, WIDEST_COL}};
	const uint32_t before = scene->n_shortened;
	double most = room / map->n_cols - 8;

	for (size_t i = 0; i < sizeof(tries) / sizeof(*tries) && most >= LEAST_COL; i++) {
		/* tall heads above narrow columns read worse than slanted ones */
		if (tries[i].n_lines > 3 && most < WIDE_COL)
			break;
		if (name_heads(map, scene, tries[i].n_lines,
			       most < tries[i].width ? most : tries[i].width))
			return;
	}
	map->is_slanted = true;
	if (name_heads(map, scene, 1, SLANTED_WIDTH))
		return;
	name_heads(map, scene, 1, WIDEST_SLANTED);
	for (uint32_t k = 0; map->heads && k < map->n_cols; k++)
		if (map->heads[k].is_shortened && scene->n_shortened++ == before)
			scene->first_shortened = where_of(map, k);
}

/* How far the slanted names reach beyond the last column. */
static double overhang_of(const struct map *map)
{
	double overhang = 0;

	for (uint32_t k = 0; k < map->n_cols; k++) {
		double right = (map->heads[k].width + SIZE_LABEL) * SLANT;
		double left = (map->n_cols - k - 0.5) * map->col_width;

		if (right - left > overhang)
			overhang = right - left;
	}
	return overhang;
}

void chart_heads_widen(struct map *map, double width)
{
	map->col_width = width;
	map->overhang = map->is_slanted ? overhang_of(map) : 0;
}

/* Columns below slanted names become wider where a width is wanted that they do not fill. */
static void place_slanted(struct map *map, double room)
{
	double width;

	map->head_height = (map->head_width + SIZE_LABEL) * SLANT + 4;
	chart_heads_widen(map, SLANTED_COL);
	width = (room - map->overhang) / map->n_cols;
	if (width > SLANTED_COL)
		chart_heads_widen(map, width < SLANTED_COL_MOST ? width : SLANTED_COL_MOST);
}

void chart_heads_place(struct map *map, double room)
{
	double tallest = 0;

	if (map->is_slanted) {
		place_slanted(map, room);
		return;
	}
	for (uint32_t k = 0; k < map->n_cols; k++)
		if (map->heads[k].height > tallest)
			tallest = map->heads[k].height;
	map->col_width = map->head_width + 8 > LEAST_COL ? map->head_width + 8 : LEAST_COL;
	map->head_height = tallest + 3;
}

void chart_heads_draw(const struct map *map)
{
	struct scene *scene = map->frame.scene;
	double bottom = map->frame.y + map->head_height;

	for (uint32_t k = 0; k < map->n_cols; k++) {
		const struct label *head = &map->heads[k];
		const struct mr_where where = where_of(map, k);
		double middle = map->cells_left + (k + 0.5) * map->col_width;
		struct scene_shape *text;

		if (!map->is_slanted) {
			chart_label_draw(scene, head, middle, bottom - 3 - head->height,
					 SCENE_MIDDLE, PALETTE_TEXT, where);
			continue;
		}
		if (head->n_lines == 0)
			continue;
		text = scene_text(scene, middle + SIZE_LABEL * 0.3, bottom - 3, SIZE_LABEL,
				  head->lines[0]);
		if (text) {
			text->angle = -45;
			text->where = where;
		}
	}
}
