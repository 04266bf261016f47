/* SPDX-License-Identifier: MIT */
/*
 * letters - letters of a file as inline Markdown that shows the same letters, and what stands around them.
 *
 * What a reader hands over is inline Markdown (plugin.h, "reading"): a "*" that is a letter in the file is
 * escaped, one that is markup is not.  Escapes are those of CommonMark 0.30, 2.4; only characters that
 * begin or end something within a line are escaped, as blocks have no meaning there.
 */
#ifndef MESHREPORT_COMMON_LETTERS_H
#define MESHREPORT_COMMON_LETTERS_H

#include "common/write/out.h"

#include <stdbool.h>
#include <stddef.h>

/* Runs of white space become one space; at the beginning of `out` and behind a break they vanish. */
void letters_put(struct out *out, const char *text, size_t n);

/* The same for what is Markdown already: nothing is escaped. */
void letters_put_markdown(struct out *out, const char *text, size_t n);

/* Letters with white space as it is; line feeds become <br>. */
void letters_put_exactly(struct out *out, const char *text, size_t n);

/* A code span: as many backticks as needed; line feeds become spaces.  Nothing for no letters. */
void letters_code(struct out *out, const char *text, size_t n);

/*
 * "](address)": the end of a link or an image that began with "[" or "![".  What would end the
 * address is escaped, white space percent-encoded.
 */
void letters_address(struct out *out, const char *address);

/* A break: "<br>", never two in a row nor at the beginning, and without the space before it. */
void letters_break(struct out *out);

/* Takes white space and breaks off the end, down to `from`. */
void letters_trim(struct out *out, size_t from);

#endif
