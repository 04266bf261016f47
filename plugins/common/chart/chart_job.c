/* SPDX-License-Identifier: MIT */
#include "common/change/changes.h"
#include "common/chart/chart_job.h"
#include "common/ranking/ranked.h"

#include <string.h>

#include "common/bytes/image.h"
#include "common/chart/chart_heatmap.h"
#include "common/chart/chart_slope.h"
#include "common/scene/accent.h"
#include "common/write/number.h"

#define MOST_PARTS 999
#define DETAILED_ROWS 300 /* recommended: what still prints on a poster */

struct run {
	struct mr_job *job;
	const struct chart_request *request;
	uint32_t n_painted;
};

void chart_job_request(struct mr_job *job, struct chart_request *request)
{
	int64_t chart = mr_option_value(job, CHART_OPTION_CHART)->integer;
	int64_t theme = mr_option_value(job, CHART_OPTION_THEME)->integer;

	*request = (struct chart_request){.options = CHART_OPTIONS_INIT};
	request->is_all = chart >= CHART_N_KINDS;
	request->kind = request->is_all ? CHART_COVERAGE : (enum chart_kind)chart;
	/* what a format has beyond these themes it makes of the light one */
	request->options.theme =
		theme < PALETTE_N_THEMES ? (enum palette_theme)theme : PALETTE_LIGHT;
	request->options.order =
		(enum chart_order)mr_option_value(job, CHART_OPTION_ORDER)->integer;
	request->options.clock = job->clock;
	request->options.scale = mr_option_value(job, CHART_OPTION_SCALE)->number;
	request->options.is_transparent =
		mr_option_value(job, CHART_OPTION_TRANSPARENT)->integer != 0;
	request->font = mr_option_value(job, CHART_OPTION_FONT)->text;
	request->n_rows = (uint32_t)mr_option_value(job, CHART_OPTION_ROWS)->integer;
	request->n_columns = (uint32_t)mr_option_value(job, CHART_OPTION_COLUMNS)->integer;
	request->options.is_turned = mr_option_value(job, CHART_OPTION_TURN)->integer != 0;
	if (request->kind != CHART_RANKING && !request->is_all)
		ranked_not_shown(job, "the chart ranking, text and json show it");
	if (request->kind != CHART_HEATMAP && request->kind != CHART_SLOPE && !request->is_all)
		changes_not_shown(job, "the charts heatmap and slope show it");
	if (request->kind == CHART_MATRIX && request->n_rows > 0)
		job->diag(job, MR_WARNING, NULL,
			  "rows has no effect on the chart matrix, which is one picture of all "
			  "pairs: --products chooses some");
	if (!request->is_all && !chart_has_columns(request->kind) &&
	    (request->n_columns > 0 || request->options.is_turned))
		job->diag(job, MR_WARNING, NULL,
			  "%s has no effect on the chart %s: heatmap and evidence have columns",
			  request->options.is_turned ? "turn" : "columns",
			  chart_name(request->kind));
	if (request->kind == CHART_SLOPE && request->options.order == CHART_ORDER_VALUE)
		job->diag(job, MR_WARNING, NULL,
			  "order has no effect on the chart slope, in which a product's place is "
			  "its coverage");
}

/* A note for each ground that words stand on. */
static void report_accent(struct mr_job *job, const struct chart_request *request)
{
	enum palette_theme theme = request->options.theme;

	if (request->brand.has_accent)
		accent_report(job, request->brand.accent, palette_rgb(theme, PALETTE_PAPER),
			      theme == PALETTE_DARK ? "the dark ground" : "white");
}

int chart_job_brand(struct mr_job *job, uint32_t first, struct chart_request *request)
{
	struct brand *brand = &request->brand;
	uint32_t width, height;

	if (brand_read(job, first, brand) != 0)
		return -1;
	request->options.brand = brand;
	report_accent(job, request);
	if (brand->logo.n == 0 || image_measure(brand->logo, &width, &height))
		return 0;
	if (!image_media_type(brand->logo)) {
		job->diag(job, MR_ERROR, NULL, "option 'logo': %s is no picture", brand->logo_name);
		return -1;
	}
	job->diag(job, MR_WARNING, NULL,
		  "option 'logo': %s is %s and does not say how large it is; it is left out",
		  brand->logo_name, image_media_type(brand->logo));
	return 0;
}

/* How many pictures hold `all` things of which `wanted` (0: all) stand in one; in *n_items how many that are (0: all). */
static uint32_t divide(uint32_t all, uint32_t wanted, uint32_t *n_items)
{
	*n_items = 0;
	if (wanted == 0 || wanted >= all)
		return 1;
	*n_items = wanted;
	return (all + wanted - 1) / wanted;
}

