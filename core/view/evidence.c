/* SPDX-License-Identifier: MIT */
#include "view/evidence.h"

#include "view/cell.h"

/* What is not said yet is taken from `more`, which may be null. */
static void add(struct evidence *out, const struct dataset_evidence *more, enum mr_from from)
{
	if (!more)
		return;
	if (!out->is.sources.n) {
		out->is.sources = more->sources;
		out->from.sources = (uint8_t)from;
	}
	if (!*out->is.since) {
		out->is.since = more->since;
		out->from.since = (uint8_t)from;
	}
	if (!out->is.verified.year) {
		out->is.verified = more->verified;
		out->from.verified = (uint8_t)from;
	}
}

static void inherit(const struct dataset *set, const struct dataset_feature *feature,
		    uint32_t product, uint8_t kind, uint8_t like, struct evidence *found)
{
	const char *since = found->is.since;

	if (kind == MR_CELL_STATUS && like == MR_LIKE_UNKNOWN)
		return;
	add(found, feature->evidence, MR_FROM_FEATURE);
	add(found, set->categories[feature->category].evidence, MR_FROM_CATEGORY);
	add(found, set->products[product].evidence, MR_FROM_PRODUCT);
	if (like != MR_LIKE_YES && like != MR_LIKE_PARTIAL)
		found->is.since = since;
}

struct dataset_evidence evidence_inherited(const struct dataset *set,
					   const struct dataset_feature *feature, uint32_t product,
					   uint8_t kind, uint8_t like)
{
	struct evidence found = {.is = {.since = ""}};

	inherit(set, feature, product, kind, like, &found);
	return found.is;
}

struct evidence evidence_of(const struct dataset *set, const struct dataset_feature *feature,
			    const struct dataset_cell *cell)
{
	struct evidence found = {.is = {.since = ""}};

	if (cell && cell->detail)
		found.is = (struct dataset_evidence){cell->detail->sources, cell->detail->since,
						     cell->detail->verified};
	if (cell)
		inherit(set, feature, cell->product, cell->kind, cell_like(set, cell), &found);
	return found;
}
