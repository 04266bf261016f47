/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_format.h"

#include "common/write/number.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

const char *xlsx_format_builtin(long id)
{
	static const struct {
		long id;
		const char *code;
	} codes[] = {{1, "0"},           {2, "0.00"},        {3, "#,##0"},
		     {4, "#,##0.00"},    {9, "0%"},          {10, "0.00%"},
		     {14, "yyyy-mm-dd"}, {15, "d-mmm-yy"},   {16, "d-mmm"},
		     {17, "mmm-yy"},     {18, "h:mm AM/PM"}, {19, "h:mm:ss AM/PM"},
		     {20, "h:mm"},       {21, "h:mm:ss"},    {22, "yyyy-mm-dd h:mm"},
		     {37, "#,##0"},      {38, "#,##0"},      {39, "#,##0.00"},
		     {40, "#,##0.00"},   {45, "mm:ss"},      {46, "h:mm:ss"},
		     {47, "mm:ss"}};

	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		if (codes[i].id == id)
			return codes[i].code;
	return "General";
}

/* ------------------------------------------------------------------ the parts of a code */

/* Behind a quoted piece, an escaped letter or a bracket; `at` itself where none begins. */
static const char *behind_letters(const char *at, const char *end)
{
	const char *close;

	if (*at == '"' || *at == '[') {
		close = memchr(at + 1, *at == '"' ? '"' : ']', (size_t)(end - at - 1));
		return close ? close + 1 : end;
	}
	if (*at == '\\' || *at == '_' || *at == '*')
		return end - at > 2 ? at + 2 : end;
	return at;
}

/* The section for positive, negative or no value. */
static const char *section(const char *code, double *value, const char **end)
{
	const char *parts[4], *stop = code + strlen(code), *at = code, *next;
	size_t n = 0, wanted;

	parts[n++] = code;
	while (at < stop) {
		next = behind_letters(at, stop);
		if (next == at && *at == ';' && n < 4)
			parts[n++] = at + 1;
		at = next == at ? at + 1 : next;
	}
	wanted = n > 2 && fpclassify(*value) == FP_ZERO ? 2 : n > 1 && *value < 0 ? 1 : 0;
	/* a section for negative values shows its own sign */
	if (wanted == 1)
		*value = -*value;
	*end = wanted + 1 < n ? parts[wanted + 1] - 1 : stop;
	return parts[wanted];
}

static bool is_date(const char *code, const char *end)
{
	const char *next;

	for (; code < end; code = next == code ? code + 1 : next) {
		next = behind_letters(code, end);
		if (next == code && strchr("dDmMyYhHsS", *code))
			return true;
	}
	return false;
}

/* Letters of the code that are shown: quoted, escaped, and signs of money in brackets ("[$€-407]"). */
static void put_letters(struct out *out, const char *at, const char *next)
{
	if (*at == '"')
		out_bytes(out, at + 1,
			  (size_t)(next - at) - (next[-1] == '"' && next > at + 1 ? 2 : 1));
	else if (*at == '\\' && next > at + 1)
		out_char(out, at[1]);
	else if (*at == '[' && at[1] == '$')
		out_bytes(out, at + 2, strcspn(at + 2, "-]"));
	else if (*at == '_')
		out_char(out, ' ');
}

/* ------------------------------------------------------------------ dates */

struct moment {
	int64_t year, month, day, weekday, hour, minute, second;
	bool is_half; /* hours to twelve */
};

/* Days since 1970-01-01 to a day of the Gregorian calendar. */
static void set_day(struct moment *is, int64_t days)
{
	int64_t z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097, doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;

	is->day = doy - (153 * mp + 2) / 5 + 1;
	is->month = mp < 10 ? mp + 3 : mp - 9;
	is->year = yoe + era * 400 + (is->month <= 2);
	is->weekday = ((days + 4) % 7 + 7) % 7;
}

/* Excel's day 60 is a 29 February 1900 that never was, so that days before it are one later. */
static struct moment moment_of(double value, bool is_1904)
{
	struct moment is = {.is_half = false};
	double whole = floor(value);
	int64_t seconds = (int64_t)floor((value - whole) * 86400 + 0.5), days = (int64_t)whole;

	days += seconds / 86400;
	seconds %= 86400;
	set_day(&is, days - (is_1904 ? 24107 : days < 60 ? 25568 : 25569));
	is.hour = seconds / 3600;
	is.minute = seconds / 60 % 60;
	is.second = seconds % 60;
	return is;
}

static void put_digits(struct out *out, int64_t value, size_t n)
{
	char text[NUMBER_SIZE];
	size_t length = number_signed(text, value);

	for (; length < n; n--)
		out_char(out, '0');
	out_string(out, text);
}

/* "mmm": the first three letters of a name, "mmmm": all of it. */
static void put_name(struct out *out, const char *name, size_t n)
{
	out_bytes(out, name, n == 3 && strlen(name) > 3 ? 3 : strlen(name));
}

