/* SPDX-License-Identifier: MIT */
/*
 * latex_links - the links of a table, numbered from 1 in the order of their first use.
 *
 * On paper a link is a number that leads to a list under the table.  Urls are borrowed.  When
 * memory runs out, `failed` is set and every number is 0.
 */
#ifndef LATEX_LINKS_H
#define LATEX_LINKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct latex_link {
	const char *url;
	bool is_source; /* a cell's source: only its number is printed, so the list must be */
};

struct latex_links {
	struct latex_link *at; /* by number - 1 */
	uint32_t n, capacity;
	uint32_t *slots; /* number, 0 for none; a power of two of them */
	uint32_t n_slots;
	uint32_t n_sources;
	bool failed;
};

uint32_t latex_links_number(struct latex_links *links, const char *url, bool is_source);
void latex_links_release(struct latex_links *links);

#endif
