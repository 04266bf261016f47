/* SPDX-License-Identifier: MIT */
#include "pdf/book/pdf_book.h"

#include "pdf/book/pdf_across.h"
#include "pdf/content/pdf_axes.h"
#include "pdf/book/pdf_laid.h"
#include "pdf/book/pdf_lists.h"
#include "pdf/book/pdf_rows.h"
#include "pdf/content/pdf_scale.h"
#include "pdf/book/pdf_sheets.h"
#include "pdf/book/pdf_slots.h"
#include "pdf/content/pdf_title_page.h"

#include <stdlib.h>
#include <string.h>

#define HEAD_SHARE 0.35f /* of the page that a repeated head may take */
#define PIECE_LINES 3 /* of a row that is cut, so many stand on its first page at least */
#define CONTINUED_SHARE 0.2f /* of the page that a repeated category may take, but for one line */
#define REPEATED_SHARE 0.6f /* that it may take together with the head */

/* ---- heights and pages */

float pdf_book_split(struct pdf_book *book, const struct pdf_row *row, uint32_t part, float room,
		     uint32_t *counts, bool *is_last)
{
	float pad = pdf_scale_padding(book, row->kind), most = 0;
	uint32_t n;

	if (row->kind == PDF_ROW_FEATURE)
		pdf_laid_divide(book, row->index);
	n = pdf_slots_of(book, row);
	*is_last = true;
	if (part == 0)
		memset(book->starts, 0, n * sizeof(*book->starts));
	for (uint32_t i = 0; i < n; i++) {
		const struct pdf_slot *slot = &book->slots[i];
		float used;

		counts[i] = pdf_block_fill(slot->store, &slot->block, slot->width / book->size,
					   (room - 2 * pad) / book->size, &book->starts[i], &used);
		if (used > most)
			most = used;
		if (book->starts[i].par < slot->block.n)
			*is_last = false;
	}
	return most * book->size + 2 * pad;
}

static float split_row(void *data, uint32_t row, uint32_t part, float room, bool *is_last)
{
	struct pdf_book *book = data;

	if (pdf_lists_is(&book->rows[row]))
		return pdf_lists_split(book, &book->rows[row], part, room, NULL, is_last);
	return pdf_book_split(book, &book->rows[row], part, room, book->counts, is_last);
}

/* A category keeps two rows, not one. */
static uint32_t feature_flags(const struct pdf_book *book, uint32_t index)
{
	const struct pdf_row *row = &book->rows[index];
	bool is_first = index > 0 &&
			(row[-1].kind == PDF_ROW_CATEGORY || row[-1].kind == PDF_ROW_TABLE_HEAD);
	bool has_next = index + 1 < book->n_rows && pdf_axes_has_cells(&row[1]);

	return PDF_ROW_CUT | (is_first && has_next ? (uint32_t)PDF_ROW_KEEP : 0u);
}

static uint32_t own_flags(const struct pdf_book *book, uint32_t index)
{
	const struct pdf_row *row = &book->rows[index];
	const struct pdf_row *next = index + 1 < book->n_rows ? row + 1 : NULL;

	switch (row->kind) {
	case PDF_ROW_TITLE:
	case PDF_ROW_SUBTITLE:
	case PDF_ROW_ABOUT:
	case PDF_ROW_SINCE:
	case PDF_ROW_RANKED_ABOUT:
	case PDF_ROW_LEGEND: return next ? PDF_ROW_KEEP : 0;
	case PDF_ROW_SHEET:
		return PDF_ROW_KEEP | PDF_ROW_WHOLE |
		       (row->index == 0 ? (uint32_t)PDF_ROW_BREAK : 0u);
	case PDF_ROW_GROUP:
	case PDF_ROW_TALLY:
	case PDF_ROW_CATEGORY:
	case PDF_ROW_CHANGE_GROUP:
	case PDF_ROW_EVIDENCE_GROUP:
	case PDF_ROW_HEADING: return PDF_ROW_KEEP;
	case PDF_ROW_TABLE_HEAD:
		return PDF_ROW_HEAD | PDF_ROW_KEEP | (row->n ? (uint32_t)PDF_ROW_BREAK : 0u);
	case PDF_ROW_RANKED_HEAD:
	case PDF_ROW_COUNTS_HEAD: return PDF_ROW_HEAD | PDF_ROW_KEEP;
	case PDF_ROW_PRODUCT:
	case PDF_ROW_FEATURE: return feature_flags(book, index);
	case PDF_ROW_TERM: return PDF_ROW_CUT;
	case PDF_ROW_NOTES:
	case PDF_ROW_DETAILS:
	case PDF_ROW_REFERENCES: return PDF_ROW_FLOW;
	default: return 0;
	}
}

static uint32_t flags_of(const struct pdf_book *book, uint32_t index)
{
	bool breaks = pdf_rows_begins_page(book, &book->rows[index]);

	return own_flags(book, index) | (breaks ? (uint32_t)PDF_ROW_BREAK : 0u);
}

/* How many rows are of the row's table, from it on. */
static uint32_t rows_of(const struct pdf_book *book, uint32_t index)
{
	uint32_t n = 1;

	while (index + n < book->n_rows && book->rows[index + n].table == book->rows[index].table)
		n++;
	return n;
}

