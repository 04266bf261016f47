/* SPDX-License-Identifier: MIT */
/*
 * svg_decode - an SVG of anybody as pixels, for plugins that ask for logos.
 */
#ifndef MESHREPORT_SVG_DECODE_H
#define MESHREPORT_SVG_DECODE_H

#include <meshreport/plugin.h>

/* mr_plugin.decode: as large as a logo is ever handed out, since a drawing has no pixels of its own. */
int svg_decode(struct mr_job *job, const struct mr_bytes *bytes, struct mr_raster *raster);

#endif
