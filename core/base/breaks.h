/* SPDX-License-Identifier: MIT */
/*
 * breaks - where YAML 1.1 ends lines (section 5.4): LF, CR, both, NEL, LS and PS.
 */
#ifndef MESHREPORT_CORE_BREAKS_H
#define MESHREPORT_CORE_BREAKS_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* The bytes of the line end at the head of `n` bytes, 0 where none is. */
static inline size_t breaks_length(const char *at, size_t n)
{
	if (n > 0 && *at == '\n')
		return 1;
	if (n > 0 && *at == '\r')
		return n > 1 && at[1] == '\n' ? 2 : 1;
	if (n > 1 && memcmp(at, "\xC2\x85", 2) == 0)
		return 2;
	if (n > 2 && (memcmp(at, "\xE2\x80\xA8", 3) == 0 || memcmp(at, "\xE2\x80\xA9", 3) == 0))
		return 3;
	return 0;
}

/* Whether it is one that every editor knows; the others are kept as they are within scalars. */
static inline bool breaks_is_common(const char *at)
{
	return *at == '\n' || *at == '\r';
}

/* The bytes before the next line end. */
static inline size_t breaks_line(const char *at, size_t n)
{
	size_t i = 0;

	while (i < n && breaks_length(at + i, n - i) == 0)
		i++;
	return i;
}

/* Whether `n` bytes end in a line end. */
static inline bool breaks_end(const char *at, size_t n)
{
	for (size_t length = 1; length <= 3 && length <= n; length++)
		if (breaks_length(at + n - length, length) == length)
			return true;
	return false;
}

#endif
