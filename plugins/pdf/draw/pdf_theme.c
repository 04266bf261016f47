/* SPDX-License-Identifier: MIT */
#include "pdf/draw/pdf_theme.h"

#include "common/scene/accent.h"

#define WHITE 0xffffffu

/* The fills of the charts: whole behind a sign, thin behind words, so that these can be read. */
static void make_grounds(enum pdf_status status, struct pdf_theme *theme)
{
	static const uint8_t percents[] = {14, 24, 34, 30, 0};

	theme->has_tints = status == PDF_STATUS_TINT;
	theme->has_badges = status == PDF_STATUS_BADGE;
	theme->badge_edge = palette_rgb(PALETTE_LIGHT, PALETTE_EDGE);
	for (uint32_t like = 0; like < 5; like++) {
		theme->badges[like] = palette_rgb(PALETTE_LIGHT, palette_fill(like));
		theme->tints[like] = accent_thinned(theme->badges[like], WHITE, percents[like]);
		theme->inks[PDF_INK_ON_YES + like] = palette_rgb(PALETTE_LIGHT, palette_ink(like));
	}
}

/* The colour of the house: words and rules in it, grounds of a little of it. */
static void take_accent(uint32_t rgb, struct pdf_theme *theme)
{
	uint32_t words = accent_words(rgb, WHITE);

	theme->inks[PDF_INK_LINK] = theme->inks[PDF_INK_HEADING] = words;
	theme->strong_rule = words;
	theme->head_band = accent_thinned(rgb, WHITE, 14);
	theme->category_band = accent_thinned(rgb, WHITE, 6);
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
	theme->badge_edge = accent_grey(theme->badge_edge);
	for (uint32_t like = 0; like < 5; like++) {
		theme->badges[like] = accent_grey(theme->badges[like]);
		theme->tints[like] = accent_grey(theme->tints[like]);
	}
	for (int i = 0; i < PDF_N_INKS; i++)
		theme->inks[i] = accent_grey(theme->inks[i]);
	theme->head_band = accent_grey(theme->head_band);
	theme->category_band = accent_grey(theme->category_band);
	theme->pin_band = accent_grey(theme->pin_band);
	theme->rule = accent_grey(theme->rule);
	theme->strong_rule = accent_grey(theme->strong_rule);
	if (name != PDF_THEME_INK)
		return;
	theme->has_bands = theme->has_tints = theme->has_badges = false;
	theme->rule = 0x999999;
	theme->strong_rule = 0x000000;
	for (int i = 0; i < PDF_N_INKS; i++)
		theme->inks[i] = 0x000000;
	theme->inks[PDF_INK_MUTED] = 0x333333;
}
