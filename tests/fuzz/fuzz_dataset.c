/* SPDX-License-Identifier: MIT */
/*
 * Any bytes at all through the whole loader and every rule of lint: no crash, no leak, and a failure always
 * has a message.
 *
 * seeds: tests/fuzz/seeds/dataset data/servicemesh.yaml tests/golden/dataset.yaml tests/golden/bad.yaml
 * sources: core/yaml/ core/check/ core/lint/ core/view/ core/data/ core/base/
 */
#include "lint/lint.h"
#include "yaml/dataset_load.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* What a later reader relies on, walked through so that a wrong index is seen here. */
static size_t walk(const struct dataset *set)
{
	const struct dataset_feature *feature;
	struct dataset_cell cell;
	size_t sum = 0;
	uint32_t row, i;

	for (row = 0; row < set->n_features; row++) {
		feature = &set->features[row];
		sum += feature->name->n_bytes + set->categories[feature->category].n_features;
		for (i = 0; i < feature->n_cells; i++) {
			cell = cells_at(&set->cells, feature->first_cell + i);
			sum += (unsigned char)set->products[cell.product].id[0];
			if (cell.status != DATASET_NO_STATUS)
				sum += (unsigned char)set->statuses[cell.status].id[0];
			else if (cell.kind == MR_CELL_TEXT)
				sum += cell.text->n_bytes;
		}
	}
	return sum;
}

static void ask_all_rules(const struct dataset *set, struct diag *diag)
{
	const struct lint lint = {.set = set,
				  .file = "fuzz.yaml",
				  .diag = diag,
				  .today = {2019, 11, 6},
				  .since = {2019, 10, 1}};
	struct policy policy;

	policy_init(&policy);
	policy_set(&policy, "all", diag);
	lint_check(&lint, &policy);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct limits limits;
	struct dataset set;
	struct diag diag;
	struct buf out = BUF_INIT;
	int status;

	limits_init(&limits);
	limits.expansion = 2000;
	diag_init(&diag, 20);
	status = dataset_load_bytes(&set, bytes, n, "fuzz.yaml", &limits, &diag);
	if (status == 0 ? walk(&set) == 0 : !diag_has_errors(&diag))
		abort();
	if (status == 0)
		ask_all_rules(&set, &diag);
	if (status == 0 && diag_has_errors(&diag))
		abort();
	diag_print(&diag, &out, false, false);
	buf_release(&out);
	dataset_release(&set);
	diag_release(&diag);
	return 0;
}
