/* SPDX-License-Identifier: MIT */
#include "text/text_notes.h"

#include "common/write/isolate.h"
#include "common/write/number.h"
#include "common/write/origin.h"
#include "common/write/weights.h"
#include "text/text_changes.h"
#include "text/text_para.h"
#include "text/text_words.h"

/* Bytes of a label that stands in one line. */
enum { INDENT = 2, SHORT = 24 };

/* ---- the legend */

static void put_scale(struct text_page *page, struct text_field *field)
{
	struct out line;

	out_to_memory(&line, 0);
	weights_put_line(&line, page->m);
	if (line.n > 0) {
		text_para_begin(field);
		text_flow_string(&field->flow, out_at(&line), TEXT_PLAIN, TEXT_LOOSE);
		text_para_put(page, field, INDENT);
	}
	page->failed = page->failed || line.failed;
	out_release(&line);
}

static uint32_t n_used(const struct mr_matrix *m)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < m->statuses.n; i++)
		n += mr_status_at(m, i)->is_used;
	return n;
}

static void put_statuses(struct text_page *page, struct text_field *field)
{
	text_para_begin(field);
	for (uint32_t i = 0; i < page->m->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(page->m, i);
		uint8_t ink = text_words_ink(status->like);
		enum text_hold hold;

		if (!status->is_used)
			continue;
		if (field->flow.n_runs > 0)
			text_flow_string(&field->flow, "   ", TEXT_PLAIN, TEXT_LOOSE);
		text_flow_string(&field->flow, text_words_symbol(page, status), ink, TEXT_LOOSE);
		text_flow_string(&field->flow, " ", TEXT_PLAIN, TEXT_GLUED);
		hold = strlen(status->label) <= SHORT ? TEXT_SOLID : TEXT_GLUED;
		text_flow_string(&field->flow, status->label, ink, hold);
	}
	text_para_put(page, field, INDENT);
}

static void put_legend(struct text_page *page, struct text_field *field)
{
	bool has_statuses = n_used(page->m) > 0, has_signs = text_changes_has_signs(page);

	if (!page->is.has_legend || (!has_statuses && !has_signs))
		return;
	text_para_heading(page, field, "legend", "Legend");
	if (has_statuses)
		put_statuses(page, field);
	if (has_signs)
		text_changes_legend(page, field);
	if (has_statuses)
		put_scale(page, field);
}

/* ---- notes and references */

static void put_notes(struct text_page *page, struct text_field *field)
{
	if (page->m->notes.n == 0)
		return;
	text_para_heading(page, field, page->m->notes.n == 1 ? "note" : "notes",
			  page->m->notes.n == 1 ? "Note" : "Notes");
	for (uint32_t i = 0; i < page->m->notes.n; i++) {
		const struct mr_note *note = mr_note_at(page->m, i);

		text_para_begin(field);
		text_words_mark(page, &field->flow, note->number);
		text_flow_string(&field->flow, " ", TEXT_PLAIN, TEXT_GLUED);
		text_flow_close(&field->flow);
		field->hang = text_flow_extent(&field->flow).natural + 1;
		text_words_rich(page, &field->flow, note->text, "", TEXT_PLAIN);
		text_para_put(page, field, INDENT);
	}
}

static void put_references(struct text_page *page, struct text_field *field)
{
	char mark[NUMBER_SIZE];
	size_t n_digits;

	if (page->listed.n == 0)
		return;
	text_para_heading(page, field, "references", "References");
	n_digits = number_unsigned(mark, page->listed.n);
	for (uint32_t i = 0; i < page->listed.n; i++) {
		size_t n = number_unsigned(mark, i + 1);

		text_para_begin(field);
		text_flow_string(&field->flow, "[", TEXT_PLAIN, TEXT_LOOSE);
		text_flow_string(&field->flow, mark, TEXT_PLAIN, TEXT_GLUED);
		text_flow_string(&field->flow, "]", TEXT_PLAIN, TEXT_GLUED);
		for (size_t blanks = n; blanks <= n_digits; blanks++)
			text_flow_string(&field->flow, " ", TEXT_PLAIN, TEXT_GLUED);
		field->hang = (uint32_t)n_digits + 3;
		text_words_address(page, &field->flow, page->listed.at[i].url);
		text_para_put(page, field, INDENT);
	}
}

