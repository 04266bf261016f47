/* SPDX-License-Identifier: MIT */
/*
 * Products as intervals on one scale: a filled dot where all unknown is counted as no, a hollow one where it is counted
 * as yes, and a line between them.  Of a ranking (--profile, --weight) its scores, best first, with the places that each
 * may have and the requirements that are open; those that fail one follow without an interval.  Else the coverage.
 *
 * The dots differ by what is in them, not by colour.  Two intervals that overlap are not in an order.
 */
#include "common/chart/chart_interval.h"
#include "common/chart/chart_order.h"
#include "common/chart/chart_legend.h"
#include "common/chart/chart_words.h"
#include "common/ranking/ranked.h"

#define ROW 17.0
#define NATURAL_PLOT 260.0
#define LEAST_PLOT 90.0
#define GAP 8.0
#define FIRST_LINE ((ROW - SIZE_LABEL * LABEL_LEADING) / 2) /* above it, in a row of several */

/* A row: a product with its interval. */
struct interval {
	uint32_t col;
	const struct mr_ranked *ranked; /* null without a ranking */
	double low, high; /* -1: none */
	const char *place, *score; /* "" for none */
	const char *remark; /* "open: mTLS" */
	struct label remark_lines;
};

struct ranking_chart {
	struct frame frame;
	const struct mr_matrix *m;
	struct interval *rows;
	uint32_t n;
	uint32_t *cols;
	struct label *names;
	bool has_unknown; /* some interval is longer than a point */
	double place_width, name_width, score_width, plot_width, plot_left;
};

/* ---- what is shown */

/* What `put` writes, in the scene's memory. */
static const char *said(struct ranking_chart *chart, struct scene *scene,
			const struct mr_ranked *is,
			void (*put)(struct out *, const struct mr_matrix *,
				    const struct mr_ranked *))
{
	struct out out;

	out_to_memory(&out, 0);
	put(&out, chart->m, is);
	return scene_take(scene, &out);
}

static void put_place(struct out *out, const struct mr_matrix *m, const struct mr_ranked *is)
{
	(void)m;
	ranked_put_place(out, is, RANKED_DASH);
}

static void put_score(struct out *out, const struct mr_matrix *m, const struct mr_ranked *is)
{
	if (is->all_units > 0)
		ranked_put_score(out, m, is, RANKED_DASH);
}

static void put_remark(struct out *out, const struct mr_matrix *m, const struct mr_ranked *is)
{
	if (is->standing <= MR_RANKED_OPEN && is->all_units == 0)
		ranked_put_score(out, m, is, RANKED_DASH);
	ranked_put_remark(out, m, is);
}

static struct interval of_ranked(struct ranking_chart *chart, struct scene *scene,
				 const struct mr_ranked *is)
{
	bool has_place = ranked_has_place(is);

	return (struct interval){
		.col = is->product,
		.ranked = is,
		.low = has_place ? is->low : -1,
		.high = has_place ? is->high : -1,
		.place = said(chart, scene, is, put_place),
		.score = said(chart, scene, is, put_score),
		.remark = said(chart, scene, is, put_remark),
	};
}

static struct interval of_coverage(struct ranking_chart *chart, struct scene *scene, uint32_t col)
{
	struct interval row = {.col = col, .place = "", .score = "", .remark = ""};

	if (!chart_order_shares(&mr_product_at(chart->m, col)->counts, &row.low, &row.high)) {
		row.remark = mr_word(chart->m, "ranking_nothing", "nothing counts");
		return row;
	}
	row.score = chart_frame_percent(scene, row.low);
	if (row.high > row.low)
		row.score = chart_frame_fill(scene, "{a}" RANKED_DASH "{b}",
					     chart_frame_number(scene, number_percent(row.low)),
					     chart_frame_percent(scene, row.high));
	return row;
}

/* The part's rows, in the order of the ranking or the best covered first. */
static void choose(struct ranking_chart *chart, struct scene *scene,
		   const struct chart_options *options)
{
	struct chart_options by_value = *options;
	const struct mr_ranking *ranking = chart->m->ranking;
	uint32_t *order;

	by_value.order = CHART_ORDER_VALUE;
	order = chart_order_products(scene, chart->m, &by_value, chart_order_coverage, &chart->n);
	chart->rows = scene_alloc(scene, chart->n * sizeof(*chart->rows));
	chart->cols = scene_alloc(scene, chart->n * sizeof(*chart->cols));
	if (!order || !chart->rows || !chart->cols)
		return;
	for (uint32_t i = 0; i < chart->n; i++) {
		const struct mr_ranked *is =
			ranking ? mr_ranked_at(ranking, options->first_item + i) : NULL;
		struct interval *row = &chart->rows[i];

		*row = is ? of_ranked(chart, scene, is) : of_coverage(chart, scene, order[i]);
		chart->cols[i] = row->col;
		chart->has_unknown = chart->has_unknown || row->high > row->low;
	}
}

