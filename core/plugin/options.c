/* SPDX-License-Identifier: MIT */
#include "plugin/options.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/diag.h"
#include "base/nearest.h"
#include "base/number.h"
#include "plugin/vet.h"

static int refuse(char why[OPTIONS_WHY], const char *format, ...) MR_PRINTF(2, 3);

static int refuse(char why[OPTIONS_WHY], const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	diag_vwrite(why, OPTIONS_WHY, format, arguments);
	va_end(arguments);
	return -1;
}

/* ---- numbers */

/*
 * A double as a person would type it: at most four decimals, none that are zero.  Bounds beyond
 * what an integer holds exactly are not printed well, and none of that size makes sense.
 */
static void number_text(double number, char *out, size_t size)
{
	double rounded = fabs(number) * 10000 + 0.5;

	if (!(rounded < 9e15)) {
		diag_write(out, size, "%s", number < 0 ? "-infinity" : "infinity");
		return;
	}
	unsigned long long scaled = (unsigned long long)rounded;
	if (number < 0 && scaled > 0) {
		*out++ = '-';
		size--;
	}
	int n = snprintf(out, size, "%llu.%04llu", scaled / 10000, scaled % 10000);

	while (out[n - 1] == '0')
		out[--n] = '\0';
	if (out[n - 1] == '.')
		out[n - 1] = '\0';
}

/* "KEY: 'VALUE' FORMAT...": whatever the value holds. */
static int refuse_value(const struct mr_option *option, const char *text, char why[OPTIONS_WHY],
			const char *format, ...) MR_PRINTF(4, 5);

static int refuse_value(const struct mr_option *option, const char *text, char why[OPTIONS_WHY],
			const char *format, ...)
{
	char word[DIAG_WORD], rest[OPTIONS_WHY / 2];
	va_list arguments;

	va_start(arguments, format);
	diag_vwrite(rest, sizeof(rest), format, arguments);
	va_end(arguments);
	return refuse(why, "%s: '%s' %s", option->name, diag_word(word, text), rest);
}

static bool is_bounded(const struct mr_option *option)
{
	return option->min != 0 || option->max != 0;
}

static int check_bounds(const struct mr_option *option, const char *text, double number,
			const char *unit, char why[OPTIONS_WHY])
{
	char low[32], high[32];

	if (!is_bounded(option) || (number >= option->min && number <= option->max))
		return 0;
	number_text(option->min, low, sizeof(low));
	number_text(option->max, high, sizeof(high));
	return refuse_value(option, text, why, "is not from %s to %s%s", low, high, unit);
}

static int read_integer(const struct mr_option *option, const char *text, struct mr_value *out,
			char why[OPTIONS_WHY])
{
	if (!number_read(text, &out->number) || strchr(text, '.') ||
	    fabs(out->number) > 9007199254740992.0)
		return refuse_value(option, text, why, "is not a whole number");
	out->integer = (int64_t)out->number;
	return check_bounds(option, text, out->number, "", why);
}

static int read_number(const struct mr_option *option, const char *text, struct mr_value *out,
		       char why[OPTIONS_WHY])
{
	if (!number_read(text, &out->number))
		return refuse_value(option, text, why, "is not a number");
	return check_bounds(option, text, out->number, "", why);
}

/* Points of 1/72 inch; 1 in = 25.4 mm exactly (the international inch). */
static int read_length(const struct mr_option *option, const char *text, struct mr_value *out,
		       char why[OPTIONS_WHY])
{
	static const struct {
		const char *name;
		double points;
	} units[] = {{"", 1}, {"pt", 1}, {"in", 72}, {"mm", 72 / 25.4}, {"cm", 720 / 25.4}};
	const char *end;
	bool is_number = number_read_part(text, &out->number, &end);

	for (size_t i = 0; is_number && i < sizeof(units) / sizeof(*units); i++) {
		if (strcmp(end, units[i].name) != 0)
			continue;
		out->number *= units[i].points;
		return check_bounds(option, text, out->number, " points (1/72 in)", why);
	}
	return refuse_value(option, text, why,
			    "is not a length such as 12mm, 1.5cm, 0.5in or 36pt");
}

