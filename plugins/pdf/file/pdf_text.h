/* SPDX-License-Identifier: MIT */
/*
 * pdf_text - small pure helpers on text: UTF-16 for PDF strings, URIs in ASCII, XML.
 */
#ifndef MESHREPORT_PDF_TEXT_H
#define MESHREPORT_PDF_TEXT_H

#include <stdint.h>

#include "common/write/out.h"

/* UTF-16BE with a byte order mark, as PDF text strings want it. */
void pdf_text_utf16(struct out *out, const char *utf8);

/*
 * The same of what leads somewhere else to be read: at most PDF_TEXT_LABEL units of the text, with an ellipsis where there
 * were more.  libharu refuses a string above 65,535 bytes, and everything after it (HPDF_LIMIT_MAX_STRING_LEN).
 */
enum { PDF_TEXT_LABEL = 1000, PDF_TEXT_MOST = 65535 };
void pdf_text_label(struct out *out, const char *utf8);

/*
 * A URL as a URI (RFC 3986): bytes beyond ASCII, spaces and characters that no URI holds are
 * percent-encoded; what is encoded already stays.
 */
void pdf_text_uri(struct out *out, const char *url);

/* Text as XML content: & < > " escaped, characters that XML 1.0 has not left out. */
void pdf_text_xml(struct out *out, const char *utf8);

#endif
