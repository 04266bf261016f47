/* SPDX-License-Identifier: MIT */
#include "common/picture/picture_decode.h"

#include <string.h>

#include "common/bytes/image.h"
#include "common/picture/picture_library_private.h"

#define MOST_SIDE 100000u /* as the host has it: mr_logos_1.measure */

void picture_decode_take(struct mr_job *job, struct picture *picture, struct mr_raster *raster)
{
	size_t n = (size_t)picture->width * picture->height * 4;
	uint8_t *rgba = job->alloc(job, n);

	memcpy(rgba, picture->rgba, n);
	raster->width = picture->width;
	raster->height = picture->height;
	raster->stride = picture->width * 4;
	raster->rgba = rgba;
	picture_release(picture);
}

int picture_decode(struct mr_job *job, const struct mr_bytes *bytes, const char *media_type,
		   struct mr_raster *raster)
{
	struct picture picture;
	char why[PICTURE_REASON];

	if (!image_is(*bytes, media_type)) {
		job->diag(job, MR_ERROR, NULL, "it is no %s", media_type);
		return -1;
	}
	if (picture_read(*bytes, raster->max_pixels, MOST_SIDE, &picture, why) != 0) {
		job->diag(job, MR_ERROR, NULL, "it %s", why);
		return -1;
	}
	picture_decode_take(job, &picture, raster);
	return 0;
}

/* ---- what there is */

static int open_gif(char why[PICTURE_WHY])
{
	struct picture_library_gif library;

	return picture_library_gif(&library, why);
}

static int open_jpeg(char why[PICTURE_WHY])
{
	struct picture_library_jpeg library;

	return picture_library_jpeg(&library, why);
}

static int open_webp(char why[PICTURE_WHY])
{
	struct picture_library_webp library;

	return picture_library_webp(&library, why);
}

void picture_decode_examine(struct mr_job *job, const char *media_type)
{
	static const struct {
		const char *type, *library;
		int (*open)(char why[PICTURE_WHY]);
	} kinds[] = {
		{"image/gif", "giflib", open_gif},
		{"image/jpeg", "TurboJPEG", open_jpeg},
		{"image/webp", "libwebp", open_webp},
	};
	char why[PICTURE_WHY];

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (strcmp(kinds[i].type, media_type) != 0)
			continue;
		if (kinds[i].open(why) == 0)
			job->diag(job, MR_NOTE, NULL, "library: %s", kinds[i].library);
		else
			job->diag(job, MR_WARNING, NULL, "such a picture %s", why);
	}
}
