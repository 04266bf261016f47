/* SPDX-License-Identifier: MIT */
#include "pdf/book/pdf_cell.h"

#include <string.h>

#include "common/write/fill.h"
#include "common/write/number.h"

static const char *name_number(struct mr_job *job, const char *word, uint32_t number)
{
	char digits[NUMBER_SIZE];
	size_t length = strlen(word), n = number_unsigned(digits, number);
	char *name = job->alloc(job, length + n + 2);

	memcpy(name, word, length);
	name[length] = ' ';
	memcpy(name + length + 1, digits, n + 1);
	return name;
}

void pdf_words_init(struct pdf_words *words, struct mr_job *job, const struct links *refs)
{
	const struct mr_matrix *m = job->matrix;
	const char *note = mr_word(m, "note", "Note"), *source = mr_word(m, "source", "Source");

	words->job = job;
	words->matrix = m;
	words->refs = refs;
	words->note_names = job->alloc(job, ((size_t)m->notes.n + 1) * sizeof(char *));
	words->reference_names = job->alloc(job, ((size_t)refs->n + 1) * sizeof(char *));
	for (uint32_t i = 0; i < m->notes.n; i++)
		words->note_names[i] = name_number(job, note, mr_note_at(m, i)->number);
	for (uint32_t i = 0; i < refs->n; i++)
		words->reference_names[i] = name_number(job, source, i + 1);
}

/* ------------------------------------------------------------------ spans */

void pdf_words_plain(struct pdf_store *store, const char *text, uint8_t style, uint8_t ink)
{
	pdf_store_span(store, text, strlen(text), style, ink, PDF_NO_LINK);
}

const char *pdf_words_filled(const struct pdf_words *words, struct pdf_store *store,
			     const char *key, const char *english, const char *place,
			     const char *value)
{
	struct fill_place filling = {place, value};
	struct out text;
	const char *made;

	out_to_memory(&text, 0);
	fill_write(&text, mr_word(words->matrix, key, english), &filling, 1, NULL);
	made = pdf_store_copy(store, out_at(&text), text.n);
	out_release(&text);
	return made;
}

static uint32_t uri_link(struct pdf_store *store, const char *url)
{
	return pdf_store_link(store, &(struct pdf_link){.uri = url, .contents = url});
}

