/* SPDX-License-Identifier: MIT */
#include "csv/write/csv_sheet.h"

#include "common/write/spans.h"

const char *csv_cell_side_name(enum csv_side side)
{
	static const char *const names[] = {[CSV_STATUS] = "status",
					    [CSV_NOTES] = "notes",
					    [CSV_SINCE] = "since",
					    [CSV_SOURCE] = "source",
					    [CSV_VERIFIED] = "verified"};

	return names[side];
}

static void put_made(struct csv_sheet *sheet, const struct mr_where *where)
{
	const char *text = out_at(&sheet->text);

	if (csv_field_put(&sheet->field, text, strlen(text)) && sheet->field.n_defused == 1 &&
	    where)
		sheet->first = *where;
}

/* ------------------------------------------------------------------ words */

static void put_parts(struct csv_sheet *sheet, const struct mr_array *parts)
{
	for (uint32_t i = 0; i < parts->n; i++) {
		const struct mr_part *part = (const struct mr_part *)mr_at(parts, i);
		const struct mr_status *status = mr_status_at(sheet->m, part->status);

		out_string(&sheet->text, i ? ", " : "");
		spans_letters(&sheet->text, part->name, SPANS_FIELD);
		out_char(&sheet->text, ' ');
		if (status) {
			spans_letters(&sheet->text, status->symbol, SPANS_FIELD);
			out_char(&sheet->text, ' ');
		}
		spans_put(&sheet->text, part->text, SPANS_FIELD);
	}
}

static void put_items(struct csv_sheet *sheet, const struct mr_cell_detail *detail)
{
	for (uint32_t i = 0; i < detail->items.n; i++) {
		out_string(&sheet->text, i ? ", " : "");
		spans_put(&sheet->text, mr_item_at(detail, i), SPANS_FIELD);
	}
}

static void make_words(struct csv_sheet *sheet, const struct mr_cell *cell)
{
	if (cell->kind == MR_CELL_PARTS && cell->detail && cell->detail->parts.n > 0)
		put_parts(sheet, &cell->detail->parts);
	else if (cell->kind == MR_CELL_LIST && cell->detail && cell->detail->items.n > 0)
		put_items(sheet, cell->detail);
	else
		spans_put(&sheet->text, cell->text, SPANS_FIELD);
}

void csv_cell_words(struct csv_sheet *sheet, uint32_t row, uint32_t col)
{
	const struct mr_where where = {MR_AT_CELL, row, col, NULL};

	out_clear(&sheet->text);
	make_words(sheet, mr_cell_at(sheet->m, row, col));
	put_made(sheet, &where);
}

void csv_cell_text(struct csv_sheet *sheet, const struct mr_text *text, const char *url)
{
	const char *around = spans_have_link(text) ? "" : url;

	out_clear(&sheet->text);
	spans_link_open(&sheet->text, around);
	spans_put(&sheet->text, text, SPANS_FIELD);
	spans_link_close(&sheet->text, around, SPANS_FIELD);
	put_made(sheet, NULL);
}

/* ------------------------------------------------------------------ notes */

/* One line a note, so a break within one is <br>. */
static void put_note(struct csv_sheet *sheet, const struct mr_array *notes, uint32_t i,
		     const char *part)
{
	const struct mr_note *note = mr_note_at(sheet->m, mr_index_at(notes, i));
	struct out words;
	const char *text;

	if (!note)
		return;
	if (sheet->text.n > 0)
		out_char(&sheet->text, '\n');
	if (*part) {
		spans_letters(&sheet->text, part, SPANS_FIELD);
		out_string(&sheet->text, ": ");
	}
	out_to_memory(&words, 0);
	spans_put(&words, note->text, SPANS_FIELD);
	for (text = out_at(&words); *text; text++) {
		if (*text == '\n')
			out_string(&sheet->text, "<br>");
		else
			out_char(&sheet->text, *text);
	}
	sheet->text.failed |= words.failed;
	out_release(&words);
}

