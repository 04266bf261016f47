/* SPDX-License-Identifier: MIT */
/*
 * pdf_places - where in the document something stands, by key: what internal links lead to.
 *
 * Pure.  A hash table with open addressing; key 0 means none and is never stored.  Zeroed storage
 * is an empty table.
 */
#ifndef MESHREPORT_PDF_PLACES_H
#define MESHREPORT_PDF_PLACES_H

#include <stdbool.h>
#include <stdint.h>

struct pdf_place_entry {
	uint64_t key;
	uint32_t sheet;
	float x, y;
};

struct pdf_places {
	struct pdf_place_entry *at;
	uint32_t n, size;
};

/* 0, or -1 without memory.  The first place of a key stays. */
int pdf_places_add(struct pdf_places *places, uint64_t key, uint32_t sheet, float x, float y);
/* False, and the output left alone, when the key has no place. */
bool pdf_places_find(const struct pdf_places *places, uint64_t key, uint32_t *sheet, float *x,
		     float *y);
void pdf_places_release(struct pdf_places *places);

#endif
