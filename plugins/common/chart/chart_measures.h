/* SPDX-License-Identifier: MIT */
/*
 * chart_measures - the lengths that a chart is drawn with and that who draws it anew has to know: the
 * script of a page, whose charts follow what is chosen.  They are said here and handed out by name.
 *
 * Points before options->scale.
 */
#ifndef COMMON_CHART_MEASURES_H
#define COMMON_CHART_MEASURES_H

#include "common/write/out.h"

/* type */
#define SIZE_LABEL 8.0
#define SIZE_SMALL 7.0
#define SYMBOL_DROP 0.36 /* of its size, from its middle to its base line */
#define SYMBOL_ROOM 1.5 /* left and right of a symbol that no pattern may touch */
/* boxes */
#define EDGE_WIDTH 0.5
#define CELL_GAP 1.0
/* bars of the chart coverage, of categories */
#define THIN_PART 2.0 /* a part no wider than this keeps the hair of paper behind it */
#define PART_GAP 0.75
#define PART_ROOM 3.0 /* around a number inside */
#define OUTSIDE_GAP 2.5 /* between numbers below a bar */
#define OUTSIDE_ROOM 6.5 /* that a row is higher by for them */
#define BAR 13.0
#define SMALL_BAR 9.0
#define SMALL_GAP 0.6
#define SMALL_TOP 4.0 /* of a row, above its bars */
#define COL_GAP 9.0
/* fields of the chart matrix, and the names above its columns */
#define PAIR_WIDTH 26.0
#define PAIR_HEIGHT 22.0
#define PAIR_DROP 0.3 /* of the size of its number, from the middle to the base line */
#define PAIR_RISE 4.0 /* the percent above the middle of its field */
#define PAIR_FALL 5.2 /* the number of features below it */
#define PAIR_NAME_LEFT 3.0
#define PAIR_NAME_DOWN 1.0
/* the radar */
#define RADAR_DOT 3.0
#define RADAR_KNOWN 1.2 /* width of the outline of what is known, and of what might be */
#define RADAR_POSSIBLE 0.7
/* rows of an overview, and all of them */
#define LEAST_ROW 0.5 /* a pixel at 144 dots per inch */
#define MOST_ROW 4.0
#define MOST_HEIGHT 5000.0

/* {"bar":13,"cellGap":1,...} */
void chart_measures_json(struct out *out);

#endif
