/* SPDX-License-Identifier: MIT */
/*
 * base64 - bytes as letters (RFC 4648, section 4), padded, in one line.
 */
#ifndef MESHREPORT_CORE_BASE64_H
#define MESHREPORT_CORE_BASE64_H

#include <stddef.h>

#include "base/buf.h"

void base64_put(struct buf *out, const void *bytes, size_t n);

#endif
