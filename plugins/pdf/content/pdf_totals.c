/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_totals.h"

#include "common/write/number.h"
#include "pdf/content/pdf_axes.h"

void pdf_totals_vet(const struct pdf_book *book)
{
	if (book->options.has_totals && book->options.is_turned)
		book->job->diag(book->job, MR_WARNING, NULL,
				"totals has no effect in a table that is turned: -O cover=yes has "
				"the counts of each product");
}

bool pdf_totals_has(const struct pdf_book *book, const struct pdf_table *table)
{
	return book->options.has_totals && table->kind == PDF_TABLE_GROUP &&
	       !pdf_axes_is_turned(book, table);
}

struct pdf_block pdf_totals_name(struct pdf_book *book)
{
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};

	pdf_words_plain(store, mr_word(book->matrix, "coverage", "Coverage"), SHAPE_BOLD,
			PDF_INK_TEXT);
	if (book->options.has_signs)
		pdf_words_plain(store, " (%)", SHAPE_BOLD, PDF_INK_TEXT);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}

/* "23/24": of what applies, all that is yes. */
static const char *fraction(struct pdf_store *store, const struct mr_counts *counts)
{
	struct out text;

	out_to_memory(&text, 0);
	out_unsigned(&text, counts->n[MR_LIKE_YES]);
	out_char(&text, '/');
	out_unsigned(&text, counts->total - counts->n[MR_LIKE_NA]);
	return pdf_store_take(store, &text);
}

struct pdf_block pdf_totals_cell(struct pdf_book *book, uint32_t col)
{
	const struct mr_counts *counts = &mr_product_at(book->matrix, col)->counts;
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};
	bool is_narrow = book->options.has_signs, has_one = counts->coverage >= 0;

	pdf_words_plain(store,
			is_narrow && has_one
				? pdf_words_number(store, number_percent(counts->coverage))
				: pdf_words_percent(store, counts->coverage),
			SHAPE_BOLD, PDF_INK_TEXT);
	pdf_store_close(store, &(struct pdf_par){.size = is_narrow ? book->words.small : 1}, NULL,
			0);
	if (has_one && !is_narrow) {
		pdf_words_plain(store, mr_word(book->matrix, "yes", "yes"), SHAPE_REGULAR,
				PDF_INK_MUTED);
		pdf_words_plain(store, "\302\240", SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_words_plain(store, fraction(store, counts), SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_store_close(store, &(struct pdf_par){.size = book->words.small, .gap = 0.1f},
				NULL, 0);
	}
	block.n = store->n_pars - block.first;
	return block;
}
