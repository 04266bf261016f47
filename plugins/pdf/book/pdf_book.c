/* SPDX-License-Identifier: MIT */
#include "pdf/book/pdf_book.h"

#include "pdf/book/pdf_cell.h"
#include "pdf/book/pdf_rows.h"
#include "pdf/book/pdf_scale.h"
#include "pdf/book/pdf_slots.h"

#include <stdlib.h>
#include <string.h>

#define SAMPLE_CELLS 12000u /* cells measured at most; rows are taken evenly */
#define WORKSHEET_SHARE 0.19f
#define BINDING_WIDTH 28.35f /* 10 mm more at the punched side */
#define GUESSED_SIZE 7.5f /* marks and secondary words are measured for this size */
#define HEAD_SHARE 0.35f /* of the page that a repeated head may take */
#define SPLIT_LINES 1024u
#define SHEET_SIZE_LEAST 6.4f /* points that a fact sheet shrinks to */
#define SHEET_STEP 0.03f
#define SHEET_ROWS_MOST 150u /* more features never fit on a page */
#define NAMELESS_GAP 0.8f /* above the rows of a category without a name */
#define CONTINUED_SHARE 0.2f /* of the page that a repeated category may take, but for one line */
#define REPEATED_SHARE 0.6f /* that it may take together with the head */
#define LOOSE_SHARE 0.3f

/* ---- measuring */

static struct pdf_width width_of(struct pdf_book *book, struct pdf_block block)
{
	struct pdf_width width;

	pdf_block_widths(&book->store, &block, &width.natural, &width.word);
	return width;
}

static void measure_rows(struct pdf_book *book, uint32_t n_sample, struct pdf_width *features,
			 struct pdf_width *cells)
{
	const struct mr_matrix *m = book->matrix;

	for (uint32_t i = 0; i < n_sample; i++) {
		uint32_t row = (uint32_t)((uint64_t)i * m->features.n / n_sample);

		pdf_store_clear(&book->store);
		features[i] = width_of(book, pdf_cell_feature(&book->words, &book->store, row));
		for (uint32_t col = 0; col < m->products.n; col++)
			cells[(size_t)i * m->products.n + col] = width_of(
				book, pdf_cell_make(&book->words, &book->store, row, col, false));
	}
	pdf_store_clear(&book->store);
}

static void measure_heads(struct pdf_book *book, struct pdf_width *heads)
{
	for (uint32_t col = 0; col < book->matrix->products.n; col++) {
		pdf_store_clear(&book->store);
		heads[col] =
			width_of(book, pdf_cell_product(&book->words, &book->store, col, true));
	}
	pdf_store_clear(&book->store);
}

static struct pdf_width width_of_word(struct pdf_book *book, const char *word)
{
	pdf_store_clear(&book->store);
	return width_of(book, pdf_words_block(&book->store, word, SHAPE_BOLD, PDF_INK_TEXT, 1));
}

static float footer_height(const struct pdf_book *book, float size)
{
	(void)book;
	return 2 * PDF_LEADING * (size * 0.8f > PDF_SIZE_LEAST ? size * 0.8f : PDF_SIZE_LEAST) + 12;
}

/* The papers that may be chosen: upright, across, or both. */
static int make_papers(struct pdf_book *book, struct pdf_paper papers[2], uint32_t *n)
{
	const struct pdf_options *o = &book->options;
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
		if (pdf_paper_make(&wish, &papers[*n], problem, sizeof(problem)) == 0)
			(*n)++;
	}
	if (*n == 0) {
		book->job->diag(book->job, MR_ERROR, NULL, "%s", problem);
		return -1;
	}
	return 0;
}

