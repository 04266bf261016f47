/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "pdf/book/pdf_slots.h"

#include "pdf/content/pdf_axes.h"
#include "pdf/content/pdf_cell.h"
#include "pdf/content/pdf_codes.h"
#include "pdf/content/pdf_contents.h"
#include "pdf/book/pdf_laid.h"
#include "pdf/content/pdf_notes.h"
#include "pdf/content/pdf_ranking.h"
#include "pdf/content/pdf_scale.h"
#include "pdf/content/pdf_title_page.h"
#include "pdf/content/pdf_totals.h"
#include "pdf/content/pdf_whole.h"

static void put_slot(struct pdf_book *book, uint32_t *n, struct pdf_block block, float x,
		     float width)
{
	struct pdf_slot slot = {.store = &book->store,
				.block = block,
				.x = x + book->pad,
				.width = width - 2 * book->pad};

	if (slot.width < 1)
		slot.width = 1;
	if (book->matrix->is_rtl)
		slot.x = book->line - slot.x - slot.width;
	assert(*n < book->n_places);
	book->slots[(*n)++] = slot;
}

/* Text that stands on the body's edges, without a cell's padding. */
static void put_line(struct pdf_book *book, uint32_t *n, struct pdf_block block, float x,
		     float width)
{
	put_slot(book, n, block, x - book->pad, width + 2 * book->pad);
}

bool pdf_slots_is_slanted(const struct pdf_book *book, const struct pdf_table *table)
{
	return book->slant.length > 0 && table->kind == PDF_TABLE_GROUP;
}

void pdf_slots_slant(const struct pdf_book *book, struct pdf_block block, float *length,
		     float *thickness)
{
	const struct pdf_store *store = &book->store;
	float word;

	pdf_block_widths(store, &block, length, &word);
	*thickness = PDF_LEADING;
	if (*length <= book->slant.length)
		return;
	*length = book->slant.length;
	*thickness = pdf_block_height(store, &block, *length);
}

/* em behind the signs of a column, at most. */
static float marks_width(const struct pdf_book *book, uint32_t col)
{
	return PDF_SIGN_LETTER * book->store.mark_scale * (float)book->signs.needs[col].marks;
}

/* A name above its column: the middle of its slot is that of the signs, and it is set on a slanted line. */
static void put_slanted(struct pdf_book *book, uint32_t *n, uint32_t col, float x, float width)
{
	float marks = marks_width(book, col) * book->size;

	put_line(book, n, pdf_axes_slanted(book, col), x, width - marks);
}

/* Above the first column: what stands in it. */
static struct pdf_block corner(struct pdf_book *book, const struct pdf_table *table)
{
	const char *word = pdf_axes_is_turned(book, table)
				   ? mr_word(book->matrix, "product", "Product")
				   : mr_word(book->matrix, "feature", "Feature");

	return pdf_words_block(&book->store, word, SHAPE_BOLD, PDF_INK_TEXT, 1);
}

static uint32_t table_head(struct pdf_book *book, const struct pdf_table *table)
{
	bool is_slanted = pdf_slots_is_slanted(book, table);
	float x = table->feature_width;
	uint32_t n = 0;

	put_slot(book, &n, corner(book, table), 0, x);
	for (uint32_t i = 0; i < table->n_products; i++) {
		float width = pdf_scale_product_width(book, table, i);
		uint32_t column = pdf_axes_column(book, table, i);

		if (is_slanted)
			put_slanted(book, &n, column, x, width);
		else if (table->kind == PDF_TABLE_GROUP)
			put_slot(book, &n, pdf_axes_head(book, column), x, width);
		else
			put_slot(book, &n,
				 pdf_cell_product(&book->words, &book->store, column, true), x,
				 width);
		x += width;
	}
	x += table->tail_width;
	if (table->worksheet_width > 0)
		put_slot(book, &n,
			 pdf_words_block(&book->store, mr_word(book->matrix, "notes", "Notes"),
					 SHAPE_BOLD, PDF_INK_TEXT, 1),
			 x, table->worksheet_width);
	return n;
}

