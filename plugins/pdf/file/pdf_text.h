/* SPDX-License-Identifier: MIT */
/*
 * pdf_text - small pure helpers on text: UTF-16 for PDF strings, URIs in ASCII, words with places.
 */
#ifndef MESHREPORT_PDF_TEXT_H
#define MESHREPORT_PDF_TEXT_H

#include <stdint.h>

#include "common/write/out.h"

/* Reads one code point of valid UTF-8 and steps on; gives its one or two UTF-16 units. */
int pdf_utf16(const char **at, uint16_t units[2]);

/* UTF-16BE with a byte order mark, as PDF text strings want it. */
void pdf_text_utf16(struct out *out, const char *utf8);

/*
 * A URL as a URI (RFC 3986): bytes beyond ASCII, spaces and characters that no URI holds are
 * percent-encoded; what is encoded already stays.
 */
void pdf_text_uri(struct out *out, const char *url);

/* One place of a word of the interface: "{n}" and what stands there. */
struct pdf_place {
	const char *name; /* without braces */
	const char *value;
};

/* "page {n} of {total}" with its places filled; unknown places stay as they are. */
void pdf_text_fill(struct out *out, const char *pattern, const struct pdf_place *places,
		   uint32_t n);

/* Text as XML content: & < > " escaped, characters that XML 1.0 has not left out. */
void pdf_text_xml(struct out *out, const char *utf8);

#endif
