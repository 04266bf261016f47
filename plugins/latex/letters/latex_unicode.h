/* SPDX-License-Identifier: MIT */
/*
 * latex_unicode - what each Unicode character becomes in a LaTeX file that pdflatex, xelatex and
 * lualatex all compile.
 *
 * Four answers:
 *
 *   DIRECT   the character itself: LaTeX declares it for pdflatex (t1enc.dfu, ts1enc.dfu of the
 *            2022 release) and every text face of Latin Modern has a glyph for it
 *   COMMAND  ASCII commands that all three engines know, of the LaTeX kernel and of the fonts that
 *            come with texlive-base: \ensuremath{\leq}, \'{\^a}, a glyph of the AMS's msam
 *   NOTHING  invisible marks (joiners, direction marks, variation selectors), which print nothing
 *   FOREIGN  no font of lmodern has it: printed by a font that the user names, else as [U+4E2D] and
 *            reported
 *
 * Pure; ASCII is not asked here (latex_escape.h).  Widths are those of Latin Modern Roman 10, in
 * thousandths of an em, and for what stands outside it an upper estimate.
 */
#ifndef LATEX_UNICODE_H
#define LATEX_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum latex_char_kind { LATEX_DIRECT, LATEX_COMMAND, LATEX_NOTHING, LATEX_FOREIGN };

/* The scripts that a run of foreign characters is cut at: each may want a font or a direction. */
enum latex_script {
	LATEX_SCRIPT_OTHER = 0,
	LATEX_SCRIPT_HAN,
	LATEX_SCRIPT_ARABIC,
	LATEX_SCRIPT_HEBREW,
	LATEX_SCRIPT_MARK /* goes with the script before it */
};

#define LATEX_COMMAND_SIZE 24

struct latex_char {
	enum latex_char_kind kind;
	const char *command; /* of a COMMAND; may point into `made` */
	char made[LATEX_COMMAND_SIZE];
};

void latex_unicode_find(uint32_t c, struct latex_char *out);
enum latex_script latex_unicode_script(uint32_t c);
/* Arabic digits and their two separators (class AN of UAX 9): not those of Persian. */
bool latex_unicode_is_arabic_number(uint32_t c);
/* An accent command for a combining mark after a base letter, "" when there is none: "\\'" */
const char *latex_unicode_accent(uint32_t c);
/* A DIRECT character that pdflatex has only in the encoding T1, not in its default OT1. */
bool latex_unicode_needs_t1(uint32_t c);
unsigned latex_unicode_width(uint32_t c);
/* The same for ASCII, which is most of most texts. */
extern const uint16_t latex_unicode_ascii_widths[128];

/* Whether any character of a text does. */
bool latex_unicode_text_needs_t1(const char *text, size_t n);

#endif
