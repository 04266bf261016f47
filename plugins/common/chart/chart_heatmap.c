/* SPDX-License-Identifier: MIT */
/*
 * Features by products: a coloured cell with the status's symbol, grouped by category.
 *
 * Two layouts.  Up to DETAIL_ROWS rows each row has its name and each cell its symbol, and the
 * picture grows with them.  Beyond, the rows become thin lines of colour without symbols, named by
 * their categories: an overview in one picture, which says so; whoever wants the names divides into
 * parts.
 * Features without any status are left out, and counted in a remark.
 */
#include "common/chart/chart_heatmap.h"
#include "common/chart/chart_legend.h"
#include "common/chart/chart_words.h"
#include "common/change/changes.h"

#include <stdlib.h>

#define ROOM_COLS 760.0
#define MOST_CELLS 1000000

/* ---- what is drawn */

/* A row with what it is sorted by. */
struct ranked {
	uint32_t row, category;
	double support;
};

/* Categories stay in order; within one the rows of most support come first, equals as they were. */
static int by_support(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;

	if (a->category != b->category)
		return a->category < b->category ? -1 : 1;
	if (a->support < b->support || a->support > b->support)
		return a->support > b->support ? -1 : 1;
	return a->row < b->row ? -1 : a->row > b->row;
}

static void sort_rows(struct map *map, struct scene *scene)
{
	struct ranked *all = scene_alloc(scene, map->n_rows * sizeof(*all));

	if (!all)
		return;
	for (uint32_t i = 0; i < map->n_rows; i++) {
		const struct mr_feature *feature = mr_feature_at(map->frame.matrix, map->rows[i]);

		all[i] = (struct ranked){map->rows[i], feature->category,
					 map->look->row_value(map->frame.matrix, map->rows[i])};
	}
	qsort(all, map->n_rows, sizeof(*all), by_support);
	for (uint32_t i = 0; i < map->n_rows; i++)
		map->rows[i] = all[i].row;
}

uint32_t chart_heatmap_rows(const struct mr_matrix *matrix, enum chart_kind kind)
{
	uint32_t n = 0;

	if (kind == CHART_EVIDENCE)
		return matrix->features.n;
	for (uint32_t row = 0; row < matrix->features.n; row++)
		n += !mr_feature_at(matrix, row)->is_fact;
	return n;
}

/* The rows that are counted, sorted as a whole, of which a part is kept. */
static void choose_rows(struct map *map, struct scene *scene, const struct chart_options *options)
{
	const struct mr_matrix *m = map->frame.matrix;
	uint32_t first;

	map->rows = scene_alloc(scene, m->features.n * sizeof(*map->rows));
	for (uint32_t row = 0; map->rows && row < m->features.n; row++)
		if (mr_feature_at(m, row)->is_fact && !map->look->has_facts)
			map->n_facts++;
		else
			map->rows[map->n_rows++] = row;
	if (!map->rows)
		return;
	if (options->order == CHART_ORDER_VALUE)
		sort_rows(map, scene);
	map->n_rows = chart_frame_taken(options, map->n_rows, &first);
	map->rows += first;
}

/* ---- together */

/* What a cell is, and in brackets what it was. */
static const char *words_of(struct map *map, uint32_t i, uint32_t k)
{
	const struct mr_matrix *m = map->frame.matrix;
	const char *now = chart_heatmap_cell(map, i, k)->text->plain;
	const char *was;

	if (!mr_was_other(mr_was_cell(m, map->rows[i], map->cols[k])))
		return now;
	was = chart_frame_fill(map->frame.scene, "{a} {b}", mr_word(m, "change_was", "was"),
			       mr_then_cell(m, map->rows[i], map->cols[k])->text->plain);
	return chart_frame_fill(map->frame.scene, "{a} ({b})", now, was);
}

/* The mark of changed cells, explained. */
static void explain_changes(struct map *map)
{
	struct frame *frame = &map->frame;
	double x = frame->left, y = frame->y + 4;
	const struct scene_point points[] = {
		{x, y}, {x + SIZE_SMALL, y}, {x + SIZE_SMALL, y + SIZE_SMALL}};
	struct scene_shape *wedge = scene_polygon(frame->scene, points, 3), *words;
	char day[16];

	words = scene_text(
		frame->scene, x + SIZE_SMALL + 4, y + SIZE_SMALL, SIZE_SMALL,
		chart_frame_fill(frame->scene,
				 mr_word(frame->matrix, "changes_since", "Changes since {edition}"),
				 changes_edition(frame->matrix, day), ""));
	if (wedge)
		wedge->fill = PALETTE_TEXT;
	if (words)
		words->fill = PALETTE_MUTED;
	frame->y = y + SIZE_SMALL + 4;
}

static void table(struct map *map)
{
	struct scene *scene = map->frame.scene;
	const struct mr_matrix *m = map->frame.matrix;

	scene_table_make(scene, map->n_rows + 1, map->n_cols + 1);
	scene_table_set(scene, 0, 0, mr_word(m, "feature", "Feature"));
	for (uint32_t k = 0; k < map->n_cols; k++)
		scene_table_set(scene, 0, k + 1, mr_product_at(m, map->cols[k])->name);
	for (uint32_t i = 0; i < map->n_rows && !scene->failed; i++) {
		scene_table_set(scene, i + 1, 0, chart_frame_feature_name(scene, m, map->rows[i]));
		for (uint32_t k = 0; k < map->n_cols; k++)
			scene_table_set(scene, i + 1, k + 1, map->look->words(map, i, k));
	}
}

