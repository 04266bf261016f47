/* SPDX-License-Identifier: MIT */
/*
 * pdf - the handout: a tagged PDF that a trainer prints and a client keeps.
 *
 * This file has the option table and the order of the work; README.md says where everything is.
 */
#include <meshreport/plugin.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/chart.h"
#include "pdf_book.h"
#include "pdf_draw.h"
#include "pdf_image.h"

enum option {
	OPTION_PAPER,
	OPTION_ORIENTATION,
	OPTION_MARGIN,
	OPTION_BINDING,
	OPTION_FONT,
	OPTION_SIZE,
	OPTION_NOTES,
	OPTION_LINKS,
	OPTION_THEME,
	OPTION_COVER,
	OPTION_FACTSHEETS,
	OPTION_WORKSHEET,
	OPTION_VERIFIED,
	OPTION_BOOKMARKS,
	OPTION_NUP,
	OPTION_ATTACH,
	N_OPTIONS
};

static const struct mr_option options[N_OPTIONS] = {
	[OPTION_PAPER] =
		{"paper", MR_OPTION_STRING, "a4", NULL, 0, 0,
		 "a3, a4, a5, a6, b4, b5, letter, legal, tabloid, executive, or a size such "
		 "as 210x297mm"},
	[OPTION_ORIENTATION] = {"orientation", MR_OPTION_CHOICE, "auto", "auto|portrait|landscape",
				0, 0, "which way the paper lies; auto takes what reads best"},
	[OPTION_MARGIN] = {"margin", MR_OPTION_LENGTH, "12mm", NULL, 0, 7200,
			   "free space on every side"},
	[OPTION_BINDING] = {"binding", MR_OPTION_CHOICE, "none", "none|left|right|top", 0, 0,
			    "side with 10 mm more margin, for punching"},
	[OPTION_FONT] = {"font", MR_OPTION_STRING, "", NULL, 0, 0,
			 "font family to prefer, if its licence lets it be embedded"},
	[OPTION_SIZE] = {"size", MR_OPTION_STRING, "auto", NULL, 0, 0,
			 "type size in points from 6 to 24, or auto"},
	[OPTION_NOTES] =
		{"notes", MR_OPTION_CHOICE, "end", "end|page|both", 0, 0,
		 "where notes are printed: at the end, at the foot of their pages, or both"},
	[OPTION_LINKS] =
		{"links", MR_OPTION_CHOICE, "list", "list|inline|none", 0, 0,
		 "addresses of links: numbered in a list, behind the words, or not printed"},
	[OPTION_THEME] = {"theme", MR_OPTION_CHOICE, "light", "light|grey|ink", 0, 0,
			  "colours, greys, or black on white with no grounds"},
	[OPTION_COVER] = {"cover", MR_OPTION_FLAG, "no", NULL, 0, 0,
			  "a summary page first: coverage of each product, with chart and counts"},
	[OPTION_FACTSHEETS] = {"factsheets", MR_OPTION_FLAG, "no", NULL, 0, 0,
			       "a page for each product after the table"},
	[OPTION_WORKSHEET] = {"worksheet", MR_OPTION_FLAG, "no", NULL, 0, 0,
			      "a ruled column for the reader's notes"},
	[OPTION_VERIFIED] = {"verified", MR_OPTION_FLAG, "no", NULL, 0, 0,
			     "the day a cell was verified in the table, too (fact sheets always "
			     "have it)"},
	[OPTION_BOOKMARKS] = {"bookmarks", MR_OPTION_FLAG, "yes", NULL, 0, 0,
			      "an outline of categories and products for the reader's side bar"},
	[OPTION_NUP] = {"nup", MR_OPTION_INTEGER, "1", NULL, 1, 2,
			"pages on one sheet, side by side"},
	[OPTION_ATTACH] = {"attach", MR_OPTION_CHOICE, "auto", "auto|yes|no", 0, 0,
			   "put the dataset into the PDF; auto: when nothing of it was left out"},
};