/* A block of the table, wherever it is kept. */
static void put_laid(struct pdf_book *book, uint32_t *n, struct pdf_laid laid, float x, float width)
{
	put_slot(book, n, laid.block, x, width);
	book->slots[*n - 1].store = laid.store;
}

/* Signs stand in the middle of their column, one below the other, and letters behind them. */
static void centre(const struct pdf_book *book, struct pdf_slot *slot, uint32_t col)
{
	float natural, word, side;

	pdf_block_widths(slot->store, &slot->block, &natural, &word);
	if (slot->block.n && slot->store->pars[slot->block.first].symbol)
		natural = PDF_SIGN_SLOT + marks_width(book, col);
	side = (slot->width - natural * book->size) / 2;
	if (side < -book->pad)
		return;
	slot->x += side;
	slot->width -= 2 * side - 0.05f;
}

static uint32_t cells_row(struct pdf_book *book, const struct pdf_row *row)
{
	const struct pdf_table *table = &book->tables[row->table];
	float x = table->feature_width;
	bool is_sheet = table->kind == PDF_TABLE_SHEET;
	uint32_t n = 0;

	if (row->kind == PDF_ROW_PRODUCT)
		put_slot(book, &n, pdf_cell_product(&book->words, &book->store, row->index, true),
			 0, x);
	else
		put_laid(book, &n, pdf_laid_cell(book, row->index, 0, is_sheet), 0, x);
	for (uint32_t i = 0; i < table->n_products; i++) {
		float width = pdf_scale_product_width(book, table, i);
		struct pdf_at at = pdf_axes_spot(book, row, i);

		put_laid(book, &n, pdf_laid_cell(book, at.row, 1 + at.col, is_sheet), x, width);
		if (book->options.has_signs && !is_sheet)
			centre(book, &book->slots[n - 1], pdf_axes_column(book, table, i));
		x += width;
	}
	x += table->tail_width;
	if (table->worksheet_width > 0)
		put_slot(book, &n, (struct pdf_block){book->store.n_pars, 0}, x,
			 table->worksheet_width);
	return n;
}

static uint32_t totals_row(struct pdf_book *book, const struct pdf_table *table)
{
	float x = table->feature_width;
	uint32_t n = 0;

	put_slot(book, &n, pdf_totals_name(book), 0, x);
	for (uint32_t i = 0; i < table->n_products; i++) {
		float width = pdf_scale_product_width(book, table, i);
		uint32_t col = pdf_axes_column(book, table, i);

		put_slot(book, &n, pdf_totals_cell(book, col), x, width);
		if (book->options.has_signs)
			centre(book, &book->slots[n - 1], col);
		x += width;
	}
	return n;
}

struct pdf_block pdf_slots_count(struct pdf_book *book, const struct pdf_row *row, uint32_t column)
{
	static const char *const keys[] = {"product", "yes", "partial", "no",
					   "unknown", "na",  "coverage"};
	static const char *const english[] = {
		"Product", "yes", "partial", "no", "unknown", "does not apply", "Coverage"};
	const struct mr_product *product = mr_product_at(book->matrix, row->index);
	const char *text = mr_word(book->matrix, keys[column], english[column]);
	bool is_bold = row->kind == PDF_ROW_COUNTS_HEAD || column == PDF_N_COUNTS;

	if (row->kind == PDF_ROW_COUNTS)
		text = column == 0 ? product->name
		       : column == PDF_N_COUNTS
			       ? pdf_words_percent(&book->store, product->counts.coverage)
			       : pdf_words_number(&book->store, product->counts.n[column - 1]);
	return pdf_words_block(&book->store, text, is_bold ? SHAPE_BOLD : SHAPE_REGULAR,
			       PDF_INK_TEXT, 1);
}

/* The summary and a ranking. */
static uint32_t counts_slots(struct pdf_book *book, const struct pdf_row *row)
{
	const struct pdf_table *table = &book->tables[row->table];
	bool is_ranking = table->kind == PDF_TABLE_RANKING;
	float x = 0;
	uint32_t n = 0;

	for (uint32_t i = 0; i <= table->n_products; i++) {
		float width = i ? table->widths[i - 1] : table->feature_width;

		put_slot(book, &n,
			 is_ranking ? pdf_ranking_cell(book, row, i)
				    : pdf_slots_count(book, row, i),
			 x, width);
		book->slots[n - 1].align = i && !is_ranking ? PDF_ALIGN_END : PDF_ALIGN_START;
		x += width;
	}
	return n;
}

