/* SPDX-License-Identifier: MIT */
#include "text/text_ranking.h"

#include "text/text_para.h"
#include "text/text_words.h"

#include <stdio.h>

enum { INDENT = 2, PLACE_COLUMNS = 6, MOST_QUESTIONS = 10 };

/* What is written to. */
struct listing {
	struct text_page *page;
	struct text_field *field;
	const struct mr_ranking *ranking;
};

static void put_string(const struct listing *to, const char *text)
{
	text_flow_string(&to->field->flow, text, TEXT_PLAIN, TEXT_LOOSE);
}

static const char *dash(const struct listing *to)
{
	return to->page->is.style == TEXT_ASCII ? "-" : "–";
}

/* One decimal, and none where it is 0: whole percents would make equals of what is none. */
static void put_percent(const struct listing *to, uint64_t units, uint64_t all)
{
	char text[32];
	unsigned tenths = (unsigned)((double)units / (double)all * 1000 + 0.5);

	if (tenths % 10)
		snprintf(text, sizeof(text), "%u.%u %%", tenths / 10, tenths % 10);
	else
		snprintf(text, sizeof(text), "%u %%", tenths / 10);
	put_string(to, text);
}

static void put_requirement(const struct listing *to, uint32_t index)
{
	const struct mr_requirement *is = mr_requirement_at(to->ranking, index);

	text_words_rich(to->page, &to->field->flow, is->name, "", TEXT_PLAIN);
}

static void put_requirements(const struct listing *to, const struct mr_array *indexes)
{
	for (uint32_t i = 0; i < indexes->n; i++) {
		put_string(to, i ? ", " : "");
		put_requirement(to, mr_index_at(indexes, i));
	}
}

/* "1", "2–3", a dash for none; the words behind it stand under each other. */
static void begin_line(const struct listing *to, const struct mr_ranked *is)
{
	char text[40];
	int n;

	if (is->first_place == 0 || is->standing > MR_RANKED_OPEN)
		n = snprintf(text, sizeof(text), "%s", "-");
	else if (is->first_place == is->last_place)
		n = snprintf(text, sizeof(text), "%u", (unsigned)is->first_place);
	else
		n = snprintf(text, sizeof(text), "%u-%u", (unsigned)is->first_place,
			     (unsigned)is->last_place);
	text_para_begin(to->field);
	to->field->hang = PLACE_COLUMNS;
	put_string(to, text);
	for (; n < PLACE_COLUMNS; n++)
		text_flow_string(&to->field->flow, " ", TEXT_PLAIN, TEXT_GLUED);
}

static void put_score(const struct listing *to, const struct mr_ranked *is)
{
	put_string(to, ": ");
	if (is->all_units == 0) {
		text_words_say(to->page, &to->field->flow, "ranking_nothing", "nothing counts",
			       TEXT_PLAIN);
		return;
	}
	put_percent(to, is->low_units, is->all_units);
	if (is->low_units == is->high_units)
		return;
	put_string(to, " ");
	put_string(to, dash(to));
	put_string(to, " ");
	put_percent(to, is->high_units, is->all_units);
}

static void put_said(const struct listing *to, const char *key, const char *english,
		     const struct mr_array *requirements)
{
	put_string(to, " (");
	text_words_say(to->page, &to->field->flow, key, english, TEXT_STRONG);
	if (requirements->n > 0)
		put_string(to, ": ");
	put_requirements(to, requirements);
	put_string(to, ")");
}

static void put_product(const struct listing *to, const struct mr_ranked *is)
{
	static const struct mr_array none;
	const struct mr_product *product = mr_product_at(to->page->m, is->product);

	begin_line(to, is);
	text_flow_string(&to->field->flow, product->name, TEXT_STRONG, TEXT_LOOSE);
	if (is->standing <= MR_RANKED_OPEN)
		put_score(to, is);
	if (is->standing == MR_RANKED_OPEN)
		put_said(to, "ranking_open", "open", &is->open);
	else if (is->standing == MR_RANKED_FAILED)
		put_said(to, "ranking_lacks", "lacks", &is->failed);
	else if (is->standing != MR_RANKED_IN)
		put_said(to, "ranking_out", "left out", &none);
	text_para_put(to->page, to->field, INDENT);
}

static void put_heading(const struct listing *to)
{
	text_pen_end(&to->page->pen);
	text_para_begin(to->field);
	text_words_say(to->page, &to->field->flow, "ranking", "Ranking", TEXT_STRONG);
	if (*to->ranking->name) {
		text_flow_string(&to->field->flow, ": ", TEXT_STRONG, TEXT_GLUED);
		text_flow_string(&to->field->flow, to->ranking->name, TEXT_STRONG, TEXT_LOOSE);
	}
	text_para_put(to->page, to->field, 0);
	if (mr_text_is_empty(to->ranking->description))
		return;
	text_para_begin(to->field);
	text_words_rich(to->page, &to->field->flow, to->ranking->description, "", TEXT_PLAIN);
	text_para_put(to->page, to->field, INDENT);
}

/* An empty shortlist is an answer. */
static void put_nobody(const struct listing *to)
{
	if (to->ranking->n_placed > 0)
		return;
	text_para_begin(to->field);
	text_words_say(to->page, &to->field->flow, "ranking_nobody",
		       "No product meets the requirements.", TEXT_PLAIN);
	text_para_put(to->page, to->field, INDENT);
}

static void put_question(const struct listing *to, const struct mr_deciding *is)
{
	const struct mr_matrix *m = to->page->m;

	text_para_begin(to->field);
	to->field->hang = 2;
	put_string(to, "? ");
	put_string(to, mr_product_at(m, is->product)->name);
	put_string(to, ": ");
	if (is->row != MR_NO_INDEX)
		text_words_rich(to->page, &to->field->flow, mr_feature_at(m, is->row)->name, "",
				TEXT_PLAIN);
	else
		put_requirement(to, is->requirement);
	text_para_put(to->page, to->field, INDENT);
}

static void put_questions(const struct listing *to)
{
	uint32_t n = to->ranking->n_deciding;

	if (n == 0)
		return;
	text_para_heading(to->page, to->field, "ranking_decides", "What would decide it");
	for (uint32_t i = 0; i < n && i < MOST_QUESTIONS; i++)
		put_question(to, mr_deciding_at(to->ranking, i));
	if (n > MOST_QUESTIONS) {
		char more[24];

		snprintf(more, sizeof(more), "+ %u", (unsigned)(n - MOST_QUESTIONS));
		text_para_begin(to->field);
		put_string(to, more);
		text_para_put(to->page, to->field, INDENT);
	}
}

void text_ranking_put(struct text_page *page)
{
	struct text_field field = {.hang = 0};
	const struct listing to = {page, &field, page->m->ranking};

	if (!page->m->ranking)
		return;
	text_flow_init(&field.flow);
	put_heading(&to);
	put_nobody(&to);
	for (uint32_t i = 0; i < to.ranking->ranked.n; i++)
		put_product(&to, mr_ranked_at(to.ranking, i));
	put_questions(&to);
	page->failed = page->failed || field.flow.failed;
	text_flow_release(&field.flow);
}
