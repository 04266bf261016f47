/* SPDX-License-Identifier: MIT */
/*
 * html_narrow - the matrix of one page of several: a category, or a product.
 *
 * Nothing is counted and nothing numbered: the host did both, by category and product, and what is here are parts of the
 * whole.  Cells, counts and what changed lie where they lay, with other strides.  Notes keep their numbers: they are the same in each page.
 * A ranking compares all products, and stays with the whole.
 */
#ifndef MESHREPORT_HTML_NARROW_H
#define MESHREPORT_HTML_NARROW_H

#include <meshreport/plugin.h>

/* What a narrowed matrix is made of besides the whole; its memory is the job's and serves one page after the other. */
struct html_narrow {
	struct mr_job *job;
	struct mr_matrix m;
	struct mr_since since;
	struct mr_product *products; /* with the counts of one category */
	struct mr_feature *features;
	struct mr_category category;
};

void html_narrow_init(struct html_narrow *narrow, struct mr_job *job);

/* Valid until the next one is made. */
const struct mr_matrix *html_narrow_category(struct html_narrow *narrow, uint32_t index);
const struct mr_matrix *html_narrow_product(struct html_narrow *narrow, uint32_t col);

#endif
