/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_area.h"

#include <string.h>

/* 'It''s a sheet' or Legend, up to the '!', which is returned. */
static const char *sheet_name(struct out *out, const char *value)
{
	bool is_quoted = *value == '\'';

	for (value += is_quoted; *value; value++) {
		if (is_quoted && *value == '\'') {
			if (value[1] != '\'')
				return value[1] == '!' ? value + 1 : NULL;
			value++;
		} else if (!is_quoted && *value == '!') {
			return value;
		}
		out_char(out, *value);
	}
	return NULL;
}

/* "$B$8:$B$17" without its signs. */
static void without_signs(struct out *out, const char *range)
{
	out_clear(out);
	for (; *range; range++)
		if (*range != '$')
			out_char(out, *range);
}

static const struct xlsx_sheet_entry *entry_called(const struct xlsx_book *book, const char *name)
{
	const struct xlsx_sheet_entry *found = NULL;

	for (size_t i = 0; i < book->n_sheets; i++)
		if (strcmp(book->sheets[i].name, name) == 0)
			found = &book->sheets[i];
	return found;
}

static void find(const struct xlsx_book *book, const char *name, struct xlsx_area *area)
{
	const char *value = xlsx_book_name(book, name), *bang;
	struct out words;

	out_to_memory(&words, 0);
	bang = value ? sheet_name(&words, value) : NULL;
	area->entry = bang ? entry_called(book, out_at(&words)) : NULL;
	if (area->entry) {
		without_signs(&words, bang + 1);
		if (!xlsx_cells_range(out_at(&words), area->from, area->to))
			area->entry = NULL;
	}
	out_release(&words);
}

const struct xlsx_sheet_entry *xlsx_area_sheet(const struct xlsx_book *book, const char *name)
{
	struct xlsx_area area = {0};

	find(book, name, &area);
	return area.entry;
}

void xlsx_area_read(struct xlsx_book *book, const char *name, struct xlsx_area *area)
{
	find(book, name, area);
	if (area->entry)
		area->sheet = xlsx_sheet_read(book, area->entry);
	if (!area->sheet)
		*area = (struct xlsx_area){0};
}

void xlsx_area_release(struct xlsx_area *area)
{
	xlsx_sheet_free(area->sheet);
	*area = (struct xlsx_area){0};
}

const char *xlsx_area_field(const struct xlsx_area *area, uint32_t row, uint32_t column)
{
	const struct xlsx_cells *cells = xlsx_sheet_cells(area->sheet);
	const struct xlsx_cell *cell = xlsx_cells_find(cells, row, column);

	return cell ? cells->letters.at + cell->text : "";
}
