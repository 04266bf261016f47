/* SPDX-License-Identifier: MIT */
/*
 * scene - a chart as plain shapes, ready to be painted by anyone.
 *
 * A chart is computed once (chart.h) and painted by a page, a handout, a picture or LaTeX, each
 * with some forty lines: walk over scene_at() and draw what it says, in order, later shapes above
 * earlier ones.
 *
 *     for (size_t i = 0; i < scene.n_shapes; i++) {
 *             const struct scene_shape *s = scene_at(&scene, i);
 *             switch (s->kind) { case SCENE_RECT: ... }
 *     }
 *
 * UNITS.  Points (1/72 inch); x grows to the right, y downwards; (0, 0) is the top left corner and
 * (width, height) the bottom right.  A painter that needs another size multiplies.
 *
 * COLOURS are roles of palette.h: the painter asks scene_colour(&scene, scene.theme, shape->fill), or writes
 * palette_name() as a class and leaves the colour to a style sheet.  A scene may have an accent of its own (a
 * house's), so painters ask scene_colour().
 *
 * INVARIANTS.  All shapes lie inside the canvas.  No two texts overlap (scene_texts_overlap()).
 * Groups nest properly and every group is ended.  Every text, and every cell, says by `where` what
 * of the matrix it shows, so that a missing glyph can be reported with its cell.
 *
 * TEXT is shaped by the painter: UTF-8, one line, in logical order; its width was measured by the
 * painter's own callback when the chart was laid out.  Line breaks are made by the chart.
 *
 * OWNERSHIP.  The scene owns its shapes and strings; scene_release() frees them, and accepts a
 * zeroed scene.  Strings of the matrix are copied.
 *
 * ERRORS.  Building is sticky: when memory ends, or the chart cannot be drawn from this matrix,
 * `failed` becomes true and `problem` says why in one line (with the option that helps); a failed
 * scene holds nothing worth painting.
 */
#ifndef COMMON_SCENE_H
#define COMMON_SCENE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <meshreport/plugin.h>

#include "common/scene/palette.h"
#include "common/write/out.h"

enum scene_kind {
	SCENE_RECT = 1, /* x y w h; fill, pattern, stroke */
	SCENE_LINE, /* from (x, y) to (x + w, y + h); stroke, is_dashed */
	SCENE_POLYGON, /* points; fill, stroke; closed unless is_open */
	SCENE_TEXT, /* text at (x, y): the baseline's anchor; fill is the ink */
	SCENE_IMAGE, /* the scene's picture in x y w h, which have its proportions */
	SCENE_GROUP, /* begins a group: text is its title, detail what it says ("" for none); y and h: its rows, where `where` names them */
	SCENE_END /* ends it */
};

enum scene_anchor { SCENE_START = 0, SCENE_MIDDLE = 1, SCENE_ENDING = 2 };

struct scene_point {
	double x, y;
};

struct scene_shape {
	uint8_t kind; /* enum scene_kind */
	uint8_t fill; /* enum palette_role; PALETTE_NONE: not filled */
	uint8_t stroke; /* enum palette_role; PALETTE_NONE: no outline */
	uint8_t pattern; /* enum palette_pattern over the fill, drawn in PALETTE_HATCH */
	uint8_t anchor; /* enum scene_anchor: left edge, middle or right edge of the text at x */
	bool is_bold;
	bool is_dashed; /* dashes of 3 points, gaps of 2 */
	bool is_open; /* a polygon that is not closed: a polyline, never filled */
	struct mr_where where; /* what of the matrix this shows: job->diag() takes it as it is */
	double x, y, w, h; /* of a text: w is its measured width */
	double size; /* of a text: the font size */
	double angle; /* of a text: degrees clockwise around (x, y); 0, -90 or -45 */
	double stroke_width;
	const struct scene_point *points;
	uint32_t n_points;
	const char *text; /* never null */
	const char *detail; /* of a group: its description; else "" */
};

/*
 * The width of one line of text in points, by whoever will paint it.  `n` bytes of valid UTF-8,
 * size in points.  A painter without fonts of its own (SVG: the reader's browser decides) uses
 * scene_estimate(), which errs on the wide side.
 */
struct scene_measure {
	double (*width)(void *user, const char *text, size_t n, double size, bool is_bold);
	void *user;
};
double scene_estimate(void *user, const char *text, size_t n, double size, bool is_bold);

/* The same facts as a table for who cannot see the picture: row 0 is the head, cell 0 a row's. */
struct scene_table {
	uint32_t n_rows, n_cols;
	const char **cells; /* row by row; scene_table_at() */
};

