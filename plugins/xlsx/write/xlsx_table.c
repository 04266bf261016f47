/* SPDX-License-Identifier: MIT */
#include "xlsx/write/xlsx_table.h"

#include "common/office/office_plain.h"
#include "common/write/weights.h"
#include "xlsx/write/xlsx_aside.h"
#include "xlsx/write/xlsx_comment.h"
#include "xlsx/write/xlsx_condition.h"
#include "xlsx/xlsx_marks.h"
#include "xlsx/write/xlsx_rich.h"
#include "xlsx/write/xlsx_style.h"

#include <stdlib.h>

/*
 * Columns of letters: the narrowest and widest of products; what is longer than one line gets LINES of them where
 * that makes a column no wider.
 */
enum {
	NARROW = 8,
	LINE = 16,
	WIDE = 30,
	LINES = 3,
	NAMES_NARROW = 16,
	NAMES_WIDE = 40,
	WORDS = 48
};

/* ------------------------------------------------------------------ places */

static bool has_descriptions(const struct mr_matrix *m)
{
	for (uint32_t row = 0; row < m->features.n; row++)
		if (!mr_text_is_empty(mr_feature_at(m, row)->description))
			return true;
	return false;
}

static int refuse(struct xlsx_writer *writer, const struct mr_where *where, const char *what,
		  unsigned long n, int most)
{
	writer->job->diag(
		writer->job, MR_ERROR, where,
		"there are %lu %s, a spreadsheet has room for %d beside its heads; choose fewer products or categories",
		n, what, most);
	writer->has_failed = true;
	return -1;
}

int xlsx_table_place(struct xlsx_writer *writer)
{
	const struct mr_matrix *m = writer->m;
	bool is_described = has_descriptions(m);
	uint64_t n_rows = 1;
	int most = XLSX_PLAN_COLUMNS - 1 - is_described;

	if (m->products.n > (uint32_t)most)
		return refuse(writer, &(struct mr_where){MR_AT_PRODUCT, (uint32_t)most, 0, NULL},
			      "products", m->products.n, most);
	writer->rows = calloc((size_t)m->features.n + 1, sizeof(*writer->rows));
	writer->category_rows = calloc((size_t)m->categories.n + 1, sizeof(*writer->category_rows));
	for (uint32_t i = 0; i < m->categories.n; i++) {
		const struct mr_category *category = mr_category_at(m, i);

		writer->category_rows[i] = UINT32_MAX;
		if (!mr_text_is_empty(category->name))
			writer->category_rows[i] = (uint32_t)n_rows++;
		for (uint32_t row = 0; row < category->n_features; row++, n_rows++)
			if (n_rows < XLSX_PLAN_ROWS)
				writer->rows[category->first_feature + row] = (uint32_t)n_rows;
			else
				return refuse(writer,
					      &(struct mr_where){MR_AT_FEATURE,
								 category->first_feature + row, 0,
								 NULL},
					      "features", m->features.n,
					      XLSX_PLAN_ROWS - 1 - (int)m->categories.n);
	}
	writer->last_row = (uint32_t)n_rows - 1;
	writer->last_col = m->products.n + is_described;
	writer->description_col = is_described ? m->products.n + 1 : 0;
	return 0;
}

/* ------------------------------------------------------------------ widths */

static void widen(uint32_t *width, const char *text, size_t n, uint32_t most)
{
	uint32_t now = office_plain_width(text, n);

	if (now > most)
		now = most;
	if (now > *width)
		*width = now;
}

static bool has_link(const struct mr_text *text)
{
	for (uint32_t i = 0; i < text->spans.n; i++)
		if (*mr_span_at(text, i)->url)
			return true;
	return false;
}

/* From the content: a short line as it is, of longer ones a third, and always the longest word; links in one line. */
static uint32_t width_of_text(const char *text, size_t n, bool is_linked)
{
	uint32_t line = office_plain_width(text, n), word, third;

	if (line <= LINE || (is_linked && line <= WIDE))
		return line;
	word = office_plain_word(text, n);
	third = line / LINES < WIDE ? line / LINES : WIDE;
	third = third > LINE ? third : LINE;
	word = word < WIDE ? word : WIDE;
	return third > word ? third : word;
}

/* Letters of a line in column `col` that is not cut. */
static uint32_t room_of(const struct xlsx_writer *writer, uint32_t col)
{
	return writer->widths[col] - 2;
}

/* With room for the symbol and the mark before and behind the words, and the button of the filter. */
static uint32_t width_of(const struct mr_matrix *m, uint32_t col)
{
	const char *name = mr_product_at(m, col)->name;
	uint32_t width = width_of_text(name, strlen(name), true);

	width = width > NARROW ? width : NARROW;
	for (uint32_t row = 0; row < m->features.n && width < WIDE; row++) {
		const struct mr_text *text = mr_cell_at(m, row, col)->text;
		uint32_t now = width_of_text(text->plain, text->n_bytes, has_link(text));

		width = now > width ? now : width;
	}
	return width + 4;
}

