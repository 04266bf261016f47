/* SPDX-License-Identifier: MIT */
#include "pdf/book/pdf_laid.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/content/pdf_cell.h"
#include "pdf/content/pdf_notes.h"

#define LAID_MOST 20000u /* blocks: a document with more is laid out in few ways */
#define KEPT_BYTES 40u
#define KEPT_MOST 4096u

/*
 * Short texts without links or details, labels of statuses above all, are shaped once for the whole
 * document: in a large comparison they are most of the cells.
 */
static bool find_kept(struct pdf_book *book, const struct mr_cell *cell, struct pdf_kept **kept)
{
	if (cell->detail || cell->text->n_bytes > KEPT_BYTES ||
	    (cell->kind != MR_CELL_STATUS && cell->kind != MR_CELL_TEXT))
		return false;
	*kept = &book->kept_cells[cell->text->id];
	if ((*kept)->block.n)
		return (*kept)->status == cell->status;
	for (uint32_t i = 0; i < cell->text->spans.n; i++)
		if (*mr_span_at(cell->text, i)->url)
			return false;
	return book->kept.n_pars < KEPT_MOST;
}

/* Where a block is kept, or null. */
static struct pdf_block *place_of(struct pdf_book *book, size_t index)
{
	struct pdf_laid_blocks *laid = &book->laid;

	if (!laid->blocks)
		return NULL;
	if (laid->small < book->words.small || laid->small > book->words.small ||
	    laid->mark_scale < book->store.mark_scale ||
	    laid->mark_scale > book->store.mark_scale) {
		pdf_store_clear(&laid->store);
		memset(laid->blocks, 0, laid->n * sizeof(*laid->blocks));
		laid->small = book->words.small;
		laid->mark_scale = laid->store.mark_scale = book->store.mark_scale;
	}
	return &laid->blocks[index];
}

static struct pdf_block make_cell(struct pdf_book *book, struct pdf_store *store, uint32_t row,
				  uint32_t col, bool is_sheet)
{
	if (book->options.has_signs && !is_sheet)
		return pdf_signs_cell(&book->words, store, &book->signs, row, col);
	return pdf_cell_make(&book->words, store, row, col, is_sheet);
}

/* ---- the row that is divided */

static struct pdf_block *divided_place(struct pdf_book *book, uint32_t row, uint32_t column)
{
	struct pdf_divided *divided = &book->divided;

	if (divided->row != row + 1 || !divided->blocks)
		return NULL;
	if (divided->small < book->words.small || divided->small > book->words.small ||
	    divided->mark_scale < book->store.mark_scale ||
	    divided->mark_scale > book->store.mark_scale) {
		pdf_store_clear(&divided->store);
		memset(divided->blocks, 0,
		       ((size_t)book->matrix->products.n + 1) * sizeof(*divided->blocks));
		divided->small = book->words.small;
		divided->mark_scale = divided->store.mark_scale = book->store.mark_scale;
	}
	return &divided->blocks[column];
}

void pdf_laid_divide(struct pdf_book *book, uint32_t row)
{
	struct pdf_divided *divided = &book->divided;

	if (divided->row == row + 1)
		return;
	if (!divided->blocks) {
		/* without memory it is only slower */
		divided->blocks =
			calloc((size_t)book->matrix->products.n + 1, sizeof(*divided->blocks));
		pdf_store_init(&divided->store, book->shape, book->store.mark_scale);
	}
	divided->row = row + 1;
	divided->small = -1;
}

void pdf_laid_divide_end(struct pdf_book *book)
{
	pdf_store_release(&book->divided.store);
	free(book->divided.blocks);
	memset(&book->divided, 0, sizeof(book->divided));
}

struct pdf_laid pdf_laid_cell(struct pdf_book *book, uint32_t row, uint32_t column, bool is_sheet)
{
	const struct mr_matrix *m = book->matrix;
	struct pdf_laid laid = {.store = &book->store};
	struct pdf_block *place;
	struct pdf_kept *kept;

	if (column > 0 && !(is_sheet && book->options.has_signs) &&
	    !mr_was_other(mr_was_cell(m, row, column - 1)) &&
	    find_kept(book, mr_cell_at(m, row, column - 1), &kept)) {
		if (kept->block.n == 0) {
			kept->block = make_cell(book, &book->kept, row, column - 1, false);
			kept->status = mr_cell_at(m, row, column - 1)->status;
		}
		return (struct pdf_laid){&book->kept, kept->block};
	}
	place = is_sheet ? NULL : place_of(book, (size_t)row * (m->products.n + 1) + column);
	if (place)
		laid.store = &book->laid.store;
	else if (!is_sheet && (place = divided_place(book, row, column)) != NULL)
		laid.store = &book->divided.store;
	if (place && place->n)
		laid.block = *place;
	else if (column == 0)
		laid.block = pdf_cell_feature(&book->words, laid.store, row);
	else
		laid.block = make_cell(book, laid.store, row, column - 1, is_sheet);
	if (place)
		*place = laid.block;
	book->store.failed |= book->divided.store.failed;
	return laid;
}

struct pdf_laid pdf_laid_note(struct pdf_book *book, uint32_t note)
{
	struct pdf_block *place = place_of(book, book->laid.first_note + note);
	struct pdf_laid laid = {.store = place ? &book->laid.store : &book->store};

	laid.block = place && place->n ? *place : pdf_notes_note(&book->words, laid.store, note);
	if (place)
		*place = laid.block;
	return laid;
}

struct pdf_laid pdf_laid_reference(struct pdf_book *book, uint32_t index)
{
	struct pdf_block *place = place_of(book, book->laid.first_reference + index);
	struct pdf_laid laid = {.store = place ? &book->laid.store : &book->store};

	laid.block =
		place && place->n ? *place : pdf_notes_reference(&book->words, laid.store, index);
	if (place)
		*place = laid.block;
	return laid;
}

struct pdf_laid pdf_laid_detail(struct pdf_book *book, uint32_t index)
{
	struct pdf_block *place = place_of(book, book->laid.first_detail + index);
	struct pdf_laid laid = {.store = place ? &book->laid.store : &book->store};

	laid.block = place && place->n
			     ? *place
			     : pdf_signs_detail(&book->words, laid.store, &book->signs, index);
	if (place)
		*place = laid.block;
	return laid;
}

void pdf_laid_begin(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;
	size_t n = (size_t)m->features.n * (m->products.n + 1);
	struct pdf_laid_blocks *laid = &book->laid;

	pdf_store_init(&laid->store, book->shape, book->store.mark_scale);
	laid->first_note = n;
	laid->first_reference = n + m->notes.n;
	laid->first_detail = n + m->notes.n + book->refs.n;
	n = laid->first_detail + book->signs.n;
	/* without memory it is only slower */
	laid->blocks = n <= LAID_MOST ? calloc(n + 1, sizeof(*laid->blocks)) : NULL;
	laid->n = n;
	laid->small = book->words.small;
	laid->mark_scale = book->store.mark_scale;
}

void pdf_laid_end(struct pdf_book *book)
{
	book->store.failed = book->store.failed || book->laid.store.failed;
	pdf_store_release(&book->laid.store);
	free(book->laid.blocks);
	memset(&book->laid, 0, sizeof(book->laid));
}
