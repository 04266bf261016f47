/* SPDX-License-Identifier: MIT */
#include "common/chart/chart_interval.h"

#include <math.h>

#define CORNERS 20
#define LINE 2.0
#define OUTLINE 1.2

void chart_interval_dot(struct scene *scene, double x, double y, bool is_filled,
			struct mr_where where)
{
	struct scene_point points[CORNERS];
	struct scene_shape *shape;
	double radius = is_filled ? CHART_DOT : CHART_DOT - OUTLINE / 2;

	for (int i = 0; i < CORNERS; i++) {
		double angle = 2 * 3.14159265358979 * i / CORNERS;

		points[i] = (struct scene_point){x + radius * cos(angle), y + radius * sin(angle)};
	}
	shape = scene_polygon(scene, points, CORNERS);
	if (!shape)
		return;
	shape->fill = is_filled ? PALETTE_ACCENT : PALETTE_PAPER;
	if (!is_filled) {
		shape->stroke = PALETTE_ACCENT;
		shape->stroke_width = OUTLINE;
	}
	shape->where = where;
}

void chart_interval_draw(struct scene *scene, double low, double high, double y,
			 struct mr_where where)
{
	if (high > low || high < low) {
		struct scene_shape *line = scene_line(scene, low, y, high, y);

		if (line) {
			line->stroke = PALETTE_ACCENT;
			line->stroke_width = LINE;
			line->where = where;
		}
		chart_interval_dot(scene, high, y, false, where);
	}
	chart_interval_dot(scene, low, y, true, where);
}