/* ---- words */

/* "a, b, c", as many as fit; vet_choices() has seen to how many there are at all. */
static void list_choices(const char *choices, char *out, size_t size)
{
	char all[2 * OPTIONS_CHOICES_MAX + 1];
	size_t n = 0;

	for (; *choices; choices++) {
		all[n++] = *choices == '|' ? ',' : *choices;
		if (*choices == '|')
			all[n++] = ' ';
	}
	diag_fit(out, size, all, n);
}

static int read_colour(const struct mr_option *option, const char *text, char words[OPTIONS_WORD],
		       struct mr_value *out, char why[OPTIONS_WHY])
{
	static const char digits[] = "0123456789abcdef";
	const char *at = text + (*text == '#');
	size_t n = strlen(at), step = n == 3 ? 1 : 2;

	if (n != 3 && n != 6)
		return refuse_value(option, text, why, "is not a colour such as #0a58ca");
	for (size_t i = 0; i < 6; i++) {
		char letter = at[step == 1 ? i / 2 : i];
		const char *digit = strchr(
			digits, letter >= 'A' && letter <= 'F' ? letter - 'A' + 'a' : letter);

		if (!digit)
			return refuse_value(option, text, why, "is not a colour such as #0a58ca");
		out->integer = out->integer * 16 + (digit - digits);
	}
	out->number = (double)out->integer;
	diag_write(words, OPTIONS_WORD, "#%06x", (unsigned)out->integer);
	out->text = words;
	return 0;
}

static int read_date(const struct mr_option *option, const char *text, struct mr_value *out,
		     char why[OPTIONS_WHY])
{
	if (!date_read(text, &out->date))
		return refuse_value(option, text, why,
				    "is no day of the calendar, such as 2026-01-31");
	out->text = text;
	return 0;
}

static int read_list(const struct mr_option *option, const char *text, struct mr_value *out,
		     char why[OPTIONS_WHY])
{
	char all[180], word[DIAG_WORD];

	out->text = text;
	for (const char *at = text; *text; at++) {
		size_t n = strcspn(at, ",");

		if (n == 0)
			return refuse_value(option, text, why, "has nothing between two commas");
		if (option->choices && !vet_has_word(option->choices, at, n)) {
			list_choices(option->choices, all, sizeof(all));
			return refuse_value(option, diag_word_of(word, at, n), why, "is none of %s",
					    all);
		}
		at += n;
		out->number++;
		if (!*at)
			break;
	}
	out->integer = (int64_t)out->number;
	return 0;
}

void options_items(const char *text, struct arena *arena, struct mr_array *out)
{
	uint32_t n = *text ? 1 : 0;
	const char **items;

	for (const char *at = text; *at; at++)
		n += *at == ',';
	items = arena_array(arena, n + 1, sizeof(*items));
	for (uint32_t i = 0; items && i < n; i++) {
		size_t length = strcspn(text, ",");

		items[i] = arena_copy(arena, text, length);
		text += length + (text[length] == ',');
	}
	*out = (struct mr_array){items, items ? n : 0, sizeof(*items)};
}

static int read_flag(const struct mr_option *option, const char *text, struct mr_value *out,
		     char why[OPTIONS_WHY])
{
	static const char *const no[] = {"no", "false", "off", "0"};
	static const char *const yes[] = {"yes", "true", "on", "1"};

	for (size_t i = 0; i < sizeof(yes) / sizeof(*yes); i++) {
		if (strcmp(text, yes[i]) != 0 && strcmp(text, no[i]) != 0)
			continue;
		out->integer = strcmp(text, yes[i]) == 0;
		out->number = (double)out->integer;
		return 0;
	}
	return refuse_value(option, text, why, "is neither yes nor no");
}

/* Copies choice `index` of "a|b|c"; false beyond the last. */
static bool choice_at(const char *choices, int index, char word[OPTIONS_WORD])
{
	for (; index > 0; index--) {
		choices = strchr(choices, '|');
		if (!choices)
			return false;
		choices++;
	}
	diag_write(word, OPTIONS_WORD, "%.*s", (int)strcspn(choices, "|"), choices);
	return true;
}

