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

struct map;

/* What a map of features by products shows in its cells. */
struct map_look {
	enum chart_kind kind;
	bool has_facts; /* rows without a status are drawn, too */
	void (*cell)(struct map *map, uint32_t i, uint32_t k, double y, double height);
	/* Of an overview: fill and pattern; equal ones below each other become one box */
	void (*colour)(struct map *map, uint32_t i, uint32_t k, struct scene_shape *box);
	/* A cell of the table for who cannot see it */
	const char *(*words)(struct map *map, uint32_t i, uint32_t k);
	/* Legend and remarks about it */
	void (*legend)(struct map *map);
	/* The day that ages are counted to; null where none is */
	struct mr_date (*today)(const struct mr_matrix *matrix, int64_t clock);
	/* Sentences for who cannot see it */
	const char *(*counts)(struct map *map);
	/* What is sorted by, most first */
	double (*row_value)(const struct mr_matrix *matrix, uint32_t row);
	double (*col_value)(const struct mr_matrix *matrix, uint32_t col);
};

struct map {
	const struct map_look *look;
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
	/* of evidence: the day that ages are counted to, and what is drawn */
	struct mr_date today;
	uint32_t ages; /* bits by age */
	bool has_unverified, has_unknown;
};

/* Rows that are drawn: what parts are counted in. */
uint32_t chart_heatmap_rows(const struct mr_matrix *matrix, enum chart_kind kind);

/* Any map of features by products. */
void chart_heatmap_draw(const struct mr_matrix *matrix, const struct chart_options *options,
			struct scene *scene, const struct map_look *look);

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
/* A cell of the heat map: its status. */
void chart_rows_status(struct map *map, uint32_t i, uint32_t k, double y, double height);

/* Sets name_width for the overview's category names. */
void chart_overview_names(struct map *map, struct scene *scene, double room);
void chart_overview_draw(struct map *map);

#endif
