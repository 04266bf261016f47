/* SPDX-License-Identifier: MIT */
/*
 * number - numbers as people type them, the same in every locale: "12", "-1.5", ".5", "64k".
 *
 * No exponents, no hexadecimal digits, no "inf" or "nan".
 */
#ifndef MESHREPORT_CORE_NUMBER_H
#define MESHREPORT_CORE_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/* Behind the decimal number that `text` begins with (sign, digits, point, digits); null for none. */
const char *number_end(const char *text);

/* All of `text` (at most 100 bytes) as a finite number; false for anything else. */
bool number_read(const char *text, double *out);

/* The decimal number that `text` begins with, and where it ends; false for none. */
bool number_read_part(const char *text, double *out, const char **out_end);

/* Digits, and maybe k, M or G for 2^10, 2^20 or 2^30; false for anything else and beyond 64 bits. */
bool number_read_size(const char *text, uint64_t *out);

enum { NUMBER_SIZE = 24 };

/* The shortest text that number_read_size() reads as `size`: "200M", "1025". */
void number_write_size(uint64_t size, char out[NUMBER_SIZE]);

#endif
