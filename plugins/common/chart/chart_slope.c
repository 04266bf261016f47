/* SPDX-License-Identifier: MIT */
/*
 * Coverage in two editions: the older one at the start, this one at the end, a line from one to the
 * other for each product of both.  Less than before is dashed; a product of one edition has a hollow
 * point and a sign before its name.  Products of the same percentage stand below each other
 * beside it.
 */
#include "common/chart/chart_slope.h"

#include <math.h>
#include <string.h>

#include "common/change/changes.h"
#include "common/chart/chart_words.h"
#include "common/write/number.h"

#define NATURAL_NAME 150.0
#define NATURAL_FIELD 190.0
#define LEAST_FIELD 60.0
#define LEAST_HEIGHT 80.0
#define ITEM_HEIGHT 20.0 /* of the field, for each product, as long as there are few */
#define MOST_HEIGHT_WANTED 260.0 /* without need */
#define NAME_GAP 6.0 /* between names and percentage; the bracket of a bundle is in it */
#define LEADER 14.0 /* between percentage and field: the way to a label that had to move */
#define POINT 4.0
#define LINE_WIDTH 1.2
#define MOST_LINE_WIDTH 3.0
#define EACH_MORE 0.6 /* of width for each further product on the same line */

/* Which way everything at a side goes: -1 from the field to the left, 1 to the right. */
static int way(int side)
{
	return side == SLOPE_THEN ? -1 : 1;
}

struct picture {
	struct slope slope;
	double field[SLOPE_N_SIDES]; /* x of the field's edges */
	double percent_width;
	bool has_falling, has_added, has_gone;
};

/* ---- lines */

static unsigned percent_of(const struct slope_item *item, int side)
{
	return number_percent(item->share[side]);
}

/* How many items share an item's line, or 0 where an earlier one has drawn it. */
static uint32_t count_line(const struct slope *slope, uint32_t index)
{
	const struct slope_item *item = &slope->items[index];
	uint32_t n = 1;

	for (uint32_t i = 0; i < slope->n; i++) {
		const struct slope_item *other = &slope->items[i];

		if (i == index || fabs(other->share[0] - item->share[0]) > 1e-9 ||
		    fabs(other->share[1] - item->share[1]) > 1e-9)
			continue;
		if (i < index)
			return 0;
		n++;
	}
	return n;
}

static void line(struct picture *p, uint32_t index)
{
	const struct slope_item *item = &p->slope.items[index];
	uint32_t n = count_line(&p->slope, index);
	struct scene_shape *shape;

	if (n == 0)
		return;
	shape = scene_line(p->slope.frame.scene, p->field[0],
			   chart_slope_y(&p->slope, item->share[0]), p->field[1],
			   chart_slope_y(&p->slope, item->share[1]));
	if (!shape)
		return;
	shape->where = chart_frame_at(MR_AT_PRODUCT, item->at[SLOPE_NOW], 0);
	shape->stroke_width = fmin(LINE_WIDTH + EACH_MORE * (n - 1), MOST_LINE_WIDTH);
	shape->stroke = percent_of(item, 0) == percent_of(item, 1) ? PALETTE_EDGE : PALETTE_ACCENT;
	shape->is_dashed = percent_of(item, 0) > percent_of(item, 1);
	p->has_falling = p->has_falling || shape->is_dashed;
}

static void point(struct picture *p, const struct slope_item *item, int side, bool is_hollow,
		  struct mr_where where)
{
	double y = chart_slope_y(&p->slope, item->share[side]);
	struct scene_shape *shape = scene_rect(p->slope.frame.scene, p->field[side] - POINT / 2,
					       y - POINT / 2, POINT, POINT);

	if (!shape)
		return;
	shape->fill = is_hollow ? PALETTE_PAPER : PALETTE_ACCENT;
	shape->stroke = PALETTE_ACCENT;
	shape->stroke_width = 1;
	shape->where = where;
}

/* ---- labels */

