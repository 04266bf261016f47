/* SPDX-License-Identifier: MIT */
#include "view/fill.h"

#include "base/mem.h"
#include "view/evidence.h"
#include "view/tally.h"

#include <string.h>

/* Where the number of a note is kept; null without memory. */
static uint32_t *number_of(struct fill *fill, const struct dataset_note_use *use)
{
	if (use->note != DATASET_OWN_NOTE)
		return &fill->number_of_shared[use->note];
	return vec_touch(&fill->number_of_own, use->text->id, sizeof(uint32_t));
}

/* A note that is used for the first time; its number, 0 without memory. */
static uint32_t add_note(struct fill *fill, const struct dataset_note_use *use)
{
	const struct dataset_note *shared =
		use->note != DATASET_OWN_NOTE ? &fill->set->notes[use->note] : NULL;
	struct mr_note *note = vec_add(&fill->notes, sizeof(*note));
	struct place *place = vec_add(&fill->note_places, sizeof(*place));

	if (!note || !place)
		return 0;
	*place = shared ? shared->place : use->place;
	*note = (struct mr_note){.id = shared ? shared->id : "",
				 .number = (uint32_t)fill->notes.n,
				 .text = use->text};
	return note->number;
}

/* The index of a note, which gets the next number at its first use. */
static uint32_t note_index(struct fill *fill, const struct dataset_note_use *use)
{
	uint32_t *number = number_of(fill, use);

	if (number && !*number)
		*number = add_note(fill, use);
	if (!number || !*number) {
		fill->arena->failed = true;
		return 0;
	}
	VEC_AT(struct mr_note, fill->notes, *number - 1)->n_uses++;
	return *number - 1;
}

static struct mr_array freeze_notes(struct fill *fill, const struct dataset_note_uses *uses)
{
	uint32_t *indexes;

	if (!uses->n)
		return (struct mr_array){NULL, 0, sizeof(*indexes)};
	indexes = arena_array(fill->arena, uses->n, sizeof(*indexes));
	if (!indexes)
		return (struct mr_array){NULL, 0, sizeof(*indexes)};
	for (uint32_t i = 0; i < uses->n; i++)
		indexes[i] = note_index(fill, &uses->at[i]);
	return (struct mr_array){indexes, uses->n, sizeof(*indexes)};
}

static const struct mr_text *label_or(const struct fill *fill, const struct mr_text *own,
				      uint32_t status)
{
	return own ? own : fill->reading.labels[status];
}

static struct mr_array freeze_parts(struct fill *fill, const struct dataset_detail *from)
{
	struct mr_part *parts = NULL;

	if (from->n_parts)
		parts = arena_array(fill->arena, from->n_parts, sizeof(*parts));
	if (!parts)
		return (struct mr_array){NULL, 0, sizeof(*parts)};
	for (uint32_t i = 0; i < from->n_parts; i++) {
		const struct dataset_part *part = &from->parts[i];

		parts[i].name = part->name;
		parts[i].status = part->status;
		parts[i].text = label_or(fill, part->text, part->status);
		parts[i].notes = freeze_notes(fill, &part->notes);
		fill->statuses[part->status].is_used = true;
	}
	return (struct mr_array){parts, from->n_parts, sizeof(*parts)};
}

static void set_evidence(struct mr_cell_detail *detail, const struct evidence *known)
{
	const struct dataset_ids *sources = &known->is.sources;

	detail->sources = (struct mr_array){sources->at, sources->n, sizeof(*sources->at)};
	detail->since = known->is.since;
	detail->verified = known->is.verified;
	detail->sources_from = known->from.sources;
	detail->since_from = known->from.since;
	detail->verified_from = known->from.verified;
}

