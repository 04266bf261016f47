/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_cells.h"

#include <stdlib.h>
#include <string.h>

bool xlsx_cells_place(const char *name, uint32_t *row, uint32_t *column)
{
	uint64_t r = 0, c = 0;

	for (; *name == '$' || ((*name | 0x20) >= 'a' && (*name | 0x20) <= 'z'); name++)
		if (*name != '$' && c <= XLSX_COLUMNS)
			c = c * 26 + (uint64_t)((*name | 0x20) - 'a' + 1);
	for (; *name >= '0' && *name <= '9'; name++)
		if (r <= XLSX_ROWS)
			r = r * 10 + (uint64_t)(*name - '0');
	if (r == 0 || c == 0 || r > XLSX_ROWS || c > XLSX_COLUMNS)
		return false;
	*row = (uint32_t)r - 1;
	*column = (uint32_t)c - 1;
	return true;
}

bool xlsx_cells_range(const char *range, uint32_t from[2], uint32_t to[2])
{
	const char *colon = strchr(range, ':');

	if (!xlsx_cells_place(range, &from[0], &from[1]))
		return false;
	to[0] = from[0];
	to[1] = from[1];
	if (colon && !xlsx_cells_place(colon + 1, &to[0], &to[1]))
		return false;
	return to[0] >= from[0] && to[1] >= from[1];
}

void xlsx_cells_name(struct out *out, const char *sheet, uint32_t row, uint32_t column)
{
	char letters[8];
	size_t n = 0;

	out_clear(out);
	out_string(out, sheet);
	out_char(out, '!');
	for (uint32_t left = column + 1; left > 0; left = (left - 1) / 26)
		letters[n++] = (char)('A' + (left - 1) % 26);
	while (n > 0)
		out_char(out, letters[--n]);
	out_unsigned(out, (uint64_t)row + 1);
}

static int compare(const void *a, const void *b)
{
	const struct xlsx_cell *left = a, *right = b;

	if (left->row != right->row)
		return left->row < right->row ? -1 : 1;
	return (left->column > right->column) - (left->column < right->column);
}

struct xlsx_cell *xlsx_cells_behind(const struct xlsx_cells *cells, uint32_t row, uint32_t column)
{
	struct xlsx_cell key = {.row = row, .column = column};
	size_t low = 0, high = cells->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare(&cells->at[middle], &key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return cells->at + low;
}

struct xlsx_cell *xlsx_cells_find(const struct xlsx_cells *cells, uint32_t row, uint32_t column)
{
	struct xlsx_cell *at = xlsx_cells_behind(cells, row, column);

	return at < cells->at + cells->n && at->row == row && at->column == column ? at : NULL;
}

/* Files are sorted, nearly always; of two cells at one place the first stands. */
void xlsx_cells_sort(struct xlsx_cells *cells)
{
	size_t n = 0;

	for (size_t i = 1; i < cells->n; i++) {
		if (compare(&cells->at[i - 1], &cells->at[i]) >= 0) {
			qsort(cells->at, cells->n, sizeof(*cells->at), compare);
			break;
		}
	}
	for (size_t i = 0; i < cells->n; i++)
		if (n == 0 || compare(&cells->at[n - 1], &cells->at[i]) != 0)
			cells->at[n++] = cells->at[i];
	cells->n = n;
}
