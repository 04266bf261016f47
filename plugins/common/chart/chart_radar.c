/* SPDX-License-Identifier: MIT */
/*
 * Profiles: one panel per product, the categories as axes, the weighted coverage on each joined to
 * a polygon.  Panels stand side by side instead of on top of each other, since polygons that cover
 * each other cannot be read; all have the same axes in the same order, named by number.
 *
 * The filled polygon is what is known to be supported.  Where something is unknown, a dashed line
 * shows how far the polygon would reach if all of it turned out to be yes: unknown is neither
 * hidden nor counted as no.  plugins/common/README.md says what a radar is bad at.
 */
#include "common/chart/chart_frame.h"
#include "common/chart/chart_order.h"
#include "common/chart/chart_words.h"

#include <math.h>

#define PI 3.14159265358979323846
#define LEAST_AXES 3
#define MOST_AXES 60
#define PANEL_GAP 14.0
#define RING_STEPS 4
#define KEY_COL 150.0

struct radar {
	struct frame frame;
	const uint32_t *order;
	uint32_t n; /* products */
	uint32_t *axes; /* categories */
	uint32_t n_axes;
	double radius, panel, name_height;
	uint32_t n_cols;
	struct label *names;
	bool has_unknown;
};

static void choose_axes(struct radar *radar, struct scene *scene)
{
	const struct mr_matrix *m = radar->frame.matrix;

	radar->axes = scene_alloc(scene, m->categories.n * sizeof(*radar->axes));
	for (uint32_t i = 0; radar->axes && i < m->categories.n; i++)
		if (mr_category_at(m, i)->counts.coverage >= 0)
			radar->axes[radar->n_axes++] = i;
	if (radar->n_axes < LEAST_AXES)
		scene_fail(scene,
			   chart_frame_fill(scene,
					    "a radar needs three categories with a status and this "
					    "selection has {a}: chart=categories shows the same",
					    chart_frame_number(scene, radar->n_axes), ""));
	if (radar->n_axes > MOST_AXES)
		scene_fail(scene,
			   chart_frame_fill(scene,
					    "{a} categories are too many axes for a radar (at most "
					    "{b}): choose some with --categories",
					    chart_frame_number(scene, radar->n_axes),
					    chart_frame_number(scene, MOST_AXES)));
}

static struct scene_point point_at(const struct radar *radar, struct scene_point centre,
				   uint32_t axis, double share)
{
	double angle = 2 * PI * axis / radar->n_axes - PI / 2;

	return (struct scene_point){centre.x + cos(angle) * radar->radius * share,
				    centre.y + sin(angle) * radar->radius * share};
}

/* Coverage on an axis, and what it would be if all unknown were yes; false: nothing is counted. */
static bool shares_on(const struct radar *radar, uint32_t col, uint32_t axis, double *low,
		      double *high)
{
	return chart_order_shares(mr_category_counts(radar->frame.matrix, radar->axes[axis], col),
				  low, high);
}

static void grid(const struct radar *radar, struct scene_point centre)
{
	struct scene_point ring[MOST_AXES];

	for (int step = 1; step <= RING_STEPS; step++) {
		struct scene_shape *shape;

		for (uint32_t k = 0; k < radar->n_axes; k++)
			ring[k] = point_at(radar, centre, k, (double)step / RING_STEPS);
		shape = scene_polygon(radar->frame.scene, ring, radar->n_axes);
		if (shape) {
			shape->stroke = step == RING_STEPS ? PALETTE_EDGE : PALETTE_RULE;
			shape->stroke_width = 0.5;
		}
	}
	for (uint32_t k = 0; k < radar->n_axes; k++) {
		struct scene_point end = point_at(radar, centre, k, 1);

		scene_line(radar->frame.scene, centre.x, centre.y, end.x, end.y);
	}
}

static void axis_numbers(const struct radar *radar, struct scene_point centre, uint32_t col)
{
	struct scene *scene = radar->frame.scene;

	for (uint32_t k = 0; k < radar->n_axes; k++) {
		struct scene_point at = point_at(radar, centre, k, 1 + 8 / radar->radius);
		struct scene_shape *text = scene_text(scene, at.x, at.y + SIZE_SMALL * 0.36,
						      SIZE_SMALL, chart_frame_number(scene, k + 1));
		double low, high;

		if (!text)
			return;
		text->anchor = SCENE_MIDDLE;
		text->where = chart_frame_at(MR_AT_CATEGORY, radar->axes[k], 0);
		text->fill = shares_on(radar, col, k, &low, &high) ? PALETTE_TEXT : PALETTE_MUTED;
	}
}