/* Parts come before the cell's own notes: that is the order in which they are read. */
static const struct mr_cell_detail *freeze_detail(struct fill *fill,
						  const struct dataset_detail *from,
						  const struct evidence *known)
{
	struct mr_cell_detail *detail = arena_object(fill->arena, sizeof(*detail));

	if (!detail)
		return NULL;
	detail->items = (struct mr_array){from->items, from->n_items, sizeof(*from->items)};
	detail->parts = freeze_parts(fill, from);
	detail->notes = freeze_notes(fill, &from->notes);
	set_evidence(detail, known);
	return detail;
}

/* The evidence that a cell without a detail has from others, of a column most often the same; null for none. */
static const struct mr_cell_detail *freeze_inherited(struct fill *fill, uint32_t col,
						     const struct evidence *known)
{
	const struct dataset_evidence *is = &known->is;
	const struct mr_cell_detail *last = fill->inherited[col];
	struct mr_cell_detail *detail;

	if (!is->sources.n && !*is->since && !is->verified.year)
		return NULL;
	if (last && last->sources.at == is->sources.at && last->since == is->since &&
	    memcmp(&last->verified, &is->verified, sizeof(is->verified)) == 0 &&
	    last->sources_from == known->from.sources && last->since_from == known->from.since &&
	    last->verified_from == known->from.verified)
		return last;
	detail = arena_object(fill->arena, sizeof(*detail));
	if (detail)
		set_evidence(detail, known);
	return fill->inherited[col] = detail;
}

/* "Timeout yes, Retry no": each part's name and words as one piece, the pieces as one text. */
static const struct mr_text *join_parts(struct fill *fill, const struct dataset_detail *from)
{
	struct texts *texts = fill->texts;
	const struct mr_text **pieces = mem_array(from->n_parts, sizeof(struct mr_text *));
	const struct mr_text *joined = NULL;

	for (uint32_t i = 0; pieces && i < from->n_parts; i++) {
		const struct dataset_part *part = &from->parts[i];
		const struct mr_text *pair[2];

		pair[0] = texts_plain(texts, part->name, strlen(part->name));
		pair[1] = label_or(fill, part->text, part->status);
		pieces[i] = pair[0] ? texts_join(texts, pair, 2, " ") : NULL;
		if (!pieces[i])
			goto out;
	}
	if (pieces)
		joined = texts_join(texts, pieces, from->n_parts, ", ");
out:
	mem_free(pieces);
	return joined;
}

static const struct mr_text *words_of(struct fill *fill, const struct dataset_cell *from)
{
	switch (from->kind) {
	case MR_CELL_STATUS: return label_or(fill, from->text, from->status);
	case MR_CELL_LIST:
		return texts_join(fill->texts, from->detail->items, from->detail->n_items, ", ");
	case MR_CELL_PARTS: return join_parts(fill, from->detail);
	default: return from->text;
	}
}

static void freeze_cell(struct fill *fill, const struct dataset_feature *feature, uint32_t col,
			const struct dataset_cell *from, struct mr_cell *cell)
{
	const struct evidence known = evidence_of(fill->set, feature, from);

	cell->status = cell_status(from);
	cell->like = cell_like(fill->set, from);
	cell->kind = from ? from->kind : (uint8_t)MR_CELL_STATUS;
	cell->text = from ? words_of(fill, from) : fill->reading.labels[DATASET_UNKNOWN];
	cell->has_own_words = from && from->kind == MR_CELL_STATUS && from->text &&
			      strcmp(from->text->plain, fill->reading.labels[from->status]->plain);
	if (from && from->detail)
		cell->detail = freeze_detail(fill, from->detail, &known);
	else
		cell->detail = freeze_inherited(fill, col, &known);
	if (!cell->text)
		fill->arena->failed = true;
	if (cell->status != MR_NO_STATUS) {
		fill->statuses[cell->status].n_cells++;
		fill->statuses[cell->status].is_used = true;
	}
}

