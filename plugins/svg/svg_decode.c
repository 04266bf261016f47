/* SPDX-License-Identifier: MIT */
#include "svg/svg_decode.h"

#include "common/picture/picture_decode.h"
#include "common/picture/picture_svg.h"

#define SIDE 2048u /* mr_logos_1.raster reduces it */

int svg_decode(struct mr_job *job, const struct mr_bytes *bytes, struct mr_raster *raster)
{
	struct picture picture;
	char why[PICTURE_REASON];

	if (picture_svg_read(*bytes, SIDE, &picture, why) != 0) {
		job->diag(job, MR_ERROR, NULL, "it %s", why);
		return -1;
	}
	picture_decode_take(job, &picture, raster);
	return 0;
}
