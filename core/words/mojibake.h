/* SPDX-License-Identifier: MIT */
/*
 * mojibake - UTF-8 that someone read as Latin-1, Windows-1252 or Mac Roman and saved: "m√¶sh" for "mæsh".
 *
 * Each run of characters beyond ASCII is turned back into the bytes it came from; where those are UTF-8,
 * that is what was meant.  Real words do not pass: "é" alone is the byte E9, which is no UTF-8.
 */
#ifndef MESHREPORT_CORE_MOJIBAKE_H
#define MESHREPORT_CORE_MOJIBAKE_H

#include "base/buf.h"

#include <stddef.h>

/* Puts the repaired text to `out` and returns the encoding's name; null, with `out` as it was, for a sound text. */
const char *mojibake_repair(struct buf *out, const char *text, size_t n);

#endif
