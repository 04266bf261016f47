/* SPDX-License-Identifier: MIT */
/*
 * latex_words - rich texts and cells of the matrix as LaTeX source.
 *
 * Each distinct text is measured once and written once; further uses copy the bytes.  Links are
 * numbered as they are written.  Each character that no font prints is told once, at the place of
 * the first text that has it (missing.h).
 *
 * OWNERSHIP.  latex_words_release() frees everything; the matrix is borrowed.
 */
#ifndef LATEX_WORDS_H
#define LATEX_WORDS_H

#include "latex/letters/latex_escape.h"
#include "common/write/links.h"
#include "latex/letters/latex_measure.h"

#include "common/write/missing.h"
#include "common/write/out.h"

#include <meshreport/plugin.h>

/* Flag of a link: a cell's source.  Only its number is printed, so the list must be. */
#define LATEX_LINK_SOURCE 1u

struct latex_text {
	size_t at; /* in the cache */
	uint32_t n_bytes;
	bool is_measured, is_written;
	struct latex_extent extent;
};

struct latex_texts {
	struct mr_job *job;
	const struct mr_matrix *matrix;
	struct latex_text *by_id;
	struct latex_text *symbols; /* by status */
	const char **openings; /* by status: \mrIs{yes}{, null where \mrCell says it all */
	struct out cache;
	struct links links; /* on paper a number that leads to a list under the table */
	struct latex_ink ink;
	bool shows_verified;
	bool has_letters; /* notes are a, b, c: the paper numbers its own footnotes */
	bool numbers_links; /* else hyperref is there for sure, and only sources have numbers */
	struct missing told; /* characters that are printed by their numbers */
	uint8_t *is_told; /* a bit a character; made with the first */
	const struct mr_where *where; /* of what is being escaped */
	struct latex_missing missing; /* tells them: for latex_escape() */
};

/* Allocates through the job. */
void latex_words_init(struct latex_texts *texts, struct mr_job *job, bool has_font);
void latex_words_release(struct latex_texts *texts);

const struct latex_extent *latex_words_extent(struct latex_texts *texts,
					      const struct mr_text *text);

/* Rich text; `where` is the place for messages. */
void latex_words_rich(struct latex_texts *texts, struct out *out, const struct mr_text *text,
		      const struct mr_where *where);
/* Plain words of the matrix. */
void latex_words_write(struct latex_texts *texts, struct out *out, const char *words,
		       const struct mr_where *where);
/* Words that lead to `url`, "" for nowhere; `write` is called for the words. */
void latex_words_link_open(struct latex_texts *texts, struct out *out, const char *url);
void latex_words_link_close(struct latex_texts *texts, struct out *out, const char *url);

/* Says how many characters more are not printed. */
void latex_words_report(struct latex_texts *texts);

/* `pattern` with {key} replaced by `value`, both escaped; other braces stay words. */
void latex_words_fill(struct latex_texts *texts, struct out *out, const char *pattern,
		      const char *key, const char *value);

#endif
