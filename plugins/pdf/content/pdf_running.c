/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_running.h"

#include "common/write/fill.h"
#include "common/write/number.h"

const char *pdf_running_range(struct pdf_book *book, uint32_t from, uint32_t to)
{
	char first[NUMBER_SIZE], last[NUMBER_SIZE], total[NUMBER_SIZE];
	const struct fill_place places[] = {{"from", first}, {"to", last}, {"total", total}};
	struct out text;
	char *letter;

	number_unsigned(first, from);
	number_unsigned(last, to);
	number_unsigned(total, book->matrix->products.n);
	out_to_memory(&text, 0);
	fill_write(&text,
		   mr_word(book->matrix, "products_range",
			   "products {from}\342\200\223{to} of {total}"),
		   places, 3, NULL);
	letter = text.n ? text.at : NULL;
	if (letter && *letter >= 'a' && *letter <= 'z')
		*letter = (char)(*letter - 'a' + 'A'); /* it begins a line here */
	return pdf_store_take(&book->store, &text);
}

/* The table that a row of a page is of, or null. */
static const struct pdf_table *table_of(const struct pdf_book *book, uint32_t row)
{
	uint32_t table = book->rows[row].table;

	return table == PDF_NO_TABLE ? NULL : &book->tables[table];
}

/* ---- the category */

/* That of a row, or of the first column where the table is turned. */
static const struct mr_category *category_of(const struct pdf_book *book, const struct pdf_row *row)
{
	const struct mr_matrix *m = book->matrix;

	switch (row->kind) {
	case PDF_ROW_CATEGORY: return mr_category_at(m, row->index);
	case PDF_ROW_FEATURE: return mr_category_at(m, mr_feature_at(m, row->index)->category);
	case PDF_ROW_PRODUCT:
		return mr_category_at(
			m, mr_feature_at(m, book->tables[row->table].first_product)->category);
	default: return NULL;
	}
}

const char *pdf_running_category(const struct pdf_book *book, uint32_t page)
{
	const struct pdf_page_plan *plan = &book->plan.pages[page];

	for (uint32_t i = 0; i < plan->n; i++) {
		uint32_t row = book->plan.fragments[plan->first + i].row;
		const struct pdf_table *table = table_of(book, row);
		const struct mr_category *category;

		if (!table || table->kind != PDF_TABLE_GROUP)
			continue;
		category = category_of(book, &book->rows[row]);
		if (category)
			return mr_text_is_empty(category->name) ? "" : category->name->plain;
	}
	return "";
}

/* ---- the products */

/* Places of products in the order of the table, from 0. */
struct range {
	uint32_t from, n;
	uint32_t product; /* the first one */
};

/*
 * How many products of a table that is turned stand above this row: they lie behind its head one by one.  Rows are asked
 * for as they follow each other, so it looks back to the one before only.
 */
static uint32_t above(struct pdf_book *book, uint32_t row)
{
	struct pdf_above *known = &book->above;
	uint32_t n = 0;

	while (row > n && book->rows[row - n - 1].kind == PDF_ROW_PRODUCT) {
		n++;
		if (known->row == row - n + 1) { /* the row reached, from 1 */
			n += known->n;
			break;
		}
	}
	*known = (struct pdf_above){row + 1, n};
	return n;
}

/* Those that a row is about: all columns of its table, or itself where that is turned. */
static struct range range_of(struct pdf_book *book, uint32_t row)
{
	const struct pdf_table *table = table_of(book, row);
	struct range range = {0};

	if (!table)
		return range;
	if (book->rows[row].kind == PDF_ROW_PRODUCT) {
		range.from = above(book, row);
		range.n = 1;
		range.product = book->rows[row].index;
	} else if (table->kind == PDF_TABLE_SHEET) {
		range.from = range.product = table->first_product;
		range.n = 1;
	} else if (table->kind == PDF_TABLE_GROUP && !book->options.is_turned) {
		/* pinned ones count in the first group, and not where they are repeated */
		range.from = table->is_later ? table->first_product : 0;
		range.n = table->first_product + table->n_products - table->n_pinned - range.from;
		range.product = book->order[range.from];
	}
	return range;
}

static struct range range_on(struct pdf_book *book, uint32_t page)
{
	const struct pdf_page_plan *plan = &book->plan.pages[page];
	struct range all = {0};

	for (uint32_t i = 0; i < plan->n; i++) {
		struct range own = range_of(book, book->plan.fragments[plan->first + i].row);
		uint32_t end = own.from + own.n, all_end = all.from + all.n;

		if (own.n == 0)
			continue;
		if (all.n == 0 || own.from < all.from) {
			all.from = own.from;
			all.product = own.product;
		}
		all.n = (end > all_end ? end : all_end) - all.from;
	}
	return all;
}

const char *pdf_running_products(struct pdf_book *book, uint32_t page)
{
	struct range range = range_on(book, page);

	if (range.n == 0)
		return "";
	if (range.n == 1)
		return mr_product_at(book->matrix, range.product)->name;
	return pdf_running_range(book, range.from + 1, range.from + range.n);
}
