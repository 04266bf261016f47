/* SPDX-License-Identifier: MIT */
#include "html/page/html_summary.h"

#include "html/html_escape.h"

static void put_features(struct html_page *page, struct out *out, uint32_t like)
{
	const struct mr_matrix *m = page->m;

	out_string(out, "<ul>\n");
	for (uint32_t row = 0; row < m->features.n; row++) {
		const struct mr_feature *feature = mr_feature_at(m, row);

		if (mr_cell_at(m, row, 0)->like != like || feature->is_fact)
			continue;
		out_string(out, "<li><a href=\"");
		html_address_link(page, out, HTML_ID_FEATURE, feature->id);
		out_string(out, "\">");
		html_words_name(page, out, feature->name->plain);
		out_string(out, "</a></li>\n");
	}
	out_string(out, "</ul>\n");
}

/* Closed: the rows themselves say it all, and there may be hundreds of each. */
static void put_like(struct html_page *page, struct out *out, uint32_t like, uint32_t n)
{
	const struct mr_status *status = html_status_of_like(page->m, like);

	out_string(out, "<details class=\"mr-");
	out_char(out, html_status_letter(like));
	out_string(out, "\" id=\"");
	html_string(out, page->prefix);
	out_string(out, "mr-all-");
	out_string(out, html_status_like(like));
	out_string(out, "\"><summary><span class=\"mr-sum mr-");
	out_char(out, html_status_letter(like));
	out_string(out, "\">");
	if (status) {
		html_status_symbol(out, status, false);
		html_string(out, status->label);
	}
	out_string(out, " <b>");
	out_unsigned(out, n);
	out_string(out, "</b></span></summary>\n");
	put_features(page, out, like);
	out_string(out, "</details>\n");
}

void html_summary_put(struct html_page *page, struct out *out)
{
	const struct mr_counts *counts = &page->m->counts;

	if (!page->is_read_only || counts->total == 0)
		return;
	out_string(out, "<div class=\"mr-all\">\n");
	for (uint32_t like = 0; like < MR_N_LIKES; like++)
		if (counts->n[like] > 0)
			put_like(page, out, like, counts->n[like]);
	out_string(out, "</div>\n");
}
