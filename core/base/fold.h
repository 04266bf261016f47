/* SPDX-License-Identifier: MIT */
/*
 * fold - an order of names that is the same in every locale: code points, letters without case.
 *
 * Case is folded as the simple foldings (status C and S) of Unicode's CaseFolding.txt have it, for
 * every script that has case; fold_table.inc holds them.  No accent is dropped: "Łódź" stands behind
 * "Zürich", in every country alike.
 */
#ifndef MESHREPORT_CORE_FOLD_H
#define MESHREPORT_CORE_FOLD_H

#include <stdint.h>

uint32_t fold_code_point(uint32_t code_point);

/* <0, 0, >0 as strcmp; both are valid UTF-8. */
int fold_compare(const char *a, const char *b);

#endif
