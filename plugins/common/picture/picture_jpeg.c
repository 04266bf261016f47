/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "common/picture/picture_library_private.h"
#include "common/picture/picture_private.h"
#include "common/write/utf8.h"

/* Whether Adobe wrote its marker (APP14) before the pixels: its CMYK is stored upside down. */
static bool is_adobe(struct mr_bytes bytes)
{
	const unsigned char *at = bytes.at;

	for (size_t i = 2; i + 9 < bytes.n && at[i] == 0xff && at[i + 1] != 0xda;
	     i += 2 + ((size_t)at[i + 2] << 8 | at[i + 3]))
		if (at[i + 1] == 0xee && memcmp(at + i + 4, "Adobe", 5) == 0)
			return true;
	return false;
}

/* Four samples of ink, in place, to colour; what Adobe stored is paper already. */
static void paint_ink(struct picture *picture, bool is_paper)
{
	size_t n = (size_t)picture->width * picture->height;

	for (size_t i = 0; i < n; i++) {
		uint8_t *at = picture->rgba + i * 4;
		unsigned black = is_paper ? at[3] : 255u - at[3];

		for (int k = 0; k < 3; k++)
			at[k] = (uint8_t)((is_paper ? at[k] : 255u - at[k]) * black / 255);
		at[3] = 255;
	}
}

static int read_pixels(const struct picture_library_jpeg *jpeg, tjhandle handle,
		       struct mr_bytes bytes, const struct picture_limits *limits,
		       struct picture *picture, char why[PICTURE_REASON])
{
	int width = 0, height = 0, sampling, space = 0;
	bool has_ink;

	why[0] = '\0';
	if (jpeg->tjDecompressHeader3(handle, bytes.at, bytes.n, &width, &height, &sampling,
				      &space) != 0)
		return -1;
	has_ink = space == TJCS_CMYK || space == TJCS_YCCK;
	if (picture_make(picture, limits, width, height, why) != 0)
		return -1;
	if (jpeg->tjDecompress2(handle, bytes.at, bytes.n, picture->rgba, width, 0, height,
				has_ink ? TJPF_CMYK : TJPF_RGBA, 0) != 0)
		return -1;
	if (has_ink)
		paint_ink(picture, is_adobe(bytes));
	return 0;
}

int picture_jpeg(struct mr_bytes bytes, const struct picture_limits *limits,
		 struct picture *picture, char why[PICTURE_REASON])
{
	struct picture_library_jpeg jpeg;
	tjhandle handle;
	int status;

	if (picture_library_jpeg(&jpeg, why) != 0)
		return -1;
	handle = jpeg.tjInitDecompress();
	if (!handle)
		return picture_refuse(why, "cannot be read: there is not enough memory for it");
	status = read_pixels(&jpeg, handle, bytes, limits, picture, why);
	if (status != 0 && !why[0]) {
		char word[UTF8_WORD];

		picture_refuse(why, "is a damaged JPEG: %s",
			       utf8_word(word, jpeg.tjGetErrorStr2(handle)));
	}
	jpeg.tjDestroy(handle);
	return status;
}
