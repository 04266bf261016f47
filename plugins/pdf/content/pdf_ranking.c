/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_ranking.h"

#include "common/ranking/ranked.h"

#include <string.h>

#define NAME_MOST 0.3f /* of the width, for the products */
#define REMARK_SHARE \
	0.5f /* of what products, places and scores leave, where something is required */

const char *pdf_ranking_title(struct pdf_book *book)
{
	struct out out;

	out_to_memory(&out, 0);
	ranked_put_title(&out, book->matrix);
	return pdf_store_take(&book->store, &out);
}

struct pdf_block pdf_ranking_about(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};
	struct out basis;

	pdf_words_stand_at(store, MR_AT_DOCUMENT, 0, 0);
	if (!mr_text_is_empty(m->ranking->description)) {
		pdf_words_text(&book->words, store, m->ranking->description, SHAPE_REGULAR,
			       PDF_INK_TEXT, "");
		pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	}
	out_to_memory(&basis, 0);
	ranked_put_basis(&basis, m);
	if (basis.n > 0) {
		pdf_words_plain(store, pdf_store_take(&book->store, &basis), SHAPE_REGULAR,
				PDF_INK_MUTED);
		pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	} else {
		out_release(&basis);
	}
	if (m->ranking->n_placed == 0) {
		pdf_words_plain(store,
				mr_word(m, "ranking_nobody", "No product meets the requirements."),
				SHAPE_BOLD, PDF_INK_TEXT);
		pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	}
	block.n = store->n_pars - block.first;
	return block;
}

static const char *head_of(struct pdf_book *book, uint32_t column)
{
	const struct mr_matrix *m = book->matrix;

	switch (column) {
	case 0: return mr_word(m, "product", "Product");
	case 1: return mr_word(m, "ranking_place", "Place");
	case 2: return mr_word(m, "ranking_score", "Score");
	default: return mr_word(m, "ranking_requirements", "Requirements");
	}
}

static const char *words_of(struct pdf_book *book, const struct mr_ranked *is, uint32_t column)
{
	const struct mr_matrix *m = book->matrix;
	struct out out;

	out_to_memory(&out, 0);
	switch (column) {
	case 0: out_string(&out, mr_product_at(m, is->product)->name); break;
	case 1: ranked_put_place(&out, is, RANKED_DASH); break;
	case 2: ranked_put_score(&out, m, is, RANKED_DASH); break;
	default: ranked_put_remark(&out, m, is);
	}
	if (out.n == 0)
		out_string(&out, RANKED_DASH);
	return pdf_store_take(&book->store, &out);
}

struct pdf_block pdf_ranking_cell(struct pdf_book *book, const struct pdf_row *row, uint32_t column)
{
	const struct mr_ranked *is = mr_ranked_at(book->matrix->ranking, row->index);
	bool is_head = row->kind == PDF_ROW_RANKED_HEAD;
	bool is_empty = !is_head && column == 3 && is->standing == MR_RANKED_IN;

	pdf_words_stand_at(&book->store, is_head ? MR_AT_DOCUMENT : MR_AT_PRODUCT,
			   is_head ? 0 : is->product, 0);
	if (is_empty)
		return (struct pdf_block){book->store.n_pars, 0};
	return pdf_words_block(&book->store,
			       is_head ? head_of(book, column) : words_of(book, is, column),
			       is_head ? SHAPE_BOLD : SHAPE_REGULAR, PDF_INK_TEXT, 1);
}

/* ---- below the table */

static void put_questions(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;
	struct pdf_store *store = &book->store;
	uint32_t n = ranked_n_questions(m->ranking);
	struct out out;

	if (n == 0)
		return;
	pdf_words_plain(store, mr_word(m, "ranking_decides", "What would decide it"), SHAPE_BOLD,
			PDF_INK_TEXT);
	out_to_memory(&out, 0);
	for (uint32_t i = 0; i < n; i++) {
		out_string(&out, i ? " \302\267 " : ": ");
		ranked_put_question(&out, m, mr_deciding_at(m->ranking, i));
	}
	if (m->ranking->n_deciding > n) {
		out_string(&out, " \302\267 +\302\240");
		out_unsigned(&out, m->ranking->n_deciding - n);
	}
	pdf_words_plain(store, pdf_store_take(&book->store, &out), SHAPE_REGULAR, PDF_INK_TEXT);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
}

static void put_reading(struct pdf_book *book)
{
	struct out out;

	out_to_memory(&out, 0);
	ranked_put_reading(&out, book->matrix);
	pdf_words_plain(&book->store, pdf_store_take(&book->store, &out), SHAPE_REGULAR,
			PDF_INK_MUTED);
	pdf_store_close(&book->store, &(struct pdf_par){.size = book->words.small, .gap = 0.1f},
			NULL, 0);
}

struct pdf_block pdf_ranking_end(struct pdf_book *book)
{
	struct pdf_block block = {.first = book->store.n_pars};

	pdf_words_stand_at(&book->store, MR_AT_DOCUMENT, 0, 0);
	put_questions(book);
	put_reading(book);
	block.n = book->store.n_pars - block.first;
	return block;
}

/* ---- the columns */

/* The widest words of a column, in points without padding. */
static float widest(struct pdf_book *book, uint32_t column)
{
	struct pdf_row row = {.kind = PDF_ROW_RANKED_HEAD};
	float most = 0;

	for (uint32_t i = 0; i <= book->matrix->ranking->ranked.n; i++) {
		struct pdf_block block;
		float natural = 0, word;

		pdf_store_clear(&book->store);
		block = pdf_ranking_cell(book, &row, column);
		if (block.n > 0)
			pdf_block_widths(&book->store, &block, &natural, &word);
		most = natural > most ? natural : most;
		row.kind = PDF_ROW_RANKED;
		row.index = i;
	}
	pdf_store_clear(&book->store);
	return most * book->base_size + 1;
}

void pdf_ranking_share(struct pdf_book *book, struct pdf_table *table)
{
	bool has_remarks = false;
	float all = book->body.width, name = widest(book, 0) + 2 * book->pad;
	float place = widest(book, 1) + 2 * book->pad, rest;
	const struct mr_ranking *ranking = book->matrix->ranking;

	for (uint32_t i = 0; i < ranking->ranked.n; i++)
		has_remarks = has_remarks || mr_ranked_at(ranking, i)->standing != MR_RANKED_IN;
	*table = (struct pdf_table){.kind = PDF_TABLE_RANKING,
				    .n_products = has_remarks ? PDF_N_RANKED : PDF_N_RANKED - 1,
				    .widths = book->ranked_widths,
				    .scale = 1};
	table->feature_width = name < NAME_MOST * all ? name : NAME_MOST * all;
	book->ranked_score = widest(book, 2) + 2 * book->pad;
	rest = all - table->feature_width - place - book->ranked_score;
	if (rest < 0)
		rest = 0;
	book->ranked_widths[0] = place;
	book->ranked_widths[1] =
		book->ranked_score + (has_remarks ? (1 - REMARK_SHARE) * rest : rest);
	book->ranked_widths[2] = has_remarks ? REMARK_SHARE * rest : 0;
}
