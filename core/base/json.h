/* SPDX-License-Identifier: MIT */
/*
 * json - what is written of JSON (RFC 8259), whatever the bytes.
 */
#ifndef MESHREPORT_CORE_JSON_H
#define MESHREPORT_CORE_JSON_H

#include "base/buf.h"

/* "two\nlines" -> "\"two\\nlines\""; a byte that is no UTF-8 becomes U+FFFD. */
void json_put_text(struct buf *out, const char *text);

/* "key": "text" */
void json_put_member(struct buf *out, const char *key, const char *text);

/* "base64": "...", which is how bytes that are no text stand in JSON of ours (RFC 4648, 4). */
void json_put_base64(struct buf *out, const void *bytes, size_t n);

#endif
