/* SPDX-License-Identifier: MIT */
#include "data/dataset.h"

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
	const char *help;
} LIMITS[] = {
	{"input", offsetof(struct dataset_limits, input), UINT64_C(256) << 20,
	 "bytes of a dataset"},
	{"depth", offsetof(struct dataset_limits, depth), 64, "lists and mappings in each other"},
	{"nodes", offsetof(struct dataset_limits, nodes), 40000000, "values in the file"},
	{"expansion", offsetof(struct dataset_limits, expansion), 10000000,
	 "values that aliases stand for"},
	{"scalar", offsetof(struct dataset_limits, scalar), 1 << 20, "bytes of one text"},
	{"products", offsetof(struct dataset_limits, products), 2000, "products"},
	{"cells", offsetof(struct dataset_limits, cells), 10000000, "features by products"},
	{"logo", offsetof(struct dataset_limits, logo), 4 << 20, "bytes of one logo"},
	{"logos", offsetof(struct dataset_limits, logos), 64 << 20, "bytes of all logos"},
};

enum { N_LIMITS = sizeof(LIMITS) / sizeof(LIMITS[0]) };

static uint64_t *value_at(struct dataset_limits *limits, size_t index)
{
	return (uint64_t *)(void *)((char *)limits + LIMITS[index].at);
}

void dataset_limits_init(struct dataset_limits *limits)
{
	size_t i;

	for (i = 0; i < N_LIMITS; i++)
		*value_at(limits, i) = LIMITS[i].initial;
}

int dataset_limits_set(struct dataset_limits *limits, const char *key, uint64_t value)
{
	size_t i;

	for (i = 0; i < N_LIMITS; i++) {
		if (!strcmp(LIMITS[i].name, key)) {
			*value_at(limits, i) = value;
			return 0;
		}
	}
	return -1;
}

const char *dataset_limit_name(size_t index)
{
	return index < N_LIMITS ? LIMITS[index].name : NULL;
}

const char *dataset_limit_help(size_t index)
{
	return index < N_LIMITS ? LIMITS[index].help : NULL;
}

uint64_t dataset_limit_value(const struct dataset_limits *limits, size_t index)
{
	struct dataset_limits copy = *limits;

	return index < N_LIMITS ? *value_at(&copy, index) : 0;
}

const char *dataset_limit_nearest(const char *key)
{
	struct nearest nearest;
	size_t i;

	nearest_init(&nearest, key);
	for (i = 0; i < N_LIMITS; i++)
		nearest_offer(&nearest, LIMITS[i].name);
	return nearest.best;
}
