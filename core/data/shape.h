/* SPDX-License-Identifier: MIT */
/*
 * shape - whether a word has the shape its key asks for; pure functions on ASCII and UTF-8.
 */
#ifndef MESHREPORT_CORE_SHAPE_H
#define MESHREPORT_CORE_SHAPE_H

#include <stdbool.h>

/* A letter or digit, then letters, digits, '.', '_', '-'; ASCII. */
bool shape_is_id(const char *word);

/* A decimal number >= 0 without an exponent, at most 15 digits. */
bool shape_to_weight(const char *word, double *out);

/* A licence expression of well-formed identifiers (SPDX 2.3, annex D); the list itself is not asked. */
bool shape_is_spdx(const char *word);

/* The shape of a language tag (RFC 5646, 2.1), not its registry. */
bool shape_is_language(const char *word);

/* One character to be seen: a code point, maybe with variation selectors or combining marks. */
bool shape_is_symbol(const char *word);

/*
 * True for an address a dataset may link to: http, https, mailto, or a relative or fragment
 * reference (RFC 3986, 4.2) that names no host; without control characters, spaces or backslashes.
 */
bool shape_is_url(const char *url);

/* A relative reference that reads like a host without its scheme: "www.nats.io", "istio.io/docs". */
bool shape_is_bare_host(const char *url);

#endif
