/* SPDX-License-Identifier: MIT */
#include "view/evidence.h"

#include "view/cell.h"

/* What is not said yet is taken from `from`, which may be null. */
static void add(struct dataset_evidence *out, const struct dataset_evidence *from)
{
	if (!from)
		return;
	if (!out->sources.n)
		out->sources = from->sources;
	if (!*out->since)
		out->since = from->since;
	if (!out->verified.year)
		out->verified = from->verified;
}

struct dataset_evidence evidence_inherited(const struct dataset *set,
					   const struct dataset_feature *feature, uint32_t product,
					   uint8_t kind, uint8_t like)
{
	struct dataset_evidence found = {.since = ""};

	if (kind == MR_CELL_STATUS && like == MR_LIKE_UNKNOWN)
		return found;
	add(&found, feature->evidence);
	add(&found, set->categories[feature->category].evidence);
	add(&found, set->products[product].evidence);
	if (like != MR_LIKE_YES && like != MR_LIKE_PARTIAL)
		found.since = "";
	return found;
}

struct dataset_evidence evidence_of(const struct dataset *set,
				    const struct dataset_feature *feature,
				    const struct dataset_cell *cell)
{
	struct dataset_evidence found = {.since = ""}, inherited;

	if (!cell)
		return found;
	if (cell->detail)
		found = (struct dataset_evidence){cell->detail->sources, cell->detail->since,
						  cell->detail->verified};
	inherited =
		evidence_inherited(set, feature, cell->product, cell->kind, cell_like(set, cell));
	add(&found, &inherited);
	return found;
}
