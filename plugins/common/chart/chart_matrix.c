/* SPDX-License-Identifier: MIT */
/*
 * Which products agree: for each pair the share of features on which both say the same, of those
 * where both say anything (yes, partial or no).  Unknown is no agreement and no disagreement: such
 * features are left out of the pair, and a pair without a common feature shows a question mark.
 *
 * The measure is symmetric, so half of the square is drawn; names stand in the rows, and again on
 * the diagonal above their columns, in up to three lines.
 */
#include "common/chart/chart_legend.h"
#include "common/chart/chart_order.h"
#include "common/chart/chart_words.h"
#include "common/write/number.h"

#define MOST_PAIRS 3 /* said in the description, from each end */

struct agreement {
	uint32_t same, common;
};

struct pairs {
	struct frame frame;
	uint32_t *order;
	uint32_t n;
	struct agreement *all; /* n by n, in the order drawn */
	struct label *names;
	double name_width, left;
	double high; /* of a pair: PAIR_HEIGHT, or more for names of several lines */
	bool has_gap; /* a pair without a common feature */
};

static bool is_known(uint32_t like)
{
	return like == MR_LIKE_YES || like == MR_LIKE_PARTIAL || like == MR_LIKE_NO;
}

static struct agreement *pair(const struct pairs *pairs, uint32_t i, uint32_t k)
{
	return &pairs->all[(size_t)i * pairs->n + k];
}

/* Row by row, as the cells lie in memory. */
static void compare(struct pairs *pairs)
{
	const struct mr_matrix *m = pairs->frame.matrix;

	for (uint32_t row = 0; row < m->features.n; row++)
		for (uint32_t i = 0; i < pairs->n; i++) {
			uint32_t like = mr_cell_at(m, row, pairs->order[i])->like;

			for (uint32_t k = 0; is_known(like) && k < i; k++) {
				uint32_t other = mr_cell_at(m, row, pairs->order[k])->like;

				pair(pairs, i, k)->common += is_known(other);
				pair(pairs, i, k)->same += like == other;
			}
		}
	for (uint32_t i = 0; i < pairs->n; i++)
		for (uint32_t k = 0; k < i; k++)
			*pair(pairs, k, i) = *pair(pairs, i, k);
}

static double share_of(struct agreement a)
{
	return a.common > 0 ? (double)a.same / a.common : -1;
}

/* From the first on, each is followed by the one of the rest that agrees most with it. */
static void chain(struct pairs *pairs, struct scene *scene)
{
	uint32_t n = pairs->n;
	struct agreement *sorted = scene_alloc(scene, (size_t)n * n * sizeof(*sorted));
	uint32_t *order = scene_alloc(scene, n * sizeof(*order));
	uint32_t *at = scene_alloc(scene, n * sizeof(*at));

	if (!sorted || !order || !at)
		return;
	for (uint32_t i = 0; i < n; i++)
		at[i] = i;
	for (uint32_t i = 1; i < n; i++) {
		uint32_t best = i, moved;

		for (uint32_t k = i + 1; k < n; k++)
			if (share_of(*pair(pairs, at[i - 1], at[k])) >
			    share_of(*pair(pairs, at[i - 1], at[best])))
				best = k;
		moved = at[best];
		for (uint32_t k = best; k > i; k--)
			at[k] = at[k - 1];
		at[i] = moved;
	}
	for (uint32_t i = 0; i < n; i++) {
		order[i] = pairs->order[at[i]];
		for (uint32_t k = 0; k < n; k++)
			sorted[(size_t)i * n + k] = *pair(pairs, at[i], at[k]);
	}
	pairs->order = order;
	pairs->all = sorted;
}

/* A number in the field of a pair, `drop` below its middle. */
static void draw_number(struct pairs *pairs, const struct scene_shape *field, uint64_t value,
			double size, double drop)
{
	struct scene *scene = pairs->frame.scene;
	/* appending may move the field */
	const struct mr_where where = field->where;
	const double middle = field->x + field->w / 2, y = field->y + field->h / 2;
	const unsigned ink = field->fill + (PALETTE_ON_RAMP_0 - PALETTE_RAMP_0);
	struct scene_shape *text = scene_text(scene, middle, y + drop + size * PAIR_DROP, size,
					      chart_frame_number(scene, value));

	if (!text)
		return;
	text->anchor = SCENE_MIDDLE;
	text->fill = (uint8_t)ink;
	text->where = where;
}

