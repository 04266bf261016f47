/* SPDX-License-Identifier: MIT */
#include "docx/docx_ranking.h"

#include "common/ranking/ranked.h"
#include "docx/docx_grid.h"
#include "docx/docx_words.h"

enum { COLUMNS = 4 };
/* Of the room, in percent: product, place, score, requirements. */
static const uint32_t shares[COLUMNS] = {28, 10, 20, 42};

struct listing {
	struct docx_book *book;
	struct out words; /* gathered for the paragraph at hand */
	uint32_t widths[COLUMNS];
};

/* A paragraph of what was gathered; none of nothing. */
static void put_line(struct listing *to, const char *style)
{
	if (to->words.n > 0) {
		docx_words_begin(to->book, style);
		docx_words_put(to->book, out_at(&to->words), NULL);
		docx_words_end(to->book);
	}
	out_clear(&to->words);
}

/* A cell of what was gathered; an empty one has a paragraph as well. */
static void put_cell(struct listing *to, uint32_t column, const char *style)
{
	docx_grid_cell(to->book, to->widths[column], 1, NULL);
	docx_words_begin(to->book, style);
	docx_words_put(to->book, out_at(&to->words), NULL);
	docx_words_end(to->book);
	docx_grid_end(to->book);
	out_clear(&to->words);
}

static void put_about(struct listing *to)
{
	static const struct mr_where nowhere = {MR_AT_DOCUMENT, 0, 0, NULL};
	const struct mr_matrix *m = to->book->m;

	ranked_put_title(&to->words, m);
	put_line(to, "Heading1");
	if (!mr_text_is_empty(m->ranking->description)) {
		docx_words_begin(to->book, "ComparisonAbout");
		docx_words_text(to->book, m->ranking->description, "", &nowhere);
		docx_words_end(to->book);
	}
	ranked_put_basis(&to->words, m);
	put_line(to, "ComparisonAbout");
	if (m->ranking->n_placed == 0)
		out_string(&to->words,
			   mr_word(m, "ranking_nobody", "No product meets the requirements."));
	put_line(to, "ComparisonAbout");
}

static void put_head(struct listing *to)
{
	static const char *const words[COLUMNS][2] = {{"product", "Product"},
						      {"ranking_place", "Place"},
						      {"ranking_score", "Score"},
						      {"ranking_requirements", "Requirements"}};

	docx_grid_row(to->book, true);
	for (uint32_t i = 0; i < COLUMNS; i++) {
		out_string(&to->words, mr_word(to->book->m, words[i][0], words[i][1]));
		put_cell(to, i, "ComparisonHead");
	}
	docx_grid_end(to->book);
}

static void put_row(struct listing *to, const struct mr_ranked *is)
{
	const struct mr_matrix *m = to->book->m;

	docx_grid_row(to->book, false);
	out_string(&to->words, mr_product_at(m, is->product)->name);
	put_cell(to, 0, "ComparisonFeature");
	ranked_put_place(&to->words, is, RANKED_DASH);
	put_cell(to, 1, "ComparisonCell");
	ranked_put_score(&to->words, m, is, RANKED_DASH);
	put_cell(to, 2, "ComparisonCell");
	ranked_put_remark(&to->words, m, is);
	put_cell(to, 3, "ComparisonCell");
	docx_grid_end(to->book);
}

static void put_questions(struct listing *to)
{
	const struct mr_matrix *m = to->book->m;
	uint32_t n = ranked_n_questions(m->ranking);

	ranked_put_reading(&to->words, m);
	put_line(to, "ComparisonAbout");
	if (n == 0)
		return;
	out_string(&to->words, mr_word(m, "ranking_decides", "What would decide it"));
	for (uint32_t i = 0; i < n; i++) {
		out_string(&to->words, i ? " \302\267 " : ": ");
		ranked_put_question(&to->words, m, mr_deciding_at(m->ranking, i));
	}
	if (m->ranking->n_deciding > n) {
		out_string(&to->words, " \302\267 +\302\240");
		out_unsigned(&to->words, m->ranking->n_deciding - n);
	}
	put_line(to, "ComparisonLegend");
}

void docx_ranking_put(struct docx_book *book)
{
	struct listing to = {.book = book};
	uint32_t room = docx_plan_room(&book->plan);

	if (!book->m->ranking)
		return;
	out_to_memory(&to.words, 0);
	put_about(&to);
	for (uint32_t i = 0; i < COLUMNS; i++)
		to.widths[i] = room * shares[i] / 100;
	ranked_put_title(&to.words, book->m);
	docx_grid_begin(book, out_at(&to.words), to.widths, COLUMNS);
	out_clear(&to.words);
	put_head(&to);
	for (uint32_t i = 0; i < book->m->ranking->ranked.n; i++)
		put_row(&to, mr_ranked_at(book->m->ranking, i));
	docx_grid_end(book);
	put_questions(&to);
	if (book->plan.n_groups == 1)
		out_string(&to.words, mr_word(book->m, "table", "Table"));
	put_line(&to, "Heading1");
	out_release(&to.words);
}
