/* SPDX-License-Identifier: MIT */
/* A cell: status, words, parts, marks, and in small what few cells have. */
#include "markdown/write/gfm.h"

#include "common/write/label.h"
#include "common/write/fill.h"
#include "common/write/ids.h"

static void put_letters(struct out *out, const char *text)
{
	spans_letters(out, text, SPANS_CELL);
}

static void fill_letters(struct out *out, const char *text, size_t n)
{
	spans_piece(out, text, n, SPANS_CELL);
}

void gfm_cell_say(struct gfm *gfm, const char *key, const char *english, const char *place,
		  const char *value)
{
	const struct fill_place places[] = {{place, value}};

	fill_write(gfm->out, mr_word(gfm->m, key, english), places, 1, fill_letters);
}

/* ------------------------------------------------------------------ marks */

/* Two tables of one page must not take each other's footnotes. */
static void put_label(struct gfm *gfm, uint32_t number)
{
	if (gfm->is_fragment) {
		ids_put_name(gfm->out, gfm->m->base_name);
		out_char(gfm->out, '-');
	}
	out_unsigned(gfm->out, number);
}

static void put_mark(struct gfm *gfm, uint32_t number, bool is_first)
{
	switch (gfm->notes) {
	case GFM_NOTES_FOOTNOTES:
		out_string(gfm->out, is_first ? "[^" : " [^"); /* side by side two are one number */
		put_label(gfm, number);
		out_char(gfm->out, ']');
		break;
	case GFM_NOTES_SUP:
		out_string(gfm->out, is_first ? "" : ", ");
		out_unsigned(gfm->out, number);
		break;
	case GFM_NOTES_LIST:
		out_string(gfm->out, "\\[");
		out_unsigned(gfm->out, number);
		out_string(gfm->out, "\\]");
		break;
	}
}

void gfm_cell_marks(struct gfm *gfm, const struct mr_array *notes)
{
	bool is_raised = gfm->notes == GFM_NOTES_SUP && notes->n > 0;

	if (gfm->is_bare)
		return;
	out_string(gfm->out, is_raised ? "<sup>" : "");
	for (uint32_t i = 0; i < notes->n; i++) {
		const struct mr_note *note = mr_note_at(gfm->m, mr_index_at(notes, i));

		if (note)
			put_mark(gfm, note->number, i == 0);
	}
	out_string(gfm->out, is_raised ? "</sup>" : "");
}

/* ------------------------------------------------------------------ words */

/* A status is always said: by its symbol, or else by its label. */
static void put_status(struct gfm *gfm, uint32_t index, const struct mr_text *text)
{
	const struct mr_status *status = mr_status_at(gfm->m, index);

	if (status && gfm->has_symbols) {
		put_letters(gfm->out, status->symbol);
		out_char(gfm->out, ' ');
	} else if (status && !label_is_said(text, status)) {
		put_letters(gfm->out, status->label);
		out_string(gfm->out, ": ");
	}
	spans_put(gfm->out, text, SPANS_CELL);
}

static void put_parts(struct gfm *gfm, const struct mr_array *parts)
{
	for (uint32_t i = 0; i < parts->n; i++) {
		const struct mr_part *part = (const struct mr_part *)mr_at(parts, i);

		out_string(gfm->out, i ? ", " : "");
		put_letters(gfm->out, part->name);
		out_char(gfm->out, ' ');
		put_status(gfm, part->status, part->text);
		gfm_cell_marks(gfm, &part->notes);
	}
}

static void put_items(struct gfm *gfm, const struct mr_cell_detail *detail)
{
	for (uint32_t i = 0; i < detail->items.n; i++) {
		out_string(gfm->out, i ? ", " : "");
		spans_put(gfm->out, mr_item_at(detail, i), SPANS_CELL);
	}
}

/* ------------------------------------------------------------------ in small */

static void put_source(struct gfm *gfm, const struct mr_array *sources, uint32_t index)
{
	const char *url = mr_string_at(sources, index);

	spans_link_open(gfm->out, url);
	put_letters(gfm->out, mr_word(gfm->m, "source", "Source"));
	if (sources->n > 1) {
		out_char(gfm->out, ' ');
		out_unsigned(gfm->out, index + 1);
	}
	spans_link_close(gfm->out, url, SPANS_CELL);
}

/* "since 1.0 · Source · verified 2019-10-20" */
static void put_detail(struct gfm *gfm, const struct mr_cell_detail *detail)
{
	struct out *out = gfm->out;
	bool is_first = true;

	if (gfm->is_bare && *detail->since) {
		out_string(out, ", ");
		gfm_cell_say(gfm, "since", "since {version}", "version", detail->since);
	}
	if (gfm->is_bare)
		return;
	if (!*detail->since && detail->sources.n == 0 && detail->verified.year == 0)
		return;
	out_string(out, " <small>");
	if (*detail->since) {
		gfm_cell_say(gfm, "since", "since {version}", "version", detail->since);
		is_first = false;
	}
	for (uint32_t i = 0; i < detail->sources.n; i++) {
		out_string(out, is_first ? "" : " · ");
		put_source(gfm, &detail->sources, i);
		is_first = false;
	}
	if (detail->verified.year != 0) {
		struct out date;

		out_to_memory(&date, 0);
		out_date(&date, detail->verified);
		out_string(out, is_first ? "" : " · ");
		gfm_cell_say(gfm, "verified", "verified {date}", "date", out_at(&date));
		out_release(&date);
	}
	out_string(out, "</small>");
}

/* Whether the last part has marks of its own, so that those of the cell would run into them. */
static bool ends_in_mark(const struct mr_cell_detail *detail)
{
	return detail->parts.n > 0 && mr_part_at(detail, detail->parts.n - 1)->notes.n > 0;
}

void gfm_cell_put(struct gfm *gfm, const struct mr_cell *cell)
{
	const struct mr_cell_detail *detail = cell->detail;

	if (cell->kind == MR_CELL_PARTS && detail && detail->parts.n > 0)
		put_parts(gfm, &detail->parts);
	else if (cell->kind == MR_CELL_LIST && detail && detail->items.n > 0)
		put_items(gfm, detail);
	else if (cell->kind == MR_CELL_STATUS)
		put_status(gfm, cell->status, cell->text);
	else
		spans_put(gfm->out, cell->text, SPANS_CELL);
	if (detail) {
		if (detail->notes.n > 0 && ends_in_mark(detail))
			out_char(gfm->out, ' ');
		gfm_cell_marks(gfm, &detail->notes);
		put_detail(gfm, detail);
	}
}
