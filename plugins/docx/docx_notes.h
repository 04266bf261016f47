/* SPDX-License-Identifier: MIT */
/*
 * docx_notes - word/footnotes.xml: a footnote for each note.
 */
#ifndef MESHREPORT_DOCX_NOTES_H
#define MESHREPORT_DOCX_NOTES_H

#include "docx/docx_book.h"

/* Writes book->notes. */
void docx_notes_write(struct docx_book *book);

#endif
