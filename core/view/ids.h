/* SPDX-License-Identifier: MIT */
/*
 * ids - lists of ids from the command line, looked up among those of the dataset.
 *
 * One table is built for each name space that an option asks about, so a list as long as the dataset
 * is still looked up in linear time.  A current id wins over another's earlier one.
 */
#ifndef MESHREPORT_CORE_IDS_H
#define MESHREPORT_CORE_IDS_H

#include "base/arena.h"
#include "base/diag.h"
#include "data/dataset.h"

#include <stdbool.h>
#include <stdint.h>

enum ids_space { IDS_PRODUCT, IDS_CATEGORY, IDS_FEATURE };

/* What an option asks for: its arguments as typed, each one or several ids joined by commas. */
struct ids_query {
	const char *option; /* "--products", for messages */
	enum ids_space space;
	const char *const *given;
	uint32_t n;
	bool has_levels; /* an id may go on with = and the word of a level */
};

/* What a product has to say to a feature that is required, at least. */
enum ids_level { IDS_YES, IDS_PARTIAL, IDS_UNKNOWN };

/* Indexes into the dataset, in the order typed. */
struct ids_found {
	uint32_t *at;
	uint8_t *level; /* enum ids_level */
	uint32_t n;
};

/* The word of a level as it is typed: "partial". */
const char *ids_level_word(uint8_t level);

/*
 * Looks up every id of the query.  0, or -1 when at least one error was reported (unknown, empty,
 * given twice); all of them are.  The indexes live in `arena`.
 */
int ids_find(const struct dataset *set, const struct ids_query *query, struct arena *arena,
	     struct diag *diag, struct ids_found *out);

#endif
