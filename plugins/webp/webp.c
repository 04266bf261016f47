/* SPDX-License-Identifier: MIT */
/*
 * webp - logos in WebP as pixels, for formats that ask for them (logos/1).  It writes nothing and reads no table.
 */
#include <meshreport/plugin.h>

#include "common/picture/picture_decode.h"

#define MEDIA_TYPE "image/webp"

static int decode(struct mr_job *job, const struct mr_bytes *bytes, struct mr_raster *raster)
{
	return picture_decode(job, bytes, MEDIA_TYPE, raster);
}

static void examine(struct mr_job *job)
{
	picture_decode_examine(job, MEDIA_TYPE);
}

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "webp",
	.summary = "logos in WebP, for formats that want their pixels",
	.version = "1.0",
	.examine = examine,
	.decode = decode,
	.license = "MIT",
};
