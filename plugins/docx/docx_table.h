/* SPDX-License-Identifier: MIT */
/*
 * docx_table - a group of products as a table: a head row that is repeated on each page, a row for each named category,
 * one for each feature, none of which is split between pages.
 */
#ifndef MESHREPORT_DOCX_TABLE_H
#define MESHREPORT_DOCX_TABLE_H

#include "docx/docx_book.h"

void docx_table_put(struct docx_book *book, const struct docx_group *group);

#endif