/* "85 % (was 71 %)", "added: 40 %": for who cannot see it. */
static const char *said(struct frame *frame, const struct slope_item *item)
{
	const struct mr_matrix *m = frame->matrix;
	const char *percent[SLOPE_N_SIDES];

	for (int side = 0; side < SLOPE_N_SIDES; side++)
		percent[side] = chart_slope_has(item, side)
					? chart_frame_percent(frame->scene, item->share[side])
					: "\342\200\223";
	if (item->at[SLOPE_THEN] == MR_NO_INDEX)
		return chart_frame_fill(frame->scene, "{a}: {b}",
					mr_word(m, "change_added", "added"), percent[SLOPE_NOW]);
	if (item->at[SLOPE_NOW] == MR_NO_INDEX)
		return chart_frame_fill(frame->scene, "{a}: {b}",
					mr_word(m, "change_removed", "removed"),
					percent[SLOPE_THEN]);
	return chart_frame_fill(frame->scene, "{a} ({b})", percent[SLOPE_NOW],
				chart_frame_fill(frame->scene, "{a} {b}",
						 mr_word(m, "change_was", "was"),
						 percent[SLOPE_THEN]));
}

static const char *plain_name(const struct mr_matrix *m, const struct slope_item *item)
{
	return item->at[SLOPE_NOW] != MR_NO_INDEX
		       ? mr_product_at(m, item->at[SLOPE_NOW])->name
		       : mr_product_at(m->since->old, item->at[SLOPE_THEN])->name;
}

static void name(struct picture *p, const struct slope_item *item, int side, struct mr_where where)
{
	double x = p->field[side] + way(side) * (LEADER + p->percent_width + NAME_GAP);

	chart_label_draw(p->slope.frame.scene, &item->label[side], x, item->label_top[side],
			 side == SLOPE_THEN ? SCENE_ENDING : SCENE_START, PALETTE_TEXT, where);
}

static void item(struct picture *p, uint32_t index)
{
	struct slope_item *of = &p->slope.items[index];
	struct frame *frame = &p->slope.frame;
	bool is_both = chart_slope_has(of, 0) && chart_slope_has(of, 1);
	struct mr_where where = of->at[SLOPE_NOW] != MR_NO_INDEX
					? chart_frame_at(MR_AT_PRODUCT, of->at[SLOPE_NOW], 0)
					: chart_frame_at(MR_AT_DOCUMENT, 0, 0);
	struct scene_shape *group =
		scene_group(frame->scene, plain_name(frame->matrix, of), said(frame, of));

	if (group)
		group->where = where;
	if (is_both)
		line(p, index);
	for (int side = 0; side < SLOPE_N_SIDES; side++) {
		if (!chart_slope_has(of, side))
			continue;
		point(p, of, side, !is_both, where);
		name(p, of, side, where);
	}
	p->has_added = p->has_added || of->at[SLOPE_THEN] == MR_NO_INDEX;
	p->has_gone = p->has_gone || of->at[SLOPE_NOW] == MR_NO_INDEX;
	scene_end(frame->scene);
}

/* The percentage, what holds its names together, and the way to it where it had to move. */
static void percent(struct picture *p, int side, const struct slope_bundle *of)
{
	struct scene *scene = p->slope.frame.scene;
	double edge = p->field[side] + way(side) * LEADER, middle = of->top + of->height / 2;
	double bracket = edge + way(side) * (p->percent_width + NAME_GAP / 2);
	const struct slope_item *first = &p->slope.items[p->slope.sides[side].order[of->first]];
	struct scene_shape *text, *rule;

	text = scene_text(scene, edge, middle + SIZE_LABEL * SYMBOL_DROP, SIZE_LABEL,
			  chart_frame_percent(scene, first->share[side]));
	if (text)
		text->anchor = side == SLOPE_THEN ? SCENE_ENDING : SCENE_START;
	if (of->n > 1) {
		rule = scene_line(scene, bracket, of->top + 2, bracket, of->top + of->height - 2);
		if (rule)
			rule->stroke = PALETTE_EDGE;
	}
	if (fabs(middle - of->wanted) < 0.5)
		return;
	rule = scene_line(scene, p->field[side] + way(side) * POINT, of->wanted,
			  edge - way(side) * 2, middle);
	if (rule) {
		rule->stroke = PALETTE_EDGE;
		rule->stroke_width = 0.5;
	}
}

