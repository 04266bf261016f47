/* SPDX-License-Identifier: MIT */
#include "common/write/moment.h"

#define SECONDS_A_DAY 86400

/* Days since 1970-01-01 as a date of the Gregorian calendar. */
static void civil_date(int64_t days, struct moment *out)
{
	int64_t shifted = days + 719468;
	int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	int64_t of_era = shifted - era * 146097;
	int64_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * years + years / 4 - years / 100);
	int64_t march = (5 * of_year + 2) / 153, year;

	out->day = (unsigned)(of_year - (153 * march + 2) / 5 + 1);
	out->month = (unsigned)(march < 10 ? march + 3 : march - 9);
	year = years + era * 400 + (out->month <= 2);
	out->year = (unsigned)(year > 0 ? year : 0);
}

struct moment moment_of(int64_t clock)
{
	int64_t days = clock / SECONDS_A_DAY, rest = clock % SECONDS_A_DAY;
	struct moment moment;

	if (rest < 0) {
		rest += SECONDS_A_DAY;
		days--;
	}
	civil_date(days, &moment);
	moment.hour = (unsigned)rest / 3600;
	moment.minute = (unsigned)rest / 60 % 60;
	moment.second = (unsigned)rest % 60;
	return moment;
}

void moment_put_digits(struct out *out, unsigned value, unsigned n)
{
	char digits[20];
	unsigned at = sizeof(digits);

	do {
		digits[--at] = (char)('0' + value % 10);
		value /= 10;
	} while (value > 0 || (at > 0 && sizeof(digits) - at < n));
	out_bytes(out, digits + at, sizeof(digits) - at);
}

void moment_put(struct out *out, int64_t clock)
{
	struct moment at = moment_of(clock);

	moment_put_digits(out, at.year, 4);
	out_char(out, '-');
	moment_put_digits(out, at.month, 2);
	out_char(out, '-');
	moment_put_digits(out, at.day, 2);
	out_char(out, 'T');
	moment_put_digits(out, at.hour, 2);
	out_char(out, ':');
	moment_put_digits(out, at.minute, 2);
	out_char(out, ':');
	moment_put_digits(out, at.second, 2);
	out_char(out, 'Z');
}
