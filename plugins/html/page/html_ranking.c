/* SPDX-License-Identifier: MIT */
#include "html/page/html_ranking.h"

#include "common/ranking/ranked.h"
#include "html/html_escape.h"

enum { FULL = 1000 };

/* What is said in plain words, escaped. */
static void put_plain(struct out *out, struct out *words)
{
	const char *text = out_at(words);

	html_string(out, text);
	out->failed |= words->failed;
	out_release(words);
}

/* Thousandths, for a drawing. */
static unsigned thousandths(uint64_t units, uint64_t all)
{
	return (unsigned)((double)units / (double)all * FULL + 0.5);
}

/* ---- products */

static void put_requirement(struct html_page *page, struct out *out,
			    const struct mr_requirement *is)
{
	bool is_linked = is->row != MR_NO_INDEX && !html_words_have_link(is->name);

	if (is_linked) {
		out_string(out, "<a href=\"");
		html_address_link(page, out, HTML_ID_FEATURE, is->id);
		out_string(out, "\">");
	}
	html_words_put(page, out, is->name);
	out_string(out, is_linked ? "</a>" : "");
}

static void put_said(struct html_page *page, struct out *out, const char *key, const char *english,
		     const struct mr_array *requirements)
{
	out_string(out, "<b>");
	html_words_say(page, out, key, english);
	out_string(out, requirements->n ? ":</b> " : "</b>");
	for (uint32_t i = 0; i < requirements->n; i++) {
		out_string(out, i ? ", " : "");
		put_requirement(page, out,
				mr_requirement_at(page->m->ranking, mr_index_at(requirements, i)));
	}
}

static void put_bar(struct out *out, const struct mr_ranked *is)
{
	unsigned low = thousandths(is->low_units, is->all_units);
	unsigned high = thousandths(is->high_units, is->all_units);

	out_string(out,
		   "<svg class=\"mr-span\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" "
		   "aria-hidden=\"true\"><rect class=\"mr-sure\" width=\"");
	out_unsigned(out, low);
	out_string(out, "\" height=\"10\"/><rect class=\"mr-may\" x=\"");
	out_unsigned(out, low);
	out_string(out, "\" width=\"");
	out_unsigned(out, high - low);
	out_string(out, "\" height=\"10\"/></svg>");
}

static void put_score(struct html_page *page, struct out *out, const struct mr_ranked *is)
{
	struct out words;

	if (ranked_has_place(is))
		put_bar(out, is);
	out_to_memory(&words, 0);
	ranked_put_score(&words, page->m, is, RANKED_DASH);
	put_plain(out, &words);
}

static void put_product_name(struct html_page *page, struct out *out, uint32_t col)
{
	const struct mr_product *product = mr_product_at(page->m, col);

	out_string(out, "<a href=\"");
	html_address_link(page, out, HTML_ID_PRODUCT, product->id);
	out_string(out, "\">");
	html_words_name(page, out, product->name);
	out_string(out, "</a>");
}

static void put_product(struct html_page *page, struct out *out, const struct mr_ranked *is)
{
	static const struct mr_array none;

	out_string(out, "<tr><td>");
	ranked_put_place(out, is, RANKED_DASH);
	out_string(out, "</td><th scope=\"row\">");
	put_product_name(page, out, is->product);
	out_string(out, "</th><td>");
	put_score(page, out, is);
	out_string(out, "</td><td>");
	if (is->standing == MR_RANKED_OPEN)
		put_said(page, out, "ranking_open", "open", &is->open);
	else if (is->standing == MR_RANKED_FAILED)
		put_said(page, out, "ranking_lacks", "lacks", &is->failed);
	else if (is->standing != MR_RANKED_IN)
		put_said(page, out, "ranking_out", "left out", &none);
	out_string(out, "</td></tr>\n");
}

static void put_head(struct html_page *page, struct out *out, const char *key, const char *english)
{
	out_string(out, "<th scope=\"col\">");
	html_words_say(page, out, key, english);
	out_string(out, "</th>");
}

static void put_table(struct html_page *page, struct out *out)
{
	const struct mr_ranking *ranking = page->m->ranking;

	out_string(out, "<table class=\"mr-ranks\">\n<thead><tr>");
	put_head(page, out, "ranking_place", "Place");
	put_head(page, out, "product", "Product");
	put_head(page, out, "ranking_score", "Score");
	put_head(page, out, "must_have", "Must have");
	out_string(out, "</tr></thead>\n<tbody>\n");
	for (uint32_t i = 0; i < ranking->ranked.n; i++)
		put_product(page, out, mr_ranked_at(ranking, i));
	out_string(out, "</tbody>\n</table>\n");
}

