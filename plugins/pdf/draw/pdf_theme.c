/* SPDX-License-Identifier: MIT */
#include "pdf/draw/pdf_theme.h"

#include <math.h>

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

double pdf_theme_contrast(uint32_t a, uint32_t b)
{
	double la = luminance(a), lb = luminance(b);

	return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

uint32_t pdf_theme_grey(uint32_t rgb)
{
	double y = luminance(rgb);
	double c = y <= 0.0031308 ? y * 12.92 : 1.055 * pow(y, 1 / 2.4) - 0.055;
	uint32_t grey = (uint32_t)(c * 255 + 0.5);

	return grey << 16 | grey << 8 | grey;
}

/* The palette's, and two that only the handout has: the ground of a head and its strong rule. */
void pdf_theme_make(enum pdf_theme_name name, struct pdf_theme *theme)
{
	*theme = (struct pdf_theme){.head_band = 0xe9eef3,
				    .category_band = palette_rgb(PALETTE_LIGHT, PALETTE_BAND),
				    .rule = palette_rgb(PALETTE_LIGHT, PALETTE_RULE),
				    .strong_rule = 0x33475b,
				    .has_bands = true};
	theme->inks[PDF_INK_TEXT] = palette_rgb(PALETTE_LIGHT, PALETTE_TEXT);
	theme->inks[PDF_INK_MUTED] = palette_rgb(PALETTE_LIGHT, PALETTE_MUTED);
	theme->inks[PDF_INK_LINK] = palette_rgb(PALETTE_LIGHT, PALETTE_ACCENT);
	for (uint32_t like = 0; like < 5; like++)
		theme->inks[PDF_INK_YES + like] = palette_rgb(PALETTE_LIGHT, palette_words(like));
	if (name == PDF_THEME_LIGHT)
		return;
	theme->is_grey = true;
	for (int i = 0; i < PDF_N_INKS; i++)
		theme->inks[i] = pdf_theme_grey(theme->inks[i]);
	theme->head_band = pdf_theme_grey(theme->head_band);
	theme->category_band = pdf_theme_grey(theme->category_band);
	theme->rule = pdf_theme_grey(theme->rule);
	theme->strong_rule = pdf_theme_grey(theme->strong_rule);
	if (name != PDF_THEME_INK)
		return;
	theme->has_bands = false;
	theme->rule = 0x999999;
	theme->strong_rule = 0x000000;
	for (int i = 0; i < PDF_N_INKS; i++)
		theme->inks[i] = 0x000000;
	theme->inks[PDF_INK_MUTED] = 0x333333;
}
