/* SPDX-License-Identifier: MIT */
/* Marks behind words, and the lists that they lead to. */
#include "pdf/content/pdf_notes.h"

#include <string.h>

#include "common/write/number.h"

/* The mark of a note, which is also the place that the notes of `n_before` before it lead back to. */
static void put_mark(const struct pdf_words *words, struct pdf_store *store, uint32_t note,
		     uint32_t n_before)
{
	char digits[NUMBER_SIZE];
	size_t n = number_unsigned(digits, mr_note_at(words->matrix, note)->number);
	struct pdf_link link = {.key = PDF_KEY(PDF_PLACE_NOTE, note),
				.place = PDF_KEY(PDF_PLACE_MARK, note),
				.n_before = n_before,
				.contents = words->note_names[note],
				.is_reference = true};

	pdf_store_mark(store, pdf_store_copy(store, digits, n), pdf_store_link(store, &link));
}

/* How many notes from entry `i` on follow each other, by place and by number. */
static uint32_t run_of(const struct pdf_words *words, const struct mr_array *notes, uint32_t i)
{
	uint32_t first = mr_index_at(notes, i), n = 1;

	while (i + n < notes->n && mr_index_at(notes, i + n) == first + n &&
	       mr_note_at(words->matrix, first + n)->number ==
		       mr_note_at(words->matrix, first)->number + n)
		n++;
	return n;
}

void pdf_notes_marks(const struct pdf_words *words, struct pdf_store *store,
		     const struct mr_array *notes)
{
	for (uint32_t i = 0; i < notes->n;) {
		uint32_t n = run_of(words, notes, i), note = mr_index_at(notes, i);

		if (i > 0)
			pdf_store_mark(store, ",", PDF_NO_LINK);
		put_mark(words, store, note, 0);
		if (n < 3) {
			i++;
			continue;
		}
		pdf_store_mark(store, "\342\200\223", PDF_NO_LINK);
		put_mark(words, store, note + n - 1, n - 2);
		i += n;
	}
}

void pdf_notes_sources(const struct pdf_words *words, struct pdf_store *store,
		       const struct mr_array *sources)
{
	for (uint32_t i = 0; i < sources->n; i++) {
		const char *url = mr_string_at(sources, i);

		if (words->links == PDF_LINKS_NONE)
			pdf_store_mark(store, i ? ", *" : " *", pdf_words_link(store, url));
		pdf_words_reference(words, store, url);
	}
}

bool pdf_notes_is_same(const struct mr_cell_detail *a, const struct mr_cell_detail *b)
{
	static const struct mr_array none;
	const struct mr_array *one = a ? &a->sources : &none, *two = b ? &b->sources : &none;
	bool is_same = one->n == two->n;

	for (uint32_t i = 0; i < one->n && is_same; i++)
		is_same = strcmp(mr_string_at(one, i), mr_string_at(two, i)) == 0;
	return is_same;
}

static void put_number(struct pdf_store *store, uint32_t number, const char *before,
		       const char *after, uint32_t link)
{
	char digits[NUMBER_SIZE];
	struct out text;
	const char *made;

	out_to_memory(&text, 0);
	out_string(&text, before);
	out_bytes(&text, digits, number_unsigned(digits, number));
	out_string(&text, after);
	made = pdf_store_take(store, &text);
	pdf_store_span(store, made, strlen(made), SHAPE_REGULAR, PDF_INK_LINK, link);
}

struct pdf_block pdf_notes_label(const struct pdf_words *words, struct pdf_store *store,
				 uint32_t index)
{
	const struct mr_note *note = mr_note_at(words->matrix, index);
	struct pdf_block block = {.first = store->n_pars};
	struct pdf_link back = {.key = PDF_KEY(PDF_PLACE_MARK, index),
				.place = PDF_KEY(PDF_PLACE_NOTE, index),
				.contents = words->note_names[index]};

	pdf_words_stand_at(store, MR_AT_NOTE, index, 0);
	put_number(store, note->number, "", "", pdf_store_link(store, &back));
	pdf_words_plain(store, "\302\240", SHAPE_REGULAR, PDF_INK_TEXT);
	pdf_store_close(store, &(struct pdf_par){.size = words->small}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_notes_note(const struct pdf_words *words, struct pdf_store *store,
				uint32_t index)
{
	struct pdf_block block = {.first = store->n_pars};

	pdf_words_stand_at(store, MR_AT_NOTE, index, 0);
	pdf_words_text(words, store, mr_note_at(words->matrix, index)->text, SHAPE_REGULAR,
		       PDF_INK_TEXT, "");
	pdf_store_close(store, &(struct pdf_par){.size = words->small}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_notes_reference_label(const struct pdf_words *words, struct pdf_store *store,
					   uint32_t index)
{
	struct pdf_block block = {.first = store->n_pars};
	struct pdf_link back = {.key = PDF_KEY(PDF_PLACE_CITED, index + 1),
				.place = PDF_KEY(PDF_PLACE_REFERENCE, index + 1),
				.contents = words->reference_names[index]};

	put_number(store, index + 1, "[", "]", pdf_store_link(store, &back));
	pdf_words_plain(store, "\302\240", SHAPE_REGULAR, PDF_INK_TEXT);
	pdf_store_close(store, &(struct pdf_par){.size = words->small}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_notes_reference(const struct pdf_words *words, struct pdf_store *store,
				     uint32_t index)
{
	const char *url = words->refs->at[index].url;
	struct pdf_block block = {.first = store->n_pars};

	pdf_store_span(store, url, strlen(url), SHAPE_REGULAR, PDF_INK_LINK,
		       pdf_words_link(store, url));
	pdf_store_close(store, &(struct pdf_par){.size = words->small}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}
