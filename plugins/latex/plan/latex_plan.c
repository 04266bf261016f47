/* SPDX-License-Identifier: MIT */
#include "latex/plan/latex_plan.h"

#include "latex/plan/latex_height.h"

#include <math.h>

/* Bold against roman. */
#define BOLD(width) ((width) + (width) / 7)
/* Head row, rules and caption of a float; title and head row of a frame. */
#define FLOAT_EXTRA 60.0
#define FRAME_EXTRA 62.0
/* Less is trusted in a paper whose fonts and lines are not known. */
#define TRUST_ELSEWHERE 0.85

/* ---- measuring */

static void widen(struct latex_column *column, const struct latex_extent *extent)
{
	if (extent->longest > column->longest)
		column->longest = extent->longest;
	if (extent->natural > column->widest)
		column->widest = extent->natural;
	column->sum += extent->natural;
}

static void measure_head(struct latex_plan *plan, struct latex_column *columns)
{
	const struct mr_matrix *m = plan->job->matrix;

	for (uint32_t col = 0; col < m->products.n; col++) {
		const struct mr_product *product = mr_product_at(m, col);
		struct latex_extent extent;

		latex_measure(product->name, plan->texts->ink.has_font, &extent);
		extent.longest = BOLD(extent.longest);
		extent.natural = BOLD(extent.natural);
		widen(&columns[col + 1], &extent);
		latex_measure(product->lifecycle_word, plan->texts->ink.has_font, &extent);
		widen(&columns[col + 1], &extent);
	}
}

static void measure_columns(struct latex_plan *plan)
{
	const struct mr_matrix *m = plan->job->matrix;
	struct latex_column *columns =
		plan->job->alloc(plan->job, (m->products.n + 1u) * sizeof(*columns));

	measure_head(plan, columns);
	for (uint32_t row = 0; row < m->features.n; row++) {
		const struct mr_feature *feature = mr_feature_at(m, row);
		struct latex_extent extent = *latex_words_extent(plan->texts, feature->name);

		widen(&columns[0], &extent);
		if (!mr_text_is_empty(feature->description))
			widen(&columns[0], latex_words_extent(plan->texts, feature->description));
		for (uint32_t col = 0; col < m->products.n; col++) {
			latex_cell_extent(plan->texts, row, col, &extent);
			widen(&columns[col + 1], &extent);
		}
	}
	plan->request.columns = columns;
	plan->request.n_products = m->products.n;
	plan->request.n_rows = m->features.n;
}

/* ---- environment */

/* Margins of 2 cm on A4 and letter. */
static const double geometry_measure[2] = {483.7, 500.5};
static const double geometry_height[2] = {731, 681};

double latex_plan_measure(const struct latex_wish *wish, enum latex_environment environment)
{
	const struct latex_class *class = &wish->class;

	if (wish->measure > 0)
		return wish->measure;
	if (environment == LATEX_LANDSCAPE)
		return wish->has_geometry ? geometry_height[wish->is_letter]
					  : class->height[wish->is_letter];
	if (environment == LATEX_TABLE_STAR)
		return class->full[wish->is_letter];
	return wish->has_geometry ? geometry_measure[wish->is_letter]
				  : class->measure[wish->is_letter];
}

static double page_height(const struct latex_wish *wish, enum latex_environment environment)
{
	const struct latex_class *class = &wish->class;

	if (wish->height > 0 && environment != LATEX_LANDSCAPE)
		return wish->height;
	if (environment == LATEX_LANDSCAPE)
		return wish->has_geometry ? geometry_measure[wish->is_letter]
					  : class->measure[wish->is_letter];
	return wish->has_geometry ? geometry_height[wish->is_letter]
				  : class->height[wish->is_letter];
}

