/* SPDX-License-Identifier: MIT */
/*
 * moment - the job's clock as a date of the Gregorian calendar, in UTC.  Pure: no locale, no time zone.
 */
#ifndef MESHREPORT_COMMON_MOMENT_H
#define MESHREPORT_COMMON_MOMENT_H

#include "common/write/out.h"

struct moment {
	unsigned year; /* 0 for all before */
	unsigned month, day; /* from 1 */
	unsigned hour, minute, second;
};

/* `clock` in seconds since 1970-01-01; not MR_NO_CLOCK. */
struct moment moment_of(int64_t clock);

/* "2019-11-06T00:00:00Z": XMP, W3CDTF and ISO 8601 all take it. */
void moment_put(struct out *out, int64_t clock);

/* At least `n` digits, with zeros before them. */
void moment_put_digits(struct out *out, unsigned value, unsigned n);

#endif
