/* SPDX-License-Identifier: MIT */
/* The notes, with links back to their marks; and the sources, for paper. */
#include "html/html_page.h"

#include "html/html_escape.h"

static void put_back_links(struct html_page *page, struct out *out, const struct mr_note *note,
			   uint32_t n_marks)
{
	uint32_t n_links = n_marks < HTML_MAX_BACK_LINKS ? n_marks : HTML_MAX_BACK_LINKS;

	for (uint32_t i = 1; i <= n_links; i++) {
		out_string(out, " <a class=\"mr-back\" href=\"#");
		html_address_mark(page, out, note, i);
		out_string(out, "\" aria-label=\"");
		html_words_say(page, out, "back_to_table", "Back to the table");
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

void html_notes_put(struct html_page *page, struct out *out)
{
	uint32_t n_before = 0;

	if (page->m->notes.n == 0)
		return;
	out_string(out, "<ol class=\"mr-notes\">\n");
	for (uint32_t i = 0; i < page->m->notes.n; i++) {
		const struct mr_note *note = mr_note_at(page->m, i);

		if (page->n_marks[i] == 0) /* of another page */
			continue;
		out_string(out, "<li");
		if (note->number != ++n_before) {
			out_string(out, " value=\"");
			out_unsigned(out, n_before = note->number);
			out_char(out, '"');
		}
		out_string(out, " id=\"");
		html_address_note(page, out, note);
		if (*note->id) {
			out_string(out, "\" data-id=\"");
			html_string(out, note->id);
		}
		out_string(out, "\"><span class=\"mr-note\">");
		html_words_put(page, out, note->text);
		out_string(out, "</span> <a class=\"mr-link\" href=\"#");
		html_address_note(page, out, note);
		out_string(out, "\" aria-label=\"# ");
		html_words_note(page, out, note);
		out_string(out, "\">#</a>");
		put_back_links(page, out, note, page->n_marks[i]);
		out_string(out, "</li>\n");
	}
	out_string(out, "</ol>\n");
}

void html_notes_sources(struct html_page *page, struct out *out)
{
	out_string(out, "<ol>\n");
	for (uint32_t i = 0; i < page->sources.n; i++) {
		const char *url = page->sources.at[i].url;

		out_string(out, "<li><a href=\"");
		html_url(out, url);
		out_string(out, "\">");
		html_string(out, url);
		out_string(out, "</a></li>\n");
	}
	out_string(out, "</ol>\n");
}