static void count_row(struct fill *fill, uint32_t row)
{
	struct mr_feature *feature = &fill->features[row];
	uint32_t n_cols = fill->selection->n_cols;
	const struct mr_cell *cells = &fill->cells[(size_t)row * n_cols];
	struct mr_counts *by_category = &fill->category_counts[(size_t)feature->category * n_cols];

	for (uint32_t col = 0; col < n_cols && !feature->is_fact; col++) {
		tally_add(&feature->counts, cells[col].like, feature->weight);
		tally_add(&by_category[col], cells[col].like, feature->weight);
	}
	tally_finish(&feature->counts);
}

/* Categories by products were counted; the sums of its rows and columns follow from them. */
static void sum_counts(struct fill *fill)
{
	uint32_t n_cols = fill->selection->n_cols;

	for (uint32_t i = 0; i < fill->n_categories; i++) {
		struct mr_counts *cells = &fill->category_counts[(size_t)i * n_cols];

		for (uint32_t col = 0; col < n_cols; col++) {
			tally_merge(&fill->categories[i].counts, &cells[col]);
			tally_merge(&fill->products[col].counts, &cells[col]);
			tally_finish(&cells[col]);
		}
		tally_merge(fill->counts, &fill->categories[i].counts);
		tally_finish(&fill->categories[i].counts);
	}
	for (uint32_t col = 0; col < n_cols; col++)
		tally_finish(&fill->products[col].counts);
	tally_finish(fill->counts);
}

/* A category's notes where its first row begins, a feature's before those of its cells. */
static void freeze_head_notes(struct fill *fill, uint32_t row)
{
	const struct dataset_feature *from = &fill->set->features[fill->selection->rows[row]];
	struct mr_category *category = &fill->categories[fill->features[row].category];

	if (category->first_feature == row)
		category->notes = freeze_notes(fill, &fill->set->categories[from->category].notes);
	fill->features[row].notes = freeze_notes(fill, &from->notes);
}

static void fill_row(struct fill *fill, uint32_t row, const struct dataset_cell *const *records,
		     struct buf scratch[2])
{
	const struct dataset_feature *from = &fill->set->features[fill->selection->rows[row]];
	struct mr_feature *feature = &fill->features[row];
	uint32_t n_cols = fill->selection->n_cols;

	freeze_head_notes(fill, row);
	feature->is_fact = cell_row_is_fact(from, records, n_cols);
	feature->differs = cell_row_differs(&fill->reading, records, n_cols, scratch);
	for (uint32_t col = 0; col < n_cols; col++)
		freeze_cell(fill, from, col, records[col],
			    &fill->cells[(size_t)row * n_cols + col]);
	count_row(fill, row);
}

void fill_rows(struct fill *fill)
{
	const struct selection *selection = fill->selection;
	struct buf scratch[2] = {BUF_INIT, BUF_INIT};
	uint32_t *col_of = arena_array(fill->arena, fill->set->n_products, sizeof(*col_of));
	struct cell_row records;

	fill->inherited = arena_array(fill->arena, selection->n_cols, sizeof(*fill->inherited));
	if (cell_row_init(&records, selection->n_cols, fill->arena) != 0 || !col_of ||
	    !fill->inherited)
		return;
	for (uint32_t i = 0; i < fill->set->n_products; i++)
		col_of[i] = CELL_NO_COLUMN;
	for (uint32_t col = 0; col < selection->n_cols; col++)
		col_of[selection->cols[col]] = col;
	/* the head of the table is its first row */
	for (uint32_t col = 0; col < selection->n_cols; col++)
		fill->products[col].notes =
			freeze_notes(fill, &fill->set->products[selection->cols[col]].notes);
	for (uint32_t row = 0; row < selection->n_rows && !fill->arena->failed; row++) {
		cell_spread(fill->set, selection->rows[row], col_of, &records);
		fill_row(fill, row, records.at, scratch);
	}
	sum_counts(fill);
	if (scratch[0].failed || scratch[1].failed)
		fill->arena->failed = true;
	buf_release(&scratch[0]);
	buf_release(&scratch[1]);
	vec_release(&fill->number_of_own);
}
