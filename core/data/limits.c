/* SPDX-License-Identifier: MIT */
#include "data/limits.h"

#include "base/nearest.h"

#include <string.h>

/*
 * The defaults are well above what a real dataset of 100 MB needs (some 6 million values), and low
 * enough that what meets them took seconds and hundreds of megabytes, not hours.  What aliases and blank cells
 * amount to is bounded by what stands in the file: absolute numbers that a real 100 MB stays below let 300 kB have gigabytes.
 */
static const struct {
	const char *name;
	size_t at;
	uint64_t initial;
} limits_table[] = {
	{"input", offsetof(struct limits, input), UINT64_C(256) << 20},
	{"depth", offsetof(struct limits, depth), 64},
	{"nodes", offsetof(struct limits, nodes), 40000000},
	{"expansion", offsetof(struct limits, expansion), LIMITS_BY_WEIGHT},
	{"scalar", offsetof(struct limits, scalar), 1 << 20},
	{"products", offsetof(struct limits, products), 2000},
	{"statuses", offsetof(struct limits, statuses), 1000},
	{"cells", offsetof(struct limits, cells), 10000000},
	{"blank", offsetof(struct limits, blank), LIMITS_BY_WEIGHT},
	{"logo", offsetof(struct limits, logo), 4 << 20},
	{"logos", offsetof(struct limits, logos), 64 << 20},
	{"memory", offsetof(struct limits, memory), UINT64_C(4) << 30},
	{"artifact", offsetof(struct limits, artifact), UINT64_C(2) << 30},
};

enum { N_LIMITS = sizeof(limits_table) / sizeof(limits_table[0]) };

static uint64_t *value_at(struct limits *limits, size_t index)
{
	return (uint64_t *)(void *)((char *)limits + limits_table[index].at);
}

void limits_init(struct limits *limits)
{
	for (size_t i = 0; i < N_LIMITS; i++)
		*value_at(limits, i) = limits_table[i].initial;
}

int limits_set(struct limits *limits, const char *key, uint64_t value)
{
	for (size_t i = 0; i < N_LIMITS; i++) {
		if (strcmp(limits_table[i].name, key) == 0) {
			*value_at(limits, i) = value;
			return 0;
		}
	}
	return -1;
}

uint64_t limits_most(uint64_t limit, uint64_t n_written)
{
	if (limit != LIMITS_BY_WEIGHT)
		return limit;
	if (n_written > (UINT64_MAX - LIMITS_LEAST) / LIMITS_EACH)
		return UINT64_MAX;
	return LIMITS_LEAST + LIMITS_EACH * n_written;
}

void limits_put_most(struct buf *out, const char *key, uint64_t limit, uint64_t n_written,
		     const char *what)
{
	if (limit != LIMITS_BY_WEIGHT)
		buf_printf(out, "%llu", (unsigned long long)limit);
	else
		buf_printf(out, "%llu and %llu for each of the %llu %s",
			   (unsigned long long)LIMITS_LEAST, (unsigned long long)LIMITS_EACH,
			   (unsigned long long)n_written, what);
	buf_printf(out, " (--limit %s=N)", key);
}

const char *limits_nearest(const char *key)
{
	struct nearest nearest;

	nearest_init(&nearest, key);
	for (size_t i = 0; i < N_LIMITS; i++)
		nearest_offer(&nearest, limits_table[i].name);
	return nearest.best;
}

void limits_put_names(struct buf *out)
{
	for (size_t i = 0; i < N_LIMITS; i++)
		buf_printf(out, "%s%s", i > 0 ? ", " : "", limits_table[i].name);
}
