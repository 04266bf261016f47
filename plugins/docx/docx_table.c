/* SPDX-License-Identifier: MIT */
#include "docx/docx_table.h"

#include "common/write/weights.h"
#include "docx/docx_cell.h"
#include "docx/docx_changes.h"
#include "docx/docx_grid.h"
#include "docx/docx_logo.h"
#include "docx/docx_words.h"

#include <stdlib.h>

struct table {
	struct docx_book *book;
	const struct docx_group *group;
	uint32_t *widths; /* of the names, then of the products */
	uint32_t n_rows; /* so far */
};

static void begin_table(struct table *table)
{
	struct docx_book *book = table->book;
	const struct mr_matrix *m = book->m;
	struct out words;

	out_to_memory(&words, 0);
	out_string(&words, m->subtitle);
	for (uint32_t i = 0; i < table->group->n; i++) {
		out_string(&words, i ? ", " : words.n ? ": " : "");
		out_string(&words, mr_product_at(m, table->group->first + i)->name);
	}
	docx_grid_begin(book, out_at(&words), table->widths, table->group->n + 1);
	out_release(&words);
}

static void begin_row(struct table *table, bool is_head)
{
	table->n_rows++;
	docx_grid_row(table->book, is_head);
}

/* ------------------------------------------------------------------ the head */

static void put_product(struct docx_book *book, uint32_t col)
{
	const struct mr_product *product = mr_product_at(book->m, col);
	const struct mr_where where = {MR_AT_PRODUCT, col, 0, NULL};
	bool is_linked;

	if (book->logos && book->logos[col].media_type) {
		docx_words_begin(book, "ComparisonHead");
		docx_logo_put(book, col);
		docx_words_end(book);
	}
	docx_words_begin(book, "ComparisonHead");
	is_linked = *product->url && docx_words_link(book, product->url, &where);
	docx_words_put(book, product->name, is_linked ? "Hyperlink" : NULL);
	if (is_linked)
		docx_words_unlink(book);
	docx_words_marks(book, &product->notes, false);
	if (*product->lifecycle_word) {
		docx_words_put(book, " (", "ComparisonDetail");
		docx_words_put(book, product->lifecycle_word, "ComparisonDetail");
		docx_words_put(book, ")", "ComparisonDetail");
	}
	docx_changes_mark_name(book, mr_was_product(book->m, col));
	docx_words_end(book);
}

static void put_head(struct table *table)
{
	struct docx_book *book = table->book;

	begin_row(table, true);
	docx_grid_cell(book, table->widths[0], 1, NULL);
	docx_words_begin(book, "ComparisonHead");
	docx_words_put(book, mr_word(book->m, "feature", "Feature"), NULL);
	docx_words_end(book);
	docx_grid_end(book);
	for (uint32_t i = 0; i < table->group->n; i++) {
		docx_grid_cell(book, table->widths[i + 1], 1, NULL);
		put_product(book, table->group->first + i);
		docx_grid_end(book);
	}
	docx_grid_end(book);
}

/* ------------------------------------------------------------------ rows */

static void put_category(struct table *table, uint32_t index)
{
	struct docx_book *book = table->book;
	const struct mr_category *category = mr_category_at(book->m, index);
	const struct mr_where where = {MR_AT_CATEGORY, index, 0, NULL};

	begin_row(table, false);
	docx_grid_cell(book, docx_plan_room(&book->plan), table->group->n + 1, "F2F4F7");
	docx_words_begin(book, "ComparisonCategory");
	docx_words_text(book, category->name, category->url, &where);
	docx_words_marks(book, &category->notes, true);
	docx_changes_mark_name(book, mr_was_category(book->m, index));
	docx_words_end(book);
	if (!mr_text_is_empty(category->description)) {
		docx_words_begin(book, "ComparisonDescription");
		docx_words_text(book, category->description, "", &where);
		docx_words_end(book);
	}
	docx_grid_end(book);
	docx_grid_end(book);
}

static void put_name(struct table *table, uint32_t row)
{
	struct docx_book *book = table->book;
	const struct mr_feature *feature = mr_feature_at(book->m, row);
	const struct mr_where where = {MR_AT_FEATURE, row, 0, NULL};

	docx_grid_cell(book, table->widths[0], 1, NULL);
	docx_words_begin(book, "ComparisonFeature");
	docx_words_text(book, feature->name, feature->url, &where);
	docx_words_marks(book, &feature->notes, true);
	if (weights_has_mark(feature)) {
		struct out mark;

		out_to_memory(&mark, 0);
		weights_put_mark(&mark, feature);
		docx_words_put(book, out_at(&mark), "ComparisonDetail");
		out_release(&mark);
	}
	docx_changes_mark_name(book, mr_was_feature(book->m, row));
	docx_words_end(book);
	if (!mr_text_is_empty(feature->description)) {
		docx_words_begin(book, "ComparisonDescription");
		docx_words_text(book, feature->description, "", &where);
		docx_words_end(book);
	}
	docx_grid_end(book);
}

static void put_feature(struct table *table, uint32_t row)
{
	struct docx_book *book = table->book;
	char digits[8];

	begin_row(table, false);
	put_name(table, row);
	for (uint32_t i = 0; i < table->group->n; i++) {
		const struct mr_cell *cell = mr_cell_at(book->m, row, table->group->first + i);

		docx_grid_cell(book, table->widths[i + 1], 1,
			       docx_cell_ground(book, cell->like, digits));
		docx_words_begin(book, "ComparisonCell");
		docx_cell_put(book, row, table->group->first + i);
		docx_changes_mark_cell(book, row, table->group->first + i);
		docx_words_end(book);
		docx_grid_end(book);
	}
	docx_grid_end(book);
	book->job->progress(book->job, row, book->m->features.n);
}

/* A new table, where one has as many rows as programs take. */
static void make_room(struct table *table)
{
	if (table->n_rows > 0 && table->n_rows < DOCX_PLAN_ROWS)
		return;
	if (table->n_rows > 0) {
		docx_grid_end(table->book);
		docx_words_begin(table->book, "ComparisonCell");
		docx_words_end(table->book);
	}
	table->n_rows = 0;
	begin_table(table);
	put_head(table);
}

void docx_table_put(struct docx_book *book, const struct docx_group *group)
{
	struct table table = {book, group, NULL, 0};

	table.widths = calloc((size_t)group->n + 1, sizeof(*table.widths));
	docx_plan_widths(&book->plan, group, table.widths);
	make_room(&table);
	for (uint32_t i = 0; i < book->m->categories.n; i++) {
		const struct mr_category *category = mr_category_at(book->m, i);

		make_room(&table);
		if (!mr_text_is_empty(category->name))
			put_category(&table, i);
		for (uint32_t row = 0; row < category->n_features; row++) {
			make_room(&table);
			put_feature(&table, category->first_feature + row);
		}
	}
	docx_grid_end(book);
	free(table.widths);
}
