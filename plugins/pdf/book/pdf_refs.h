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

struct pdf_refs {
	const char **urls; /* of number 1, 2, ... */
	uint32_t n, size;
	uint32_t *slots; /* hash table of numbers, 0: free */
	uint32_t n_slots;
};

/* 0, or -1 without memory.  Zeroed storage may be released. */
int pdf_refs_collect(struct pdf_refs *refs, const struct mr_matrix *matrix);
void pdf_refs_release(struct pdf_refs *refs);
/* The number of a URL, 0 when it is not among them. */
uint32_t pdf_refs_number(const struct pdf_refs *refs, const char *url);

#endif
