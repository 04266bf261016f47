/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_evidence.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/content/pdf_notes.h"

#define SIGN "\302\247" /* a section sign */

/* ---- which cells are known alike */

static bool is_known(const struct mr_cell_detail *detail)
{
	return detail && (detail->sources.n > 0 || detail->verified.year != 0 || *detail->since);
}

static bool has_row(const struct mr_matrix *m, uint32_t row)
{
	for (uint32_t col = 0; col < m->products.n; col++)
		if (is_known(mr_cell_at(m, row, col)->detail))
			return true;
	return false;
}

/* What is unknown belongs to it only where somebody looked. */
static bool is_told(const struct mr_cell *cell)
{
	return cell->like != MR_LIKE_UNKNOWN || is_known(cell->detail);
}

static bool is_alike(const struct mr_cell *a, const struct mr_cell *b)
{
	const struct mr_cell_detail *one = a->detail, *two = b->detail;

	if (!is_told(a) || !is_told(b) || is_known(one) != is_known(two))
		return false;
	if (!is_known(one) || one == two)
		return true;
	return strcmp(one->since, two->since) == 0 && one->since_from == two->since_from &&
	       memcmp(&one->verified, &two->verified, sizeof(one->verified)) == 0 &&
	       one->verified_from == two->verified_from && one->sources_from == two->sources_from &&
	       pdf_notes_is_same(one, two);
}

static int add(struct pdf_book *book, uint32_t row, uint32_t col)
{
	if (book->n_evidence == book->evidence_size) {
		uint32_t wanted = book->evidence_size ? book->evidence_size * 2 : 64;
		struct pdf_evidence *grown =
			wanted > book->n_evidence ? realloc(book->evidence, wanted * sizeof(*grown))
						  : NULL;

		if (!grown)
			return -1;
		book->evidence = grown;
		book->evidence_size = wanted;
	}
	book->evidence[book->n_evidence++] = (struct pdf_evidence){row, col};
	return 0;
}

/* An entry for each of its cells that none of those before is like. */
static int add_row(struct pdf_book *book, uint32_t row)
{
	const struct mr_matrix *m = book->matrix;
	uint32_t first = book->n_evidence;
	int status = 0;

	for (uint32_t col = 0; col < m->products.n && status == 0; col++) {
		const struct mr_cell *cell = mr_cell_at(m, row, col);
		bool is_new = is_told(cell);

		for (uint32_t i = first; i < book->n_evidence && is_new; i++)
			is_new = !is_alike(mr_cell_at(m, row, book->evidence[i].col), cell);
		if (is_new)
			status = add(book, row, col);
	}
	return status;
}

int pdf_evidence_find(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;
	int status = 0;

	if (!book->options.has_evidence)
		return 0;
	for (uint32_t row = 0; row < m->features.n && status == 0; row++)
		if (has_row(m, row))
			status = add_row(book, row);
	if (status == 0 && book->n_evidence == 0)
		book->job->diag(book->job, MR_NOTE, NULL,
				"evidence: no cell has a source, a day of verification or a since, "
				"so there is no appendix");
	return status;
}

bool pdf_evidence_begins(const struct pdf_book *book, uint32_t index)
{
	return index == 0 || book->evidence[index - 1].row != book->evidence[index].row;
}

/* ---- words */

void pdf_evidence_mark(const struct pdf_words *words, struct pdf_store *store, uint32_t row,
		       const struct mr_cell_detail *detail)
{
	struct pdf_link link = {.key = PDF_KEY(PDF_PLACE_EVIDENCE, row),
				.place = PDF_KEY(PDF_PLACE_PROOF, row),
				.is_reference = true};

	if (!words->has_evidence || !is_known(detail))
		return;
	link.contents = mr_word(words->matrix, "evidence", "Evidence");
	pdf_store_mark(store, SIGN, pdf_store_link(store, &link));
}

