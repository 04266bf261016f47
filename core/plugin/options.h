/* SPDX-License-Identifier: MIT */
/*
 * options - the words of `-O [FORMAT.]KEY[=VALUE]`, typed by a plugin's option table.
 *
 * The table was vetted once by options_vet(); what reads values afterwards trusts it.  Numbers are
 * read without any locale: digits, one '.', an optional sign; no exponent, no hexadecimal.  A length
 * is a number with a unit right behind it (mm, cm, in, pt; none means points of 1/72 inch).
 *
 * ERRORS are sentences for the user in `why`, without the name of the format, without a full stop.
 */
#ifndef MESHREPORT_CORE_OPTIONS_H
#define MESHREPORT_CORE_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <meshreport/plugin.h>

#include "base/arena.h"

enum { OPTIONS_MAX = 256, OPTIONS_WHY = 512, OPTIONS_CHOICES_MAX = 1000 };

struct option_table {
	const struct mr_option *options;
	uint32_t n;
};

/* One -O as typed, taken apart; the words point into the argument. */
struct option_given {
	const char *argument;
	const char *format; /* n_format bytes, none: for every format that knows the key */
	size_t n_format;
	const char *key;
	size_t n_key;
	const char *value; /* null: the key stood bare */
};

/* Takes `argument` apart; false when there is no key. */
bool options_split(const char *argument, struct option_given *out);

/* Whether it is meant for `format`: by name, or for whoever knows the key. */
bool options_is_for(const struct option_given *given, const char *format);

/* 0, or -1 with the reason why this table is refused. */
int options_vet(const struct option_table *table, char why[OPTIONS_WHY]);

/* The index of the option named by `n` bytes at `key`, or -1. */
int options_find(const struct option_table *table, const char *key, size_t n);

/* The name of an option that was probably meant by that key, or null. */
const char *options_nearest(const struct option_table *table, const char *key, size_t n);

/*
 * One value of `option`.  `text` null is a bare key, which only a flag allows.  The value's text is
 * `text` itself, for a choice and a colour the word's copy in `words`, which must hold OPTIONS_WORD bytes.
 * The items of a list and the bytes of a file are none yet.
 */
enum { OPTIONS_WORD = 64 };
int options_value(const struct mr_option *option, const char *text, char words[OPTIONS_WORD],
		  struct mr_value *out, char why[OPTIONS_WHY]);

/* The items of a list that was read: strings in the arena, which shows where memory was refused. */
void options_items(const char *text, struct arena *arena, struct mr_array *out);

/* "from 1 to 6", "one of a4, letter", "yes or no": what an option takes, for the help. */
void options_describe(const struct mr_option *option, char *out, size_t size);

#endif
