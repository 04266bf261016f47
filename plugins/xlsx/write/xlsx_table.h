/* SPDX-License-Identifier: MIT */
/*
 * xlsx_table - the comparison as a sheet: a head row, a row for each named category and each feature, a column for
 * each product and one for descriptions.
 */
#ifndef MESHREPORT_XLSX_TABLE_H
#define MESHREPORT_XLSX_TABLE_H

#include "xlsx/xlsx_writer.h"

/* Gives rows and columns their places; -1 after an error was reported: the sheet has not enough of them. */
int xlsx_table_place(struct xlsx_writer *writer);

void xlsx_table_write(struct xlsx_writer *writer);

#endif
