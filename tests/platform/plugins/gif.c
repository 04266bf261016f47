/* SPDX-License-Identifier: MIT */
/* Decodes every picture to two grey pixels, or lies about it: LIE 1 no pixels, 2 rows that overlap, 3 no reason, 4 a crash. */
#include <meshreport/plugin.h>

#ifndef LIE
#define LIE 0
#endif

static int decode(struct mr_job *job, const struct mr_bytes *bytes, struct mr_raster *raster)
{
	uint8_t *rgba = job->alloc(job, 16);

	if (LIE == 3 || bytes->n < 6)
		return -1;
	if (LIE == 4)
		*(volatile char *)1 = 0;
	memset(rgba, 0x77, 16);
	raster->width = 1;
	raster->height = 2;
	raster->stride = LIE == 2 ? 3 : 8;
	raster->rgba = LIE == 1 ? NULL : rgba;
	return 0;
}

static int render(struct mr_job *job)
{
	job->open(job, "");
	return 0;
}

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER, .name = "gif",      .summary = "of the tests",
	.version = "1",   .extension = "gif", .media_type = "image/gif",
	.render = render, .decode = decode,
};
