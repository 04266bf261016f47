/* SPDX-License-Identifier: MIT */
/* The statuses in use: explained to the reader, and as rules of the style sheet. */
#include "html/html_page.h"

#include "html/html_escape.h"

#include "common/write/weights.h"

static void put_legend_entry(struct out *out, const struct mr_status *status)
{
	out_string(out, "<li class=\"mr-");
	out_char(out, html_status_letter(status->like));
	out_string(out, "\" data-s=\"");
	html_string(out, status->id);
	out_string(out, "\" data-like=\"");
	out_string(out, html_status_like(status->like));
	out_string(out, "\"><i aria-hidden=\"true\">");
	html_string(out, status->symbol);
	out_string(out, "</i> <span>");
	html_string(out, status->label);
	out_string(out, "</span></li>\n");
}

/* How a coverage, by which products can be sorted, is counted; and the weights, where there are any. */
static void put_scale(struct html_page *page, struct out *out)
{
	struct out line;

	out_to_memory(&line, 0);
	weights_put_line(&line, page->m);
	out_string(out, "<p class=\"mr-scale\">");
	html_words_say(
		page, out, "coverage_scale",
		"Coverage: yes counts one, partial one half, unknown zero, of all that apply.");
	if (line.n > 0) {
		out_char(out, ' ');
		html_string(out, out_at(&line));
	}
	out_string(out, "</p>\n");
	out->failed = out->failed || line.failed;
	out_release(&line);
}

void html_legend_put(struct html_page *page, struct out *out)
{
	out_string(out, "<ul class=\"mr-legend\">\n");
	for (uint32_t i = 0; i < page->m->statuses.n; i++)
		if (mr_status_at(page->m, i)->is_used)
			put_legend_entry(out, mr_status_at(page->m, i));
	out_string(out, "</ul>\n");
	put_scale(page, out);
}

/* ---- symbols: a rule for each status in use */

/*
 * The symbol twice: who knows the alternative text of CSS Content 3, 1.2 reads nothing out beside
 * the words, and who does not takes the first.
 */
static void put_symbol_rule(struct html_page *page, struct out *out, const struct mr_status *status)
{
	bool is_plain = html_status_is_plain(status);

	html_address_scope(page, out);
	out_string(out, is_plain ? " td.mr-" : " td[data-s=");
	if (is_plain) {
		out_char(out, html_status_letter(status->like));
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

void html_legend_symbols(struct html_page *page, struct out *out)
{
	/* the built-in ones first: those of the dataset have their classes, too, and come after them */
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < page->m->statuses.n; i++) {
			const struct mr_status *status = mr_status_at(page->m, i);

			if (status->is_used && html_status_is_plain(status) == (pass == 0))
				put_symbol_rule(page, out, status);
		}
}
