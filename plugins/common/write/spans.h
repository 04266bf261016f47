/* SPDX-License-Identifier: MIT */
/*
 * spans - rich text as inline Markdown: what GitHub's renderer (GFM 0.29) and cmark read as the same words,
 * links, code and emphasis, whatever the words are.
 *
 * This is the only way of data into Markdown.  Emphasis is written with asterisks where the rules of
 * delimiter runs (CommonMark 0.29, 6.4) surely take them for it, else as <em> and <strong>.  Errors are the
 * writer's.
 */
#ifndef MESHREPORT_COMMON_SPANS_H
#define MESHREPORT_COMMON_SPANS_H

#include <meshreport/plugin.h>

#include "common/write/out.h"

/* Where the words stand; what could be markup there is escaped. */
enum spans_place {
	SPANS_CELL, /* of a table: bars, too; a break is <br> */
	SPANS_BLOCK, /* a paragraph, a heading, a note: also what would begin a block */
	SPANS_FIELD /* on its own, in a file of another kind: a break is a line feed */
};

void spans_put(struct out *out, const struct mr_text *text, enum spans_place place);

/* Letters that are no markup. */
void spans_letters(struct out *out, const char *text, enum spans_place place);

/* The same for a piece of a line, so that blanks at its ends stay what they are. */
void spans_piece(struct out *out, const char *text, size_t n, enum spans_place place);

/* "[", and behind the words "](url)"; nothing for "". */
void spans_link_open(struct out *out, const char *url);
void spans_link_close(struct out *out, const char *url, enum spans_place place);

/* Whether a link stands in the text, so that none may stand around it. */
bool spans_have_link(const struct mr_text *text);

#endif
