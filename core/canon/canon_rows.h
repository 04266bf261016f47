/* SPDX-License-Identifier: MIT */
/*
 * canon_rows - the records of a matrix as nodes: head, statuses, notes, products, categories, features.
 *
 * They live in the arena of the making until it is rewound; null and empty ones where memory was refused, which
 * shows there.
 */
#ifndef MESHREPORT_CORE_CANON_ROWS_H
#define MESHREPORT_CORE_CANON_ROWS_H

#include "canon/making.h"

/* A mapping, maybe an empty one. */
struct node *canon_rows_credit(struct making *making);
/* What the dataset itself says of statuses. */
struct node *canon_rows_statuses(struct making *making);
struct node *canon_rows_notes(struct making *making);

struct node *canon_rows_product(struct making *making, uint32_t col);
/* Without its features. */
struct node *canon_rows_category(struct making *making, uint32_t index);
struct node *canon_rows_feature(struct making *making, uint32_t row);

/* A weight is a decimal of at most 15 digits (data/shape.h); the shortest that reads as the same number. */
const char *canon_rows_weight(struct making *making, double weight);

/* The word for what a status counts as. */
const char *canon_rows_like(uint32_t like);

#endif
