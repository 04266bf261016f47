/* SPDX-License-Identifier: MIT */
#include "common/scene/accent.h"

#include <math.h>
#include <stdbool.h>

#define WORDS_CONTRAST 4.6 /* a little more than WCAG 2.2, 1.4.3 asks for */
#define WHITE 0xffffffu

static double linear(uint32_t channel)
{
	double c = channel / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t rgb)
{
	return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) +
	       0.0722 * linear(rgb & 255);
}

double accent_contrast(uint32_t a, uint32_t b)
{
	double la = luminance(a), lb = luminance(b);

	return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

uint32_t accent_grey(uint32_t rgb)
{
	double y = luminance(rgb);
	double c = y <= 0.0031308 ? y * 12.92 : 1.055 * pow(y, 1 / 2.4) - 0.055;
	uint32_t grey = (uint32_t)(c * 255 + 0.5);

	return grey << 16 | grey << 8 | grey;
}

uint32_t accent_thinned(uint32_t rgb, uint32_t ground, uint32_t percent)
{
	uint32_t made = 0;

	for (int shift = 16; shift >= 0; shift -= 8)
		made |= ((rgb >> shift & 255) * percent +
			 (ground >> shift & 255) * (100 - percent) + 99) /
				100
			<< shift;
	return made;
}

/* A step darker, or nearer to white; black and white are the ends. */
static uint32_t shifted(uint32_t rgb, bool is_lighter)
{
	uint32_t made = 0;

	for (int shift = 16; shift >= 0; shift -= 8) {
		uint32_t channel = rgb >> shift & 255;

		made |= (is_lighter ? 255 - (255 - channel) * 95 / 100 : channel * 95 / 100)
			<< shift;
	}
	return made;
}

uint32_t accent_words(uint32_t rgb, uint32_t ground)
{
	bool is_lighter = accent_contrast(WHITE, ground) > accent_contrast(0, ground);
	uint32_t end = is_lighter ? WHITE : 0;

	while (rgb != end && accent_contrast(rgb, ground) < WORDS_CONTRAST)
		rgb = shifted(rgb, is_lighter);
	return rgb;
}

void accent_report(struct mr_job *job, uint32_t rgb, uint32_t ground, const char *what)
{
	uint32_t words = accent_words(rgb, ground);
	unsigned tenths = (unsigned)(accent_contrast(rgb, ground) * 10);

	if (words == rgb)
		return;
	job->diag(
		job, MR_NOTE, NULL,
		"accent #%06x has a contrast of %u.%u to 1 on %s, where words need 4.5: words and "
		"rules take #%06x",
		(unsigned)rgb, tenths / 10, tenths % 10, what, (unsigned)words);
}