static void colour_status(struct map *map, uint32_t i, uint32_t k, struct scene_shape *box)
{
	uint32_t like = chart_heatmap_cell(map, i, k)->like;

	map->has_words = map->has_words || like == MR_LIKE_NONE;
	box->fill = (uint8_t)palette_fill(like);
	box->pattern = (uint8_t)chart_legend_colour_pattern(map->frame.scene->theme, like);
}

static void explain_statuses(struct map *map)
{
	struct legend_item *items;
	uint32_t n_items;

	items = map->is_overview ? chart_legend_colours(&map->frame, map->has_words, &n_items)
				 : chart_legend_statuses(&map->frame, map->has_words, &n_items);
	chart_legend_draw(&map->frame, items, n_items);
}

static const char *count_statuses(struct map *map)
{
	return chart_words_products(&map->frame, map->cols, map->n_cols);
}

static double support(const struct mr_matrix *matrix, uint32_t row)
{
	return mr_feature_at(matrix, row)->counts.coverage;
}

static void finish(struct map *map)
{
	struct scene *scene = map->frame.scene;
	const struct mr_matrix *m = map->frame.matrix;

	map->look->legend(map);
	if (map->is_overview)
		chart_frame_remark(&map->frame,
				   mr_word(m, "names_left_out",
					   "Too many features for names and signs in one picture: "
					   "only the colours are shown."));
	if (map->has_changes)
		explain_changes(map);
	if (map->has_weights)
		chart_frame_remark(&map->frame,
				   chart_frame_fill(scene, "\303\227: {a}",
						    mr_word(m, "weight", "Weight"), ""));
	if (map->n_facts > 0)
		chart_frame_remark(
			&map->frame,
			chart_frame_fill(scene,
					 mr_word(m, "facts_left_out",
						 "features in words only, not shown here: {n}"),
					 chart_frame_number(scene, map->n_facts), ""));
	chart_words_describe(&map->frame, map->look->counts(map));
	/* an overview has no names, and its table would be the dataset */
	if (!map->is_overview)
		table(map);
	chart_frame_end(&map->frame);
}

void chart_heatmap(const struct mr_matrix *matrix, const struct chart_options *options,
		   struct scene *scene)
{
	static const struct map_look look = {.kind = CHART_HEATMAP,
					     .cell = chart_rows_status,
					     .colour = colour_status,
					     .words = words_of,
					     .legend = explain_statuses,
					     .counts = count_statuses,
					     .row_value = support,
					     .col_value = chart_frame_coverage};

	chart_heatmap_draw(matrix, options, scene, &look);
}

void chart_heatmap_draw(const struct mr_matrix *matrix, const struct chart_options *options,
			struct scene *scene, const struct map_look *look)
{
	struct chart_options whole = *options;
	struct map map = {.look = look, .frame = {.matrix = matrix}};
	double room = chart_frame_room(options, 0);
	double name_room = room > 0 && room * 0.45 < 230 ? room * 0.45 : 230;

	/* the parts of a heat map are rows: all products stand in each */
	whole.first_item = whole.n_items = 0;
	scene->theme = options->theme;
	if (look->today)
		map.today = look->today(matrix, options->clock);
	map.cols = chart_frame_products(scene, matrix, &whole, look->col_value, &map.n_cols);
	choose_rows(&map, scene, options);
	if ((uint64_t)map.n_rows * map.n_cols > MOST_CELLS)
		scene_fail(scene,
			   chart_frame_fill(
				   scene,
				   "{a} cells are too many for one heat map (at most {b}): "
				   "divide it with rows=300, or choose some with "
				   "--categories, --features or --products",
				   chart_frame_number(scene, (uint64_t)map.n_rows * map.n_cols),
				   chart_frame_number(scene, MOST_CELLS)));
	if (scene->failed)
		return;
	map.is_overview = map.n_rows > CHART_HEATMAP_DETAIL_ROWS;
	scene->n_unnamed = map.is_overview ? map.n_rows : 0;
	map.variants = chart_legend_variants(scene, matrix);
	if (map.is_overview)
		chart_overview_names(&map, scene, name_room);
	else
		chart_rows_name(&map, scene, name_room);
	chart_heads_name(&map, scene, room > 0 ? room - map.name_width - 8 : ROOM_COLS);
	if (scene->failed)
		return;
	chart_heads_place(&map);
	chart_frame_begin(&map.frame, matrix, options, scene, look->kind,
			  map.name_width + 8 + map.n_cols * map.col_width + map.overhang);
	map.cells_left = map.frame.left + map.name_width + 8;
	if (room > 0 && !map.is_slanted)
		map.col_width = (map.frame.width - map.name_width - 8) / map.n_cols;
	chart_heads_draw(&map);
	map.frame.y += map.head_height;
	if (map.is_overview)
		chart_overview_draw(&map);
	else
		chart_rows_draw(&map);
	finish(&map);
}