static uint32_t legend_slots(struct pdf_book *book, const struct pdf_row *row)
{
	float x = 0, gap = 1.6f * book->size;
	uint32_t n = 0;

	for (uint32_t i = 0; i < row->n; i++) {
		struct pdf_block block = pdf_cell_status(
			&book->store, mr_status_at(book->matrix, book->used[row->index + i]));
		float natural, word;

		pdf_block_widths(&book->store, &block, &natural, &word);
		natural = natural * book->size + 1;
		if (natural > book->body.width)
			natural = book->body.width;
		put_line(book, &n, block, x, natural);
		x += natural + gap;
	}
	return n;
}

/* What words at the front leave free for the mark of the house. */
static float beside_mark(const struct pdf_book *book, uint32_t kind)
{
	float width, height;

	if (book->mark.aspect <= 0 || (kind != PDF_ROW_TITLE && kind != PDF_ROW_SUBTITLE))
		return 0;
	pdf_scale_mark(book, &width, &height);
	return width + 1.5f * book->base_size;
}

/* A line of the contents: the name, and at the end the number of the page. */
static uint32_t entry_slots(struct pdf_book *book, const struct pdf_row *row)
{
	float indent = pdf_contents_indent(book, row), width = pdf_contents_width(book);
	float number = 3 * book->size;
	uint32_t n = 0;

	put_line(book, &n, pdf_contents_name(book, row), indent, width - indent - number);
	put_line(book, &n, pdf_contents_number(book, row), width - number, number);
	book->slots[1].align = PDF_ALIGN_END;
	return n;
}

/* Of each reference its number and its address, behind the place of its code. */
static uint32_t codes_slots(struct pdf_book *book, const struct pdf_row *row)
{
	struct pdf_codes_grid grid = pdf_codes_grid(book);
	float label = 0, word;
	uint32_t n = 0;

	for (uint32_t i = 0; i < row->n; i++) {
		float x = (float)i * (grid.width + grid.gap) + grid.code;
		struct pdf_block block =
			pdf_notes_reference_label(&book->words, &book->store, row->index + i);

		pdf_block_widths(&book->store, &block, &label, &word);
		label = (label + 0.25f) * book->size;
		put_line(book, &n, block, x, label);
		put_line(book, &n, pdf_notes_reference(&book->words, &book->store, row->index + i),
			 x + label, grid.width - grid.code - label);
	}
	return n;
}

/* Of a fact sheet in two columns what is above the table is as wide as the body. */
static bool in_column(const struct pdf_row *row)
{
	return row->kind != PDF_ROW_SHEET && row->kind != PDF_ROW_TALLY;
}

uint32_t pdf_slots_of(struct pdf_book *book, const struct pdf_row *row)
{
	const struct pdf_table *table =
		row->table == PDF_NO_TABLE ? NULL : &book->tables[row->table];
	uint32_t n = 0;

	pdf_store_clear(&book->store);
	pdf_scale_set(book, table);
	if (table && table->n_left > 0 && in_column(row))
		book->line = table->width;
	switch (row->kind) {
	case PDF_ROW_TABLE_HEAD: return table_head(book, table);
	case PDF_ROW_PRODUCT:
	case PDF_ROW_FEATURE: return cells_row(book, row);
	case PDF_ROW_RANKED_HEAD:
	case PDF_ROW_RANKED:
	case PDF_ROW_COUNTS_HEAD:
	case PDF_ROW_COUNTS: return counts_slots(book, row);
	case PDF_ROW_TOTALS: return totals_row(book, table);
	case PDF_ROW_ENTRY: return entry_slots(book, row);
	case PDF_ROW_CODES: return codes_slots(book, row);
	case PDF_ROW_FACE:
		put_line(book, &n, pdf_title_page_block(book, row->index),
			 pdf_codes_beside(book, row),
			 pdf_title_page_width(book) - pdf_codes_beside(book, row));
		return n;
	case PDF_ROW_LEGEND: return legend_slots(book, row);
	case PDF_ROW_CATEGORY:
		put_slot(book, &n, pdf_cell_category(&book->words, &book->store, row->index), 0,
			 book->line);
		return n;
	case PDF_ROW_NOTES:
	case PDF_ROW_REFERENCES:
	case PDF_ROW_DETAILS: /* see pdf_lists */
	case PDF_ROW_FIGURE:
	case PDF_ROW_CHART: return 0;
	default:
		put_line(book, &n, pdf_whole_block(book, row), pdf_codes_beside(book, row),
			 book->body.width - beside_mark(book, row->kind) -
				 pdf_codes_beside(book, row));
		return n;
	}
}

