/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_contents.h"

#include <math.h>
#include <string.h>

#include "pdf/content/pdf_whole.h"

#define WIDTH 34.0f /* em: further apart, name and number are not seen as one line */
#define INDENT 1.2f

uint32_t pdf_contents_level(const struct pdf_book *book, const struct pdf_row *row)
{
	const struct pdf_table *table =
		row->table == PDF_NO_TABLE ? NULL : &book->tables[row->table];

	switch (row->kind) {
	case PDF_ROW_HEADING: return row->index != PDF_SECTION_CONTENTS;
	case PDF_ROW_GROUP:
	case PDF_ROW_SHEET: return 1;
	case PDF_ROW_TABLE_HEAD:
		/* groups have headings of their own */
		return table->kind == PDF_TABLE_GROUP && book->columns.n_groups == 1;
	case PDF_ROW_CATEGORY: return table->kind == PDF_TABLE_GROUP ? 2 : 0;
	default: return 0;
	}
}

/* The page on which a row begins, from 1; 0 while nothing is planned. */
static uint32_t page_of(const struct pdf_plan *plan, uint32_t row)
{
	uint32_t low = 0, high = plan->n_fragments, fragment;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (plan->fragments[mid].row < row)
			low = mid + 1;
		else
			high = mid;
	}
	fragment = low;
	if (fragment == plan->n_fragments)
		return 0;
	for (low = 0, high = plan->n_pages; low + 1 < high;) {
		uint32_t mid = low + (high - low) / 2;

		if (plan->pages[mid].first <= fragment)
			low = mid;
		else
			high = mid;
	}
	return low + 1;
}

/* What the links of an entry say: read when the document is saved, while the store is cleared before. */
static const char *lasting_name(struct pdf_book *book, const struct pdf_row *entry)
{
	const struct pdf_row *row = &book->rows[entry->index];
	const char *name = pdf_whole_name(book, row);
	size_t n = strlen(name) + 1;
	char *kept;

	if (row->kind == PDF_ROW_CATEGORY || row->kind == PDF_ROW_SHEET)
		return name; /* the matrix's own */
	kept = book->job->alloc(book->job, n);
	memcpy(kept, name, n);
	return kept;
}

static struct pdf_block line(struct pdf_book *book, const char *words, const struct pdf_row *entry)
{
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};
	struct pdf_link link = {.key = PDF_KEY(PDF_PLACE_ROW, entry->index),
				.contents = lasting_name(book, entry)};

	pdf_store_span(store, words, strlen(words), entry->n == 1 ? SHAPE_BOLD : SHAPE_REGULAR,
		       PDF_INK_TEXT, pdf_store_link(store, &link));
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_contents_name(struct pdf_book *book, const struct pdf_row *entry)
{
	return line(book, pdf_whole_name(book, &book->rows[entry->index]), entry);
}

struct pdf_block pdf_contents_number(struct pdf_book *book, const struct pdf_row *entry)
{
	uint32_t page = page_of(&book->plan, entry->index);

	return line(book, page ? pdf_words_number(&book->store, page) : "", entry);
}

float pdf_contents_indent(const struct pdf_book *book, const struct pdf_row *entry)
{
	return (float)(entry->n - 1) * INDENT * book->size;
}

float pdf_contents_width(const struct pdf_book *book)
{
	return fminf(book->body.width, WIDTH * book->size);
}
