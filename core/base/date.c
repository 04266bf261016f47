/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include <string.h>

#include "base/ascii.h"

/*
 * Years begin in March, so that the leap day is the last of its year; 400 of them, an era, have always the
 * same number of days.
 */
enum { DAYS_OF_ERA = 146097, DAYS_TO_1970 = 719468 };

int64_t date_to_days(struct mr_date date)
{
	int64_t year = date.month > 2 ? date.year : date.year - 1;
	int64_t month = date.month > 2 ? date.month - 3 : date.month + 9;
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t year_of_era = year - era * 400;
	int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return era * DAYS_OF_ERA + day_of_era - DAYS_TO_1970;
}

struct mr_date date_from_days(int64_t days)
{
	int64_t shifted = days + DAYS_TO_1970;
	int64_t era = shifted / DAYS_OF_ERA, day = shifted % DAYS_OF_ERA;
	int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	int64_t day_of_year = day - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * day_of_year + 2) / 153;

	return (struct mr_date){
		.year = (int16_t)(era * 400 + year + (month >= 10)),
		.month = (uint8_t)(month < 10 ? month + 3 : month - 9),
		.day = (uint8_t)(day_of_year - (153 * month + 2) / 5 + 1),
	};
}

bool date_read(const char *word, struct mr_date *out)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	long year, month, day, last;

	if (strlen(word) != 10 || word[4] != '-' || word[7] != '-')
		return false;
	year = ascii_number(word, 4);
	month = ascii_number(word + 5, 2);
	day = ascii_number(word + 8, 2);
	if (year < 1 || month < 1 || month > 12)
		return false;
	last = days[month - 1];
	if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
		last = 29;
	if (day < 1 || day > last)
		return false;
	*out = (struct mr_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
	return true;
}
