/* SPDX-License-Identifier: MIT */
/* Loading a dataset from a string, for the tests of the loader. */
#ifndef DATASET_HELP_H
#define DATASET_HELP_H

#include "yaml/dataset_load.h"

#include <string.h>

struct loaded {
	struct dataset set;
	struct diag diag;
	struct buf messages;
	int status;
};

/* Lines 1 to 5; what a test adds begins in line 6, within the values of the one feature's siblings. */
#define HEAD                                                                              \
	"meshreport: 1\n"                                                                 \
	"title: T\n"                                                                      \
	"notes: {manual: by hand}\n"                                                      \
	"products: [{id: istio, name: I}, {id: linkerd, name: L, formerly: [conduit]}]\n" \
	"categories: [{id: c, features: [\n"
#define TAIL "]}]\n"
#define FEATURE "{id: f, name: F, values: {istio: yes}}"

/* Within `limits`. */
static inline void load_within(struct loaded *loaded, const char *yaml, size_t n,
			       const struct limits *limits)
{
	diag_init(&loaded->diag, 0);
	loaded->messages = (struct buf)BUF_INIT;
	loaded->status = dataset_load_bytes(&loaded->set, yaml, n, "d.yaml", limits, &loaded->diag);
	diag_print(&loaded->diag, &loaded->messages, false, false);
}

static inline void load(struct loaded *loaded, const char *yaml, size_t n)
{
	struct limits limits;

	limits_init(&limits);
	load_within(loaded, yaml, n, &limits);
}

static inline void unload(struct loaded *loaded)
{
	dataset_release(&loaded->set);
	diag_release(&loaded->diag);
	buf_release(&loaded->messages);
}

/* The cell, unpacked into memory that the eighth call after this one takes again; null for none. */
static inline const struct dataset_cell *cell_of(const struct dataset *set, uint32_t row,
						 const char *product)
{
	static struct dataset_cell found[8];
	static unsigned n;
	const struct dataset_feature *feature = &set->features[row];

	for (uint32_t i = 0; i < feature->n_cells; i++) {
		struct dataset_cell *cell = &found[n % 8];

		*cell = cells_at(&set->cells, feature->first_cell + i);
		if (strcmp(set->products[cell->product].id, product) == 0) {
			n++;
			return cell;
		}
	}
	return NULL;
}

#endif
