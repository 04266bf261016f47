/* SPDX-License-Identifier: MIT */
#include "common/write/fill.h"

static void put_bytes(struct out *out, const char *text, size_t n)
{
	out_bytes(out, text, n);
}

/* The place that stands in braces at `at`, or null. */
static const struct fill_place *place_at(const char *at, const struct fill_place *places, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t length = strlen(places[i].name);

		if (strncmp(at + 1, places[i].name, length) == 0 && at[1 + length] == '}')
			return &places[i];
	}
	return NULL;
}

void fill_write(struct out *out, const char *pattern, const struct fill_place *places, size_t n,
		fill_put *put)
{
	const char *done = pattern;

	if (!put)
		put = put_bytes;
	for (const char *at = strchr(pattern, '{'); at; at = strchr(at, '{')) {
		const struct fill_place *place = place_at(at, places, n);

		if (!place) {
			at++;
			continue;
		}
		put(out, done, (size_t)(at - done));
		put(out, place->value, strlen(place->value));
		at += strlen(place->name) + 2;
		done = at;
	}
	put(out, done, strlen(done));
}
