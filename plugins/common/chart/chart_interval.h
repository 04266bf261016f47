/* SPDX-License-Identifier: MIT */
/*
 * chart_interval - what is certain and what is possible, as two dots and a line: in the chart ranking, and in tables on paper.
 *
 * The filled dot is the low end, the hollow one the high end; they differ in grey, too.
 */
#ifndef COMMON_CHART_INTERVAL_H
#define COMMON_CHART_INTERVAL_H

#include "common/scene/scene.h"

#define CHART_DOT 3.4 /* radius, points */

void chart_interval_dot(struct scene *scene, double x, double y, bool is_filled,
			struct mr_where where);

/* From the low end to the high end, which may lie at its left; where both are one, the filled dot. */
void chart_interval_draw(struct scene *scene, double low, double high, double y,
			 struct mr_where where);

#endif
