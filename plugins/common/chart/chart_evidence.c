/* SPDX-License-Identifier: MIT */
/*
 * Features by products: when somebody looked, and whether a source is named.
 *
 * The newer, the darker the cell and the longer the bar at its foot; a cell that nobody verified has neither.  A
 * diamond is a source.  What is unknown is hatched, unless somebody looked and still did not know.
 */
#include "common/chart/chart_evidence.h"

#include "common/chart/chart_heatmap.h"
#include "common/chart/chart_legend.h"
#include "common/chart/chart_words.h"
#include "common/write/moment.h"
#include "common/write/out.h"

#include <string.h>

static const int ends[CHART_EVIDENCE_N_AGES - 1] = {30, 90, 365, 730};

/* ---- days */

/* Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil). */
static int64_t days_of(struct mr_date date)
{
	int64_t year = date.year - (date.month <= 2);
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t of_era = year - era * 400;
	int64_t of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static struct mr_date verified_of(const struct mr_cell *cell)
{
	return cell->detail ? cell->detail->verified : (struct mr_date){0};
}

static bool is_sourced(const struct mr_cell *cell)
{
	return cell->detail && cell->detail->sources.n > 0;
}

static bool is_known(const struct mr_cell *cell)
{
	return verified_of(cell).year != 0 || is_sourced(cell);
}

struct mr_date chart_evidence_today(const struct mr_matrix *m, int64_t clock)
{
	struct mr_date last = {0};

	if (clock != MR_NO_CLOCK) {
		struct moment is = moment_of(clock);

		return (struct mr_date){(int16_t)is.year, (uint8_t)is.month, (uint8_t)is.day};
	}
	for (uint32_t row = 0; row < m->features.n; row++)
		for (uint32_t col = 0; col < m->products.n; col++) {
			struct mr_date own = verified_of(mr_cell_at(m, row, col));

			if (own.year != 0 && (last.year == 0 || days_of(own) > days_of(last)))
				last = own;
		}
	return last;
}

int64_t chart_evidence_days(struct mr_date from, struct mr_date to)
{
	return days_of(to) - days_of(from);
}

uint32_t chart_evidence_age(struct mr_date verified, struct mr_date today)
{
	int64_t days = chart_evidence_days(verified, today);
	uint32_t age = 0;

	while (age < CHART_EVIDENCE_N_AGES - 1 && days > ends[age])
		age++;
	return age;
}

/* ---- cells */

/* Steps of the ramp go from little to much. */
static enum palette_role fill_of(uint32_t age)
{
	return (enum palette_role)(PALETTE_RAMP_0 + CHART_EVIDENCE_N_AGES - 1 - age);
}

static enum palette_role ink_of(uint32_t age)
{
	return (enum palette_role)(PALETTE_ON_RAMP_0 + CHART_EVIDENCE_N_AGES - 1 - age);
}

static struct legend_item look_of(struct map *map, const struct mr_cell *cell)
{
	struct legend_item look = {.fill = PALETTE_PAPER, .symbol = "", .like = cell->like};
	uint32_t age;

	look.ink = PALETTE_TEXT;
	look.is_sourced = is_sourced(cell);
	if (verified_of(cell).year != 0) {
		age = chart_evidence_age(verified_of(cell), map->today);
		look.fill = fill_of(age);
		look.ink = ink_of(age);
		look.bar = (uint8_t)(CHART_EVIDENCE_N_AGES - age);
		map->ages |= 1u << age;
	} else if (cell->like == MR_LIKE_UNKNOWN && !look.is_sourced) {
		look.fill = palette_fill(MR_LIKE_UNKNOWN);
		look.pattern = palette_pattern(map->frame.scene->theme, MR_LIKE_UNKNOWN);
		map->has_unknown = true;
	} else {
		map->has_unverified = true;
	}
	return look;
}

static void draw_cell(struct map *map, uint32_t i, uint32_t k, double y, double height)
{
	const struct legend_item look = look_of(map, chart_heatmap_cell(map, i, k));
	const struct mr_where where = chart_heatmap_where(map, i, k);
	double left = map->cells_left + k * map->col_width;
	const double box[4] = {left + CELL_GAP / 2, y + CELL_GAP / 2, map->col_width - CELL_GAP,
			       height - CELL_GAP};

	chart_legend_evidence(map->frame.scene, &look, &where, box);
}

static void colour_cell(struct map *map, uint32_t i, uint32_t k, struct scene_shape *box)
{
	const struct legend_item look = look_of(map, chart_heatmap_cell(map, i, k));

	box->fill = (uint8_t)look.fill;
	box->pattern = (uint8_t)look.pattern;
}

/* ---- words */

static const char *day_of(struct scene *scene, struct mr_date date)
{
	struct out out;

	out_to_memory(&out, 0);
	out_date(&out, date);
	return scene_take(scene, &out);
}

static const char *source_word(const struct mr_matrix *m, bool has_one)
{
	return has_one ? mr_word(m, "with_source", "with a source")
		       : mr_word(m, "without_source", "without a source");
}

static const char *words_of(struct map *map, uint32_t i, uint32_t k)
{
	const struct mr_matrix *m = map->frame.matrix;
	const struct mr_cell *cell = chart_heatmap_cell(map, i, k);
	struct scene *scene = map->frame.scene;

	if (cell->like == MR_LIKE_UNKNOWN && !is_known(cell))
		return chart_frame_like_word(m, MR_LIKE_UNKNOWN);
	return chart_frame_fill(scene, "{a}, {b}",
				verified_of(cell).year != 0
					? day_of(scene, verified_of(cell))
					: mr_word(m, "not_verified", "not verified"),
				source_word(m, is_sourced(cell)));
}

static const char *age_word(struct map *map, uint32_t age)
{
	const struct mr_matrix *m = map->frame.matrix;
	bool is_last = age == CHART_EVIDENCE_N_AGES - 1;

	return chart_frame_fill(
		map->frame.scene,
		is_last ? mr_word(m, "age_older", "verified more than {n} days ago")
			: mr_word(m, "age_up_to", "verified up to {n} days ago"),
		chart_frame_number(map->frame.scene, (uint64_t)ends[is_last ? age - 1 : age]), "");
}

static void legend(struct map *map)
{
	const struct mr_matrix *m = map->frame.matrix;
	struct legend_item items[CHART_EVIDENCE_N_AGES + 3];
	uint32_t n = 0;

	for (uint32_t age = 0; age < CHART_EVIDENCE_N_AGES; age++)
		if (map->ages >> age & 1)
			items[n++] =
				(struct legend_item){.fill = fill_of(age),
						     .ink = ink_of(age),
						     .symbol = "",
						     .label = age_word(map, age),
						     .bar = (uint8_t)(CHART_EVIDENCE_N_AGES - age)};
	if (map->has_unverified)
		items[n++] =
			(struct legend_item){.fill = PALETTE_PAPER,
					     .symbol = "",
					     .label = mr_word(m, "not_verified", "not verified")};
	if (map->has_unknown)
		items[n++] = (struct legend_item){
			.fill = palette_fill(MR_LIKE_UNKNOWN),
			.pattern = palette_pattern(map->frame.scene->theme, MR_LIKE_UNKNOWN),
			.symbol = "",
			.label = chart_frame_like_word(m, MR_LIKE_UNKNOWN)};
	if (!map->is_overview)
		items[n++] = (struct legend_item){.fill = PALETTE_PAPER,
						  .ink = PALETTE_TEXT,
						  .symbol = "",
						  .label = source_word(m, true),
						  .is_sourced = true};
	chart_legend_draw(&map->frame, items, n);
	if (map->today.year != 0)
		chart_frame_remark(
			&map->frame,
			chart_frame_fill(map->frame.scene,
					 mr_word(m, "age_scale", "Ages are days before {date}."),
					 day_of(map->frame.scene, map->today), ""));
}

/* "Istio: verified 4, with a source 16": of the first dozen of the products. */
static const char *counts(struct map *map)
{
	const struct mr_matrix *m = map->frame.matrix;
	struct scene *scene = map->frame.scene;
	const char *all = "";

	for (uint32_t k = 0; k < map->n_products && k < CHART_WORDS_MOST; k++) {
		uint32_t n_verified = 0, n_sourced = 0;
		const char *one;

		for (uint32_t i = 0; i < map->n_features; i++) {
			const struct mr_cell *cell =
				mr_cell_at(m, map->features[i], map->products[k]);

			n_verified += verified_of(cell).year != 0;
			n_sourced += is_sourced(cell);
		}
		one = chart_frame_fill(scene, "{a} {b}, ", mr_word(m, "checked", "verified"),
				       chart_frame_number(scene, n_verified));
		one = chart_frame_fill(scene, "{a}{b}", one, source_word(m, true));
		one = chart_frame_fill(scene, "{a} {b}", one, chart_frame_number(scene, n_sourced));
		one = chart_frame_fill(scene, "{a}: {b}", mr_product_at(m, map->products[k])->name,
				       one);
		all = chart_words_join(scene, all, one);
	}
	return chart_words_end(scene, all, map->n_products);
}

/* ---- order: what is best known first */

static double share_of(const struct mr_matrix *m, uint32_t rows[2], uint32_t cols[2])
{
	uint32_t n = 0, n_known = 0;

	for (uint32_t row = rows[0]; row < rows[1]; row++)
		for (uint32_t col = cols[0]; col < cols[1]; col++) {
			const struct mr_cell *cell = mr_cell_at(m, row, col);

			n++;
			n_known += (verified_of(cell).year != 0 ? 1u : 0u) +
				   (is_sourced(cell) ? 1u : 0u);
		}
	return n > 0 ? (double)n_known / n : 0;
}

static double row_value(const struct mr_matrix *m, uint32_t row)
{
	return share_of(m, (uint32_t[]){row, row + 1}, (uint32_t[]){0, m->products.n});
}

static double col_value(const struct mr_matrix *m, uint32_t col)
{
	return share_of(m, (uint32_t[]){0, m->features.n}, (uint32_t[]){col, col + 1});
}

bool chart_evidence_is_there(const struct mr_matrix *m)
{
	for (uint32_t row = 0; row < m->features.n; row++)
		for (uint32_t col = 0; col < m->products.n; col++)
			if (is_known(mr_cell_at(m, row, col)))
				return true;
	return false;
}

void chart_evidence(const struct mr_matrix *matrix, const struct chart_options *options,
		    struct scene *scene)
{
	static const struct map_look look = {.kind = CHART_EVIDENCE,
					     .has_facts = true,
					     .today = chart_evidence_today,
					     .cell = draw_cell,
					     .colour = colour_cell,
					     .words = words_of,
					     .legend = legend,
					     .counts = counts,
					     .row_value = row_value,
					     .col_value = col_value};

	chart_heatmap_draw(matrix, options, scene, &look);
}
