/* SPDX-License-Identifier: MIT */
/*
 * png_decode - a PNG of anybody as pixels, for plugins that ask for logos.
 *
 * The simplified interface of libpng: depth, palette, grey, interlace, gamma and transparency are all its business.
 */
#ifndef MESHREPORT_PNG_DECODE_H
#define MESHREPORT_PNG_DECODE_H

#include <meshreport/plugin.h>

/* mr_plugin.decode */
int png_decode(struct mr_job *job, const struct mr_bytes *bytes, struct mr_raster *raster);

#endif
