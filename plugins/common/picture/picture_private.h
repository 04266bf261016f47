/* SPDX-License-Identifier: MIT */
/* What the files of this folder share. */
#ifndef MESHREPORT_COMMON_PICTURE_PRIVATE_H
#define MESHREPORT_COMMON_PICTURE_PRIVATE_H

#include "common/picture/picture.h"

struct picture_limits {
	uint32_t pixels, side;
};

/* Says why, cut to fit; always -1. */
int picture_refuse(char why[PICTURE_REASON], const char *format, ...) MR_PRINTF(2, 3);

/* Memory for a picture of that size, transparent; -1 with the reason where it is too large. */
int picture_make(struct picture *picture, const struct picture_limits *limits, int64_t width,
		 int64_t height, char why[PICTURE_REASON]);

int picture_gif(struct mr_bytes bytes, const struct picture_limits *limits, struct picture *picture,
		char why[PICTURE_REASON]);
int picture_webp(struct mr_bytes bytes, const struct picture_limits *limits,
		 struct picture *picture, char why[PICTURE_REASON]);
int picture_jpeg(struct mr_bytes bytes, const struct picture_limits *limits,
		 struct picture *picture, char why[PICTURE_REASON]);

#endif
