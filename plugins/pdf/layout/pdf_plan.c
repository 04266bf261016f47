/* SPDX-License-Identifier: MIT */
#include "pdf/layout/pdf_plan.h"

#include <stdlib.h>
#include <string.h>

/* Of a row that no page holds, a shorter part than this share of the page is not begun at its end. */
#define LEAST_SHARE 0.2f
/* No more of a page than this is left blank for a row that may be cut. */
#define BLANK_SHARE 0.25f

struct planner {
	const struct pdf_plan_in *in;
	struct pdf_plan *plan;
	uint32_t *shown_on; /* by note: page + 1 at whose foot it stands */
	float y; /* where the next row would stand */
	float notes; /* height of the notes of this page, gap included */
	uint32_t settled; /* rows before this stay on the page where the first of them stands */
	bool failed;
};

static void *grow(void *at, uint32_t n, uint32_t *size, size_t each, bool *failed)
{
	uint32_t wanted = *size ? *size * 2 : 64;
	void *grown;

	if (n < *size)
		return at;
	grown = wanted > n ? realloc(at, wanted * each) : NULL;
	if (!grown) {
		*failed = true;
		return at;
	}
	*size = wanted;
	return grown;
}

static struct pdf_page_plan *page_of(const struct planner *p)
{
	return &p->plan->pages[p->plan->n_pages - 1];
}

static bool is_fresh(const struct planner *p)
{
	return p->plan->n_pages > 0 && page_of(p)->n == 0;
}

/* Begins a page whose first row is `row`, with the heads that are repeated above it. */
static void begin_page(struct planner *p, uint32_t row, bool is_rest)
{
	struct pdf_plan *plan = p->plan;
	const struct pdf_plan_row *r = &p->in->rows[row];
	struct pdf_page_plan *page;

	plan->pages = grow(plan->pages, plan->n_pages, &plan->pages_size, sizeof(*plan->pages),
			   &p->failed);
	if (p->failed)
		return;
	page = &plan->pages[plan->n_pages++];
	*page = (struct pdf_page_plan){.first = plan->n_fragments,
				       .zone = PDF_NO_ZONE,
				       .first_note = plan->n_notes,
				       .notes_y = p->in->height};
	p->y = 0;
	p->notes = 0;
	if (r->zone == PDF_NO_ZONE || ((r->flags & PDF_ROW_HEAD) && !is_rest))
		return;
	if (!(r->flags & PDF_ROW_HEAD)) {
		page->zone = r->zone;
		page->head = p->in->zone_heads[r->zone];
		page->continued = r->continued;
	}
	p->y = page->head + page->continued;
}

/* What the notes of a row would add to the foot of this page. */
static float notes_of(const struct planner *p, const struct pdf_plan_row *row)
{
	float sum = 0;

	if (!p->in->note_heights)
		return 0;
	for (uint32_t i = 0; i < row->n_notes; i++) {
		uint32_t note = p->in->row_notes[row->first_note + i];
		bool is_double = p->shown_on[note] == p->plan->n_pages;

		for (uint32_t k = 0; k < i && !is_double; k++)
			is_double = p->in->row_notes[row->first_note + k] == note;
		if (!is_double)
			sum += p->in->note_heights[note];
	}
	return sum > 0 && p->notes <= 0 ? sum + p->in->notes_gap : sum;
}

/* Puts the notes of a row to the foot of this page, or remembers that they had no room. */
static void place_notes(struct planner *p, const struct pdf_plan_row *row, float height)
{
	struct pdf_plan *plan = p->plan;
	bool fits = p->y + height + p->notes + notes_of(p, row) <= p->in->height + PDF_SLACK;

	if (!p->in->note_heights)
		return;
	for (uint32_t i = 0; i < row->n_notes; i++) {
		uint32_t note = p->in->row_notes[row->first_note + i];

		if (p->shown_on[note] == plan->n_pages)
			continue;
		if (!fits) {
			plan->missed[note] = true;
			continue;
		}
		plan->notes = grow(plan->notes, plan->n_notes, &plan->notes_size,
				   sizeof(*plan->notes), &p->failed);
		if (p->failed)
			return;
		if (p->notes <= 0)
			p->notes = p->in->notes_gap;
		p->notes += p->in->note_heights[note];
		p->shown_on[note] = plan->n_pages;
		plan->notes[plan->n_notes++] = note;
		page_of(p)->n_notes++;
		page_of(p)->notes_y = p->in->height - p->notes + p->in->notes_gap;
	}
}

