/* SPDX-License-Identifier: MIT */
#include "xlsx/write/xlsx_render.h"

#include "common/office/office_properties.h"
#include "common/write/library.h"
#include "xlsx/write/xlsx_aside.h"
#include "xlsx/write/xlsx_changes.h"
#include "xlsx/xlsx_marks.h"
#include "xlsx/write/xlsx_ranking.h"
#include "xlsx/write/xlsx_rich.h"
#include "xlsx/write/xlsx_style.h"
#include "xlsx/write/xlsx_table.h"
#include "xlsx/write/xlsx_temp.h"
#include "xlsx/xlsx_writer.h"

#include <stdlib.h>

/* The papers that XLSX_RENDER_PAPERS names: their numbers (18.3.1.63), and letters of 6.6 points across them. */
static const struct {
	uint8_t number;
	uint32_t columns;
} papers[] = {{9, 250}, {8, 360}, {1, 235}, {5, 300}, {3, 370}};

static void name_sheets(struct xlsx_writer *writer)
{
	char changes[XLSX_CHANGES_NAME];
	const char *const wanted[] = {*writer->m->title ? writer->m->title
							: mr_word(writer->m, "table", "Table"),
				      mr_word(writer->m, "ranking", "Ranking"),
				      mr_word(writer->m, "legend", "Legend"),
				      mr_word(writer->m, "notes", "Notes"),
				      xlsx_changes_name(writer, changes),
				      mr_word(writer->m, "details", "Details")};

	for (unsigned i = 0; i < XLSX_N_SHEETS; i++)
		xlsx_plan_name(writer->names[i], wanted[i], writer->names[0], i);
}

/* All sheets but that of details, which is made when there is one. */
static void add_sheets(struct xlsx_writer *writer)
{
	for (unsigned i = 0; i < XLSX_DETAILS; i++)
		if ((i != XLSX_NOTES || writer->m->notes.n > 0) &&
		    (i != XLSX_RANKING || writer->m->ranking) &&
		    (i != XLSX_CHANGES || writer->m->since))
			writer->sheets[i] = writer->library->workbook_add_worksheet(
				writer->book, writer->names[i]);
}

/* Title and the like stand in docProps/core.xml, which is ours. */
static int open_book(struct xlsx_writer *writer, const char *path)
{
	lxw_workbook_options options = {.use_zip64 = LXW_FALSE};
	lxw_doc_properties properties = {.created = 1};

	writer->book = writer->library->workbook_new_opt(path, &options);
	if (!writer->book)
		return -1;
	writer->library->workbook_set_properties(writer->book, &properties);
	writer->library->workbook_unset_default_url_format(writer->book);
	return 0;
}

static int hand_over(struct mr_job *job, struct mr_sink *sink, struct mr_bytes book)
{
	struct office_package package;
	struct office_properties properties;
	int status;

	office_package_open(&package, job, book.at, book.n);
	office_properties_put(&package, &properties);
	status = office_package_write(&package, sink);
	office_properties_release(&properties);
	return status;
}

/* The workbook in memory, and from there to the sink; -1 after an error was reported. */
static int write_book(struct xlsx_writer *writer, struct mr_sink *sink)
{
	char path[64];
	void *book = xlsx_temp_open(path, sizeof(path));
	struct mr_bytes bytes;
	int status = -1;

	if (!book || open_book(writer, path) != 0)
		goto failed;
	name_sheets(writer);
	add_sheets(writer);
	xlsx_table_write(writer);
	if (!writer->has_failed) {
		if (writer->sheets[XLSX_RANKING])
			xlsx_ranking_write(writer);
		xlsx_aside_legend(writer);
		if (writer->sheets[XLSX_NOTES])
			xlsx_aside_notes(writer);
		if (writer->sheets[XLSX_CHANGES])
			xlsx_changes_write(writer);
		xlsx_aside_details_end(writer);
	}
	if (writer->has_failed)
		return -1; /* the library writes on in its memory: that stays */
	if (writer->library->workbook_close(writer->book) != LXW_NO_ERROR)
		goto failed;
	bytes = xlsx_temp_bytes(book);
	if (bytes.n == 0)
		goto failed;
	status = hand_over(writer->job, sink, bytes);
	xlsx_temp_close(book);
	return status;
failed:
	xlsx_temp_close(book);
	writer->job->diag(writer->job, MR_ERROR, NULL, "the workbook cannot be made in memory");
	return -1;
}

int xlsx_render(struct mr_job *job)
{
	struct xlsx_writer writer = {.job = job, .m = job->matrix};
	const struct mr_value *paper = mr_option_value(job, XLSX_RENDER_PAPER);
	struct mr_sink *sink = job->open(job, "");
	struct xlsx_library_writing library;
	char why[LIBRARY_WHY];
	int status = -1;

	if (!office_xml_can(job))
		return -1;
	if (xlsx_library_open_writing(&library) != 0) {
		job->diag(job, MR_ERROR, NULL, "libxlsxwriter, which writes this format, %s",
			  library_problem("libxlsxwriter4", why));
		return -1;
	}
	writer.library = &library;

	writer.paper = papers[paper->integer].number;
	writer.page_columns = papers[paper->integer].columns;
	if (xlsx_table_place(&writer) == 0) {
		writer.marks = xlsx_marks_new(writer.m);
		xlsx_style_init(&writer);
		xlsx_rich_init(&writer);
		status = write_book(&writer, sink);
		job->describe(job, "rows", writer.last_row + 1u);
	}
	xlsx_rich_release(&writer);
	xlsx_style_release(&writer);
	xlsx_marks_free(writer.marks);
	free(writer.widths);
	free(writer.rows);
	free(writer.category_rows);
	return status;
}
