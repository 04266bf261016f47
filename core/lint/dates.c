/* SPDX-License-Identifier: MIT */
#include "lint/dates.h"

#include "base/date.h"
#include "view/evidence.h"

#include <stdio.h>

enum { DAY_SIZE = 24 };

static const char *shown(char out[DAY_SIZE], struct mr_date date)
{
	snprintf(out, DAY_SIZE, "%04d-%02d-%02d", date.year, date.month, date.day);
	return out;
}

/* Day `a` is behind day `b`; false where either is none. */
static bool is_behind(struct mr_date a, struct mr_date b)
{
	return a.year != 0 && b.year != 0 && date_to_days(a) > date_to_days(b);
}

typedef void look_fn(const struct lint *lint, struct finding at, struct mr_date verified);

/* What a row or column says for its cells; `evidence` may be null. */
static void look_row(const struct lint *lint, enum finding_kind kind, uint32_t index,
		     const struct dataset_evidence *evidence, look_fn *look)
{
	if (evidence && evidence->verified.year != 0)
		look(lint, finding_key(finding_at(lint, kind, index), "verified"),
		     evidence->verified);
}

/* Calls `look` for each day that is written: on products, categories, features and cells. */
static void each_day(const struct lint *lint, look_fn *look)
{
	const struct dataset *set = lint->set;

	for (uint32_t i = 0; i < set->n_products; i++)
		look_row(lint, FINDING_PRODUCT, i, set->products[i].evidence, look);
	for (uint32_t i = 0; i < set->n_categories; i++)
		look_row(lint, FINDING_CATEGORY, i, set->categories[i].evidence, look);
	for (uint32_t row = 0; row < set->n_features; row++) {
		const struct dataset_feature *feature = &set->features[row];

		look_row(lint, FINDING_FEATURE, row, feature->evidence, look);
		for (uint32_t i = 0; i < feature->n_cells; i++) {
			struct dataset_cell cell = cells_at(&set->cells, feature->first_cell + i);

			if (cell.detail && cell.detail->verified.year != 0)
				look(lint, finding_key(finding_at_cell(row, &cell), "verified"),
				     cell.detail->verified);
		}
	}
}

static void look_future(const struct lint *lint, struct finding at, struct mr_date verified)
{
	char day[DAY_SIZE], today[DAY_SIZE];

	if (is_behind(verified, lint->today))
		finding_say(lint, &at, "write the day on which someone looked",
			    "verified on %s, and today is %s", shown(day, verified),
			    shown(today, lint->today));
}

void dates_future(const struct lint *lint)
{
	struct finding at = finding_key(finding_at(lint, FINDING_TOP, 0), "as_of");
	char day[DAY_SIZE], today[DAY_SIZE];

	at.place = lint->set->as_of_place;
	if (is_behind(lint->set->as_of, lint->today))
		finding_say(lint, &at, "write the day on which the facts were true",
			    "as_of is %s, and today is %s", shown(day, lint->set->as_of),
			    shown(today, lint->today));
	each_day(lint, look_future);
}

static void look_late(const struct lint *lint, struct finding at, struct mr_date verified)
{
	char day[DAY_SIZE], as_of[DAY_SIZE];

	/* a day to come is told as one */
	if (is_behind(verified, lint->set->as_of) && !is_behind(verified, lint->today))
		finding_say(lint, &at, "set as_of to the day of the newest fact",
			    "verified on %s, and as_of is %s", shown(day, verified),
			    shown(as_of, lint->set->as_of));
}

void dates_late(const struct lint *lint)
{
	each_day(lint, look_late);
}

/* ---- stale */

static void look_stale(const struct lint *lint, struct finding at, struct mr_date verified)
{
	char day[DAY_SIZE], since[DAY_SIZE];

	if (is_behind(lint->since, verified))
		finding_say(lint, &at, "look again, and say when",
			    "verified on %s, and not since %s", shown(day, verified),
			    shown(since, lint->since));
}

/* One message a row: a comparison that never said so would have one a cell. */
static void look_never(const struct lint *lint, uint32_t row)
{
	const struct dataset *set = lint->set;
	const struct dataset_feature *feature = &set->features[row];
	struct finding at = finding_at(lint, FINDING_FEATURE, row);
	uint32_t n_never = 0, n = 0;

	for (uint32_t i = 0; i < feature->n_cells; i++) {
		struct dataset_cell cell = cells_at(&set->cells, feature->first_cell + i);
		bool is_stated = cell.kind != MR_CELL_STATUS ||
				 set->statuses[cell.status].like != MR_LIKE_UNKNOWN;

		n += is_stated;
		n_never += is_stated && evidence_of(set, feature, &cell).is.verified.year == 0;
	}
	if (n_never > 0)
		finding_say(lint, &at, "'verified: DAY' at a cell says when someone looked",
			    "%lu of %lu cells of this row %s not say when somebody verified %s",
			    (unsigned long)n_never, (unsigned long)n, n_never == 1 ? "does" : "do",
			    n_never == 1 ? "it" : "them");
}

void dates_stale(const struct lint *lint)
{
	if (lint->since.year == 0)
		return;
	each_day(lint, look_stale);
	for (uint32_t row = 0; row < lint->set->n_features; row++)
		look_never(lint, row);
}
