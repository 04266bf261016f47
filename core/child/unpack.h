/* SPDX-License-Identifier: MIT */
/*
 * unpack - a plugin's process decodes a picture (mr_plugin.decode) and hands its pixels to the parent as its only
 * artifact: width and height, a uint32_t each, then rows of RGBA without a gap, no larger than was wanted.
 */
#ifndef MESHREPORT_CORE_UNPACK_H
#define MESHREPORT_CORE_UNPACK_H

#include "child/port.h"

struct plugin;

/* What is decoded, and what is handed out, at most. */
enum { UNPACK_PIXELS_MAX = 32 * 1000 * 1000, UNPACK_SIDE_MAX = 2048 };

struct unpack_head {
	uint32_t width, height;
};

/* 0, or -1 after an error was reported. */
int unpack_picture(struct port *port, const struct plugin *plugin);

#endif
