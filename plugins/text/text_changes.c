/* SPDX-License-Identifier: MIT */
#include "text/text_changes.h"

#include "common/change/changes.h"
#include "common/change/changes_details.h"
#include "common/write/fill.h"
#include "text/text_para.h"
#include "text/text_words.h"

enum { INDENT = 2, DEEPER = 6 };

/* What is written to, by the one pointer that a detail is given. */
struct listing {
	struct text_page *page;
	struct text_field *field;
};

/* "+ ", and the words behind it hang under each other. */
static void begin_line(const struct listing *to, uint32_t kind, uint32_t tone)
{
	text_para_begin(to->field);
	to->field->hang = 2;
	text_words_sign(to->page, &to->field->flow, kind, tone, TEXT_LOOSE);
	text_flow_string(&to->field->flow, " ", TEXT_PLAIN, TEXT_GLUED);
}

static void put_string(const struct listing *to, const char *text, uint8_t ink)
{
	text_flow_string(&to->field->flow, text, ink, TEXT_LOOSE);
}

/*
 * From what was to what is.  In a text from the right it is made of letters that turn round with the words around them,
 * whichever way these run; an arrow would not.
 */
static void put_arrow(const struct listing *to)
{
	bool is_plain = to->page->is.style == TEXT_ASCII || to->page->m->is_rtl;

	put_string(to, is_plain ? " -> " : " → ", TEXT_PLAIN);
}

/* ---- details */

static void put_detail(void *context, const struct changes_detail *detail)
{
	const struct listing *to = context;
	struct text_flow *flow = &to->field->flow;

	begin_line(to, detail->kind, MR_TONE_PLAIN);
	if (detail->key && detail->place) {
		text_words_fill(to->page, flow, detail->key, detail->english, detail->place,
				detail->text, TEXT_PLAIN);
	} else {
		if (detail->key)
			text_words_say(to->page, flow, detail->key, detail->english, TEXT_PLAIN);
		if (detail->key && (detail->rich || *detail->text))
			put_string(to, ": ", TEXT_PLAIN);
		if (detail->rich)
			text_words_rich(to->page, flow, detail->rich, "", TEXT_PLAIN);
		else if (detail->is_address)
			text_words_address(to->page, flow, detail->text);
		else
			put_string(to, detail->text, TEXT_PLAIN);
	}
	text_para_put(to->page, to->field, DEEPER);
}

/* ---- entries */

static void put_name(const struct listing *to, const struct changes_entry *entry)
{
	const struct mr_matrix *m = changes_matrix(to->page->m, entry);
	struct text_flow *flow = &to->field->flow;
	const struct mr_category *category;

	switch (entry->at) {
	case CHANGES_PRODUCT:
		put_string(to, mr_product_at(m, entry->index)->name, TEXT_PLAIN);
		break;
	case CHANGES_CATEGORY:
		category = mr_category_at(m, entry->index);
		if (mr_text_is_empty(category->name))
			put_string(to, category->id, TEXT_PLAIN);
		text_words_rich(to->page, flow, category->name, "", TEXT_PLAIN);
		break;
	default:
		text_words_rich(to->page, flow, mr_feature_at(m, entry->index)->name, "",
				TEXT_PLAIN);
	}
}

/* The value of a cell in one of the editions, without marks of notes, which are numbered apart. */
static void put_value(const struct listing *to, const struct mr_matrix *m,
		      const struct mr_cell *cell)
{
	const struct mr_matrix *shown = to->page->m;

	to->page->m = m;
	text_cell_put_value(to->page, to->field, cell);
	to->page->m = shown;
}

static void put_values(const struct listing *to, const struct changes_entry *entry)
{
	const struct mr_matrix *m = to->page->m;

	put_string(to, ": ", TEXT_PLAIN);
	if (entry->what & (MR_CHANGED_STATUS | MR_CHANGED_WORDS)) {
		put_value(to, m->since->old, mr_then_cell(m, entry->index, entry->col));
		put_arrow(to);
	}
	put_value(to, m, mr_cell_at(m, entry->index, entry->col));
	if (entry->tone != MR_TONE_LOUD)
		return;
	put_string(to, " (", TEXT_PLAIN);
	text_words_say(to->page, &to->field->flow, "change_lost", "no longer known", TEXT_STRONG);
	put_string(to, ")", TEXT_PLAIN);
}

