/* SPDX-License-Identifier: MIT */
/*
 * scalar - texts as scalars of YAML 1.1, plain where no reader of YAML takes them for anything else.
 *
 * A text that other tools would read as a number, a date, a truth value or nothing is quoted as well.
 */
#ifndef MESHREPORT_CORE_SCALAR_H
#define MESHREPORT_CORE_SCALAR_H

#include <stdbool.h>

#include "base/buf.h"

/* `text` is valid UTF-8; `is_flow`: within [ ] or { }. */
void scalar_put(struct buf *out, const char *text, bool is_flow);

/* Between double quotes, with the escapes that JSON (RFC 8259, 7) has as well. */
void scalar_put_quoted(struct buf *out, const char *text);

#endif