static bool try_environment(struct latex_plan *plan, enum latex_environment environment,
			    bool one_group)
{
	const struct latex_wish *wish = &plan->wish;
	struct latex_layout_request *request = &plan->request;
	bool has_few = request->n_products <= 4 || wish->class.is_beamer;

	request->sizes = wish->class.sizes;
	request->largest = wish->size ? wish->size - 1 : has_few ? LATEX_SMALL : LATEX_FOOTNOTESIZE;
	request->smallest = wish->size ? wish->size - 1 : wish->class.smallest;
	request->n_groups = wish->n_groups;
	request->one_group =
		one_group || environment == LATEX_TABULAR || environment == LATEX_TABLE;
	request->measure = latex_plan_measure(wish, environment);
	plan->environment = environment;
	return latex_layout_find(request, &plan->layout);
}

static bool choose(struct latex_plan *plan)
{
	const struct latex_class *class = &plan->wish.class;
	enum latex_environment wanted = plan->wish.environment;

	if (wanted != LATEX_AUTO)
		return try_environment(plan, wanted, false);
	wanted = latex_class_default(class);
	if (wanted != LATEX_LONGTABLE)
		return try_environment(plan, wanted, false);
	if (try_environment(plan, LATEX_LONGTABLE, true) && plan->layout.is_roomy)
		return true;
	if (plan->wish.measure > 0)
		return try_environment(plan, LATEX_LONGTABLE, false);
	return try_environment(plan, LATEX_LANDSCAPE, false);
}

/* ---- cuts */

uint32_t *latex_plan_shares(const struct latex_plan *plan, uint32_t group, uint32_t *first,
			    uint32_t *n)
{
	uint32_t *shares;

	latex_layout_group(&plan->layout, plan->request.n_products, group, first, n);
	shares = plan->job->alloc(plan->job, (*n + 1u) * sizeof(*shares));
	latex_layout_shares(&plan->request, &plan->layout, *first, *n, shares);
	return shares;
}

static void add_cut(struct latex_plan *plan, uint32_t group, uint32_t from, uint32_t to)
{
	if (plan->n_cuts == plan->capacity) {
		uint32_t capacity =
			plan->capacity ? plan->capacity * 2 : 16; /* a cut is a row at least */
		struct latex_cut *cuts = plan->job->alloc(plan->job, capacity * sizeof(*cuts));

		if (plan->n_cuts > 0)
			memcpy(cuts, plan->cuts, plan->n_cuts * sizeof(*cuts));
		plan->cuts = cuts;
		plan->capacity = capacity;
	}
	plan->cuts[plan->n_cuts++] = (struct latex_cut){group, from, to};
}

static bool is_cut(const struct latex_plan *plan)
{
	return plan->environment == LATEX_FRAMES || plan->environment == LATEX_TABLE_STAR;
}

static bool is_single(const struct latex_plan *plan)
{
	return plan->environment == LATEX_TABULAR || plan->environment == LATEX_TABLE;
}

/* Whether the only cut of an environment that does not break is too high for its page. */
static bool is_too_high(const struct latex_plan *plan)
{
	double height = plan->last_height;

	/* On a frame there is no place for what stands under the table but the frame. */
	height += plan->wish.class.is_beamer ? latex_height_apparatus(plan)
					     : latex_height_below(plan);
	return is_single(plan) && height > plan->page;
}

/* Whether no row can be too high for a page, by what the columns hold at most. */
static bool is_surely_low(const struct latex_plan *plan, uint32_t first, uint32_t n,
			  const uint32_t *widths)
{
	const struct latex_column *columns = plan->request.columns;
	double most = 2 * latex_measure_most_lines(columns[0].widest, widths[0]), above = 0;

	for (uint32_t i = 0; i < n; i++)
		most = fmax(most,
			    latex_measure_most_lines(columns[first + i + 1].widest, widths[i + 1]));
	for (uint32_t i = 0; i < plan->job->matrix->categories.n; i++)
		above = fmax(above, latex_height_category(plan, i));
	return latex_height_lines(plan, most) + above <= plan->page;
}

/* The last float's last row goes to one more where its legend would else stand on a page alone. */
static void keep_legend(struct latex_plan *plan, double last_row)
{
	struct latex_cut *cut = &plan->cuts[plan->n_cuts - 1];
	uint32_t group = cut->group, to = cut->to;

	if (plan->environment != LATEX_TABLE_STAR || group + 1 < plan->layout.n_groups ||
	    to - cut->from < 2 || latex_height_legend_fits(plan))
		return;
	cut->to--;
	add_cut(plan, group, to - 1, to);
	plan->last_height = last_row;
}