static uint32_t width_of_names(const struct mr_matrix *m)
{
	uint32_t width = NAMES_NARROW;

	for (uint32_t row = 0; row < m->features.n && width < NAMES_WIDE; row++) {
		const struct mr_text *name = mr_feature_at(m, row)->name;

		widen(&width, name->plain, name->n_bytes, NAMES_WIDE);
	}
	return width + 3;
}

static uint32_t set_widths(struct xlsx_writer *writer)
{
	uint32_t sum = 0;

	writer->widths = calloc((size_t)writer->last_col + 1, sizeof(*writer->widths));
	for (uint32_t col = 0; col <= writer->last_col; col++) {
		writer->widths[col] = col == 0 ? width_of_names(writer->m)
				      : col == writer->description_col
					      ? (uint32_t)WORDS
					      : width_of(writer->m, col - 1);
		writer->library->worksheet_set_column(writer->sheets[XLSX_TABLE], (lxw_col_t)col,
						      (lxw_col_t)col, writer->widths[col], NULL);
		sum += writer->widths[col];
	}
	return sum;
}

/* ------------------------------------------------------------------ heights */

/* What was gathered for the cell in column `col` may need more lines than its neighbours. */
static void count_lines(struct xlsx_writer *writer, uint32_t col)
{
	const struct out *letters = &writer->rich->letters;
	uint32_t lines =
		xlsx_plan_lines(out_at(&writer->rich->letters), letters->n, room_of(writer, col));

	if (lines > writer->n_lines)
		writer->n_lines = lines;
}

/*
 * Excel finds heights itself, others do not: rows of several lines get theirs.  A category's features can be folded
 * into its row.
 */
static void set_height(struct xlsx_writer *writer, uint32_t row, uint8_t level)
{
	lxw_row_col_options outline = {.level = level};

	if (writer->n_lines > 1 || level > 0)
		writer->library->worksheet_set_row_opt(writer->sheets[XLSX_TABLE], row,
						       xlsx_plan_height(writer->n_lines), NULL,
						       &outline);
	writer->n_lines = 1;
}

/* ------------------------------------------------------------------ head and names */

static void put_head(struct xlsx_writer *writer)
{
	const struct mr_matrix *m = writer->m;
	struct xlsx_rich_how how = {.look = XLSX_LOOK_HEAD};
	struct out marks;

	out_to_memory(&marks, 0);
	xlsx_rich_begin(writer);
	xlsx_rich_letters(writer, mr_word(m, "feature", "Feature"), 0);
	xlsx_rich_write(writer, XLSX_TABLE, 0, 0, &how);
	for (uint32_t col = 0; col < m->products.n; col++) {
		const struct mr_product *product = mr_product_at(m, col);

		how.columns = room_of(writer, col + 1);
		how.where = (struct mr_where){MR_AT_PRODUCT, col, 0, NULL};
		xlsx_rich_begin(writer);
		xlsx_rich_letters(writer, product->name, 0);
		out_clear(&marks);
		xlsx_marks_put(&marks, m, &product->notes);
		xlsx_marks_put_sign(&marks, mr_was_product(m, col));
		xlsx_rich_address(writer, product->url);
		xlsx_rich_letters(writer, out_at(&marks), 0);
		if (*product->lifecycle_word) {
			xlsx_rich_letters(writer, " (", XLSX_FONT_SMALL);
			xlsx_rich_letters(writer, product->lifecycle_word, XLSX_FONT_SMALL);
			xlsx_rich_letters(writer, ")", XLSX_FONT_SMALL);
		}
		count_lines(writer, col + 1);
		xlsx_rich_write(writer, XLSX_TABLE, 0, col + 1, &how);
		xlsx_comment_put(writer, 0, col + 1, &product->notes, &how.where);
		xlsx_aside_tell(writer, &how.where, NULL);
	}
	if (writer->description_col) {
		xlsx_rich_begin(writer);
		xlsx_rich_letters(writer, mr_word(m, "description", "Description"), 0);
		xlsx_rich_write(writer, XLSX_TABLE, 0, writer->description_col, &how);
	}
	out_release(&marks);
}

