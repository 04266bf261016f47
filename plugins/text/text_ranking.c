/* SPDX-License-Identifier: MIT */
#include "text/text_ranking.h"

#include "common/ranking/ranked.h"
#include "text/text_para.h"
#include "text/text_words.h"

enum { INDENT = 2, LEAST_COLUMNS = 6 };

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

/* Words that were gathered; the writer is released. */
static void put_words(const struct listing *to, struct out *words)
{
	put_string(to, out_at(words));
	to->page->failed = to->page->failed || words->failed;
	out_release(words);
}

static const char *dash(const struct listing *to)
{
	return to->page->is.style == TEXT_ASCII ? "-" : "–";
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

/*
 * The words of the field behind a mark, which stands in columns of its own: in a line of a terminal it would
 * go to the other side as soon as the words behind it are written from right to left.
 */
static void put_marked(const struct listing *to, const char *mark, uint32_t n_mark,
		       uint32_t columns)
{
	uint32_t width = to->page->is.width - INDENT - columns, more;
	bool is_rtl = to->page->m->is_rtl;
	struct text_pen *pen = &to->page->pen;
	struct text_line line;

	text_flow_close(&to->field->flow);
	text_cell_rewind(to->field);
	for (bool is_first = true; text_cell_next(to->field, width, &line, &more);
	     is_first = false) {
		if (is_rtl)
			text_pen_blanks(pen, line.width < width ? width - line.width : 0);
		else
			text_pen_blanks(pen, is_first ? INDENT : INDENT + columns);
		if (is_first && !is_rtl) {
			text_pen_bytes(pen, mark, n_mark);
			text_pen_blanks(pen, columns - n_mark);
		}
		text_pen_line(pen, &to->field->flow, &line);
		if (is_first && is_rtl) {
			text_pen_blanks(pen, columns - n_mark);
			text_pen_bytes(pen, mark, n_mark);
		}
		text_pen_end(pen);
	}
	to->page->failed = to->page->failed || to->field->flow.failed;
}

/* As many columns as the longest place may need, and two behind it. */
static uint32_t place_columns(const struct listing *to)
{
	char text[NUMBER_SIZE];
	uint32_t n = 2 * (uint32_t)number_unsigned(text, to->ranking->n_placed) + 3;

	return n > LEAST_COLUMNS ? n : LEAST_COLUMNS;
}

static void put_score(const struct listing *to, const struct mr_ranked *is)
{
	struct out score;

	out_to_memory(&score, 0);
	ranked_put_score(&score, to->page->m, is, dash(to));
	put_string(to, ": ");
	put_words(to, &score);
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
	struct out place;

	text_para_begin(to->field);
	text_flow_string(&to->field->flow, product->name, TEXT_STRONG, TEXT_LOOSE);
	if (is->standing <= MR_RANKED_OPEN)
		put_score(to, is);
	if (is->standing == MR_RANKED_OPEN)
		put_said(to, "ranking_open", "open", &is->open);
	else if (is->standing == MR_RANKED_FAILED)
		put_said(to, "ranking_lacks", "lacks", &is->failed);
	else if (is->standing != MR_RANKED_IN)
		put_said(to, "ranking_out", "left out", &none);
	out_to_memory(&place, 0);
	ranked_put_place(&place, is, "-");
	if (place.n == 0)
		out_char(&place, '-');
	put_marked(to, out_at(&place), (uint32_t)place.n, place_columns(to));
	to->page->failed = to->page->failed || place.failed;
	out_release(&place);
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
	struct out asked;

	text_para_begin(to->field);
	put_string(to, mr_product_at(m, is->product)->name);
	put_string(to, ": ");
	text_words_rich(to->page, &to->field->flow, ranked_question(m, is), "", TEXT_PLAIN);
	out_to_memory(&asked, 0);
	ranked_put_asked(&asked, m, is);
	put_words(to, &asked);
	put_marked(to, "?", 1, 2);
}

static void put_questions(const struct listing *to)
{
	uint32_t n = ranked_n_questions(to->ranking);
	struct out more;

	if (n == 0)
		return;
	text_para_heading(to->page, to->field, "ranking_decides", "What would decide it");
	for (uint32_t i = 0; i < n; i++)
		put_question(to, mr_deciding_at(to->ranking, i));
	if (to->ranking->n_deciding == n)
		return;
	out_to_memory(&more, 0);
	out_string(&more, "+ ");
	out_unsigned(&more, to->ranking->n_deciding - n);
	text_para_begin(to->field);
	put_words(to, &more);
	text_para_put(to->page, to->field, INDENT);
}

static void put_basis(const struct listing *to)
{
	struct out basis;
	bool is_told;

	out_to_memory(&basis, 0);
	ranked_put_basis(&basis, to->page->m);
	is_told = basis.n > 0;
	if (is_told)
		text_para_begin(to->field);
	put_words(to, &basis);
	if (is_told)
		text_para_put(to->page, to->field, INDENT);
}

void text_ranking_put(struct text_page *page)
{
	struct text_field field = {.hang = 0};
	const struct listing to = {page, &field, page->m->ranking};

	if (!page->m->ranking)
		return;
	text_flow_init(&field.flow);
	put_heading(&to);
	put_basis(&to);
	put_nobody(&to);
	for (uint32_t i = 0; i < to.ranking->ranked.n; i++)
		put_product(&to, mr_ranked_at(to.ranking, i));
	put_questions(&to);
	page->failed = page->failed || field.flow.failed;
	text_flow_release(&field.flow);
}
