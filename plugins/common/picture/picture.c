/* SPDX-License-Identifier: MIT */
#include "common/picture/picture.h"

#include <stdlib.h>
#include <string.h>

#include "common/picture/picture_private.h"

#define HEAD 4096u /* in which an SVG names its namespace */

static bool begins(struct mr_bytes bytes, const char *with, size_t n)
{
	return bytes.n >= n && memcmp(bytes.at, with, n) == 0;
}

/* As the dataset's check knows one (core/check/logo.c). */
static bool is_svg(struct mr_bytes bytes)
{
	static const char name[] = "http://www.w3.org/2000/svg";
	const size_t n = sizeof(name) - 1;
	const char *at = bytes.at;

	for (size_t i = 0; i + n <= bytes.n && i < HEAD; i++)
		if (at[i] == 'h' && memcmp(at + i, name, n) == 0)
			return memchr(at, '<', bytes.n < 64 ? bytes.n : 64) != NULL;
	return false;
}

enum picture_kind picture_kind(struct mr_bytes bytes)
{
	if (begins(bytes, "GIF8", 4))
		return PICTURE_GIF;
	if (begins(bytes, "RIFF", 4) && bytes.n >= 12 &&
	    memcmp((const char *)bytes.at + 8, "WEBP", 4) == 0)
		return PICTURE_WEBP;
	if (begins(bytes, "\xff\xd8\xff", 3))
		return PICTURE_JPEG;
	return is_svg(bytes) ? PICTURE_SVG : PICTURE_OTHER;
}

int picture_read(struct mr_bytes bytes, uint32_t max_pixels, uint32_t max_side,
		 struct picture *picture, char why[PICTURE_REASON])
{
	const struct picture_limits limits = {max_pixels, max_side};
	int status;

	memset(picture, 0, sizeof(*picture));
	switch (picture_kind(bytes)) {
	case PICTURE_GIF: status = picture_gif(bytes, &limits, picture, why); break;
	case PICTURE_WEBP: status = picture_webp(bytes, &limits, picture, why); break;
	case PICTURE_JPEG: status = picture_jpeg(bytes, &limits, picture, why); break;
	default: status = picture_refuse(why, "is neither a GIF, a WebP nor a JPEG");
	}
	if (status != 0)
		picture_release(picture);
	return status;
}

void picture_release(struct picture *picture)
{
	free(picture->rgba);
	memset(picture, 0, sizeof(*picture));
}
