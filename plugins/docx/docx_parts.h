/* SPDX-License-Identifier: MIT */
/*
 * docx_parts - the parts that hold no words: content types, relationships, settings (ECMA-376 parts 1 and 2).
 */
#ifndef MESHREPORT_DOCX_PARTS_H
#define MESHREPORT_DOCX_PARTS_H

#include "docx/docx_book.h"

/* Begins a part of word/ with the name spaces that it may use. */
void docx_parts_begin(struct office_xml *xml, const char *root);

/* [Content_Types].xml, _rels/.rels and word/settings.xml. */
void docx_parts_types(struct office_xml *xml);
void docx_parts_root(struct office_xml *xml);
void docx_parts_settings(const struct docx_book *book, struct office_xml *xml);

/* What word/document.xml or word/footnotes.xml leads to. */
void docx_parts_body(const struct docx_book *book, struct office_xml *xml);
void docx_parts_notes(const struct docx_book *book, struct office_xml *xml);

#endif
