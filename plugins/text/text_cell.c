/* SPDX-License-Identifier: MIT */
#include "text/text_cell.h"

#include "common/write/number.h"
#include "common/write/weights.h"
#include "text/text_width.h"
#include "text/text_words.h"

/* A line must keep so many columns for words, or it does not hang. */
enum { LEAST_WORDS = 6 };

static void begin(struct text_field *field)
{
	text_flow_clear(&field->flow);
	field->hang = 0;
	text_cell_rewind(field);
}

static void comma(struct text_field *field)
{
	text_flow_string(&field->flow, ", ", TEXT_PLAIN, TEXT_GLUED);
}

/* "✓ yes": one does not stand without the other, and words of its own are not coloured. */
static void put_status(struct text_page *page, struct text_field *field,
		       const struct mr_status *status, const struct mr_text *text, bool has_own)
{
	uint8_t ink = text_words_ink(status->like);
	struct text_flow *flow = &field->flow;
	size_t n_runs;

	text_flow_string(flow, text_words_symbol(page, status), ink, TEXT_LOOSE);
	text_flow_string(flow, " ", ink, TEXT_GLUED);
	n_runs = flow->n_runs;
	text_words_rich(page, flow, text, "", has_own ? TEXT_PLAIN : ink);
	if (flow->n_runs > n_runs)
		flow->runs[n_runs].hold = TEXT_GLUED;
}

static void put_parts(struct text_page *page, struct text_field *field,
		      const struct mr_cell_detail *detail, bool has_marks)
{
	for (uint32_t i = 0; i < detail->parts.n; i++) {
		const struct mr_part *part = mr_part_at(detail, i);
		const struct mr_status *status = mr_status_at(page->m, part->status);

		if (i > 0)
			comma(field);
		text_flow_string(&field->flow, part->name, TEXT_PLAIN, TEXT_LOOSE);
		text_flow_string(&field->flow, " ", TEXT_PLAIN, TEXT_GLUED);
		if (status)
			put_status(page, field, status, part->text, false);
		else
			text_words_rich(page, &field->flow, part->text, "", TEXT_PLAIN);
		if (has_marks)
			text_words_marks(page, &field->flow, &part->notes);
	}
}

static void put_items(struct text_page *page, struct text_field *field,
		      const struct mr_cell_detail *detail)
{
	for (uint32_t i = 0; i < detail->items.n; i++) {
		if (i > 0)
			comma(field);
		text_words_rich(page, &field->flow, mr_item_at(detail, i), "", TEXT_PLAIN);
	}
}

/* The last part has marks of its own, and nothing stands between. */
static bool ends_with_marks(const struct mr_cell_detail *detail)
{
	return detail->parts.n > 0 && mr_part_at(detail, detail->parts.n - 1)->notes.n > 0;
}

/* What stands behind the words of few cells: marks, "since 1.0", references, the day it was verified. */
static void put_detail(struct text_page *page, struct text_field *field,
		       const struct mr_cell_detail *detail)
{
	struct out day;

	if (detail->notes.n > 0 && ends_with_marks(detail) && page->is.style != TEXT_ASCII)
		text_flow_string(&field->flow, ",", TEXT_PLAIN, TEXT_GLUED);
	text_words_marks(page, &field->flow, &detail->notes);
	if (*detail->since) {
		comma(field);
		text_words_fill(page, &field->flow, "since", "since {version}", "version",
				detail->since, TEXT_PLAIN);
	}
	for (uint32_t i = 0; i < detail->sources.n; i++)
		text_words_reference(page, &field->flow, mr_string_at(&detail->sources, i), i == 0);
	if (!page->is.shows_verified || detail->verified.year <= 0)
		return;
	out_to_memory(&day, 0);
	out_date(&day, detail->verified);
	comma(field);
	text_words_fill(page, &field->flow, "verified", "verified {date}", "date", out_at(&day),
			TEXT_FAINT);
	page->failed = page->failed || day.failed;
	out_release(&day);
}

static uint32_t hang_of(const struct text_page *page, const struct mr_status *status)
{
	const char *symbol = text_words_symbol(page, status);

	return text_width_cluster(symbol, strlen(symbol)) + 1u;
}

void text_cell_fill(struct text_page *page, struct text_field *field, uint32_t row, uint32_t col)
{
	const struct mr_cell *cell = mr_cell_at(page->m, row, col);
	const struct mr_status *status = mr_status_at(page->m, cell->status);
	const struct mr_cell_detail *detail = cell->detail;

	begin(field);
	if (cell->kind == MR_CELL_PARTS && detail && detail->parts.n > 0) {
		put_parts(page, field, detail, true);
	} else if (cell->kind == MR_CELL_LIST && detail && detail->items.n > 0) {
		put_items(page, field, detail);
	} else if (cell->kind == MR_CELL_STATUS && status) {
		put_status(page, field, status, cell->text, cell->has_own_words);
		field->hang = hang_of(page, status);
	} else {
		text_words_rich(page, &field->flow, cell->text, "", TEXT_PLAIN);
	}
	if (detail)
		put_detail(page, field, detail);
	text_words_was(page, &field->flow, mr_was_cell(page->m, row, col));
	text_flow_close(&field->flow);
}

void text_cell_put_value(struct text_page *page, struct text_field *field,
			 const struct mr_cell *cell)
{
	const struct mr_status *status = mr_status_at(page->m, cell->status);
	const struct mr_cell_detail *detail = cell->detail;

	if (cell->kind == MR_CELL_PARTS && detail && detail->parts.n > 0)
		put_parts(page, field, detail, false);
	else if (cell->kind == MR_CELL_LIST && detail && detail->items.n > 0)
		put_items(page, field, detail);
	else if (cell->kind == MR_CELL_STATUS && status)
		put_status(page, field, status, cell->text, cell->has_own_words);
	else
		text_words_rich(page, &field->flow, cell->text, "", TEXT_PLAIN);
	if (detail && *detail->since) {
		comma(field);
		text_words_fill(page, &field->flow, "since", "since {version}", "version",
				detail->since, TEXT_PLAIN);
	}
}

