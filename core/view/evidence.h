/* SPDX-License-Identifier: MIT */
/*
 * evidence - how a cell is known: what it says itself, else its feature, its category, its product.
 *
 * Each of source, verified and since is looked for on its own.  They hold for cells that state something, which a
 * status that counts as unknown does not; `since` only for what there is, a yes or partly.
 */
#ifndef MESHREPORT_CORE_EVIDENCE_H
#define MESHREPORT_CORE_EVIDENCE_H

#include "data/dataset.h"

/* enum mr_from, of each. */
struct evidence_from {
	uint8_t sources, since, verified;
};

struct evidence {
	struct dataset_evidence is;
	struct evidence_from from; /* who says it */
};

/*
 * What a cell of `feature` and of the product with that index has if it says nothing itself; `kind` and `like` are
 * the cell's.
 */
struct dataset_evidence evidence_inherited(const struct dataset *set,
					   const struct dataset_feature *feature, uint32_t product,
					   uint8_t kind, uint8_t like);

/* What holds for a cell, which may be null: not stated. */
struct evidence evidence_of(const struct dataset *set, const struct dataset_feature *feature,
			    const struct dataset_cell *cell);

#endif
