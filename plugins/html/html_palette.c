/* SPDX-License-Identifier: MIT */
#include "html/html_palette.h"

#include "common/scene/palette.h"

/* What the sheet draws with; the rest is for charts.  Grounds and fills first, with the words on them. */
static const enum palette_role roles[] = {
	PALETTE_PAPER,    PALETTE_BAND,         PALETTE_YES,     PALETTE_ON_YES,
	PALETTE_PARTIAL,  PALETTE_ON_PARTIAL,   PALETTE_NO,      PALETTE_ON_NO,
	PALETTE_UNKNOWN,  PALETTE_ON_UNKNOWN,   PALETTE_TEXT,    PALETTE_MUTED,
	PALETTE_RULE,     PALETTE_EDGE,         PALETTE_ACCENT,  PALETTE_ACCENT_SOFT,
	PALETTE_YES_TEXT, PALETTE_PARTIAL_TEXT, PALETTE_NO_TEXT, PALETTE_UNKNOWN_TEXT,
};
enum { N_ROLES = sizeof(roles) / sizeof(*roles), N_FILLS = 10 };

static void put_rule(struct out *out, const char *selector, enum palette_theme theme, size_t n)
{
	static const char digits[] = "0123456789abcdef";

	out_string(out, selector);
	out_string(out, "{");
	for (size_t i = 0; i < n; i++) {
		uint32_t rgb = palette_rgb(theme, roles[i]);

		out_string(out, "--mr-");
		out_string(out, palette_name(roles[i]));
		out_string(out, ":#");
		for (int shift = 20; shift >= 0; shift -= 4)
			out_char(out, digits[rgb >> shift & 15]);
		out_string(out, ";");
	}
	out_string(out, "}\n");
}

void html_palette_put(struct out *out)
{
	out_char(out, '\n');
	put_rule(out, ".mr", PALETTE_LIGHT, N_ROLES);
	out_string(out, "@media (prefers-color-scheme: dark){");
	put_rule(out, ".mr[data-theme=\"auto\"]", PALETTE_DARK, N_ROLES);
	out_string(out, "}\n");
	put_rule(out, ".mr[data-theme=\"dark\"]", PALETTE_DARK, N_ROLES);
	out_string(out, "@media print{");
	/* whatever the theme; which words are black on paper, the sheet says */
	put_rule(out, ".mr[data-theme][data-theme]", PALETTE_LIGHT, N_FILLS);
	out_string(out, "}\n");
}
