/* SPDX-License-Identifier: MIT */
/*
 * markup - Markdown of a page on its way to the parser of the dataset's Markdown.
 *
 * That one knows neither tags nor images nor references to notes as anything but words.  This pass, which
 * respects escapes and code spans as CommonMark does (0.30, 6.1 and 6.5), puts a control character where
 * each begins and ends, so that they are found again in the parsed words: no text of a file holds any.
 */
#ifndef MESHREPORT_CORE_MARKUP_H
#define MESHREPORT_CORE_MARKUP_H

#include "base/buf.h"

/* None of them is a space in any sense, and data/text uses 1 and 2 itself. */
enum markup_sign {
	MARKUP_RAISED = 0x0e, /* <sup> */
	MARKUP_RAISED_END = 0x0f,
	MARKUP_IMAGE = 0x10, /* the alternative text */
	MARKUP_IMAGE_END = 0x11,
	MARKUP_REFERENCE = 0x12, /* [^label] */
	MARKUP_REFERENCE_END = 0x13,
	MARKUP_STRONG = 0x14, /* <b>, <strong> */
	MARKUP_STRONG_END = 0x15,
	MARKUP_SMALL = 0x16, /* <small> */
	MARKUP_SMALL_END = 0x17
};

/* Puts `n` bytes of `source` to `out`, marked, with tags that only shape left out. */
void markup_put(struct buf *out, const char *source, size_t n);

#endif
