/* SPDX-License-Identifier: MIT */
#include "html/html_page.h"

#include "html/html_escape.h"

/*
 * Pictures a browser shows in <img>, where none of them can run a script or fetch anything (SVG as
 * an image: SVG Integration, secure static mode).
 */
static bool is_shown_type(const char *media_type)
{
	static const char *const types[] = {"image/png",  "image/jpeg", "image/gif",
					    "image/webp", "image/avif", "image/svg+xml"};

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (strcmp(media_type, types[i]) == 0)
			return true;
	return false;
}

void html_logo_put(struct html_page *page, struct out *out, uint32_t col)
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