/* ------------------------------------------------------------------ options */

/* "8.5", "8,5" is not a number; 0 for auto; -1 when it is neither. */
static float read_size(const char *text)
{
	float value = 0, unit = 1;

	if (strcmp(text, "auto") == 0)
		return 0;
	for (; *text >= '0' && *text <= '9' && value < 1000; text++)
		value = value * 10 + (float)(*text - '0');
	if (*text == '.')
		for (text++; *text >= '0' && *text <= '9' && unit > 0.0001f; text++)
			value += (float)(*text - '0') * (unit /= 10);
	if (strcmp(text, "pt") == 0)
		text += 2;
	return *text == '\0' && value >= PDF_SIZE_LEAST && value <= 24 ? value : -1;
}

static int read_options(struct mr_job *job, struct pdf_options *o)
{
	char problem[200];
	const char *size = mr_option_value(job, OPTION_SIZE)->text;

	*o = (struct pdf_options){
		.orientation =
			(enum pdf_orientation)mr_option_value(job, OPTION_ORIENTATION)->integer,
		.margin = (float)mr_option_value(job, OPTION_MARGIN)->number,
		.binding = (enum pdf_binding)mr_option_value(job, OPTION_BINDING)->integer,
		.font = mr_option_value(job, OPTION_FONT)->text,
		.size = read_size(size),
		.notes = (enum pdf_notes)mr_option_value(job, OPTION_NOTES)->integer,
		.links = (enum pdf_links)mr_option_value(job, OPTION_LINKS)->integer,
		.theme = (enum pdf_theme_name)mr_option_value(job, OPTION_THEME)->integer,
		.has_cover = mr_option_value(job, OPTION_COVER)->integer,
		.has_sheets = mr_option_value(job, OPTION_FACTSHEETS)->integer,
		.has_worksheet = mr_option_value(job, OPTION_WORKSHEET)->integer,
		.has_verified = mr_option_value(job, OPTION_VERIFIED)->integer,
		.has_bookmarks = mr_option_value(job, OPTION_BOOKMARKS)->integer,
		.per_sheet = (uint32_t)mr_option_value(job, OPTION_NUP)->integer,
		.attach = (enum pdf_attach)mr_option_value(job, OPTION_ATTACH)->integer,
	};
	if (o->size < 0) {
		job->diag(job, MR_ERROR, NULL,
			  "option 'size': '%s' is neither auto nor a size from 6 to 24 points",
			  size);
		return -1;
	}
	if (pdf_paper_size(mr_option_value(job, OPTION_PAPER)->text, &o->paper_width,
			   &o->paper_height, problem, sizeof(problem)) != 0) {
		job->diag(job, MR_ERROR, NULL, "option 'paper': %s", problem);
		return -1;
	}
	return 0;
}

/* ------------------------------------------------------------------ what is made before the pages */

static void report_missing(void *data, uint32_t code_point, const struct mr_where *where)
{
	struct mr_job *job = data;

	job->diag(job, MR_WARNING, where, "no installed font has the character U+%04X",
		  (unsigned)code_point);
}

static void report_problem(void *data, const char *message)
{
	struct mr_job *job = data;

	job->diag(job, MR_WARNING, NULL, "%s", message);
}

