/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_format.h"

#include "common/write/number.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Excel takes no longer code; it is looked through for each cell anew. */
enum { CODE_MAX = 255 };

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
		     {40, "#,##0.00"},   {45, "mm:ss"},      {46, "[h]:mm:ss"},
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

/* Of "[h]", "[mm]", the letter: time that is not cut into days, hours or minutes; 0 for all else. */
static char elapsed(const char *at, const char *next)
{
	char letter = (char)(at[1] | 0x20);

	if (next - at < 3 || *at != '[' || !strchr("hms", letter))
		return '\0';
	for (at++; at < next - 1; at++)
		if ((*at | 0x20) != letter)
			return '\0';
	return letter;
}

/* "[>=100]": 1 where the value is such, 0 where it is not, -1 for a section without a condition. */
static int condition(const char *at, const char *end, double value)
{
	for (; at < end && *at == '['; at = behind_letters(at, end)) {
		size_t n = strspn(at + 1, "<>=");
		const char *sign = at + 1;
		double other = strtod(sign + n, NULL);
		bool is_equal = fpclassify(value - other) == FP_ZERO;

		if (n == 0)
			continue;
		if (n == 2 && sign[0] == '<' && sign[1] == '>')
			return !is_equal;
		return (memchr(sign, '=', n) && is_equal) || (*sign == '<' && value < other) ||
		       (*sign == '>' && value > other);
	}
	return -1;
}

enum { SECTIONS = 4 };

/* The sections of a code, without the one of texts: where they begin, and behind the last where it would. */
static size_t divide(const char *code, const char *stop, const char *parts[SECTIONS + 1])
{
	bool is_text = false;
	const char *at = code, *next;
	size_t n = 0;

	parts[n++] = code;
	while (at < stop) {
		next = behind_letters(at, stop);
		if (next == at && *at == ';' && n < SECTIONS) {
			parts[n++] = at + 1;
			is_text = false;
		} else if (next == at && *at == '@') {
			is_text = true;
		}
		at = next == at ? at + 1 : next;
	}
	parts[n] = stop + 1;
	return n - (is_text || n == SECTIONS);
}

/* The section that a value is shown by, null for none (18.8.31). */
static const char *section(const char *code, const char *stop, double *value, const char **end)
{
	const char *parts[SECTIONS + 1];
	size_t n = divide(code, stop, parts), wanted = 0;
	int first, second;

	if (n == 0)
		return NULL;
	first = condition(parts[0], parts[1] - 1, *value);
	second = n > 1 ? condition(parts[1], parts[2] - 1, *value) : -1;
	if (first >= 0) {
		wanted = first ? 0 : second ? 1 : 2;
	} else if (n > 2 && fpclassify(*value) == FP_ZERO) {
		wanted = 2;
	} else if (n > 1 && *value < 0) {
		/* a section for negative values shows its own sign */
		wanted = 1;
		*value = -*value;
	}
	if (wanted >= n)
		return NULL;
	*end = parts[wanted + 1] - 1;
	return parts[wanted];
}

static bool is_date(const char *code, const char *end)
{
	const char *next;

	for (; code < end; code = next == code ? code + 1 : next) {
		next = behind_letters(code, end);
		if (next == code ? strchr("dDmMyYhHsS", *code) != NULL
				 : elapsed(code, next) != '\0')
			return true;
	}
	return false;
}

/* Letters of the code that are shown: quoted, escaped, and signs of money in brackets ("[$€-407]"). */
static void put_letters(struct out *out, const char *at, const char *next)
{
	if (*at == '"')
		out_bytes(out, at + 1,
			  (size_t)(next - at) - (next > at + 1 && next[-1] == '"' ? 2 : 1));
	else if (*at == '\\' && next > at + 1)
		out_char(out, at[1]);
	else if (*at == '[' && at[1] == '$')
		out_bytes(out, at + 2, strcspn(at + 2, "-]"));
	else if (*at == '_')
		out_char(out, ' ');
}

/* ------------------------------------------------------------------ dates */

struct moment {
	int64_t year, month, day, weekday, hour, minute, second, all_seconds;
	bool is_half; /* hours to twelve */
};

