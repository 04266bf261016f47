/* SPDX-License-Identifier: MIT */
/*
 * logos - a product's logo as pixels: what the service logos/1 hands to plugins.
 *
 * It is decoded by the plugin that is called as its media type is, "image/png" by png: found by its name as all are, and
 * started as all are, in a process of its own, confined.
 */
#ifndef MESHREPORT_CORE_LOGOS_H
#define MESHREPORT_CORE_LOGOS_H

#include "run/asked.h"

/* `words`: ASKING_RASTER, product, width, height.  0 with what unpack.h writes, or -1 with the reason. */
int logos_answer(const struct asked *asked, const struct asked_words *words,
		 struct broker_answer *out);

/* Whether they are the head and rows of a picture (unpack.h) that is no larger than was wanted; 0: any size. */
bool logos_is_picture(const char *bytes, size_t n, uint32_t max_width, uint32_t max_height);

#endif