static void find_used(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;

	book->used = book->job->alloc(book->job, ((size_t)m->statuses.n + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < m->statuses.n; i++)
		if (mr_status_at(m, i)->is_used)
			book->used[book->n_used++] = i;
}

static int make_resources(struct pdf_book *book)
{
	struct mr_job *job = book->job;
	const struct mr_matrix *m = book->matrix;
	size_t n_slots = (size_t)m->products.n + 8;

	book->shape = shape_new(&(struct shape_options){.family = book->options.font,
							.language = m->language,
							.is_rtl = m->is_rtl,
							.embed = true,
							.missing = report_missing,
							.problem = report_problem,
							.data = job});
	book->doc = pdf_doc_new();
	book->fonts = book->shape && book->doc ? pdf_fonts_new(pdf_doc_haru(book->doc), book->shape)
					       : NULL;
	if (!book->fonts || pdf_refs_collect(&book->refs, m) != 0)
		return -1;
	book->slots = job->alloc(job, (n_slots + book->refs.n) * sizeof(*book->slots));
	book->starts = job->alloc(job, 3 * n_slots * sizeof(*book->starts));
	book->continued = job->alloc(job, ((size_t)m->categories.n + 1) * sizeof(float));
	book->end_notes = job->alloc(job, ((size_t)m->notes.n + 1) * sizeof(uint32_t));
	book->logos = job->alloc(job, ((size_t)m->products.n + 1) * sizeof(*book->logos));
	book->tables = job->alloc(job, (2 * (size_t)m->products.n + 2) * sizeof(*book->tables));
	pdf_words_init(&book->words, job, &book->refs);
	book->words.links = book->options.links;
	book->words.has_verified = book->options.has_verified;
	pdf_store_init(&book->store, book->shape, 0.72f);
	pdf_store_init(&book->kept, book->shape, 0.72f);
	book->kept_cells = job->alloc(job, ((size_t)m->n_texts + 1) * sizeof(*book->kept_cells));
	pdf_theme_make(book->options.theme, &book->theme);
	pdf_canvas_init(&book->canvas, book->doc, book->fonts, &book->theme);
	book->canvas.is_rtl = m->is_rtl;
	scene_init(&book->chart, NULL);
	find_used(book);
	return 0;
}

static void load_logo(struct pdf_book *book, uint32_t col)
{
	const struct mr_product *product = mr_product_at(book->matrix, col);
	struct mr_where where = {.kind = MR_AT_PRODUCT, .index = col};
	struct pdf_pixels pixels;
	char problem[160];
	char *name;
	HPDF_Dict image;
	int number;

	if (product->logo.n == 0)
		return;
	if (pdf_pixels_read(product->logo, &pixels, problem, sizeof(problem)) != 0) {
		book->job->diag(book->job, MR_WARNING, &where, "logo %s %s; it is left out",
				product->logo_name, problem);
		return;
	}
	image = pdf_image_add(pdf_doc_haru(book->doc), &pixels);
	number = image ? pdf_doc_add_image(book->doc, image) : -1;
	if (number >= 0) {
		name = book->job->alloc(book->job, 16);
		snprintf(name, 16, "I%d", number);
		book->logos[col] =
			(struct pdf_logo){name, (float)pixels.width / (float)pixels.height};
		book->has_logos = true;
	}
	pdf_pixels_release(&pixels);
}

static void make_chart(struct pdf_book *book)
{
	struct scene_measure measure = {pdf_scene_width, book->shape};
	struct chart_options chart = CHART_OPTIONS_INIT;

	if (!book->options.has_cover)
		return;
	scene_init(&book->chart, &measure);
	chart.width = book->body.width;
	chart.height = book->body.height * 0.5;
	chart.theme = book->theme.palette;
	chart.is_bare = true;
	chart.is_transparent = true;
	chart_draw(CHART_COVERAGE, book->matrix, &chart, &book->chart);
	if (!book->chart.failed)
		return;
	book->job->diag(book->job, MR_NOTE, NULL, "the summary has no chart: %s",
			book->chart.problem);
	scene_release(&book->chart);
	scene_init(&book->chart, NULL);
}

/* ------------------------------------------------------------------ the file */

/* FNV-1a over what the document is made of. */
static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t n)
{
	const unsigned char *at = bytes;

	for (size_t i = 0; i < n; i++)
		hash = (hash ^ at[i]) * UINT64_C(0x100000001b3);
	return hash;
}

