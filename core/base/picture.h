/* SPDX-License-Identifier: MIT */
/*
 * picture - what kind of picture a file is and how large, by its first bytes; nothing is decoded, and the bytes are hostile.
 *
 * An SVG is XML whose root is called svg, with or without a prefix, and in SVG's namespace, which may stand in an entity of
 * the document type; without it nothing draws it (SVG 2, 5.2).  A byte order mark of UTF-8, white space, comments and the
 * like may stand before it; its tag ends within the first 64 KiB; UTF-16 is not read.  A page that holds a drawing is
 * none.  plugins/common/bytes/image.h has the same rules for what plugins are handed as options; a unit test holds both
 * to one table.
 */
#ifndef MESHREPORT_CORE_PICTURE_H
#define MESHREPORT_CORE_PICTURE_H

#include <stdbool.h>
#include <stdint.h>

#include <meshreport/plugin.h>

enum { PICTURE_SIDE_MAX = 100000 };

/* "image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml", or null. */
const char *picture_media_type(struct mr_bytes bytes);

/* Of a PNG, JPEG, GIF, WebP or SVG; false, and both 0, where it does not say or is larger. */
bool picture_measure(struct mr_bytes bytes, uint32_t *out_width, uint32_t *out_height);

#endif
