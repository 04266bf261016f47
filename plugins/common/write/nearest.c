/* SPDX-License-Identifier: MIT */
#include "common/write/nearest.h"

#include "common/write/ascii.h"

#include <string.h>

#define LONGEST 47u

unsigned nearest_distance(const char *a, const char *b)
{
	unsigned row[LONGEST + 1];
	size_t n = strlen(b);

	if (n > LONGEST || strlen(a) > LONGEST)
		return NEAREST_FAR;
	for (size_t j = 0; j <= n; j++)
		row[j] = (unsigned)j;
	for (size_t i = 0; a[i]; i++) {
		unsigned diagonal = row[0];

		row[0] = (unsigned)i + 1;
		for (size_t j = 0; j < n; j++) {
			unsigned best = diagonal + (ascii_lower(a[i]) != ascii_lower(b[j]));

			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j + 1] + 1 < best)
				best = row[j + 1] + 1;
			diagonal = row[j + 1];
			row[j + 1] = best;
		}
	}
	return row[n];
}

unsigned nearest_limit(const char *word)
{
	size_t n = strlen(word);

	return n < 4 ? 1 : n < 12 ? 2 : 3;
}
