/* SPDX-License-Identifier: MIT */
#include "html/html_names.h"

#include <string.h>

/* As strcmp() would say of two names. */
static int compare(const char *a, size_t n_a, const char *b, size_t n_b)
{
	int is = memcmp(a, b, n_a < n_b ? n_a : n_b);

	return is ? is : (n_a > n_b) - (n_a < n_b);
}

int html_names_read(struct html_names *names, const char *text, size_t n)
{
	const char *at = text, *end = text + n;

	names->n = 0;
	while (at < end) {
		const char *line_end = memchr(at, '\n', (size_t)(end - at));
		size_t length = (size_t)((line_end ? line_end : end) - at);
		size_t last = names->n;

		if (last == HTML_MAX_NAMES)
			return -1;
		if (last > 0 &&
		    compare(names->list[last - 1].at, names->list[last - 1].n, at, length) >= 0)
			return -1;
		names->list[last].at = at;
		names->list[last].n = length;
		names->n++;
		at += length + 1;
	}
	return 0;
}

static void make_short(size_t place, char made[HTML_SHORT])
{
	static const char letters[] =
		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
	const size_t n = sizeof(letters) - 1;

	made[0] = place < n ? '$' : place < 2 * n ? '_' : letters[n - 36 + (place - 2 * n) / 10];
	made[1] = place < 2 * n ? letters[place % n] : letters[n - 10 + (place - 2 * n) % 10];
}

bool html_names_find(const struct html_names *names, const char *name, size_t n,
		     char made[HTML_SHORT])
{
	size_t low = 0, high = names ? names->n : 0;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int is = compare(name, n, names->list[middle].at, names->list[middle].n);

		if (is == 0) {
			make_short(middle, made);
			return true;
		}
		if (is < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}
