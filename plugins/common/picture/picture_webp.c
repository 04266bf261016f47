/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "common/picture/picture_library_private.h"
#include "common/picture/picture_private.h"

/* One way for still pictures and for animations, whose frames may cover a part of the canvas. */
static int read_first(const struct picture_library_webp *webp, struct mr_bytes bytes,
		      struct picture *picture, char why[PICTURE_REASON])
{
	const WebPData data = {bytes.at, bytes.n};
	WebPAnimDecoder *decoder =
		webp->WebPAnimDecoderNewInternal(&data, NULL, WEBP_DEMUX_ABI_VERSION);
	uint8_t *canvas = NULL;
	int time, status = -1;

	if (decoder && webp->WebPAnimDecoderGetNext(decoder, &canvas, &time) && canvas) {
		memcpy(picture->rgba, canvas, (size_t)picture->width * picture->height * 4);
		status = 0;
	} else {
		picture_refuse(why, "is a damaged WebP: it has no first frame");
	}
	if (decoder)
		webp->WebPAnimDecoderDelete(decoder);
	return status;
}

int picture_webp(struct mr_bytes bytes, const struct picture_limits *limits,
		 struct picture *picture, char why[PICTURE_REASON])
{
	struct picture_library_webp webp;
	WebPBitstreamFeatures is;

	if (picture_library_webp(&webp, why) != 0)
		return -1;
	if (webp.WebPGetFeaturesInternal(bytes.at, bytes.n, &is, WEBP_DECODER_ABI_VERSION) !=
	    VP8_STATUS_OK)
		return picture_refuse(why, "is a damaged WebP: its head cannot be read");
	if (picture_make(picture, limits, is.width, is.height, why) != 0)
		return -1;
	return read_first(&webp, bytes, picture, why);
}
