/* SPDX-License-Identifier: MIT */
/*
 * shortcode - the signs that GitHub and its like write as :white_check_mark:, as far as tables use them.
 *
 * Names as in GitHub's list (https://api.github.com/emojis, 2026-11).
 */
#ifndef MESHREPORT_CORE_SHORTCODE_H
#define MESHREPORT_CORE_SHORTCODE_H

#include <stddef.h>

/* No name with its last colon is longer. */
enum { SHORTCODE_MAX = 40 };

/* The sign for the name at `text` (which begins behind the colon), and the bytes with the last colon; null for none. */
const char *shortcode_sign(const char *text, size_t n, size_t *out_length);

#endif
