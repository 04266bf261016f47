/* SPDX-License-Identifier: MIT */
/*
 * quote - the quotes of a text as core/canon sets them, where that loses and adds no other byte.
 *
 * Plain texts stay plain.  A quoted one loses its quotes where no reader of YAML takes it for anything
 * else (canon/scalar.h), else gets the quotes that need fewer backslashes.  What is escaped otherwise than
 * for the sake of its quotes, or goes over several lines, stays as it is.
 */
#ifndef MESHREPORT_CORE_QUOTE_H
#define MESHREPORT_CORE_QUOTE_H

#include <stdbool.h>

#include "base/buf.h"
#include "fmt/lexer.h"

/* False where the scalar's own `n` bytes are right; else appends others to `out`. */
bool quote_put(struct buf *out, const struct lexeme *scalar, const char *bytes, size_t n);

/* Whether `a` and `b` are the same but for white space, quotes and the backslashes before these. */
bool quote_is_same(const char *a, size_t n_a, const char *b, size_t n_b);

#endif
