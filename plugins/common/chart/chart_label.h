/* SPDX-License-Identifier: MIT */
/*
 * chart_label - a label broken into a few lines, or shortened where it must be.
 *
 * Lines break at spaces, between ideographs, and, as the last resort, between two characters of a
 * word too long for its line (never before a combining mark or inside a joined emoji).  What does
 * not fit into the last line ends in an ellipsis and is counted in scene->n_shortened, so that the
 * plugin can say so; where two names would be cut to the same lines, chart_label_tell_apart() keeps
 * their ends as well.
 *
 * Lengths are points.  The lines belong to the scene.
 */
#ifndef COMMON_CHART_LABEL_H
#define COMMON_CHART_LABEL_H

#include "common/scene/scene.h"

#define LABEL_MAX_LINES 6
#define LABEL_LEADING 1.25 /* from one base line to the next, in sizes */

struct label_style {
	double size;
	bool is_bold;
	uint32_t max_lines; /* 1 .. LABEL_MAX_LINES */
	double max_width;
};

struct label {
	struct label_style style;
	const char *lines[LABEL_MAX_LINES];
	uint32_t n_lines;
	double width; /* of the widest line */
	double height; /* of all lines with their leading */
	bool is_broken; /* a line ends inside a word */
	bool is_shortened; /* the last line ends in an ellipsis, or the middle is one */
};

/* '\n' is a space.  `where` names the origin in case the label is shortened. */
struct label chart_label_make(struct scene *scene, const char *text, struct label_style style,
			      struct mr_where where);

/* What a label is to say, and where that comes from. */
struct label_text {
	const char *text;
	struct mr_where where;
};

/*
 * Labels of `n` texts, none like another of a different text: where two were shortened to the same
 * lines, all shortened ones are made anew with the middle cut out instead of the end, and those still
 * alike with their number before them.  No label becomes wider than its style allows.  The scene's;
 * null after a failure.
 */
struct label *chart_label_make_all(struct scene *scene, const struct label_text *texts, uint32_t n,
				   struct label_style style);

/* Draws the lines below each other, the first line's top at y, x as the anchor says. */
void chart_label_draw(struct scene *scene, const struct label *label, double x, double y,
		      enum scene_anchor anchor, enum palette_role ink, struct mr_where where);

#endif
