/* SPDX-License-Identifier: MIT */
#include "xlsx/write/xlsx_page.h"

/* Widths of the columns of each sheet, in letters. */
enum { COLUMNS = 7 };
static const uint8_t widths[XLSX_N_SHEETS][COLUMNS] = {[XLSX_RANKING] = {30, 12, 12, 32, 32, 60},
						       [XLSX_LEGEND] = {16, 60, 18},
						       [XLSX_NOTES] = {8, 70, 45},
						       [XLSX_CHANGES] = {5, 22, 34, 32, 32, 56, 8},
						       [XLSX_DETAILS] = {36, 20, 30, 60, 8}};

uint32_t xlsx_page_room(enum xlsx_writer_sheet sheet, uint32_t col)
{
	return widths[sheet][col] - 2u;
}

void xlsx_page_write(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet, uint32_t row,
		     uint32_t col, const struct xlsx_rich_how *how)
{
	struct out *letters = &writer->rich->letters;
	uint32_t lines = xlsx_plan_lines(out_at(letters), letters->n, xlsx_page_room(sheet, col));

	if (lines > writer->n_lines && how->look != XLSX_LOOK_TITLE)
		writer->n_lines = lines;
	xlsx_rich_write(writer, sheet, row, col, how);
}

void xlsx_page_put(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet, uint32_t row,
		   uint32_t col, const char *words, const char *url,
		   const struct xlsx_rich_how *how)
{
	xlsx_rich_begin(writer);
	xlsx_rich_letters(writer, words, 0);
	xlsx_rich_address(writer, url);
	xlsx_page_write(writer, sheet, row, col, how);
}

void xlsx_page_end_row(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet, uint32_t row)
{
	if (writer->n_lines > 1)
		writer->library->worksheet_set_row_opt(
			writer->sheets[sheet], row, xlsx_plan_height(writer->n_lines), NULL, NULL);
	writer->n_lines = 1;
}

void xlsx_page_define(struct xlsx_writer *writer, const char *name, enum xlsx_writer_sheet sheet,
		      uint32_t first_row, uint32_t last_row, const char *columns)
{
	struct out area;

	out_to_memory(&area, 0);
	out_char(&area, '=');
	xlsx_plan_put_sheet(&area, writer->names[sheet]);
	for (unsigned i = 0; i < 2; i++) {
		out_string(&area, i ? ":$" : "!$");
		out_char(&area, columns[i]);
		out_char(&area, '$');
		out_unsigned(&area, (i ? last_row : first_row) + 1u);
	}
	writer->library->workbook_define_name(writer->book, name, out_at(&area));
	out_release(&area);
}

/* A sheet that is printed upright, as wide as a page. */
void xlsx_page_set_up(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet)
{
	lxw_worksheet *to = writer->sheets[sheet];

	for (uint32_t col = 0; col < COLUMNS && widths[sheet][col]; col++)
		writer->library->worksheet_set_column(to, (lxw_col_t)col, (lxw_col_t)col,
						      widths[sheet][col], NULL);
	writer->library->worksheet_set_paper(to, writer->paper);
	writer->library->worksheet_fit_to_pages(to, 1, 0);
	writer->library->worksheet_set_footer(to, "&R&P / &N");
	if (writer->m->is_rtl)
		writer->library->worksheet_right_to_left(to);
}

/* Whether the comparison has a cell for it, and which. */
static bool find_cell(const struct xlsx_writer *writer, const struct mr_where *where, uint32_t *row,
		      uint32_t *col)
{
	*row = *col = 0;
	if (where->kind == MR_AT_NOTE || where->kind == MR_AT_DOCUMENT)
		return false;
	if (where->kind == MR_AT_CELL || where->kind == MR_AT_FEATURE)
		*row = writer->rows[where->index];
	else if (where->kind == MR_AT_CATEGORY)
		*row = writer->category_rows[where->index];
	if (where->kind == MR_AT_CELL || where->kind == MR_AT_PRODUCT)
		*col = (where->kind == MR_AT_CELL ? where->second : where->index) + 1;
	return *row != UINT32_MAX;
}

void xlsx_page_jump(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet, uint32_t row,
		    uint32_t col, const struct xlsx_rich_how *how)
{
	uint32_t at, at_col;
	struct out place, target;

	if (!find_cell(writer, &how->where, &at, &at_col))
		return;
	out_to_memory(&place, 0);
	out_to_memory(&target, 0);
	xlsx_plan_put_place(&place, at, at_col);
	out_string(&target, "internal:");
	xlsx_plan_put_sheet(&target, writer->names[XLSX_TABLE]);
	out_char(&target, '!');
	out_string(&target, out_at(&place));
	if (writer->n_links[sheet] < XLSX_PLAN_LINKS &&
	    writer->library->worksheet_write_url_opt(writer->sheets[sheet], row, (lxw_col_t)col,
						     out_at(&target), NULL, "-",
						     NULL) == LXW_NO_ERROR)
		writer->n_links[sheet]++;
	xlsx_rich_begin(writer);
	xlsx_rich_letters(writer, out_at(&place), XLSX_FONT_LINK);
	xlsx_rich_write(writer, sheet, row, col, how);
	out_release(&place);
	out_release(&target);
}
