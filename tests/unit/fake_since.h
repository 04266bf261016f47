/* SPDX-License-Identifier: MIT */
/*
 * fake_since - an older edition for a fake matrix: products of equal names are the same, of both all features are.
 *
 *     fake_since_init(&since, &now, &then);     // both counted; sets now.matrix.since
 *     ...
 *     fake_since_release(&since);               // before the two
 */
#ifndef TESTS_FAKE_SINCE_H
#define TESTS_FAKE_SINCE_H

#include "fake_matrix.h"

struct fake_since {
	struct mr_since since;
	FAKE_STRUCT(mr_was) * products, *features, *cells;
	uint32_t *gone;
};

static inline uint32_t fake_since_find(const struct mr_matrix *m, const char *name)
{
	for (uint32_t i = 0; i < m->products.n; i++)
		if (strcmp(mr_product_at(m, i)->name, name) == 0)
			return i;
	return MR_NO_INDEX;
}

static inline void fake_since_init(struct fake_since *fake, struct fake_matrix *now,
				   struct fake_matrix *then)
{
	struct mr_matrix *m = &now->matrix, *old = &then->matrix;

	*fake = (struct fake_since){.since = {.struct_size = sizeof fake->since, .old = old}};
	fake->products = calloc(m->products.n, sizeof *fake->products);
	fake->features = calloc(m->features.n, sizeof *fake->features);
	fake->cells = calloc(m->cells.n, sizeof *fake->cells);
	fake->gone = calloc(old->products.n, sizeof *fake->gone);
	if (!fake->products || !fake->features || !fake->cells || !fake->gone)
		abort();
	fake->since.products =
		(struct mr_array){fake->products, m->products.n, sizeof *fake->products};
	fake->since.features =
		(struct mr_array){fake->features, m->features.n, sizeof *fake->features};
	fake->since.cells = (struct mr_array){fake->cells, m->cells.n, sizeof *fake->cells};
	for (uint32_t i = 0; i < m->products.n; i++) {
		fake->products[i].it.then = fake_since_find(old, mr_product_at(m, i)->name);
		if (fake->products[i].it.then == MR_NO_INDEX) {
			fake->products[i].it.kind = MR_CHANGE_ADDED;
			fake->since.n_products_added++;
		}
	}
	for (uint32_t row = 0; row < m->features.n; row++)
		fake->features[row].it.then = row;
	fake->since.gone_products = (struct mr_array){fake->gone, 0, sizeof *fake->gone};
	for (uint32_t i = 0; i < old->products.n; i++)
		if (fake_since_find(m, mr_product_at(old, i)->name) == MR_NO_INDEX)
			fake->gone[fake->since.gone_products.n++] = i;
	m->since = &fake->since;
}

static inline void fake_since_release(struct fake_since *fake)
{
	free(fake->products);
	free(fake->features);
	free(fake->cells);
	free(fake->gone);
}

#endif
