/* SPDX-License-Identifier: MIT */
#include "latex/write/latex_ranking.h"

#include "common/ranking/ranked.h"

enum { DECIMALS = 4 };

struct listing {
	struct latex_texts *texts;
	struct out *out;
	struct out words; /* gathered, still to be escaped */
};

/* What was gathered as an argument: "{...}". */
static void put(struct listing *to, const struct mr_where *where)
{
	out_char(to->out, '{');
	latex_words_write(to->texts, to->out, out_at(&to->words), where);
	out_char(to->out, '}');
	to->out->failed |= to->words.failed;
	out_clear(&to->words);
}

static void put_word(struct listing *to, const char *key, const char *english)
{
	out_string(&to->words, mr_word(to->texts->matrix, key, english));
	put(to, NULL);
}

/* \mrRankingBasis{...}, of something. */
static void put_line(struct listing *to, const char *command)
{
	if (to->words.n == 0)
		return;
	out_string(to->out, command);
	put(to, NULL);
	out_char(to->out, '\n');
}

static void put_about(struct listing *to)
{
	const struct mr_matrix *m = to->texts->matrix;

	ranked_put_title(&to->words, m);
	put_line(to, "\\mrRankingTitle");
	if (!mr_text_is_empty(m->ranking->description)) {
		out_string(to->out, "\\mrRankingAbout{");
		latex_words_rich(to->texts, to->out, m->ranking->description, NULL);
		out_string(to->out, "}\n");
	}
	ranked_put_basis(&to->words, m);
	put_line(to, "\\mrRankingBasis");
	if (m->ranking->n_placed > 0)
		return;
	out_string(&to->words, mr_word(m, "ranking_nobody", "No product meets the requirements."));
	put_line(to, "\\mrRankingNobody");
}

/* Where an end of the interval lies, from the left. */
static void put_end(struct listing *to, double share)
{
	out_char(to->out, '{');
	out_decimal(to->out, to->texts->ink.is_from_right ? 1 - share : share, DECIMALS);
	out_char(to->out, '}');
}

static void put_product(struct listing *to, const struct mr_ranked *is)
{
	const struct mr_matrix *m = to->texts->matrix;
	const struct mr_where where = {MR_AT_PRODUCT, is->product, 0, NULL};

	out_string(to->out, "\\mrRanked");
	ranked_put_place(&to->words, is, RANKED_DASH);
	put(to, NULL);
	out_string(&to->words, mr_product_at(m, is->product)->name);
	put(to, &where);
	ranked_put_score(&to->words, m, is, RANKED_DASH);
	put(to, NULL);
	ranked_put_remark(&to->words, m, is);
	put(to, NULL);
	if (ranked_has_place(is)) {
		put_end(to, is->low);
		put_end(to, is->high);
	} else {
		out_string(to->out, "{}{}");
	}
	out_char(to->out, '\n');
}

static void put_table(struct listing *to)
{
	const struct mr_ranking *ranking = to->texts->matrix->ranking;

	out_string(to->out, "\\mrRankedHead");
	put_word(to, "ranking_place", "Place");
	put_word(to, "product", "Product");
	put_word(to, "ranking_score", "Score");
	put_word(to, "ranking_requirements", "Requirements");
	out_char(to->out, '\n');
	for (uint32_t i = 0; i < ranking->ranked.n; i++)
		put_product(to, mr_ranked_at(ranking, i));
}

static void put_questions(struct listing *to)
{
	const struct mr_matrix *m = to->texts->matrix;
	uint32_t n = ranked_n_questions(m->ranking);

	ranked_put_reading(&to->words, m);
	put_line(to, "\\mrRankingReading");
	if (n == 0)
		return;
	out_string(to->out, "\\mrDecidesTitle");
	put_word(to, "ranking_decides", "What would decide it");
	out_char(to->out, '\n');
	for (uint32_t i = 0; i < n; i++) {
		ranked_put_question(&to->words, m, mr_deciding_at(m->ranking, i));
		put_line(to, "\\mrDecides");
	}
	if (m->ranking->n_deciding == n)
		return;
	out_string(&to->words, "+\302\240");
	out_unsigned(&to->words, m->ranking->n_deciding - n);
	put_line(to, "\\mrDecides");
}

void latex_ranking_write(struct latex_texts *texts, struct out *out, bool is_beamer, bool is_whole)
{
	struct listing to = {.texts = texts, .out = out};

	if (!texts->matrix->ranking)
		return;
	if (is_beamer && !is_whole) {
		ranked_not_shown(texts->job, "a whole presentation has frames of it");
		return;
	}
	out_to_memory(&to.words, 0);
	out_string(out, is_beamer ? "\\begin{frame}[allowframebreaks]\n\\footnotesize\n"
				  : "\\begingroup\n");
	out_string(out, "\\mrNoShorthands\n");
	out_string(out, texts->ink.is_from_right ? "\\def\\mrDirected#1#2{#2}\\mrFromRight\n"
						 : "\\raggedright\n");
	put_about(&to);
	put_table(&to);
	put_questions(&to);
	out_string(out, is_beamer ? "\\end{frame}\n" : "\\par\\bigskip\\endgroup\n");
	out_release(&to.words);
}
