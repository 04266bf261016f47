/* SPDX-License-Identifier: MIT */
/* Who stands where in the slope chart. */
#include "common/chart/chart_slope.h"
#include "common/chart/chart_order.h"

#include <math.h>
#include <string.h>

#include "common/change/changes.h"
#include "common/write/number.h"

#define PADDING 8.0 /* between the ends of the field and its first and last share */
#define BUNDLE_GAP 3.0 /* at least, between the labels of two bundles */
#define LEAST_NAME 30.0 /* width of the shortest names */
#define LEAST_SPAN 0.2 /* of the shares: less would make a cliff of a percent */

uint32_t chart_slope_items(const struct mr_matrix *matrix)
{
	return matrix->products.n + (matrix->since ? matrix->since->gone_products.n : 0);
}

/* ---- items */

static const struct mr_matrix *edition(const struct slope *slope, int side)
{
	const struct mr_matrix *m = slope->frame.matrix;

	return side == SLOPE_NOW ? m : m->since->old;
}

/* Item `index` of all: the products as they stand here, then those that are gone. */
static struct slope_item item_at(const struct slope *slope, uint32_t index)
{
	const struct mr_matrix *m = slope->frame.matrix;
	const struct mr_was *was = mr_was_product(m, index);
	struct slope_item item = {.at = {MR_NO_INDEX, MR_NO_INDEX}, .share = {-1, -1}};

	if (index < m->products.n) {
		item.at[SLOPE_NOW] = index;
		item.at[SLOPE_THEN] = was ? was->then : MR_NO_INDEX;
	} else {
		item.at[SLOPE_THEN] = mr_index_at(&m->since->gone_products, index - m->products.n);
	}
	for (int side = 0; side < SLOPE_N_SIDES; side++) {
		const struct mr_product *product =
			mr_product_at(edition(slope, side), item.at[side]);

		if (product)
			item.share[side] = product->counts.coverage;
	}
	return item;
}

/* ---- labels */

/* "Istio", "+ Kuma", "− Octarine (discontinued)": as the edition at this side names it. */
static const char *name_of(const struct slope *slope, struct scene *scene,
			   const struct slope_item *item, int side)
{
	const char *name = chart_frame_product_name(scene, edition(slope, side), item->at[side]);
	bool is_both = item->at[SLOPE_THEN] != MR_NO_INDEX && item->at[SLOPE_NOW] != MR_NO_INDEX;
	uint32_t kind = side == SLOPE_NOW ? MR_CHANGE_ADDED : MR_CHANGE_REMOVED;

	return is_both ? name
		       : chart_frame_fill(scene, "{a} {b}", changes_sign(kind, MR_TONE_PLAIN),
					  name);
}

static struct mr_where where_of(const struct slope_item *item)
{
	return item->at[SLOPE_NOW] != MR_NO_INDEX
		       ? chart_frame_at(MR_AT_PRODUCT, item->at[SLOPE_NOW], 0)
		       : chart_frame_at(MR_AT_DOCUMENT, 0, 0);
}

static void make_labels(struct slope *slope, struct scene *scene, int side, double room)
{
	const struct label_style style = {SIZE_LABEL, false, 2, room};
	struct slope_side *s = &slope->sides[side];
	struct label_text *texts = scene_alloc(scene, s->n * sizeof(*texts));
	const struct label *labels;

	for (uint32_t i = 0; texts && i < s->n; i++) {
		const struct slope_item *item = &slope->items[s->order[i]];

		texts[i] = (struct label_text){name_of(slope, scene, item, side), where_of(item)};
	}
	labels = chart_label_make_all(scene, texts, s->n, style);
	if (!labels)
		return;
	s->name_width = LEAST_NAME;
	for (uint32_t i = 0; i < s->n; i++) {
		slope->items[s->order[i]].label[side] = labels[i];
		s->name_width = fmax(s->name_width, labels[i].width);
		s->height += labels[i].height;
	}
	s->height += s->n_bundles * BUNDLE_GAP;
}

/* ---- the order of a side */

/* Whether `a` stands above `b`: more here, more on the other side, or earlier. */
static bool is_above(const struct slope *slope, int side, uint32_t a, uint32_t b)
{
	const struct slope_item *one = &slope->items[a], *other = &slope->items[b];
	unsigned here = number_percent(one->share[side]);
	unsigned there = number_percent(other->share[side]);
	double more = one->share[1 - side] - other->share[1 - side];

	if (here != there)
		return here > there;
	return more > 0 || (!(more < 0) && a < b);
}

static void merge(const struct slope *slope, int side, uint32_t *order, uint32_t *spare, uint32_t n)
{
	uint32_t half = n / 2, a = 0, b = half;

	if (n < 2)
		return;
	merge(slope, side, order, spare, half);
	merge(slope, side, order + half, spare, n - half);
	for (uint32_t k = 0; k < n; k++) {
		bool is_left = b == n || (a < half && is_above(slope, side, order[a], order[b]));

		spare[k] = is_left ? order[a++] : order[b++];
	}
	memcpy(order, spare, n * sizeof(*order));
}

