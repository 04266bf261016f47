/* SPDX-License-Identifier: MIT */
#include "common/chart/chart_measures.h"

#include "common/chart/chart_label.h"

static const struct {
	const char *name;
	double value;
} measures[] = {
	{"label", SIZE_LABEL},
	{"small", SIZE_SMALL},
	{"leading", LABEL_LEADING},
	{"symbolDrop", SYMBOL_DROP},
	{"symbolRoom", SYMBOL_ROOM},
	{"edge", EDGE_WIDTH},
	{"cellGap", CELL_GAP},
	{"thin", THIN_PART},
	{"partGap", PART_GAP},
	{"partRoom", PART_ROOM},
	{"outsideGap", OUTSIDE_GAP},
	{"outsideRoom", OUTSIDE_ROOM},
	{"bar", BAR},
	{"smallBar", SMALL_BAR},
	{"smallGap", SMALL_GAP},
	{"smallTop", SMALL_TOP},
	{"columnGap", COL_GAP},
	{"pairWidth", PAIR_WIDTH},
	{"pairDrop", PAIR_DROP},
	{"pairRise", PAIR_RISE},
	{"pairFall", PAIR_FALL},
	{"pairNameLeft", PAIR_NAME_LEFT},
	{"pairNameDown", PAIR_NAME_DOWN},
	{"dot", RADAR_DOT},
	{"known", RADAR_KNOWN},
	{"possible", RADAR_POSSIBLE},
	{"leastRow", LEAST_ROW},
	{"mostRow", MOST_ROW},
	{"mostHeight", MOST_HEIGHT},
};

void chart_measures_json(struct out *out)
{
	out_char(out, '{');
	for (size_t i = 0; i < sizeof(measures) / sizeof(*measures); i++) {
		out_char(out, '"');
		out_string(out, measures[i].name);
		out_string(out, "\":");
		out_decimal(out, measures[i].value, 3);
		out_char(out, ',');
	}
	out_string(out, "\"digit\":");
	out_decimal(out, scene_estimate(NULL, "0", 1, SIZE_SMALL, false), 3);
	out_char(out, '}');
}
