/* SPDX-License-Identifier: MIT */
#include "html/page/html_brand.h"

#include "common/bytes/image.h"
#include "common/scene/accent.h"
#include "common/scene/palette.h"
#include "html/html_escape.h"

/* The grounds that words of this page stand on; the theme contrast keeps colours of its own. */
static void report_accent(struct html_page *page)
{
	bool is_auto = strcmp(page->theme, "auto") == 0;

	if (!page->brand.has_accent)
		return;
	if (is_auto || strcmp(page->theme, "light") == 0)
		accent_report(page->job, page->brand.accent,
			      palette_rgb(PALETTE_LIGHT, PALETTE_BAND), "the light ground");
	if (is_auto || strcmp(page->theme, "dark") == 0)
		accent_report(page->job, page->brand.accent,
			      palette_rgb(PALETTE_DARK, PALETTE_BAND), "the dark ground");
}

int html_brand_read(struct html_page *page, uint32_t first)
{
	struct brand *brand = &page->brand;

	if (brand_read(page->job, first, brand) != 0)
		return -1;
	report_accent(page);
	if (brand->logo.n == 0 || image_media_type(brand->logo))
		return 0;
	page->job->diag(page->job, MR_ERROR, NULL,
			"option 'logo': %s is no picture that browsers show", brand->logo_name);
	return -1;
}

/* ---- lines */

static bool has_line(const struct html_page *page, const char *line)
{
	bool has = false;

	for (uint32_t i = 0; i < RUNNING_PARTS; i++)
		has |= *brand_part(page->job, line, i, &page->brand.values) != '\0';
	return has && !page->is_fragment;
}

bool html_brand_has_head(const struct html_page *page)
{
	return has_line(page, page->brand.header) || (page->brand.logo.n > 0 && !page->is_fragment);
}

bool html_brand_has_foot(const struct html_page *page)
{
	return has_line(page, page->brand.footer);
}

/* All three parts, since an empty one keeps the others in their places. */
static void put_line(struct html_page *page, const char *line, struct out *out)
{
	out_string(out, "<p class=\"mr-line\">");
	for (uint32_t i = 0; i < RUNNING_PARTS; i++) {
		const char *words = brand_part(page->job, line, i, &page->brand.values);

		out_string(out, "<span>");
		html_words_plain(out, words, strlen(words));
		out_string(out, "</span>");
	}
	out_string(out, "</p>\n");
}

void html_brand_head(struct html_page *page, struct out *out)
{
	const struct brand *brand = &page->brand;

	if (has_line(page, brand->header))
		put_line(page, brand->header, out);
	if (brand->logo.n == 0)
		return;
	/* alt="": who the house is, its lines say */
	out_string(out, "<img class=\"mr-mark\" alt=\"\" src=\"data:");
	out_string(out, image_media_type(brand->logo));
	out_string(out, ";base64,");
	html_base64(out, brand->logo.at, brand->logo.n);
	out_string(out, "\">\n");
}

void html_brand_foot(struct html_page *page, struct out *out)
{
	put_line(page, page->brand.footer, out);
}

/* ---- rules */

/* A logo is made for paper: where the page is dark it lies on a plate. */
static const char mark_rules[] =
	".mr-head{display:flow-root}"
	".mr-mark{float:inline-end;width:auto;height:auto;max-width:min(40%,14rem);max-height:4rem;"
	"margin:0 0 .5rem 1rem}"
	".mr[data-theme=dark] .mr-mark{padding:.25rem;border-radius:.25rem;background:#fff}"
	"@media (prefers-color-scheme:dark){.mr[data-theme=auto] .mr-mark{padding:.25rem;"
	"border-radius:.25rem;background:#fff}}\n";
static const char line_rules[] =
	".mr-line{display:flex;gap:1rem;margin:0 0 .75rem;font-size:.875rem;"
	"color:var(--mr-muted);overflow-wrap:anywhere}"
	".mr-head .mr-line{width:100%;padding-bottom:.375rem;border-bottom:2px solid var(--mr-accent)}"
	".mr-line span{flex:1}"
	".mr-line :empty{flex:0}"
	".mr-line :nth-child(2){text-align:center}"
	".mr-line :last-child{text-align:end}\n";

void html_brand_style(struct html_page *page, struct out *out)
{
	bool has_head = html_brand_has_head(page);

	if (page->brand.logo.n > 0 && has_head)
		out_string(out, mark_rules);
	if (has_head || html_brand_has_foot(page))
		out_string(out, line_rules);
	if (page->brand.has_accent && !page->is_fragment)
		out_string(out, ".mr-title{color:var(--mr-accent)}\n");
}
