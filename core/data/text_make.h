/* SPDX-License-Identifier: MIT */
/*
 * text_make - what the pool (texts.c) and the parser (text.c) of rich texts need of each other.
 *
 * Private to the two.  Null pointers mean that memory was refused.
 */
#ifndef MESHREPORT_CORE_TEXT_MAKE_H
#define MESHREPORT_CORE_TEXT_MAKE_H

#include "data/text.h"

/* Parses Markdown, always, without a look into the pool; findings also when it fails. */
const struct mr_text *text_make(struct texts *texts, const char *source, size_t n,
				const struct text_finding **out_findings);

/* The text of words that are trimmed and collapsed already. */
const struct mr_text *texts_put_words(struct texts *texts, const char *words, size_t n);

/* A new text with an id and room for its spans; `plain` is borrowed and lives in the pool. */
struct mr_text *texts_new(struct texts *texts, const char *plain, size_t n, size_t n_spans);

/* A span of a text that is still being made. */
struct mr_span *texts_span(struct mr_text *text, size_t index);

bool text_is_space(char c);

#endif
