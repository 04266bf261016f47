/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_title_page.h"

#include <math.h>
#include <string.h>

#include "common/write/isolate.h"
#include "pdf/content/pdf_codes.h"
#include "pdf/content/pdf_credit.h"
#include "pdf/content/pdf_scale.h"

#define TOP_SHARE 0.27f /* of the page above the title */
#define WIDTH_SHARE 0.8f /* of the body that words take, where it is wide */
#define WIDTH_LEAST 26.0f /* em: narrower bodies are filled */
#define WIDTH_MOST 46.0f /* em: the eye loses longer lines */
#define NAME_LINES 3 /* that the title should have at most */
#define SUBTITLE_SIZE 1.45f
#define ABOUT_SIZE 1.1f
#define COUNTS_SIZE 1.1f
#define MARK_GAP 1.8f /* em below the mark of the house: the bar of the title stands there */
#define INLINE_LINES 2.5f /* of products behind each other */
#define LIST_SHARE 0.34f /* of the page that they may take below each other */

float pdf_title_page_width(const struct pdf_book *book)
{
	float width = fmaxf(WIDTH_SHARE * book->body.width, WIDTH_LEAST * book->base_size);

	return fminf(fminf(width, WIDTH_MOST * book->base_size), book->body.width);
}

/* ---- words */

/* In the largest type in which no word is divided and the lines are few. */
static struct pdf_block name_block(struct pdf_book *book)
{
	static const float sizes[] = {3.2f, 2.8f, 2.4f, 2.1f, 1.9f, 1.6f, 1.3f};
	const size_t n = sizeof(sizes) / sizeof(*sizes);
	struct pdf_store *store = &book->store;
	const char *title = book->matrix->title;
	float width = pdf_title_page_width(book) / book->base_size;
	struct pdf_block block = {0, 0};

	for (size_t i = 0; i < n; i++) {
		float natural, word, lines;

		block = pdf_words_block(store, title, SHAPE_BOLD, PDF_INK_HEADING, sizes[i]);
		pdf_block_widths(store, &block, &natural, &word);
		lines = pdf_block_height(store, &block, width) / (PDF_LEADING * sizes[i]);
		if (word <= width && lines < NAME_LINES + 0.5f)
			break;
	}
	return block;
}

static void close(struct pdf_store *store, float size)
{
	pdf_store_close(store, &(struct pdf_par){.size = size}, NULL, 0);
}

struct pdf_block pdf_title_page_about(struct pdf_book *book, float size)
{
	const struct mr_matrix *m = book->matrix;
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};

	if (m->as_of.year) {
		pdf_words_plain(store,
				pdf_words_filled(&book->words, store, "as_of", "as of {date}",
						 "date", pdf_words_day(&book->words, store)),
				SHAPE_REGULAR, PDF_INK_MUTED);
		close(store, size);
	}
	if (*m->selection.words) {
		pdf_words_plain(store, m->selection.words, SHAPE_REGULAR, PDF_INK_MUTED);
		close(store, size);
	}
	block.n = store->n_pars - block.first;
	return block;
}

/* Facts without a date: the day on which the document was made, bare. */
static struct pdf_block about_block(struct pdf_book *book)
{
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};

	if (!book->matrix->as_of.year) {
		pdf_words_plain(store, pdf_words_day(&book->words, store), SHAPE_REGULAR,
				PDF_INK_MUTED);
		close(store, ABOUT_SIZE);
	}
	pdf_title_page_about(book, ABOUT_SIZE);
	block.n = store->n_pars - block.first;
	return block;
}

static struct pdf_block client_block(struct pdf_book *book)
{
	struct pdf_store *store = &book->store;
	struct out name;

	out_to_memory(&name, 0);
	isolate_put(&name, book->options.client, book->matrix->is_rtl);
	return pdf_words_block(store,
			       pdf_words_filled(&book->words, store, "for_client",
						"Prepared for {client}", "client",
						pdf_store_take(store, &name)),
			       SHAPE_BOLD, PDF_INK_TEXT, ABOUT_SIZE);
}

/* "Products 14 · Features 27 · Categories 5": no language has to bend a word. */
static struct pdf_block counts_block(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};
	const struct {
		const char *key, *english;
		uint32_t n;
	} counts[] = {{"products", "Products", m->products.n},
		      {"features", "Features", m->features.n},
		      {"categories", "Categories", m->categories.n}};

	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
		pdf_words_plain(store, i ? " \302\267 " : "", SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_words_plain(store, mr_word(m, counts[i].key, counts[i].english), SHAPE_REGULAR,
				PDF_INK_MUTED);
		pdf_words_plain(store, "\302\240", SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_words_plain(store, pdf_words_number(store, counts[i].n), SHAPE_BOLD,
				PDF_INK_TEXT);
	}
	close(store, COUNTS_SIZE);
	block.n = store->n_pars - block.first;
	return block;
}

static void put_name(struct pdf_book *book, uint32_t col)
{
	struct pdf_store *store = &book->store;
	struct out name;

	out_to_memory(&name, 0);
	isolate_put(&name, mr_product_at(book->matrix, col)->name, book->matrix->is_rtl);
	pdf_words_stand_at(store, MR_AT_PRODUCT, col, 0);
	pdf_words_plain(store, pdf_store_take(store, &name), SHAPE_REGULAR, PDF_INK_TEXT);
}

