/* SPDX-License-Identifier: MIT */
/* One row a cell, with all that is said of its category, feature and product: for databases and programs. */
#include "csv/write/csv_sheet.h"

static const char *const columns[] = {"category",
				      "feature",
				      "product",
				      "status",
				      "counts as",
				      "words",
				      "notes",
				      "since",
				      "source",
				      "verified",
				      "category id",
				      "category url",
				      "category description",
				      "category notes",
				      "feature id",
				      "feature url",
				      "feature description",
				      "weight",
				      "feature notes",
				      "product id",
				      "product url",
				      "lifecycle",
				      "product notes"};

enum { N_COLUMNS = sizeof(columns) / sizeof(*columns), WORDS_COLUMN = 5 };

static const char *like_of(const struct mr_cell *cell)
{
	static const char *const likes[MR_N_LIKES] = {"yes", "partial", "no", "unknown", "na"};

	return cell->like < MR_N_LIKES ? likes[cell->like] : "";
}

static void put_cell(struct csv_sheet *sheet, uint32_t row, uint32_t col)
{
	struct csv_field *field = &sheet->field;
	const struct mr_feature *feature = mr_feature_at(sheet->m, row);
	const struct mr_category *category = mr_category_at(sheet->m, feature->category);
	const struct mr_product *product = mr_product_at(sheet->m, col);

	csv_cell_text(sheet, category->name, "");
	csv_cell_text(sheet, feature->name, "");
	csv_field_string(field, product->name);
	csv_cell_side(sheet, row, col, CSV_STATUS);
	csv_field_string(field, like_of(mr_cell_at(sheet->m, row, col)));
	csv_cell_words(sheet, row, col);
	for (unsigned side = CSV_NOTES; side < CSV_N_SIDES; side++)
		csv_cell_side(sheet, row, col, (enum csv_side)side);
	csv_field_string(field, category->id);
	csv_field_string(field, category->url);
	csv_cell_text(sheet, category->description, "");
	csv_cell_notes(sheet, &category->notes);
	csv_field_string(field, feature->id);
	csv_field_string(field, feature->url);
	csv_cell_text(sheet, feature->description, "");
	csv_cell_weight(sheet, feature);
	csv_cell_notes(sheet, &feature->notes);
	csv_field_string(field, product->id);
	csv_field_string(field, product->url);
	csv_field_string(field, product->lifecycle_word);
	csv_cell_notes(sheet, &product->notes);
	csv_field_end(field);
}

void csv_long_put(struct csv_sheet *sheet)
{
	sheet->field.n_columns = N_COLUMNS;
	for (uint32_t i = 0; i < N_COLUMNS; i++)
		csv_field_string(&sheet->field, columns[i]);
	csv_field_end(&sheet->field);
	for (uint32_t row = 0; row < sheet->m->features.n; row++) {
		for (uint32_t col = 0; col < sheet->m->products.n; col++)
			put_cell(sheet, row, col);
		sheet->job->progress(sheet->job, row + 1, sheet->m->features.n);
	}
	csv_about_put(sheet, WORDS_COLUMN - 2);
}
