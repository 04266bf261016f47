/* SPDX-License-Identifier: MIT */
/*
 * select - a whole matrix -> the narrower or reordered one that every format of a run shows.
 *
 * The order of the steps is fixed, and each is optional:
 *
 *   products    as named, in the order named;
 *   require     of those only the products whose cell of each named feature counts as yes ("partial"
 *               does not meet a requirement; a text cell counts as nothing and does not either);
 *   categories, features
 *               rows of the named categories, or rows named; both given: rows that satisfy both.
 *               Rows keep the order of the dataset, so that categories stay together;
 *   only_differences
 *               rows whose status or visible words differ between the products left; with one
 *               product all rows stay;
 *   sort        products by name (code point order of the case-folded name, no locale asked) or by
 *               weighted coverage over the rows left, best first, products without coverage last.
 *               Equals keep the order they had.
 *
 * Only then are notes numbered (first use, row by row; in a cell the parts' notes before the cell's),
 * counts taken, and statuses marked as used.
 *
 * ERRORS.  Every unknown id, every id given twice, every empty id is an error of its own with the
 * nearest id; a `formerly` id is accepted with a note.  A selection without a product or without a
 * row is an error.  All are reported before select_new() returns null.
 *
 * Time and memory are linear in the dataset (sorting the products apart).
 */
#ifndef MESHREPORT_SELECT_H
#define MESHREPORT_SELECT_H

#include <stdbool.h>
#include <stdint.h>

struct diag;
struct matrix;

enum select_sort { SELECT_SORT_DATA = 0, SELECT_SORT_NAME = 1, SELECT_SORT_COVERAGE = 2 };

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
	enum select_sort sort;
};

/*
 * The matrix for `request`, or null after the errors were reported to `diag`.  It borrows from
 * `whole`, which must outlive it; free it with matrix_free().
 */
struct matrix *select_new(const struct matrix *whole, const struct select_request *request,
			  struct diag *diag);

/* "data", "name" or "coverage" -> *sort; false for any other word. */
bool select_sort_parse(const char *word, enum select_sort *sort);

#endif
