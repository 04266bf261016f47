/* SPDX-License-Identifier: MIT */
/*
 * text_words - rich texts, words of the interface, marks of notes and references, added to a flow.
 *
 * A link that the terminal can follow is only that; any other has a number behind it, [3], and stands in the
 * list of references.  Numbers are given in the order in which links are first met, so the whole matrix is
 * gone through once, row by row, before anything is written (text_measure.h).
 */
#ifndef MESHREPORT_TEXT_WORDS_H
#define MESHREPORT_TEXT_WORDS_H

#include "text/text_escape.h"
#include "text/text_page.h"

/* `url` is where words without a link of their own lead, "" for nowhere. */
void text_words_rich(struct text_page *page, struct text_flow *flow, const struct mr_text *text,
		     const char *url, uint8_t ink);

/* The same for words without markup. */
void text_words_linked(struct text_page *page, struct text_flow *flow, const char *words,
		       const char *url, uint8_t ink);

/* Measured once for each distinct text. */
struct text_extent text_words_extent(struct text_page *page, const struct mr_text *text);

/* An address that is to be read. */
void text_words_address(struct text_page *page, struct text_flow *flow, const char *url);

/* A word of the interface in the dataset's language. */
void text_words_say(struct text_page *page, struct text_flow *flow, const char *key,
		    const char *english, uint8_t ink);

/* One with a place in it, which `value` fills. */
void text_words_fill(struct text_page *page, struct text_flow *flow, const char *key,
		     const char *english, const char *place, const char *value, uint8_t ink);

/* The symbol of a status; ASCII where only that is drawn. */
const char *text_words_symbol(const struct text_page *page, const struct mr_status *status);

/* enum text_ink of a status. */
uint8_t text_words_ink(uint32_t like);

/* The numbers of notes, raised: "¹,²", or "(1)(2)" in ASCII. */
void text_words_marks(struct text_page *page, struct text_flow *flow, const struct mr_array *notes);
void text_words_mark(struct text_page *page, struct text_flow *flow, uint32_t number);

/* The number of a reference, "[3]", a new one if need be. */
void text_words_reference(struct text_page *page, struct text_flow *flow, const char *url,
			  bool is_first);

/* "+", "~", "!" or "−" of a change (enum mr_change, enum mr_tone), "-" in ASCII; the colour only repeats it. */
void text_words_sign(const struct text_page *page, struct text_flow *flow, uint32_t kind,
		     uint32_t tone, enum text_hold hold);

/* The same as a mark, in ASCII "(~)": there the symbols of statuses are such signs, too. */
void text_words_mark_sign(const struct text_page *page, struct text_flow *flow, uint32_t kind,
			  uint32_t tone, enum text_hold hold);

/* That behind what differs from an older edition; nothing behind what does not, or null. */
void text_words_was(const struct text_page *page, struct text_flow *flow, const struct mr_was *was);

#endif
