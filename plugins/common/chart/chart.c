/* SPDX-License-Identifier: MIT */
#include "common/chart/chart.h"
#include "common/chart/chart_evidence.h"
#include "common/chart/chart_frame.h"
#include "common/chart/chart_heatmap.h"
#include "common/chart/chart_slope.h"

#define MAX_PRODUCTS 700
#define MAX_PRODUCTS_MATRIX 200
#define MAX_PRODUCTS_SLOPE 200

const char *chart_name(enum chart_kind kind)
{
	static const char *const names[CHART_N_KINDS] = {"coverage", "categories", "features",
							 "heatmap",  "radar",      "matrix",
							 "slope",    "ranking",    "evidence"};

	return (unsigned)kind < CHART_N_KINDS ? names[kind] : NULL;
}

bool chart_is_for(enum chart_kind kind, const struct mr_matrix *matrix)
{
	if (kind == CHART_EVIDENCE)
		return chart_evidence_is_there(matrix);
	return kind != CHART_SLOPE || matrix->since;
}

uint32_t chart_items(enum chart_kind kind, const struct mr_matrix *matrix)
{
	switch (kind) {
	case CHART_FEATURES:
	case CHART_HEATMAP:
	case CHART_EVIDENCE: return chart_heatmap_rows(matrix, kind);
	case CHART_SLOPE: return chart_slope_items(matrix);
	case CHART_MATRIX: return 1;
	default: return matrix->products.n;
	}
}

bool chart_has_columns(enum chart_kind kind)
{
	return kind == CHART_HEATMAP || kind == CHART_EVIDENCE;
}

uint32_t chart_across(enum chart_kind kind, const struct mr_matrix *matrix)
{
	return chart_has_columns(kind) ? matrix->products.n : 1;
}

/* Fails for what no layout can help. */
static void vet(enum chart_kind kind, const struct mr_matrix *m, struct scene *scene)
{
	uint32_t most = kind == CHART_MATRIX  ? MAX_PRODUCTS_MATRIX
			: kind == CHART_SLOPE ? MAX_PRODUCTS_SLOPE
					      : MAX_PRODUCTS;
	uint32_t n = kind == CHART_SLOPE ? chart_slope_items(m) : m->products.n;

	if (!chart_is_for(kind, m) && kind == CHART_EVIDENCE) {
		scene_fail(scene, "no cell of the selection has a source or a day on which "
				  "somebody verified it, so there is nothing to draw");
	} else if (!chart_is_for(kind, m)) {
		scene_fail(scene, "it shows what changed since an older edition, and none is "
				  "named: --since FILE names one");
	} else if (n > most) {
		const char *many =
			chart_frame_fill(scene, "{a} products are too many for the chart {b}",
					 chart_frame_number(scene, n), chart_name(kind));

		scene_fail(scene,
			   chart_frame_fill(scene, "{a} (at most {b}): choose some with --products",
					    many, chart_frame_number(scene, most)));
	} else if (m->counts.total == 0 && kind != CHART_EVIDENCE) {
		scene_fail(scene, "no feature of the selection has a status, so there is nothing "
				  "to draw (--features and --categories choose others)");
	}
}

void chart_draw(enum chart_kind kind, const struct mr_matrix *matrix,
		const struct chart_options *options, struct scene *scene)
{
	static void (*const charts[CHART_N_KINDS])(const struct mr_matrix *,
						   const struct chart_options *, struct scene *) = {
		[CHART_COVERAGE] = chart_coverage, [CHART_CATEGORIES] = chart_categories,
		[CHART_FEATURES] = chart_features, [CHART_HEATMAP] = chart_heatmap,
		[CHART_RADAR] = chart_radar,       [CHART_MATRIX] = chart_matrix,
		[CHART_SLOPE] = chart_slope,       [CHART_RANKING] = chart_ranking,
		[CHART_EVIDENCE] = chart_evidence,
	};
	struct chart_options unscaled = *options;

	if (!(unscaled.scale > 0))
		unscaled.scale = 1;
	unscaled.width /= unscaled.scale;
	unscaled.height /= unscaled.scale;
	vet(kind, matrix, scene);
	if (!scene->failed)
		charts[kind](matrix, &unscaled, scene);
}
