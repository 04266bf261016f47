/* SPDX-License-Identifier: MIT */
/*
 * text_width - how many columns of a terminal a grapheme cluster takes.
 *
 * libunistring knows the width of a character (UAX 11, ambiguous ones are narrow).  Terminals that draw
 * clusters whole give an emoji of several characters two columns, whatever it is made of: joined by
 * U+200D, with a colour of skin, or asked for by U+FE0F.  Terminals that do not may draw such a line a
 * little longer.
 */
#ifndef MESHREPORT_TEXT_WIDTH_H
#define MESHREPORT_TEXT_WIDTH_H

#include <stddef.h>
#include <stdint.h>

enum { TEXT_SOFT_HYPHEN = 0xad };

/* Of `n` > 0 bytes that are one cluster. */
uint16_t text_width_cluster(const char *cluster, size_t n);

#endif
