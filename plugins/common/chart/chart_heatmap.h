/* SPDX-License-Identifier: MIT */
/*
 * chart_heatmap - what the layouts of the heat map share: rows of features with names (chart_rows.c), of
 * products (chart_turned.c), and the overview of thin rows (chart_overview.c), all below the heads of
 * their columns (chart_heads.c).
 *
 * In a map i counts what stands below each other and k what stands beside: features and products, in a
 * turned one products and features.
 */
#ifndef COMMON_CHART_HEATMAP_H
#define COMMON_CHART_HEATMAP_H

#include "common/chart/chart_frame.h"

/* More rows than this become an overview, unless chart_options asks for a part of them. */
#define CHART_HEATMAP_DETAIL_ROWS 400

/* Columns below slanted names are no wider than this where they may choose, points. */
#define SLANTED_COL_MOST 32.0

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
	uint32_t *features, *products; /* indexes, in the order drawn */
	uint32_t n_features, n_products;
	bool is_turned;
	uint32_t n_rows, n_cols; /* below and beside each other */
	uint32_t n_facts; /* features without a status, which are left out */
	bool is_overview;
	struct label *names, *headings; /* of rows; a heading where a category begins */
	struct label *heads; /* of columns */
	struct label *captions; /* of a turned map: where a category begins */
	bool is_caption_slanted;
	bool is_slanted; /* the columns' heads */
	double name_width, head_width, head_height, overhang, col_width, cells_left;
	const uint8_t *variants; /* of statuses: chart_legend_variants() */
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

static inline uint32_t chart_heatmap_feature(const struct map *map, uint32_t i, uint32_t k)
{
	return map->features[map->is_turned ? k : i];
}

static inline uint32_t chart_heatmap_product(const struct map *map, uint32_t i, uint32_t k)
{
	return map->products[map->is_turned ? i : k];
}

static inline const struct mr_cell *chart_heatmap_cell(const struct map *map, uint32_t i,
						       uint32_t k)
{
	return mr_cell_at(map->frame.matrix, chart_heatmap_feature(map, i, k),
			  chart_heatmap_product(map, i, k));
}

static inline struct mr_where chart_heatmap_where(const struct map *map, uint32_t i, uint32_t k)
{
	return chart_frame_at(MR_AT_CELL, chart_heatmap_feature(map, i, k),
			      chart_heatmap_product(map, i, k));
}

/*
 * Upright names where all of them fit into narrow or wide columns, in the fewest lines; else slanted
 * ones, which are cut as the last resort.
 */
void chart_heads_name(struct map *map, struct scene *scene, double room);
/* How wide the columns are and how high their heads; `room` is the wanted width of all columns, 0 for none. */
void chart_heads_place(struct map *map, double room);
/* Makes columns this wide instead. */
void chart_heads_widen(struct map *map, double width);
/* Draws them at frame.y. */
void chart_heads_draw(const struct map *map);

/* Names rows and categories in lines of at most `room`; sets name_width. */
void chart_rows_name(struct map *map, struct scene *scene, double room);
void chart_rows_draw(struct map *map);
/* Names the products of a turned map; sets name_width. */
void chart_turned_name(struct map *map, struct scene *scene, double room);
/* Names the categories below it, once the columns are placed; may widen them within `room`, or name_width. */
void chart_turned_captions(struct map *map, struct scene *scene, double room);
void chart_turned_draw(struct map *map);

/* A cell of the heat map: its status. */
void chart_rows_status(struct map *map, uint32_t i, uint32_t k, double y, double height);

/* Sets name_width for the overview's category names. */
void chart_overview_names(struct map *map, struct scene *scene, double room);
void chart_overview_draw(struct map *map);

#endif
