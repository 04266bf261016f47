/* SPDX-License-Identifier: MIT */
/*
 * A row for each product of a ranking, or for each unknown cell that would decide it: tables of their own (-O table), since
 * a file of fields holds one.  Scores are numbers from 0 to 1, the exact fraction beside them.
 */
#include "csv/write/csv_sheet.h"

#include "common/write/number.h"

enum { DECIMALS = 6 };

static void put_unsigned(struct csv_sheet *sheet, uint64_t value)
{
	char text[NUMBER_SIZE];

	csv_field_put(&sheet->field, text, number_unsigned(text, value));
}

static void put_share(struct csv_sheet *sheet, double share)
{
	char text[NUMBER_SIZE];

	csv_field_put(&sheet->field, text, number_decimal(text, share, DECIMALS));
}

/* Ids, parted by spaces. */
static void put_requirements(struct csv_sheet *sheet, const struct mr_array *indexes)
{
	out_clear(&sheet->text);
	for (uint32_t i = 0; i < indexes->n; i++) {
		out_string(&sheet->text, i ? " " : "");
		out_string(&sheet->text,
			   mr_requirement_at(sheet->m->ranking, mr_index_at(indexes, i))->id);
	}
	csv_field_string(&sheet->field, out_at(&sheet->text));
}

static void put_product(struct csv_sheet *sheet, const struct mr_ranked *is)
{
	static const char *const standings[] = {"in", "open", "failed", "out"};
	const struct mr_product *product = mr_product_at(sheet->m, is->product);
	bool has_place = is->first_place > 0;

	csv_field_string(&sheet->field, product->name);
	csv_field_string(&sheet->field, product->id);
	csv_field_string(&sheet->field,
			 standings[is->standing <= MR_RANKED_OUT ? is->standing : MR_RANKED_OUT]);
	for (int i = 0; i < 2; i++) {
		if (has_place)
			put_unsigned(sheet, i ? is->last_place : is->first_place);
		else
			csv_field_string(&sheet->field, "");
	}
	if (is->all_units > 0) {
		put_share(sheet, is->low);
		put_share(sheet, is->high);
		put_unsigned(sheet, is->low_units);
		put_unsigned(sheet, is->high_units);
		put_unsigned(sheet, is->all_units);
	} else {
		for (int i = 0; i < 5; i++)
			csv_field_string(&sheet->field, "");
	}
	put_requirements(sheet, &is->failed);
	put_requirements(sheet, &is->open);
	csv_field_end(&sheet->field);
}

static void put_heads(struct csv_sheet *sheet, const char *const *heads, uint32_t n)
{
	sheet->field.n_columns = n;
	for (uint32_t i = 0; i < n; i++)
		csv_field_string(&sheet->field, heads[i]);
	csv_field_end(&sheet->field);
}

void csv_ranking_put(struct csv_sheet *sheet)
{
	static const char *const heads[] = {"product",    "product id", "standing", "first place",
					    "last place", "low",        "high",     "low units",
					    "high units", "all units",  "lacks",    "open"};

	put_heads(sheet, heads, sizeof(heads) / sizeof(*heads));
	for (uint32_t i = 0; i < sheet->m->ranking->ranked.n; i++)
		put_product(sheet, mr_ranked_at(sheet->m->ranking, i));
}

void csv_ranking_questions(struct csv_sheet *sheet)
{
	static const char *const heads[] = {"product",  "product id", "feature", "feature id",
					    "required", "pairs",      "share"};
	const struct mr_matrix *m = sheet->m;

	put_heads(sheet, heads, sizeof(heads) / sizeof(*heads));
	for (uint32_t i = 0; i < m->ranking->deciding.n; i++) {
		const struct mr_deciding *is = mr_deciding_at(m->ranking, i);
		const struct mr_requirement *requirement =
			mr_requirement_at(m->ranking, is->requirement);
		const struct mr_feature *feature = mr_feature_at(m, is->row);

		csv_field_string(&sheet->field, mr_product_at(m, is->product)->name);
		csv_field_string(&sheet->field, mr_product_at(m, is->product)->id);
		if (feature) {
			csv_cell_text(sheet, feature->name, "");
			csv_field_string(&sheet->field, feature->id);
		} else if (requirement) { /* of a feature that is none of the rows */
			csv_cell_text(sheet, requirement->name, "");
			csv_field_string(&sheet->field, requirement->id);
		}
		csv_field_string(&sheet->field, requirement ? "yes" : "no");
		put_unsigned(sheet, is->n_pairs);
		put_share(sheet, is->share);
		csv_field_end(&sheet->field);
	}
}