/* How many rows belong to the group or fact sheet that the row begins. */
static uint32_t block_of(const struct pdf_book *book, uint32_t index)
{
	uint32_t kind = book->rows[index].kind;

	return kind == PDF_ROW_GROUP || kind == PDF_ROW_SHEET ? rows_of(book, index) : 0;
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
	out->gap = row->kind == PDF_ROW_FACE ? pdf_title_page_gap(book, row->index)
					     : pdf_rows_gap(book, row);
	out->zone = row->table == PDF_NO_TABLE || row->kind == PDF_ROW_GROUP ||
				    row->kind == PDF_ROW_SHEET || row->kind == PDF_ROW_TALLY
			    ? PDF_NO_ZONE
			    : row->table;
	if (row->least > out->height)
		out->height = row->least;
	out->flags = flags_of(book, i) | (row->breaks ? (uint32_t)PDF_ROW_BREAK : 0u);
	out->block = block_of(book, i);
	if (row->kind == PDF_ROW_TABLE_HEAD && book->tables[row->table].n_left > 0) {
		out->n_left = book->tables[row->table].n_left;
		out->n_right = rows_of(book, i) - out->n_left;
	}
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
	float pad = pdf_scale_padding(book, PDF_ROW_CATEGORY), height, lines;

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
		struct pdf_row head = {.kind = pdf_rows_head(table), .table = i};
		float limit = HEAD_SHARE * book->body.height, height = pdf_rows_height(book, &head);

		table->head_lines = UINT32_MAX;
		table->head_height = height;
		if (height > limit) {
			float rest =
				limit - 2 * pdf_scale_padding(book, head.kind) -
				(head.kind == PDF_ROW_TABLE_HEAD ? pdf_rows_logo_height(book, table)
								 : 0);

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
	/* notes at the end alone are measured with their list */
	for (uint32_t i = 0; book->options.notes != PDF_NOTES_END && i < m->notes.n; i++)
		data->note_heights[i] = slots_height(book, pdf_slots_note(book, i));
}

static int make_plan(struct pdf_book *book, struct plan_data *data)
{
	struct pdf_plan_in in = {.rows = data->rows,
				 .n_rows = book->n_rows,
				 .height = book->body.height,
				 .piece = PIECE_LINES * PDF_LEADING * book->base_size,
				 .zone_heads = data->zone_heads,
				 .n_notes = book->matrix->notes.n,
				 .notes_gap = 0.9f * book->size,
				 .split = split_row,
				 .data = book};

	data->n_notes = 0;
	for (uint32_t i = 0; i < book->n_rows; i++) {
		if (fill_row(book, i, data) != 0)
			return -1;
		/* of many layouts none is half of the work, and each message costs the host a turn */
		if (!book->has_trials)
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

/* Rows without the notes that an earlier layout had moved to the end: this one may have room for others. */
static int forget_missed(struct pdf_book *book)
{
	if (book->options.notes != PDF_NOTES_PAGE || book->n_end_notes == 0)
		return 0;
	book->n_end_notes = 0;
	return pdf_rows_make(book);
}

static int plan_once(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;
	struct plan_data data = {.rows = NULL};
	int status = -1;

	if (forget_missed(book) != 0)
		return -1;
	/* rows that an earlier plan has put into another order */
	if (book->options.is_across && pdf_rows_make(book) != 0)
		return -1;
	pdf_plan_release(&book->plan);
	data.zone_heads = calloc((size_t)book->n_tables + 1, sizeof(float));
	data.note_heights = calloc((size_t)m->notes.n + 1, sizeof(float));
	data.rows = calloc((size_t)book->n_rows + 1, sizeof(*data.rows));
	if (!data.zone_heads || !data.note_heights || !data.rows)
		goto out;
	if (pdf_sheets_fit(book) != 0)
		goto out;
	measure_repeated(book, &data);
	if (pdf_across_order(book) != 0)
		goto out;
	status = make_plan(book, &data);
	if (status == 0 && move_missed(book)) {
		struct pdf_plan_row *grown;

		pdf_plan_release(&book->plan);
		status = pdf_rows_make(book);
		if (status == 0)
			status = pdf_across_order(book);
		if (status == 0)
			status = pdf_sheets_fit(book);
		/* the tables are others now, with heads that nobody measured */
		if (status == 0)
			measure_repeated(book, &data);
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

/*
 * How the sheets are set is decided by their heights, which notes at the foot of pages add to: there the pages of both
 * ways are counted.
 */
int pdf_book_plan(struct pdf_book *book)
{
	uint32_t n_pages;

	book->sheets = PDF_SHEETS_CHOOSE;
	if (book->options.notes == PDF_NOTES_END || !book->options.has_sheets)
		return plan_once(book);
	book->sheets = PDF_SHEETS_ACROSS;
	if (plan_once(book) != 0)
		return -1;
	n_pages = book->plan.n_pages;
	book->sheets = PDF_SHEETS_COLUMNS;
	if (plan_once(book) != 0)
		return -1;
	if (book->plan.n_pages < n_pages)
		return 0;
	book->sheets = PDF_SHEETS_ACROSS;
	return plan_once(book);
}
