/* SPDX-License-Identifier: MIT */
/*
 * check_evidence - sources, and what a product, category or feature says of how its cells are known.
 */
#ifndef MESHREPORT_CORE_CHECK_EVIDENCE_H
#define MESHREPORT_CORE_CHECK_EVIDENCE_H

#include "check/check_value.h"

/* The list `source` of what `spot` names. */
void check_evidence_sources(struct check *check, const struct spot *spot,
			    const struct raw_list *list, struct dataset_ids *out);

/* Evidence `number` (see raw_add_evidence()) of what `spot` names; null for none. */
const struct dataset_evidence *check_evidence(struct check *check, const struct spot *spot,
					      uint32_t number);

#endif
