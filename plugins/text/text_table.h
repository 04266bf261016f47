/* SPDX-License-Identifier: MIT */
/*
 * text_table - the comparison as tables: one for each group of products, the column of features before each.
 */
#ifndef MESHREPORT_TEXT_TABLE_H
#define MESHREPORT_TEXT_TABLE_H

#include "text/text_measure.h"
#include "text/text_page.h"

/* 0, or -1 where the products do not fit and nothing was written. */
int text_table_put(struct text_page *page, const struct text_measures *measures);

#endif