struct pdf_block pdf_evidence_group(struct pdf_book *book, uint32_t index)
{
	uint32_t row = book->evidence[index].row;
	const struct mr_text *name = mr_feature_at(book->matrix, row)->name;
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};
	struct pdf_link back = {.key = PDF_KEY(PDF_PLACE_PROOF, row),
				.place = PDF_KEY(PDF_PLACE_EVIDENCE, row),
				.contents = name->plain};

	pdf_words_stand_at(store, MR_AT_FEATURE, row, 0);
	pdf_store_span(store, name->plain, name->n_bytes, SHAPE_BOLD, PDF_INK_TEXT,
		       pdf_store_link(store, &back));
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}

static void say(struct pdf_store *store, const char *text)
{
	pdf_words_plain(store, text, SHAPE_REGULAR, PDF_INK_TEXT);
}

/* " (from the product)" */
static void say_from(struct pdf_book *book, uint32_t from)
{
	const struct mr_matrix *m = book->matrix;
	const char *words =
		from == MR_FROM_FEATURE    ? mr_word(m, "from_feature", "from the feature")
		: from == MR_FROM_CATEGORY ? mr_word(m, "from_category", "from the category")
		: from == MR_FROM_PRODUCT  ? mr_word(m, "from_product", "from the product")
					   : "";

	if (!*words)
		return;
	pdf_words_plain(&book->store, " (", SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_words_plain(&book->store, words, SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_words_plain(&book->store, ")", SHAPE_REGULAR, PDF_INK_MUTED);
}

static void say_product(struct pdf_book *book, const struct mr_cell *cell, uint32_t col)
{
	const struct mr_status *status = mr_status_at(book->matrix, cell->status);
	struct pdf_store *store = &book->store;

	if (cell->kind == MR_CELL_STATUS && status) {
		pdf_words_plain(store, status->symbol, SHAPE_REGULAR, pdf_words_ink(status->like));
		say(store, "\302\240");
	}
	say(store, mr_product_at(book->matrix, col)->name);
}

static void say_since(struct pdf_book *book, const struct mr_cell_detail *detail)
{
	if (!*detail->since)
		return;
	say(&book->store, pdf_words_filled(&book->words, &book->store, "since", "since {version}",
					   "version", detail->since));
	say_from(book, detail->since_from);
	say(&book->store, " \302\267 ");
}

static void say_day(struct pdf_book *book, const struct mr_cell_detail *detail)
{
	if (!detail || detail->verified.year == 0) {
		say(&book->store, mr_word(book->matrix, "not_verified", "not verified"));
		return;
	}
	say(&book->store, pdf_words_verified(&book->words, &book->store, detail->verified));
	say_from(book, detail->verified_from);
}

static void say_sources(struct pdf_book *book, const struct mr_cell_detail *detail)
{
	say(&book->store, " \302\267 ");
	if (!detail || detail->sources.n == 0) {
		say(&book->store, mr_word(book->matrix, "without_source", "without a source"));
		return;
	}
	say(&book->store, mr_word(book->matrix, "source", "Source"));
	pdf_notes_sources(&book->words, &book->store, &detail->sources);
	say_from(book, detail->sources_from);
}

struct pdf_block pdf_evidence_entry(struct pdf_book *book, uint32_t index)
{
	const struct mr_matrix *m = book->matrix;
	const struct pdf_evidence *entry = &book->evidence[index];
	const struct mr_cell *first = mr_cell_at(m, entry->row, entry->col);
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};

	pdf_words_stand_at(store, MR_AT_CELL, entry->row, entry->col);
	for (uint32_t col = entry->col; col < m->products.n; col++) {
		const struct mr_cell *cell = mr_cell_at(m, entry->row, col);

		if (!is_alike(first, cell))
			continue;
		if (col > entry->col)
			say(store, ", ");
		say_product(book, cell, col);
	}
	say(store, ": ");
	if (first->detail)
		say_since(book, first->detail);
	say_day(book, first->detail);
	say_sources(book, first->detail);
	pdf_store_close(store, &(struct pdf_par){.size = book->words.small, .indent = PDF_SLOT},
			NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}
