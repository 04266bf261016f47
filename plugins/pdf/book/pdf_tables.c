/* SPDX-License-Identifier: MIT */
#include "pdf/book/pdf_tables.h"

#include <stdlib.h>

#include "pdf/content/pdf_ranking.h"
#include "pdf/book/pdf_slots.h"
#include "pdf/layout/pdf_widths.h"

#define COUNTS_NAME 0.3f /* of the summary's width, for the products */
#define COUNTS_NAME_MOST 13.0f /* em: a longer word of a name breaks */

static float word_of(struct pdf_book *book, struct pdf_block block)
{
	float natural, word;

	pdf_block_widths(&book->store, &block, &natural, &word);
	return word;
}

/* The longest word of each column of the summary, in em; the product's first. */
static void count_words(struct pdf_book *book, float words[1 + PDF_N_COUNTS])
{
	struct pdf_row row = {.kind = PDF_ROW_COUNTS_HEAD, .table = PDF_NO_TABLE};

	for (uint32_t i = 0; i <= PDF_N_COUNTS; i++)
		words[i] = 0;
	for (uint32_t k = 0; k <= book->matrix->products.n; k++) {
		pdf_store_clear(&book->store);
		for (uint32_t i = 0; i <= PDF_N_COUNTS; i++) {
			float word = word_of(book, pdf_slots_count(book, &row, i));

			words[i] = word > words[i] ? word : words[i];
		}
		row.kind = PDF_ROW_COUNTS;
		row.index = k;
	}
	pdf_store_clear(&book->store);
}

/*
 * The columns of the summary: the numbers alike, the products as wide as they may, and each as wide
 * as its longest word; where all that is too much, the type of the table shrinks to what can be read.
 */
static void share_counts(struct pdf_book *book, struct pdf_table *table)
{
	float words[1 + PDF_N_COUNTS], needs[1 + PDF_N_COUNTS], widths[1 + PDF_N_COUNTS];
	float room = book->body.width - 2 * book->pad * (1 + PDF_N_COUNTS), sum = 0;

	count_words(book, words);
	words[0] = words[0] < COUNTS_NAME_MOST ? words[0] : COUNTS_NAME_MOST;
	for (uint32_t i = 0; i <= PDF_N_COUNTS; i++)
		sum += words[i];
	if (sum * book->base_size > room && room > 0) {
		table->scale = room / (sum * book->base_size);
		if (table->scale * book->base_size < PDF_SIZE_LEAST)
			table->scale = PDF_SIZE_LEAST / book->base_size;
	}
	for (uint32_t i = 0; i <= PDF_N_COUNTS; i++) {
		needs[i] = words[i] * book->base_size * table->scale + 2 * book->pad + 0.05f;
		widths[i] = book->body.width * (i ? (1 - COUNTS_NAME) / PDF_N_COUNTS : COUNTS_NAME);
	}
	pdf_widths_raise(widths, needs, 1 + PDF_N_COUNTS);
	table->feature_width = widths[0];
	for (uint32_t i = 0; i < PDF_N_COUNTS; i++)
		book->counts_widths[i] = widths[1 + i];
}

void pdf_tables_make(struct pdf_book *book)
{
	const struct pdf_columns *c = &book->columns;
	uint32_t n_pinned = book->options.is_turned ? 0 : book->n_pinned;
	uint32_t n_products = book->matrix->products.n, n = 0;

	for (uint32_t g = 0; g < c->n_groups; g++)
		book->tables[n++] = (struct pdf_table){
			.kind = PDF_TABLE_GROUP,
			.first_product = c->group_first[g],
			.n_products = n_pinned + c->group_first[g + 1] - c->group_first[g],
			.n_pinned = n_pinned,
			.is_later = g > 0,
			.feature_width = c->feature_width[g],
			.widths = pdf_columns_widths(c, n_pinned, g),
			.worksheet_width = c->worksheet_width,
			.tail_width = c->tail_width[g],
			.scale = 1};
	book->tables[n] = (struct pdf_table){.kind = PDF_TABLE_COUNTS,
					     .n_products = PDF_N_COUNTS,
					     .widths = book->counts_widths,
					     .scale = 1};
	share_counts(book, &book->tables[n++]);
	for (uint32_t i = 0; book->options.has_sheets && i < n_products; i++)
		book->tables[n++] = (struct pdf_table){.kind = PDF_TABLE_SHEET,
						       .first_product = i,
						       .n_products = 1,
						       .feature_width = book->body.width * 0.38f,
						       .scale = 1};
	if (book->matrix->ranking)
		pdf_ranking_share(book, &book->tables[n++]);
	book->n_tables = n;
}

/* The slots of a row of this table that is no category. */
static uint32_t columns_of(const struct pdf_table *table)
{
	return 1 + table->n_products + (table->worksheet_width > 0);
}

void pdf_tables_room(struct pdf_book *book)
{
	uint32_t most =
		2; /* a row across the body, a category that goes on, a note and its number */

	/* each table's head is measured, whether a row shows it or not */
	for (uint32_t i = 0; i < book->n_tables; i++) {
		uint32_t n = columns_of(&book->tables[i]);

		most = n > most ? n : most;
	}
	for (uint32_t i = 0; i < book->n_rows; i++)
		if (book->rows[i].kind == PDF_ROW_LEGEND && book->rows[i].n > most)
			most = book->rows[i].n;
		else if (book->rows[i].kind == PDF_ROW_CODES && 2 * book->rows[i].n > most)
			most = 2 * book->rows[i].n;
	free(book->slots);
	free(book->starts);
	free(book->counts);
	book->slots = calloc(most, sizeof(*book->slots));
	book->starts = calloc(most, sizeof(*book->starts));
	book->counts = calloc(most, sizeof(*book->counts));
	book->n_places = most;
	if (!book->slots || !book->starts || !book->counts)
		book->failed = true;
}
