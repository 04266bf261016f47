/* SPDX-License-Identifier: MIT */
/* The ground: memory for a picture that is not too large, and the words where it is. */
#include "common/picture/picture_private.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

int picture_refuse(char why[PICTURE_REASON], const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(why, PICTURE_REASON, format, args);
	va_end(args);
	return -1;
}

int picture_make(struct picture *picture, const struct picture_limits *limits, int64_t width,
		 int64_t height, char why[PICTURE_REASON])
{
	if (width <= 0 || height <= 0)
		return picture_refuse(why, "is an image without any pixel");
	if (width > limits->side || height > limits->side || width * height > limits->pixels)
		return picture_refuse(
			why,
			"is too large: %lldx%lld pixels, the limit is %lu on a side and %lu in all",
			(long long)width, (long long)height, (unsigned long)limits->side,
			(unsigned long)limits->pixels);
	picture->width = (uint32_t)width;
	picture->height = (uint32_t)height;
	picture->rgba = calloc((size_t)width * (size_t)height, 4);
	if (!picture->rgba)
		return picture_refuse(why, "cannot be read: there is not enough memory for it");
	return 0;
}