int pdf_book_measure(struct pdf_book *book, float wished)
{
	const struct mr_matrix *m = book->matrix;
	uint32_t n_cells = m->products.n ? SAMPLE_CELLS / m->products.n : 1;
	uint32_t n_sample = m->features.n < n_cells ? m->features.n : n_cells;
	struct pdf_width *widths =
		calloc(((size_t)n_sample + 1) * (m->products.n + 1), sizeof(*widths));
	float guess = wished > 0 ? wished : GUESSED_SIZE;
	struct pdf_columns_in in = {.n_rows = n_sample,
				    .n_all_rows = m->features.n,
				    .n_products = m->products.n,
				    .padding = 2 * PDF_PAD,
				    .size = wished};
	struct pdf_paper papers[2];
	int status = -1;

	if (!widths)
		goto out;
	status = 1;
	if (make_papers(book, papers, &in.n_bodies) != 0)
		goto out;
	status = -1;
	pdf_columns_release(&book->columns);
	pdf_scale_small(book, guess);
	in.features = widths;
	in.heads = widths + n_sample;
	in.cells = widths + n_sample + m->products.n;
	measure_rows(book, n_sample, widths, widths + n_sample + m->products.n);
	measure_heads(book, widths + n_sample);
	in.feature_head = width_of_word(book, mr_word(m, "feature", "Feature"));
	in.worksheet_head = width_of_word(book, mr_word(m, "notes", "Notes"));
	in.worksheet = book->options.has_worksheet ? WORKSHEET_SHARE : 0;
	for (uint32_t i = 0; i < in.n_bodies; i++)
		in.bodies[i] = pdf_paper_body(&papers[i], footer_height(book, guess));
	if (book->store.failed || pdf_columns_choose(&in, &book->columns) != 0)
		goto out;
	book->base_size = book->size = book->columns.size;
	pdf_scale_small(book, book->size);
	book->paper = papers[book->columns.body];
	book->footer = footer_height(book, book->size);
	book->body = pdf_paper_body(&book->paper, book->footer);
	status = 0;
out:
	free(widths);
	return status;
}

/* ---- heights and pages */

/* The heights of a slot's lines, in book->heights. */
static uint32_t lines_of(struct pdf_book *book, const struct pdf_slot *slot)
{
	for (;;) {
		uint32_t n = pdf_block_lines(slot->store, &slot->block, slot->width / book->size,
					     book->heights, book->heights_size);
		float *grown;

		if (n < book->heights_size)
			return n;
		grown = book->heights_size <= UINT32_MAX / 2
				? realloc(book->heights,
					  2 * (size_t)book->heights_size * sizeof(*grown))
				: NULL;
		if (!grown) {
			book->store.failed = true;
			return n;
		}
		book->heights = grown;
		book->heights_size *= 2;
	}
}

float pdf_book_split(struct pdf_book *book, const struct pdf_row *row, uint32_t part, float room,
		     uint32_t *counts, bool *is_last)
{
	uint32_t n = pdf_slots_of(book, row);
	float pad = pdf_rows_padding(book, row->kind), most = 0;

	*is_last = true;
	if (part == 0)
		memset(book->starts, 0, n * sizeof(*book->starts));
	for (uint32_t i = 0; i < n; i++) {
		uint32_t lines = lines_of(book, &book->slots[i]);
		float used;

		counts[i] = pdf_plan_lines(book->heights, lines, book->starts[i],
					   (room - 2 * pad) / book->size, true, &used);
		if (used > most)
			most = used;
		book->starts[i] += counts[i];
		if (book->starts[i] < lines)
			*is_last = false;
	}
	return most * book->size + 2 * pad;
}

static float split_row(void *data, uint32_t row, uint32_t part, float room, bool *is_last)
{
	struct pdf_book *book = data;

	return pdf_book_split(book, &book->rows[row], part, room, book->counts, is_last);
}

static float gap_above(const struct pdf_book *book, const struct pdf_row *row)
{
	switch (row->kind) {
	case PDF_ROW_TABLE_HEAD:
	case PDF_ROW_COUNTS_HEAD:
	case PDF_ROW_CHART: return book->size;
	case PDF_ROW_GROUP:
	case PDF_ROW_HEADING:
	case PDF_ROW_CREDIT: return 1.6f * book->size;
	case PDF_ROW_CHANGE_GROUP: return 0.7f * book->size;
	case PDF_ROW_ABOUT:
	case PDF_ROW_COVERAGE:
	case PDF_ROW_SINCE:
	case PDF_ROW_LEGEND: return 0.4f * book->size;
	case PDF_ROW_FEATURE:
		return pdf_rows_begins_nameless(book, row) ? NAMELESS_GAP * book->size : 0;
	default: return 0;
	}
}

static uint32_t flags_of(const struct pdf_book *book, uint32_t index)
{
	const struct pdf_row *row = &book->rows[index];
	const struct pdf_row *next = index + 1 < book->n_rows ? row + 1 : NULL;

	switch (row->kind) {
	case PDF_ROW_TITLE:
	case PDF_ROW_SUBTITLE:
	case PDF_ROW_ABOUT:
	case PDF_ROW_SINCE:
	case PDF_ROW_LEGEND: return next ? PDF_ROW_KEEP : 0;
	case PDF_ROW_GROUP:
		return PDF_ROW_KEEP |
		       (row->n || (book->options.has_cover && index) ? (uint32_t)PDF_ROW_BREAK
								     : 0u);
	case PDF_ROW_SHEET: return PDF_ROW_KEEP | PDF_ROW_BREAK;
	case PDF_ROW_TALLY:
	case PDF_ROW_CATEGORY:
	case PDF_ROW_CHANGE_GROUP:
	case PDF_ROW_HEADING: return PDF_ROW_KEEP;
	case PDF_ROW_TABLE_HEAD:
		return PDF_ROW_HEAD | PDF_ROW_KEEP | (row->n ? (uint32_t)PDF_ROW_BREAK : 0u);
	case PDF_ROW_COUNTS_HEAD: return PDF_ROW_HEAD | PDF_ROW_KEEP;
	default: return 0;
	}
}

