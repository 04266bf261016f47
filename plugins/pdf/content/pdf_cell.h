/* SPDX-License-Identifier: MIT */
/*
 * pdf_cell - what the matrix says, as blocks: cells, features, categories, heads.
 *
 * Each function appends to a store and returns the block.  Symbols hang in a slot before the words.
 */
#ifndef MESHREPORT_PDF_CELL_H
#define MESHREPORT_PDF_CELL_H

#include "pdf/content/pdf_words.h"

struct pdf_block pdf_cell_make(const struct pdf_words *words, struct pdf_store *store, uint32_t row,
			       uint32_t col, bool is_detailed);
struct pdf_block pdf_cell_feature(const struct pdf_words *words, struct pdf_store *store,
				  uint32_t row);
struct pdf_block pdf_cell_category(const struct pdf_words *words, struct pdf_store *store,
				   uint32_t category);
/* "Security (continued)": at most `n_kept` bytes of a category's name, without links. */
struct pdf_block pdf_cell_continued(const struct pdf_words *words, struct pdf_store *store,
				    uint32_t category, size_t n_kept);
/* "mTLS (continued)", where a feature's row goes on. */
struct pdf_block pdf_cell_feature_continued(const struct pdf_words *words, struct pdf_store *store,
					    uint32_t row);
struct pdf_block pdf_cell_product(const struct pdf_words *words, struct pdf_store *store,
				  uint32_t col, bool has_link);
/* "×9" behind a feature that does not weigh 1. */
void pdf_cell_put_weight(struct pdf_store *store, const struct mr_feature *feature);
/* The spans of a category behind the feature that stands in a head. */
void pdf_cell_put_category(const struct pdf_words *words, struct pdf_store *store, uint32_t row);
/* A feature above its column: its name, its category, and what they mean. */
struct pdf_block pdf_cell_column(const struct pdf_words *words, struct pdf_store *store,
				 uint32_t row);
/* "Istio (continued)", where a product's row goes on. */
struct pdf_block pdf_cell_product_continued(const struct pdf_words *words, struct pdf_store *store,
					    uint32_t col);
struct pdf_block pdf_cell_status(struct pdf_store *store, const struct mr_status *status);

#endif
