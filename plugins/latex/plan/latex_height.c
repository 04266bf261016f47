/* SPDX-License-Identifier: MIT */
#include "latex/plan/latex_height.h"

#include "latex/letters/latex_measure.h"

/* Bold against roman. */
#define BOLD(width) ((width) + (width) / 7)
/* \extrarowheight and what struts add to a row; the space before a category. */
#define ROW_EXTRA 1.8
#define CATEGORY_EXTRA 6.0

static uint32_t text_lines(const struct latex_plan *plan, const struct mr_text *text,
			   uint32_t indent, uint32_t width)
{
	const struct latex_extent *extent = latex_words_extent(plan->texts, text);

	if (extent->natural + indent <= width)
		return 1;
	return latex_measure_lines(text->plain, indent, width, plan->texts->ink.has_font);
}

static uint32_t row_lines(const struct latex_plan *plan, uint32_t row, uint32_t first, uint32_t n,
			  const uint32_t *widths)
{
	const struct mr_matrix *m = plan->job->matrix;
	const struct mr_feature *feature = mr_feature_at(m, row);
	uint32_t most = text_lines(plan, feature->name, 0, widths[0]);

	if (!mr_text_is_empty(feature->description))
		most += text_lines(plan, feature->description, 0, widths[0]);
	for (uint32_t i = 0; i < n; i++) {
		const struct mr_cell *cell = mr_cell_at(m, row, first + i);
		uint32_t lines = text_lines(plan, cell->text, latex_cell_indent(plan->texts, cell),
					    widths[i + 1]);

		if (lines > most)
			most = lines;
	}
	return most;
}

static double leading(const struct latex_plan *plan)
{
	return plan->request.sizes[plan->layout.size].leading;
}

double latex_height_lines(const struct latex_plan *plan, double n_lines)
{
	return n_lines * leading(plan) + ROW_EXTRA;
}

double latex_height_row(const struct latex_plan *plan, uint32_t row, uint32_t first, uint32_t n,
			const uint32_t *widths)
{
	return latex_height_lines(plan, row_lines(plan, row, first, n, widths));
}

double latex_height_paragraph(const struct latex_plan *plan, uint32_t width)
{
	double line = plan->layout.measure * 1000 / plan->layout.em * LATEX_HEIGHT_TRUST;

	return leading(plan) * (1 + (double)(uint64_t)(width / line));
}

double latex_height_category(const struct latex_plan *plan, uint32_t category)
{
	const struct mr_category *c = mr_category_at(plan->job->matrix, category);
	double height;

	if (mr_text_is_empty(c->name))
		return 0;
	height = latex_height_paragraph(plan,
					BOLD(latex_words_extent(plan->texts, c->name)->natural));
	if (!mr_text_is_empty(c->description))
		height += latex_height_paragraph(
			plan, latex_words_extent(plan->texts, c->description)->natural);
	return height + CATEGORY_EXTRA + ROW_EXTRA;
}

/* Generously: a heading, and eight em for each label's sign, gap and words that are short. */
static uint32_t legend_width(const struct latex_plan *plan)
{
	const struct mr_matrix *m = plan->job->matrix;
	uint32_t width = 0;

	for (uint32_t i = 0; i < m->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(m, i);
		uint32_t label = (uint32_t)strlen(status->label) * 600 + 3000;

		if (status->is_used)
			width += label > 8000 ? label : 8000;
	}
	return width ? width + 6000 : 0;
}

uint32_t latex_height_lines_below(const struct latex_plan *plan)
{
	const struct mr_matrix *m = plan->job->matrix;
	uint32_t width = plan->wish.has_legend ? legend_width(plan) : 0;

	if (width > 0)
		return (uint32_t)(latex_height_paragraph(plan, width) / leading(plan) + 0.5);
	return m->notes.n > 0 || *m->credit.text || *m->credit.url || *m->credit.license ||
			       m->as_of.year > 0 || *m->selection.words
		       ? 2
		       : 0;
}

double latex_height_below(const struct latex_plan *plan)
{
	return leading(plan) * latex_height_lines_below(plan) + ROW_EXTRA;
}

bool latex_height_legend_fits(const struct latex_plan *plan)
{
	return plan->last_height + latex_height_below(plan) < plan->page;
}

double latex_height_apparatus(const struct latex_plan *plan)
{
	const struct mr_matrix *m = plan->job->matrix;
	uint32_t width;
	double height = latex_height_paragraph(plan, 40000);

	height += latex_height_paragraph(plan, legend_width(plan));
	for (uint32_t i = 0; i < m->notes.n; i++)
		height += latex_height_paragraph(
			plan, latex_words_extent(plan->texts, mr_note_at(m, i)->text)->natural);
	width = (uint32_t)strlen(m->selection.words) * 500;
	height += width ? latex_height_paragraph(plan, width) : 0;
	width = 0;
	for (uint32_t i = 0; i < plan->texts->links.n; i++)
		width += 2000 + (uint32_t)strlen(plan->texts->links.at[i].url) * 500;
	return height + (width ? latex_height_paragraph(plan, width) : 0);
}