static struct scene_shape *outline(struct scene *scene, const struct scene_point *points,
				   uint32_t n, struct mr_where where)
{
	struct scene_shape *shape = n > 1 ? scene_polygon(scene, points, n) : NULL;

	if (shape) {
		shape->stroke = PALETTE_ACCENT;
		shape->stroke_width = RADAR_KNOWN;
		shape->where = where;
	}
	return shape;
}

static void polygons(struct radar *radar, struct scene_point centre, uint32_t col)
{
	struct scene *scene = radar->frame.scene;
	const struct mr_where where = chart_frame_at(MR_AT_PRODUCT, col, 0);
	struct scene_point known[MOST_AXES], possible[MOST_AXES];
	uint32_t n = 0;
	bool has_unknown = false;
	struct scene_shape *shape;

	for (uint32_t k = 0; k < radar->n_axes; k++) {
		double low, high;

		if (!shares_on(radar, col, k, &low, &high))
			continue;
		known[n] = point_at(radar, centre, k, low);
		possible[n++] = point_at(radar, centre, k, high);
		has_unknown = has_unknown || high > low;
	}
	shape = n > 2 ? scene_polygon(scene, known, n) : NULL;
	if (shape) {
		shape->fill = PALETTE_ACCENT_SOFT;
		shape->where = where;
	}
	grid(radar, centre);
	if (has_unknown) {
		radar->has_unknown = true;
		shape = outline(scene, possible, n, where);
		if (shape) {
			shape->is_dashed = true;
			shape->stroke_width = RADAR_POSSIBLE;
		}
	}
	outline(scene, known, n, where);
	for (uint32_t i = 0; i < n; i++) {
		struct scene_shape *dot =
			scene_rect(scene, known[i].x - RADAR_DOT / 2, known[i].y - RADAR_DOT / 2,
				   RADAR_DOT, RADAR_DOT);

		if (dot) {
			dot->fill = PALETTE_ACCENT;
			dot->where = where;
		}
	}
}

static double panel_height(const struct radar *radar)
{
	return radar->name_height + 6 + 14 + 2 * radar->radius + 14 + SIZE_LABEL + 10;
}

static void panel(struct radar *radar, uint32_t i, double x, double y)
{
	struct scene *scene = radar->frame.scene;
	uint32_t col = radar->order[i];
	const struct mr_product *product = mr_product_at(radar->frame.matrix, col);
	const struct mr_where where = chart_frame_at(MR_AT_PRODUCT, col, 0);
	const struct label *name = &radar->names[i];
	struct scene_point centre = {x + radar->panel / 2,
				     y + radar->name_height + 6 + 14 + radar->radius};
	const char *words = "";
	struct scene_shape *group, *share;

	if (product->counts.coverage >= 0)
		words = chart_frame_percent(scene, product->counts.coverage);
	group = scene_group(scene, product->name, words);
	if (group) {
		group->where = where;
		group->y = y;
		group->h = panel_height(radar);
	}
	chart_label_draw(scene, name, centre.x, y + radar->name_height - name->height, SCENE_MIDDLE,
			 PALETTE_TEXT, where);
	polygons(radar, centre, col);
	axis_numbers(radar, centre, col);
	share = scene_text(scene, centre.x, centre.y + radar->radius + 14 + SIZE_LABEL, SIZE_LABEL,
			   words);
	if (share) {
		share->anchor = SCENE_MIDDLE;
		share->where = where;
	}
	scene_end(scene);
}

static void panels(struct radar *radar)
{
	double height = panel_height(radar);

	for (uint32_t i = 0; i < radar->n && !radar->frame.scene->failed; i++) {
		uint32_t col = i % radar->n_cols;

		if (i > 0 && col == 0)
			radar->frame.y += height;
		panel(radar, i, radar->frame.left + col * (radar->panel + PANEL_GAP),
		      radar->frame.y);
	}
	radar->frame.y += height;
}