void text_cell_fill_product(struct text_page *page, struct text_field *field, uint32_t col,
			    uint8_t ink)
{
	const struct mr_product *product = mr_product_at(page->m, col);

	begin(field);
	text_words_linked(page, &field->flow, product->name, product->url, ink);
	text_words_marks(page, &field->flow, &product->notes);
	text_words_was(page, &field->flow, mr_was_product(page->m, col));
	if (product->lifecycle != MR_ACTIVE && *product->lifecycle_word) {
		text_flow_string(&field->flow, "\n(", TEXT_FAINT, TEXT_LOOSE);
		text_flow_string(&field->flow, product->lifecycle_word, TEXT_FAINT, TEXT_GLUED);
		text_flow_string(&field->flow, ")", TEXT_FAINT, TEXT_GLUED);
	}
	text_flow_close(&field->flow);
}

static void put_description(struct text_page *page, struct text_field *field,
			    const struct mr_text *description)
{
	if (mr_text_is_empty(description))
		return;
	text_flow_string(&field->flow, "\n", TEXT_PLAIN, TEXT_LOOSE);
	text_words_rich(page, &field->flow, description, "", TEXT_FAINT);
}

void text_cell_fill_feature(struct text_page *page, struct text_field *field, uint32_t row,
			    uint8_t ink, bool is_whole)
{
	const struct mr_feature *feature = mr_feature_at(page->m, row);
	struct out mark;

	begin(field);
	text_words_rich(page, &field->flow, feature->name, feature->url, ink);
	if (weights_has_mark(feature)) {
		out_to_memory(&mark, 0);
		weights_put_mark(&mark, feature);
		text_flow_string(&field->flow, out_at(&mark), TEXT_FAINT, TEXT_GLUED);
		page->failed = page->failed || mark.failed;
		out_release(&mark);
	}
	text_words_marks(page, &field->flow, &feature->notes);
	text_words_was(page, &field->flow, mr_was_feature(page->m, row));
	if (is_whole)
		put_description(page, field, feature->description);
	text_flow_close(&field->flow);
}

void text_cell_fill_category(struct text_page *page, struct text_field *field, uint32_t index,
			     bool is_whole)
{
	const struct mr_category *category = mr_category_at(page->m, index);

	begin(field);
	text_words_rich(page, &field->flow, category->name, category->url, TEXT_STRONG);
	text_words_marks(page, &field->flow, &category->notes);
	text_words_was(page, &field->flow, mr_was_category(page->m, index));
	if (is_whole)
		put_description(page, field, category->description);
	text_flow_close(&field->flow);
}

/* The first status that counts so and was used, else the first of the kind. */
static const struct mr_status *status_of_like(const struct mr_matrix *m, uint32_t like)
{
	const struct mr_status *found = NULL;

	for (uint32_t i = 0; i < m->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(m, i);

		if (status->like == like && (!found || (status->is_used && !found->is_used)))
			found = status;
	}
	return found;
}

void text_cell_fill_total(struct text_page *page, struct text_field *field,
			  const struct mr_counts *counts)
{
	char number[NUMBER_SIZE];
	bool is_first = true;

	begin(field);
	for (uint32_t like = 0; like < MR_N_LIKES; like++) {
		const struct mr_status *status = status_of_like(page->m, like);

		if (counts->n[like] == 0 || !status)
			continue;
		if (!is_first)
			text_flow_string(&field->flow, "  ", TEXT_PLAIN, TEXT_LOOSE);
		text_flow_string(&field->flow, text_words_symbol(page, status),
				 text_words_ink(like), TEXT_LOOSE);
		text_flow_string(&field->flow, " ", TEXT_PLAIN, TEXT_GLUED);
		number_unsigned(number, counts->n[like]);
		text_flow_string(&field->flow, number, text_words_ink(like), TEXT_GLUED);
		is_first = false;
	}
	text_flow_close(&field->flow);
}

/* ---- measures */

struct text_extent text_cell_measure(const struct text_field *field)
{
	struct text_extent extent = text_flow_extent(&field->flow);

	/* a word may come to stand in a line that hangs */
	extent.longest += field->hang;
	if (extent.longest > extent.natural)
		extent.longest = extent.natural;
	return extent;
}

struct text_extent text_cell_extent(struct text_page *page, struct text_field *field, uint32_t row,
				    uint32_t col)
{
	const struct mr_cell *cell = mr_cell_at(page->m, row, col);
	const struct mr_status *status = mr_status_at(page->m, cell->status);
	struct text_extent extent;
	uint32_t hang;

	if (cell->detail || (cell->kind == MR_CELL_STATUS && !status) ||
	    mr_was_other(mr_was_cell(page->m, row, col))) {
		text_cell_fill(page, field, row, col);
		return text_cell_measure(field);
	}
	extent = text_words_extent(page, cell->text);
	if (cell->kind != MR_CELL_STATUS)
		return extent;
	hang = hang_of(page, status);
	return (struct text_extent){extent.natural + hang, extent.longest + hang};
}

/* ---- lines */

bool text_cell_next(struct text_field *field, uint32_t width, struct text_line *line,
		    uint32_t *indent)
{
	uint32_t hang = field->hang + LEAST_WORDS <= width ? field->hang : 0;

	*indent = field->is_begun ? hang : 0;
	field->is_begun = true;
	return text_flow_next(&field->flow, &field->at, width - *indent, line);
}
