/* SPDX-License-Identifier: MIT */
/* The way to the categories. */
#include "html/html_page.h"

#include "html/html_escape.h"

void html_contents_put(struct html_page *page, struct out *out)
{
	out_string(out, "<ul class=\"mr-contents\">\n");
	for (uint32_t i = 0; i < page->m->categories.n; i++) {
		const struct mr_category *category = mr_category_at(page->m, i);

		if (mr_text_is_empty(category->name))
			continue;
		out_string(out, "<li><a href=\"");
		html_address_link(page, out, HTML_ID_CATEGORY, category->id);
		out_string(out, "\">");
		html_words_name(page, out, category->name->plain);
		out_string(out, "</a></li>\n");
	}
	out_string(out, "</ul>\n");
}