static void draw_pair(struct pairs *pairs, uint32_t i, uint32_t k, double x, double y)
{
	struct scene *scene = pairs->frame.scene;
	struct agreement a = *pair(pairs, i, k);
	double share = share_of(a), high = pairs->high - CELL_GAP;
	const struct mr_where where = chart_frame_at(MR_AT_PRODUCT, pairs->order[i], 0);
	size_t field = scene->n_shapes;
	struct scene_shape *box;

	if (share < 0) {
		pairs->has_gap = true;
		chart_legend_box(scene, MR_LIKE_UNKNOWN, x, y, PAIR_WIDTH - CELL_GAP, high);
		chart_legend_symbol(scene,
				    chart_frame_like_symbol(pairs->frame.matrix, MR_LIKE_UNKNOWN),
				    MR_LIKE_UNKNOWN, x + (PAIR_WIDTH - CELL_GAP) / 2, y + high / 2,
				    SIZE_LABEL, where);
		return;
	}
	box = scene_rect(scene, x, y, PAIR_WIDTH - CELL_GAP, high);
	if (!box)
		return;
	box->fill = (uint8_t)palette_ramp(share);
	box->where = where;
	/* the least of the ramp is the paper, or nearly so */
	chart_legend_edge(box);
	draw_number(pairs, box, number_percent(share), SIZE_LABEL, -PAIR_RISE);
	if (!scene->failed)
		draw_number(pairs, &scene->shapes[field], a.common, SIZE_SMALL, PAIR_FALL);
}

static void draw_rows(struct pairs *pairs)
{
	struct scene *scene = pairs->frame.scene;

	for (uint32_t i = 0; i < pairs->n && !scene->failed; i++) {
		const struct label *name = &pairs->names[i];
		const struct mr_where where = chart_frame_at(MR_AT_PRODUCT, pairs->order[i], 0);
		double y = pairs->frame.y + i * pairs->high;
		double top = y + (pairs->high - CELL_GAP - name->height) / 2;

		if (i > 0)
			chart_label_draw(scene, name, pairs->frame.left, top, SCENE_START,
					 PALETTE_TEXT, where);
		for (uint32_t k = 0; k < i; k++)
			draw_pair(pairs, i, k, pairs->left + k * PAIR_WIDTH, y);
		/* above its column, of which the first cell lies in the next row */
		if (i + 1 < pairs->n)
			chart_label_draw(scene, name, pairs->left + i * PAIR_WIDTH + PAIR_NAME_LEFT,
					 top + PAIR_NAME_DOWN, SCENE_START, PALETTE_TEXT, where);
	}
	pairs->frame.y += pairs->n * pairs->high;
}

static const char *words_of_pair(struct pairs *pairs, uint32_t i, uint32_t k)
{
	struct scene *scene = pairs->frame.scene;
	const struct mr_matrix *m = pairs->frame.matrix;
	struct agreement a = *pair(pairs, i, k);
	const char *names = chart_frame_fill(scene, "{a} \342\200\223 {b}",
					     mr_product_at(m, pairs->order[i])->name,
					     mr_product_at(m, pairs->order[k])->name);

	return chart_frame_fill(scene, "{a}: {b}", names,
				chart_frame_fill(scene, "{a}/{b}",
						 chart_frame_number(scene, a.same),
						 chart_frame_number(scene, a.common)));
}

/* The pairs that agree most, or least, each said once. */
static const char *extremes(struct pairs *pairs, int sign, uint32_t n_wanted)
{
	struct scene *scene = pairs->frame.scene;
	const char *all = "";
	double bound = 2;
	uint32_t said = 0;

	while (said < n_wanted) {
		double best = -2;

		for (uint32_t i = 1; i < pairs->n; i++)
			for (uint32_t k = 0; k < i; k++) {
				double share = share_of(*pair(pairs, i, k));
				double value = sign > 0 ? share : 1 - share;

				if (share >= 0 && value < bound && value > best)
					best = value;
			}
		if (best < -1)
			break;
		for (uint32_t i = 1; i < pairs->n && said < n_wanted; i++)
			for (uint32_t k = 0; k < i && said < n_wanted; k++) {
				double share = share_of(*pair(pairs, i, k));
				double value = sign > 0 ? share : 1 - share;

				if (share < 0 || value < best || value > best)
					continue;
				all = chart_words_join(scene, all, words_of_pair(pairs, k, i));
				said++;
			}
		bound = best;
	}
	return all;
}

static void describe(struct pairs *pairs)
{
	struct scene *scene = pairs->frame.scene;
	uint32_t n_pairs = pairs->n * (pairs->n - 1) / 2;
	const char *most = extremes(pairs, 1, MOST_PAIRS);
	const char *words = chart_frame_fill(scene, "{a}.", most, "");

	if (n_pairs > 2 * MOST_PAIRS)
		words = chart_frame_fill(scene, "{a} \342\200\246 {b}.", most,
					 extremes(pairs, -1, MOST_PAIRS));
	chart_words_describe(&pairs->frame, words);
}

