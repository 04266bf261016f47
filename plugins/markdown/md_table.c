/* SPDX-License-Identifier: MIT */
#include "markdown/md_table.h"

#include "common/read/letters.h"
#include "markdown/md_limits.h"
#include "markdown/md_words.h"

#include <string.h>

/* How much of what is cut a message quotes. */
enum { QUOTED = 60 };

static struct mr_place place_of(struct lines *lines, cmark_node *node)
{
	size_t line = (size_t)cmark_node_get_start_line(node);
	size_t byte = (size_t)cmark_node_get_start_column(node);

	return lines_place(lines, lines_offset(lines, line, byte));
}

/* The place behind the bar that ends cell `n_cells` of the row. */
static const char *behind_cells(const char *row, const char *end, size_t n_cells)
{
	while (row < end && strchr(" \t", *row))
		row++;
	row += row < end && *row == '|';
	for (; row < end && n_cells > 0; row++) {
		if (*row == '\\' && row + 1 < end)
			row++;
		else if (*row == '|')
			n_cells--;
	}
	return row;
}

/* Long words are cut between characters. */
static int quoted(const char *at, const char *end)
{
	while (end > at && strchr(" \t|", end[-1]))
		end--;
	if (end - at > QUOTED) {
		end = at + QUOTED;
		while (end > at && ((unsigned char)*end & 0xc0) == 0x80)
			end--;
	}
	return (int)(end - at);
}

static void check_row(struct md_page *page, cmark_node *row, size_t n_columns)
{
	size_t line = (size_t)cmark_node_get_start_line(row), n, n_cells;
	const char *text = lines_at(&page->lines, line, &n), *end = text + n, *surplus;
	struct mr_place place = place_of(&page->lines, row);

	text = page->lines.text +
	       lines_offset(&page->lines, line, (size_t)cmark_node_get_start_column(row));
	if (text >= end)
		return;
	n_cells = md_limits_cells(text, (size_t)(end - text));
	if (n_cells < n_columns) {
		page->source->diag(
			page->source, MR_WARNING, &place,
			"this row has %lu cells, the head %lu; the missing ones are blank",
			(unsigned long)n_cells, (unsigned long)n_columns);
		return;
	}
	if (n_cells == n_columns)
		return;
	surplus = behind_cells(text, end, n_columns);
	while (surplus < end && *surplus == ' ')
		surplus++;
	place = lines_place(&page->lines, (size_t)(surplus - page->lines.text));
	/* what no page shows is not read; empty cells are no loss */
	if (quoted(surplus, end) > 0)
		page->source->diag(
			page->source, MR_WARNING, &place,
			"this row has %lu cells, the head %lu; '%.*s' is left out, as on the page (a bar that is a letter is written \\|)",
			(unsigned long)n_cells, (unsigned long)n_columns, quoted(surplus, end),
			surplus);
}

static size_t put_row(struct md_page *page, cmark_node *row, uint32_t index)
{
	uint32_t column = 0;

	for (cmark_node *cell = cmark_node_first_child(row); cell;
	     cell = cmark_node_next(cell), column++) {
		struct mr_grid_cell made = {.row = index,
					    .column = column,
					    .row_span = 1,
					    .column_span = 1,
					    .flags = index == 0 ? MR_GRID_HEAD : 0};

		out_clear(&page->text);
		md_words_put(&page->text, cell, &page->notes);
		letters_trim(&page->text, 0);
		made.text = out_at(&page->text);
		if (!made.text[0])
			continue;
		made.place = place_of(&page->lines, cell);
		page->source->cell(page->source, &made);
	}
	return column;
}

void md_table_put(struct md_page *page, cmark_node *table)
{
	struct mr_grid grid = {.n_head_rows = 1, .place = place_of(&page->lines, table)};
	uint32_t index = 0;
	size_t n_columns = 0;

	page->source->grid(page->source, &grid);
	for (cmark_node *row = cmark_node_first_child(table); row && !page->source->failed;
	     row = cmark_node_next(row)) {
		size_t n = put_row(page, row, index);

		if (index == 0)
			n_columns = n;
		else
			check_row(page, row, n_columns);
		index++;
	}
}