static float continued_height(const struct pdf_book *book, const struct pdf_row *row)
{
	if (row->kind != PDF_ROW_FEATURE)
		return 0;
	return book->continued[mr_feature_at(book->matrix, row->index)->category];
}

struct plan_data {
	struct pdf_plan_row *rows;
	uint32_t *notes;
	uint32_t n_notes, notes_size;
	float *zone_heads;
	float *note_heights;
};

static int fill_row(struct pdf_book *book, uint32_t i, struct plan_data *data)
{
	const struct pdf_row *row = &book->rows[i];
	struct pdf_plan_row *out = &data->rows[i];

	*out = (struct pdf_plan_row){.height = pdf_rows_height(book, row)};
	out->gap = gap_above(book, row);
	out->zone = row->table == PDF_NO_TABLE || row->kind == PDF_ROW_GROUP ||
				    row->kind == PDF_ROW_SHEET || row->kind == PDF_ROW_TALLY
			    ? PDF_NO_ZONE
			    : row->table;
	out->flags = flags_of(book, i);
	out->continued = continued_height(book, row);
	out->first_note = data->n_notes;
	if (book->options.notes == PDF_NOTES_END)
		return 0;
	out->n_notes = pdf_rows_notes(book, row, NULL);
	if (data->n_notes + out->n_notes > data->notes_size) {
		uint32_t wanted = 2 * (data->n_notes + out->n_notes) + 64;
		uint32_t *grown = wanted > data->notes_size
					  ? realloc(data->notes, wanted * sizeof(*grown))
					  : NULL;

		if (!grown)
			return -1;
		data->notes = grown;
		data->notes_size = wanted;
	}
	data->n_notes += pdf_rows_notes(book, row, data->notes + data->n_notes);
	return 0;
}

static float slots_height(struct pdf_book *book, uint32_t n)
{
	float most = 0;

	for (uint32_t i = 0; i < n; i++) {
		float h = pdf_block_height(book->slots[i].store, &book->slots[i].block,
					   book->slots[i].width / book->size);

		if (h > most)
			most = h;
	}
	return most * book->size;
}

/* How high the heading of a category is as it is repeated; 0 where a page has no room for it. */
static float measure_continued(struct pdf_book *book, uint32_t category)
{
	const struct pdf_table *table = &book->tables[0];
	float pad = pdf_rows_padding(book, PDF_ROW_CATEGORY), height, lines;

	pdf_scale_set(book, table);
	lines = (CONTINUED_SHARE * book->body.height - 2 * pad) / (PDF_LEADING * book->size);
	book->continued_lines = lines > 1 ? (uint32_t)lines : 1;
	height = slots_height(book, pdf_slots_continued(book, table, category)) + 2 * pad;
	return height + table->head_height > REPEATED_SHARE * book->body.height ? 0 : height;
}

static void measure_repeated(struct pdf_book *book, struct plan_data *data)
{
	const struct mr_matrix *m = book->matrix;

	for (uint32_t i = 0; i < book->n_tables; i++) {
		struct pdf_table *table = &book->tables[i];
		struct pdf_row head = {.kind = table->kind == PDF_TABLE_COUNTS ? PDF_ROW_COUNTS_HEAD
									       : PDF_ROW_TABLE_HEAD,
				       .table = i};
		float limit = HEAD_SHARE * book->body.height, height = pdf_rows_height(book, &head);

		table->head_lines = UINT32_MAX;
		table->head_height = height;
		if (height > limit) {
			float rest = limit - 2 * pdf_rows_padding(book, head.kind) -
				     pdf_rows_logo_height(book);

			table->head_lines = (uint32_t)(rest / (PDF_LEADING * book->size));
			if (table->head_lines == 0)
				table->head_lines = 1;
			table->head_height = limit;
		}
		data->zone_heads[i] = table->head_height;
	}
	for (uint32_t i = 0; i < m->categories.n; i++)
		if (!mr_text_is_empty(mr_category_at(m, i)->name) && book->n_tables)
			book->continued[i] = measure_continued(book, i);
	for (uint32_t i = 0; i < m->notes.n; i++)
		data->note_heights[i] = slots_height(book, pdf_slots_note(book, i));
}

