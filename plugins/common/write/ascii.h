/* SPDX-License-Identifier: MIT */
/* ascii - letters of ASCII, whatever the locale. */
#ifndef MESHREPORT_COMMON_ASCII_H
#define MESHREPORT_COMMON_ASCII_H

/* Capital letters become small, every other byte stays. */
static inline char ascii_lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c | 32 : c);
}

#endif