void csv_cell_notes(struct csv_sheet *sheet, const struct mr_array *notes)
{
	out_clear(&sheet->text);
	for (uint32_t i = 0; i < notes->n; i++)
		put_note(sheet, notes, i, "");
	put_made(sheet, NULL);
}

static void make_notes(struct csv_sheet *sheet, const struct mr_cell_detail *detail)
{
	for (uint32_t i = 0; i < detail->parts.n; i++) {
		const struct mr_part *part = mr_part_at(detail, i);

		for (uint32_t j = 0; j < part->notes.n; j++)
			put_note(sheet, &part->notes, j, part->name);
	}
	for (uint32_t i = 0; i < detail->notes.n; i++)
		put_note(sheet, &detail->notes, i, "");
}

/* ------------------------------------------------------------------ beside the words */

static void make_side(struct csv_sheet *sheet, const struct mr_cell *cell, enum csv_side side)
{
	const struct mr_cell_detail *detail = cell->detail;
	struct out *out = &sheet->text;

	if (side == CSV_STATUS && cell->kind == MR_CELL_STATUS)
		out_string(out, mr_status_at(sheet->m, cell->status)->label);
	if (!detail)
		return;
	if (side == CSV_NOTES)
		make_notes(sheet, detail);
	else if (side == CSV_SINCE)
		out_string(out, detail->since);
	else if (side == CSV_VERIFIED)
		out_date(out, detail->verified);
	for (uint32_t i = 0; side == CSV_SOURCE && i < detail->sources.n; i++) {
		out_string(out, i ? " " : "");
		out_string(out, mr_string_at(&detail->sources, i));
	}
}

void csv_cell_side(struct csv_sheet *sheet, uint32_t row, uint32_t col, enum csv_side side)
{
	const struct mr_where where = {MR_AT_CELL, row, col, NULL};

	out_clear(&sheet->text);
	make_side(sheet, mr_cell_at(sheet->m, row, col), side);
	put_made(sheet, &where);
}

void csv_cell_weight(struct csv_sheet *sheet, const struct mr_feature *feature)
{
	out_clear(&sheet->text);
	out_exact(&sheet->text, feature->weight);
	put_made(sheet, NULL);
}

/* ------------------------------------------------------------------ which fields are needed */

void csv_cell_labels(struct csv_sheet *sheet)
{
	sheet->labels =
		sheet->job->alloc(sheet->job, (sheet->m->statuses.n + 1) * sizeof(*sheet->labels));
	for (uint32_t i = 0; i < sheet->m->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(sheet->m, i);
		const char *words;
		char *copy;

		if (!status->is_used)
			continue;
		words = csv_label_words(&sheet->text, status->label);
		copy = sheet->job->alloc(sheet->job, strlen(words) + 1);
		memcpy(copy, words, strlen(words));
		sheet->labels[sheet->n_labels++] = (struct csv_label){copy, strlen(words), i};
	}
}

bool csv_cell_is_unclear(struct csv_sheet *sheet, const struct mr_cell *cell)
{
	uint32_t said;

	if (cell->kind == MR_CELL_STATUS && !cell->has_own_words)
		return false;
	out_clear(&sheet->text);
	make_words(sheet, cell);
	said = csv_label_said(sheet->labels, sheet->n_labels, out_at(&sheet->text));
	return said != (cell->kind == MR_CELL_STATUS ? cell->status : CSV_LABEL_NONE);
}

bool csv_cell_has(struct csv_sheet *sheet, const struct mr_cell *cell, enum csv_side side)
{
	const struct mr_cell_detail *detail = cell->detail;

	if (side == CSV_STATUS)
		return csv_cell_is_unclear(sheet, cell);
	if (!detail)
		return false;
	if (side == CSV_NOTES) {
		for (uint32_t i = 0; i < detail->parts.n; i++)
			if (mr_part_at(detail, i)->notes.n > 0)
				return true;
		return detail->notes.n > 0;
	}
	if (side == CSV_SINCE)
		return *detail->since != '\0';
	return side == CSV_SOURCE ? detail->sources.n > 0 : detail->verified.year != 0;
}