static uint32_t continued_slot(struct pdf_book *book, uint32_t category, size_t n_kept)
{
	uint32_t n = 0;

	pdf_store_clear(&book->store);
	put_slot(book, &n, pdf_cell_continued(&book->words, &book->store, category, n_kept), 0,
		 book->body.width);
	return n;
}

/* Whether the slot at hand has more lines than a repeated heading may. */
static bool is_too_high(const struct pdf_book *book)
{
	const struct pdf_slot *slot = &book->slots[0];
	float height = pdf_block_height(slot->store, &slot->block, slot->width / book->size);

	return height > PDF_LEADING * ((float)book->continued_lines + 0.5f);
}

uint32_t pdf_slots_continued(struct pdf_book *book, const struct pdf_table *table,
			     uint32_t category)
{
	size_t low = 0, high = mr_category_at(book->matrix, category)->name->n_bytes;
	uint32_t n;

	pdf_scale_set(book, table);
	n = continued_slot(book, category, high);
	if (!is_too_high(book))
		return n;
	while (low + 1 < high) {
		size_t mid = low + (high - low) / 2;

		continued_slot(book, category, mid);
		if (is_too_high(book))
			high = mid;
		else
			low = mid;
	}
	return continued_slot(book, category, low);
}

/* A number and what hangs behind it. */
static uint32_t put_item(struct pdf_book *book, struct pdf_laid label, struct pdf_laid words,
			 const struct pdf_list *list, float x)
{
	uint32_t n = 0;

	put_line(book, &n, label.block, x, list->label);
	book->slots[0].store = label.store;
	book->slots[0].align = PDF_ALIGN_END;
	put_line(book, &n, words.block, x + list->label, list->width - list->label);
	book->slots[1].store = words.store;
	return n;
}

uint32_t pdf_slots_item(struct pdf_book *book, const struct pdf_row *row,
			const struct pdf_list *list, uint32_t item, float x)
{
	struct pdf_laid label = {.store = &book->store};

	pdf_store_clear(&book->store);
	pdf_scale_set(book, NULL);
	if (row->kind == PDF_ROW_DETAILS) {
		label.block = pdf_signs_label(&book->words, &book->store, &book->signs, item);
		return put_item(book, label, pdf_laid_detail(book, item), list, x);
	}
	if (row->kind == PDF_ROW_REFERENCES) {
		label.block = pdf_notes_reference_label(&book->words, &book->store, item);
		return put_item(book, label, pdf_laid_reference(book, item), list, x);
	}
	label.block = pdf_notes_label(&book->words, &book->store, book->end_notes[item]);
	return put_item(book, label, pdf_laid_note(book, book->end_notes[item]), list, x);
}

uint32_t pdf_slots_note(struct pdf_book *book, uint32_t note)
{
	struct pdf_list list = {.width = book->body.width};
	struct pdf_laid label = {.store = &book->store};
	float word;

	pdf_scale_set(book, NULL);
	pdf_store_clear(&book->store);
	label.block = pdf_notes_label(&book->words, &book->store, note);
	pdf_block_widths(&book->store, &label.block, &list.label, &word);
	list.label = (list.label + 0.25f) * book->size;
	return put_item(book, label, pdf_laid_note(book, note), &list, 0);
}