/* A row never stands without the heading of its category on a page. */
static void note_worst(struct latex_plan *plan, uint32_t row, double height)
{
	double whole = height +
		       latex_height_category(plan, mr_feature_at(plan->job->matrix, row)->category);

	if (whole <= plan->page || whole <= plan->worst_height)
		return;
	plan->worst_height = whole;
	plan->worst_row = row;
}

static void cut_group(struct latex_plan *plan, uint32_t group)
{
	const struct mr_matrix *m = plan->job->matrix;
	uint32_t first, n, from = 0, last_category = UINT32_MAX;
	uint32_t *widths = latex_plan_shares(plan, group, &first, &n);
	double used = 0, last_row = 0,
	       trust = plan->wish.is_elsewhere ? TRUST_ELSEWHERE : LATEX_HEIGHT_TRUST;

	for (uint32_t i = 0; i <= n; i++)
		widths[i] = latex_layout_width(&plan->layout, n + 1, widths[i]);
	/* TeX breaks a long table, so that heights matter only to refuse what no page holds. */
	if (latex_environment_is_long(plan->environment) && is_surely_low(plan, first, n, widths)) {
		add_cut(plan, group, 0, m->features.n);
		return;
	}
	for (uint32_t row = 0; row < m->features.n; row++) {
		uint32_t category = mr_feature_at(m, row)->category;
		double height = latex_height_row(plan, row, first, n, widths);
		double above =
			category == last_category ? 0 : latex_height_category(plan, category);

		note_worst(plan, row, height);
		if (is_cut(plan) && row > from && used + above + height > plan->page * trust) {
			add_cut(plan, group, from, row);
			from = row;
			used = 0;
			above = latex_height_category(plan, category);
		}
		used += above + height;
		last_row = latex_height_category(plan, category) + height;
		last_category = category;
	}
	add_cut(plan, group, from, m->features.n);
	plan->last_height = used;
	keep_legend(plan, last_row);
}

/* ---- refusals */

static int refuse_environment(struct latex_plan *plan)
{
	const struct latex_class *class = &plan->wish.class;
	enum latex_environment wanted = plan->wish.environment;
	const char *why = wanted == LATEX_FRAMES      ? "is beamer's"
			  : class->is_beamer          ? "does not break over frames"
			  : wanted == LATEX_LONGTABLE ? "cannot be set in two columns"
						      : "cannot be turned in two columns";

	plan->job->diag(plan->job, MR_ERROR, NULL,
			"environment=%s does not work in %s: it %s; use environment=%s",
			latex_class_environment_name(wanted), class->name, why,
			latex_class_environment_name(latex_class_default(class)));
	return -1;
}

static int refuse_width(struct latex_plan *plan)
{
	struct mr_job *job = plan->job;
	const struct latex_class *class = &plan->wish.class;
	enum latex_environment wanted = plan->environment;
	bool may_turn = latex_class_allows(class, LATEX_LANDSCAPE) && wanted != LATEX_LANDSCAPE &&
			plan->wish.measure <= 0;
	unsigned measure = (unsigned)plan->request.measure;

	if (may_turn && try_environment(plan, LATEX_LANDSCAPE, wanted == LATEX_TABULAR))
		job->diag(job, MR_ERROR, NULL,
			  "%u products are too wide for %s in %s at a readable size (%u points); "
			  "environment=landscape fits",
			  (unsigned)plan->request.n_products, latex_class_environment_name(wanted),
			  class->name, measure);
	else if (try_environment(plan, latex_class_default(class), false))
		job->diag(job, MR_ERROR, NULL,
			  "%u products are too wide for %s in %s at a readable size (%u points); "
			  "environment=%s fits",
			  (unsigned)plan->request.n_products, latex_class_environment_name(wanted),
			  class->name, measure, latex_class_environment_name(plan->environment));
	else
		job->diag(job, MR_ERROR, NULL,
			  "%u products are too wide for %u points of %s at a readable size; fewer "
			  "products (--products), a wider measure or no -O groups would fit",
			  (unsigned)plan->request.n_products, measure, class->name);
	return -1;
}