/* ---- measures */

static double widest(double width, struct scene *scene, const char *text, double size)
{
	double found = scene_width_of(scene, text, strlen(text), size, false);

	return found > width ? found : width;
}

static const char *score_head(const struct ranking_chart *chart)
{
	return chart->m->ranking ? mr_word(chart->m, "ranking_score", "Score")
				 : mr_word(chart->m, "coverage", "Coverage");
}

static void measure(struct ranking_chart *chart, struct scene *scene, double room)
{
	const struct label_style style = {SIZE_LABEL, false, 2, room > 0 ? room * 0.33 : 190};

	chart->names = chart_frame_name_products(scene, chart->m, chart->cols, chart->n, style);
	chart->score_width = widest(20, scene, score_head(chart), SIZE_SMALL);
	if (chart->m->ranking)
		chart->place_width =
			widest(0, scene, mr_word(chart->m, "ranking_place", "Place"), SIZE_SMALL);
	for (uint32_t i = 0; chart->names && i < chart->n; i++) {
		const struct interval *row = &chart->rows[i];

		if (chart->names[i].width > chart->name_width)
			chart->name_width = chart->names[i].width;
		chart->score_width = widest(chart->score_width, scene, row->score, SIZE_LABEL);
		chart->place_width = widest(chart->place_width, scene, row->place, SIZE_LABEL);
	}
	if (chart->place_width > 0)
		chart->place_width += GAP;
	/* a dot at the end of the scale, and half of its label, reach beyond it */
	chart->score_width += 2.5 * GAP;
	chart->plot_width = room > 0 ? room - chart->place_width - chart->name_width - 2 * GAP -
					       chart->score_width
				     : NATURAL_PLOT;
	if (chart->plot_width < LEAST_PLOT)
		chart->plot_width = LEAST_PLOT;
}

static void break_remarks(struct ranking_chart *chart, struct scene *scene)
{
	const struct label_style style = {SIZE_SMALL, false, 3, chart->plot_width - 3};

	for (uint32_t i = 0; i < chart->n; i++)
		chart->rows[i].remark_lines =
			chart_label_make(scene, chart->rows[i].remark, style,
					 chart_frame_at(MR_AT_PRODUCT, chart->rows[i].col, 0));
}

static bool has_interval(const struct interval *row)
{
	return row->low >= 0;
}

/* The interval and what stands beside it are in the row's first line, the remark below. */
static bool starts_high(const struct interval *row)
{
	return has_interval(row) && *row->remark;
}

static double height_of(const struct ranking_chart *chart, uint32_t i)
{
	const struct interval *row = &chart->rows[i];
	double remark = *row->remark ? row->remark_lines.height : 0;
	double right = has_interval(row) ? (remark > 0 ? ROW - 1 + remark : ROW) : remark + 4;
	double name = chart->names[i].height + (starts_high(row) ? FIRST_LINE + 2 : 4);
	double height = right > name ? right : name;

	return height > ROW ? height : ROW;
}

/* ---- drawing */

static double x_at(const struct ranking_chart *chart, double share)
{
	return chart->plot_left + chart->plot_width * share;
}

static void draw_interval(struct ranking_chart *chart, const struct interval *row, double y)
{
	struct scene *scene = chart->frame.scene;
	const struct mr_where where = chart_frame_at(MR_AT_PRODUCT, row->col, 0);
	double left = x_at(chart, row->low), right = x_at(chart, row->high);

	chart_interval_draw(scene, left, right, y, where);
}

static void ending_text(struct scene *scene, double x, double y, double size, const char *text,
			struct mr_where where)
{
	struct scene_shape *shape = *text ? scene_text(scene, x, y, size, text) : NULL;

	if (!shape)
		return;
	shape->anchor = SCENE_ENDING;
	shape->where = where;
}

static const char *group_words(struct ranking_chart *chart, const struct interval *row)
{
	struct scene *scene = chart->frame.scene;
	const char *words = row->score;

	if (*row->place)
		words = *words ? chart_frame_fill(scene, "{a}: {b}", row->place, words)
			       : row->place;
	if (*row->remark)
		words = *words ? chart_frame_fill(scene, "{a}, {b}", words, row->remark)
			       : row->remark;
	return words;
}