static void put_entry(const struct listing *to, const struct changes_entry *entry)
{
	begin_line(to, entry->kind, entry->tone);
	put_name(to, entry);
	if (entry->at == CHANGES_CELL)
		put_values(to, entry);
	text_para_put(to->page, to->field, INDENT);
	changes_details(to->page->m, entry, put_detail, (void *)(uintptr_t)to);
}

static void put_group(const struct listing *to, const struct changes_entry *entry)
{
	static const char *const keys[] = {"products", "categories", "features"};
	static const char *const english[] = {"Products", "Categories", "Features"};

	if (entry->at != CHANGES_CELL) {
		text_para_heading(to->page, to->field, keys[entry->at], english[entry->at]);
		return;
	}
	text_pen_end(&to->page->pen);
	text_para_begin(to->field);
	put_string(to, mr_product_at(to->page->m, entry->col)->name, TEXT_STRONG);
	text_para_put(to->page, to->field, 0);
}

/* ---- the document's own */

static void put_own(void *context, const char *then, const char *now)
{
	const struct listing *to = context;

	begin_line(to, MR_CHANGE_CHANGED, MR_TONE_PLAIN);
	put_string(to, then, TEXT_PLAIN);
	put_arrow(to);
	put_string(to, now, TEXT_PLAIN);
	text_para_put(to->page, to->field, INDENT);
}

static void put_heading(const struct listing *to)
{
	char day[16];

	text_pen_end(&to->page->pen);
	text_para_begin(to->field);
	text_words_fill(to->page, &to->field->flow, "changes_since", "Changes since {edition}",
			"edition", changes_edition(to->page->m, day), TEXT_STRONG);
	text_para_put(to->page, to->field, 0);
	if (to->page->m->since->n_changes > 0)
		return;
	text_para_begin(to->field);
	text_words_say(to->page, &to->field->flow, "changes_none", "Nothing changed.", TEXT_PLAIN);
	text_para_put(to->page, to->field, INDENT);
}

/* ---- the legend of the signs in the table */

static void put_mark(const struct listing *to, uint32_t kind, uint32_t tone)
{
	struct text_flow *flow = &to->field->flow;

	if (flow->n_runs > 0)
		put_string(to, "   ", TEXT_PLAIN);
	text_words_mark_sign(to->page, flow, kind, tone, TEXT_LOOSE);
	text_flow_string(flow, " ", TEXT_PLAIN, TEXT_GLUED);
}

bool text_changes_has_signs(const struct text_page *page)
{
	return page->m->since && page->m->since->n_changes > 0;
}

void text_changes_legend(struct text_page *page, struct text_field *field)
{
	const struct listing to = {page, field};
	struct text_flow *flow = &field->flow;
	char day[16];

	text_para_begin(field);
	put_mark(&to, MR_CHANGE_CHANGED, MR_TONE_PLAIN);
	text_words_fill(page, flow, "changes_since", "Changes since {edition}", "edition",
			changes_edition(page->m, day), TEXT_PLAIN);
	put_mark(&to, MR_CHANGE_ADDED, MR_TONE_PLAIN);
	text_words_say(page, flow, "change_added", "added", TEXT_PLAIN);
	put_mark(&to, MR_CHANGE_CHANGED, MR_TONE_LOUD);
	text_words_say(page, flow, "change_lost", "no longer known", TEXT_PLAIN);
	text_para_put(page, field, INDENT);
}

void text_changes_put(struct text_page *page)
{
	struct text_field field = {.hang = 0};
	struct listing to = {page, &field};
	const struct changes_entry *before = NULL;
	struct changes changes;

	text_flow_init(&field.flow);
	changes_list(&changes, page->m);
	put_heading(&to);
	changes_details_document(page->m, put_own, &to);
	for (size_t i = 0; i < changes.n; i++) {
		const struct changes_entry *entry = &changes.at[i];

		if (!before || before->at != entry->at ||
		    (entry->at == CHANGES_CELL && entry->col != before->col))
			put_group(&to, entry);
		put_entry(&to, entry);
		before = entry;
	}
	page->failed = page->failed || changes.failed || field.flow.failed;
	changes_release(&changes);
	text_flow_release(&field.flow);
}
