/* SPDX-License-Identifier: MIT */
#include "pdf/book/pdf_chart.h"

#include "common/chart/chart.h"

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

void pdf_chart_make(struct pdf_book *book)
{
	struct scene_measure measure = {width_of, book->shape};
	struct chart_options chart = CHART_OPTIONS_INIT;

	/* with a ranking, whose intervals are a chart already, the summary stays on the first sheet without one */
	if (!book->options.has_cover || book->matrix->ranking)
		return;
	scene_release(&book->chart);
	scene_init(&book->chart, &measure);
	chart.width = book->body.width;
	chart.height = book->body.height * 0.5;
	chart.theme = book->options.theme == PDF_THEME_INK ? PALETTE_PRINT : PALETTE_LIGHT;
	chart.is_bare = true;
	chart.is_coverage_told = true; /* below the table of counts */
	chart.is_transparent = true;
	chart_draw(CHART_COVERAGE, book->matrix, &chart, &book->chart);
}

void pdf_chart_report(const struct pdf_book *book)
{
	if (book->chart.failed)
		book->job->diag(book->job, MR_NOTE, NULL, "the summary has no chart: %s",
				book->chart.problem);
}
