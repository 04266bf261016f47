/* SPDX-License-Identifier: MIT */
#include "csv/write/csv_file.h"

#include "common/change/changes.h"
#include "common/ranking/ranked.h"

#include <stdio.h>

#include "csv/write/csv_sheet.h"

char csv_file_delimiter(const char *word)
{
	static const struct {
		const char *name;
		char delimiter;
	} names[] = {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'},
		     {"\\t", '\t'},  {"pipe", '|'},      {"colon", ':'}};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(word, names[i].name) == 0)
			return names[i].delimiter;
	/* what csv_read takes: an apostrophe is the guard of formulas */
	return word[0] && word[1] == '\0' && !strchr("\"'\r\n", word[0]) ? word[0] : '\0';
}

int csv_file_vet(uint32_t index, const struct mr_value *value, char *why, size_t size)
{
	if (index != CSV_OPTION_DELIMITER || csv_file_delimiter(value->text))
		return 0;
	snprintf(why, size, "one character, or comma, semicolon, tab, pipe or colon");
	return -1;
}

/* Said, since it changes what was written: whoever needs the letters as they are asks for them. */
static void say_defused(struct csv_sheet *sheet)
{
	unsigned long n = (unsigned long)sheet->field.n_defused;

	if (n > 0)
		sheet->job->diag(
			sheet->job, MR_NOTE, sheet->first.kind ? &sheet->first : NULL,
			"%lu field%s that a spreadsheet would take for a formula got an apostrophe; -O formulas=keep leaves %s",
			n, n == 1 ? "" : "s", n == 1 ? "it as it is" : "them as they are");
}

int csv_file_render(struct mr_job *job)
{
	struct csv_sheet sheet = {.job = job, .m = job->matrix};
	int64_t table = mr_option_value(job, CSV_OPTION_TABLE)->integer;
	bool is_long = mr_option_value(job, CSV_OPTION_LAYOUT)->integer == 1;
	struct out out;
	int status;

	if (table != CSV_TABLE_FEATURES && !job->matrix->ranking) {
		job->diag(
			job, MR_ERROR, NULL,
			"there is no ranking to write: --profile ID or --weight FEATURE=N makes one");
		return -1;
	}
	out_to_sink(&out, job->open(job, ""));
	out_to_memory(&sheet.text, 0);
	csv_field_init(&sheet.field, &out,
		       csv_file_delimiter(mr_option_value(job, CSV_OPTION_DELIMITER)->text),
		       mr_option_value(job, CSV_OPTION_FORMULAS)->integer == 1);
	csv_cell_labels(&sheet);
	if (mr_option_value(job, CSV_OPTION_BOM)->integer)
		out_string(&out, "\xEF\xBB\xBF");
	if (table == CSV_TABLE_RANKING)
		csv_ranking_put(&sheet);
	else if (table == CSV_TABLE_QUESTIONS)
		csv_ranking_questions(&sheet);
	else if (is_long)
		csv_long_put(&sheet);
	else
		csv_matrix_put(&sheet);
	if (table == CSV_TABLE_FEATURES)
		ranked_not_shown(job, "-O table=ranking and -O table=questions write it");
	if (!is_long)
		changes_not_shown(job, "-O layout=long has columns for it");
	say_defused(&sheet);
	csv_field_release(&sheet.field);
	out.failed |= sheet.text.failed;
	out_release(&sheet.text);
	status = out_finish(&out);
	out_release(&out);
	if (status != 0)
		job->diag(job, MR_ERROR, NULL, "out of memory");
	job->describe(job, "products", sheet.m->products.n);
	job->describe(job, "features", sheet.m->features.n);
	return status;
}
