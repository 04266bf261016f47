/* SPDX-License-Identifier: MIT */
/*
 * base64 - bytes as text: RFC 4648, 4, with padding.
 */
#ifndef MESHREPORT_COMMON_BASE64_H
#define MESHREPORT_COMMON_BASE64_H

#include <stddef.h>

/* Characters for `n` bytes; no NUL among them. */
#define BASE64_SIZE(n) (((n) + 2) / 3 * 4)

/* Writes BASE64_SIZE(n) characters to `to` and returns their number. */
size_t base64_encode(char *to, const void *bytes, size_t n);

#endif
