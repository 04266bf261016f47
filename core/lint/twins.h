/* SPDX-License-Identifier: MIT */
/*
 * twins - one feature or product that stands there twice.
 */
#ifndef MESHREPORT_CORE_TWINS_H
#define MESHREPORT_CORE_TWINS_H

#include "lint/finding.h"

/* Features of one category, and products, whose names are alike (likeness.h). */
void twins_features(const struct lint *lint);
void twins_products(const struct lint *lint);

/* Features of one category whose names are one letter apart, which may be a slip or another thing. */
void twins_near(const struct lint *lint);

#endif