static int refuse_choice(const struct mr_option *option, const char *text, char why[OPTIONS_WHY])
{
	char word[OPTIONS_WORD], best[OPTIONS_WORD] = "", all[180];
	struct nearest search;

	nearest_init(&search, text);
	for (int i = 0; choice_at(option->choices, i, word); i++) {
		size_t before = search.distance;

		nearest_offer(&search, word);
		if (search.best && search.distance != before)
			memcpy(best, word, sizeof(best));
	}
	list_choices(option->choices, all, sizeof(all));
	if (*best)
		return refuse_value(option, text, why, "is none of %s; did you mean '%s'?", all,
				    best);
	return refuse_value(option, text, why, "is none of %s", all);
}

static int read_choice(const struct mr_option *option, const char *text, char words[OPTIONS_WORD],
		       struct mr_value *out, char why[OPTIONS_WHY])
{
	for (int i = 0; choice_at(option->choices, i, words); i++) {
		if (strcmp(words, text) != 0)
			continue;
		out->integer = i;
		out->number = i;
		out->text = words;
		return 0;
	}
	return refuse_choice(option, text, why);
}

static int read_string(const struct mr_option *option, const char *text, struct mr_value *out,
		       char why[OPTIONS_WHY])
{
	if (!vet_line(text, 100000))
		return refuse(why, "%s: the text holds a control character or is not UTF-8",
			      option->name);
	out->text = text;
	return 0;
}

int options_value(const struct mr_option *option, const char *text, char words[OPTIONS_WORD],
		  struct mr_value *out, char why[OPTIONS_WHY])
{
	*out = (struct mr_value){.type = option->type, .is_set = true, .text = ""};
	if (!text && option->type != MR_OPTION_FLAG)
		return refuse(why, "%s: a value is missing (%s=VALUE)", option->name, option->name);
	switch (option->type) {
	case MR_OPTION_FLAG: return read_flag(option, text ? text : "yes", out, why);
	case MR_OPTION_INTEGER: return read_integer(option, text, out, why);
	case MR_OPTION_NUMBER: return read_number(option, text, out, why);
	case MR_OPTION_CHOICE: return read_choice(option, text, words, out, why);
	case MR_OPTION_LENGTH: return read_length(option, text, out, why);
	case MR_OPTION_COLOUR: return read_colour(option, text, words, out, why);
	case MR_OPTION_DATE: return read_date(option, text, out, why);
	case MR_OPTION_LIST: return read_list(option, text, out, why);
	default: return read_string(option, text, out, why);
	}
}

/* ---- the table */

bool options_split(const char *argument, struct option_given *out)
{
	size_t n = strcspn(argument, "=");
	const char *dot = memchr(argument, '.', n);

	*out = (struct option_given){.argument = argument, .format = argument};
	out->key = dot ? dot + 1 : argument;
	out->n_format = dot ? (size_t)(dot - argument) : 0;
	out->n_key = n - (size_t)(out->key - argument);
	out->value = argument[n] == '=' ? argument + n + 1 : NULL;
	return out->n_key > 0 && !(dot && out->n_format == 0);
}

bool options_is_for(const struct option_given *given, const char *format)
{
	return given->n_format == 0 || (strlen(format) == given->n_format &&
					memcmp(format, given->format, given->n_format) == 0);
}

int options_find(const struct option_table *table, const char *key, size_t n)
{
	for (uint32_t i = 0; i < table->n; i++) {
		const char *name = table->options[i].name;

		if (strlen(name) == n && memcmp(name, key, n) == 0)
			return (int)i;
	}
	return -1;
}

const char *options_nearest(const struct option_table *table, const char *key, size_t n)
{
	char word[NEAREST_MAX + 1] = "";
	struct nearest search;

	if (n >= sizeof(word))
		return NULL;
	memcpy(word, key, n);
	nearest_init(&search, word);
	for (uint32_t i = 0; n > 0 && i < table->n; i++)
		nearest_offer(&search, table->options[i].name);
	return search.best;
}