/* Height of a fact sheet, its heading included. */
static float sheet_height(struct pdf_book *book, uint32_t table)
{
	float sum = 0;

	for (uint32_t i = 0; i < book->n_rows; i++)
		if (book->rows[i].table == table) {
			sum += pdf_rows_height(book, &book->rows[i]);
			sum += gap_above(book, &book->rows[i]);
		}
	return sum;
}

/* Fact sheets are meant to have a page each: a little smaller, if that does it. */
static void shrink_sheets(struct pdf_book *book)
{
	float least = SHEET_SIZE_LEAST / book->base_size;

	if (book->matrix->features.n > SHEET_ROWS_MOST)
		return;
	for (uint32_t i = 0; i < book->n_tables; i++) {
		struct pdf_table *table = &book->tables[i];

		if (table->kind != PDF_TABLE_SHEET)
			continue;
		while (sheet_height(book, i) > book->body.height && table->scale > least)
			table->scale = table->scale - SHEET_STEP > least ? table->scale - SHEET_STEP
									 : least;
		if (sheet_height(book, i) > book->body.height)
			table->scale = 1;
	}
	pdf_scale_set(book, NULL);
}

/* Whether a page ends after so little although nothing forbids more. */
static bool is_loose_page(const struct pdf_book *book, uint32_t page, float share)
{
	const struct pdf_plan *plan = &book->plan;
	const struct pdf_page_plan *p = &plan->pages[page];
	const struct pdf_fragment *f = &plan->fragments[p->first + p->n - 1];

	return f->y + f->height < share * book->body.height;
}

bool pdf_book_is_loose(const struct pdf_book *book)
{
	const struct pdf_plan *plan = &book->plan;

	for (uint32_t page = 1; page + 1 < plan->n_pages; page++)
		if (is_loose_page(book, page, LOOSE_SHARE / 2))
			return true;
	return plan->n_pages > 1 && is_loose_page(book, plan->n_pages - 1, LOOSE_SHARE);
}

static int make_plan(struct pdf_book *book, struct plan_data *data)
{
	struct pdf_plan_in in = {.rows = data->rows,
				 .n_rows = book->n_rows,
				 .height = book->body.height,
				 .zone_heads = data->zone_heads,
				 .n_notes = book->matrix->notes.n,
				 .notes_gap = 0.9f * book->size,
				 .split = split_row,
				 .data = book};

	data->n_notes = 0;
	for (uint32_t i = 0; i < book->n_rows; i++) {
		if (fill_row(book, i, data) != 0)
			return -1;
		book->job->progress(book->job, i, 2 * (uint64_t)book->n_rows);
	}
	in.row_notes = data->notes;
	if (book->options.notes != PDF_NOTES_END)
		in.note_heights = data->note_heights;
	return book->store.failed ? -1 : pdf_plan_make(&in, &book->plan);
}

/* Notes that found no room at the foot of a page go to the end; true when there are such. */
static bool move_missed(struct pdf_book *book)
{
	uint32_t before = book->n_end_notes;

	if (book->options.notes != PDF_NOTES_PAGE || before > 0)
		return false;
	for (uint32_t i = 0; i < book->matrix->notes.n; i++)
		if (book->plan.missed[i])
			book->end_notes[book->n_end_notes++] = i;
	return book->n_end_notes > before;
}

int pdf_book_plan(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;
	struct plan_data data = {.rows = NULL};
	int status = -1;

	if (!book->heights)
		book->heights = calloc(SPLIT_LINES, sizeof(*book->heights));
	if (book->heights_size == 0)
		book->heights_size = SPLIT_LINES;
	pdf_plan_release(&book->plan);
	data.zone_heads = calloc((size_t)book->n_tables + 1, sizeof(float));
	data.note_heights = calloc((size_t)m->notes.n + 1, sizeof(float));
	data.rows = calloc((size_t)book->n_rows + 1, sizeof(*data.rows));
	if (!book->heights || !data.zone_heads || !data.note_heights || !data.rows)
		goto out;
	shrink_sheets(book);
	measure_repeated(book, &data);
	status = make_plan(book, &data);
	if (status == 0 && move_missed(book)) {
		struct pdf_plan_row *grown;

		pdf_plan_release(&book->plan);
		status = pdf_rows_make(book);
		shrink_sheets(book);
		grown = realloc(data.rows, ((size_t)book->n_rows + 1) * sizeof(*grown));
		if (grown)
			data.rows = grown;
		status = status == 0 && grown ? make_plan(book, &data) : -1;
	}
out:
	free(data.rows);
	free(data.notes);
	free(data.zone_heads);
	free(data.note_heights);
	return status;
}