/* ---- the whole */

static void heads(struct picture *p)
{
	struct frame *frame = &p->slope.frame;
	double deepest = 0;
	char day[SLOPE_N_SIDES][16];
	const char *words[SLOPE_N_SIDES] = {changes_edition(frame->matrix, day[0]),
					    changes_this_edition(frame->matrix, day[1])};

	for (int side = 0; side < SLOPE_N_SIDES; side++) {
		double room = side == SLOPE_THEN ? p->field[0] - frame->left
						 : frame->left + frame->width - p->field[1];
		/* a hair less than half of the field belongs to each, too */
		double more = (p->field[1] - p->field[0]) / 2 - NAME_GAP;
		struct label label = chart_label_make(
			frame->scene, words[side],
			(struct label_style){SIZE_LABEL, true, 2, room + (more > 0 ? more : 0)},
			chart_frame_at(MR_AT_DOCUMENT, 0, 0));
		double x = side == SLOPE_THEN
				   ? fmax(p->field[0], frame->left + label.width)
				   : fmin(p->field[1], frame->left + frame->width - label.width);

		chart_label_draw(frame->scene, &label, x, frame->y,
				 side == SLOPE_THEN ? SCENE_ENDING : SCENE_START, PALETTE_TEXT,
				 chart_frame_at(MR_AT_DOCUMENT, 0, 0));
		deepest = fmax(deepest, label.height);
	}
	frame->y += deepest + 3;
}

static void field(struct picture *p)
{
	struct slope *slope = &p->slope;
	struct frame *frame = &slope->frame;
	double wanted = fmin(LEAST_HEIGHT + ITEM_HEIGHT * slope->n, MOST_HEIGHT_WANTED);

	slope->top = frame->y;
	slope->height = fmax(wanted, fmax(slope->sides[0].height, slope->sides[1].height));
	chart_slope_place(slope);
	scene_group(frame->scene, "", "");
	for (int side = 0; side < SLOPE_N_SIDES; side++) {
		struct scene_shape *edge = scene_line(frame->scene, p->field[side], slope->top,
						      p->field[side], slope->top + slope->height);

		if (edge)
			edge->stroke = PALETTE_RULE;
		for (uint32_t i = 0; i < slope->sides[side].n_bundles; i++)
			percent(p, side, &slope->sides[side].bundles[i]);
	}
	scene_end(frame->scene);
	for (uint32_t i = 0; i < slope->n && !frame->scene->failed; i++)
		item(p, i);
	frame->y += slope->height + 4;
}

static const char *sign_and_word(struct frame *frame, uint32_t kind)
{
	return chart_frame_fill(frame->scene, "{a} {b}", changes_sign(kind, MR_TONE_PLAIN),
				kind == MR_CHANGE_ADDED
					? mr_word(frame->matrix, "change_added", "added")
					: mr_word(frame->matrix, "change_removed", "removed"));
}

/* Products that are in neither column, since nothing of them is counted. */
static void remark_uncounted(struct picture *p)
{
	struct frame *frame = &p->slope.frame;
	const char *all = "";

	for (uint32_t i = 0; i < p->slope.n; i++) {
		const struct slope_item *of = &p->slope.items[i];
		const char *one = plain_name(frame->matrix, of);

		if (!chart_slope_has(of, 0) && !chart_slope_has(of, 1))
			all = *all ? chart_frame_fill(frame->scene, "{a}, {b}", all, one) : one;
	}
	if (*all)
		chart_frame_remark(frame,
				   chart_frame_fill(frame->scene, "{a}: \342\200\223", all, ""));
}

