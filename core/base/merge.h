/* SPDX-License-Identifier: MIT */
/*
 * merge - a stable sort: what compares equal stays in its order, and n elements take n log n steps.
 */
#ifndef MESHREPORT_CORE_MERGE_H
#define MESHREPORT_CORE_MERGE_H

#include <stdbool.h>
#include <stddef.h>

/* Elements may be this large. */
enum { MERGE_ELEMENT = 256 };

/*
 * Sorts `n` elements of `size` <= MERGE_ELEMENT bytes.  Where memory for a second copy of them is refused
 * the order is the same and the way there slower.
 */
void merge_sort(void *at, size_t n, size_t size, bool (*is_before)(const void *a, const void *b));

#endif
