/* SPDX-License-Identifier: MIT */
/*
 * image - what kind of picture a file is, and how large, by its first bytes.  Nothing is decoded; the bytes are
 * hostile.
 */
#ifndef MESHREPORT_COMMON_IMAGE_H
#define MESHREPORT_COMMON_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

#include <meshreport/plugin.h>

/*
 * "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/svg+xml"; null for anything else.  An SVG is
 * XML whose root is called svg, in its namespace, within the first 64 KiB, and not in UTF-16: core/base/picture.h says
 * the same of a product's logo.
 */
const char *image_media_type(struct mr_bytes bytes);
bool image_is(struct mr_bytes bytes, const char *media_type);

/*
 * Width and height in pixels of a PNG, JPEG, GIF or WebP, or of an SVG that says them; false, and both 0, of anything
 * else.
 */
bool image_measure(struct mr_bytes bytes, uint32_t *width, uint32_t *height);

#endif