static void remarks(struct picture *p)
{
	struct frame *frame = &p->slope.frame;
	const struct mr_matrix *m = frame->matrix;
	const char *added = p->has_added ? sign_and_word(frame, MR_CHANGE_ADDED) : "";
	const char *gone = p->has_gone ? sign_and_word(frame, MR_CHANGE_REMOVED) : "";
	const char *signs = *added ? added : gone;

	if (p->has_added && p->has_gone)
		signs = chart_frame_fill(frame->scene, "{a}, {b}", added, gone);
	if (p->has_falling)
		signs = chart_frame_fill(frame->scene, *signs ? "{a} {b}" : "{a}",
					 mr_word(m, "slope_scale", "Dashed: less than before."),
					 signs);
	if (*signs)
		chart_frame_remark(frame, signs);
	remark_uncounted(p);
	if (m->since->n_features_added > 0 || m->since->gone_features.n > 0)
		chart_frame_remark(frame,
				   mr_word(m, "slope_features",
					   "Each edition is counted over the features it has."));
	chart_frame_coverage_remarks(frame);
}

static void describe(struct picture *p)
{
	struct frame *frame = &p->slope.frame;
	struct scene *scene = frame->scene;
	const char *all = "", *weights = chart_frame_weights(scene, frame->matrix);
	uint32_t n = p->slope.n;

	for (uint32_t i = 0; i < n && i < CHART_WORDS_MOST; i++) {
		const struct slope_item *of = &p->slope.items[i];
		const char *one = chart_frame_fill(scene, "{a}: {b}", plain_name(frame->matrix, of),
						   said(frame, of));

		all = chart_words_join(scene, all, one);
	}
	all = chart_words_end(scene, all, n);
	chart_words_describe(frame,
			     *weights ? chart_frame_fill(scene, "{a} {b}.", all, weights) : all);
}

static void table(struct picture *p)
{
	struct scene *scene = p->slope.frame.scene;
	const struct mr_matrix *m = p->slope.frame.matrix;
	char day[SLOPE_N_SIDES][16];

	scene_table_make(scene, p->slope.n + 1, 1 + SLOPE_N_SIDES);
	scene_table_set(scene, 0, 0, mr_word(m, "product", "Product"));
	scene_table_set(scene, 0, 1, changes_edition(m, day[0]));
	scene_table_set(scene, 0, 2, changes_this_edition(m, day[1]));
	for (uint32_t i = 0; i < p->slope.n; i++) {
		const struct slope_item *of = &p->slope.items[i];

		scene_table_set(scene, i + 1, 0, plain_name(m, of));
		for (uint32_t side = 0; side < SLOPE_N_SIDES; side++)
			if (chart_slope_has(of, (int)side))
				scene_table_set(scene, i + 1, side + 1,
						chart_frame_percent(scene, of->share[side]));
	}
}

void chart_slope(const struct mr_matrix *matrix, const struct chart_options *options,
		 struct scene *scene)
{
	static const char widest[] = "100\302\240%";
	struct picture p = {.slope.frame = {.matrix = matrix, .options = options}};
	double room = chart_frame_room(options, 0), sides = 0, between;

	scene->theme = options->theme;
	/* an estimate, so that the field stands at the same place whoever paints it */
	p.percent_width = scene_estimate(NULL, widest, sizeof(widest) - 1, SIZE_LABEL, false);
	chart_slope_collect(&p.slope, scene, room > 0 ? room * 0.27 : NATURAL_NAME);
	for (int side = 0; side < SLOPE_N_SIDES; side++)
		sides += p.slope.sides[side].name_width + NAME_GAP + p.percent_width + LEADER;
	between = fmax(LEAST_FIELD, room > 0 ? room - sides : NATURAL_FIELD);
	chart_frame_begin(&p.slope.frame, matrix, options, scene, CHART_SLOPE, sides + between);
	p.field[0] = p.slope.frame.left + p.slope.sides[0].name_width + NAME_GAP + p.percent_width +
		     LEADER;
	p.field[1] = p.slope.frame.left + p.slope.frame.width - p.slope.sides[1].name_width -
		     NAME_GAP - p.percent_width - LEADER;
	heads(&p);
	field(&p);
	remarks(&p);
	describe(&p);
	table(&p);
	chart_frame_end(&p.slope.frame);
}
