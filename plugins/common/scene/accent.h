/* SPDX-License-Identifier: MIT */
/*
 * accent - a house's own colour, made fit for words.
 *
 * Whatever colour a house has, what is set in it can be read: on light grounds it becomes darker until it stands out
 * from its ground by 4.6:1, on dark ones lighter (WCAG 2.2, 1.4.3 asks for 4.5:1).  Pure; colours are 0xRRGGBB in
 * sRGB.
 */
#ifndef COMMON_ACCENT_H
#define COMMON_ACCENT_H

#include <stdint.h>

#include <meshreport/plugin.h>

/* Relative contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
double accent_contrast(uint32_t a, uint32_t b);

/* The colour as near to `rgb` as words on `ground` allow. */
uint32_t accent_words(uint32_t rgb, uint32_t ground);

/* `percent` of a colour, the rest of it the ground: what words are set on. */
uint32_t accent_thinned(uint32_t rgb, uint32_t ground, uint32_t percent);

/* The grey of the same lightness (ITU-R BT.709). */
uint32_t accent_grey(uint32_t rgb);

/* A note where words on that ground are not set in the colour that was asked for; `what` names the ground: "white". */
void accent_report(struct mr_job *job, uint32_t rgb, uint32_t ground, const char *what);

#endif
