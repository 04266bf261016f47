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

#include <stdlib.h>
#include <string.h>

#include "common/write/weights.h"

#define ROW 14.0
#define HEAD_ROW 17.0
#define SLANTED_COL 19.0
#define LEAST_COL 24.0
#define NARROW_COL 60.0
#define WIDE_COL 110.0
#define ROOM_COLS 760.0
#define SYMBOL 9.0
#define MOST_PARTS 2 /* whose symbols stand side by side */
#define MOST_CELLS 1000000
#define HEADS_AGAIN 40 /* rows */
#define SLANTED_WIDTH 170.0
#define WIDEST_SLANTED 330.0
#define WIDEST_COL 170.0
#define SLANT 0.70710678 /* of 45 degrees */

static const struct mr_cell *cell_of(const struct map *map, uint32_t i, uint32_t k)
{
	return mr_cell_at(map->frame.matrix, map->rows[i], map->cols[k]);
}

/* ------------------------------------------------------------------ what is drawn */

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
	struct ranked *all = scene_alloc(scene, map->n_rows * sizeof *all);

	if (!all)
		return;
	for (uint32_t i = 0; i < map->n_rows; i++) {
		const struct mr_feature *feature = mr_feature_at(map->frame.matrix, map->rows[i]);

		all[i] = (struct ranked){map->rows[i], feature->category, feature->counts.coverage};
	}
	qsort(all, map->n_rows, sizeof *all, by_support);
	for (uint32_t i = 0; i < map->n_rows; i++)
		map->rows[i] = all[i].row;
}

uint32_t chart_heatmap_rows(const struct mr_matrix *matrix)
{
	uint32_t n = 0;

	for (uint32_t row = 0; row < matrix->features.n; row++)
		n += !mr_feature_at(matrix, row)->is_fact;
	return n;
}

/* The rows that are counted, sorted as a whole, of which a part is kept. */
static void choose_rows(struct map *map, struct scene *scene, const struct chart_options *options)
{
	const struct mr_matrix *m = map->frame.matrix;
	uint32_t first = options->first_item;

	map->rows = scene_alloc(scene, m->features.n * sizeof *map->rows);
	for (uint32_t row = 0; map->rows && row < m->features.n; row++)
		if (mr_feature_at(m, row)->is_fact)
			map->n_facts++;
		else
			map->rows[map->n_rows++] = row;
	if (!map->rows)
		return;
	if (options->order == CHART_ORDER_VALUE)
		sort_rows(map, scene);
	if (first > map->n_rows)
		first = map->n_rows;
	map->rows += first;
	map->n_rows -= first;
	if (options->n_items > 0 && options->n_items < map->n_rows)
		map->n_rows = options->n_items;
}

static bool begins_category(const struct map *map, uint32_t i)
{
	const struct mr_matrix *m = map->frame.matrix;
	uint32_t category = mr_feature_at(m, map->rows[i])->category;

	return i == 0 || category != mr_feature_at(m, map->rows[i - 1])->category;
}

static bool has_heading(const struct map *map, uint32_t i)
{
	const struct mr_matrix *m = map->frame.matrix;
	uint32_t category = mr_feature_at(m, map->rows[i])->category;

	return begins_category(map, i) && !mr_text_is_empty(mr_category_at(m, category)->name);
}

/* ------------------------------------------------------------------ columns */

