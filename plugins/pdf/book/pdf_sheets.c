/* SPDX-License-Identifier: MIT */
#include "pdf/book/pdf_sheets.h"

#include <math.h>
#include <stdlib.h>

#include "pdf/book/pdf_rows.h"
#include "pdf/content/pdf_scale.h"
#include "pdf/book/pdf_slots.h"

#define SIZE_LEAST 6.4f /* points that a fact sheet shrinks to */
#define STEP 0.03f
#define ROWS_MOST 150u /* more features never fit on a page */
#define GAP 1.8f /* em between columns */
#define COLUMN_LEAST 22.0f /* em: in narrower ones words break */
#define NOTES_GAP 0.9f /* em above notes at the foot */
#define FEATURES 0.38f /* share of the features' names */
#define FEATURES_OF_COLUMN 0.46f

/* A sheet's rows, and how high it is. */
struct sheet {
	uint32_t first, n; /* of book->rows */
	float height;
};

/* What the sheets take in one way of setting them. */
struct way {
	uint32_t pages;
	float least; /* scale of the smallest */
};

static struct pdf_table *table_of(struct pdf_book *book, const struct sheet *sheet)
{
	return &book->tables[book->rows[sheet->first].table];
}

static float height_of(struct pdf_book *book, uint32_t row)
{
	return pdf_rows_height(book, &book->rows[row]) + pdf_rows_gap(book, &book->rows[row]);
}

/* ---- across the body */

static float whole_height(struct pdf_book *book, const struct sheet *sheet)
{
	float sum = 0;

	for (uint32_t i = 0; i < sheet->n; i++)
		sum += height_of(book, sheet->first + i);
	return sum;
}

static void set_across(struct pdf_book *book, struct pdf_table *table)
{
	table->width = 0;
	table->n_left = 0;
	table->scale = 1;
	table->feature_width = FEATURES * book->body.width;
}

/* A sheet is meant to have no more than a page: a little smaller, if that does it. */
static void shrink(struct pdf_book *book, struct sheet *sheet)
{
	struct pdf_table *table = table_of(book, sheet);
	float least = SIZE_LEAST / book->base_size;

	set_across(book, table);
	while ((sheet->height = whole_height(book, sheet)) > book->body.height &&
	       table->scale > least)
		table->scale = fmaxf(table->scale - STEP, least);
	if (sheet->height <= book->body.height)
		return;
	table->scale = 1;
	sheet->height = whole_height(book, sheet);
}

/* ---- in two columns */

float pdf_sheets_left(const struct pdf_book *book, const struct pdf_table *table, uint32_t column)
{
	bool is_right = (column > 0) != book->matrix->is_rtl;

	return table->n_left > 0 && is_right ? book->body.width - table->width : 0;
}

/* Whether the second column may begin with the row: with a category, where there are any. */
static bool may_turn(const struct pdf_book *book, const struct pdf_row *row)
{
	if (row->kind == PDF_ROW_CATEGORY || book->matrix->categories.n < 2)
		return true;
	return row->kind == PDF_ROW_FEATURE && pdf_rows_begins_nameless(book, row);
}

/* The rows above the head stand across the body. */
static uint32_t head_of(const struct pdf_book *book, const struct sheet *sheet)
{
	uint32_t head = sheet->first;

	while (head + 1 < sheet->first + sheet->n && book->rows[head].kind != PDF_ROW_TABLE_HEAD)
		head++;
	return head;
}

/* How high the sheet is when its columns are as even as they may be; HUGE_VALF where it has but one. */
static float fold(struct pdf_book *book, const struct sheet *sheet)
{
	struct pdf_table *table = table_of(book, sheet);
	uint32_t head = head_of(book, sheet), end = sheet->first + sheet->n;
	float above = 0, all = 0, left = 0, best = HUGE_VALF, head_height;

	for (uint32_t i = sheet->first; i < head; i++)
		above += height_of(book, i);
	head_height = height_of(book, head);
	for (uint32_t i = head + 1; i < end; i++)
		all += height_of(book, i);
	for (uint32_t i = head + 1; i < end; i++) {
		float higher = fmaxf(left, all - left);

		if (i > head + 1 && may_turn(book, &book->rows[i]) && higher < best) {
			best = higher;
			table->n_left = i - head;
		}
		left += height_of(book, i);
	}
	return above + head_height + best;
}

