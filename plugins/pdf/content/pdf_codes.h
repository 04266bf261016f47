/* SPDX-License-Identifier: MIT */
/*
 * pdf_codes - QR codes of addresses, for who reads the handout on paper with a phone in the hand.
 *
 * That of the credit stands before its words.  With those of the references the list becomes rows of codes
 * with number and address beside, in as many columns as have room.  An address for which there is no code,
 * or none that fits, stands without, and a message says so.
 *
 * A module is 0.4 mm wide: printers of an office and cameras of telephones keep 0.35 mm apart.
 */
#ifndef MESHREPORT_PDF_CODES_H
#define MESHREPORT_PDF_CODES_H

#include "pdf/content/pdf_model.h"

enum pdf_codes_wish { PDF_CODES_NONE = 0, PDF_CODES_CREDIT, PDF_CODES_ALL };

#define PDF_CODES_MODULE 1.134f /* points: 0.4 mm */

/* Measures the codes that are wished.  0, or -1 without memory. */
int pdf_codes_measure(struct pdf_book *book);
/* Whether references stand in rows of codes. */
bool pdf_codes_has_references(const struct pdf_book *book);
/* Points at each side, the white around it included; 0 where there is none. */
float pdf_codes_reference(const struct pdf_book *book, uint32_t index);
/* Whether the words of the credit stand in a row. */
bool pdf_codes_is_credit(const struct pdf_book *book, const struct pdf_row *row);
/* That of the credit before the words of a row; 0 before all other rows. */
float pdf_codes_beside(const struct pdf_book *book, const struct pdf_row *row);
/* How high the codes of a row are, and what its words leave free above them to begin where those do. */
float pdf_codes_height(const struct pdf_book *book, const struct pdf_row *row);
float pdf_codes_quiet(const struct pdf_book *book, const struct pdf_row *row);
/* The columns of such rows: how many, how wide each is and what its code takes of it. */
struct pdf_codes_grid {
	uint32_t n_columns;
	float width, code, gap;
};
struct pdf_codes_grid pdf_codes_grid(const struct pdf_book *book);
/* The address that a code has, which a reader opens: ASCII, to be released. */
void pdf_codes_address(const char *url, struct out *out);

#endif
