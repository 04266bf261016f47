/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_glossary.h"

#define INDENT 1.0f /* em, of features below their category */

const struct mr_text *pdf_glossary_rest(const struct pdf_words *words,
					const struct mr_text *description)
{
	static const struct mr_text nothing = {.plain = ""};

	return words->has_glossary ? &nothing : description;
}

/* A name that is a link, or has one in it, leads there. */
static bool leads_elsewhere(const struct mr_feature *feature)
{
	for (uint32_t i = 0; i < feature->name->spans.n; i++)
		if (*mr_span_at(feature->name, i)->url)
			return true;
	return *feature->url != '\0';
}

void pdf_glossary_name(const struct pdf_words *words, struct pdf_store *store, uint32_t row,
		       uint8_t style)
{
	const struct mr_feature *feature = mr_feature_at(words->matrix, row);
	struct pdf_link link = {.key = PDF_KEY(PDF_PLACE_TERM, row),
				.place = PDF_KEY(PDF_PLACE_TERMED, row),
				.contents = feature->name->plain};

	if (!words->has_glossary || mr_text_is_empty(feature->description) ||
	    leads_elsewhere(feature))
		pdf_words_text(words, store, feature->name, style, PDF_INK_TEXT, feature->url);
	else
		pdf_store_span(store, feature->name->plain, feature->name->n_bytes, style,
			       PDF_INK_TEXT, pdf_store_link(store, &link));
}

bool pdf_glossary_has_feature(const struct pdf_book *book, uint32_t row)
{
	return book->options.has_glossary &&
	       !mr_text_is_empty(mr_feature_at(book->matrix, row)->description);
}

bool pdf_glossary_has_category(const struct pdf_book *book, uint32_t index)
{
	const struct mr_category *category = mr_category_at(book->matrix, index);
	bool has_one = book->options.has_glossary && !mr_text_is_empty(category->description);

	for (uint32_t i = 0; i < category->n_features && !has_one; i++)
		has_one = pdf_glossary_has_feature(book, category->first_feature + i);
	return has_one;
}

bool pdf_glossary_is_there(const struct pdf_book *book)
{
	for (uint32_t i = 0; i < book->matrix->categories.n; i++)
		if (pdf_glossary_has_category(book, i))
			return true;
	return false;
}

void pdf_glossary_vet(const struct pdf_book *book)
{
	if (book->options.has_glossary && !pdf_glossary_is_there(book))
		book->job->diag(book->job, MR_NOTE, NULL,
				"descriptions: no feature and no category is described, so there "
				"is no glossary");
}

static void put_description(struct pdf_book *book, const struct mr_text *description)
{
	if (mr_text_is_empty(description))
		return;
	pdf_words_plain(&book->store, ": ", SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_words_text(&book->words, &book->store, description, SHAPE_REGULAR, PDF_INK_TEXT, "");
}

struct pdf_block pdf_glossary_category(struct pdf_book *book, uint32_t index)
{
	const struct mr_category *category = mr_category_at(book->matrix, index);
	struct pdf_block block = {.first = book->store.n_pars};

	pdf_words_stand_at(&book->store, MR_AT_CATEGORY, index, 0);
	pdf_words_plain(&book->store, category->name->plain, SHAPE_BOLD, PDF_INK_TEXT);
	put_description(book, category->description);
	pdf_store_close(&book->store, &(struct pdf_par){.size = 1}, NULL, 0);
	block.n = book->store.n_pars - block.first;
	return block;
}

struct pdf_block pdf_glossary_feature(struct pdf_book *book, uint32_t row)
{
	const struct mr_feature *feature = mr_feature_at(book->matrix, row);
	uint32_t category = feature->category;
	struct pdf_block block = {.first = book->store.n_pars};
	struct pdf_link back = {.key = PDF_KEY(PDF_PLACE_TERMED, row),
				.place = PDF_KEY(PDF_PLACE_TERM, row),
				.contents = feature->name->plain};
	bool has_heading = !mr_text_is_empty(mr_category_at(book->matrix, category)->name);
	/* what leads elsewhere from the table is no place to come back to */
	uint32_t link =
		leads_elsewhere(feature) ? PDF_NO_LINK : pdf_store_link(&book->store, &back);

	pdf_words_stand_at(&book->store, MR_AT_FEATURE, row, 0);
	pdf_store_span(&book->store, feature->name->plain, feature->name->n_bytes, SHAPE_BOLD,
		       PDF_INK_TEXT, link);
	put_description(book, feature->description);
	pdf_store_close(
		&book->store,
		&(struct pdf_par){.size = book->words.small, .indent = has_heading ? INDENT : 0},
		NULL, 0);
	block.n = book->store.n_pars - block.first;
	return block;
}
