/* SPDX-License-Identifier: MIT */
/*
 * text_measure - goes through the matrix once, row by row: numbers the references in the order in which a reader
 * meets them, and learns what each column wants.
 */
#ifndef MESHREPORT_TEXT_MEASURE_H
#define MESHREPORT_TEXT_MEASURE_H

#include "text/text_layout.h"
#include "text/text_page.h"

struct text_measures {
	struct text_column *columns; /* the features', then one a product */
	/* Natural widths of names and cells, row by row, the feature first; at most UINT16_MAX. */
	uint16_t *naturals;
};

/* Memory of the job. */
void text_measure_all(struct text_page *page, struct text_measures *out);

/* How many rows have a field that does not fit into its column; widths are those of `columns` and `groups`. */
uint32_t text_measure_wrapped(const struct text_page *page, const struct text_measures *measures,
			      const struct text_group *groups, uint32_t n_groups);

#endif
