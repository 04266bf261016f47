/* SPDX-License-Identifier: MIT */
/*
 * xlsx_ranking - the sheet of a ranking: places and scores as numbers that can be sorted and charted, what a product lacks
 * or what is open, and below what would decide it.
 */
#ifndef MESHREPORT_XLSX_RANKING_H
#define MESHREPORT_XLSX_RANKING_H

#include "xlsx/xlsx_writer.h"

/* Of a workbook with such a sheet. */
void xlsx_ranking_write(struct xlsx_writer *writer);

#endif
