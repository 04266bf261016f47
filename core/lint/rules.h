/* SPDX-License-Identifier: MIT */
/*
 * rules - the names of all that is warned of in data, in one table.
 *
 * Some warnings come while a file is read, from check and read, which know their rules by name; the others
 * are checks of this room.  What the table does not name cannot be switched.
 *
 * A name is lower case with hyphens, says what is wrong in the data, and never changes its meaning: it
 * stands in people's scripts.
 */
#ifndef MESHREPORT_CORE_RULES_H
#define MESHREPORT_CORE_RULES_H

#include <meshreport/plugin.h>
#include <stdbool.h>
#include <stddef.h>

struct lint;

enum rules_when {
	RULES_ALWAYS, /* in each run that reads data */
	RULES_CHECK, /* by `check` */
	RULES_ASKED /* by `check`, when -W names it */
};

struct rule {
	const char *name;
	enum rules_when when;
	enum mr_severity severity; /* without -W error */
	const char
		*cause; /* a sentence without its full stop: what is wrong and what comes of it */
	const char *remedy; /* and what to do */
	void (*check)(const struct lint *lint); /* null: whoever reads the file says it */
};

/* All rules, sorted by name. */
size_t rules_count(void);
const struct rule *rules_at(size_t index);

/* The number of the rule, or rules_count(). */
size_t rules_find(const char *name);

/* Most that there may be. */
enum { RULES_MOST = 64 };

#endif
