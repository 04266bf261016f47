/* SPDX-License-Identifier: MIT */
/*
 * match - who is who in two editions: each product, category and feature of the new one and the same in the old one.
 *
 *   1. the same id;
 *   2. an id among its `formerly`;
 *   3. where wanted: equal folded names (folded.h), of features first within categories of equal names.  A name
 *      that stands twice in an edition matches nothing.
 *
 * Each is matched once at most.  All indexes are those of the datasets.
 */
#ifndef MESHREPORT_CORE_MATCH_H
#define MESHREPORT_CORE_MATCH_H

#include "base/arena.h"
#include "data/dataset.h"

#include <stdbool.h>
#include <stdint.h>

/* Of products, categories or features; MR_NO_INDEX for none. */
struct match {
	uint32_t n_new, n_old;
	uint32_t *then; /* by index in the new edition: in the old one */
	uint32_t *now; /* the other way round */
	bool *is_moved; /* by index in the new one: in another order, of features also in another category */
};

struct match_all {
	struct match products, categories, features;
};

/* 0, or -1 without memory; the arrays live in `arena`. */
int match_editions(const struct dataset *set, const struct dataset *old, bool by_name,
		   struct arena *arena, struct match_all *out);

/*
 * Warns of ids that seem to have swapped their meaning, with their places: the name that an id has now was another's
 * in the old edition.  Also of editions that have no product or no feature in common.
 */
void match_doubt(const struct match_all *match, const struct dataset *set,
		 const struct dataset *old, struct diag *diag);

#endif
