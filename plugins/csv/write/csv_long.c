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

/* Behind them where there is an older edition. */
static const char *const columns_then[] = {"change",    "changed",   "was_status", "was_words",
					   "was_notes", "was_since", "was_source", "was_verified"};

enum { N_COLUMNS_THEN = sizeof(columns_then) / sizeof(*columns_then) };

enum { N_COLUMNS = sizeof(columns) / sizeof(*columns), WORDS_COLUMN = 5 };

static const char *like_of(const struct mr_cell *cell)
{
	static const char *const likes[MR_N_LIKES] = {"yes", "partial", "no", "unknown", "na"};

	return cell->like < MR_N_LIKES ? likes[cell->like] : "";
}

/* Of the cell; where that did not change, of its feature or product if they were added. */
static const char *change_of(const struct mr_matrix *m, uint32_t row, uint32_t col)
{
	const struct mr_was *was = mr_was_cell(m, row, col);

	if (was->kind != MR_CHANGE_NONE)
		return was->tone == MR_TONE_LOUD    ? "lost"
		       : was->tone == MR_TONE_QUIET ? "quiet"
						    : "changed";
	if (mr_was_feature(m, row)->kind == MR_CHANGE_ADDED ||
	    mr_was_product(m, col)->kind == MR_CHANGE_ADDED)
		return "added";
	return "";
}

static void put_what(struct csv_sheet *sheet, uint32_t what)
{
	static const char *const words[] = {"status", "words", "notes", "links", "evidence"};
	struct out list;

	out_to_memory(&list, 0);
	for (uint32_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (!(what >> i & 1))
			continue;
		out_string(&list, list.n > 0 ? " " : "");
		out_string(&list, words[i]);
	}
	csv_field_string(&sheet->field, out_at(&list));
	sheet->field.out->failed |= list.failed;
	out_release(&list);
}

static void put_then(struct csv_sheet *sheet, uint32_t row, uint32_t col)
{
	const struct mr_matrix *now = sheet->m;
	const struct mr_cell *then = mr_then_cell(now, row, col);
	const struct mr_status *status;

	csv_field_string(&sheet->field, change_of(now, row, col));
	put_what(sheet, mr_was_cell(now, row, col)->what);
	if (!then || !mr_was_other(mr_was_cell(now, row, col)))
		return; /* the end of the row fills in what is empty */
	status = mr_status_at(now->since->old, then->status);
	csv_field_string(&sheet->field, status ? status->label : "");
	csv_cell_text(sheet, then->text, "");
	sheet->m = now->since->old;
	for (unsigned side = CSV_NOTES; side < CSV_N_SIDES; side++)
		csv_cell_side(sheet, mr_was_feature(now, row)->then, mr_was_product(now, col)->then,
			      (enum csv_side)side);
	sheet->m = now;
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
	if (sheet->m->since)
		put_then(sheet, row, col);
	csv_field_end(field);
}

void csv_long_put(struct csv_sheet *sheet)
{
	sheet->field.n_columns = N_COLUMNS + (sheet->m->since ? N_COLUMNS_THEN : 0);
	for (uint32_t i = 0; i < N_COLUMNS; i++)
		csv_field_string(&sheet->field, columns[i]);
	for (uint32_t i = 0; i < N_COLUMNS_THEN && sheet->m->since; i++)
		csv_field_string(&sheet->field, columns_then[i]);
	csv_field_end(&sheet->field);
	for (uint32_t row = 0; row < sheet->m->features.n; row++) {
		for (uint32_t col = 0; col < sheet->m->products.n; col++)
			put_cell(sheet, row, col);
		sheet->job->progress(sheet->job, row + 1, sheet->m->features.n);
	}
	csv_about_put(sheet, WORDS_COLUMN - 2);
}
