/* SPDX-License-Identifier: MIT */
#include "html/page/html_picks.h"

bool html_picks_are_wanted(const struct html_page *page)
{
	return page->has_style && !page->is_index && !page->is_read_only && page->m->products.n > 2;
}

/*
 * In the list a summary stands before the labels, as the head of the features stands before the products': a product has
 * the same place in both.
 */
void html_picks_style(const struct html_page *page, struct out *out)
{
	if (!html_picks_are_wanted(page))
		return;
	out_string(out, "@media screen{@container (max-width:600px){");
	for (uint32_t col = 0; col < page->m->products.n; col++) {
		out_string(out, col ? ",\n.mr-picks:has(:nth-child(" : ".mr-picks:has(:nth-child(");
		out_unsigned(out, col + 2);
		out_string(out, ")>:checked)~.mr-table tr>:nth-child(");
		out_unsigned(out, col + 2);
		out_char(out, ')');
	}
	out_string(out, "{display:block}}}\n");
}
