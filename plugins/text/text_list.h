/* SPDX-License-Identifier: MIT */
/*
 * text_list - the comparison as a list, for a page that is too narrow for a table: each feature with a line for each
 * product.
 */
#ifndef MESHREPORT_TEXT_LIST_H
#define MESHREPORT_TEXT_LIST_H

#include "text/text_page.h"

void text_list_put(struct text_page *page);

#endif
