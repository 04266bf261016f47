/* SPDX-License-Identifier: MIT */
/*
 * matrix - what a run selects of a dataset, frozen into the one struct mr_matrix of plugin.h.
 *
 *     dataset --select--> columns and rows --matrix, fill, tally--> struct mr_matrix
 *
 * The selection is made first, so only what is shown is ever built: one array of cells, filled row
 * by row, and in the same pass the notes are numbered and the counts taken.
 *
 * INVARIANTS.  Arrays are contiguous and sized once; no string is null; equal texts are one object;
 * a cell is 24 bytes and has a detail only where it has something few cells have; categories hold
 * no empty range.  Nothing is changed after matrix_new() returned.
 *
 * LIFETIME.  A matrix borrows strings, texts and bytes from its dataset, which must outlive it and
 * which it never changes.
 *
 * PLACES.  Where products, categories, features, cells and notes stand in the file stays on the
 * host's side: a plugin says "row 3, column 2", and the message says "file:12:20".
 */
#ifndef MESHREPORT_CORE_MATRIX_H
#define MESHREPORT_CORE_MATRIX_H

#include "base/diag.h"
#include "data/dataset.h"
#include "view/select.h"

#include <meshreport/plugin.h>
#include <stddef.h>

struct matrix;

/*
 * The part of `set` that `request` asks for (all of it when null); labels and joined lists are texts of
 * the matrix's own.  Null after errors were reported to `diag`: see select.h, and "out of
 * memory".  Free with matrix_free().
 */
struct matrix *matrix_new(const struct dataset *set, const struct select_request *request,
			  struct diag *diag);

void matrix_free(struct matrix *matrix);

/*
 * Says of `matrix` that it follows `old`, a matrix of the dataset `old_set`, and what changed; all must outlive it.
 * Texts of the old edition get ids above those of the new one, and n_texts is above them all.
 */
void matrix_follow(struct matrix *matrix, struct matrix *old, struct dataset *old_set,
		   const struct mr_since *since);

/* Another text for a word of the interface; `text` must outlive the matrix, and `key` be one of them. */
void matrix_reword(struct matrix *matrix, const char *key, const char *text);

/* Says which products suit somebody; `ranking` must outlive the matrix's uses. */
void matrix_rank(struct matrix *matrix, const struct mr_ranking *ranking);

/* What a plugin is given; borrowed. */
const struct mr_matrix *matrix_view(const struct matrix *matrix);

/* What it was made of: the dataset, and the product, category and feature of an index of the matrix. */
const struct dataset *matrix_dataset(const struct matrix *matrix);
const struct dataset_product *matrix_product(const struct matrix *matrix, uint32_t col);
const struct dataset_category *matrix_category(const struct matrix *matrix, uint32_t index);
const struct dataset_feature *matrix_feature(const struct matrix *matrix, uint32_t row);

/*
 * Where in the dataset `where` stands: a cell that the file does not state at its feature, a note of
 * a cell's own at its first use; line 0 for the document and for a resource.
 */
struct place matrix_place(const struct matrix *matrix, const struct mr_where *where);

/*
 * The same for all cells of a row at once, in one walk through what is stated of it: `out` by the products of
 * the dataset (dataset_product's index), as many as it has.
 */
void matrix_places(const struct matrix *matrix, uint32_t row, struct place *out);

/* The index in the dataset of the product in a column. */
uint32_t matrix_product_index(const struct matrix *matrix, uint32_t col);

/*
 * What `where` is called, for messages: "Load Balancing, Istio", "product Istio", "note manual"; ""
 * for the document and a resource.  Cut to `size` bytes with the NUL, between characters.
 */
void matrix_describe(const struct matrix *matrix, const struct mr_where *where, char *out,
		     size_t size);

#endif
