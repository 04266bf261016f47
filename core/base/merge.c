/* SPDX-License-Identifier: MIT */
#include "base/merge.h"

#include "base/mem.h"

#include <string.h>

enum { FEW = 64 };

/* What is asked of each step. */
struct merge {
	size_t size;
	bool (*is_before)(const void *a, const void *b);
};

/* By insertion, which is the shortest way where nearly all is in order. */
static void sort_few(const struct merge *merge, char *at, size_t n)
{
	char moved[MERGE_ELEMENT];
	size_t size = merge->size;

	for (size_t i = 1; i < n; i++) {
		size_t j = i;

		while (j > 0 && merge->is_before(at + i * size, at + (j - 1) * size))
			j--;
		if (j == i)
			continue;
		memcpy(moved, at + i * size, size);
		memmove(at + (j + 1) * size, at + j * size, (i - j) * size);
		memcpy(at + j * size, moved, size);
	}
}

/* Two sorted runs, the second from `half` on, into `to`. */
static void join(const struct merge *merge, const char *from, size_t half, size_t n, char *to)
{
	size_t a = 0, b = half, size = merge->size;

	for (size_t i = 0; i < n; i++, to += size) {
		bool is_second =
			a >= half || (b < n && merge->is_before(from + b * size, from + a * size));

		memcpy(to, from + (is_second ? b++ : a++) * size, size);
	}
}

static void sort_many(const struct merge *merge, char *at, size_t n, char *spare)
{
	size_t size = merge->size;

	for (size_t i = 0; i < n; i += FEW)
		sort_few(merge, at + i * size, n - i < FEW ? n - i : FEW);
	for (size_t run = FEW; run < n; run *= 2) {
		for (size_t i = 0; i < n; i += 2 * run) {
			size_t left = n - i, both = left < 2 * run ? left : 2 * run;

			join(merge, at + i * size, run < both ? run : both, both, spare + i * size);
		}
		memcpy(at, spare, n * size);
	}
}

void merge_sort(void *at, size_t n, size_t size, bool (*is_before)(const void *a, const void *b))
{
	const struct merge merge = {size, is_before};
	char *spare;

	if (n < 2)
		return;
	spare = n > FEW ? mem_resize(NULL, n, size) : NULL;
	if (spare)
		sort_many(&merge, at, n, spare);
	else
		sort_few(&merge, at, n);
	mem_free(spare);
}
