/* SPDX-License-Identifier: MIT */
/*
 * picture_decode - what a plugin that decodes pictures for others (mr_plugin.decode) does with picture_read().
 */
#ifndef MESHREPORT_COMMON_PICTURE_DECODE_H
#define MESHREPORT_COMMON_PICTURE_DECODE_H

#include "common/picture/picture.h"

/* A GIF, WebP or JPEG, by what the plugin is called: "image/gif".  0, or -1 after the reason was reported. */
int picture_decode(struct mr_job *job, const struct mr_bytes *bytes, const char *media_type,
		   struct mr_raster *raster);

/* The pixels into memory of the job's, and the picture is released. */
void picture_decode_take(struct mr_job *job, struct picture *picture, struct mr_raster *raster);

/* mr_plugin.examine: whether the library of that kind is there. */
void picture_decode_examine(struct mr_job *job, const char *media_type);

#endif