/* Days since 1970-01-01, or before it down to the year 0, to a day of the Gregorian calendar. */
static void set_day(struct moment *is, int64_t days)
{
	int64_t z = days + 719468, era = z / 146097, doe = z - era * 146097;
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

	is.all_seconds = days * 86400 + seconds;
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

/* "mmm": the first three letters of a name, "mmmm": all of it, "mmmmm": the first. */
static void put_name(struct out *out, const char *name, size_t n)
{
	out_bytes(out, name, n == 3 ? 3 : n == 5 ? 1 : strlen(name));
}

static void put_elapsed(struct out *out, const struct moment *is, char letter, size_t n)
{
	put_digits(out, is->all_seconds / (letter == 'h' ? 3600 : letter == 'm' ? 60 : 1), n);
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

/* "AM/PM" at `at`, in letters of any size. */
static bool is_half_day(const char *at, const char *end)
{
	return end - at >= 5 && strncasecmp(at, "AM/PM", 5) == 0;
}

static void put_date(struct out *out, const char *code, const char *end, double value, bool is_1904)
{
	struct moment is = moment_of(value, is_1904);
	char before = '\0';
	const char *next;

	for (const char *at = code; at < end; at++)
		is.is_half |= is_half_day(at, end);
	for (; code < end; code = next) {
		size_t n = 1;

		next = behind_letters(code, end);
		if (next > code && elapsed(code, next)) {
			before = elapsed(code, next);
			put_elapsed(out, &is, before, (size_t)(next - code) - 2);
		} else if (next > code) {
			put_letters(out, code, next);
		} else if (is_half_day(code, end)) {
			out_string(out, is.hour < 12 ? "AM" : "PM");
			next = code + 5;
		} else if (strchr("dDmMyYhHsS", *code)) {
			while (code + n < end && (code[n] | 0x20) == (*code | 0x20))
				n++;
			next = code + n;
			put_field(out, &is, (char)(*code | 0x20), n, is_minute(next, end, before));
			before = (char)(*code | 0x20);
		} else {
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
	unsigned n_whole; /* "00": digits before the point, zeros where there are fewer */
	unsigned n_decimals, n_optional; /* "0.0#": two, of which one only where it is needed */
	unsigned n_thousands; /* "0,,": shown without six of its digits */
	bool is_grouped, is_percent, is_other; /* exponents and fractions */
};

static bool is_general(const char *at, const char *end)
{
	return end - at >= 7 && strncasecmp(at, "General", 7) == 0;
}

static struct pattern pattern_of(const char *code, const char *end)
{
	struct pattern is = {.first = NULL};
	bool has_point = false;
	const char *next;

	for (; code < end; code = next) {
		next = behind_letters(code, end);
		if (next > code)
			continue;
		next = code + (is_general(code, end) ? 7 : 1);
		is.is_percent |= *code == '%';
		is.is_other |= next == code + 1 && strchr("eE/", *code) != NULL;
		if (!strchr("0#?.,", *code))
			continue;
		is.first = is.first ? is.first : code;
		is.last = code + 1;
		if (*code == ',') {
			is.n_thousands++;
			continue;
		}
		/* commas between digits group them, behind the last they make the number smaller */
		if (*code != '.') {
			is.is_grouped |= is.n_thousands > 0;
			is.n_thousands = 0;
		}
		has_point |= *code == '.';
		is.n_whole += !has_point && *code == '0' && is.n_whole < 15;
		is.n_decimals += has_point && *code != '.' && is.n_decimals < 9;
		is.n_optional += has_point && (*code == '#' || *code == '?') && is.n_optional < 9;
	}
	return is;
}

/* What is shown of a number: a percentage is a hundred times as large. */
static double shown(const struct pattern *is, double value)
{
	for (unsigned i = 0; i < is->n_thousands; i++)
		value /= 1000;
	return is->is_percent ? value * 100 : value;
}

static void put_number(struct out *out, const struct pattern *is, double value)
{
	char text[NUMBER_SIZE], *whole;
	size_t n = number_fixed(text, shown(is, value), is->n_decimals), n_digits;
	struct out digits;

	for (unsigned i = 0; i < is->n_optional && text[n - 1] == '0'; i++)
		text[--n] = '\0';
	if (text[n - 1] == '.')
		text[n - 1] = '\0';
	out_to_memory(&digits, 0);
	whole = text;
	if (*whole == '-')
		out_char(&digits, *whole++);
	n_digits = strcspn(whole, ".");
	/* "#" shows no nought */
	if (is->n_whole == 0 && n_digits == 1 && *whole == '0')
		whole++;
	for (; n_digits < is->n_whole; n_digits++)
		out_char(&digits, '0');
	out_string(&digits, whole);
	put_grouped(out, out_at(&digits), is->is_grouped);
	out_release(&digits);
}

/* Letters, and the number where its digits have their places: "0.0 ms", "General ms". */
static void put_section(struct out *out, const char *code, const char *end,
			const struct pattern *is, const char *letters, double value)
{
	const char *next;

	for (; code < end; code = next) {
		next = behind_letters(code, end);
		if (code == is->first) {
			put_number(out, is, value);
			next = is->last;
		} else if (next > code) {
			put_letters(out, code, next);
		} else if (is_general(code, end)) {
			put_general(out, letters + (*letters == '-' && value > 0), value);
			next = code + 7;
		} else {
			out_char(out, *code);
			next = code + 1;
		}
	}
}

void xlsx_format_put(struct out *out, const char *code, const char *letters, bool is_1904)
{
	double value = strtod(letters, NULL);
	const char *end = NULL, *stop = code + strnlen(code, CODE_MAX);
	struct pattern is;

	code = *stop ? NULL : section(code, stop, &value, &end);
	if (!code || code == end || !(fabs(value) < 1e9)) {
		put_general(out, letters, value);
		return;
	}
	if (is_date(code, end)) {
		if (value >= 0 && value < 2958466)
			put_date(out, code, end, value, is_1904);
		else
			put_general(out, letters, value);
		return;
	}
	/* letters alone stand for the number: "none" for 0 */
	is = pattern_of(code, end);
	if (is.is_other || !(fabs(shown(&is, value)) < 9e9))
		put_general(out, letters, value);
	else
		put_section(out, code, end, &is, letters, value);
}

void xlsx_format_literal(struct out *out, const char *code, bool is_behind)
{
	const char *sign = strchr(code, '@');
	bool is_quoted = false;

	if (!sign)
		return;
	for (const char *at = is_behind ? sign + 1 : code; *at && (is_behind || at < sign); at++) {
		if (*at == '"')
			is_quoted = !is_quoted;
		else if (*at == '\\' && at[1] && !is_quoted)
			out_char(out, *++at);
		else if (is_quoted)
			out_char(out, *at);
	}
}
