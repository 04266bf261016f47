/* SPDX-License-Identifier: MIT */
/*
 * docx_ranking - which products suit somebody, before the tables: places and scores, and what would decide it.
 */
#ifndef MESHREPORT_DOCX_RANKING_H
#define MESHREPORT_DOCX_RANKING_H

#include "docx/docx_book.h"

/* Nothing without a ranking. */
void docx_ranking_put(struct docx_book *book);

#endif
