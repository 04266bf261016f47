/* SPDX-License-Identifier: MIT */
#include "pdf/book/pdf_measure.h"

#include "pdf/content/pdf_axes.h"
#include "pdf/content/pdf_cell.h"
#include "pdf/book/pdf_laid.h"
#include "pdf/content/pdf_legend.h"
#include "pdf/content/pdf_scale.h"
#include "pdf/book/pdf_slots.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SAMPLE_CELLS 12000u /* cells measured at most; rows are taken evenly */
#define WORKSHEET_SHARE 0.19f
#define BINDING_WIDTH 28.35f /* 10 mm more at the punched side */

static struct pdf_width width_of(const struct pdf_store *store, struct pdf_block block)
{
	struct pdf_width width;

	pdf_block_widths(store, &block, &width.natural, &width.word);
	return width;
}

/* The name of a row of the table. */
static struct pdf_width width_of_name(struct pdf_book *book, uint32_t line)
{
	struct pdf_laid laid = {.store = &book->store};

	if (book->options.is_turned)
		laid.block = pdf_cell_product(&book->words, &book->store, line, true);
	else
		laid = pdf_laid_cell(book, line, 0, false);
	return width_of(laid.store, laid.block);
}

static struct pdf_width width_of_cell(struct pdf_book *book, uint32_t line, uint32_t column)
{
	struct pdf_laid laid = book->options.is_turned
				       ? pdf_laid_cell(book, column, 1 + line, false)
				       : pdf_laid_cell(book, line, 1 + book->order[column], false);

	return width_of(laid.store, laid.block);
}

static void measure_rows(struct pdf_book *book, struct pdf_width *names, struct pdf_width *cells)
{
	const struct pdf_columns_in *in = &book->measure.in;

	for (uint32_t i = 0; i < in->n_rows; i++) {
		uint32_t line = (uint32_t)((uint64_t)i * in->n_all_rows / in->n_rows);

		pdf_store_clear(&book->store);
		names[i] = width_of_name(book, line);
		/* a column of signs is as wide as its head asks for */
		for (uint32_t col = 0; !in->is_slanted && col < in->n_products; col++)
			cells[(size_t)i * in->n_products + col] = width_of_cell(book, line, col);
	}
	pdf_store_clear(&book->store);
}

/* The product or feature in a column. */
static uint32_t column_of(const struct pdf_book *book, uint32_t i)
{
	return book->options.is_turned ? i : book->order[i];
}

static void measure_heads(struct pdf_book *book, struct pdf_width *heads)
{
	for (uint32_t col = 0; col < book->n_columns; col++) {
		pdf_store_clear(&book->store);
		heads[col] = width_of(&book->store, pdf_axes_head(book, column_of(book, col)));
	}
	pdf_store_clear(&book->store);
}

/* What slanted names need, and their signs with what stands behind them. */
static void measure_slanted(struct pdf_book *book, struct pdf_width *heads, float *reaches)
{
	struct pdf_columns_in *in = &book->measure.in;
	float letter = PDF_SIGN_LETTER * book->store.mark_scale;

	in->reaches = reaches;
	for (uint32_t col = 0; col < in->n_products; col++) {
		const struct pdf_sign_needs *needs = &book->signs.needs[column_of(book, col)];
		float length, thickness, pitch, signs;

		pdf_store_clear(&book->store);
		pdf_slots_slant(book, pdf_axes_slanted(book, column_of(book, col)), &length,
				&thickness);
		reaches[col] = pdf_slant_reach(length, thickness);
		pitch = pdf_slant_pitch(thickness) - in->padding / PDF_SIZE_MOST;
		signs = PDF_SIGN_SLOT + letter * (float)needs->marks;
		heads[col].natural = heads[col].word = fmaxf(pitch, fmaxf(signs, needs->words));
	}
	pdf_store_clear(&book->store);
}

