/* SPDX-License-Identifier: MIT */
/*
 * csv_own - a file that this plugin wrote, handed over as the page of Markdown that says the same: with what stands in
 * columns and rows of its own (notes, sources, days, what statuses count as) where it belongs.
 */
#ifndef MESHREPORT_CSV_OWN_H
#define MESHREPORT_CSV_OWN_H

#include <meshreport/plugin.h>

#include "common/read/fields.h"
#include "common/read/lines.h"

/* What parts the fields of a text whose head is one of ours; '\0' for any other. */
char csv_own_delimiter(const char *text, size_t n);

/* Whether the rows are ours to the end. */
bool csv_own_is(const struct fields *fields);

/* `base`: where the fields begin in the file.  0, or -1 after an error was reported. */
int csv_own_read(struct mr_source *source, const struct fields *fields, struct lines *lines,
		 size_t base, char delimiter);

#endif
