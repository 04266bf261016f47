/* SPDX-License-Identifier: MIT */
/*
 * office_plain - letters as office documents can hold them, and how much room they take.  Pure.
 */
#ifndef MESHREPORT_COMMON_OFFICE_PLAIN_H
#define MESHREPORT_COMMON_OFFICE_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A copy with U+FFFD for U+FFFE and U+FFFF, which XML 1.0 (2.2) cannot say, to be freed by the caller; null
 * where there are none (or no memory).
 */
char *office_plain_clean(const char *text, size_t n);

/* UTF-16 units, in which the programs count: a character beyond the first plane is two. */
size_t office_plain_units(const char *text);

/* Columns of the widest line of a text: wide letters of East Asia are two, marks on letters none. */
uint32_t office_plain_width(const char *text, size_t n);
/* Of its widest word (what no program breaks). */
uint32_t office_plain_word(const char *text, size_t n);

/* Whether any letter goes from right to left, and whether the first one that has a direction does. */
bool office_plain_has_from_right(const char *text, size_t n);
bool office_plain_begins_from_right(const char *text, size_t n);

#endif
