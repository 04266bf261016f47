/* SPDX-License-Identifier: MIT */
/*
 * Features by products: a coloured cell with the status's symbol, grouped by category.
 *
 * Three layouts.  Up to DETAIL_ROWS rows each row has its name and each cell its symbol, and the
 * picture grows with them.  Beyond, the rows become thin lines of colour without symbols, named by
 * their categories: an overview in one picture, which says so; whoever wants the names divides into
 * parts.  Turned, products stand below each other and features beside.
 * Features without any status are left out, and counted in a remark.
 */
#include "common/chart/chart_heatmap.h"
#include "common/chart/chart_order.h"
#include "common/chart/chart_legend.h"
#include "common/chart/chart_words.h"
#include "common/change/changes.h"
#include "common/write/weights.h"

#include <stdlib.h>

#define ROOM_COLS 760.0
#define NAME_GAP 8.0 /* between names and cells */
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

static void sort_features(struct map *map, struct scene *scene)
{
	struct ranked *all = scene_alloc(scene, map->n_features * sizeof(*all));

	if (!all)
		return;
	for (uint32_t i = 0; i < map->n_features; i++) {
		const struct mr_feature *feature =
			mr_feature_at(map->frame.matrix, map->features[i]);

		all[i] = (struct ranked){map->features[i], feature->category,
					 map->look->row_value(map->frame.matrix, map->features[i])};
	}
	qsort(all, map->n_features, sizeof(*all), by_support);
	for (uint32_t i = 0; i < map->n_features; i++)
		map->features[i] = all[i].row;
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

/* What of `n` things is drawn: those below each other, or those beside. */
static uint32_t part_of(const struct chart_options *options, bool is_below, uint32_t n,
			uint32_t *first)
{
	struct chart_options part = *options;

	if (!is_below) {
		part.first_item = options->first_across;
		part.n_items = options->n_across;
	}
	return chart_order_taken(&part, n, first);
}

/* The features that are counted, sorted as a whole, of which a part is kept. */
static void choose_features(struct map *map, struct scene *scene,
			    const struct chart_options *options)
{
	const struct mr_matrix *m = map->frame.matrix;
	uint32_t first;

	map->features = scene_alloc(scene, m->features.n * sizeof(*map->features));
	for (uint32_t row = 0; map->features && row < m->features.n; row++)
		if (mr_feature_at(m, row)->is_fact && !map->look->has_facts)
			map->n_facts++;
		else
			map->features[map->n_features++] = row;
	if (!map->features)
		return;
	if (options->order == CHART_ORDER_VALUE)
		sort_features(map, scene);
	map->n_features = part_of(options, !map->is_turned, map->n_features, &first);
	map->features += first;
}

static void choose_products(struct map *map, struct scene *scene,
			    const struct chart_options *options)
{
	struct chart_options whole = *options;
	uint32_t first;

	whole.first_item = whole.n_items = 0;
	map->products = chart_order_products(scene, map->frame.matrix, &whole, map->look->col_value,
					     &map->n_products);
	if (!map->products)
		return;
	map->n_products = part_of(options, map->is_turned, map->n_products, &first);
	map->products += first;
}

/* ---- together */

/* What a cell is, and in brackets what it was. */
static const char *words_of(struct map *map, uint32_t i, uint32_t k)
{
	const struct mr_matrix *m = map->frame.matrix;
	const struct mr_where at = chart_heatmap_where(map, i, k);
	const char *now = chart_heatmap_cell(map, i, k)->text->plain;
	const char *was;

	if (!mr_was_other(mr_was_cell(m, at.index, at.second)))
		return now;
	was = chart_frame_fill(map->frame.scene, "{a} {b}", mr_word(m, "change_was", "was"),
			       mr_then_cell(m, at.index, at.second)->text->plain);
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

/* What stands before row i, and above column k, of the table. */
static const char *row_name(struct map *map, uint32_t i)
{
	const struct mr_matrix *m = map->frame.matrix;

	return map->is_turned ? mr_product_at(m, map->products[i])->name
			      : chart_frame_feature_name(map->frame.scene, m, map->features[i]);
}

static const char *column_name(struct map *map, uint32_t k)
{
	const struct mr_matrix *m = map->frame.matrix;

	return map->is_turned ? chart_frame_feature_name(map->frame.scene, m, map->features[k])
			      : mr_product_at(m, map->products[k])->name;
}

static void table(struct map *map)
{
	struct scene *scene = map->frame.scene;
	const struct mr_matrix *m = map->frame.matrix;

	scene_table_make(scene, map->n_rows + 1, map->n_cols + 1);
	scene_table_set(scene, 0, 0,
			map->is_turned ? mr_word(m, "product", "Product")
				       : mr_word(m, "feature", "Feature"));
	for (uint32_t k = 0; k < map->n_cols; k++)
		scene_table_set(scene, 0, k + 1, column_name(map, k));
	for (uint32_t i = 0; i < map->n_rows && !scene->failed; i++) {
		scene_table_set(scene, i + 1, 0, row_name(map, i));
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
	return chart_words_products(&map->frame, map->products, map->n_products);
}

static double support(const struct mr_matrix *matrix, uint32_t row)
{
	return mr_feature_at(matrix, row)->counts.coverage;
}

/* Whether a name shows its feature's weight. */
static bool has_weights(const struct map *map)
{
	const uint32_t n = map->is_turned ? map->n_cols : map->n_rows;

	for (uint32_t i = 0; i < n && !map->is_overview; i++)
		if (weights_has_mark(mr_feature_at(map->frame.matrix, map->features[i])))
			return true;
	return false;
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
	if (has_weights(map))
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
					     .col_value = chart_order_coverage};

	chart_heatmap_draw(matrix, options, scene, &look);
}

/* What stands where; fails for what no picture can hold. */
static void choose(struct map *map, struct scene *scene, const struct chart_options *options)
{
	map->is_turned = options->is_turned;
	choose_products(map, scene, options);
	choose_features(map, scene, options);
	map->n_rows = map->is_turned ? map->n_products : map->n_features;
	map->n_cols = map->is_turned ? map->n_features : map->n_products;
	if ((uint64_t)map->n_rows * map->n_cols > MOST_CELLS)
		scene_fail(scene,
			   chart_frame_fill(
				   scene,
				   "{a} cells are too many for one heat map (at most {b}): "
				   "divide it with rows=300, or choose some with "
				   "--categories, --features or --products",
				   chart_frame_number(scene, (uint64_t)map->n_rows * map->n_cols),
				   chart_frame_number(scene, MOST_CELLS)));
	/* products are never too many for their names */
	map->is_overview = !map->is_turned && map->n_rows > CHART_HEATMAP_DETAIL_ROWS;
	scene->n_unnamed = map->is_overview ? map->n_rows : 0;
}

/* Names of all rows and columns, and with them all widths. */
static void name(struct map *map, struct scene *scene, const struct chart_options *options)
{
	double room = chart_frame_room(options, 0);
	double name_room = room > 0 && room * 0.45 < 230 ? room * 0.45 : 230;

	if (map->is_turned)
		chart_turned_name(map, scene, name_room);
	else if (map->is_overview)
		chart_overview_names(map, scene, name_room);
	else
		chart_rows_name(map, scene, name_room);
	chart_heads_name(map, scene, room > 0 ? room - map->name_width - NAME_GAP : ROOM_COLS);
	if (scene->failed)
		return;
	room = room > 0 ? room - map->name_width - NAME_GAP : 0;
	/* in a document columns below slanted names stay as narrow as they are */
	chart_heads_place(map, options->is_bare ? 0 : room);
	if (map->is_turned)
		chart_turned_captions(map, scene, room);
}

void chart_heatmap_draw(const struct mr_matrix *matrix, const struct chart_options *options,
			struct scene *scene, const struct map_look *look)
{
	struct map map = {.look = look, .frame = {.matrix = matrix}};

	scene->theme = options->theme;
	if (look->today)
		map.today = look->today(matrix, options->clock);
	choose(&map, scene, options);
	if (scene->failed)
		return;
	map.variants = chart_legend_variants(scene, matrix);
	name(&map, scene, options);
	if (scene->failed)
		return;
	chart_frame_begin(&map.frame, matrix, options, scene, look->kind,
			  map.name_width + NAME_GAP + map.n_cols * map.col_width + map.overhang);
	map.cells_left = map.frame.left + map.name_width + NAME_GAP;
	if (options->width > 0 && !map.is_slanted)
		map.col_width = (map.frame.width - map.name_width - NAME_GAP) / map.n_cols;
	chart_heads_draw(&map);
	map.frame.y += map.head_height;
	if (map.is_turned)
		chart_turned_draw(&map);
	else if (map.is_overview)
		chart_overview_draw(&map);
	else
		chart_rows_draw(&map);
	finish(&map);
}