static void table(struct pairs *pairs)
{
	struct scene *scene = pairs->frame.scene;
	const struct mr_matrix *m = pairs->frame.matrix;

	scene_table_make(scene, pairs->n + 1, pairs->n + 1);
	scene_table_set(scene, 0, 0, mr_word(m, "product", "Product"));
	for (uint32_t i = 0; i < pairs->n && !scene->failed; i++) {
		const char *name = mr_product_at(m, pairs->order[i])->name;

		scene_table_set(scene, 0, i + 1, name);
		scene_table_set(scene, i + 1, 0, name);
		for (uint32_t k = 0; k < pairs->n; k++) {
			struct agreement a = *pair(pairs, i, k);

			if (i != k)
				scene_table_set(
					scene, i + 1, k + 1,
					chart_frame_fill(scene, "{a}/{b}",
							 chart_frame_number(scene, a.same),
							 chart_frame_number(scene, a.common)));
		}
	}
}

static void legend(struct pairs *pairs)
{
	static const char *const shares[PALETTE_N_RAMP] = {
		"0\342\200\22319\302\240%", "20\342\200\22339\302\240%",
		"40\342\200\22359\302\240%", "60\342\200\22379\302\240%",
		"80\342\200\223100\302\240%"};
	struct frame *frame = &pairs->frame;
	struct legend_item items[PALETTE_N_RAMP + 1];
	uint32_t n = 0;

	for (; n < PALETTE_N_RAMP; n++)
		items[n] = (struct legend_item){.fill = (enum palette_role)(PALETTE_RAMP_0 + n),
						.symbol = "",
						.label = shares[n]};
	if (pairs->has_gap)
		items[n++] = (struct legend_item){
			.fill = PALETTE_UNKNOWN,
			.like = MR_LIKE_UNKNOWN,
			.pattern = palette_pattern(frame->scene->theme, MR_LIKE_UNKNOWN),
			.symbol = chart_frame_like_symbol(frame->matrix, MR_LIKE_UNKNOWN),
			.label = chart_frame_like_word(frame->matrix, MR_LIKE_UNKNOWN)};
	chart_legend_draw(frame, items, n);
	chart_frame_remark(frame,
			   mr_word(frame->matrix, "agreement_scale",
				   "Percent of the features known for both (yes, partial or no) "
				   "that have the same status."));
	chart_frame_remark(frame, mr_word(frame->matrix, "agreement_count",
					  "Below the percentage: the number of those features."));
}

static double name_all(struct pairs *pairs, struct scene *scene, double room)
{
	const struct label_style style = {SIZE_LABEL, false, 3, room};
	double right = 0;

	pairs->high = PAIR_HEIGHT;
	pairs->names = chart_frame_name_products(scene, pairs->frame.matrix, pairs->order, pairs->n,
						 style);
	for (uint32_t i = 0; pairs->names && i < pairs->n; i++) {
		double end;

		if (i > 0 && pairs->names[i].width > pairs->name_width)
			pairs->name_width = pairs->names[i].width;
		if (pairs->names[i].height + 2 > pairs->high)
			pairs->high = pairs->names[i].height + 2;
		end = i * PAIR_WIDTH + PAIR_NAME_LEFT + pairs->names[i].width;
		if (i + 1 < pairs->n && end > right)
			right = end;
	}
	return right > (pairs->n - 1) * PAIR_WIDTH ? right : (pairs->n - 1) * PAIR_WIDTH;
}

void chart_matrix(const struct mr_matrix *matrix, const struct chart_options *options,
		  struct scene *scene)
{
	struct chart_options whole = *options;
	struct pairs pairs = {.frame = {.matrix = matrix}};
	double square;

	whole.first_item = whole.n_items = 0;
	whole.order = CHART_ORDER_DATA;
	scene->theme = options->theme;
	pairs.order = chart_order_products(scene, matrix, &whole, chart_order_coverage, &pairs.n);
	if (pairs.n < 2)
		scene_fail(scene, "agreement needs two products and this selection has one: "
				  "choose more with --products");
	pairs.all = scene_alloc(scene, (size_t)pairs.n * pairs.n * sizeof(*pairs.all));
	if (scene->failed)
		return;
	compare(&pairs);
	if (options->order == CHART_ORDER_VALUE)
		chain(&pairs, scene);
	square = name_all(&pairs, scene, 180);
	if (scene->failed)
		return;
	chart_frame_begin(&pairs.frame, matrix, options, scene, CHART_MATRIX,
			  pairs.name_width + 8 + square);
	pairs.left = pairs.frame.left + pairs.name_width + 8;
	draw_rows(&pairs);
	legend(&pairs);
	describe(&pairs);
	table(&pairs);
	chart_frame_end(&pairs.frame);
}