/* The names behind each other, or a line each. */
static struct pdf_block names(struct pdf_book *book, bool has_lines)
{
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};

	for (uint32_t i = 0; i < book->matrix->products.n; i++) {
		if (i && has_lines)
			close(store, 1);
		else
			pdf_words_plain(store, i ? " \302\267 " : "", SHAPE_REGULAR, PDF_INK_MUTED);
		put_name(book, book->order[i]);
	}
	close(store, 1);
	block.n = store->n_pars - block.first;
	return block;
}

/* Names that fill some lines are told apart where each has its own, if the page has room for that. */
static struct pdf_block products_block(struct pdf_book *book)
{
	float width = pdf_title_page_width(book) / book->base_size;
	float list = (float)book->matrix->products.n * PDF_LEADING * book->base_size;
	struct pdf_block block = names(book, false);

	if (list > LIST_SHARE * book->body.height ||
	    pdf_block_height(&book->store, &block, width) < INLINE_LINES * PDF_LEADING)
		return block;
	return names(book, true);
}

static struct pdf_block credit_block(struct pdf_book *book)
{
	struct pdf_block block = {.first = book->store.n_pars};

	pdf_credit_put(book);
	block.n = book->store.n_pars - block.first;
	return block;
}

struct pdf_block pdf_title_page_block(struct pdf_book *book, uint32_t part)
{
	switch (part) {
	case PDF_TITLE_NAME: return name_block(book);
	case PDF_TITLE_SUBTITLE:
		return pdf_words_block(&book->store, book->matrix->subtitle, SHAPE_REGULAR,
				       PDF_INK_MUTED, SUBTITLE_SIZE);
	case PDF_TITLE_CLIENT: return client_block(book);
	case PDF_TITLE_ABOUT: return about_block(book);
	case PDF_TITLE_COUNTS: return counts_block(book);
	case PDF_TITLE_PRODUCTS: return products_block(book);
	case PDF_TITLE_CREDIT: return credit_block(book);
	default: return (struct pdf_block){book->store.n_pars, 0};
	}
}

/* ---- places */

/* Free above a part at least, in em. */
static float least_gap(uint32_t part)
{
	switch (part) {
	case PDF_TITLE_SUBTITLE: return 0.6f;
	case PDF_TITLE_CLIENT:
	case PDF_TITLE_COUNTS: return 2.6f;
	case PDF_TITLE_ABOUT: return 1;
	case PDF_TITLE_PRODUCTS: return 0.5f;
	case PDF_TITLE_CREDIT: return 2;
	default: return 0;
	}
}

/* Whether the page has such a part, were it as high as it likes. */
static bool is_said(const struct pdf_book *book, uint32_t part)
{
	const struct mr_matrix *m = book->matrix;

	switch (part) {
	case PDF_TITLE_SUBTITLE: return *m->subtitle;
	case PDF_TITLE_CLIENT: return *book->options.client;
	case PDF_TITLE_ABOUT:
		return m->as_of.year || *m->selection.words || book->job->clock != MR_NO_CLOCK;
	case PDF_TITLE_PRODUCTS: return m->products.n > 0;
	case PDF_TITLE_CREDIT: return pdf_credit_is_there(book);
	default: return true;
	}
}

static float part_height(struct pdf_book *book, uint32_t part)
{
	const struct pdf_row row = {.kind = PDF_ROW_FACE, .index = part};
	float code = pdf_codes_beside(book, &row), width = pdf_title_page_width(book) - code;
	struct pdf_block block;
	float words;

	pdf_store_clear(&book->store);
	block = pdf_title_page_block(book, part);
	words = pdf_block_height(&book->store, &block, width / book->size) * book->size;
	return fmaxf(words + pdf_codes_quiet(book, &row), code) +
	       2 * pdf_scale_padding(book, PDF_ROW_FACE);
}

/* All but the white at the top, each part with the least that is free above it. */
static float words_height(struct pdf_book *book, bool has_products)
{
	float sum = 0;

	pdf_scale_set(book, NULL);
	for (uint32_t part = PDF_TITLE_NAME; part < PDF_N_TITLE_PARTS; part++)
		if (is_said(book, part) && (part != PDF_TITLE_PRODUCTS || has_products))
			sum += part_height(book, part) + least_gap(part) * book->size;
	return sum;
}

/* The mark of the house with what is free below it, or nothing. */
static float mark_height(const struct pdf_book *book)
{
	float width, height;

	if (book->mark.aspect <= 0)
		return 0;
	pdf_scale_mark(book, &width, &height);
	return height + MARK_GAP * book->base_size;
}

/* What the parts leave of the page. */
static float rest(struct pdf_book *book)
{
	float height = book->body.height - 1;
	float with = height - words_height(book, true);

	return with >= mark_height(book) ? with : height - words_height(book, false);
}

bool pdf_title_page_has(struct pdf_book *book, uint32_t part)
{
	if (!is_said(book, part))
		return false;
	return part != PDF_TITLE_PRODUCTS ||
	       book->body.height - 1 - words_height(book, true) >= mark_height(book);
}

float pdf_title_page_top(struct pdf_book *book)
{
	return fmaxf(fminf(TOP_SHARE * book->body.height, rest(book)), mark_height(book));
}

float pdf_title_page_gap(struct pdf_book *book, uint32_t part)
{
	float least = least_gap(part) * book->base_size, free;

	if (part != PDF_TITLE_CREDIT)
		return least;
	free = rest(book) - pdf_title_page_top(book);
	return free > 0 ? least + free : least;
}
