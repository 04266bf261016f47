/* SPDX-License-Identifier: MIT */
/*
 * house - a house's own: what a file .meshreport gives a run by default, and a style that documents follow.
 *
 *     options:                  # of formats, as -O takes them
 *       paper: letter           #   for each format that has it
 *       pdf: {size: 9}          #   for one
 *     words: {feature: Capability, de: {feature: Merkmal}}
 *
 * Both kinds of file hold options and words; a file of defaults may say, too, what else a run is asked for, by the
 * names of the command line's long options (house_keys).  Nothing that leads out of the data is among them: no
 * folder of plugins, no output, no limit, no sandbox, so that a file from a stranger's archive cannot loosen any.
 *
 * Here shapes are checked; whether a format has an option, and whether its value is right, is found out with those
 * of the command line.  ERRORS have the file and a place.
 */
#ifndef MESHREPORT_CORE_HOUSE_H
#define MESHREPORT_CORE_HOUSE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"
#include "data/limits.h"

#define HOUSE_FILE ".meshreport"

enum house_kind { HOUSE_STYLE, HOUSE_DEFAULTS };

/* What a run is asked for: "products", "istio". A list gives one setting for each element, in order. */
struct house_setting {
	const char *key, *value;
	struct place place;
};

/*
 * "pdf.size=9", an option as -O has it, a list joined by commas; "de.feature=Merkmal", a word of the interface
 * (plugins/words.md) as --word has it.
 */
struct house_saying {
	const char *argument;
	struct place place;
};

/* Strings live in the arena that it was read into, and the file's name is the caller's. */
struct house {
	const char *file; /* for messages; null: nothing was read */
	struct vec settings; /* struct house_setting */
	struct vec options, words; /* struct house_saying */
};

/* Reads the file into a zeroed house; 0, or -1 after errors.  Release it either way. */
int house_read(struct house *house, const char *path, enum house_kind kind, struct arena *arena,
	       const struct limits *limits, struct diag *diag);
void house_release(struct house *house);

/*
 * The file of defaults that lies in the folder of `path` or nearest above it; "-" and null are the working
 * directory's.  In the arena, which has failed where memory was refused; null for none, and then.
 */
const char *house_find(struct arena *arena, const char *path);

#endif
