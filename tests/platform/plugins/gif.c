/* SPDX-License-Identifier: MIT */
/* Decodes every picture to two grey pixels, or lies about it: LIE 1 no pixels, 2 rows that overlap, 3 no reason, 4 a crash.  WRITES: it writes only. */
#include <meshreport/plugin.h>

#ifndef LIE
#define LIE 0
#endif

#ifndef WRITES
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
#else
static int render(struct mr_job *job)
{
	job->open(job, "");
	return 0;
}
#endif

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,          .name = "gif",
	.summary = "of the tests", .version = "1",
#ifdef WRITES
	.extension = "gif",        .media_type = "image/gif",
	.render = render,
#else
	.decode = decode,
#endif
};
