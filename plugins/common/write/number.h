/* SPDX-License-Identifier: MIT */
/*
 * number.h - numbers as text, the same under every locale.
 *
 * printf asks the locale for the decimal point, and a comma there breaks every PDF, SVG and TeX
 * file.  These functions know no locale, allocate nothing and cannot fail.  Each writes into the
 * caller's buffer of NUMBER_SIZE bytes, ends it with a NUL and returns the length without the NUL.
 */
#ifndef MESHREPORT_COMMON_NUMBER_H
#define MESHREPORT_COMMON_NUMBER_H

#include <stddef.h>
#include <stdint.h>

/* Room for every number that the functions below write. */
#define NUMBER_SIZE 40

size_t number_unsigned(char text[NUMBER_SIZE], uint64_t value);
size_t number_signed(char text[NUMBER_SIZE], int64_t value);

/*
 * `value` with at most `n_decimals` (0..9) digits behind the point, rounded half away from zero;
 * trailing zeros and "-0" are not written: 1.50 is "1.5", 2.00 is "2".  Beyond +-9e9 the value is
 * cut there; not a number is "0".
 */
size_t number_decimal(char text[NUMBER_SIZE], double value, unsigned n_decimals);

/*
 * The shortest decimal that is the value, which is not negative and had at most 15 digits when it was written:
 * weights of a dataset, which somebody will count with.
 */
size_t number_exact(char text[NUMBER_SIZE], double value);

/* As number_decimal(), with exactly `n_decimals` digits behind the point: 1.5 is "1.50". */
size_t number_fixed(char text[NUMBER_SIZE], double value, unsigned n_decimals);

/*
 * A share from 0 to 1 as whole percent, halves up, but never "0" for something and never "100" for
 * less than everything: a reader takes these two words as exact.
 */
unsigned number_percent(double share);

#endif
