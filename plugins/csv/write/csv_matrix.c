/* SPDX-License-Identifier: MIT */
/* One row a feature, one column a product and further ones where a product's cells need them. */
#include "csv/write/csv_sheet.h"

#include <stdlib.h>

struct layout {
	struct csv_sheet *sheet;
	bool *sides; /* by product and side: has a column */
	bool has_category_url, has_category_description, has_category_notes;
	bool has_url, has_description, has_weight, has_notes;
	uint32_t n_before; /* fields between category and feature, and the first product */
};

/* ------------------------------------------------------------------ what is there */

static void find_sides(struct layout *layout)
{
	struct csv_sheet *sheet = layout->sheet;

	for (uint32_t row = 0; row < sheet->m->features.n; row++) {
		for (uint32_t col = 0; col < sheet->m->products.n; col++) {
			const struct mr_cell *cell = mr_cell_at(sheet->m, row, col);

			for (unsigned side = 0; side < CSV_N_SIDES; side++)
				layout->sides[col * CSV_N_SIDES + side] |=
					csv_cell_has(sheet, cell, (enum csv_side)side);
		}
	}
}

static void find_columns(struct layout *layout)
{
	const struct mr_matrix *m = layout->sheet->m;

	for (uint32_t i = 0; i < m->categories.n; i++) {
		const struct mr_category *category = mr_category_at(m, i);

		layout->has_category_url |= *category->url != '\0';
		layout->has_category_description |= !mr_text_is_empty(category->description);
		layout->has_category_notes |= category->notes.n > 0;
	}
	for (uint32_t i = 0; i < m->features.n; i++) {
		const struct mr_feature *feature = mr_feature_at(m, i);

		layout->has_url |= *feature->url != '\0';
		layout->has_description |= !mr_text_is_empty(feature->description);
		layout->has_weight |= feature->weight < 1 || feature->weight > 1;
		layout->has_notes |= feature->notes.n > 0;
	}
	layout->n_before = (uint32_t)layout->has_category_url + layout->has_category_description +
			   layout->has_category_notes + layout->has_url + layout->has_description +
			   layout->has_weight + layout->has_notes;
	find_sides(layout);
}

static uint32_t count_columns(const struct layout *layout)
{
	uint32_t n = 2 + layout->n_before + layout->sheet->m->products.n;

	for (uint32_t i = 0; i < layout->sheet->m->products.n * CSV_N_SIDES; i++)
		n += layout->sides[i];
	return n;
}

/* ------------------------------------------------------------------ rows */

static void put_name(struct layout *layout, bool is_there, const char *name)
{
	if (is_there)
		csv_field_string(&layout->sheet->field, name);
}

static void put_head(struct layout *layout)
{
	struct csv_sheet *sheet = layout->sheet;

	put_name(layout, true, "category");
	put_name(layout, true, "feature");
	put_name(layout, layout->has_category_url, "category url");
	put_name(layout, layout->has_category_description, "category description");
	put_name(layout, layout->has_category_notes, "category notes");
	put_name(layout, layout->has_url, "url");
	put_name(layout, layout->has_description, "description");
	put_name(layout, layout->has_weight, "weight");
	put_name(layout, layout->has_notes, "notes");
	for (uint32_t col = 0; col < sheet->m->products.n; col++) {
		const char *name = mr_product_at(sheet->m, col)->name;

		csv_field_string(&sheet->field, name);
		for (unsigned side = 0; side < CSV_N_SIDES; side++) {
			if (!layout->sides[col * CSV_N_SIDES + side])
				continue;
			out_clear(&sheet->text);
			out_string(&sheet->text, name);
			out_string(&sheet->text, " (");
			out_string(&sheet->text, csv_cell_side_name((enum csv_side)side));
			out_char(&sheet->text, ')');
			csv_field_string(&sheet->field, out_at(&sheet->text));
		}
	}
	csv_field_end(&sheet->field);
}

enum fact { FACT_URL, FACT_LIFECYCLE, FACT_NOTES };

static bool has_fact(const struct mr_product *product, enum fact fact)
{
	if (fact == FACT_NOTES)
		return product->notes.n > 0;
	return *(fact == FACT_URL ? product->url : product->lifecycle_word) != '\0';
}

/* A row about the products, where any has something to say. */
static void put_fact(struct layout *layout, enum fact fact, const char *name)
{
	struct csv_sheet *sheet = layout->sheet;
	bool is_needed = false;

	for (uint32_t col = 0; col < sheet->m->products.n; col++)
		is_needed |= has_fact(mr_product_at(sheet->m, col), fact);
	if (!is_needed)
		return;
	csv_field_string(&sheet->field, CSV_ABOUT_PRODUCT);
	csv_field_string(&sheet->field, name);
	for (uint32_t i = 0; i < layout->n_before; i++)
		csv_field_string(&sheet->field, "");
	for (uint32_t col = 0; col < sheet->m->products.n; col++) {
		const struct mr_product *product = mr_product_at(sheet->m, col);

		if (fact == FACT_NOTES)
			csv_cell_notes(sheet, &product->notes);
		else
			csv_field_string(&sheet->field,
					 fact == FACT_URL ? product->url : product->lifecycle_word);
		for (unsigned side = 0; side < CSV_N_SIDES; side++)
			put_name(layout, layout->sides[col * CSV_N_SIDES + side], "");
	}
	csv_field_end(&sheet->field);
}

static void put_row(struct layout *layout, uint32_t row)
{
	struct csv_sheet *sheet = layout->sheet;
	const struct mr_feature *feature = mr_feature_at(sheet->m, row);
	const struct mr_category *category = mr_category_at(sheet->m, feature->category);

	csv_cell_text(sheet, category->name, "");
	csv_cell_text(sheet, feature->name, "");
	put_name(layout, layout->has_category_url, category->url);
	if (layout->has_category_description)
		csv_cell_text(sheet, category->description, "");
	if (layout->has_category_notes)
		csv_cell_notes(sheet, &category->notes);
	put_name(layout, layout->has_url, feature->url);
	if (layout->has_description)
		csv_cell_text(sheet, feature->description, "");
	if (layout->has_weight)
		csv_cell_weight(sheet, feature);
	if (layout->has_notes)
		csv_cell_notes(sheet, &feature->notes);
	for (uint32_t col = 0; col < sheet->m->products.n; col++) {
		csv_cell_words(sheet, row, col);
		for (unsigned side = 0; side < CSV_N_SIDES; side++)
			if (layout->sides[col * CSV_N_SIDES + side])
				csv_cell_side(sheet, row, col, (enum csv_side)side);
	}
	csv_field_end(&sheet->field);
}

void csv_matrix_put(struct csv_sheet *sheet)
{
	struct layout layout = {.sheet = sheet};

	layout.sides =
		sheet->job->alloc(sheet->job, (size_t)sheet->m->products.n * CSV_N_SIDES + 1);
	find_columns(&layout);
	put_head(&layout);
	sheet->field.n_columns = count_columns(&layout);
	put_fact(&layout, FACT_URL, "url");
	put_fact(&layout, FACT_LIFECYCLE, "lifecycle");
	put_fact(&layout, FACT_NOTES, "notes");
	for (uint32_t row = 0; row < sheet->m->features.n; row++) {
		put_row(&layout, row);
		sheet->job->progress(sheet->job, row + 1, sheet->m->features.n);
	}
	csv_about_put(sheet, layout.n_before);
}