static void draw_row(struct ranking_chart *chart, uint32_t i, double y, double height)
{
	struct scene *scene = chart->frame.scene;
	const struct interval *row = &chart->rows[i];
	const struct mr_where where = chart_frame_at(MR_AT_PRODUCT, row->col, 0);
	const struct label *name = &chart->names[i];
	/* of the first line: place, dots and score stand in it, and a name of one line, too */
	double middle = starts_high(row) ? y + ROW / 2 : y + height / 2;
	double base = middle + SIZE_LABEL * 0.31;
	struct scene_shape *group = scene_group(scene, mr_product_at(chart->m, row->col)->name,
						group_words(chart, row));

	if (group) {
		group->where = where;
		group->y = y;
		group->h = height;
	}
	ending_text(scene, chart->frame.left + chart->place_width - GAP, base, SIZE_LABEL,
		    row->place, where);
	chart_label_draw(scene, name, chart->frame.left + chart->place_width,
			 starts_high(row) ? y + FIRST_LINE : y + (height - name->height) / 2,
			 SCENE_START, PALETTE_TEXT, where);
	if (has_interval(row))
		draw_interval(chart, row, middle);
	if (*row->remark)
		chart_label_draw(scene, &row->remark_lines, chart->plot_left + 3,
				 has_interval(row) ? y + ROW - 3
						   : middle - row->remark_lines.height / 2,
				 SCENE_START, PALETTE_TEXT, where);
	ending_text(scene, chart->frame.left + chart->frame.width, base, SIZE_LABEL, row->score,
		    where);
	scene_end(scene);
}

/* 0, 25, ... 100 %: lines behind the intervals, the numbers above. */
static void draw_scale(struct ranking_chart *chart, double top, double bottom)
{
	struct scene *scene = chart->frame.scene;

	for (int quarter = 0; quarter <= 4; quarter++) {
		double x = x_at(chart, quarter / 4.0);
		struct scene_shape *line = scene_line(scene, x, top, x, bottom), *text;

		if (line)
			line->stroke = PALETTE_RULE;
		if (quarter % 2 != 0)
			continue;
		text = scene_text(
			scene, x, top - 3, SIZE_SMALL,
			chart_frame_fill(scene, "{a}\302\240%",
					 chart_frame_number(scene, (uint64_t)quarter * 25), ""));
		if (!text)
			continue;
		text->anchor = SCENE_MIDDLE;
		text->fill = PALETTE_MUTED;
	}
}

static void draw_heads(struct ranking_chart *chart, double y)
{
	struct scene *scene = chart->frame.scene;
	const struct mr_where nowhere = chart_frame_at(MR_AT_DOCUMENT, 0, 0);
	size_t before = scene->n_shapes;

	if (chart->m->ranking)
		ending_text(scene, chart->frame.left + chart->place_width - GAP, y, SIZE_SMALL,
			    mr_word(chart->m, "ranking_place", "Place"), nowhere);
	ending_text(scene, chart->frame.left + chart->frame.width, y, SIZE_SMALL, score_head(chart),
		    nowhere);
	for (size_t i = before; i < scene->n_shapes; i++)
		scene->shapes[i].fill = PALETTE_MUTED;
}

/* Between those with an interval and those without. */
static void draw_border(struct ranking_chart *chart, double y)
{
	struct scene_shape *line = scene_line(chart->frame.scene, chart->frame.left, y,
					      chart->frame.left + chart->frame.width, y);

	if (line)
		line->stroke = PALETTE_RULE;
}

static void draw_rows(struct ranking_chart *chart)
{
	double top = chart->frame.y + SIZE_SMALL + 4, bottom = top;
	uint32_t n_intervals = 0;

	for (; n_intervals < chart->n && has_interval(&chart->rows[n_intervals]); n_intervals++)
		bottom += height_of(chart, n_intervals);
	draw_heads(chart, top - 3);
	if (n_intervals > 0)
		draw_scale(chart, top, bottom);
	chart->frame.y = top;
	for (uint32_t i = 0; i < chart->n && !chart->frame.scene->failed; i++) {
		double height = height_of(chart, i);

		if (i == n_intervals && i > 0)
			draw_border(chart, chart->frame.y);
		draw_row(chart, i, chart->frame.y, height);
		chart->frame.y += height;
	}
	chart->frame.y += 4;
}

