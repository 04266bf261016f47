/* SPDX-License-Identifier: MIT */
/*
 * chart_brand - what a house has in a picture: its line above the title, its logo in the corner beside it, its line
 * at the foot.  In a bare chart, and where options->brand is null, each does nothing.
 */
#ifndef COMMON_CHART_BRAND_H
#define COMMON_CHART_BRAND_H

#include "common/chart/chart_frame.h"

/* The line and the logo, from frame->y down; where the title goes on, and how much of its width is the logo's. */
void chart_brand_begin(struct frame *frame);
/* Below the title: behind the logo, where that is higher. */
void chart_brand_clear(struct frame *frame);
/* The line at the foot. */
void chart_brand_end(struct frame *frame);

/* The ink of titles: the house's, where it has one. */
enum palette_role chart_brand_ink(const struct frame *frame);

#endif
