/* SPDX-License-Identifier: MIT */
/*
 * docx_frame - what stands around the tables: title, legend, references, sections, header and footer.
 */
#ifndef MESHREPORT_DOCX_FRAME_H
#define MESHREPORT_DOCX_FRAME_H

#include "docx/docx_book.h"

/* word/document.xml, in book->body. */
void docx_frame_write(struct docx_book *book);

/* word/header1.xml and word/footer1.xml. */
void docx_frame_header(struct docx_book *book, struct docx_part *part);
void docx_frame_footer(struct docx_book *book, struct docx_part *part);

#endif
