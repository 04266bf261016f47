/* SPDX-License-Identifier: MIT */
/*
 * profiles - what readers need, as the dataset says it, in terms of what is shown.
 *
 * A profile may name features that are not shown: what the products say to these stands beside the requirement.
 * Linear in the cells that profiles name.
 */
#ifndef MESHREPORT_CORE_PROFILES_H
#define MESHREPORT_CORE_PROFILES_H

#include "base/arena.h"
#include "data/dataset.h"

#include <meshreport/plugin.h>
#include <stdint.h>

/* What is shown: columns and rows by product and by feature of the dataset, MR_NO_INDEX for none. */
struct profiles_places {
	const uint32_t *columns, *rows;
	uint32_t n_columns;
};

/* The places of the products `cols` and the features `rows`; null members where memory ran out. */
struct profiles_places profiles_index(const struct dataset *set, const struct mr_array *cols,
				      const struct mr_array *rows, struct arena *arena);

/* What is required, as a format sees it; in `arena`, whose `failed` tells. */
struct mr_requirement profiles_requirement(const struct dataset *set,
					   const struct dataset_requirement *from,
					   const struct profiles_places *places,
					   struct arena *arena);

/* struct mr_profile, all of the dataset's. */
struct mr_array profiles_show(const struct dataset *set, const struct mr_array *cols,
			      const struct mr_array *rows, struct arena *arena);

#endif