/* ---- whose it is */

static void put_credit(struct text_page *page, struct text_field *field)
{
	const struct mr_credit *credit = &page->m->credit;
	struct text_flow *flow = &field->flow;
	struct out text;

	if (!*credit->text && !*credit->url && !*credit->license)
		return;
	text_para_begin(field);
	out_to_memory(&text, 0);
	isolate_put(&text, credit->text, page->m->is_rtl);
	text_flow_string(flow, out_at(&text), TEXT_PLAIN, TEXT_LOOSE);
	flow->failed |= text.failed;
	out_release(&text);
	if (*credit->url) {
		text_flow_string(flow, *credit->text ? ", " : "", TEXT_PLAIN, TEXT_GLUED);
		text_words_address(page, flow, credit->url);
	}
	if (*credit->license) {
		text_flow_string(flow, flow->n_runs > 0 ? ", " : "", TEXT_PLAIN, TEXT_GLUED);
		text_flow_string(flow, credit->license, TEXT_PLAIN, TEXT_LOOSE);
	}
	text_para_put(page, field, 0);
}

/* The mark of the program, "meshreport 0.1.0", which is not torn: the host knows its files by it. */
static void put_generator(struct text_page *page, struct text_field *field)
{
	static const char place[] = "{program}";
	const char *pattern = mr_word(page->m, "generated_by", "made with {program}");
	const char *at = strstr(pattern, place), *mark = page->job->generator;
	size_t n = strcspn(mark, " ");
	struct text_flow *flow = &field->flow;

	text_para_begin(field);
	text_flow_add(flow, pattern, at ? (size_t)(at - pattern) : strlen(pattern), TEXT_FAINT, 0,
		      TEXT_LOOSE);
	text_flow_add(flow, mark, n, TEXT_FAINT, 0, TEXT_LOOSE);
	text_flow_add(flow, " ", mark[n] == ' ', TEXT_FAINT, 0, TEXT_GLUED);
	text_flow_string(flow, mark + n + (mark[n] == ' '), TEXT_FAINT, TEXT_GLUED);
	text_flow_string(flow, at ? at + sizeof(place) - 1 : "", TEXT_FAINT, TEXT_LOOSE);
	text_para_put(page, field, 0);
}

static void put_origin(struct text_page *page, struct text_field *field)
{
	struct out words;

	out_to_memory(&words, 0);
	origin_put(&words, page->job, NULL);
	text_para_begin(field);
	text_flow_add(&field->flow, out_at(&words), words.n, TEXT_FAINT, 0, TEXT_LOOSE);
	text_para_put(page, field, 0);
	page->failed = page->failed || words.failed;
	out_release(&words);
}

/* Cut to the width: who looks for it passes over white space. */
static void put_stamp(struct text_page *page)
{
	const char *mark = mr_stamp_mark(page->job);
	size_t width = page->is.width > 0 ? page->is.width : SIZE_MAX;

	for (size_t left = strlen(mark), n; left > 0; left -= n, mark += n) {
		n = left < width ? left : width;
		text_pen_bytes(&page->pen, mark, n);
		text_pen_end(&page->pen);
	}
}

static void put_selection(struct text_page *page, struct text_field *field)
{
	if (!*page->m->selection.words)
		return;
	text_para_heading(page, field, "selection", "Selection");
	text_para_begin(field);
	text_flow_string(&field->flow, page->m->selection.words, TEXT_PLAIN, TEXT_LOOSE);
	text_para_put(page, field, INDENT);
}

void text_notes_end(struct text_page *page, bool has_table)
{
	struct text_field field = {.hang = 0};

	text_flow_init(&field.flow);
	if (has_table) {
		put_legend(page, &field);
		put_notes(page, &field);
	}
	put_selection(page, &field);
	put_references(page, &field);
	text_pen_end(&page->pen);
	put_credit(page, &field);
	put_origin(page, &field);
	put_generator(page, &field);
	put_stamp(page);
	page->failed = page->failed || field.flow.failed;
	text_flow_release(&field.flow);
}