/* A picture of the house's: borrowed bytes of a file, known to begin as one of its type does. */
struct scene_image {
	struct mr_bytes bytes; /* n 0: none */
	const char *media_type;
};

struct scene_block;

struct scene {
	double width, height;
	enum palette_theme theme;
	bool is_rtl; /* laid out from right to left: base direction of its texts */
	bool is_transparent; /* the ground is not painted */
	const char *title; /* of the dataset and the chart, one line */
	const char *description; /* what the picture shows, in sentences */
	const char *language;
	bool has_accent;
	uint32_t accent; /* 0xRRGGBB: in place of the palette's, as words need it */
	struct scene_image image; /* of SCENE_IMAGE, there is one at most */
	struct scene_shape *shapes;
	size_t n_shapes, capacity;
	struct scene_table table;
	struct scene_measure measure;
	uint32_t n_shortened; /* labels that were cut with an ellipsis */
	struct mr_where first_shortened; /* the first of them */
	uint32_t
		n_unnamed; /* rows that are too many to be named, and stand there as colours alone */
	bool failed;
	const char *problem;
	struct scene_block *blocks; /* the strings and points */
};

/* An empty scene; with a null measure texts are estimated. */
void scene_init(struct scene *scene, const struct scene_measure *measure);
void scene_release(struct scene *scene);

static inline const struct scene_shape *scene_at(const struct scene *scene, size_t index)
{
	return index < scene->n_shapes ? &scene->shapes[index] : NULL;
}
static inline const char *scene_table_at(const struct scene *scene, uint32_t row, uint32_t col)
{
	const struct scene_table *t = &scene->table;
	return row < t->n_rows && col < t->n_cols ? t->cells[(size_t)row * t->n_cols + col] : "";
}

/* The colour of a role in a theme, which need not be the scene's own; print is grey whatever the accent. */
uint32_t scene_colour(const struct scene *scene, enum palette_theme theme, unsigned role);

/* ---- building (chart_*.c); each shape is appended, and returned to be refined, or is null */

/* The picture `image` in a box of its proportions. */
struct scene_shape *scene_picture(struct scene *scene, double x, double y, double w, double h,
				  struct scene_image image);
struct scene_shape *scene_rect(struct scene *scene, double x, double y, double w, double h);
struct scene_shape *scene_line(struct scene *scene, double x0, double y0, double x1, double y1);
/* The points are copied. */
struct scene_shape *scene_polygon(struct scene *scene, const struct scene_point *points,
				  uint32_t n);
/* The text is copied and measured; text ink and upright. */
struct scene_shape *scene_text(struct scene *scene, double x, double y, double size,
			       const char *text);
struct scene_shape *scene_group(struct scene *scene, const char *title, const char *detail);
void scene_end(struct scene *scene);

/* Makes the table; the cells are set one by one, and copied; what is not set is "". */
void scene_table_make(struct scene *scene, uint32_t n_rows, uint32_t n_cols);
void scene_table_set(struct scene *scene, uint32_t row, uint32_t col, const char *text);

/* A copy of `n` bytes, NUL-terminated, that lives with the scene; "" when memory has ended. */
const char *scene_copy(struct scene *scene, const char *text, size_t n);
/* The same of what a writer into memory holds; the writer is released, and its failure is the scene's. */
const char *scene_take(struct scene *scene, struct out *out);
void *scene_alloc(struct scene *scene, size_t n_bytes);
void scene_fail(struct scene *scene, const char *problem);
double scene_width_of(struct scene *scene, const char *text, size_t n, double size, bool is_bold);

/* Left becomes right: for languages that are written so. */
void scene_mirror(struct scene *scene);

/* ---- for painters and tests */

/*
 * The pattern of a rectangle as line segments inside it, for painters whose format has no patterns:
 * calls `line` for each; strokes are SCENE_HATCH_WIDTH points wide, in PALETTE_HATCH.
 */
#define SCENE_HATCH_WIDTH 0.6
void scene_pattern_lines(const struct scene_shape *rect,
			 void (*line)(void *user, double x0, double y0, double x1, double y1),
			 void *user);

/* The corners of the box of a text (ascent 0.8, descent 0.22 of the size), turned by its angle. */
void scene_text_box(const struct scene_shape *text, struct scene_point corners[4]);
bool scene_texts_overlap(const struct scene_shape *a, const struct scene_shape *b);
/* Whether all of a shape lies on the canvas, to a hundredth of a point. */
bool scene_is_inside(const struct scene *scene, const struct scene_shape *shape);

#endif