static void add_fragment(struct planner *p, struct pdf_fragment fragment)
{
	struct pdf_plan *plan = p->plan;

	plan->fragments = grow(plan->fragments, plan->n_fragments, &plan->fragments_size,
			       sizeof(*plan->fragments), &p->failed);
	if (p->failed)
		return;
	fragment.y = p->y;
	plan->fragments[plan->n_fragments++] = fragment;
	page_of(p)->n++;
	p->y += fragment.height;
}

static float room_left(const struct planner *p)
{
	return p->in->height - p->notes - p->y;
}

/* Whether a row that does not fit into `rest` of a page with `room` may have its first part there. */
static bool may_begin(const struct planner *p, const struct pdf_plan_row *row, float room,
		      float rest)
{
	float piece = row->height < p->in->piece ? row->height : p->in->piece;

	if (rest + PDF_SLACK < piece)
		return false;
	if (row->flags & PDF_ROW_FLOW)
		return true;
	if (row->height > p->in->height)
		return rest >= p->in->height * LEAST_SHARE;
	return (row->flags & PDF_ROW_CUT) && room > p->in->height * BLANK_SHARE;
}

/*
 * Whether a row has room at the end of this page, with all that must stay with it, or the first part
 * of the last of these.  Those that do are settled.
 */
static bool has_room(struct planner *p, uint32_t row)
{
	float room = room_left(p), sum = 0;

	for (uint32_t i = row; i < p->in->n_rows; i++) {
		const struct pdf_plan_row *r = &p->in->rows[i];
		float gap = i > row || !is_fresh(p) ? r->gap : 0;
		float bare = sum + gap + r->height, next = bare + notes_of(p, r);

		/* a row is not cut for the sake of its notes: they go to the end */
		if (next > p->in->height)
			next = bare;
		if (next > room + PDF_SLACK) {
			bool may = may_begin(p, r, room, room - sum - gap);

			p->settled = may ? i + 1 : p->settled;
			return may;
		}
		sum = next;
		if (!(r->flags & PDF_ROW_KEEP)) {
			p->settled = i + 1;
			return true;
		}
	}
	return true;
}

/* How far rows reach down that stand below each other. */
static float stacked(const struct planner *p, uint32_t first, uint32_t n)
{
	float sum = 0;

	for (uint32_t i = first; i < first + n && i < p->in->n_rows; i++)
		sum += p->in->rows[i].height + (i > first ? p->in->rows[i].gap : 0);
	return sum;
}

/* Whether a row of those from `first` on has the note before place `k` of row `row`. */
static bool is_noted(const struct planner *p, uint32_t first, uint32_t row, uint32_t k)
{
	uint32_t note = p->in->row_notes[p->in->rows[row].first_note + k];

	for (uint32_t i = first; i <= row; i++) {
		const struct pdf_plan_row *r = &p->in->rows[i];

		for (uint32_t j = 0; j < (i < row ? r->n_notes : k); j++)
			if (p->in->row_notes[r->first_note + j] == note)
				return true;
	}
	return p->shown_on[note] == p->plan->n_pages;
}

/* What the notes of rows would add to the foot of this page, each once. */
static float notes_of_all(const struct planner *p, uint32_t first, uint32_t n)
{
	float sum = 0;

	for (uint32_t i = first; p->in->note_heights && i < first + n; i++)
		for (uint32_t k = 0; k < p->in->rows[i].n_notes; k++)
			if (!is_noted(p, first, i, k))
				sum += p->in->note_heights
					       [p->in->row_notes[p->in->rows[i].first_note + k]];
	return sum > 0 && p->notes <= 0 ? sum + p->in->notes_gap : sum;
}

/* The higher of the two columns that the row begins, without the gap above, and what their notes take. */
static float columns_height(const struct planner *p, uint32_t row, float *notes)
{
	const struct pdf_plan_row *r = &p->in->rows[row];
	float left = stacked(p, row, r->n_left);
	float right = p->in->zone_heads[r->zone] + stacked(p, row + r->n_left, r->n_right);

	*notes = notes_of_all(p, row, r->n_left + r->n_right);
	return left > right ? left : right;
}

/* Whether the block that the row begins should have a page of its own. */
static bool wants_page(const struct planner *p, uint32_t row)
{
	const struct pdf_plan_row *first = &p->in->rows[row];
	float sum = 0, room = room_left(p);

	for (uint32_t i = row; i < row + first->block && i < p->in->n_rows; i++) {
		if (p->in->rows[i].n_left > 0) {
			float notes = 0;

			sum += p->in->rows[i].gap + columns_height(p, i, &notes);
			return sum + notes > room + PDF_SLACK;
		}
		sum += p->in->rows[i].gap + p->in->rows[i].height + notes_of(p, &p->in->rows[i]);
		if (sum > room + PDF_SLACK)
			return (first->flags & PDF_ROW_WHOLE) ||
			       room <= p->in->height * BLANK_SHARE;
	}
	return false;
}

