/* SPDX-License-Identifier: MIT */
#include "html/html_page.h"

#include "html/html_escape.h"

/* ---- legend: the statuses in use */

static void put_legend_entry(struct out *out, const struct mr_status *status)
{
	static const char *const likes[MR_N_LIKES] = {"yes", "partial", "no", "unknown", "na"};
	uint32_t like = status->like < MR_N_LIKES ? status->like : MR_LIKE_UNKNOWN;

	out_string(out, "<li class=\"mr-");
	out_char(out, html_like_letter(like));
	out_string(out, "\" data-s=\"");
	html_string(out, status->id);
	out_string(out, "\" data-like=\"");
	out_string(out, likes[like]);
	out_string(out, "\"><i aria-hidden=\"true\">");
	html_string(out, status->symbol);
	out_string(out, "</i> <span>");
	html_string(out, status->label);
	out_string(out, "</span></li>\n");
}

void html_put_legend(struct html_page *page, struct out *out)
{
	out_string(out, "<ul class=\"mr-legend\">\n");
	for (uint32_t i = 0; i < page->m->statuses.n; i++)
		if (mr_status_at(page->m, i)->is_used)
			put_legend_entry(out, mr_status_at(page->m, i));
	out_string(out, "</ul>\n");
}

/* ---- symbols: a rule for each status in use */

/*
 * The symbol twice: who knows the alternative text of CSS Content 3, 1.2 reads nothing out beside
 * the words, and who does not takes the first.
 */
static void put_symbol_rule(struct html_page *page, struct out *out, const struct mr_status *status)
{
	bool is_plain = html_is_plain(status);

	html_put_scope(page, out);
	out_string(out, is_plain ? " td.mr-" : " td[data-s=");
	if (is_plain) {
		out_char(out, html_like_letter(status->like));
	} else {
		html_css_string(out, status->id);
		out_char(out, ']');
	}
	out_string(out, ":not(." HTML_OWN_SYMBOL "):not(.mr-parts)::before { content: ");
	html_css_string(out, status->symbol);
	out_string(out, "; content: ");
	html_css_string(out, status->symbol);
	out_string(out, " / \"\"; }\n");
}

void html_put_symbols(struct html_page *page, struct out *out)
{
	/* the built-in ones first: those of the dataset have their classes, too, and come after them */
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < page->m->statuses.n; i++) {
			const struct mr_status *status = mr_status_at(page->m, i);

			if (status->is_used && html_is_plain(status) == (pass == 0))
				put_symbol_rule(page, out, status);
		}
}

/* ---- notes, with links back to their marks */

static void put_back_links(struct html_page *page, struct out *out, const struct mr_note *note,
			   uint32_t n_marks)
{
	uint32_t n_links = n_marks < HTML_MAX_BACK_LINKS ? n_marks : HTML_MAX_BACK_LINKS;

	for (uint32_t i = 1; i <= n_links; i++) {
		out_string(out, " <a class=\"mr-back\" href=\"#");
		html_string(out, page->prefix);
		out_string(out, "ref-");
		out_unsigned(out, note->number);
		out_char(out, '-');
		out_unsigned(out, i);
		out_string(out, "\" aria-label=\"");
		html_put_word(page, out, "back_to_table", "Back to the table", "");
		out_string(out, ", ");
		out_unsigned(out, i);
		out_string(out, "\">↩");
		if (n_links > 1) {
			out_string(out, "<sub>");
			out_unsigned(out, i);
			out_string(out, "</sub>");
		}
		out_string(out, "</a>");
	}
	if (n_marks > n_links) {
		out_string(out, " <small>(+");
		out_unsigned(out, n_marks - n_links);
		out_string(out, ")</small>");
	}
}

void html_put_notes(struct html_page *page, struct out *out)
{
	if (page->m->notes.n == 0)
		return;
	out_string(out, "<ol class=\"mr-notes\">\n");
	for (uint32_t i = 0; i < page->m->notes.n; i++) {
		const struct mr_note *note = mr_note_at(page->m, i);

		out_string(out, "<li id=\"");
		html_string(out, page->prefix);
		out_string(out, "note-");
		out_unsigned(out, note->number);
		if (*note->id) {
			out_string(out, "\" data-id=\"");
			html_string(out, note->id);
		}
		out_string(out, "\"><span class=\"mr-note\">");
		html_put_rich(page, out, note->text);
		out_string(out, "</span> <a class=\"mr-link\" href=\"#");
		html_string(out, page->prefix);
		out_string(out, "note-");
		out_unsigned(out, note->number);
		out_string(out, "\" aria-label=\"# ");
		html_put_word(page, out, "note", "Note", "");
		out_char(out, ' ');
		out_unsigned(out, note->number);
		out_string(out, "\">#</a>");
		put_back_links(page, out, note, page->n_marks[i]);
		out_string(out, "</li>\n");
	}
	out_string(out, "</ol>\n");
}

/* ---- the way to the categories */

void html_put_contents(struct html_page *page, struct out *out)
{
	out_string(out, "<ul class=\"mr-contents\">\n");
	for (uint32_t i = 0; i < page->m->categories.n; i++) {
		const struct mr_category *category = mr_category_at(page->m, i);

		if (mr_text_is_empty(category->name))
			continue;
		out_string(out, "<li><a href=\"#");
		html_put_id(page, out, HTML_ID_CATEGORY, category->id);
		out_string(out, "\">");
		html_string(out, category->name->plain);
		out_string(out, "</a></li>\n");
	}
	out_string(out, "</ul>\n");
}

/* ---- logos */

/*
 * Pictures a browser shows in <img>, where none of them can run a script or fetch anything (SVG as
 * an image: SVG Integration, secure static mode).
 */
static bool is_shown_type(const char *media_type)
{
	static const char *const types[] = {"image/png",  "image/jpeg", "image/gif",
					    "image/webp", "image/avif", "image/svg+xml"};

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (strcmp(media_type, types[i]) == 0)
			return true;
	return false;
}

void html_put_logo(struct html_page *page, struct out *out, uint32_t col)
{
	const struct mr_product *product = mr_product_at(page->m, col);
	struct mr_where where = {.kind = MR_AT_PRODUCT, .index = col};

	if (!page->has_logos || product->logo.n == 0)
		return;
	if (!is_shown_type(product->logo_media_type)) {
		page->job->diag(page->job, MR_WARNING, &where,
				"the logo %s is of no kind that browsers show; left out",
				product->logo_name);
		return;
	}
	/* alt="": the name stands beside it */
	out_string(out, "<img class=\"mr-logo\" alt=\"\" src=\"data:");
	html_string(out, product->logo_media_type);
	out_string(out, ";base64,");
	html_base64(out, product->logo.at, product->logo.n);
	out_string(out, "\">");
}
