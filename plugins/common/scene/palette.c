/* SPDX-License-Identifier: MIT */
#include "common/scene/palette.h"

#include <meshreport/plugin.h>

struct role {
	const char *name;
	uint32_t rgb[PALETTE_N_THEMES]; /* light, dark, print */
};

/*
 * Blue for support, orange for its absence: the pair that all three kinds of colour blindness keep
 * apart.  Lightness falls (in the dark theme: rises) with the support, so that a grey copy still
 * ranks the cells.
 */
static const struct role roles[PALETTE_N_ROLES] = {
	[PALETTE_NONE] = {"none", {0xffffff, 0x15181d, 0xffffff}},
	[PALETTE_PAPER] = {"paper", {0xffffff, 0x15181d, 0xffffff}},
	[PALETTE_TEXT] = {"text", {0x1b1f24, 0xe6e9ee, 0x000000}},
	[PALETTE_MUTED] = {"muted", {0x57606a, 0x9aa4b0, 0x4a4a4a}},
	[PALETTE_RULE] = {"rule", {0xd5dae0, 0x343b45, 0xcccccc}},
	[PALETTE_BAND] = {"band", {0xf2f4f7, 0x1e232a, 0xf0f0f0}},
	[PALETTE_EDGE] = {"edge", {0x7d8590, 0x76818f, 0x6e6e6e}},
	[PALETTE_HATCH] = {"hatch", {0xc3c9d1, 0x4d5663, 0x8a8a8a}},
	[PALETTE_ACCENT] = {"accent", {0x0b4f8a, 0x8cc8f5, 0x2b2b2b}},
	[PALETTE_ACCENT_SOFT] = {"accent-soft", {0xe3eef8, 0x1d3a52, 0xdddddd}},
	[PALETTE_YES] = {"yes", {0x0b4f8a, 0x9bd1f7, 0x3a3a3a}},
	[PALETTE_PARTIAL] = {"partial", {0x5fa5d6, 0x357aad, 0x9a9a9a}},
	[PALETTE_NO] = {"no", {0xf4bd86, 0x7a3d0c, 0xd6d6d6}},
	[PALETTE_UNKNOWN] = {"unknown", {0xe9ebee, 0x2b313a, 0xffffff}},
	[PALETTE_NA] = {"na", {0xffffff, 0x15181d, 0xffffff}},
	[PALETTE_WORDS] = {"words", {0xffffff, 0x15181d, 0xffffff}},
	[PALETTE_ON_YES] = {"on-yes", {0xffffff, 0x06253f, 0xffffff}},
	[PALETTE_ON_PARTIAL] = {"on-partial", {0x06253f, 0xffffff, 0x000000}},
	[PALETTE_ON_NO] = {"on-no", {0x5a2600, 0xffdcbd, 0x000000}},
	[PALETTE_ON_UNKNOWN] = {"on-unknown", {0x3d444d, 0xc3cad3, 0x333333}},
	[PALETTE_ON_NA] = {"on-na", {0x57606a, 0x9aa4b0, 0x4a4a4a}},
	[PALETTE_ON_WORDS] = {"on-words", {0x3d444d, 0xc3cad3, 0x333333}},
	[PALETTE_YES_TEXT] = {"yes-text", {0x0b4f8a, 0x9bd1f7, 0x000000}},
	[PALETTE_PARTIAL_TEXT] = {"partial-text", {0x1c6291, 0x6db3e4, 0x333333}},
	[PALETTE_NO_TEXT] = {"no-text", {0x9a4300, 0xf0a263, 0x4a4a4a}},
	[PALETTE_UNKNOWN_TEXT] = {"unknown-text", {0x57606a, 0x9aa4b0, 0x4a4a4a}},
	[PALETTE_NA_TEXT] = {"na-text", {0x57606a, 0x9aa4b0, 0x4a4a4a}},
	[PALETTE_RAMP_0] = {"ramp-0", {0xf4f7fa, 0x1b2027, 0xffffff}},
	[PALETTE_RAMP_1] = {"ramp-1", {0xcfe0ee, 0x1f3a52, 0xdedede}},
	[PALETTE_RAMP_2] = {"ramp-2", {0x93bddf, 0x2a608c, 0xb4b4b4}},
	[PALETTE_RAMP_3] = {"ramp-3", {0x2f74ad, 0x5ba3d6, 0x6a6a6a}},
	[PALETTE_RAMP_4] = {"ramp-4", {0x0a3f70, 0xb4dcf8, 0x333333}},
	[PALETTE_ON_RAMP_0] = {"on-ramp-0", {0x1b1f24, 0xe6e9ee, 0x000000}},
	[PALETTE_ON_RAMP_1] = {"on-ramp-1", {0x1b1f24, 0xe6e9ee, 0x000000}},
	[PALETTE_ON_RAMP_2] = {"on-ramp-2", {0x1b1f24, 0xffffff, 0x000000}},
	[PALETTE_ON_RAMP_3] = {"on-ramp-3", {0xffffff, 0x06253f, 0xffffff}},
	[PALETTE_ON_RAMP_4] = {"on-ramp-4", {0xffffff, 0x06253f, 0xffffff}},
};

uint32_t palette_rgb(enum palette_theme theme, enum palette_role role)
{
	unsigned index = (unsigned)role < PALETTE_N_ROLES ? (unsigned)role : PALETTE_NONE;
	unsigned column = (unsigned)theme < PALETTE_N_THEMES ? (unsigned)theme : PALETTE_LIGHT;

	return roles[index].rgb[column];
}

const char *palette_name(enum palette_role role)
{
	return roles[(unsigned)role < PALETTE_N_ROLES ? (unsigned)role : PALETTE_NONE].name;
}

enum palette_role palette_fill(uint32_t like)
{
	return like < MR_N_LIKES ? (enum palette_role)(PALETTE_YES + like) : PALETTE_WORDS;
}

enum palette_role palette_ink(uint32_t like)
{
	return like < MR_N_LIKES ? (enum palette_role)(PALETTE_ON_YES + like) : PALETTE_ON_WORDS;
}

enum palette_role palette_words(uint32_t like)
{
	return like < MR_N_LIKES ? (enum palette_role)(PALETTE_YES_TEXT + like) : PALETTE_TEXT;
}

enum palette_pattern palette_pattern(enum palette_theme theme, uint32_t like)
{
	static const enum palette_pattern printed[MR_N_LIKES] = {
		[MR_LIKE_YES] = PATTERN_SOLID,  [MR_LIKE_PARTIAL] = PATTERN_RISING,
		[MR_LIKE_NO] = PATTERN_FALLING, [MR_LIKE_UNKNOWN] = PATTERN_CROSSED,
		[MR_LIKE_NA] = PATTERN_LEVEL,
	};

	if (like >= MR_N_LIKES)
		return PATTERN_SOLID;
	if (theme == PALETTE_PRINT)
		return printed[like];
	return like == MR_LIKE_UNKNOWN ? PATTERN_RISING : PATTERN_SOLID;
}

static unsigned step_of(double share)
{
	double step = share * PALETTE_N_RAMP;

	if (!(step > 0))
		return 0;
	return step >= PALETTE_N_RAMP ? PALETTE_N_RAMP - 1 : (unsigned)step;
}

enum palette_role palette_ramp(double share)
{
	return (enum palette_role)(PALETTE_RAMP_0 + step_of(share));
}

enum palette_role palette_ramp_ink(double share)
{
	return (enum palette_role)(PALETTE_ON_RAMP_0 + step_of(share));
}
