/* SPDX-License-Identifier: MIT */
/*
 * pdf_refs - the addresses of a comparison, numbered in the order in which they are met.
 *
 * On paper a link is worthless without its address, so each distinct URL gets a number, printed
 * behind the words, and stands under it in the list of references.  The order is that of the
 * document: title line, products, then row by row, then the notes.  Pure; URLs are borrowed from
 * the matrix.
 */
#ifndef MESHREPORT_PDF_REFS_H
#define MESHREPORT_PDF_REFS_H

#include <meshreport/plugin.h>

#include "common/write/links.h"

/* 0, or -1 without memory. */
int pdf_refs_collect(struct links *refs, const struct mr_matrix *matrix);

#endif