static bool begins_page(struct planner *p, uint32_t row)
{
	if (p->plan->n_pages == 0 || (p->in->rows[row].flags & PDF_ROW_BREAK))
		return true;
	if (is_fresh(p) || row < p->settled)
		return false;
	return wants_page(p, row) || !has_room(p, row);
}

static void place_parts(struct planner *p, uint32_t row)
{
	const struct pdf_plan_row *r = &p->in->rows[row];
	bool is_last = false;

	for (uint32_t part = 0; !is_last && !p->failed; part++) {
		float room = room_left(p), height;

		if (part > 0) {
			begin_page(p, row, part > 0);
			if (p->failed)
				return;
			room = room_left(p);
		}
		height = p->in->split(p->in->data, row, part, room, &is_last);
		if (is_last)
			place_notes(p, r, height);
		add_fragment(p, (struct pdf_fragment){.row = row,
						      .part = part,
						      .is_last = is_last,
						      .height = height,
						      .room = room});
	}
}

/* Rows of one column, from `y` on. */
static void place_column(struct planner *p, uint32_t first, uint32_t n, float y, uint8_t column)
{
	p->y = y;
	for (uint32_t i = first; i < first + n && !p->failed; i++) {
		p->y += i > first ? p->in->rows[i].gap : 0;
		add_fragment(p, (struct pdf_fragment){.row = i,
						      .is_last = true,
						      .height = p->in->rows[i].height,
						      .column = column,
						      .has_head = column > 0 && i == first});
	}
}

/* Both columns that the row begins; false where this page has no room for them. */
static bool place_columns(struct planner *p, uint32_t row)
{
	const struct pdf_plan_row *r = &p->in->rows[row];
	float notes = 0, top = p->y + (is_fresh(p) ? 0 : r->gap);
	float height = columns_height(p, row, &notes);

	if (top + height + notes > p->in->height - p->notes + PDF_SLACK)
		return false;
	place_column(p, row, r->n_left, top, 0);
	place_column(p, row + r->n_left, r->n_right, top + p->in->zone_heads[r->zone], 1);
	p->y = top;
	for (uint32_t i = row; i < row + r->n_left + r->n_right; i++)
		place_notes(p, &p->in->rows[i], height);
	p->y = top + height;
	return true;
}

static void place_row(struct planner *p, uint32_t row)
{
	const struct pdf_plan_row *r = &p->in->rows[row];

	if (begins_page(p, row))
		begin_page(p, row, false);
	if (p->failed)
		return;
	if (is_fresh(p))
		has_room(p, row);
	if (!is_fresh(p))
		p->y += r->gap;
	if (r->height > room_left(p) + PDF_SLACK) {
		place_parts(p, row);
		return;
	}
	place_notes(p, r, r->height);
	add_fragment(p, (struct pdf_fragment){.row = row, .is_last = true, .height = r->height});
}

static int compare_notes(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

/* The reader looks for a number: notes stand in the order of theirs, not of their marks. */
static void sort_notes(struct pdf_plan *plan)
{
	for (uint32_t i = 0; i < plan->n_pages; i++)
		if (plan->pages[i].n_notes > 1)
			qsort(&plan->notes[plan->pages[i].first_note], plan->pages[i].n_notes,
			      sizeof(*plan->notes), compare_notes);
}

int pdf_plan_make(const struct pdf_plan_in *in, struct pdf_plan *out)
{
	struct planner p = {.in = in, .plan = out};

	memset(out, 0, sizeof(*out));
	out->missed = calloc((size_t)in->n_notes + 1, sizeof(*out->missed));
	p.shown_on = calloc((size_t)in->n_notes + 1, sizeof(*p.shown_on));
	p.failed = !out->missed || !p.shown_on;
	for (uint32_t row = 0; row < in->n_rows && !p.failed; row++) {
		const struct pdf_plan_row *r = &in->rows[row];

		if (r->n_left > 0 && out->n_pages > 0 && place_columns(&p, row))
			row += r->n_left + r->n_right - 1;
		else
			place_row(&p, row);
	}
	sort_notes(out);
	for (uint32_t note = 0; note < in->n_notes && !p.failed; note++)
		if (p.shown_on[note] == 0)
			out->missed[note] = true;
	free(p.shown_on);
	if (p.failed)
		pdf_plan_release(out);
	return p.failed ? -1 : 0;
}

void pdf_plan_release(struct pdf_plan *plan)
{
	free(plan->fragments);
	free(plan->pages);
	free(plan->notes);
	free(plan->missed);
	memset(plan, 0, sizeof(*plan));
}
