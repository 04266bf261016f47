/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_words.h"

#include <string.h>

#include "common/write/fill.h"
#include "common/write/running.h"
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

/* ---- spans */

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

	out_to_memory(&text, 0);
	fill_write(&text, mr_word(words->matrix, key, english), &filling, 1, NULL);
	return pdf_store_take(store, &text);
}

const char *pdf_words_verified(const struct pdf_words *words, struct pdf_store *store,
			       struct mr_date day)
{
	struct out digits;
	const char *made;

	out_to_memory(&digits, 0);
	out_date(&digits, day);
	made = pdf_words_filled(words, store, "verified", "verified {date}", "date",
				out_at(&digits));
	out_release(&digits);
	return made;
}

const char *pdf_words_number(struct pdf_store *store, uint64_t value)
{
	char digits[NUMBER_SIZE];
	size_t n = number_unsigned(digits, value);

	return pdf_store_copy(store, digits, n);
}

const char *pdf_words_percent(struct pdf_store *store, double coverage)
{
	char digits[NUMBER_SIZE + 4];
	size_t n;

	if (coverage < 0)
		return "\342\200\223";
	n = number_unsigned(digits, number_percent(coverage));
	memcpy(digits + n, "\302\240%", 3);
	return pdf_store_copy(store, digits, n + 3);
}

const char *pdf_words_day(const struct pdf_words *words, struct pdf_store *store)
{
	struct out text;

	out_to_memory(&text, 0);
	running_put_day(&text, words->job);
	return pdf_store_take(store, &text);
}

uint8_t pdf_words_ink(uint32_t like)
{
	return (uint8_t)(like <= MR_LIKE_NA ? PDF_INK_YES + like : PDF_INK_TEXT);
}

uint32_t pdf_words_link(struct pdf_store *store, const char *url)
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
		uint32_t link = pdf_words_link(store, url);

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
			link = *to ? pdf_words_link(store, to) : PDF_NO_LINK;
		open = to;
		pdf_store_span(store, span->text, span->n_bytes, style_of(span->kind, style),
			       *to ? PDF_INK_LINK : ink, link);
	}
	if (*open)
		pdf_words_reference(words, store, open);
}

void pdf_words_stand_at(struct pdf_store *store, enum mr_where_kind kind, uint32_t index,
			uint32_t second)
{
	shape_at(store->shape, &(struct mr_where){.kind = kind, .index = index, .second = second});
}

struct pdf_block pdf_words_block(struct pdf_store *store, const char *text, uint8_t style,
				 uint8_t ink, float size)
{
	struct pdf_block block = {.first = store->n_pars};

	pdf_words_stand_at(store, MR_AT_DOCUMENT, 0, 0);
	pdf_words_plain(store, text, style, ink);
	pdf_store_close(store, &(struct pdf_par){.size = size}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}