/* Which number is which category, in columns read downwards. */
static void key(struct radar *radar)
{
	struct frame *frame = &radar->frame;
	uint32_t n_cols = (uint32_t)(frame->width / KEY_COL), per_col;
	double width, deepest, y;

	n_cols = n_cols < 1 ? 1 : n_cols > radar->n_axes ? radar->n_axes : n_cols;
	per_col = (radar->n_axes + n_cols - 1) / n_cols;
	width = frame->width / n_cols;
	deepest = y = frame->y;
	for (uint32_t k = 0; k < radar->n_axes; k++) {
		const struct mr_where where = chart_frame_at(MR_AT_CATEGORY, radar->axes[k], 0);
		const struct label_style style = {SIZE_LABEL, false, 2, width - 26};
		struct label name = chart_label_make(
			frame->scene, chart_frame_category_name(frame->matrix, radar->axes[k]),
			style, where);
		struct label number = chart_label_make(
			frame->scene, chart_frame_number(frame->scene, k + 1), style, where);
		double x = frame->left + k / per_col * width;

		if (k % per_col == 0)
			y = frame->y;
		chart_label_draw(frame->scene, &number, x + 12, y, SCENE_ENDING, PALETTE_MUTED,
				 where);
		chart_label_draw(frame->scene, &name, x + 16, y, SCENE_START, PALETTE_TEXT, where);
		y += name.height > number.height ? name.height : number.height;
		deepest = y > deepest ? y : deepest;
	}
	frame->y = deepest + 2;
}

static void table(struct radar *radar)
{
	struct scene *scene = radar->frame.scene;

	chart_words_table(&radar->frame, radar->order, radar->n, radar->axes, radar->n_axes);
	for (uint32_t i = 0; i < radar->n && !scene->failed; i++) {
		for (uint32_t k = 0; k < radar->n_axes; k++) {
			double low, high;

			if (shares_on(radar, radar->order[i], k, &low, &high))
				scene_table_set(scene, i + 1, k + 1,
						chart_frame_percent(scene, low));
		}
	}
}

static void remarks(struct radar *radar)
{
	const struct mr_matrix *m = radar->frame.matrix;

	chart_frame_coverage_remarks(&radar->frame);
	chart_frame_remark(&radar->frame,
			   mr_word(m, "radar_scale",
				   "From the centre (0 %) to the rim (100 %): coverage, with "
				   "partial as one half."));
	if (radar->has_unknown)
		chart_frame_remark(
			&radar->frame,
			mr_word(m, "radar_unknown",
				"Dashed: how far it would reach if everything unknown were "
				"yes."));
}

static void place(struct radar *radar, struct scene *scene, double room)
{
	double around = radar->n_axes * 11 / (2 * PI);

	radar->radius = around > 50 ? around : 50;
	radar->panel = 2 * radar->radius + 32;
	radar->n_cols = radar->n <= 4 ? radar->n : radar->n <= 9 ? 3 : radar->n <= 16 ? 4 : 6;
	if (room > 0) {
		double fitting = (room + PANEL_GAP) / (radar->panel + PANEL_GAP);

		radar->n_cols = fitting < 1 ? 1 : (uint32_t)fitting;
	}
	if (radar->n_cols > radar->n && radar->n > 0)
		radar->n_cols = radar->n;
	radar->names =
		chart_frame_name_products(scene, radar->frame.matrix, radar->order, radar->n,
					  (struct label_style){SIZE_LABEL, true, 3, radar->panel});
	for (uint32_t i = 0; radar->names && i < radar->n; i++)
		if (radar->names[i].height > radar->name_height)
			radar->name_height = radar->names[i].height;
}

void chart_radar(const struct mr_matrix *matrix, const struct chart_options *options,
		 struct scene *scene)
{
	struct radar radar = {.frame = {.matrix = matrix}};

	scene->theme = options->theme;
	radar.order = chart_order_products(scene, matrix, options, chart_order_coverage, &radar.n);
	choose_axes(&radar, scene);
	if (scene->failed)
		return;
	place(&radar, scene, chart_frame_room(options, 0));
	chart_frame_begin(&radar.frame, matrix, options, scene, CHART_RADAR,
			  radar.n_cols * (radar.panel + PANEL_GAP) - PANEL_GAP);
	panels(&radar);
	key(&radar);
	remarks(&radar);
	chart_words_describe(&radar.frame,
			     chart_words_weighted(&radar.frame, radar.order, radar.n));
	table(&radar);
	chart_frame_end(&radar.frame);
}
