/* SPDX-License-Identifier: MIT */
/*
 * docx_styles - word/styles.xml: every look of the document has a name, so that a house template restyles it.
 *
 * Word's own names where there are any (Title, Heading 1, Hyperlink, Footnote Text, ...), else "Comparison ..." for
 * paragraphs, "Status ..." for symbols and "Comparison Table" for the table.  Grounds of cells are the cells' own: the format
 * has no style of a cell, and `-O shading=no` leaves them out.
 */
#ifndef MESHREPORT_DOCX_STYLES_H
#define MESHREPORT_DOCX_STYLES_H

#include "docx/docx_book.h"

void docx_styles_write(const struct docx_book *book, struct office_xml *xml);

#endif
