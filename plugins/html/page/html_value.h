/* SPDX-License-Identifier: MIT */
/*
 * html_value - the value of a cell in words: what an older edition is quoted by.
 */
#ifndef MESHREPORT_HTML_VALUE_H
#define MESHREPORT_HTML_VALUE_H

#include "html/html_page.h"

/* A cell of `m` without marks, sources and dates. */
void html_value_put(struct html_page *page, struct out *out, const struct mr_matrix *m,
		    const struct mr_cell *cell);

#endif
