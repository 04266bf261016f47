/* SPDX-License-Identifier: MIT */
/*
 * date - days of the Gregorian calendar as numbers, without a time zone or a clock.
 */
#ifndef MESHREPORT_CORE_DATE_H
#define MESHREPORT_CORE_DATE_H

#include <meshreport/plugin.h>
#include <stdbool.h>
#include <stdint.h>

/* Days since 1970-01-01. */
int64_t date_to_days(struct mr_date date);

/* The other way, for days of the years 1 to 9999. */
struct mr_date date_from_days(int64_t days);

/* "2019-11-06": a day of the Gregorian calendar, years 1 to 9999 (ISO 8601, 4.1.2.2); false for any other word. */
bool date_read(const char *word, struct mr_date *out);

#endif
