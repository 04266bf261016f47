/* SPDX-License-Identifier: MIT */
/*
 * docx_logo - the products' pictures: which can be shown, how large, and where they lie in the package.
 *
 * The bytes are hostile and only looked at: a PNG's first chunk and a JPEG's frame say how large they are, and whoever
 * opens the document decodes them.
 */
#ifndef MESHREPORT_DOCX_LOGO_H
#define MESHREPORT_DOCX_LOGO_H

#include "common/office/office_package.h"
#include "docx/docx_book.h"

/* Width and height of a PNG or JPEG in pixels; false for what is neither or has none. */
bool docx_logo_measure(struct mr_bytes bytes, struct docx_logo *logo);

/* Measures the logos of all products; those that cannot be shown are told of. */
void docx_logo_find(struct docx_book *book);

/* The product's picture as a run; nothing without one. */
void docx_logo_put(struct docx_book *book, uint32_t col);

/* "media/logo1.png": the name of a product's picture below word/, null without one. */
const char *docx_logo_name(const struct docx_book *book, uint32_t col, char name[40]);

/* Puts the pictures into the package. */
void docx_logo_pack(const struct docx_book *book, struct office_package *package);

#endif