static float note_height(struct pdf_book *book, uint32_t note)
{
	float most = 0;

	for (uint32_t i = pdf_slots_note(book, note); i > 0; i--) {
		const struct pdf_slot *slot = &book->slots[i - 1];

		most = fmaxf(most,
			     pdf_block_height(slot->store, &slot->block, slot->width / book->size));
	}
	return most * book->size;
}

/* What the notes of a sheet take at the foot of its page, each once: columns are not divided for them. */
static float notes_height(struct pdf_book *book, const struct sheet *sheet)
{
	uint32_t n_notes = book->matrix->notes.n;
	uint32_t *notes = calloc((size_t)n_notes + 1, sizeof(*notes));
	bool *is_counted = calloc((size_t)n_notes + 1, sizeof(*is_counted));
	float sum = NOTES_GAP * book->base_size;

	for (uint32_t i = 0; notes && is_counted && i < sheet->n; i++) {
		const struct pdf_row *row = &book->rows[sheet->first + i];

		if (pdf_rows_notes(book, row, NULL) > n_notes)
			continue;
		for (uint32_t k = pdf_rows_notes(book, row, notes); k > 0; k--) {
			if (!is_counted[notes[k - 1]])
				sum += note_height(book, notes[k - 1]);
			is_counted[notes[k - 1]] = true;
		}
	}
	free(notes);
	free(is_counted);
	return sum;
}

static void set_in_columns(struct pdf_book *book, struct sheet *sheet)
{
	struct pdf_table *table = table_of(book, sheet);
	float width = (book->body.width - GAP * book->base_size) / 2, notes = 0;

	if (width < COLUMN_LEAST * book->base_size)
		return;
	set_across(book, table);
	table->width = width;
	table->feature_width = FEATURES_OF_COLUMN * width;
	table->n_left = 1; /* it is set narrow while it is measured */
	sheet->height = fold(book, sheet);
	if (book->options.notes != PDF_NOTES_END)
		notes = notes_height(book, sheet);
	if (sheet->height + notes > book->body.height)
		shrink(book, sheet);
}

/* ---- the better way */

/* The pages that they take one after the other, each as a whole where a page holds it. */
static struct way count(struct pdf_book *book, const struct sheet *sheets, uint32_t n)
{
	float room = book->body.height, y = 0;
	struct way way = {1, 1};

	for (uint32_t i = 0; i < n; i++) {
		float height = sheets[i].height, least = table_of(book, &sheets[i])->scale;

		if (y > 0 && y + height > room) {
			way.pages++;
			y = 0;
		}
		for (y += height; y > room; y -= room)
			way.pages++;
		way.least = fminf(way.least, least);
	}
	return way;
}

static bool is_better(const struct way *a, const struct way *b)
{
	return a->pages < b->pages || (a->pages == b->pages && a->least > b->least);
}

static void set_all(struct pdf_book *book, struct sheet *sheets, uint32_t n,
		    void (*set)(struct pdf_book *, struct sheet *))
{
	for (uint32_t i = 0; i < n; i++)
		set(book, &sheets[i]);
}

static uint32_t find_sheets(const struct pdf_book *book, struct sheet *sheets)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < book->n_rows; i++) {
		if (book->rows[i].kind == PDF_ROW_SHEET)
			sheets[n++] = (struct sheet){.first = i};
		if (n > 0 && book->rows[i].table == book->rows[sheets[n - 1].first].table)
			sheets[n - 1].n++;
	}
	return n;
}

int pdf_sheets_fit(struct pdf_book *book)
{
	struct sheet *sheets;
	struct way across, columns;
	uint32_t n;

	if (!book->options.has_sheets || book->matrix->features.n > ROWS_MOST)
		return 0;
	sheets = calloc((size_t)book->matrix->products.n + 1, sizeof(*sheets));
	if (!sheets)
		return -1;
	n = find_sheets(book, sheets);
	set_all(book, sheets, n, shrink);
	across = count(book, sheets, n);
	if (book->sheets != PDF_SHEETS_ACROSS)
		set_all(book, sheets, n, set_in_columns);
	columns = count(book, sheets, n);
	if (book->sheets == PDF_SHEETS_CHOOSE && !is_better(&columns, &across))
		set_all(book, sheets, n, shrink);
	pdf_scale_set(book, NULL);
	free(sheets);
	return 0;
}
