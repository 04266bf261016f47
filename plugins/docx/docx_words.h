/* SPDX-License-Identifier: MIT */
/*
 * docx_words - runs of letters: plain ones, rich texts with links, marks of notes.
 */
#ifndef MESHREPORT_DOCX_WORDS_H
#define MESHREPORT_DOCX_WORDS_H

#include "docx/docx_book.h"

/* Begins and ends <w:p> of a style (its id). */
void docx_words_begin(struct docx_book *book, const char *style);
void docx_words_end(struct docx_book *book);

/* A run; `style` is a character style or null.  Line feeds break lines, tabs are tabs. */
void docx_words_run(struct docx_book *book, const char *letters, size_t n, const char *style);
void docx_words_put(struct docx_book *book, const char *letters, const char *style);

/* A word of the interface with one place filled. */
void docx_words_fill(struct docx_book *book, const char *pattern, const char *name,
		     const char *value, const char *style);

/* A link around what follows; false when there is none to be: then docx_words_unlink() is not called. */
bool docx_words_link(struct docx_book *book, const char *url, const struct mr_where *where);
void docx_words_unlink(struct docx_book *book);

/* A text with its markup and links.  What has none of its own leads to `url`, "" for nowhere. */
void docx_words_text(struct docx_book *book, const struct mr_text *text, const char *url,
		     const struct mr_where *where);

/*
 * Marks of notes.  The first mark of a note in the document is its footnote's reference; where none may stand (a head
 * that is repeated) and for all others it is a field that shows the number of that reference.
 */
void docx_words_marks(struct docx_book *book, const struct mr_array *notes, bool may_refer);

/* "2019-11-06" */
void docx_words_date(char text[16], struct mr_date date);

#endif
