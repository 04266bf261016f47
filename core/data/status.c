/* SPDX-License-Identifier: MIT */
#include "data/status.h"

#include "data/schema.h"

const char *status_symbol(const struct dataset *dataset, uint32_t status)
{
	const struct dataset_status *is = &dataset->statuses[status];

	if (*is->symbol)
		return is->symbol;
	return schema_builtin(status < DATASET_N_BUILTINS ? (enum dataset_builtin)status
							  : schema_of_like(is->like))
		->symbol;
}
