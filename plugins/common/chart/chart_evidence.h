/* SPDX-License-Identifier: MIT */
/*
 * chart_evidence - how old a fact is, as the chart of evidence groups it.
 */
#ifndef COMMON_CHART_EVIDENCE_H
#define COMMON_CHART_EVIDENCE_H

#include "common/chart/chart.h"

/* From newest to oldest: up to 30, 90, 365, 730 days, and more. */
#define CHART_EVIDENCE_N_AGES 5

/* The day that ages are counted to: the clock's, else the last day of verification; year 0 for neither. */
struct mr_date chart_evidence_today(const struct mr_matrix *matrix, int64_t clock);

/* Whether a cell has a source or a day. */
bool chart_evidence_is_there(const struct mr_matrix *matrix);

/* Days from the first to the second. */
int64_t chart_evidence_days(struct mr_date from, struct mr_date to);

/* Of a day of verification; what lies after today counts as new. */
uint32_t chart_evidence_age(struct mr_date verified, struct mr_date today);

#endif