static void cut_all(struct latex_plan *plan)
{
	plan->n_cuts = 0;
	plan->worst_height = 0;
	for (uint32_t group = 0; group < plan->layout.n_groups; group++)
		cut_group(plan, group);
}

/* The next smaller size, where the user left that open. */
static bool try_smaller(struct latex_plan *plan)
{
	if (plan->wish.size != 0 || plan->layout.size >= plan->request.smallest)
		return false;
	plan->request.largest = plan->layout.size + 1;
	return latex_layout_find(&plan->request, &plan->layout);
}

/* One product less in each table: wider columns, lower rows. */
static bool try_more_groups(struct latex_plan *plan)
{
	struct latex_layout_request *request = &plan->request;
	uint32_t per_group = plan->layout.per_group;

	if (plan->wish.n_groups != 0 || is_single(plan) || per_group <= 1)
		return false;
	request->one_group = false; /* one was the choice while it fitted */
	request->n_groups = (request->n_products + per_group - 2) / (per_group - 1);
	return latex_layout_find(request, &plan->layout);
}

/* Slides keep their type large, paper keeps products side by side. */
static bool try_lower_rows(struct latex_plan *plan)
{
	if (plan->worst_height <= 0)
		return try_smaller(plan);
	if (plan->wish.class.is_beamer)
		return try_more_groups(plan) || try_smaller(plan);
	return try_smaller(plan) || try_more_groups(plan);
}

/* What is too high: the row, or what stands above it. */
static int refuse_row(struct latex_plan *plan)
{
	const struct latex_wish *wish = &plan->wish;
	uint32_t category = mr_feature_at(plan->job->matrix, plan->worst_row)->category;
	bool is_heading = latex_height_category(plan, category) * 2 > plan->worst_height;
	const struct mr_where where = {.kind = is_heading ? MR_AT_CATEGORY : MR_AT_FEATURE,
				       .index = is_heading ? category : plan->worst_row};

	plan->job->diag(
		plan->job, MR_ERROR, &where,
		"this %s would be about %u points high as %s of %s, a page has %u, and no row breaks; %s",
		is_heading ? "category with its first row" : "row", (unsigned)plan->worst_height,
		latex_class_environment_name(plan->environment), wish->class.name,
		(unsigned)plan->page,
		wish->size || wish->n_groups || wish->environment != LATEX_AUTO
			? "leave size, groups and environment open"
			: "its words would have to be fewer");
	return -1;
}

static int refuse_height(struct latex_plan *plan)
{
	const struct latex_class *class = &plan->wish.class;

	if (plan->worst_height > 0)
		return refuse_row(plan);
	plan->job->diag(plan->job, MR_ERROR, NULL,
			"%u features do not fit on one page of %s as %s; "
			"-O environment=%s breaks over pages",
			(unsigned)plan->request.n_rows, class->name,
			latex_class_environment_name(plan->environment),
			latex_class_environment_name(latex_class_default(class)));
	return -1;
}

int latex_plan_make(struct latex_plan *plan, struct mr_job *job, struct latex_texts *texts,
		    const struct latex_wish *wish)
{
	*plan = (struct latex_plan){.job = job, .texts = texts, .wish = *wish};
	if (wish->environment != LATEX_AUTO && !latex_class_allows(&wish->class, wish->environment))
		return refuse_environment(plan);
	measure_columns(plan);
	if (!choose(plan))
		return refuse_width(plan);
	plan->page = page_height(wish, plan->environment) -
		     (plan->environment == LATEX_FRAMES ? FRAME_EXTRA : FLOAT_EXTRA);
	texts->ink.max_word = LATEX_LONGEST_WORD;
	do {
		cut_all(plan);
		if (plan->worst_height <= 0 && !is_too_high(plan))
			return 0;
	} while (try_lower_rows(plan));
	return refuse_height(plan);
}
