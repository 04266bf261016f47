/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/book/pdf_open.h"
#include "pdf/content/pdf_axes.h"
#include "pdf/content/pdf_chart.h"
#include "pdf/content/pdf_codes.h"
#include "pdf/content/pdf_evidence.h"
#include "pdf/content/pdf_glossary.h"
#include "pdf/content/pdf_hyphen.h"
#include "pdf/book/pdf_laid.h"
#include "pdf/content/pdf_legend.h"
#include "pdf/book/pdf_lists.h"
#include "pdf/book/pdf_measure.h"
#include "pdf/content/pdf_refs.h"
#include "pdf/content/pdf_totals.h"
#include "pdf/file/pdf_fields.h"
#include "pdf/file/pdf_image.h"
#include "common/bytes/image.h"
#include "common/picture/picture.h"

enum { PROBLEM = PICTURE_REASON };

static void report_missing(void *data, uint32_t code_point, const struct mr_where *where)
{
	struct pdf_book *book = data;

	missing_add(&book->missing, code_point, where);
}

static void report_problem(void *data, const char *message)
{
	struct pdf_book *book = data;

	book->job->diag(book->job, MR_WARNING, NULL, "%s", message);
}

static void find_used(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;

	book->used = book->job->alloc(book->job, ((size_t)m->statuses.n + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < m->statuses.n; i++)
		if (mr_status_at(m, i)->is_used ||
		    (book->options.has_signs && pdf_signs_shows(m, i)))
			book->used[book->n_used++] = i;
}

/* An image in the document, or none when libharu failed; false, and why in `problem`, when it cannot be one. */
static bool embed(struct pdf_book *book, struct mr_bytes bytes, HPDF_Dict *image, float *aspect,
		  char problem[PROBLEM])
{
	HPDF_Doc haru = pdf_doc_haru(book->doc);
	struct pdf_pixels pixels;

	if (image_is(bytes, "image/svg+xml")) {
		*image = pdf_image_draw(haru, bytes, aspect, problem, PROBLEM);
		return !problem[0];
	}
	if (pdf_image_read(bytes, &pixels, problem, PROBLEM) != 0)
		return false;
	*image = pdf_image_add(haru, &pixels);
	*aspect = (float)pixels.width / (float)pixels.height;
	pdf_image_release(&pixels);
	return true;
}

/* As a resource of all pages. */
static bool load(struct pdf_book *book, struct mr_bytes bytes, struct pdf_logo *logo,
		 char problem[PROBLEM])
{
	HPDF_Dict image;
	float aspect;
	int number;

	if (!embed(book, bytes, &image, &aspect, problem))
		return false;
	number = image ? pdf_doc_add_image(book->doc, image) : -1;
	if (number >= 0) {
		char *name = book->job->alloc(book->job, 16);

		snprintf(name, 16, "I%d", number);
		*logo = (struct pdf_logo){name, aspect};
	}
	return true;
}

static void load_logo(struct pdf_book *book, uint32_t col)
{
	const struct mr_product *product = mr_product_at(book->matrix, col);
	struct mr_where where = {.kind = MR_AT_PRODUCT, .index = col};
	char problem[PROBLEM];

	if (product->logo.n == 0)
		return;
	if (!load(book, product->logo, &book->logos[col], problem))
		book->job->diag(book->job, MR_WARNING, &where, "logo %s %s; it is left out",
				product->logo_name, problem);
	book->has_logos = book->has_logos || book->logos[col].aspect > 0;
}

/* The house asked for it: without it there is no document. */
static int load_mark(struct pdf_book *book)
{
	char problem[PROBLEM];

	if (book->options.logo.n == 0 || load(book, book->options.logo, &book->mark, problem))
		return 0;
	book->job->diag(book->job, MR_ERROR, NULL, "option 'logo': %s %s", book->options.logo_name,
			problem);
	return 1;
}

/* The document, and what shapes and keeps its letters; -1 without memory. */
static int open_document(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;

	book->missing.job = book->job;
	book->hyphen = pdf_hyphen_new(m->language);
	book->shape = shape_new(&(struct shape_options){.family = book->options.font,
							.file = book->options.font_file,
							.bold_file = book->options.font_bold,
							.language = m->language,
							.is_rtl = m->is_rtl,
							.embed = true,
							.divide = pdf_hyphen_divide,
							.divide_data = book->hyphen,
							.missing = report_missing,
							.problem = report_problem,
							.data = book});
	book->doc = pdf_doc_new();
	book->fonts = book->shape && book->doc ? pdf_fonts_new(pdf_doc_haru(book->doc), book->shape)
					       : NULL;
	if (!book->fonts || pdf_refs_collect(&book->refs, m) != 0)
		return -1;
	if (book->options.has_form)
		book->fields = pdf_fields_new(book->doc);
	return book->options.has_form && !book->fields ? -1 : 0;
}

static void make_room(struct pdf_book *book)
{
	struct mr_job *job = book->job;
	const struct mr_matrix *m = book->matrix;

	book->continued = job->alloc(job, ((size_t)m->categories.n + 1) * sizeof(float));
	book->end_notes = job->alloc(job, ((size_t)m->notes.n + 1) * sizeof(uint32_t));
	book->logos = job->alloc(job, ((size_t)m->products.n + 1) * sizeof(*book->logos));
	/* a group has one column at least; then the summary, a sheet for each product, a ranking */
	book->tables = job->alloc(job, ((size_t)book->n_columns + m->products.n + 3) *
					       sizeof(*book->tables));
	book->kept_cells = job->alloc(job, ((size_t)m->n_texts + 1) * sizeof(*book->kept_cells));
}

int pdf_book_open(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;
	int status = pdf_axes_make(book);

	if (status == 0)
		status = open_document(book);
	if (status != 0)
		return status;
	make_room(book);
	pdf_words_init(&book->words, book->job, &book->refs);
	book->words.links = book->options.links;
	book->words.has_verified = book->options.has_verified;
	book->words.has_evidence = book->options.has_evidence;
	book->words.has_glossary = book->options.has_glossary;
	pdf_store_init(&book->store, book->shape, 0.75f);
	pdf_store_init(&book->kept, book->shape, 0.75f);
	scene_init(&book->chart, NULL);
	if (book->options.has_signs &&
	    pdf_signs_find(&book->signs, &book->words, book->options.is_turned) != 0)
		book->failed = true;
	changes_list(&book->changes, m);
	if (pdf_codes_measure(book) != 0)
		book->failed = true;
	pdf_glossary_vet(book);
	pdf_totals_vet(book);
	if (pdf_evidence_find(book) != 0)
		book->failed = true;
	book->failed = book->failed || book->changes.failed;
	find_used(book);
	pdf_legend_measure(book);
	for (uint32_t col = 0; col < m->products.n; col++)
		load_logo(book, col);
	return load_mark(book);
}

void pdf_book_close(struct pdf_book *book)
{
	missing_end(&book->missing);
	scene_release(&book->chart);
	pdf_chart_release(book);
	changes_release(&book->changes);
	free(book->evidence);
	pdf_store_release(&book->store);
	pdf_store_release(&book->kept);
	pdf_plan_release(&book->plan);
	pdf_columns_release(&book->columns);
	pdf_measure_release(book);
	pdf_lists_forget(book);
	pdf_laid_end(book);
	pdf_laid_divide_end(book);
	links_release(&book->refs);
	pdf_signs_release(&book->signs);
	free(book->rows);
	free(book->slots);
	free(book->starts);
	free(book->counts);
	pdf_fields_free(book->fields);
	pdf_fonts_free(book->fonts);
	pdf_doc_free(book->doc);
	shape_free(book->shape);
	pdf_hyphen_free(book->hyphen);
}
