/* SPDX-License-Identifier: MIT */
#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char digits[] = "0123456789";

const char *number_end(const char *text)
{
	const char *at = text + (*text == '-' || *text == '+');
	size_t whole = strspn(at, digits), part = 0;

	at += whole;
	if (*at == '.') {
		part = strspn(at + 1, digits);
		at += 1 + part;
	}
	return whole + part > 0 ? at : NULL;
}

/*
 * strtod() reads what number_end() has measured, of a copy that ends there, so "1e5" and "0x10" are
 * no numbers.  The program never calls setlocale(), so the decimal point is a point.
 */
bool number_read_part(const char *text, double *out, const char **out_end)
{
	const char *end = number_end(text);
	char copy[104];

	if (!end || (size_t)(end - text) >= sizeof(copy))
		return false;
	memcpy(copy, text, (size_t)(end - text));
	copy[end - text] = '\0';
	*out = strtod(copy, NULL);
	*out_end = end;
	return isfinite(*out) != 0;
}

bool number_read(const char *text, double *out)
{
	const char *end;

	return strlen(text) <= 100 && number_read_part(text, out, &end) && *end == '\0';
}

bool number_read_size(const char *text, uint64_t *out)
{
	static const char units[] = "kMG";
	size_t n = strspn(text, digits);
	const char *unit = text[n] ? strchr(units, text[n]) : NULL;
	uint64_t size = 0;

	if (n == 0 || (text[n] && (!unit || text[n + 1])))
		return false;
	for (size_t i = 0; i < n; i++) {
		uint64_t digit = (uint64_t)(text[i] - '0');

		if (size > (UINT64_MAX - digit) / 10)
			return false;
		size = size * 10 + digit;
	}
	int shift = unit ? (int)(10 * (unit - units + 1)) : 0;

	if (size > UINT64_MAX >> shift)
		return false;
	*out = size << shift;
	return true;
}

void number_write_size(uint64_t size, char out[NUMBER_SIZE])
{
	static const char units[] = "kMG";
	size_t unit = 0;
	int n;

	while (unit < 3 && size > 0 && size % 1024 == 0) {
		size /= 1024;
		unit++;
	}
	n = snprintf(out, NUMBER_SIZE - 1, "%llu", (unsigned long long)size);
	if (unit > 0 && n > 0) {
		out[n] = units[unit - 1];
		out[n + 1] = '\0';
	}
}
