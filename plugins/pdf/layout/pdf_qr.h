/* SPDX-License-Identifier: MIT */
/*
 * pdf_qr - an address as a QR code (ISO/IEC 18004) by libqrencode: which modules are dark.
 *
 * Pure.  Error correction is that of level M, which a crease and a stain leave readable.  The four modules
 * of white that a code needs on each side are no part of it here.
 */
#ifndef MESHREPORT_PDF_QR_H
#define MESHREPORT_PDF_QR_H

#include <stdbool.h>
#include <stdint.h>

#define PDF_QR_QUIET 4u /* modules of white at each side (ISO/IEC 18004, 9.1) */

struct pdf_qr {
	uint32_t n; /* modules at each side; 0: there is none */
	unsigned char *modules; /* n * n, row by row, libqrencode's */
	void *own;
};

/* 0; -1 without memory.  An address too long for any code has n 0. */
int pdf_qr_make(struct pdf_qr *qr, const char *address);
void pdf_qr_release(struct pdf_qr *qr);
bool pdf_qr_is_dark(const struct pdf_qr *qr, uint32_t row, uint32_t col);

#endif
