/* SPDX-License-Identifier: MIT */
/*
 * palette - the colours and patterns of every document, by what they are for.
 *
 * A colour is asked for by its role, never by its value, so that a page, a handout and a picture
 * show the same status alike, and a theme is changed in one table.  tests/unit/test_palette.c holds
 * what the table promises, computed from the values themselves:
 *
 * - words stand out from what is under them by at least 4.5:1 (WCAG 2.2, 1.4.3), and each fill, or
 *   the edge drawn around it, from the paper by at least 3:1 (1.4.11);
 * - yes, partial, no and unknown stay apart for the three kinds of colour blindness (simulated
 *   after Machado, Oliveira and Fernandes 2009) and in greyscale, where the amount of ink follows
 *   the amount of support: yes, partial, no, unknown;
 * - in the print theme the fills are told apart by patterns as well.
 *
 * Colour is never the only carrier: who draws a status draws its symbol, too.
 *
 * Colours are 0xRRGGBB in sRGB (IEC 61966-2-1).  All functions are pure.
 */
#ifndef COMMON_PALETTE_H
#define COMMON_PALETTE_H

#include <stdint.h>

enum palette_theme { PALETTE_LIGHT = 0, PALETTE_DARK = 1, PALETTE_PRINT = 2 };
#define PALETTE_N_THEMES 3

enum palette_role {
	PALETTE_NONE = 0, /* draws nothing */
	PALETTE_PAPER, /* the ground */
	PALETTE_TEXT, /* words */
	PALETTE_MUTED, /* words of less weight: credit, scales */
	PALETTE_RULE, /* thin lines that only guide the eye */
	PALETTE_BAND, /* the ground of a heading or of every other row */
	PALETTE_EDGE, /* the outline of a fill that is too light to stand alone */
	PALETTE_HATCH, /* the lines of a pattern */
	PALETTE_ACCENT, /* a shape that is no status: the polygon of a radar */
	PALETTE_ACCENT_SOFT, /* the inside of such a shape */
	/* the fills of what a status counts as, in the order of enum mr_like */
	PALETTE_YES,
	PALETTE_PARTIAL,
	PALETTE_NO,
	PALETTE_UNKNOWN,
	PALETTE_NA,
	PALETTE_WORDS, /* a cell that has words and no status */
	/* words and symbols on these fills, in the same order */
	PALETTE_ON_YES,
	PALETTE_ON_PARTIAL,
	PALETTE_ON_NO,
	PALETTE_ON_UNKNOWN,
	PALETTE_ON_NA,
	PALETTE_ON_WORDS,
	/* words of a status on the paper itself (a badge without a fill, a table cell) */
	PALETTE_YES_TEXT,
	PALETTE_PARTIAL_TEXT,
	PALETTE_NO_TEXT,
	PALETTE_UNKNOWN_TEXT,
	PALETTE_NA_TEXT,
	/* an amount from little to much: agreement in the chart "matrix" */
	PALETTE_RAMP_0,
	PALETTE_RAMP_1,
	PALETTE_RAMP_2,
	PALETTE_RAMP_3,
	PALETTE_RAMP_4,
	/* words on the ramp */
	PALETTE_ON_RAMP_0,
	PALETTE_ON_RAMP_1,
	PALETTE_ON_RAMP_2,
	PALETTE_ON_RAMP_3,
	PALETTE_ON_RAMP_4,
	PALETTE_N_ROLES
};
#define PALETTE_N_RAMP 5

enum palette_pattern {
	PATTERN_SOLID = 0, /* the fill alone */
	PATTERN_RISING, /* thin lines from bottom left to top right */
	PATTERN_FALLING,
	PATTERN_LEVEL, /* horizontal lines */
	PATTERN_CROSSED, /* rising and falling */
	PATTERN_N
};

/* The colour of a role; for PALETTE_NONE and beyond the last role the paper's. */
uint32_t palette_rgb(enum palette_theme theme, enum palette_role role);

/* A name of lower case letters, digits and '-', the same in all themes: "yes", "on-yes", "ramp-2". */
const char *palette_name(enum palette_role role);

/* The fill, the words on it and the words on paper, of an enum mr_like; MR_LIKE_NONE is a text cell. */
enum palette_role palette_fill(uint32_t like);
enum palette_role palette_ink(uint32_t like);
enum palette_role palette_words(uint32_t like);

/* The pattern over the fill, in PALETTE_HATCH: in the print theme for all, else for what is not known. */
enum palette_pattern palette_pattern(enum palette_theme theme, uint32_t like);

/* The step of the ramp, and the words on it, for a share from 0 to 1. */
enum palette_role palette_ramp(double share);
enum palette_role palette_ramp_ink(double share);

#endif
