/* SPDX-License-Identifier: MIT */
/*
 * select - a dataset and the user's wishes -> the columns and rows that every format of a run shows.
 *
 * The order of the steps is fixed, and each is optional:
 *
 *   products    as named, in the order named;
 *   require     of those only the products whose cell of each named feature counts as yes ("partial"
 *               does not meet a requirement; a text cell counts as nothing and does not either);
 *   categories, features
 *               the rows of the named categories and the rows named; both given: the rows of either.
 *               Rows keep the order of the dataset, so that categories stay together;
 *   only_differences
 *               rows whose status or visible words differ between the products left.  "since 1.0" is
 *               visible words, notes and sources are not.  With one product all rows stay;
 *   sort        products by name (code points of the case-folded name, the same in every locale) or
 *               by weighted coverage over the rows left, best first, products without a coverage
 *               last.  Equals keep the order they had.
 *
 * ERRORS.  Every unknown id (with the nearest), every id given twice and every empty id is an error
 * of its own; a `formerly` id is accepted with a note.  Products that no one's cells satisfy, and a
 * selection without a row, are errors that say so.
 *
 * Time and memory are linear in the dataset, sorting the products apart.
 */
#ifndef MESHREPORT_CORE_SELECT_H
#define MESHREPORT_CORE_SELECT_H

#include "base/arena.h"
#include "base/diag.h"
#include "data/dataset.h"
#include "view/cell.h"

#include <meshreport/plugin.h>
#include <stdbool.h>
#include <stdint.h>

#include "view/sort.h"

/* The arguments of one repeatable option as typed; each may hold several ids, joined by commas. */
struct select_list {
	const char *const *given;
	uint32_t n;
};

/* What the user asked for; all zero asks for the whole dataset. */
struct select_request {
	struct select_list products;
	struct select_list categories;
	struct select_list features;
	struct select_list require;
	bool only_differences;
	enum sort sort;
	/* Most cells that nobody states, for blank.h, by limits_most(); 0: any number. */
	uint64_t blank;
	/* Options of reading, for the command: " --table 2", "" or null without. */
	const char *reading;
	/* Options of a ranking, for the command: " --profile bank", "" or null without. */
	const char *ranking;
};

/* The answer: indexes into the dataset, in the order shown. */
struct selection {
	uint32_t *cols;
	uint32_t *rows;
	uint32_t n_cols, n_rows;
	bool is_whole; /* nothing was left out */
	const char *words; /* see struct mr_selection */
	const char *command;
};

/*
 * Answers `request`; the arrays and strings live in `arena`.  0, or -1 after errors were reported to
 * `diag`.
 */
int select_make(const struct reading *reading, const struct select_request *request,
		struct arena *arena, struct diag *diag, struct selection *out);

/* Whether the request can be answered, for who wants no more than that; 0, or -1 after errors. */
int select_check(const struct dataset *set, const struct select_request *request,
		 struct diag *diag);

#endif