/* Names all heads in lines of `width`; false where a name was cut or broken inside a word. */
static bool name_heads(struct map *map, struct scene *scene, uint32_t max_lines, double width)
{
	const struct label_style style = {SIZE_LABEL, max_lines > 1, max_lines, width};
	const uint32_t before = scene->n_shortened;
	bool is_good = true;

	map->heads =
		chart_frame_name_products(scene, map->frame.matrix, map->cols, map->n_cols, style);
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

/*
 * Upright names where all of them fit into narrow or wide columns, in the fewest lines; else slanted
 * ones, which are cut as the last resort.
 */
static void name_columns(struct map *map, struct scene *scene, double room)
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

	for (size_t i = 0; i < sizeof tries / sizeof *tries && most >= LEAST_COL; i++) {
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
			scene->first_shortened = chart_frame_at(MR_AT_PRODUCT, map->cols[k], 0);
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

static void place_columns(struct map *map)
{
	double tallest = 0;

	if (map->is_slanted) {
		map->col_width = SLANTED_COL;
		map->head_height = (map->head_width + SIZE_LABEL) * SLANT + 4;
		map->overhang = overhang_of(map);
		return;
	}
	for (uint32_t k = 0; k < map->n_cols; k++)
		if (map->heads[k].height > tallest)
			tallest = map->heads[k].height;
	map->col_width = map->head_width + 8 > LEAST_COL ? map->head_width + 8 : LEAST_COL;
	map->head_height = tallest + 3;
}

static void draw_heads(const struct map *map)
{
	struct scene *scene = map->frame.scene;
	double bottom = map->frame.y + map->head_height;

	for (uint32_t k = 0; k < map->n_cols; k++) {
		const struct label *head = &map->heads[k];
		const struct mr_where where = chart_frame_at(MR_AT_PRODUCT, map->cols[k], 0);
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

/* ------------------------------------------------------------------ rows with names */

static void name_rows(struct map *map, struct scene *scene, double room)
{
	const struct mr_matrix *m = map->frame.matrix;
	const struct label_style style = {SIZE_LABEL, false, 3, room};
	const struct label_style bold = {SIZE_LABEL, true, 2, room};
	const char **texts = scene_alloc(scene, map->n_rows * sizeof *texts);

	map->names = scene_alloc(scene, map->n_rows * sizeof *map->names);
	map->headings = scene_alloc(scene, map->n_rows * sizeof *map->headings);
	if (!texts || !map->names || !map->headings)
		return;
	for (uint32_t i = 0; i < map->n_rows; i++) {
		const struct mr_feature *feature = mr_feature_at(m, map->rows[i]);

		texts[i] = chart_frame_feature_name(scene, m, map->rows[i]);
		map->has_weights = map->has_weights || weights_has_mark(feature);
		map->names[i] = chart_label_make(scene, texts[i], style,
						 chart_frame_at(MR_AT_FEATURE, map->rows[i], 0));
		if (has_heading(map, i))
			map->headings[i] = chart_label_make(
				scene, mr_category_at(m, feature->category)->name->plain, bold,
				chart_frame_at(MR_AT_CATEGORY, feature->category, 0));
	}
	chart_label_tell_apart(scene, map->names, texts, map->n_rows);
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

static void draw_cell(struct map *map, uint32_t i, uint32_t k, double y, double height)
{
	struct scene *scene = map->frame.scene;
	const struct mr_cell *cell = cell_of(map, i, k);
	const struct mr_where where = chart_frame_at(MR_AT_CELL, map->rows[i], map->cols[k]);
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
}

static void draw_heading(struct map *map, uint32_t i)
{
	struct scene *scene = map->frame.scene;
	uint32_t category = mr_feature_at(map->frame.matrix, map->rows[i])->category;
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

static void draw_rows(struct map *map)
{
	struct scene *scene = map->frame.scene;
	const struct mr_matrix *m = map->frame.matrix;
	uint32_t since = 0;

	for (uint32_t i = 0; i < map->n_rows && !scene->failed; i++) {
		const struct label *name = &map->names[i];
		double height = name->height + 4 > ROW ? name->height + 4 : ROW;

		if (needs_heads(map, i, since++)) {
			map->frame.y += HEAD_ROW / 2;
			draw_heads(map);
			map->frame.y += map->head_height;
			since = 1;
		}
		if (begins_category(map, i)) {
			if (i > 0)
				scene_end(scene);
			begin_category(map, mr_feature_at(m, map->rows[i])->category);
		}
		if (has_heading(map, i))
			draw_heading(map, i);
		else if (begins_category(map, i) && i > 0)
			map->frame.y += HEAD_ROW / 2;
		chart_label_draw(scene, name, map->frame.left,
				 map->frame.y + (height - name->height) / 2, SCENE_START,
				 PALETTE_TEXT, chart_frame_at(MR_AT_FEATURE, map->rows[i], 0));
		for (uint32_t k = 0; k < map->n_cols; k++)
			draw_cell(map, i, k, map->frame.y, height);
		map->frame.y += height;
	}
	if (map->n_rows > 0)
		scene_end(scene);
}

/* ------------------------------------------------------------------ together */

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
			scene_table_set(scene, i + 1, k + 1, cell_of(map, i, k)->text->plain);
	}
}

static void finish(struct map *map)
{
	struct scene *scene = map->frame.scene;
	const struct mr_matrix *m = map->frame.matrix;
	struct legend_item *items;
	uint32_t n_items;

	items = map->is_overview ? chart_legend_colours(&map->frame, map->has_words, &n_items)
				 : chart_legend_statuses(&map->frame, map->has_words, &n_items);
	chart_legend_draw(&map->frame, items, n_items);
	if (map->is_overview)
		chart_frame_remark(&map->frame,
				   mr_word(m, "names_left_out",
					   "Too many features for names and signs in one picture: "
					   "only the colours are shown."));
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
	chart_words_describe(&map->frame,
			     chart_words_products(&map->frame, map->cols, map->n_cols));
	/* an overview has no names, and its table would be the dataset */
	if (!map->is_overview)
		table(map);
	chart_frame_end(&map->frame);
}

void chart_heatmap(const struct mr_matrix *matrix, const struct chart_options *options,
		   struct scene *scene)
{
	struct chart_options whole = *options;
	struct map map = {.frame = {.matrix = matrix}};
	double room = chart_frame_room(options, 0);
	double name_room = room > 0 && room * 0.45 < 230 ? room * 0.45 : 230;

	/* the parts of a heat map are rows: all products stand in each */
	whole.first_item = whole.n_items = 0;
	scene->theme = options->theme;
	map.cols = chart_frame_products(scene, matrix, &whole, &map.n_cols);
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
		name_rows(&map, scene, name_room);
	name_columns(&map, scene, room > 0 ? room - map.name_width - 8 : ROOM_COLS);
	if (scene->failed)
		return;
	place_columns(&map);
	chart_frame_begin(&map.frame, matrix, options, scene, CHART_HEATMAP,
			  map.name_width + 8 + map.n_cols * map.col_width + map.overhang);
	map.cells_left = map.frame.left + map.name_width + 8;
	if (room > 0 && !map.is_slanted)
		map.col_width = (map.frame.width - map.name_width - 8) / map.n_cols;
	draw_heads(&map);
	map.frame.y += map.head_height;
	if (map.is_overview)
		chart_overview_draw(&map);
	else
		draw_rows(&map);
	finish(&map);
}