static struct pdf_width width_of_word(struct pdf_book *book, const char *word)
{
	pdf_store_clear(&book->store);
	return width_of(&book->store,
			pdf_words_block(&book->store, word, SHAPE_BOLD, PDF_INK_TEXT, 1));
}

/* Two lines, or the house's one, or none. */
static float footer_height(const struct pdf_book *book, float size)
{
	const char *own = book->options.footer;
	float lines = !*own ? 2 : strcmp(own, "none") == 0 ? 0 : 1;

	return lines * PDF_LEADING * pdf_legend_size(size) + (lines > 0 ? 12 : 0);
}

static float header_height(const struct pdf_book *book, float size)
{
	return *book->options.header ? PDF_LEADING * pdf_legend_size(size) + 10 : 0;
}

/* The papers that may be chosen: upright, across, or both. */
static int make_papers(struct pdf_book *book)
{
	const struct pdf_options *o = &book->options;
	struct pdf_measure *measure = &book->measure;
	uint32_t *n = &measure->in.n_bodies;
	char problem[160] = "";

	*n = 0;
	for (int across = 0; across < 2; across++) {
		struct pdf_paper_wish wish = {.width = o->paper_width,
					      .height = o->paper_height,
					      .is_landscape = across,
					      .per_sheet = o->per_sheet,
					      .margin = o->margin,
					      .binding = o->binding,
					      .binding_width = BINDING_WIDTH};

		if (o->orientation == (across ? PDF_PORTRAIT : PDF_LANDSCAPE))
			continue;
		/* two upright pages side by side are what a sheet across is for */
		if (o->orientation == PDF_ORIENTATION_AUTO && o->per_sheet == 2 && !across)
			continue;
		if (pdf_paper_make(&wish, &measure->papers[*n], problem, sizeof(problem)) != 0)
			continue;
		measure->papers[*n].is_booklet = o->is_booklet;
		measure->papers[*n].is_rtl = book->matrix->is_rtl;
		(*n)++;
	}
	if (*n == 0) {
		book->job->diag(book->job, MR_ERROR, NULL, "%s", problem);
		return 1;
	}
	return 0;
}

/* What the footer takes: two lines, and the legend where signs need one on every page. */
static float whole_footer(const struct pdf_book *book, const struct pdf_paper *paper, float size)
{
	float width = pdf_paper_body(paper, 0).width;

	return footer_height(book, size) + pdf_legend_height(book, width, size);
}

static struct pdf_body body_of(const struct pdf_book *book, const struct pdf_paper *paper,
			       float size)
{
	return pdf_paper_body(paper, whole_footer(book, paper, size) + header_height(book, size));
}

/* The least height that the papers leave. */
static float shorter_body(const struct pdf_book *book)
{
	const struct pdf_measure *measure = &book->measure;
	float least = 0;

	for (uint32_t i = 0; i < measure->in.n_bodies; i++) {
		float height =
			pdf_paper_body(&measure->papers[i],
				       whole_footer(book, &measure->papers[i], PDF_SIZE_MOST) +
					       header_height(book, PDF_SIZE_MOST))
				.height;

		least = i == 0 || height < least ? height : least;
	}
	return least;
}

/* The largest type that slanted names may have. */
static float slant_size(const struct pdf_book *book)
{
	return book->options.size > 0 ? book->options.size : PDF_SIZE_MOST;
}

/* Whether names stand slanted: not above words, and not where one would have too many lines. */
static bool choose_slant(struct pdf_book *book)
{
	float most = 0;

	book->slant.length = book->options.has_signs
				     ? pdf_slant_length(shorter_body(book), slant_size(book))
				     : 0;
	for (uint32_t col = 0; col < book->n_columns && book->slant.length > 0; col++) {
		float natural, word;
		struct pdf_block block;

		pdf_store_clear(&book->store);
		block = pdf_axes_slanted(book, col);
		pdf_block_widths(&book->store, &block, &natural, &word);
		most = natural > most ? natural : most;
	}
	pdf_store_clear(&book->store);
	if (most > PDF_SLANT_LINES * book->slant.length)
		book->slant.length = 0;
	return book->slant.length > 0;
}

