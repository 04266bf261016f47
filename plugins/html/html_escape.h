/* SPDX-License-Identifier: MIT */
/*
 * html_escape.h - the only place where data becomes HTML, CSS-free and script-free.
 *
 * Input is valid UTF-8 (plugin.h promises it); bytes that are not pass through unchanged and can
 * do no harm, since every byte with a meaning in HTML is below 0x80.  What the functions write is
 * safe in a quoted attribute as well as between tags.
 *
 * Rules: WHATWG HTML 13.1.2.3 (attributes), 13.1.3 (restrictions on script content); RFC 3986 for
 * addresses; ECMA-404 for JSON.
 */
#ifndef MESHREPORT_HTML_ESCAPE_H
#define MESHREPORT_HTML_ESCAPE_H

#include "common/write/out.h"

#include <stdbool.h>
#include <stddef.h>

/* Text between tags and in quoted attributes: & < > " ' become references. */
void html_text(struct out *out, const char *text, size_t n);
void html_string(struct out *out, const char *text);

/*
 * Whether a link may lead there: http, https, mailto, a relative or a fragment reference.  The host
 * has vetted its addresses already; this is the second lock, tried on what a browser would read
 * (without the tabs and line ends it drops, and with a backslash for a slash).
 */
bool html_is_safe_url(const char *url);

/*
 * An address for a quoted attribute: bytes that RFC 3986 does not allow are percent-encoded (letters
 * beyond ASCII are left, as WHATWG URL allows), then escaped.  Nothing for an unsafe one.
 */
void html_url(struct out *out, const char *url);

/*
 * A JSON string with its quotes, safe inside a <script> element: < > & and U+2028, U+2029 are
 * written as \u escapes, so neither "</script" nor "<!--" can come to be.
 */
void html_json_string(struct out *out, const char *text);

/*
 * A CSS string with its quotes (CSS Syntax 3, 4.3.5), safe inside a <style> element: ASCII that is
 * no letter or digit is written as a \ escape, so neither its end nor "</style" can come to be.
 */
void html_css_string(struct out *out, const char *text);

/* Base64 (RFC 4648, 4) with padding, for data: addresses and hashes. */
void html_base64(struct out *out, const void *bytes, size_t n);

#endif
