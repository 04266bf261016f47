/* SPDX-License-Identifier: MIT */
/*
 * links - addresses numbered from 1 in the order in which they are first met.
 *
 * On paper a link is worthless without its address, so that each distinct one gets a number, and a
 * list says what stands behind it.  Addresses are borrowed.  Zeroed storage is an empty table, and may
 * be released.  Failure is sticky: without memory, `failed` is set and nothing more is added.
 */
#ifndef MESHREPORT_COMMON_LINKS_H
#define MESHREPORT_COMMON_LINKS_H

#include <stdbool.h>
#include <stdint.h>

struct links_entry {
	const char *url;
	uint32_t flags; /* the caller's */
};

struct links {
	struct links_entry *at; /* by number - 1 */
	uint32_t n, size;
	uint32_t *slots; /* a power of two of them: number, 0 for none */
	uint32_t n_slots;
	bool failed;
};

/* Its number, a new one if need be, and `flags` are added to its own; 0 for "" and without memory. */
uint32_t links_add(struct links *links, const char *url, uint32_t flags);
/* Its number, 0 when it is not among them. */
uint32_t links_number(const struct links *links, const char *url);
void links_release(struct links *links);

#endif
