/* SPDX-License-Identifier: MIT */
#include "common/number.h"

#include <stdbool.h>
#include <string.h>

#define LARGEST 9e9

/* At most 20 digits and a NUL. */
static size_t write_digits(char *text, uint64_t value)
{
	char digits[20];
	size_t n = 0;

	do {
		digits[n++] = (char)('0' + value % 10);
		value /= 10;
	} while (value != 0);
	for (size_t i = 0; i < n; i++)
		text[i] = digits[n - 1 - i];
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

static uint64_t power_of_ten(unsigned n)
{
	uint64_t power = 1;

	while (n-- > 0)
		power *= 10;
	return power;
}

size_t number_fixed(char text[NUMBER_SIZE], double value, unsigned n_decimals)
{
	unsigned n_digits = n_decimals > 9 ? 9 : n_decimals;
	uint64_t unit = power_of_ten(n_digits);
	bool is_negative = value < 0;
	double size = is_negative ? -value : value;
	uint64_t scaled, rest;
	size_t n = 0;

	if (!(size >= 0)) /* not a number */
		size = 0;
	if (size > LARGEST)
		size = LARGEST;
	scaled = (uint64_t)(size * (double)unit + 0.5);
	if (is_negative && scaled != 0)
		text[n++] = '-';
	n += write_digits(text + n, scaled / unit);
	if (n_digits == 0)
		return n;
	rest = scaled % unit;
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

	if (memchr(text, '.', n)) {
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
