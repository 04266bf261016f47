/* SPDX-License-Identifier: MIT */
/*
 * Decodes every picture to two grey pixels, or lies about it: LIE 1 no pixels, 2 rows that overlap, 3 no reason, 4 a crash, 5 frames of its
 * own, by which a picture has fewer bytes than its head says.  WRITES: it writes only.
 */
#include <meshreport/plugin.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef LIE
#define LIE 0
#endif

#ifndef WRITES
static void send_frame(int out, uint16_t kind, uint32_t n, const void *payload)
{
	char frame[64] = {0};

	memcpy(frame, &n, sizeof(n));
	memcpy(frame + 4, &kind, sizeof(kind));
	memcpy(frame + 8, payload, n);
	if (write(out, frame, n + 8) < 0)
		_exit(1);
}

/* Opens an artifact, writes into it and is done, as the host's own code would have; the host ends it. */
static void forge(void)
{
	enum { OPEN = 3, DATA = 4, DONE = 8 };
	static const char two_texts[18], is_well[8];
	const uint32_t picture[] = {1, 2, 0x77777777};
	struct stat status;
	int out = 3;

	while (fstat(out, &status) != 0 || !S_ISFIFO(status.st_mode) ||
	       (fcntl(out, F_GETFL) & O_ACCMODE) != O_WRONLY)
		out++;
	send_frame(out, OPEN, sizeof(two_texts), two_texts);
	send_frame(out, DATA, sizeof(picture), picture);
	send_frame(out, DONE, sizeof(is_well), is_well);
	for (;;)
		continue;
}

static int decode(struct mr_job *job, const struct mr_bytes *bytes, struct mr_raster *raster)
{
	uint8_t *rgba = job->alloc(job, 16);

	if (LIE == 3 || bytes->n < 6)
		return -1;
	if (LIE == 4)
		*(volatile char *)1 = 0;
	if (LIE == 5)
		forge();
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
