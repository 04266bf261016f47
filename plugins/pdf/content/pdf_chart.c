/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_chart.h"

#include <stdlib.h>
#include <string.h>

#include "common/chart/chart_frame.h"

#define HEADING_ROOM 3.5f /* em above a chart */
#define ROW_LEAST 10.0 /* points: no row or product of a chart is lower */
#define TRIES 8

/* The width of a label as it will be painted; `user` is a struct shape. */
static double width_of(void *user, const char *text, size_t n, double size, bool is_bold)
{
	struct shape_span span = {
		.text = text, .n = (uint32_t)n, .style = is_bold ? SHAPE_BOLD : SHAPE_REGULAR};
	struct shape_par *par = shape_par_new(user, &span, 1, SHAPE_AUTO);
	double width = par ? shape_par_max_width(par) * size / 1000 : 0;

	shape_par_free(par);
	return width;
}

static struct chart_options options_for(const struct pdf_book *book, const struct pdf_body *body)
{
	struct chart_options chart = CHART_OPTIONS_INIT;

	chart.width = body->width;
	chart.clock = book->job->clock;
	chart.theme = book->options.theme == PDF_THEME_INK ? PALETTE_PRINT : PALETTE_LIGHT;
	chart.is_turned = book->options.is_turned;
	chart.is_bare = true;
	chart.is_transparent = true;
	chart.is_coverage_told = book->options.has_cover; /* below the table of counts */
	return chart;
}

/* ---- the chart that is wished */

static void say_why(struct pdf_book *book, const char *why)
{
	free(book->no_figures);
	book->no_figures = strdup(why);
}

void pdf_chart_release(struct pdf_book *book)
{
	for (uint32_t i = 0; i < book->n_figures; i++)
		scene_release(&book->figures[i]);
	free(book->figures);
	free(book->no_figures);
	book->figures = NULL;
	book->n_figures = 0;
	book->no_figures = NULL;
}

/* A chart that is wider or higher than its room shrinks as a whole; no words of it may become too small. */
static bool is_readable(const struct scene *scene)
{
	for (size_t i = 0; i < scene->n_shapes; i++) {
		const struct scene_shape *shape = scene_at(scene, i);

		if (shape->kind == SCENE_TEXT && shape->size < (double)PDF_SIZE_LEAST)
			return false;
	}
	return true;
}

/* Draws all parts of `each` rows; the height of the highest, or -1 where one cannot be drawn or read. */
static double draw_parts(struct pdf_book *book, struct chart_options *options, uint32_t all,
			 uint32_t each)
{
	struct scene_measure measure = {width_of, book->shape};
	double highest = 0;

	pdf_chart_release(book);
	options->n_items = each < all ? each : 0;
	options->n_parts = each < all ? (all + each - 1) / each : 1;
	book->figures = calloc(options->n_parts, sizeof(*book->figures));
	if (!book->figures) {
		book->failed = true;
		return -1;
	}
	for (uint32_t i = 0; i < options->n_parts; i++) {
		struct scene *scene = &book->figures[book->n_figures++];

		options->part = i;
		options->first_item = i * each;
		scene_init(scene, &measure);
		chart_draw((enum chart_kind)book->options.chart, book->matrix, options, scene);
		if (scene->failed || !is_readable(scene)) {
			say_why(book, scene->failed
					      ? scene->problem
					      : "its words would be smaller than six points on "
						"this paper (larger paper, --products or "
						"--categories help)");
			return -1;
		}
		highest = scene->height > highest ? scene->height : highest;
	}
	return highest;
}

/* In one picture, or in as few as have room on a page each. */
static void draw_figures(struct pdf_book *book, const struct pdf_body *body)
{
	struct chart_options options = options_for(book, body);
	enum chart_kind kind = (enum chart_kind)book->options.chart;
	uint32_t all = book->options.is_turned && chart_has_columns(kind)
			       ? chart_across(kind, book->matrix)
			       : chart_items(kind, book->matrix);
	float size = book->options.size > PDF_SIZE_MOST ? book->options.size : PDF_SIZE_MOST;
	double room = (double)(body->height - HEADING_ROOM * size);
	uint32_t most = room > ROW_LEAST ? (uint32_t)(room / ROW_LEAST) : 1;
	uint32_t each = all < most ? all : most;

	/* a little smaller, as long as it can be read, rather than divided */
	options.height = room;
	if (draw_parts(book, &options, all, each ? each : 1) >= 0)
		return;
	for (int i = 0; i < TRIES; i++) {
		double height;

		options.height = each <= 1 || i + 1 == TRIES ? room : 0;
		height = draw_parts(book, &options, all, each ? each : 1);
		if (height <= 0 || height <= room)
			return; /* negative: nothing was drawn, which draw_parts() has told */
		height = (double)each * room / height;
		each = height < each ? (uint32_t)height : each - 1;
		each = each > 0 ? (all + (all + each - 1) / each - 1) / ((all + each - 1) / each)
				: 1;
	}
}

static void make_figures(struct pdf_book *book, const struct pdf_body *body)
{
	pdf_chart_release(book);
	/* that one stands on the summary page */
	if (book->options.chart == CHART_COVERAGE && book->options.has_cover &&
	    !book->matrix->ranking)
		return;
	draw_figures(book, body);
	if (!book->no_figures)
		return;
	for (uint32_t i = 0; i < book->n_figures; i++)
		scene_release(&book->figures[i]);
	book->n_figures = 0;
}

bool pdf_chart_fits(struct pdf_book *book, const struct pdf_body *body)
{
	make_figures(book, body);
	return !book->no_figures;
}

/* ---- the summary's */

static void make_summary(struct pdf_book *book)
{
	struct scene_measure measure = {width_of, book->shape};
	struct chart_options chart = options_for(book, &book->body);

	/* with a ranking, whose intervals are a chart already, the summary stays on the first sheet without one */
	if (!book->options.has_cover || book->matrix->ranking)
		return;
	scene_release(&book->chart);
	scene_init(&book->chart, &measure);
	chart.height = book->body.height * 0.5;
	chart_draw(CHART_COVERAGE, book->matrix, &chart, &book->chart);
}

void pdf_chart_make(struct pdf_book *book)
{
	make_summary(book);
	if (book->options.chart != PDF_NO_CHART)
		make_figures(book, &book->body);
}

static void report_shortened(const struct pdf_book *book)
{
	for (uint32_t i = 0; i < book->n_figures; i++) {
		const struct scene *scene = &book->figures[i];

		if (scene->n_shortened == 0)
			continue;
		book->job->diag(book->job, MR_NOTE, &scene->first_shortened,
				"%u labels of the chart are shortened; the table has them whole",
				(unsigned)scene->n_shortened);
		return;
	}
}

void pdf_chart_report(const struct pdf_book *book)
{
	if (book->chart.failed)
		book->job->diag(book->job, MR_NOTE, NULL, "the summary has no chart: %s",
				book->chart.problem);
	if (book->no_figures)
		book->job->diag(book->job, MR_WARNING, NULL, "the chart is left out: %s",
				book->no_figures);
	report_shortened(book);
}
