/* SPDX-License-Identifier: MIT */
/*
 * sides - what differs in the names of rows and columns and what else stands on them, and in the document itself.
 */
#ifndef MESHREPORT_CORE_SIDES_H
#define MESHREPORT_CORE_SIDES_H

#include "change/compare.h"

void sides_products(const struct compare *compare, struct mr_was *was, const struct mr_product *now,
		    const struct mr_product *then);
void sides_categories(const struct compare *compare, struct mr_was *was,
		      const struct mr_category *now, const struct mr_category *then);
void sides_features(const struct compare *compare, struct mr_was *was, const struct mr_feature *now,
		    const struct mr_feature *then);

/* How many of title, subtitle, day and credit differ. */
uint32_t sides_document(const struct compare *compare);

#endif
