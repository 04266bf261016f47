/* SPDX-License-Identifier: MIT */
/*
 * pdf_slim - PDF syntax printed straight into a libharu stream, from a dictionary's write function.
 *
 * Bytes gather in the struct and reach the stream in few calls; a failure is sticky and is what
 * pdf_slim_end() returns.
 */
#ifndef MESHREPORT_PDF_SLIM_H
#define MESHREPORT_PDF_SLIM_H

#include <hpdf.h>
#include <hpdf_streams.h>
#include <stdint.h>

struct pdf_slim {
	HPDF_Stream stream;
	HPDF_STATUS status;
	uint32_t n;
	char bytes[1024];
};

void pdf_slim_begin(struct pdf_slim *slim, HPDF_Stream stream);
HPDF_STATUS pdf_slim_end(struct pdf_slim *slim);
void pdf_slim_string(struct pdf_slim *slim, const char *text);
void pdf_slim_number(struct pdf_slim *slim, uint32_t value);
void pdf_slim_decimal(struct pdf_slim *slim, double value); /* two digits behind the point */
/* A text string (ISO 32000-1, 7.9.2.2): ASCII as it is, all else as UTF-16BE with a byte order mark. */
void pdf_slim_text(struct pdf_slim *slim, const char *utf8);
/* A byte string in parentheses. */
void pdf_slim_bytes(struct pdf_slim *slim, const char *bytes);

#endif