static uint64_t identity(const struct mr_job *job)
{
	const struct mr_matrix *m = job->matrix;
	uint64_t hash = hash_bytes(UINT64_C(0xcbf29ce484222325), m->dataset.at, m->dataset.n);

	hash = hash_bytes(hash, m->selection.command, strlen(m->selection.command));
	hash = hash_bytes(hash, job->generator, strlen(job->generator));
	hash = hash_bytes(hash, &job->clock, sizeof(job->clock));
	for (uint32_t i = 0; i < N_OPTIONS; i++) {
		const struct mr_value *value = mr_option_value(job, i);

		hash = hash_bytes(hash, value->text, strlen(value->text));
		hash = hash_bytes(hash, &value->integer, sizeof(value->integer));
		hash = hash_bytes(hash, &value->number, sizeof(value->number));
	}
	return hash;
}

static int save(struct pdf_book *book)
{
	struct mr_job *job = book->job;
	const struct mr_matrix *m = book->matrix;
	struct pdf_attachment dataset = {.name = m->dataset_name,
					 .media_type = "application/yaml",
					 .description = m->title,
					 .bytes = m->dataset};
	bool attaches = book->options.attach == PDF_ATTACH_YES ||
			(book->options.attach == PDF_ATTACH_AUTO && m->selection.is_whole);
	struct pdf_about about = {.title = m->title,
				  .author = m->credit.text,
				  .subject = m->subtitle,
				  .producer = job->generator,
				  .language = m->language,
				  .clock = job->clock,
				  .seed = identity(job),
				  .attachment = attaches ? &dataset : NULL,
				  .is_rtl = m->is_rtl};
	const char *problem = "";
	struct mr_sink *sink;

	if (pdf_fonts_finish(book->fonts, &problem) != 0) {
		job->diag(job, MR_ERROR, NULL, "%s", problem);
		return -1;
	}
	sink = job->open(job, "");
	if (pdf_doc_save(book->doc, &about, sink, &problem) != 0) {
		job->diag(job, MR_ERROR, NULL, "%s", problem);
		return -1;
	}
	job->describe(job, "pages", book->plan.n_pages);
	return 0;
}

static void release(struct pdf_book *book)
{
	scene_release(&book->chart);
	pdf_canvas_release(&book->canvas);
	pdf_store_release(&book->store);
	pdf_store_release(&book->kept);
	pdf_plan_release(&book->plan);
	pdf_columns_release(&book->columns);
	pdf_refs_release(&book->refs);
	free(book->rows);
	free(book->heights);
	pdf_fonts_free(book->fonts);
	pdf_doc_free(book->doc);
	shape_free(book->shape);
}

static int make(struct pdf_book *book)
{
	if (make_resources(book) != 0)
		return -1;
	for (uint32_t col = 0; col < book->matrix->products.n; col++)
		load_logo(book, col);
	if (pdf_book_measure(book) != 0)
		return 1;
	make_chart(book);
	if (pdf_rows_make(book) != 0 || pdf_book_plan(book) != 0 || pdf_draw(book) != 0 ||
	    shape_failed(book->shape))
		return -1;
	return save(book) == 0 ? 0 : 1;
}

static int render(struct mr_job *job)
{
	struct pdf_book book = {.job = job, .matrix = job->matrix};
	int status;

	if (read_options(job, &book.options) != 0)
		return 1;
	status = make(&book);
	if (status < 0)
		job->diag(
			job, MR_ERROR, NULL, "%s",
			book.shape && shape_failed(book.shape)
				? "no usable font was found: install one, such as fonts-dejavu-core"
				: "out of memory");
	release(&book);
	return status == 0 ? 0 : 1;
}

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "pdf",
	.summary = "printable handout: tagged PDF with notes, references and bookmarks",
	.version = "1.0",
	.extension = "pdf",
	.media_type = "application/pdf",
	.capabilities = MR_CAN_BINARY | MR_CAN_DOCUMENT,
	.options = options,
	.n_options = N_OPTIONS,
	.render = render,
};
