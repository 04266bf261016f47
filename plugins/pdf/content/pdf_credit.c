/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_credit.h"

#include <string.h>

#include "common/write/isolate.h"
#include "common/write/origin.h"

bool pdf_credit_is_there(const struct pdf_book *book)
{
	const struct mr_credit *credit = &book->matrix->credit;

	return *credit->text || *credit->url || *credit->license;
}

void pdf_credit_put(struct pdf_book *book)
{
	const struct mr_credit *credit = &book->matrix->credit;
	struct pdf_store *store = &book->store;
	const char *words = *credit->text ? credit->text : credit->url;
	struct out isolated;

	if (!*words && !*credit->license)
		return;
	pdf_words_plain(store, mr_word(book->matrix, "credit", "Credit"), SHAPE_BOLD,
			PDF_INK_MUTED);
	pdf_words_plain(store, ": ", SHAPE_REGULAR, PDF_INK_MUTED);
	out_to_memory(&isolated, 0);
	isolate_put(&isolated, words, book->matrix->is_rtl);
	pdf_words_plain(store, pdf_store_take(store, &isolated), SHAPE_REGULAR, PDF_INK_TEXT);
	if (*credit->url) {
		uint32_t link = pdf_store_link(
			store, &(struct pdf_link){.uri = credit->url, .contents = credit->url});

		pdf_words_plain(store, ", ", SHAPE_REGULAR, PDF_INK_TEXT);
		pdf_store_span(store, credit->url, strlen(credit->url), SHAPE_REGULAR, PDF_INK_LINK,
			       link);
	}
	if (*credit->license) {
		pdf_words_plain(store, " \302\267 ", SHAPE_REGULAR, PDF_INK_TEXT);
		pdf_words_plain(store, credit->license, SHAPE_REGULAR, PDF_INK_TEXT);
	}
	pdf_store_close(store, &(struct pdf_par){.size = book->words.small}, NULL, 0);
}

/* What the handout was made of. */
void pdf_credit_put_origin(struct pdf_book *book)
{
	struct pdf_store *store = &book->store;
	struct out words;

	out_to_memory(&words, 0);
	origin_put(&words, book->job, NULL);
	pdf_words_plain(store, pdf_store_take(store, &words), SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_store_close(store, &(struct pdf_par){.size = book->words.small}, NULL, 0);
}