/* What the dots are, beside each other where there is room. */
static void draw_legend(struct ranking_chart *chart)
{
	const char *const words[] = {
		mr_word(chart->m, "ranking_low", "unknown counted as no"),
		mr_word(chart->m, "ranking_high", "unknown counted as yes"),
	};
	struct scene *scene = chart->frame.scene;
	double x = chart->frame.left, right = x + chart->frame.width;

	if (!chart->has_unknown)
		return;
	for (int i = 0; i < 2; i++) {
		double width = widest(0, scene, words[i], SIZE_SMALL) + 3 * CHART_DOT + 4;
		struct scene_shape *text;

		if (i > 0 && x + width > right) {
			x = chart->frame.left;
			chart->frame.y += SIZE_SMALL * LABEL_LEADING + 3;
		}
		chart_interval_dot(scene, x + CHART_DOT + 0.5, chart->frame.y + SIZE_SMALL / 2,
				   i == 0, chart_frame_at(MR_AT_DOCUMENT, 0, 0));
		text = scene_text(scene, x + 3 * CHART_DOT,
				  chart->frame.y + SIZE_SMALL / 2 + SIZE_SMALL * SYMBOL_DROP,
				  SIZE_SMALL, words[i]);
		if (text)
			text->fill = PALETTE_TEXT;
		x += width + GAP;
	}
	chart->frame.y += SIZE_SMALL * LABEL_LEADING + 3;
}

static void put_basis(struct out *out, const struct mr_matrix *m, const struct mr_ranked *is)
{
	(void)is;
	ranked_put_basis(out, m);
}

static void draw_remarks(struct ranking_chart *chart)
{
	const char *basis;

	if (!chart->m->ranking) {
		chart_frame_coverage_remarks(&chart->frame);
		return;
	}
	if (chart->m->ranking->n_placed == 0)
		chart_frame_remark(&chart->frame, mr_word(chart->m, "ranking_nobody",
							  "No product meets the requirements."));
	else if (chart->has_unknown)
		chart_frame_remark(&chart->frame,
				   mr_word(chart->m, "ranking_overlap",
					   "Products are ranked only where their intervals do not "
					   "overlap."));
	basis = said(chart, chart->frame.scene, NULL, put_basis);
	if (*basis && !chart->frame.options->is_coverage_told)
		chart_frame_remark(&chart->frame, basis);
}

/* ---- for who cannot see */

static void describe(struct ranking_chart *chart)
{
	struct scene *scene = chart->frame.scene;
	const char *all = "", *weights = "";

	for (uint32_t i = 0; i < chart->n && i < CHART_WORDS_MOST; i++) {
		const char *one = chart_frame_fill(
			scene, "{a} ({b})", mr_product_at(chart->m, chart->rows[i].col)->name,
			group_words(chart, &chart->rows[i]));

		all = chart_words_join(scene, all, one);
	}
	all = chart_words_end(scene, all, chart->n);
	weights = chart->m->ranking ? said(chart, scene, NULL, put_basis)
				    : chart_frame_weights(scene, chart->m);
	chart_words_describe(&chart->frame,
			     *weights ? chart_frame_fill(scene, "{a} {b}", all, weights) : all);
}

static void table(struct ranking_chart *chart)
{
	struct scene *scene = chart->frame.scene;
	bool is_ranking = chart->m->ranking;
	const char *const heads[] = {
		mr_word(chart->m, "product", "Product"),
		score_head(chart),
		mr_word(chart->m, "ranking_place", "Place"),
		mr_word(chart->m, "ranking_requirements", "Requirements"),
	};
	uint32_t n_cols = is_ranking ? 4 : 2;

	scene_table_make(scene, chart->n + 1, n_cols);
	for (uint32_t k = 0; k < n_cols; k++)
		scene_table_set(scene, 0, k, heads[k]);
	for (uint32_t i = 0; i < chart->n; i++) {
		const struct interval *row = &chart->rows[i];

		scene_table_set(scene, i + 1, 0, mr_product_at(chart->m, row->col)->name);
		scene_table_set(scene, i + 1, 1, has_interval(row) ? row->score : "");
		if (!is_ranking)
			continue;
		scene_table_set(scene, i + 1, 2, row->place);
		scene_table_set(scene, i + 1, 3, row->remark);
	}
}

void chart_ranking(const struct mr_matrix *matrix, const struct chart_options *options,
		   struct scene *scene)
{
	struct ranking_chart chart = {.m = matrix};
	double room = chart_frame_room(options, 0), width;

	scene->theme = options->theme;
	choose(&chart, scene, options);
	measure(&chart, scene, room);
	if (scene->failed)
		return;
	width = chart.place_width + chart.name_width + 2 * GAP + chart.plot_width +
		chart.score_width;
	chart_frame_begin(&chart.frame, matrix, options, scene, CHART_RANKING, width);
	/* a title may have made it wider */
	chart.plot_width += chart.frame.width - width;
	chart.plot_left = chart.frame.left + chart.place_width + chart.name_width + 2 * GAP;
	break_remarks(&chart, scene);
	if (!scene->failed)
		draw_rows(&chart);
	draw_legend(&chart);
	draw_remarks(&chart);
	describe(&chart);
	table(&chart);
	chart_frame_end(&chart.frame);
}
