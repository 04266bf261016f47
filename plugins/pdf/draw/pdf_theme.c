/* SPDX-License-Identifier: MIT */
#include "pdf/draw/pdf_theme.h"

#include <math.h>

#define WORDS_CONTRAST 4.6 /* a little more than WCAG 2.1, 1.4.3 asks for */

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

/* `percent` of a colour on white paper. */
static uint32_t thinned(uint32_t rgb, uint32_t percent)
{
	uint32_t made = 0;

	for (int shift = 16; shift >= 0; shift -= 8)
		made |= (255 - (255 - (rgb >> shift & 255)) * percent / 100) << shift;
	return made;
}

/* The fills of the charts: whole behind a sign, thin behind words, so that these can be read. */
static void make_grounds(enum pdf_status status, struct pdf_theme *theme)
{
	static const uint8_t percents[] = {14, 24, 34, 30, 0};

	theme->has_tints = status == PDF_STATUS_TINT;
	theme->has_badges = status == PDF_STATUS_BADGE;
	theme->badge_edge = palette_rgb(PALETTE_LIGHT, PALETTE_EDGE);
	for (uint32_t like = 0; like < 5; like++) {
		theme->badges[like] = palette_rgb(PALETTE_LIGHT, palette_fill(like));
		theme->tints[like] = thinned(theme->badges[like], percents[like]);
		theme->inks[PDF_INK_ON_YES + like] = palette_rgb(PALETTE_LIGHT, palette_ink(like));
	}
}

uint32_t pdf_theme_words(uint32_t rgb)
{
	while (pdf_theme_contrast(rgb, 0xffffff) < WORDS_CONTRAST) {
		uint32_t darker = 0;

		for (int shift = 16; shift >= 0; shift -= 8)
			darker |= (rgb >> shift & 255) * 95 / 100 << shift;
		rgb = darker;
	}
	return rgb;
}

/* The colour of the house: words and rules in it, grounds of a little of it. */
static void take_accent(uint32_t rgb, struct pdf_theme *theme)
{
	uint32_t words = pdf_theme_words(rgb);

	theme->inks[PDF_INK_LINK] = theme->inks[PDF_INK_HEADING] = words;
	theme->strong_rule = words;
	theme->head_band = thinned(rgb, 14);
	theme->category_band = thinned(rgb, 6);
}

/* The palette's, and two that only the handout has: the ground of a head and its strong rule. */
void pdf_theme_make(const struct pdf_options *options, struct pdf_theme *theme)
{
	enum pdf_theme_name name = options->theme;

	*theme = (struct pdf_theme){.head_band = 0xe9eef3,
				    .pin_band = 0xfdf3d3,
				    .category_band = palette_rgb(PALETTE_LIGHT, PALETTE_BAND),
				    .rule = palette_rgb(PALETTE_LIGHT, PALETTE_RULE),
				    .strong_rule = 0x33475b,
				    .has_bands = true};
	theme->inks[PDF_INK_TEXT] = palette_rgb(PALETTE_LIGHT, PALETTE_TEXT);
	theme->inks[PDF_INK_MUTED] = palette_rgb(PALETTE_LIGHT, PALETTE_MUTED);
	theme->inks[PDF_INK_LINK] = palette_rgb(PALETTE_LIGHT, PALETTE_ACCENT);
	for (uint32_t like = 0; like < 5; like++)
		theme->inks[PDF_INK_YES + like] = palette_rgb(PALETTE_LIGHT, palette_words(like));
	theme->inks[PDF_INK_HEADING] = theme->inks[PDF_INK_TEXT];
	if (options->has_accent)
		take_accent(options->accent, theme);
	make_grounds(options->status, theme);
	if (name == PDF_THEME_LIGHT)
		return;
	theme->is_grey = true;
	theme->badge_edge = pdf_theme_grey(theme->badge_edge);
	for (uint32_t like = 0; like < 5; like++) {
		theme->badges[like] = pdf_theme_grey(theme->badges[like]);
		theme->tints[like] = pdf_theme_grey(theme->tints[like]);
	}
	for (int i = 0; i < PDF_N_INKS; i++)
		theme->inks[i] = pdf_theme_grey(theme->inks[i]);
	theme->head_band = pdf_theme_grey(theme->head_band);
	theme->category_band = pdf_theme_grey(theme->category_band);
	theme->pin_band = pdf_theme_grey(theme->pin_band);
	theme->rule = pdf_theme_grey(theme->rule);
	theme->strong_rule = pdf_theme_grey(theme->strong_rule);
	if (name != PDF_THEME_INK)
		return;
	theme->has_bands = theme->has_tints = theme->has_badges = false;
	theme->rule = 0x999999;
	theme->strong_rule = 0x000000;
	for (int i = 0; i < PDF_N_INKS; i++)
		theme->inks[i] = 0x000000;
	theme->inks[PDF_INK_MUTED] = 0x333333;
}