void pdf_words_reference(const struct pdf_words *words, struct pdf_store *store, const char *url)
{
	uint32_t number = links_number(words->refs, url);
	char digits[NUMBER_SIZE], mark[NUMBER_SIZE + 2];
	size_t n;

	if (number == 0)
		return;
	if (words->links == PDF_LINKS_INLINE) {
		uint32_t link = uri_link(store, url);

		pdf_words_plain(store, " (", SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_store_span(store, url, strlen(url), SHAPE_REGULAR, PDF_INK_MUTED, link);
		pdf_words_plain(store, ")", SHAPE_REGULAR, PDF_INK_MUTED);
	}
	if (words->links != PDF_LINKS_LIST)
		return;
	n = number_unsigned(digits, number);
	mark[0] = '[';
	memcpy(mark + 1, digits, n);
	mark[n + 1] = ']';
	pdf_store_mark(
		store, pdf_store_copy(store, mark, n + 2),
		pdf_store_link(store,
			       &(struct pdf_link){.key = PDF_KEY(PDF_PLACE_REFERENCE, number),
						  .place = PDF_KEY(PDF_PLACE_CITED, number),
						  .contents = words->reference_names[number - 1]}));
}

static uint8_t style_of(uint32_t kind, uint8_t base)
{
	switch (kind) {
	case MR_SPAN_CODE: return SHAPE_MONO;
	case MR_SPAN_EMPHASIS: return base == SHAPE_BOLD ? SHAPE_BOLD_ITALIC : SHAPE_ITALIC;
	case MR_SPAN_STRONG: return base == SHAPE_ITALIC ? SHAPE_BOLD_ITALIC : SHAPE_BOLD;
	case MR_SPAN_STRONG_EMPHASIS: return SHAPE_BOLD_ITALIC;
	default: return base;
	}
}

void pdf_words_text(const struct pdf_words *words, struct pdf_store *store,
		    const struct mr_text *text, uint8_t style, uint8_t ink, const char *url)
{
	const char *open = "";
	uint32_t link = PDF_NO_LINK;

	for (uint32_t i = 0; i < text->spans.n; i++) {
		const struct mr_span *span = mr_span_at(text, i);
		const char *to = *span->url ? span->url : url;

		if (to != open && *open)
			pdf_words_reference(words, store, open);
		if (to != open)
			link = *to ? uri_link(store, to) : PDF_NO_LINK;
		open = to;
		pdf_store_span(store, span->text, span->n_bytes, style_of(span->kind, style),
			       *to ? PDF_INK_LINK : ink, link);
	}
	if (*open)
		pdf_words_reference(words, store, open);
}

/* Raised numbers behind a word, each a link to its note. */
static void put_notes(const struct pdf_words *words, struct pdf_store *store,
		      const struct mr_array *notes)
{
	for (uint32_t i = 0; i < notes->n; i++) {
		uint32_t note = mr_index_at(notes, i);
		char digits[NUMBER_SIZE];
		size_t n = number_unsigned(digits, mr_note_at(words->matrix, note)->number);
		struct pdf_link link = {.key = PDF_KEY(PDF_PLACE_NOTE, note),
					.place = PDF_KEY(PDF_PLACE_MARK, note),
					.contents = words->note_names[note],
					.is_reference = true};

		if (i > 0)
			pdf_store_mark(store, ",", PDF_NO_LINK);
		pdf_store_mark(store, pdf_store_copy(store, digits, n),
			       pdf_store_link(store, &link));
	}
}

static void put_sources(const struct pdf_words *words, struct pdf_store *store,
			const struct mr_array *sources)
{
	for (uint32_t i = 0; i < sources->n; i++) {
		const char *url = mr_string_at(sources, i);

		if (words->links == PDF_LINKS_NONE)
			pdf_store_mark(store, i ? ", *" : " *", uri_link(store, url));
		pdf_words_reference(words, store, url);
	}
}

static const char *date_text(struct pdf_store *store, struct mr_date date)
{
	struct out text;
	const char *made;

	out_to_memory(&text, 0);
	out_date(&text, date);
	made = pdf_store_copy(store, out_at(&text), text.n);
	out_release(&text);
	return made;
}

/* "since 1.0 · verified 2019-10-20", as a small paragraph of its own. */
static void put_history(const struct pdf_words *words, struct pdf_store *store,
			const struct mr_cell_detail *detail, bool is_detailed, float indent)
{
	bool has_day = detail->verified.year != 0 && (is_detailed || words->has_verified);

	if (*detail->since)
		pdf_words_plain(store,
				pdf_words_filled(words, store, "since", "since {version}",
						 "version", detail->since),
				SHAPE_REGULAR, PDF_INK_MUTED);
	if (*detail->since && has_day)
		pdf_words_plain(store, " \302\267 ", SHAPE_REGULAR, PDF_INK_MUTED);
	if (has_day)
		pdf_words_plain(store,
				pdf_words_filled(words, store, "verified", "verified {date}",
						 "date", date_text(store, detail->verified)),
				SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_store_close(store, &(struct pdf_par){.size = words->small, .indent = indent}, NULL, 0);
}

/* ------------------------------------------------------------------ cells */

/* What a character that no font has is reported with. */
static void stand_at(struct pdf_store *store, enum mr_where_kind kind, uint32_t index,
		     uint32_t second)
{
	shape_at(store->shape, &(struct mr_where){.kind = kind, .index = index, .second = second});
}

static uint8_t like_ink(uint32_t like)
{
	return (uint8_t)(like <= MR_LIKE_NA ? PDF_INK_YES + like : PDF_INK_TEXT);
}

/* Ends a paragraph that another follows in its block: read in one go, they are words apart. */
static void put_gap(struct pdf_store *store)
{
	pdf_words_plain(store, " ", SHAPE_REGULAR, PDF_INK_TEXT);
}

static void put_parts(const struct pdf_words *words, struct pdf_store *store,
		      const struct mr_cell_detail *detail)
{
	for (uint32_t i = 0; i < detail->parts.n; i++) {
		const struct mr_part *part = mr_part_at(detail, i);
		const struct mr_status *status = mr_status_at(words->matrix, part->status);

		if (*part->name) {
			pdf_words_plain(store, part->name, SHAPE_REGULAR, PDF_INK_TEXT);
			pdf_words_plain(store, " ", SHAPE_REGULAR, PDF_INK_TEXT);
		}
		pdf_words_text(words, store, part->text, SHAPE_REGULAR, PDF_INK_TEXT, "");
		put_notes(words, store, &part->notes);
		if (i + 1 == detail->parts.n) {
			put_notes(words, store, &detail->notes);
			put_sources(words, store, &detail->sources);
		}
		if (i + 1 < detail->parts.n)
			put_gap(store);
		pdf_store_close(store, &(struct pdf_par){.size = 1, .gap = i ? 0.15f : 0},
				status ? status->symbol : NULL,
				like_ink(status ? status->like : MR_LIKE_NONE));
	}
}

struct pdf_block pdf_block_cell(const struct pdf_words *words, struct pdf_store *store,
				uint32_t row, uint32_t col, bool is_detailed)
{
	const struct mr_cell *cell = mr_cell_at(words->matrix, row, col);
	const struct mr_cell_detail *detail = cell->detail;
	const struct mr_status *status =
		cell->kind == MR_CELL_STATUS ? mr_status_at(words->matrix, cell->status) : NULL;
	struct pdf_block block = {.first = store->n_pars};
	bool has_slot = status || cell->kind == MR_CELL_PARTS;
	uint8_t ink = status && !cell->has_own_words && status->like >= MR_LIKE_UNKNOWN
			      ? PDF_INK_MUTED
			      : PDF_INK_TEXT;

	stand_at(store, MR_AT_CELL, row, col);
	if (cell->kind == MR_CELL_PARTS && detail) {
		put_parts(words, store, detail);
	} else {
		if (cell->kind == MR_CELL_LIST && detail && detail->items.n) {
			for (uint32_t i = 0; i < detail->items.n; i++) {
				if (i > 0)
					pdf_words_plain(store, ", ", SHAPE_REGULAR, ink);
				pdf_words_text(words, store, mr_item_at(detail, i), SHAPE_REGULAR,
					       ink, "");
			}
		} else {
			pdf_words_text(words, store, cell->text, SHAPE_REGULAR, ink, "");
		}
		if (detail) {
			put_notes(words, store, &detail->notes);
			put_sources(words, store, &detail->sources);
			if (*detail->since || detail->verified.year)
				put_gap(store);
		}
		pdf_store_close(store, &(struct pdf_par){.size = 1}, status ? status->symbol : NULL,
				like_ink(status ? status->like : MR_LIKE_NONE));
	}
	if (detail)
		put_history(words, store, detail, is_detailed, has_slot ? PDF_SLOT : 0);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_block_feature(const struct pdf_words *words, struct pdf_store *store,
				   uint32_t row)
{
	const struct mr_feature *feature = mr_feature_at(words->matrix, row);
	struct pdf_block block = {.first = store->n_pars};

	stand_at(store, MR_AT_FEATURE, row, 0);
	pdf_words_text(words, store, feature->name, SHAPE_REGULAR, PDF_INK_TEXT, feature->url);
	if (!mr_text_is_empty(feature->description))
		put_gap(store);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	pdf_words_text(words, store, feature->description, SHAPE_REGULAR, PDF_INK_MUTED, "");
	pdf_store_close(store, &(struct pdf_par){.size = words->small, .gap = 0.1f}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_block_category(const struct pdf_words *words, struct pdf_store *store,
				    uint32_t index, bool is_continued)
{
	const struct mr_category *category = mr_category_at(words->matrix, index);
	struct pdf_block block = {.first = store->n_pars};

	stand_at(store, MR_AT_CATEGORY, index, 0);
	pdf_words_text(words, store, category->name, SHAPE_BOLD, PDF_INK_TEXT, category->url);
	if (is_continued) {
		pdf_words_plain(store, " (", SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_words_plain(store, mr_word(words->matrix, "continued", "continued"),
				SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_words_plain(store, ")", SHAPE_REGULAR, PDF_INK_MUTED);
	} else if (!mr_text_is_empty(category->description)) {
		put_gap(store);
	}
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	if (!is_continued) {
		pdf_words_text(words, store, category->description, SHAPE_REGULAR, PDF_INK_MUTED,
			       "");
		pdf_store_close(store, &(struct pdf_par){.size = words->small, .gap = 0.1f}, NULL,
				0);
	}
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_block_product(const struct pdf_words *words, struct pdf_store *store,
				   uint32_t col, bool has_link)
{
	const struct mr_product *product = mr_product_at(words->matrix, col);
	struct pdf_block block = {.first = store->n_pars};
	uint32_t link = has_link && *product->url ? uri_link(store, product->url) : PDF_NO_LINK;

	stand_at(store, MR_AT_PRODUCT, col, 0);
	pdf_store_span(store, product->name, strlen(product->name), SHAPE_BOLD, PDF_INK_TEXT, link);
	if (link != PDF_NO_LINK)
		pdf_words_reference(words, store, product->url);
	if (*product->lifecycle_word)
		put_gap(store);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	pdf_words_plain(store, product->lifecycle_word, SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_store_close(store, &(struct pdf_par){.size = words->small, .gap = 0.1f}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_block_status(struct pdf_store *store, const struct mr_status *status)
{
	struct pdf_block block = {.first = store->n_pars};

	pdf_words_plain(store, status->label, SHAPE_REGULAR, PDF_INK_TEXT);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, status->symbol,
			like_ink(status->like));
	block.n = store->n_pars - block.first;
	return block;
}

/* ------------------------------------------------------------------ lists */

static void put_number(struct pdf_store *store, uint32_t number, const char *before,
		       const char *after, uint32_t link)
{
	char digits[NUMBER_SIZE];
	struct out text;

	out_to_memory(&text, 0);
	out_string(&text, before);
	out_bytes(&text, digits, number_unsigned(digits, number));
	out_string(&text, after);
	pdf_store_span(store, pdf_store_copy(store, out_at(&text), text.n), text.n, SHAPE_REGULAR,
		       PDF_INK_LINK, link);
	out_release(&text);
}

struct pdf_block pdf_block_note(const struct pdf_words *words, struct pdf_store *store,
				uint32_t index)
{
	const struct mr_note *note = mr_note_at(words->matrix, index);
	struct pdf_block block = {.first = store->n_pars};
	struct pdf_link back = {.key = PDF_KEY(PDF_PLACE_MARK, index),
				.place = PDF_KEY(PDF_PLACE_NOTE, index),
				.contents = words->note_names[index]};

	stand_at(store, MR_AT_NOTE, index, 0);
	put_number(store, note->number, "", "", pdf_store_link(store, &back));
	pdf_words_plain(store, "\302\240\302\240", SHAPE_REGULAR, PDF_INK_TEXT);
	pdf_words_text(words, store, note->text, SHAPE_REGULAR, PDF_INK_TEXT, "");
	pdf_store_close(store, &(struct pdf_par){.size = words->small}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_block_reference(const struct pdf_words *words, struct pdf_store *store,
				     uint32_t index)
{
	const char *url = words->refs->at[index].url;
	struct pdf_block block = {.first = store->n_pars};
	struct pdf_link back = {.key = PDF_KEY(PDF_PLACE_CITED, index + 1),
				.place = PDF_KEY(PDF_PLACE_REFERENCE, index + 1),
				.contents = words->reference_names[index]};

	put_number(store, index + 1, "[", "]", pdf_store_link(store, &back));
	pdf_words_plain(store, "\302\240", SHAPE_REGULAR, PDF_INK_TEXT);
	pdf_store_span(store, url, strlen(url), SHAPE_REGULAR, PDF_INK_LINK, uri_link(store, url));
	pdf_store_close(store, &(struct pdf_par){.size = words->small}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_block_words(struct pdf_store *store, const char *text, uint8_t style,
				 uint8_t ink, float size)
{
	struct pdf_block block = {.first = store->n_pars};

	stand_at(store, MR_AT_DOCUMENT, 0, 0);
	pdf_words_plain(store, text, style, ink);
	pdf_store_close(store, &(struct pdf_par){.size = size}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}
