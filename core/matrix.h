/* SPDX-License-Identifier: MIT */
/*
 * matrix - the checked records of a dataset, frozen into the one struct mr_matrix of plugin.h.
 *
 * matrix_new() freezes the whole dataset; select_new() (select.h) makes of it what a run shows.
 * What is handed to plugins is always the result of select_new(), also when nothing is narrowed:
 * in the whole matrix notes are not numbered and nothing is counted yet.
 *
 * INVARIANTS.  Arrays are contiguous and sized once; no string is null; equal texts are one object;
 * a cell is 24 bytes and has a detail only where it has something few cells have; categories hold
 * no empty range.  Nothing is changed after it was handed out.
 *
 * LIFETIME.  dataset > whole matrix > selected matrix: each borrows strings and texts from the one
 * before and must be freed before it.
 *
 * PLACES.  Where products, categories, features, cells and notes stand in the file is kept here, on
 * the host's side: a plugin says "row 3, column 2", and the message says "file:12:20".
 */
#ifndef MESHREPORT_MATRIX_H
#define MESHREPORT_MATRIX_H

#include <stdint.h>

#include <meshreport/plugin.h>

struct dataset;
struct matrix;

/* Line and column from 1, the column in characters; line 0: not in the file. */
struct matrix_place {
	uint32_t line;
	uint32_t column;
};

/* The whole of a checked dataset.  Never null: running out of memory ends the program (mem.h). */
struct matrix *matrix_new(const struct dataset *set);
void matrix_free(struct matrix *matrix);

/* What a plugin is given.  Borrowed. */
const struct mr_matrix *matrix_view(const struct matrix *matrix);

/*
 * Where in the dataset `where` stands: of a cell that the file does not mention its feature, of a
 * category, feature, product or note its id; line 0 for the document or a resource.
 */
struct matrix_place matrix_place(const struct matrix *matrix, const struct mr_where *where);

/*
 * What `where` is called, for messages: "Load Balancing, Istio", "product Istio", "note manual";
 * "" for the document.  At most `size` bytes with the NUL, cut between characters.
 */
void matrix_describe(const struct matrix *matrix, const struct mr_where *where, char *out,
		     size_t size);

#endif
