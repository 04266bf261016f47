/* SPDX-License-Identifier: MIT */
#include "pdf/book/pdf_fit.h"

#include <math.h>

#include "pdf/content/pdf_axes.h"
#include "pdf/book/pdf_book.h"
#include "pdf/content/pdf_chart.h"
#include "pdf/book/pdf_laid.h"
#include "pdf/book/pdf_lists.h"
#include "pdf/book/pdf_measure.h"
#include "pdf/book/pdf_rows.h"

#define WAYS_MOST 6u
#define STEP 0.25f /* points between sizes that are tried */
#define WHOLE_CELLS 3000u /* up to here each way is laid out whole */
#define SAMPLE_CELLS 2500u /* of what is larger, so much */
#define AIR_STEPS 3
#define SIGNS_PAD 0.34f
#define PART_LEAST 4.0f /* em of a column in which words are divided */

/* A way to set the document, and what came of it. */
struct way {
	struct pdf_choice at;
	float pages; /* whole numbers, but for a sample; HUGE_VALF: it does not fit */
};

/* What a density allows. */
struct density {
	float pad; /* points at each side of a column */
	float least, fair,
		most; /* air: to save a sheet, for larger type, and where there is room */
};
static const struct density densities[] = {
	[PDF_DENSITY_COMPACT] = {2.6f, 0.15f, 0.25f, 0.4f},
	[PDF_DENSITY_NORMAL] = {3.4f, 0.33f, 0.6f, 1},
	[PDF_DENSITY_AIRY] = {4.6f, 1, 1.2f, 1.6f},
};

static const struct density *density_of(const struct pdf_book *book)
{
	return &densities[book->options.density];
}

/* What saves a sheet; pages that are counted, and many columns, are saved by all there is to save. */
static float least_air(const struct pdf_book *book)
{
	bool is_close = book->options.n_pages ||
			(book->options.has_signs && book->options.density == PDF_DENSITY_NORMAL);

	return is_close ? densities[PDF_DENSITY_COMPACT].least : density_of(book)->least;
}

static size_t n_cells(const struct pdf_book *book)
{
	return (size_t)book->matrix->features.n * book->matrix->products.n;
}

/* ---- one way */

/* How many pages all rows would take, from every so many of them. */
static float sampled_pages(struct pdf_book *book)
{
	uint32_t step = (uint32_t)(n_cells(book) / SAMPLE_CELLS) + 1;
	float pages = 0;

	/* not always the same place of each stretch: rows of a category come at a steady beat */
	for (uint32_t i = 0; i + step <= book->n_rows; i += step) {
		const struct pdf_row *row = &book->rows[i + i / step * 7 % step];
		float room = book->body.height;

		if (pdf_axes_has_cells(row) || row->kind == PDF_ROW_CATEGORY)
			room -= book->tables[row->table].head_height;
		/* a list is one row, and much the same in all ways */
		if (!pdf_lists_is(row))
			pages += pdf_rows_height(book, row) * (float)step / room;
	}
	return pages;
}

static void measure_heads(struct pdf_book *book)
{
	for (uint32_t i = 0; i < book->columns.n_groups; i++) {
		struct pdf_row head = {.kind = PDF_ROW_TABLE_HEAD, .table = i};

		book->tables[i].head_height = pdf_rows_height(book, &head);
		if (book->tables[i].head_height > book->body.height / 2)
			book->tables[i].head_height = book->body.height / 2;
	}
}

static int list_rows(struct pdf_book *book)
{
	pdf_chart_make(book);
	return pdf_rows_make(book);
}

/* Lays the document out, or a sample of it. */
static int try_way(struct pdf_book *book, struct way *way, bool is_whole)
{
	if (pdf_measure_choose(book, &way->at) != 0 || list_rows(book) != 0)
		return -1;
	if (!is_whole) {
		measure_heads(book);
		way->pages = sampled_pages(book);
		return book->store.failed ? -1 : 0;
	}
	if (pdf_book_plan(book) != 0)
		return -1;
	way->pages = (float)book->plan.n_pages;
	return 0;
}

/* ---- the ways there are */

static void add_way(struct way *ways, uint32_t *n, struct pdf_choice at)
{
	for (uint32_t i = 0; i < *n; i++)
		if (ways[i].at.body == at.body && ways[i].at.n_groups == at.n_groups)
			return;
	if (at.n_groups > 0 && *n < WAYS_MOST)
		ways[(*n)++] = (struct way){.at = at, .pages = HUGE_VALF};
}

/* Whether groups that the user asks for leave columns in which words can be divided. */
static bool is_possible(const struct pdf_columns_in *in, const struct pdf_choice *at)
{
	uint32_t each =
		in->n_pinned + (in->n_products - in->n_pinned + at->n_groups - 1) / at->n_groups;

	if (in->is_slanted)
		return false;
	return in->bodies[at->body].width * (1 - in->worksheet) / (float)(each + 1) >=
	       in->padding + PART_LEAST * at->size;
}

