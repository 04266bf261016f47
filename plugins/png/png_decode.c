/* SPDX-License-Identifier: MIT */
#include "png/png_decode.h"

#include <png.h>

static int fail(struct mr_job *job, png_image *image)
{
	job->diag(job, MR_ERROR, NULL, "it is broken: %s", image->message);
	png_image_free(image);
	return -1;
}

int png_decode(struct mr_job *job, const struct mr_bytes *bytes, struct mr_raster *raster)
{
	png_image image = {.version = PNG_IMAGE_VERSION};
	uint8_t *rgba;

	if (!png_image_begin_read_from_memory(&image, bytes->at, bytes->n))
		return fail(job, &image);
	if ((uint64_t)image.width * image.height > raster->max_pixels) {
		job->diag(job, MR_ERROR, NULL,
			  "it has %u by %u pixels, and no more than %u million are decoded",
			  (unsigned)image.width, (unsigned)image.height,
			  (unsigned)(raster->max_pixels / 1000000));
		png_image_free(&image);
		return -1;
	}
	image.format = PNG_FORMAT_RGBA;
	rgba = job->alloc(job, PNG_IMAGE_SIZE(image));
	if (!png_image_finish_read(&image, NULL, rgba, 0, NULL))
		return fail(job, &image);
	raster->width = image.width;
	raster->height = image.height;
	raster->stride = image.width * 4;
	raster->rgba = rgba;
	return 0;
}
