/* SPDX-License-Identifier: MIT */
/* Rows that are no features: what the statuses count as, and whose data it is. */
#include "csv/write/csv_sheet.h"

static void put_row(struct csv_sheet *sheet, const char *kind, const char *key, uint32_t n_before,
		    const char *value)
{
	csv_field_string(&sheet->field, kind);
	csv_field_string(&sheet->field, key);
	for (uint32_t i = 0; i < n_before; i++)
		csv_field_string(&sheet->field, "");
	csv_field_string(&sheet->field, value);
}

static void put_statuses(struct csv_sheet *sheet, uint32_t n_before)
{
	static const char *const likes[MR_N_LIKES] = {"yes", "partial", "no", "unknown", "na"};

	for (uint32_t i = 0; i < sheet->m->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(sheet->m, i);

		if (!status->is_used)
			continue;
		out_clear(&sheet->text);
		out_string(&sheet->text, status->symbol);
		out_char(&sheet->text, ' ');
		out_string(&sheet->text,
			   likes[status->like < MR_N_LIKES ? status->like : MR_LIKE_UNKNOWN]);
		put_row(sheet, CSV_ABOUT_STATUS, status->label, n_before, out_at(&sheet->text));
		csv_field_end(&sheet->field);
	}
}

static void put_fact(struct csv_sheet *sheet, const char *key, uint32_t n_before, const char *value)
{
	if (!*value)
		return;
	put_row(sheet, CSV_ABOUT_DATASET, key, n_before, value);
	csv_field_end(&sheet->field);
}

void csv_about_put(struct csv_sheet *sheet, uint32_t n_before)
{
	const struct mr_matrix *m = sheet->m;

	put_statuses(sheet, n_before);
	put_fact(sheet, "title", n_before, m->title);
	put_fact(sheet, "subtitle", n_before, m->subtitle);
	put_fact(sheet, "language", n_before, m->language);
	out_clear(&sheet->text);
	out_date(&sheet->text, m->as_of);
	put_fact(sheet, "as_of", n_before, out_at(&sheet->text));
	put_fact(sheet, "selection", n_before, m->selection.words);
	put_fact(sheet, "credit", n_before, m->credit.text);
	put_fact(sheet, "credit url", n_before, m->credit.url);
	put_fact(sheet, "license", n_before, m->credit.license);
	put_fact(sheet, "formulas", n_before, sheet->field.n_defused > 0 ? "defused" : "");
	put_fact(sheet, "stamp", n_before, mr_stamp_mark(sheet->job));
	put_fact(sheet, "generator", n_before, sheet->job->generator);
}