/* The body that saves paper by leaving a chart out for which another has room; UINT32_MAX for none. */
static uint32_t without_chart(struct pdf_book *book)
{
	const struct pdf_columns_in *in = &book->measure.in;
	bool fits[2];

	if (book->options.chart == PDF_NO_CHART || in->n_bodies < 2)
		return UINT32_MAX;
	for (uint32_t body = 0; body < 2; body++)
		fits[body] = pdf_chart_fits(book, &in->bodies[body]);
	return fits[0] == fits[1] ? UINT32_MAX : fits[0];
}

/* Bodies and groups that fit at a size. */
static uint32_t find_ways(struct pdf_book *book, float size, struct way ways[WAYS_MOST])
{
	struct pdf_columns_in *in = &book->measure.in;
	uint32_t wish = book->options.n_groups, n = 0, without;

	pdf_measure_bodies(book, size);
	without = without_chart(book);
	for (uint32_t body = 0; body < in->n_bodies; body++) {
		struct pdf_choice at = {.body = body, .size = size};
		uint32_t tight, comfort;

		if (body == without)
			continue;
		tight = pdf_columns_fewest(in, &at, true);
		comfort = pdf_columns_fewest(in, &at, false);
		if (wish > 0) {
			at.n_groups = wish < pdf_columns_most(in) ? wish : pdf_columns_most(in);
			if ((tight > 0 && tight <= at.n_groups) || is_possible(in, &at))
				add_way(ways, &n, at);
			continue;
		}
		at.n_groups = tight;
		add_way(ways, &n, at);
		at.n_groups = comfort;
		add_way(ways, &n, at);
		at.n_groups = comfort > 1 && comfort < pdf_columns_most(in) ? comfort + 1 : 0;
		add_way(ways, &n, at);
	}
	return n;
}

static bool still_fits(struct pdf_book *book, const struct pdf_choice *at)
{
	struct pdf_columns_in *in = &book->measure.in;
	uint32_t tight;

	pdf_measure_bodies(book, at->size);
	tight = pdf_columns_fewest(in, at, true);
	return tight > 0 && tight <= at->n_groups;
}

/* Sheets, or pages where the user counts them. */
static float count_of(const struct pdf_book *book, const struct way *way)
{
	float per_sheet = book->options.n_pages ? 1 : (float)book->options.per_sheet;

	return ceilf(way->pages / per_sheet);
}

/* Tries all ways at a size; the fewest sheets they take, HUGE_VALF where none fits. */
static int try_all(struct pdf_book *book, struct way *ways, uint32_t n, float *fewest)
{
	bool is_whole = book->has_trials;

	*fewest = HUGE_VALF;
	for (uint32_t i = 0; i < n; i++) {
		if (try_way(book, &ways[i], is_whole) != 0)
			return -1;
		if (is_whole ? count_of(book, &ways[i]) < *fewest : ways[i].pages < *fewest)
			*fewest = is_whole ? count_of(book, &ways[i]) : ways[i].pages;
	}
	return 0;
}

/* ---- the largest type */

/* The largest size up to PDF_SIZE_MOST at which the way takes no more than `limit` sheets. */
static int enlarge(struct pdf_book *book, struct way *way, float limit)
{
	uint32_t low = 0, high = (uint32_t)((PDF_SIZE_MOST - way->at.size) / STEP + 0.5f);
	float base = way->at.size;

	if (low == high)
		return 0;
	book->air = density_of(book)->fair;
	/* the most may do at once */
	for (uint32_t k = high; low < high; k = (low + high + 1) / 2) {
		struct way larger = *way;

		larger.at.size = base + STEP * (float)k;
		larger.pages = HUGE_VALF;
		if (still_fits(book, &larger.at) && try_way(book, &larger, true) != 0)
			return -1;
		if (count_of(book, &larger) <= limit) {
			*way = larger;
			low = k;
		} else {
			high = k - 1;
		}
	}
	book->air = least_air(book);
	return 0;
}

static bool is_better(const struct way *a, const struct way *b)
{
	if (fabsf(a->at.size - b->at.size) >= STEP / 2)
		return a->at.size > b->at.size;
	return a->at.n_groups < b->at.n_groups;
}

/* The best of the ways that take `limit` sheets or fewer. */
static int choose(struct pdf_book *book, struct way *ways, uint32_t n, float limit,
		  struct way *best)
{
	bool is_whole = book->has_trials, has_best = false;

	for (uint32_t i = 0; i < n; i++) {
		if (is_whole ? count_of(book, &ways[i]) > limit : ways[i].pages > limit)
			continue;
		if (is_whole && book->options.size <= 0 && enlarge(book, &ways[i], limit) != 0)
			return -1;
		if (!has_best || is_better(&ways[i], best))
			*best = ways[i];
		has_best = true;
	}
	return 0;
}

/* ---- the most air */

