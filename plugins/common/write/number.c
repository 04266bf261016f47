/* SPDX-License-Identifier: MIT */
#include "common/write/number.h"

#include <stdbool.h>

#define LARGEST 9e9
#define MOST_EXACT 1000000000000000 /* 15 digits: what a double tells apart in any decimal */

static const uint32_t powers_of_ten[] = {1,      10,      100,      1000,      10000,
					 100000, 1000000, 10000000, 100000000, 1000000000};

/* At most 20 digits and a NUL. */
static size_t write_digits(char *text, uint64_t value)
{
	char digits[20];
	size_t at = sizeof(digits), n;
	uint32_t low;

	for (; value > UINT32_MAX; value /= 10)
		digits[--at] = (char)('0' + value % 10);
	low = (uint32_t)value;
	do {
		digits[--at] = (char)('0' + low % 10);
		low /= 10;
	} while (low != 0);
	n = sizeof(digits) - at;
	for (size_t i = 0; i < n; i++)
		text[i] = digits[at + i];
	text[n] = '\0';
	return n;
}

size_t number_unsigned(char text[NUMBER_SIZE], uint64_t value)
{
	return write_digits(text, value);
}

size_t number_signed(char text[NUMBER_SIZE], int64_t value)
{
	if (value >= 0)
		return write_digits(text, (uint64_t)value);
	text[0] = '-';
	return 1 + write_digits(text + 1, (uint64_t)0 - (uint64_t)value);
}

size_t number_fixed(char text[NUMBER_SIZE], double value, unsigned n_decimals)
{
	unsigned n_digits = n_decimals > 9 ? 9 : n_decimals;
	uint32_t unit = powers_of_ten[n_digits];
	bool is_negative = value < 0;
	double size = is_negative ? -value : value;
	uint64_t scaled;
	uint32_t rest;
	size_t n = 0;

	if (!(size >= 0)) /* not a number */
		size = 0;
	if (size > LARGEST)
		size = LARGEST;
	scaled = (uint64_t)(size * (double)unit + 0.5);
	if (is_negative && scaled != 0)
		text[n++] = '-';
	if (scaled <= UINT32_MAX) { /* most are, and small divisions are the faster ones */
		n += write_digits(text + n, (uint32_t)scaled / unit);
		rest = (uint32_t)scaled % unit;
	} else {
		n += write_digits(text + n, scaled / unit);
		rest = (uint32_t)(scaled % unit);
	}
	if (n_digits == 0)
		return n;
	text[n++] = '.';
	for (unsigned i = n_digits; i-- > 0; rest /= 10)
		text[n + i] = (char)('0' + rest % 10);
	n += n_digits;
	text[n] = '\0';
	return n;
}

size_t number_decimal(char text[NUMBER_SIZE], double value, unsigned n_decimals)
{
	size_t n = number_fixed(text, value, n_decimals);

	if (n_decimals > 0) {
		while (text[n - 1] == '0')
			n--;
		if (text[n - 1] == '.')
			n--;
		text[n] = '\0';
	}
	return n;
}

unsigned number_percent(double share)
{
	double percent = share * 100;

	if (!(percent > 0))
		return 0;
	if (percent >= 100)
		return 100;
	if (percent < 1)
		return 1;
	if (percent > 99)
		return 99;
	return (unsigned)(percent + 0.5);
}

size_t number_exact(char text[NUMBER_SIZE], double value)
{
	uint64_t scaled = 0, unit = 1;
	unsigned n_digits = 0;
	size_t n;

	for (uint64_t scale = 1; scale <= MOST_EXACT && value * (double)scale < 9e15; scale *= 10) {
		scaled = (uint64_t)(value * (double)scale + 0.5);
		unit = scale;
		if ((double)scaled / (double)scale == value)
			break;
	}
	for (uint64_t scale = unit; scale > 1; scale /= 10)
		n_digits++;
	n = write_digits(text, scaled / unit);
	if (unit == 1)
		return n;
	text[n++] = '.';
	for (unsigned i = n_digits; i-- > 0; scaled /= 10)
		text[n + i] = (char)('0' + scaled % 10);
	n += n_digits;
	text[n] = '\0';
	return n;
}
