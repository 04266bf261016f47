/* SPDX-License-Identifier: MIT */
/*
 * Which products suit somebody: a table of places and scores, and as a list what would decide it.
 */
#include "markdown/write/gfm.h"

#include "common/ranking/ranked.h"

/* What was gathered, as letters of a paragraph or cell; the writer is empty behind. */
static void put(struct gfm *gfm, struct out *words, enum spans_place place)
{
	spans_letters(gfm->out, out_at(words), place);
	gfm->out->failed |= words->failed;
	out_clear(words);
}

static void put_word(struct gfm *gfm, const char *key, const char *english, enum spans_place place)
{
	spans_letters(gfm->out, mr_word(gfm->m, key, english), place);
}

static void put_heading(struct gfm *gfm)
{
	out_char(gfm->out, '\n');
	for (uint32_t i = 0; i < gfm->level + 1 && i < 6; i++)
		out_char(gfm->out, '#');
	out_char(gfm->out, ' ');
}

static void put_about(struct gfm *gfm, struct out *words)
{
	const struct mr_ranking *ranking = gfm->m->ranking;

	if (!mr_text_is_empty(ranking->description)) {
		out_char(gfm->out, '\n');
		spans_put(gfm->out, ranking->description, SPANS_BLOCK);
		out_char(gfm->out, '\n');
	}
	ranked_put_basis(words, gfm->m);
	if (words->n > 0) {
		out_char(gfm->out, '\n');
		put(gfm, words, SPANS_BLOCK);
		out_char(gfm->out, '\n');
	}
	if (ranking->n_placed > 0)
		return;
	out_string(gfm->out, "\n**");
	put_word(gfm, "ranking_nobody", "No product meets the requirements.", SPANS_BLOCK);
	out_string(gfm->out, "**\n");
}

static void put_row(struct gfm *gfm, const struct mr_ranked *is, struct out *words)
{
	out_string(gfm->out, "| ");
	ranked_put_place(words, is, RANKED_DASH);
	put(gfm, words, SPANS_CELL);
	out_string(gfm->out, " | ");
	spans_letters(gfm->out, mr_product_at(gfm->m, is->product)->name, SPANS_CELL);
	out_string(gfm->out, " | ");
	ranked_put_score(words, gfm->m, is, RANKED_DASH);
	put(gfm, words, SPANS_CELL);
	out_string(gfm->out, " | ");
	ranked_put_remark(words, gfm->m, is);
	put(gfm, words, SPANS_CELL);
	out_string(gfm->out, " |\n");
}

static void put_table(struct gfm *gfm, struct out *words)
{
	out_string(gfm->out, "\n| ");
	put_word(gfm, "ranking_place", "Place", SPANS_CELL);
	out_string(gfm->out, " | ");
	put_word(gfm, "product", "Product", SPANS_CELL);
	out_string(gfm->out, " | ");
	put_word(gfm, "ranking_score", "Score", SPANS_CELL);
	out_string(gfm->out, " | ");
	put_word(gfm, "ranking_requirements", "Requirements", SPANS_CELL);
	out_string(gfm->out, " |\n| --- | --- | --- | --- |\n");
	for (uint32_t i = 0; i < gfm->m->ranking->ranked.n; i++)
		put_row(gfm, mr_ranked_at(gfm->m->ranking, i), words);
}

static void put_questions(struct gfm *gfm, struct out *words)
{
	const struct mr_ranking *ranking = gfm->m->ranking;
	uint32_t n = ranked_n_questions(ranking);

	if (n == 0)
		return;
	out_char(gfm->out, '\n');
	put_word(gfm, "ranking_decides", "What would decide it", SPANS_BLOCK);
	out_string(gfm->out, ":\n\n");
	for (uint32_t i = 0; i < n; i++) {
		out_string(gfm->out, "- ");
		ranked_put_question(words, gfm->m, mr_deciding_at(ranking, i));
		put(gfm, words, SPANS_BLOCK);
		out_char(gfm->out, '\n');
	}
	if (ranking->n_deciding == n)
		return;
	out_string(gfm->out, "- +&nbsp;");
	out_unsigned(gfm->out, ranking->n_deciding - n);
	out_char(gfm->out, '\n');
}

void gfm_ranking_put(struct gfm *gfm)
{
	struct out words;

	if (!gfm->m->ranking)
		return;
	out_to_memory(&words, 0);
	put_heading(gfm);
	ranked_put_title(&words, gfm->m);
	put(gfm, &words, SPANS_BLOCK);
	out_char(gfm->out, '\n');
	put_about(gfm, &words);
	put_table(gfm, &words);
	out_string(gfm->out, "\n<small>");
	ranked_put_reading(&words, gfm->m);
	put(gfm, &words, SPANS_BLOCK);
	out_string(gfm->out, "</small>\n");
	put_questions(gfm, &words);
	/* what follows is not the ranking's any more */
	if (!gfm->has_headings) {
		put_heading(gfm);
		put_word(gfm, "table", "Table", SPANS_BLOCK);
		out_char(gfm->out, '\n');
	}
	out_release(&words);
}
