/* SPDX-License-Identifier: MIT */
#include "common/write/unshown.h"

void unshown_days(struct mr_job *job, const char *instead)
{
	const struct mr_matrix *m = job->matrix;

	for (uint32_t row = 0; row < m->features.n; row++)
		for (uint32_t col = 0; col < m->products.n; col++) {
			const struct mr_cell_detail *detail = mr_cell_at(m, row, col)->detail;

			if (!detail || detail->verified.year == 0)
				continue;
			job->diag(job, MR_NOTE, NULL,
				  "the days on which cells were verified are not shown; %s",
				  instead);
			return;
		}
}