/* ---- what would decide it */

static void put_about(struct html_page *page, struct out *out, const struct mr_deciding *is)
{
	const struct mr_feature *feature = mr_feature_at(page->m, is->row);
	const struct mr_requirement shown = {.id = feature ? feature->id : "",
					     .name = feature ? feature->name : NULL,
					     .row = is->row};

	put_requirement(page, out,
			feature ? &shown : mr_requirement_at(page->m->ranking, is->requirement));
}

/* "Ask {name} about {feature}", whose places are links. */
static void put_question(struct html_page *page, struct out *out, const struct mr_deciding *is)
{
	struct out product, feature, asked;

	out_to_memory(&product, 0);
	out_to_memory(&feature, 0);
	put_product_name(page, &product, is->product);
	put_about(page, &feature, is);
	out_string(out, "<li>");
	/* the words are the templates' own, the values markup already */
	fill_write(out, html_phrases_find(page, "ask", "Ask {name} about {feature}"),
		   (struct fill_place[]){{"name", out_at(&product)}, {"feature", out_at(&feature)}},
		   2, NULL);
	out_to_memory(&asked, 0);
	ranked_put_asked(&asked, page->m, is);
	put_plain(out, &asked);
	out_string(out, "</li>\n");
	out_release(&product);
	out_release(&feature);
}

static void put_questions(struct html_page *page, struct out *out)
{
	const struct mr_ranking *ranking = page->m->ranking;
	unsigned level = page->heading + 2 < 6 ? page->heading + 2 : 6;

	if (ranking->n_deciding == 0)
		return;
	out_string(out, "<h");
	out_unsigned(out, level);
	out_string(out, " class=\"mr-asks-head\">");
	html_words_say(page, out, "ranking_decides", "What would decide it");
	out_string(out, "</h");
	out_unsigned(out, level);
	out_string(out, ">\n<ul class=\"mr-asks\">\n");
	for (uint32_t i = 0; i < ranked_n_questions(ranking); i++)
		put_question(page, out, mr_deciding_at(ranking, i));
	if (ranking->n_deciding > RANKED_MOST_QUESTIONS) {
		out_string(out, "<li>+ ");
		out_unsigned(out, ranking->n_deciding - RANKED_MOST_QUESTIONS);
		out_string(out, "</li>\n");
	}
	out_string(out, "</ul>\n");
}

/* ---- the whole */

const char *html_ranking_title(struct html_page *page)
{
	struct out words;

	if (!page->m->ranking)
		return "";
	out_to_memory(&words, 0);
	ranked_put_title(&words, page->m);
	return out_keep(&words, page->job);
}

/* What it was counted by; nothing where nothing is required and all weighs the same. */
static void put_basis(struct html_page *page, struct out *out)
{
	struct out words;

	out_to_memory(&words, 0);
	ranked_put_basis(&words, page->m);
	if (words.n > 0)
		out_string(out, "<p>");
	html_string(out, out_at(&words));
	if (words.n > 0)
		out_string(out, "</p>\n");
	out_release(&words);
}

void html_ranking_put(struct html_page *page, struct out *out)
{
	const struct mr_ranking *ranking = page->m->ranking;
	char partial[NUMBER_SIZE];

	if (!ranking)
		return;
	if (!mr_text_is_empty(ranking->description)) {
		out_string(out, "<p class=\"mr-about\">");
		html_words_put(page, out, ranking->description);
		out_string(out, "</p>\n");
	}
	put_basis(page, out);
	if (ranking->n_placed == 0) {
		out_string(out, "<p>");
		html_words_say(page, out, "ranking_nobody", "No product meets the requirements.");
		out_string(out, "</p>\n");
	}
	put_table(page, out);
	number_exact(partial, ranking->partial);
	out_string(out, "<p class=\"mr-scale\">");
	html_words_fill(page, out, "ranking_scale",
			"Scores reach from what is certain to what is possible: all unknown as no, "
			"all unknown as yes. A partly counts {n}.",
			(struct fill_place){"n", partial});
	out_string(out, "</p>\n");
	put_questions(page, out);
}