static void put_field(struct out *out, const struct moment *is, char letter, size_t n,
		      bool is_minute)
{
	static const char *const months[] = {"January",   "February", "March",    "April",
					     "May",       "June",     "July",     "August",
					     "September", "October",  "November", "December"};
	static const char *const days[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
					   "Thursday", "Friday", "Saturday"};

	if (letter == 'y')
		put_digits(out, n > 2 ? is->year : is->year % 100, 2);
	else if (letter == 'm' && is_minute)
		put_digits(out, is->minute, n);
	else if (letter == 'm' && n > 2)
		put_name(out, months[is->month - 1], n);
	else if (letter == 'm')
		put_digits(out, is->month, n);
	else if (letter == 'd' && n > 2)
		put_name(out, days[is->weekday], n);
	else if (letter == 'd')
		put_digits(out, is->day, n);
	else if (letter == 'h')
		put_digits(out, is->is_half ? (is->hour + 11) % 12 + 1 : is->hour, n);
	else
		put_digits(out, is->second, n);
}

/* "m" is minutes behind hours and before seconds. */
static bool is_minute(const char *at, const char *end, char before)
{
	if (before == 'h')
		return true;
	while (at < end && !strchr("dDyYhHsS", *at))
		at++;
	return at < end && (*at | 0x20) == 's';
}

static void put_date(struct out *out, const char *code, const char *end, double value, bool is_1904)
{
	struct moment is = moment_of(value, is_1904);
	char before = '\0';
	const char *next;

	for (const char *at = code; at + 5 <= end; at++)
		is.is_half |= memcmp(at, "AM/PM", 5) == 0;
	for (; code < end; code = next) {
		size_t n = 1;

		next = behind_letters(code, end);
		if (next > code) {
			put_letters(out, code, next);
		} else if (end - code >= 5 && memcmp(code, "AM/PM", 5) == 0) {
			out_string(out, is.hour < 12 ? "AM" : "PM");
			next = code + 5;
		} else if (strchr("dDmMyYhHsS", *code)) {
			while (code + n < end && (code[n] | 0x20) == (*code | 0x20))
				n++;
			next = code + n;
			put_field(out, &is, (char)(*code | 0x20), n, is_minute(next, end, before));
			before = (char)(*code | 0x20);
		} else {
			/* "@" and what else is no date */
			out_char(out, *code);
			next = code + 1;
		}
	}
}

/* ------------------------------------------------------------------ numbers */

/* A file may hold 0.30000000000000004 where everyone sees 0.3. */
static void put_general(struct out *out, const char *letters, double value)
{
	char text[NUMBER_SIZE];

	if (strlen(letters) <= 12 || fabs(value) >= 1e9 || fabs(value) < 1e-4) {
		out_string(out, letters);
		return;
	}
	number_decimal(text, value, 9);
	out_string(out, text);
}

static void put_grouped(struct out *out, const char *digits, bool is_grouped)
{
	size_t whole = strcspn(digits, ".");

	for (size_t i = 0; digits[i]; i++) {
		out_char(out, digits[i]);
		if (is_grouped && i + 1 < whole && digits[i] != '-' && (whole - i - 1) % 3 == 0)
			out_char(out, ',');
	}
}

struct pattern {
	const char *first,
		*last; /* the digits' places, from first to behind the last; null without any */
	unsigned n_decimals, n_optional; /* "0.0#": two, of which one only where it is needed */
	bool is_grouped, is_percent, is_other; /* exponents and fractions */
};

static struct pattern pattern_of(const char *code, const char *end)
{
	struct pattern is = {.first = NULL};
	bool has_point = false;
	const char *next;

	for (; code < end; code = next == code ? code + 1 : next) {
		next = behind_letters(code, end);
		if (next > code)
			continue;
		is.is_percent |= *code == '%';
		is.is_other |= strchr("eE/", *code) != NULL;
		if (!strchr("0#?.,", *code))
			continue;
		is.first = is.first ? is.first : code;
		is.last = code + 1;
		is.is_grouped |= *code == ',' && !has_point;
		has_point |= *code == '.';
		is.n_decimals += has_point && *code != '.' && is.n_decimals < 9;
		is.n_optional += has_point && *code == '#' && is.n_optional < 9;
	}
	return is;
}

static void put_number(struct out *out, const struct pattern *is, double value)
{
	char text[NUMBER_SIZE];
	size_t n = number_fixed(text, is->is_percent ? value * 100 : value, is->n_decimals);

	for (unsigned i = 0; i < is->n_optional && n > 0 && text[n - 1] == '0'; i++)
		text[--n] = '\0';
	if (n > 0 && text[n - 1] == '.')
		text[n - 1] = '\0';
	put_grouped(out, text, is->is_grouped);
}

void xlsx_format_put(struct out *out, const char *code, const char *letters, bool is_1904)
{
	double value = strtod(letters, NULL);
	const char *end, *next;
	struct pattern is;

	code = section(code, &value, &end);
	if (!(fabs(value) < 1e9) || end - code >= 200 || strncmp(code, "General", 7) == 0 ||
	    *code == '@' || code == end) {
		put_general(out, letters, value);
		return;
	}
	if (is_date(code, end) && value >= 0 && value < 2958466) {
		put_date(out, code, end, value, is_1904);
		return;
	}
	is = pattern_of(code, end);
	/* letters alone stand for the number: "none" for 0 */
	if (is.is_other) {
		put_general(out, letters, value);
		return;
	}
	for (; code < end; code = next) {
		next = behind_letters(code, end);
		if (code == is.first) {
			put_number(out, &is, value);
			next = is.last;
		} else if (next > code) {
			put_letters(out, code, next);
		} else {
			out_char(out, *code);
			next = code + 1;
		}
	}
}
