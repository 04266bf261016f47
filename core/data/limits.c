/* SPDX-License-Identifier: MIT */
#include "data/limits.h"

#include "base/nearest.h"

#include <string.h>

/*
 * The defaults are well above what a real dataset of 100 MB needs (some 6 million values), and low
 * enough that what meets them took seconds and hundreds of megabytes, not hours.
 */
static const struct {
	const char *name;
	size_t at;
	uint64_t initial;
} limits_table[] = {
	{"input", offsetof(struct limits, input), UINT64_C(256) << 20},
	{"depth", offsetof(struct limits, depth), 64},
	{"nodes", offsetof(struct limits, nodes), 40000000},
	{"expansion", offsetof(struct limits, expansion), 10000000},
	{"scalar", offsetof(struct limits, scalar), 1 << 20},
	{"products", offsetof(struct limits, products), 2000},
	{"cells", offsetof(struct limits, cells), 10000000},
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
