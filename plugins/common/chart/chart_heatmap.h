/* SPDX-License-Identifier: MIT */
/*
 * chart_heatmap - what the two layouts of the heat map share: rows with names (chart_rows.c) and
 * the overview of thin rows (chart_overview.c), both below the heads of their columns (chart_heads.c).
 */
#ifndef COMMON_CHART_HEATMAP_H
#define COMMON_CHART_HEATMAP_H

#include "common/chart/chart_frame.h"

/* More rows than this become an overview, unless chart_options asks for a part of them. */
#define CHART_HEATMAP_DETAIL_ROWS 400

struct map {
	struct frame frame;
	uint32_t *rows, *cols; /* indexes of features and products, in the order drawn */
	uint32_t n_rows, n_cols;
	uint32_t n_facts; /* features without a status, which are left out */
	bool is_overview;
	struct label *names, *headings; /* of rows; a heading where a category begins */
	struct label *heads; /* of columns */
	bool is_slanted; /* the columns' heads */
	double name_width, head_width, head_height, overhang, col_width, cells_left;
	const uint8_t *variants; /* of statuses: chart_legend_variants() */
	bool has_weights; /* a name has its feature's weight */
	bool has_words; /* a cell has words and no status */
	bool has_changes; /* a cell is marked as changed since the older edition */
};

/* Rows that have a status: what parts are counted in. */
uint32_t chart_heatmap_rows(const struct mr_matrix *matrix);

static inline const struct mr_cell *chart_heatmap_cell(const struct map *map, uint32_t i,
						       uint32_t k)
{
	return mr_cell_at(map->frame.matrix, map->rows[i], map->cols[k]);
}

/*
 * Upright names where all of them fit into narrow or wide columns, in the fewest lines; else slanted
 * ones, which are cut as the last resort.
 */
void chart_heads_name(struct map *map, struct scene *scene, double room);
/* How wide the columns are and how high their heads. */
void chart_heads_place(struct map *map);
/* Draws them at frame.y. */
void chart_heads_draw(const struct map *map);

/* Names rows and categories in lines of at most `room`; sets name_width. */
void chart_rows_name(struct map *map, struct scene *scene, double room);
void chart_rows_draw(struct map *map);

/* Sets name_width for the overview's category names. */
void chart_overview_names(struct map *map, struct scene *scene, double room);
void chart_overview_draw(struct map *map);

#endif