int pdf_measure_make(struct pdf_book *book, float size)
{
	const struct mr_matrix *m = book->matrix;
	uint32_t n_cells = book->n_columns ? SAMPLE_CELLS / book->n_columns : 1;
	struct pdf_measure *measure = &book->measure;
	struct pdf_columns_in *in = &measure->in;
	struct pdf_width *widths;

	pdf_measure_release(book);
	in->n_rows = book->n_lines < n_cells ? book->n_lines : n_cells;
	in->n_all_rows = book->n_lines;
	in->n_products = book->n_columns;
	in->n_pinned = book->options.is_turned ? 0 : book->n_pinned;
	in->padding = 2 * book->pad;
	measure->size = size;
	widths = calloc(((size_t)in->n_rows + 1) * (book->n_columns + 1), sizeof(*widths));
	measure->widths = widths;
	measure->needs = calloc((size_t)book->n_columns + 1, sizeof(*measure->needs));
	measure->reaches = calloc((size_t)book->n_columns + 1, sizeof(*measure->reaches));
	if (!widths || !measure->needs || !measure->reaches)
		return -1;
	if (make_papers(book) != 0)
		return 1;
	pdf_scale_small(book, size);
	in->features = widths;
	in->heads = widths + in->n_rows;
	in->cells = widths + in->n_rows + book->n_columns;
	in->is_slanted = choose_slant(book);
	measure_rows(book, widths, widths + in->n_rows + book->n_columns);
	if (in->is_slanted)
		measure_slanted(book, widths + in->n_rows, measure->reaches);
	else
		measure_heads(book, widths + in->n_rows);
	in->feature_head =
		width_of_word(book, book->options.is_turned ? mr_word(m, "product", "Product")
							    : mr_word(m, "feature", "Feature"));
	in->worksheet_head = width_of_word(book, mr_word(m, "notes", "Notes"));
	in->worksheet = book->options.has_worksheet ? WORKSHEET_SHARE : 0;
	pdf_columns_needs(in, measure->needs);
	in->needs = measure->needs;
	return book->store.failed || book->laid.store.failed ? -1 : 0;
}

void pdf_measure_bodies(struct pdf_book *book, float size)
{
	struct pdf_columns_in *in = &book->measure.in;

	for (uint32_t i = 0; i < in->n_bodies; i++)
		in->bodies[i] = body_of(book, &book->measure.papers[i], size);
}

static void take_columns(struct pdf_book *book)
{
	book->base_size = book->size = book->columns.size;
	pdf_scale_small(book, book->size);
	book->paper = book->measure.papers[book->columns.body];
	book->footer = whole_footer(book, &book->paper, book->size);
	book->body = body_of(book, &book->paper, book->size);
	/* the body begins below the house's line */
	book->paper.top += header_height(book, book->size);
}

int pdf_measure_choose(struct pdf_book *book, const struct pdf_choice *choice)
{
	struct pdf_columns_in *in = &book->measure.in;

	pdf_columns_release(&book->columns);
	pdf_measure_bodies(book, choice->size);
	if (pdf_columns_make(in, choice, &book->columns) != 0)
		return -1;
	take_columns(book);
	return 0;
}

int pdf_measure_choose_any(struct pdf_book *book, float size)
{
	struct pdf_columns_in *in = &book->measure.in;

	pdf_columns_release(&book->columns);
	pdf_measure_bodies(book, book->measure.size);
	in->size = size;
	if (pdf_columns_choose(in, &book->columns) != 0)
		return -1;
	take_columns(book);
	return 0;
}

void pdf_measure_release(struct pdf_book *book)
{
	free(book->measure.widths);
	free(book->measure.needs);
	free(book->measure.reaches);
	memset(&book->measure, 0, sizeof(book->measure));
}
