/* SPDX-License-Identifier: MIT */
/*
 * picture - how large a picture is, by the first bytes of its file; nothing is decoded, and the bytes are hostile.
 */
#ifndef MESHREPORT_CORE_PICTURE_H
#define MESHREPORT_CORE_PICTURE_H

#include <stdbool.h>
#include <stdint.h>

#include <meshreport/plugin.h>

enum { PICTURE_SIDE_MAX = 100000 };

/* Of a PNG, JPEG, GIF, WebP or SVG; false, and both 0, where it does not say or is larger. */
bool picture_measure(struct mr_bytes bytes, uint32_t *out_width, uint32_t *out_height);

#endif