/* A name in the first column, with its weight, its marks and what it leads to. */
static void put_name(struct xlsx_writer *writer, uint32_t row, const struct mr_text *name,
		     const struct mr_array *notes, const char *url, const struct xlsx_rich_how *how)
{
	const struct mr_feature *feature = how->where.kind == MR_AT_FEATURE
						   ? mr_feature_at(writer->m, how->where.index)
						   : NULL;
	const struct mr_category *category = how->where.kind == MR_AT_CATEGORY
						     ? mr_category_at(writer->m, how->where.index)
						     : NULL;
	struct out behind;

	out_to_memory(&behind, 0);
	xlsx_rich_begin(writer);
	xlsx_rich_text(writer, name, 0);
	xlsx_rich_address(writer, url);
	xlsx_marks_put(&behind, writer->m, notes);
	xlsx_marks_put_sign(&behind, feature ? mr_was_feature(writer->m, how->where.index)
					     : mr_was_category(writer->m, how->where.index));
	xlsx_rich_letters(writer, out_at(&behind), 0);
	if (feature && weights_has_mark(feature)) {
		out_clear(&behind);
		weights_put_mark(&behind, feature);
		xlsx_rich_letters(writer, out_at(&behind), XLSX_FONT_SMALL);
	}
	if (category && !mr_text_is_empty(category->description)) {
		xlsx_rich_letters(writer, " – ", XLSX_FONT_SMALL);
		xlsx_rich_text(writer, category->description, XLSX_FONT_SMALL);
	}
	if (feature)
		count_lines(writer, 0);
	xlsx_rich_write(writer, XLSX_TABLE, row, 0, how);
	xlsx_comment_put(writer, row, 0, notes, &how->where);
	xlsx_aside_tell(writer, &how->where, NULL);
	out_release(&behind);
}

static void put_category(struct xlsx_writer *writer, uint32_t index)
{
	const struct mr_category *category = mr_category_at(writer->m, index);
	uint32_t row = writer->category_rows[index];
	struct xlsx_rich_how how = {.look = XLSX_LOOK_CATEGORY,
				    .where = {MR_AT_CATEGORY, index, 0, NULL}};

	if (row == UINT32_MAX)
		return;
	put_name(writer, row, category->name, &category->notes, category->url, &how);
	for (uint32_t col = 1; col <= writer->last_col; col++)
		writer->library->worksheet_write_blank(
			writer->sheets[XLSX_TABLE], row, (lxw_col_t)col,
			xlsx_style_cell(writer, XLSX_LOOK_CATEGORY, 0, 0, false));
}

/* ------------------------------------------------------------------ cells */

/* "Timeout yes" a line; a part whose words do not say its status shows the symbol. */
static void gather_parts(struct xlsx_writer *writer, const struct mr_cell_detail *detail)
{
	struct out marks;

	out_to_memory(&marks, 0);
	for (uint32_t i = 0; i < detail->parts.n; i++) {
		const struct mr_part *part = mr_part_at(detail, i);
		const struct mr_status *status = mr_status_at(writer->m, part->status);

		xlsx_rich_letters(writer, i ? "\n" : "", 0);
		xlsx_rich_letters(writer, part->name, 0);
		xlsx_rich_letters(writer, " ", 0);
		if (status && !xlsx_plan_begins(part->text->plain, status->label)) {
			xlsx_rich_letters(writer, status->symbol, 0);
			xlsx_rich_letters(writer, " ", 0);
		}
		xlsx_rich_text(writer, part->text, 0);
		out_clear(&marks);
		xlsx_marks_put(&marks, writer->m, &part->notes);
		xlsx_rich_letters(writer, out_at(&marks), 0);
	}
	out_release(&marks);
}

static void gather(struct xlsx_writer *writer, const struct mr_cell *cell)
{
	const struct mr_cell_detail *detail = cell->detail;

	xlsx_rich_begin(writer);
	if (detail && cell->kind == MR_CELL_PARTS && detail->parts.n > 0) {
		gather_parts(writer, detail);
	} else if (detail && cell->kind == MR_CELL_LIST && detail->items.n > 0) {
		for (uint32_t i = 0; i < detail->items.n; i++) {
			xlsx_rich_letters(writer, i ? ", " : "", 0);
			xlsx_rich_text(writer, mr_item_at(detail, i), 0);
		}
	} else {
		xlsx_rich_text(writer, cell->text, 0);
	}
}

static void put_cell(struct xlsx_writer *writer, uint32_t row, uint32_t col)
{
	static const struct mr_array none = {NULL, 0, 0};
	const struct mr_cell *cell = mr_cell_at(writer->m, row, col);
	const struct mr_status *status =
		cell->kind == MR_CELL_STATUS ? mr_status_at(writer->m, cell->status) : NULL;
	struct xlsx_rich_how how = {.look = xlsx_style_look(writer, cell),
				    .where = {MR_AT_CELL, row, col, NULL},
				    .symbol = status ? status->symbol : NULL,
				    .columns = room_of(writer, col + 1) - (status ? 2 : 0),
				    .is_bare = cell->kind == MR_CELL_PARTS};

	how.group = xlsx_marks_group(writer->marks, row, col);
	gather(writer, cell);
	count_lines(writer, col + 1);
	xlsx_rich_write(writer, XLSX_TABLE, writer->rows[row], col + 1, &how);
	xlsx_comment_put(writer, writer->rows[row], col + 1,
			 cell->detail ? &cell->detail->notes : &none, &how.where);
	xlsx_aside_tell(writer, &how.where, cell);
}