static int replan(struct pdf_book *book, float air, struct way *way)
{
	book->air = air;
	if (pdf_book_plan(book) != 0)
		return -1;
	way->pages = (float)book->plan.n_pages;
	return 0;
}

/* As much padding as the sheets allow that the way needs anyway. */
static int spread(struct pdf_book *book, struct way *way, float limit)
{
	float low = book->air, high = density_of(book)->most, air = high;
	struct way trial = *way;

	for (int step = 0; step < AIR_STEPS; step++) {
		if (replan(book, air, &trial) != 0)
			return -1;
		if (count_of(book, &trial) <= limit) {
			if (air >= high)
				return 0;
			low = air;
		} else {
			high = air;
		}
		air = (low + high) / 2;
	}
	return book->air > low ? replan(book, low, way) : 0;
}

/* Lays out what was chosen, whole. */
static int finish(struct pdf_book *book, struct way *way)
{
	float limit;

	book->air = least_air(book);
	if (try_way(book, way, true) != 0)
		return -1;
	limit = count_of(book, way);
	if (book->options.n_pages && limit < (float)book->options.n_pages)
		limit = (float)book->options.n_pages;
	return book->has_trials ? spread(book, way, limit) : 0;
}

/* Where nothing fits at a size that reads well: smaller type, or broken words. */
static int lay_out_any(struct pdf_book *book)
{
	int status = pdf_measure_make(book, PDF_SIZE_READABLE);

	if (book->options.n_groups)
		book->job->diag(book->job, MR_WARNING, NULL,
				"groups=%u leaves no room for words; the products are divided as "
				"they fit",
				book->options.n_groups);
	if (status == 0 && pdf_measure_choose_any(book, book->options.size) != 0)
		status = -1;
	if (status != 0)
		return status;
	return list_rows(book) == 0 ? pdf_book_plan(book) : -1;
}

/* ---- pages=N */

/* All ways at a size, measured for it. */
static int try_size(struct pdf_book *book, float size, struct way ways[WAYS_MOST], uint32_t *n,
		    float *fewest)
{
	int status = pdf_measure_make(book, size < PDF_MEASURE_ALIKE ? size : PDF_MEASURE_ALIKE);

	if (status != 0)
		return status;
	*n = find_ways(book, size, ways);
	return try_all(book, ways, *n, fewest);
}

/* Smaller type, down to the least there is, until the document fits on the pages that are wished. */
static int shrink(struct pdf_book *book, struct way ways[WAYS_MOST], uint32_t *n, float *fewest)
{
	float wish = (float)book->options.n_pages, size = PDF_SIZE_LEAST;
	uint32_t low = 0, high = (uint32_t)((PDF_FIT_LEAST - PDF_SIZE_LEAST) / STEP + 0.5f);
	int status;

	while (low + 1 < high) {
		uint32_t mid = (low + high) / 2;

		status = try_size(book, size + STEP * (float)mid, ways, n, fewest);
		if (status != 0)
			return status;
		if (ceilf(*fewest) <= wish)
			low = mid;
		else
			high = mid;
	}
	status = try_size(book, size + STEP * (float)low, ways, n, fewest);
	return status;
}

static void report_pages(struct pdf_book *book)
{
	uint32_t wish = book->options.n_pages;

	if (wish && book->plan.n_pages > wish)
		book->job->diag(
			book->job, MR_WARNING, NULL,
			"pages=%u is not reached: it takes %u even in the smallest type; larger "
			"paper, a selection or links=none takes less",
			wish, book->plan.n_pages);
}

/* Who wants two pages on a sheet wants to save paper, and takes what is still readable. */
static float fit_least(const struct pdf_book *book)
{
	return book->options.per_sheet == 2 ? PDF_SIZE_READABLE : PDF_FIT_LEAST;
}

static int fit(struct pdf_book *book)
{
	float size = book->options.size > 0 ? book->options.size : fit_least(book), limit,
	      fewest = 0;
	struct way ways[WAYS_MOST], best = {.pages = HUGE_VALF};
	uint32_t n = 0;
	int status = try_size(book, size, ways, &n, &fewest);

	limit = book->options.n_pages ? (float)book->options.n_pages : fewest;
	if (status == 0 && fewest > limit && book->options.size <= 0)
		status = shrink(book, ways, &n, &fewest);
	if (status != 0)
		return status;
	if (n == 0)
		return lay_out_any(book);
	if (fewest > limit)
		limit = fewest;
	status = choose(book, ways, n, limit, &best);
	return status == 0 ? finish(book, &best) : status;
}

int pdf_book_lay_out(struct pdf_book *book)
{
	int status;

	book->has_trials = n_cells(book) <= WHOLE_CELLS;
	book->air = least_air(book);
	/* signs are in the middle of their columns */
	book->pad = density_of(book)->pad * (book->options.has_signs ? SIGNS_PAD : 1);
	pdf_laid_begin(book);
	status = fit(book);
	pdf_laid_end(book);
	if (status == 0) {
		report_pages(book);
		pdf_chart_report(book);
	}
	return status;
}
