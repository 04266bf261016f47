/* SPDX-License-Identifier: MIT */
/*
 * check_rows - products, categories and features.
 */
#ifndef MESHREPORT_CORE_CHECK_ROWS_H
#define MESHREPORT_CORE_CHECK_ROWS_H

#include "check/check_value.h"

void check_rows_products(struct check *check);
/* The categories with their features. */
void check_rows_categories(struct check *check);

#endif
