/* SPDX-License-Identifier: MIT */
#include "view/cell.h"

#include "view/words.h"

#include <string.h>

int cell_reading_init(struct reading *reading, const struct dataset *set, struct texts *texts,
		      struct arena *arena)
{
	const struct mr_text **labels = arena_array(arena, set->n_statuses, sizeof(*labels));

	if (!labels)
		return -1;
	for (uint32_t i = 0; i < set->n_statuses; i++) {
		const char *label = set->statuses[i].label;

		if (!*label) /* of spaces alone, where it is one of the dataset's own */
			label = set->statuses[i].is_builtin
					? words_find(set->language, set->statuses[i].id)
					: set->statuses[i].id;
		labels[i] = texts_plain(texts, label, strlen(label));
		if (!labels[i])
			return -1;
	}
	reading->set = set;
	reading->labels = labels;
	return 0;
}

int cell_row_init(struct cell_row *row, uint32_t n_cols, struct arena *arena)
{
	row->n_cols = n_cols;
	row->records = arena_array(arena, n_cols, sizeof(*row->records));
	row->at = arena_array(arena, n_cols, sizeof(*row->at));
	return row->records && row->at ? 0 : -1;
}

void cell_spread(const struct dataset *set, uint32_t feature, const uint32_t *col_of,
		 struct cell_row *row)
{
	const struct dataset_feature *from = &set->features[feature];

	for (uint32_t col = 0; col < row->n_cols; col++)
		row->at[col] = NULL;
	for (uint32_t i = 0; i < from->n_cells; i++) {
		struct dataset_cell cell = cells_at(&set->cells, from->first_cell + i);
		uint32_t col = col_of[cell.product];

		if (col == CELL_NO_COLUMN)
			continue;
		row->records[col] = cell;
		row->at[col] = &row->records[col];
	}
}

uint16_t cell_status(const struct dataset_cell *cell)
{
	if (!cell)
		return DATASET_UNKNOWN;
	if (cell->kind != MR_CELL_PARTS)
		return cell->status == DATASET_NO_STATUS ? MR_NO_STATUS : cell->status;
	for (uint32_t i = 1; i < cell->detail->n_parts; i++)
		if (cell->detail->parts[i].status != cell->detail->parts[0].status)
			return MR_NO_STATUS;
	return (uint16_t)cell->detail->parts[0].status;
}

static uint8_t parts_like(const struct dataset *set, const struct dataset_detail *detail)
{
	enum mr_like first = set->statuses[detail->parts[0].status].like;
	bool is_mixed = false, is_unknown = false;

	for (uint32_t i = 0; i < detail->n_parts; i++) {
		enum mr_like like = set->statuses[detail->parts[i].status].like;

		is_mixed |= like != first;
		is_unknown |= like == MR_LIKE_UNKNOWN;
	}
	if (!is_mixed)
		return (uint8_t)first;
	return is_unknown ? MR_LIKE_UNKNOWN : MR_LIKE_PARTIAL;
}

uint8_t cell_like(const struct dataset *set, const struct dataset_cell *cell)
{
	if (!cell)
		return MR_LIKE_UNKNOWN;
	if (cell->kind == MR_CELL_PARTS)
		return parts_like(set, cell->detail);
	if (cell->kind != MR_CELL_STATUS)
		return MR_LIKE_NONE;
	return (uint8_t)set->statuses[cell->status].like;
}

bool cell_row_is_fact(const struct dataset_feature *feature, const struct dataset_cell *const *row,
		      uint32_t n_cols)
{
	bool has_words = false;

	if (feature->kind == MR_FEATURE_STATUS)
		return false;
	for (uint32_t col = 0; col < n_cols; col++) {
		if (!row[col])
			continue;
		if (row[col]->kind == MR_CELL_STATUS || row[col]->kind == MR_CELL_PARTS)
			return false;
		has_words = true;
	}
	return has_words || feature->kind == MR_FEATURE_TEXT;
}

static const char *words_of_status(const struct reading *reading, const struct mr_text *own,
				   uint32_t status)
{
	return own ? own->plain : reading->labels[status]->plain;
}

/* All that the reader sees of a cell but notes and sources. */
static void put_visible(const struct reading *reading, const struct dataset_cell *cell,
			struct buf *out)
{
	const struct dataset_detail *detail = cell ? cell->detail : NULL;

	buf_clear(out);
	if (!cell)
		buf_put_text(out, reading->labels[DATASET_UNKNOWN]->plain);
	else if (cell->kind == MR_CELL_STATUS)
		buf_put_text(out, words_of_status(reading, cell->text, cell->status));
	else if (cell->kind == MR_CELL_TEXT)
		buf_put_text(out, cell->text->plain);
	if (!detail)
		return;
	for (uint32_t i = 0; i < detail->n_items; i++) {
		buf_put_text(out, i ? ", " : "");
		buf_put_text(out, detail->items[i]->plain);
	}
	for (uint32_t i = 0; i < detail->n_parts; i++) {
		const struct dataset_part *part = &detail->parts[i];

		buf_printf(out, "%s%s %u ", i ? ", " : "", part->name, (unsigned)part->status);
		buf_put_text(out, words_of_status(reading, part->text, part->status));
	}
	if (*detail->since) {
		buf_put_byte(out, '\n');
		buf_put_text(out, detail->since);
	}
}

static bool is_plain(const struct dataset_cell *cell)
{
	return !cell || !cell->detail;
}

static bool is_same(const struct reading *reading, const struct dataset_cell *a,
		    const struct dataset_cell *b, struct buf scratch[2])
{
	if (a == b)
		return true;
	if (cell_status(a) != cell_status(b))
		return false;
	if (is_plain(a) && is_plain(b) && a && b && a->text == b->text)
		return true;
	put_visible(reading, a, &scratch[0]);
	put_visible(reading, b, &scratch[1]);
	return strcmp(buf_text(&scratch[0]), buf_text(&scratch[1])) == 0;
}

bool cell_row_differs(const struct reading *reading, const struct dataset_cell *const *row,
		      uint32_t n_cols, struct buf scratch[2])
{
	for (uint32_t col = 1; col < n_cols; col++)
		if (!is_same(reading, row[0], row[col], scratch))
			return true;
	return false;
}
