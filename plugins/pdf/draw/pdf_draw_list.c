/* SPDX-License-Identifier: MIT */
/* Notes and references: in columns below the table, and at the foot of pages. */
#include "pdf/draw/pdf_draw.h"

#include "pdf/book/pdf_lists.h"
#include "pdf/content/pdf_scale.h"
#include "pdf/book/pdf_slots.h"

#define RULE_SHARE 0.25f /* of the body, above the notes of a page */
#define RULE_HEIGHT 0.4f

/* The elements of an item: of its number, and of its words. */
struct item {
	uint32_t label, words;
	enum pdf_tag tag; /* of the words */
};

static struct item note_item(struct pdf_drawer *d, uint32_t list, uint32_t note)
{
	struct pdf_tags *tags = pdf_doc_tags(d->book->doc);
	uint32_t item = pdf_tags_add(tags, list, PDF_TAG_ITEM);
	struct item made = {.label = pdf_tags_add(tags, item, PDF_TAG_LABEL), .tag = PDF_TAG_NOTE};

	made.words = pdf_tags_add(tags, pdf_tags_add(tags, item, PDF_TAG_BODY), PDF_TAG_NOTE);
	pdf_tags_set_id(tags, made.words, "note", note + 1);
	d->is_noted[note] = true;
	return made;
}

static struct item reference_item(struct pdf_drawer *d, uint32_t list)
{
	struct pdf_tags *tags = pdf_doc_tags(d->book->doc);
	uint32_t item = pdf_tags_add(tags, list, PDF_TAG_ITEM);
	struct item made = {.label = pdf_tags_add(tags, item, PDF_TAG_LABEL), .tag = PDF_TAG_BODY};

	made.words = pdf_tags_add(tags, item, PDF_TAG_BODY);
	return made;
}

/* What of an item stands between two spots of its list. */
static void draw_item(struct pdf_drawer *d, const struct pdf_row *row, struct pdf_spot from,
		      uint32_t n_lines, float x, float y)
{
	if (from.line == 0) {
		struct item item = row->kind == PDF_ROW_NOTES
					   ? note_item(d, d->list, d->book->end_notes[from.item])
					   : reference_item(d, d->list);

		d->cells[0] = item.label;
		d->cells[1] = item.words;
	}
	pdf_slots_item(d->book, row, pdf_lists_of(d->book, row), from.item, x);
	d->first[0] = 0;
	d->counts[0] = from.line == 0;
	d->first[1] = from.line;
	d->counts[1] = n_lines;
	pdf_draw_slot(d, 0, d->cells[0], PDF_TAG_LABEL, y);
	pdf_draw_slot(d, 1, d->cells[1], row->kind == PDF_ROW_NOTES ? PDF_TAG_NOTE : PDF_TAG_BODY,
		      y);
}

static void draw_column(struct pdf_drawer *d, const struct pdf_row *row,
			const struct pdf_spot *ends, float x, float y)
{
	const struct pdf_list *list = pdf_lists_of(d->book, row);
	struct pdf_spot at = ends[0];

	while (at.item < ends[1].item || (at.item == ends[1].item && at.line < ends[1].line)) {
		bool is_cut = at.item == ends[1].item;
		uint32_t n = (is_cut ? ends[1].line : list->lines[at.item]) - at.line;

		draw_item(d, row, at, n, x, y);
		y += (float)n * list->line + list->item_gap;
		at = (struct pdf_spot){at.item + 1, 0};
	}
}

void pdf_draw_list(struct pdf_drawer *d, const struct pdf_row *row, const struct pdf_fragment *f,
		   float y)
{
	struct pdf_book *book = d->book;
	const struct pdf_list *list = pdf_lists_of(book, row);
	struct pdf_spot ends[1 + PDF_LIST_MOST];
	bool is_last;

	if (f->part == 0)
		d->list = pdf_tags_add(pdf_doc_tags(book->doc), PDF_TAGS_ROOT, PDF_TAG_LIST);
	pdf_lists_split(book, row, f->part, f->room > 0 ? f->room : f->height, ends, &is_last);
	for (uint32_t i = 0; i < list->n_columns; i++)
		draw_column(d, row, &ends[i], (float)i * (list->width + list->gap), y);
}

void pdf_draw_notes(struct pdf_drawer *d, const struct pdf_page_plan *page)
{
	struct pdf_book *book = d->book;
	float y = book->paper.top + page->notes_y, left = book->paper.left;
	float rule = book->body.width * RULE_SHARE;
	struct pdf_tags *tags = pdf_doc_tags(book->doc);

	pdf_scale_set(book, NULL);
	if (book->matrix->is_rtl)
		left += book->body.width - rule;
	pdf_canvas_rule(d->canvas,
			&(struct pdf_box){left, y - 0.45f * book->size + RULE_HEIGHT, left + rule,
					  y - 0.45f * book->size},
			d->theme->strong_rule);
	for (uint32_t i = 0; i < page->n_notes; i++) {
		uint32_t note = book->plan.notes[page->first_note + i], n;
		struct item item = {PDF_ARTIFACT, PDF_ARTIFACT, PDF_TAG_NOTE};

		if (book->options.notes == PDF_NOTES_PAGE && !d->is_noted[note] &&
		    !book->plan.missed[note]) {
			if (!d->foot_list)
				d->foot_list = pdf_tags_add(tags, PDF_TAGS_ROOT, PDF_TAG_LIST);
			item = note_item(d, d->foot_list, note);
		}
		n = pdf_slots_note(book, note);
		pdf_draw_slot_lines(d, n, UINT32_MAX);
		pdf_draw_slot(d, 0, item.label, PDF_TAG_LABEL, y);
		pdf_draw_slot(d, 1, item.words, item.tag, y);
		y += pdf_block_height(&book->store, &book->slots[1].block,
				      book->slots[1].width / book->size) *
		     book->size;
	}
}