/* "", "heatmap" or "heatmap-03"; returns `name`. */
static const char *name_part(char name[64], const struct run *run, enum chart_kind kind,
			     const struct chart_options *options)
{
	char number[NUMBER_SIZE];
	size_t n = 0, n_digits, n_most;

	name[0] = '\0';
	if (!run->request->is_all && options->n_parts < 2)
		return name;
	n = strlen(chart_name(kind));
	memcpy(name, chart_name(kind), n + 1);
	if (options->n_parts < 2)
		return name;
	name[n++] = '-';
	/* as many digits as the last has, so that the names sort */
	n_most = number_unsigned(number, options->n_parts);
	n_digits = number_unsigned(number, options->part + 1);
	for (size_t i = n_digits; i < n_most; i++)
		name[n++] = '0';
	memcpy(name + n, number, n_digits + 1);
	return name;
}

static void report_shortened(struct mr_job *job, const struct scene *scene, enum chart_kind kind)
{
	if (scene->n_shortened == 0)
		return;
	job->diag(job, MR_NOTE, &scene->first_shortened,
		  "%s: %u label%s shortened to fit; this is the first", chart_name(kind),
		  (unsigned)scene->n_shortened, scene->n_shortened == 1 ? " is" : "s are");
}

static void report_unnamed(struct mr_job *job, const struct scene *scene, enum chart_kind kind)
{
	if (scene->n_unnamed > 0)
		job->diag(job, MR_NOTE, NULL,
			  "%s: %u features are too many for names and signs, only colours are "
			  "shown: rows=%u makes pictures that have them",
			  chart_name(kind), (unsigned)scene->n_unnamed, DETAILED_ROWS);
}

static int draw_one(struct run *run, enum chart_kind kind, const struct chart_options *options)
{
	struct mr_job *job = run->job;
	struct scene scene;
	char name[64];
	int status = 0;

	scene_init(&scene, run->request->measure);
	chart_draw(kind, job->matrix, options, &scene);
	if (scene.failed) {
		/* of all charts, one that does not suit the selection is left out */
		job->diag(job, run->request->is_all ? MR_WARNING : MR_ERROR, NULL,
			  run->request->is_all ? "%s is left out: %s" : "%s: %s", chart_name(kind),
			  scene.problem);
		status = run->request->is_all ? 0 : -1;
	} else {
		report_shortened(job, &scene, kind);
		report_unnamed(job, &scene, kind);
		status = run->request->paint(job, &scene, name_part(name, run, kind, options),
					     run->request->user);
		run->n_painted++;
	}
	scene_release(&scene);
	return status;
}

/* The pictures of a chart: row by row, and within a row from its start. */
static int draw_kind(struct run *run, enum chart_kind kind)
{
	const struct chart_request *request = run->request;
	struct chart_options options = request->options;
	uint32_t below = chart_items(kind, run->job->matrix);
	uint32_t beside = chart_across(kind, run->job->matrix), n_beside;
	bool is_turned = options.is_turned && chart_has_columns(kind);

	options.n_parts = divide(is_turned ? beside : below, request->n_rows, &options.n_items);
	n_beside = divide(is_turned ? below : beside, request->n_columns, &options.n_across);
	if ((uint64_t)options.n_parts * n_beside > MOST_PARTS) {
		run->job->diag(run->job, MR_ERROR, NULL,
			       "%s: rows=%u and columns=%u make more than %u pictures: raise them",
			       chart_name(kind), (unsigned)request->n_rows,
			       (unsigned)request->n_columns, MOST_PARTS);
		return -1;
	}
	options.n_parts *= n_beside;
	for (options.part = 0; options.part < options.n_parts; options.part++) {
		options.first_item = options.part / n_beside * options.n_items;
		options.first_across = options.part % n_beside * options.n_across;
		run->job->progress(run->job, options.part, options.n_parts);
		if (draw_one(run, kind, &options) != 0)
			return -1;
	}
	return 0;
}

int chart_job_run(struct mr_job *job, const struct chart_request *request)
{
	struct run run = {.job = job, .request = request};

	if (!request->is_all)
		return draw_kind(&run, request->kind);
	for (int kind = 0; kind < CHART_N_KINDS; kind++)
		if (chart_is_for((enum chart_kind)kind, job->matrix) &&
		    draw_kind(&run, (enum chart_kind)kind) != 0)
			return -1;
	if (run.n_painted > 0)
		return 0;
	job->diag(job, MR_ERROR, NULL, "no chart can be drawn from this selection");
	return -1;
}
