/* SPDX-License-Identifier: MIT */
#include "html/html_palette.h"

#include "common/scene/accent.h"
#include "common/scene/palette.h"

/* What the sheet draws with; the rest is for charts. */
static const enum palette_role roles[] = {
	PALETTE_PAPER,    PALETTE_BAND,         PALETTE_YES,     PALETTE_ON_YES,
	PALETTE_PARTIAL,  PALETTE_ON_PARTIAL,   PALETTE_NO,      PALETTE_ON_NO,
	PALETTE_UNKNOWN,  PALETTE_ON_UNKNOWN,   PALETTE_TEXT,    PALETTE_MUTED,
	PALETTE_RULE,     PALETTE_EDGE,         PALETTE_ACCENT,  PALETTE_ACCENT_SOFT,
	PALETTE_YES_TEXT, PALETTE_PARTIAL_TEXT, PALETTE_NO_TEXT, PALETTE_UNKNOWN_TEXT,
};

static uint32_t colour_of(const struct brand *brand, enum palette_theme theme,
			  enum palette_role role)
{
	uint32_t words;

	if (!brand->has_accent || (role != PALETTE_ACCENT && role != PALETTE_ACCENT_SOFT))
		return palette_rgb(theme, role);
	words = accent_words(brand->accent, palette_rgb(theme, PALETTE_BAND));
	return role == PALETTE_ACCENT
		       ? words
		       : accent_thinned(words, palette_rgb(theme, PALETTE_PAPER), 12);
}

static void put_rule(struct out *out, const struct brand *brand, const char *selector,
		     enum palette_theme theme)
{
	static const char digits[] = "0123456789abcdef";

	out_string(out, selector);
	out_string(out, "{");
	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++) {
		uint32_t rgb = colour_of(brand, theme, roles[i]);

		out_string(out, "--mr-");
		out_string(out, palette_name(roles[i]));
		out_string(out, ":#");
		for (int shift = 20; shift >= 0; shift -= 4)
			out_char(out, digits[rgb >> shift & 15]);
		out_string(out, ";");
	}
	out_string(out, "}\n");
}

void html_palette_put(const struct brand *brand, struct out *out)
{
	out_char(out, '\n');
	put_rule(out, brand, ".mr", PALETTE_LIGHT);
	/* on paper they are the light ones, whatever the theme */
	out_string(out, "@media screen and (prefers-color-scheme: dark){");
	put_rule(out, brand, ".mr[data-theme=auto]", PALETTE_DARK);
	out_string(out, "}\n@media screen{");
	put_rule(out, brand, ".mr[data-theme=dark]", PALETTE_DARK);
	out_string(out, "}\n");
}