static int vet_choices(const struct mr_option *option, char why[OPTIONS_WHY])
{
	const char *at = option->choices;

	if (at && !vet_line(at, OPTIONS_CHOICES_MAX))
		return refuse(why, "option '%s' has unusable choices", option->name);
	if (option->type == MR_OPTION_LIST && !at)
		return 0;
	if (option->type != MR_OPTION_CHOICE && option->type != MR_OPTION_LIST)
		return 0;
	if (!at || !*at)
		return refuse(why, "option '%s' is a choice without choices", option->name);
	for (;; at++) {
		size_t n = strcspn(at, "|");

		if (n == 0 || n >= OPTIONS_WORD)
			return refuse(why, "option '%s' has an empty or overlong choice",
				      option->name);
		at += n;
		if (!*at)
			return 0;
	}
}

static int vet_option(const struct mr_option *option, uint32_t index, char why[OPTIONS_WHY])
{
	char words[OPTIONS_WORD], inner[OPTIONS_WHY];
	struct mr_value value;
	const char *name = option->name;

	if (!name || !vet_name(name, strnlen(name, VET_NAME_MAX + 1)))
		return refuse(why, "option %u has no usable name", index);
	if (option->type < MR_OPTION_FLAG || option->type > MR_OPTION_DATE)
		return refuse(why, "option '%s' has the unknown type %u", name, option->type);
	if (!vet_line(option->help, 1000))
		return refuse(why, "option '%s' has no usable help text", name);
	if (!(option->min <= option->max))
		return refuse(why, "option '%s' has its bounds the wrong way round", name);
	if (vet_choices(option, why) != 0)
		return -1;
	if (option->type == MR_OPTION_FILE && option->initial)
		return refuse(why, "option '%s' is a file and has a default", name);
	if (option->initial && !vet_line(option->initial, 1000))
		return refuse(why, "option '%s' has no usable default", name);
	if (option->initial && options_value(option, option->initial, words, &value, inner) != 0)
		return refuse(why, "the default of option %s", inner);
	return 0;
}

int options_vet(const struct option_table *table, char why[OPTIONS_WHY])
{
	if (table->n > OPTIONS_MAX)
		return refuse(why, "it declares %u options, more than %d", table->n, OPTIONS_MAX);
	for (uint32_t i = 0; i < table->n; i++) {
		struct option_table before = {table->options, i};
		const char *name = table->options[i].name;

		if (vet_option(&table->options[i], i, why) != 0)
			return -1;
		if (options_find(&before, name, strlen(name)) >= 0)
			return refuse(why, "it declares option '%s' twice", name);
	}
	return 0;
}

void options_describe(const struct mr_option *option, char *out, size_t size)
{
	char low[32], high[32], words[OPTIONS_CHOICES_MAX];
	const char *unit = option->type == MR_OPTION_LENGTH ? " pt" : "";

	*out = '\0';
	if (option->type == MR_OPTION_FLAG) {
		snprintf(out, size, "yes or no");
	} else if (option->type == MR_OPTION_CHOICE) {
		list_choices(option->choices, out, size);
	} else if (option->type == MR_OPTION_FILE) {
		snprintf(out, size, "a file");
	} else if (option->type == MR_OPTION_COLOUR) {
		snprintf(out, size, "a colour: #0a58ca");
	} else if (option->type == MR_OPTION_DATE) {
		snprintf(out, size, "a day: 2026-01-31");
	} else if (option->type == MR_OPTION_LIST && option->choices) {
		list_choices(option->choices, words, sizeof(words));
		diag_write(out, size, "a list of %s", words);
	} else if (option->type == MR_OPTION_LIST) {
		snprintf(out, size, "a list: a,b,c");
	} else if (option->type != MR_OPTION_STRING && is_bounded(option)) {
		number_text(option->min, low, sizeof(low));
		number_text(option->max, high, sizeof(high));
		diag_write(out, size, "%s to %s%s", low, high, unit);
	} else if (option->type == MR_OPTION_LENGTH) {
		snprintf(out, size, "a length: 12mm, 1.5cm, 0.5in, 36pt");
	} else if (option->type != MR_OPTION_STRING) {
		snprintf(out, size, "a number");
	}
}