static void bundle(struct slope *slope, int side)
{
	struct slope_side *s = &slope->sides[side];

	for (uint32_t i = 0; i < s->n; i++) {
		unsigned percent = number_percent(slope->items[s->order[i]].share[side]);

		if (i == 0 || s->bundles[s->n_bundles - 1].percent != percent)
			s->bundles[s->n_bundles++] =
				(struct slope_bundle){.first = i, .percent = percent};
		s->bundles[s->n_bundles - 1].n++;
	}
}

static void order_side(struct slope *slope, struct scene *scene, int side)
{
	struct slope_side *s = &slope->sides[side];
	uint32_t *spare = scene_alloc(scene, slope->n * sizeof(*spare));

	s->order = scene_alloc(scene, slope->n * sizeof(*s->order));
	s->bundles = scene_alloc(scene, slope->n * sizeof(*s->bundles));
	if (!spare || !s->order || !s->bundles)
		return;
	for (uint32_t i = 0; i < slope->n; i++)
		if (chart_slope_has(&slope->items[i], side))
			s->order[s->n++] = i;
	merge(slope, side, s->order, spare, s->n);
	bundle(slope, side);
}

void chart_slope_collect(struct slope *slope, struct scene *scene, double room)
{
	uint32_t first;

	slope->n = chart_order_taken(slope->frame.options, chart_slope_items(slope->frame.matrix),
				     &first);
	slope->items = scene_alloc(scene, slope->n * sizeof(*slope->items));
	for (uint32_t i = 0; slope->items && i < slope->n; i++)
		slope->items[i] = item_at(slope, first + i);
	for (int side = 0; slope->items && side < SLOPE_N_SIDES; side++) {
		order_side(slope, scene, side);
		if (!scene->failed)
			make_labels(slope, scene, side, room);
	}
}

/* ---- places */

/* From a tenth to a tenth around all shares, so that a chart of little change shows little. */
static void scale(struct slope *slope)
{
	double low = 1, high = 0;

	for (uint32_t i = 0; i < slope->n; i++)
		for (int side = 0; side < SLOPE_N_SIDES; side++)
			if (chart_slope_has(&slope->items[i], side)) {
				low = fmin(low, slope->items[i].share[side]);
				high = fmax(high, slope->items[i].share[side]);
			}
	slope->low = low > high ? 0 : floor(low * 10) / 10;
	slope->high = low > high ? 1 : ceil(high * 10) / 10;
	if (slope->high - slope->low < LEAST_SPAN)
		slope->low = fmax(0, slope->high - LEAST_SPAN);
	if (slope->high - slope->low < LEAST_SPAN)
		slope->high = slope->low + LEAST_SPAN;
}

double chart_slope_y(const struct slope *slope, double share)
{
	double way = (slope->high - share) / (slope->high - slope->low);

	return slope->top + PADDING + way * (slope->height - 2 * PADDING);
}

/* Bundles that touch, as one block; `sum` is that of the tops that each would have the block at. */
struct block {
	uint32_t first, n;
	double height, sum, top;
};

static void settle(const struct slope *slope, struct block *block)
{
	double lowest = slope->top + slope->height - block->height;
	double wanted = block->sum / block->n;

	block->top = fmax(slope->top, fmin(wanted, lowest));
}

/* A block that would lie on the one above it becomes one with it. */
static void place_side(struct slope *slope, struct scene *scene, int side)
{
	struct slope_side *s = &slope->sides[side];
	struct block *blocks = scene_alloc(scene, s->n_bundles * sizeof(*blocks));
	uint32_t n = 0;

	for (uint32_t i = 0; blocks && i < s->n_bundles; i++) {
		const struct slope_bundle *of = &s->bundles[i];

		blocks[n] = (struct block){i, 1, of->height, of->wanted - of->height / 2, 0};
		settle(slope, &blocks[n++]);
		while (n > 1 && blocks[n - 2].top + blocks[n - 2].height > blocks[n - 1].top) {
			struct block *above = &blocks[n - 2], *below = &blocks[--n];

			above->sum += below->sum - below->n * above->height;
			above->n += below->n;
			above->height += below->height;
			settle(slope, above);
		}
	}
	for (uint32_t k = 0; k < n; k++) {
		double y = blocks[k].top;

		for (uint32_t i = blocks[k].first; i < blocks[k].first + blocks[k].n; i++) {
			s->bundles[i].top = y;
			y += s->bundles[i].height;
		}
	}
}

void chart_slope_place(struct slope *slope)
{
	scale(slope);
	for (int side = 0; side < SLOPE_N_SIDES; side++) {
		struct slope_side *s = &slope->sides[side];

		for (uint32_t i = 0; i < s->n_bundles; i++) {
			struct slope_bundle *of = &s->bundles[i];

			of->wanted = 0;
			of->height = BUNDLE_GAP;
			for (uint32_t k = of->first; k < of->first + of->n; k++) {
				const struct slope_item *item = &slope->items[s->order[k]];

				of->wanted += chart_slope_y(slope, item->share[side]) / of->n;
				of->height += item->label[side].height;
			}
		}
		place_side(slope, slope->frame.scene, side);
		for (uint32_t i = 0; i < s->n_bundles; i++) {
			double y = s->bundles[i].top + BUNDLE_GAP / 2;

			for (uint32_t k = 0; k < s->bundles[i].n; k++) {
				struct slope_item *item =
					&slope->items[s->order[s->bundles[i].first + k]];

				item->label_top[side] = y;
				y += item->label[side].height;
			}
		}
	}
}
