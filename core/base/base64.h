/* SPDX-License-Identifier: MIT */
/*
 * base64 - bytes as letters (RFC 4648, section 4), padded, in one line.
 */
#ifndef MESHREPORT_CORE_BASE64_H
#define MESHREPORT_CORE_BASE64_H

#include <stddef.h>

#include "base/buf.h"

void base64_put(struct buf *out, const void *bytes, size_t n);

/* The bytes of such letters, among which white space may stand.  0, or -1 where they are none: `out` has some of them then. */
int base64_read(struct buf *out, const char *letters);

#endif
