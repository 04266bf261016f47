/* SPDX-License-Identifier: MIT */
#include "svg/svg_decode.h"

#include <string.h>

#include "common/picture/picture_svg.h"

#define SIDE 2048u /* mr_logos_1.raster reduces it */

int svg_decode(struct mr_job *job, const struct mr_bytes *bytes, struct mr_raster *raster)
{
	struct picture picture;
	char why[PICTURE_REASON];
	uint8_t *rgba;
	size_t n;

	if (picture_svg_read(*bytes, SIDE, &picture, why) != 0) {
		job->diag(job, MR_ERROR, NULL, "it %s", why);
		return -1;
	}
	n = (size_t)picture.width * picture.height * 4;
	rgba = job->alloc(job, n);
	memcpy(rgba, picture.rgba, n);
	raster->width = picture.width;
	raster->height = picture.height;
	raster->stride = picture.width * 4;
	raster->rgba = rgba;
	picture_release(&picture);
	return 0;
}
