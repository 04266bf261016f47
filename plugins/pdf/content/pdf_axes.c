/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_axes.h"

#include <stdio.h>
#include <string.h>

#include "common/write/nearest.h"
#include "common/write/utf8.h"
#include "pdf/content/pdf_cell.h"

static bool is_product(const struct mr_product *product, const char *name)
{
	return strcmp(product->id, name) == 0 || nearest_distance(product->name, name) == 0;
}

static uint32_t find(const struct mr_matrix *m, const char *name)
{
	for (uint32_t col = 0; col < m->products.n; col++)
		if (is_product(mr_product_at(m, col), name))
			return col;
	return UINT32_MAX;
}

/* "istio, consul, kuma, ...": the first ids. */
static void list_ids(const struct mr_matrix *m, char *list, size_t size)
{
	size_t n = 0;

	list[0] = '\0';
	for (uint32_t col = 0; col < m->products.n; col++) {
		const char *id = mr_product_at(m, col)->id;

		if (n + strlen(id) + 8 > size) {
			snprintf(list + n, size - n, ", ...");
			return;
		}
		n += (size_t)snprintf(list + n, size - n, "%s%s", col ? ", " : "", id);
	}
}

/* One line: that there is no such product, and which is meant perhaps. */
static void refuse(struct pdf_book *book, const char *name)
{
	const struct mr_matrix *m = book->matrix;
	unsigned least = nearest_limit(name) + 1;
	const char *nearest = NULL;
	char word[UTF8_WORD], ids[120];

	for (uint32_t col = 0; col < m->products.n; col++) {
		const struct mr_product *product = mr_product_at(m, col);
		unsigned far = nearest_distance(name, product->id);
		unsigned of_name = nearest_distance(name, product->name);

		far = of_name < far ? of_name : far;
		if (far < least) {
			least = far;
			nearest = product->id;
		}
	}
	list_ids(m, ids, sizeof(ids));
	book->job->diag(book->job, MR_ERROR, NULL, "option 'pin': no product '%s' is shown; %s%s%s",
			utf8_word(word, name), nearest ? "did you mean '" : "there are ",
			nearest ? nearest : ids, nearest ? "'?" : "");
}

static int pin_all(struct pdf_book *book, bool *is_pinned)
{
	const struct mr_array *pins = book->options.pins;

	for (uint32_t i = 0; pins && i < pins->n; i++) {
		const char *name = mr_string_at(pins, i);
		uint32_t col;

		name += strspn(name, " ");
		col = find(book->matrix, name);
		if (col == UINT32_MAX) {
			refuse(book, name);
			return 1;
		}
		if (!is_pinned[col])
			book->order[book->n_pinned++] = col;
		is_pinned[col] = true;
	}
	return 0;
}

int pdf_axes_make(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;
	uint32_t n_products = m->products.n, n;
	bool *is_pinned = book->job->alloc(book->job, (size_t)n_products + 1);
	int status;

	book->order = book->job->alloc(book->job, ((size_t)n_products + 1) * sizeof(*book->order));
	memset(is_pinned, 0, (size_t)n_products + 1);
	book->n_pinned = 0;
	status = pin_all(book, is_pinned);
	n = book->n_pinned;
	for (uint32_t col = 0; col < n_products; col++)
		if (!is_pinned[col])
			book->order[n++] = col;
	book->n_columns = book->options.is_turned ? m->features.n : n_products;
	book->n_lines = book->options.is_turned ? n_products : m->features.n;
	return status;
}

bool pdf_axes_is_turned(const struct pdf_book *book, const struct pdf_table *table)
{
	return book->options.is_turned && table->kind == PDF_TABLE_GROUP;
}

uint32_t pdf_axes_column(const struct pdf_book *book, const struct pdf_table *table, uint32_t i)
{
	if (table->kind != PDF_TABLE_GROUP || book->options.is_turned)
		return table->first_product + i;
	return book->order[i < table->n_pinned ? i : table->first_product + i - table->n_pinned];
}

bool pdf_axes_is_pinned(const struct pdf_table *table, uint32_t i)
{
	return i < table->n_pinned;
}

bool pdf_axes_is_repeated(const struct pdf_table *table, uint32_t i)
{
	return table->is_later && i < table->n_pinned;
}

struct pdf_at pdf_axes_spot(const struct pdf_book *book, const struct pdf_row *row, uint32_t i)
{
	uint32_t column = pdf_axes_column(book, &book->tables[row->table], i);

	return row->kind == PDF_ROW_PRODUCT ? (struct pdf_at){column, row->index}
					    : (struct pdf_at){row->index, column};
}

const struct mr_cell *pdf_axes_cell(const struct pdf_book *book, const struct pdf_row *row,
				    uint32_t i)
{
	struct pdf_at at = pdf_axes_spot(book, row, i);

	return mr_cell_at(book->matrix, at.row, at.col);
}

bool pdf_axes_has_cells(const struct pdf_row *row)
{
	return row->kind == PDF_ROW_FEATURE || row->kind == PDF_ROW_PRODUCT;
}

/* ---- heads */

struct pdf_block pdf_axes_slanted(struct pdf_book *book, uint32_t column)
{
	if (book->options.is_turned)
		return pdf_signs_feature(&book->words, &book->store, column);
	return pdf_signs_product(&book->words, &book->store, column);
}

struct pdf_block pdf_axes_head(struct pdf_book *book, uint32_t column)
{
	if (book->options.is_turned)
		return pdf_cell_column(&book->words, &book->store, column);
	return pdf_cell_product(&book->words, &book->store, column, true);
}
