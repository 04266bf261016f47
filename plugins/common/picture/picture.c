/* SPDX-License-Identifier: MIT */
#include "common/picture/picture.h"

#include <stdlib.h>
#include <string.h>

#include "common/bytes/image.h"
#include "common/picture/picture_private.h"

typedef int (*reader)(struct mr_bytes bytes, const struct picture_limits *limits,
		      struct picture *picture, char why[PICTURE_REASON]);

/* Null for what none of the libraries reads. */
static reader find_reader(const char *type)
{
	static const struct {
		const char *type;
		reader read;
	} kinds[] = {
		{"image/gif", picture_gif},
		{"image/webp", picture_webp},
		{"image/jpeg", picture_jpeg},
	};

	for (size_t i = 0; type && i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i].type, type) == 0)
			return kinds[i].read;
	return NULL;
}

int picture_read(struct mr_bytes bytes, uint32_t max_pixels, uint32_t max_side,
		 struct picture *picture, char why[PICTURE_REASON])
{
	const struct picture_limits limits = {max_pixels, max_side};
	reader read = find_reader(image_media_type(bytes));
	int status;

	memset(picture, 0, sizeof(*picture));
	if (!read)
		return picture_refuse(why, "is neither a GIF, a WebP nor a JPEG");
	status = read(bytes, &limits, picture, why);
	if (status != 0)
		picture_release(picture);
	return status;
}

void picture_release(struct picture *picture)
{
	free(picture->rgba);
	memset(picture, 0, sizeof(*picture));
}
