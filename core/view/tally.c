/* SPDX-License-Identifier: MIT */
#include "view/tally.h"

#include <float.h>

void tally_add(struct mr_counts *counts, uint8_t like, double weight)
{
	if (like >= MR_N_LIKES)
		return;
	counts->n[like]++;
	counts->total++;
	counts->weighted[like] += weight;
}

void tally_merge(struct mr_counts *counts, const struct mr_counts *from)
{
	for (int like = 0; like < MR_N_LIKES; like++) {
		counts->n[like] += from->n[like];
		counts->weighted[like] += from->weighted[like];
	}
	counts->total += from->total;
}

void tally_finish(struct mr_counts *counts)
{
	const double *w = counts->weighted;
	double counted = w[MR_LIKE_YES] + w[MR_LIKE_PARTIAL] + w[MR_LIKE_NO] + w[MR_LIKE_UNKNOWN];

	counts->coverage = counted > 0 ? (w[MR_LIKE_YES] + w[MR_LIKE_PARTIAL] / 2) / counted : -1;
}
