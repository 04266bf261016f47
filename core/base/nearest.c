/* SPDX-License-Identifier: MIT */
#include "base/nearest.h"

#include <stdint.h>
#include <string.h>

static unsigned char fold(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t nearest_distance(const char *a, const char *b)
{
	size_t rows[3][NEAREST_MAX + 1];
	size_t *before = rows[0], *above = rows[1], *row = rows[2], *spare;
	size_t n_a = strlen(a), n_b = strlen(b);

	if (n_a > NEAREST_MAX || n_b > NEAREST_MAX)
		return SIZE_MAX;
	memset(rows, 0, sizeof(rows));
	for (size_t j = 0; j <= n_b; j++)
		above[j] = j;
	for (size_t i = 1; i <= n_a; i++) {
		row[0] = i;
		for (size_t j = 1; j <= n_b; j++) {
			size_t cost = fold(a[i - 1]) != fold(b[j - 1]);

			row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + cost);
			if (i > 1 && j > 1 && fold(a[i - 1]) == fold(b[j - 2]) &&
			    fold(a[i - 2]) == fold(b[j - 1]))
				row[j] = least(row[j], before[j - 2] + 1);
		}
		spare = before;
		before = above;
		above = row;
		row = spare;
	}
	return above[n_b];
}

void nearest_init(struct nearest *nearest, const char *word)
{
	*nearest = (struct nearest){.word = word, .n = strlen(word), .distance = SIZE_MAX};
}

void nearest_offer(struct nearest *nearest, const char *candidate)
{
	size_t n = strlen(candidate);
	size_t longer = n > nearest->n ? n : nearest->n;
	size_t shorter = n > nearest->n ? nearest->n : n;
	size_t allowed = longer < 6 ? 1 : longer / 3;
	size_t distance;

	if (nearest->n_offers++ >= NEAREST_OFFERS || longer > NEAREST_MAX ||
	    longer - shorter > allowed || shorter == 0)
		return;
	distance = nearest_distance(nearest->word, candidate);
	if (distance > allowed || distance >= longer || distance >= nearest->distance)
		return;
	nearest->best = candidate;
	nearest->distance = distance;
}

const char *nearest_of(const char *word, const char *const *words, size_t n)
{
	struct nearest nearest;

	nearest_init(&nearest, word);
	for (size_t i = 0; i < n; i++)
		nearest_offer(&nearest, words[i]);
	return nearest.best;
}
