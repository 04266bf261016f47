/* SPDX-License-Identifier: MIT */
/*
 * pdf_slim - PDF syntax printed straight into the file, from the write function of a dictionary.
 *
 * pdf_file.c writes every document, into a stream of libharu whose attribute is the struct out of the
 * file.  Write functions that use this module print there and pass libharu's stream by, which takes
 * each number and each name in a call of its own.  Failures stick to the struct out.
 */
#ifndef MESHREPORT_PDF_SLIM_H
#define MESHREPORT_PDF_SLIM_H

#include <hpdf.h>
#include <hpdf_streams.h>
#include <stdint.h>
#include <string.h>

#include "common/write/out.h"

struct pdf_slim {
	struct out *out;
};

void pdf_slim_begin(struct pdf_slim *slim, HPDF_Stream stream);
HPDF_STATUS pdf_slim_end(struct pdf_slim *slim);
/* Inline, for the lengths of literals are known where they stand. */
static inline void pdf_slim_string(struct pdf_slim *slim, const char *text)
{
	out_bytes(slim->out, text, strlen(text));
}
void pdf_slim_number(struct pdf_slim *slim, uint32_t value);
void pdf_slim_decimal(struct pdf_slim *slim, double value); /* two digits behind the point */
/* A text string (ISO 32000-1, 7.9.2.2): ASCII as it is, all else as UTF-16BE with a byte order mark. */
void pdf_slim_text(struct pdf_slim *slim, const char *utf8);
/* A byte string in parentheses. */
void pdf_slim_bytes(struct pdf_slim *slim, const char *bytes);

#endif