static void put_feature(struct xlsx_writer *writer, uint32_t row)
{
	const struct mr_feature *feature = mr_feature_at(writer->m, row);
	struct xlsx_rich_how how = {.look = XLSX_LOOK_FEATURE,
				    .columns = room_of(writer, 0),
				    .where = {MR_AT_FEATURE, row, 0, NULL}};

	put_name(writer, writer->rows[row], feature->name, &feature->notes, feature->url, &how);
	for (uint32_t col = 0; col < writer->m->products.n; col++)
		put_cell(writer, row, col);
	if (!writer->description_col)
		return;
	how.look = XLSX_LOOK_TEXT;
	how.columns = room_of(writer, writer->description_col);
	xlsx_rich_begin(writer);
	xlsx_rich_text(writer, feature->description, 0);
	count_lines(writer, writer->description_col);
	xlsx_rich_write(writer, XLSX_TABLE, writer->rows[row], writer->description_col, &how);
	xlsx_aside_tell(writer, &how.where, NULL);
}

/* ------------------------------------------------------------------ the sheet */

static void set_header(struct xlsx_writer *writer)
{
	const struct mr_matrix *m = writer->m;
	struct out line;

	out_to_memory(&line, 0);
	out_string(&line, "&L&\"Calibri,Bold\"");
	xlsx_plan_put_header(&line, m->title, 150);
	if (m->as_of.year > 0) {
		out_string(&line, "&R&\"Calibri,Regular\"");
		out_date(&line, m->as_of);
	}
	writer->library->worksheet_set_header(writer->sheets[XLSX_TABLE], out_at(&line));
	out_clear(&line);
	out_string(&line, "&L");
	xlsx_plan_put_header(&line, m->credit.text, 170);
	out_string(&line, *m->credit.text && *m->credit.license ? ", " : "");
	xlsx_plan_put_header(&line, m->credit.license, 40);
	out_string(&line, "&R&P / &N");
	writer->library->worksheet_set_footer(writer->sheets[XLSX_TABLE], out_at(&line));
	out_release(&line);
}

/* Across as one page where that can be read, else at a fixed scale with the names on each. */
static void set_print(struct xlsx_writer *writer, uint32_t width)
{
	lxw_worksheet *to = writer->sheets[XLSX_TABLE];

	writer->library->worksheet_set_paper(to, writer->paper);
	writer->library->worksheet_set_landscape(to);
	writer->library->worksheet_set_margins(to, 0.4, 0.4, 0.7, 0.6);
	if (width <= writer->page_columns) {
		writer->library->worksheet_fit_to_pages(to, 1, 0);
	} else {
		writer->library->worksheet_set_print_scale(to, 60);
		writer->library->worksheet_print_across(to);
	}
	writer->library->worksheet_repeat_rows(to, 0, 0);
	writer->library->worksheet_repeat_columns(to, 0, 0);
	writer->library->worksheet_print_area(to, 0, 0, writer->last_row,
					      (lxw_col_t)writer->last_col);
	set_header(writer);
}

void xlsx_table_write(struct xlsx_writer *writer)
{
	const struct mr_matrix *m = writer->m;
	lxw_worksheet *to = writer->sheets[XLSX_TABLE];

	writer->n_lines = 1;
	set_print(writer, set_widths(writer));
	if (m->is_rtl)
		writer->library->worksheet_right_to_left(to);
	writer->library->worksheet_freeze_panes(to, 1, 1);
	writer->library->worksheet_outline_settings(to, LXW_TRUE, LXW_FALSE, LXW_TRUE, LXW_FALSE);
	put_head(writer);
	set_height(writer, 0, 0);
	for (uint32_t i = 0; i < m->categories.n && !writer->has_failed; i++) {
		const struct mr_category *category = mr_category_at(m, i);

		put_category(writer, i);
		for (uint32_t row = category->first_feature;
		     row < category->first_feature + category->n_features; row++) {
			put_feature(writer, row);
			set_height(writer, writer->rows[row],
				   writer->category_rows[i] != UINT32_MAX);
			writer->job->progress(writer->job, row, m->features.n);
		}
	}
	writer->library->worksheet_autofilter(to, 0, 0, writer->last_row,
					      (lxw_col_t)writer->last_col);
	xlsx_condition_put(writer);
}
