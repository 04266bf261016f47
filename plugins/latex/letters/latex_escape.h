/* SPDX-License-Identifier: MIT */
/*
 * latex_escape - data into LaTeX source.  The only file that lets bytes of the dataset through.
 *
 * Whatever the bytes, what is written is balanced in braces, holds no comment, no parameter mark,
 * no ^^ notation, no active character but ~ for a no-break space, no alignment mark, and no command
 * but those of the LaTeX kernel and of templates/latex/macros.tex that stand in this file and in
 * latex_unicode.c.  Lines stay far below TeX's buf_size.  The result prints the text with the
 * three engines: ligatures that would change it ("--", "''", "``", ",,", "?`", "<<") are cut.
 *
 * Pure; any bytes may be given.  What is not UTF-8 prints as a replacement character.
 */
#ifndef LATEX_ESCAPE_H
#define LATEX_ESCAPE_H

#include "common/write/out.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How words are set. */
struct latex_ink {
	bool has_font; /* the user named a font for what Latin Modern has not: \mrForeign and the like */
	/* The paragraph runs from right to left: what runs the other way stands in \mrLatin{}. */
	bool is_from_right;
	/*
	 * For \caption and what else LaTeX carries to other places: only commands that are known
	 * before the fragment is read.
	 */
	bool is_moving;
	bool is_literal; /* code, addresses: apostrophes stay straight */
	unsigned max_word; /* thousandths of an em: wider words may be broken anywhere; 0: never */
};

/* Is told of each character that is printed as [U+4E2D], as often as it stands there. */
struct latex_missing {
	void (*tell)(void *data, uint32_t code_point);
	void *data;
};

/* Words.  `missing` may be null. */
void latex_escape(struct out *out, const char *text, size_t n, const struct latex_ink *ink,
		  const struct latex_missing *missing);

/* The same as a template wants it: no font, no breaks. */
void latex_escape_plain(struct out *out, const char *text, size_t n);

/*
 * A url for the first argument of \href inside other arguments: percent, hash and ampersand with a
 * backslash, everything that is no character of a URI (RFC 3986, 2) percent-encoded.
 */
void latex_escape_url(struct out *out, const char *url);

/* A url as words that may be broken after its punctuation. */
void latex_escape_printed_url(struct out *out, const char *url);

/* Words for the PDF's own properties (\hypersetup): no fonts, no mathematics; '?' for what is neither. */
void latex_escape_property(struct out *out, const char *text);

/* Letters, digits and ".:_-" of `text`, anything else as '-': for \label. */
void latex_escape_label(struct out *out, const char *text);

/* One line of a comment: printable ASCII as it is, anything else as '?'. */
void latex_escape_comment(struct out *out, const char *text);

#endif
