/* SPDX-License-Identifier: MIT */
#include "html/html_page.h"

#include "common/bytes/sha256.h"
#include "html/html_compact.h"
#include "html/html_escape.h"
#include "html/page/html_brand.h"
#include "html/page/html_picks.h"
#include "html/html_palette.h"
#include "html/html_raise.h"

#include <stdio.h>

/* The script in the order in which its files stand; each needs only those before it. */
static const char *const scripts[] = {
	"script_text.js",   "script_table.js", "script_rank.js",    "script_needs.js",
	"script_view.js",   "script_phone.js", "script_ranking.js", "script_tools.js",
	"script_export.js", "script_notes.js", "script_start.js",
};

/* The style sheet in its order: a later file may overrule those before it.  What only some pages need stands last. */
static const char *const styles[] = {
	"style.css",
	"style_table.css",
	"style_tools.css",
	"style_media.css",
};

/*
 * Content Security Policy Level 3, 8.3: an inline style or script runs when the policy lists the
 * SHA-256 of exactly the bytes between its tags.  So the elements are written here, whole, and a
 * template cannot shift a blank into them.  Styles and scripts that a user's template holds itself
 * are hashed from the template's text.
 */

static int load(struct html_page *page, const char *name, struct out *out)
{
	struct mr_bytes bytes = {0};

	if (page->job->resource(page->job, name, &bytes)) {
		page->job->diag(page->job, MR_ERROR, NULL,
				"%s is missing from the templates of this format", name);
		return -1;
	}
	out_char(out, '\n');
	if (out == &page->style)
		html_compact_style(out, bytes.at, bytes.n);
	else
		html_compact_script(out, bytes.at, bytes.n, page->names);
	return 0;
}

/* What charts have in common, and what is the chart's own. */
static int load_chart_scripts(struct html_page *page)
{
	char name[64];

	if (load(page, "charts.js", &page->script))
		return -1;
	snprintf(name, sizeof(name), "chart_%s.js", page->chart_script);
	return *page->chart_script ? load(page, name, &page->script) : 0;
}

/* What depends on the data, behind the files. */
static void put_own_style(struct html_page *page, struct out *out)
{
	out_bytes(out, page->chart_css.at, page->chart_css.n);
	html_legend_symbols(page, out);
	html_brand_style(page, out);
	/* the paper of a whole page; a fragment's host has its own, and the report's sheets are named */
	if (!page->is_fragment)
		out_string(out, page->m->products.n > HTML_MANY_PRODUCTS
					? "@page { size: a3 landscape; margin: 12mm; }\n"
					: "@page { size: a4 landscape; margin: 12mm; }\n");
	html_picks_style(page, out);
	/* how wide the table wants to be */
	html_address_scope(page, out);
	out_string(out, " { --mr-n: ");
	out_unsigned(out, page->m->products.n);
	out_string(out, "; }\n");
}

/* The host page's sizes are none of a fragment's, and its rules come below ours; a page's place is its window. */
static void settle(struct out *style, bool is_fragment)
{
	struct out made;

	out_to_memory(&made, 0);
	(is_fragment ? html_compact_unrooted : html_compact_windowed)(&made, out_at(style),
								      style->n);
	out_release(style);
	*style = made;
	if (!is_fragment)
		return;
	out_to_memory(&made, 0);
	html_raise(&made, out_at(style), style->n);
	out_release(style);
	*style = made;
}

static bool has_any_logo(const struct html_page *page)
{
	for (uint32_t col = 0; page->has_logos && col < page->m->products.n; col++)
		if (mr_product_at(page->m, col)->logo.n > 0)
			return true;
	return false;
}

/* What only some pages have; a fragment also serves those that follow it without a style of their own. */
static int load_wanted(struct html_page *page)
{
	const struct {
		bool is_wanted;
		const char *name;
	} wanted[] = {
		{has_any_logo(page), "style_logo.css"},
		{page->drawing.n > 0, "style_chart.css"},
		{page->m->since != NULL, "style_changes.css"},
		{page->is_large, "style_large.css"},
		{page->has_evidence, "style_evidence.css"},
	};

	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++)
		if ((wanted[i].is_wanted || page->is_fragment) &&
		    load(page, wanted[i].name, &page->style))
			return -1;
	return 0;
}

static int load_style(struct html_page *page)
{
	html_palette_put(&page->brand, &page->style);
	for (size_t i = 0; i < sizeof(styles) / sizeof(*styles); i++)
		if (!(page->is_read_only && strcmp(styles[i], "style_tools.css") == 0) &&
		    load(page, styles[i], &page->style))
			return -1;
	if (load_wanted(page))
		return -1;
	/* behind what large tables say of their rows */
	if (!page->is_read_only && load(page, "style_phone.css", &page->style))
		return -1;
	if (page->places && load(page, "style_split.css", &page->style))
		return -1;
	if (load(page, page->is_fragment ? "style_fragment.css" : "style_page.css", &page->style))
		return -1;
	put_own_style(page, &page->style);
	settle(&page->style, page->is_fragment);
	return 0;
}

static int load_names(struct html_page *page, struct html_names *names)
{
	static const char name[] = "script_names.txt";
	struct mr_bytes bytes = {0};

	if (page->job->resource(page->job, name, &bytes)) {
		page->job->diag(page->job, MR_ERROR, NULL,
				"%s is missing from the templates of this format", name);
		return -1;
	}
	if (html_names_read(names, bytes.at, bytes.n)) {
		page->job->diag(page->job, MR_ERROR, NULL,
				"%s of the templates has to be sorted, and at most %d names long",
				name, HTML_MAX_NAMES);
		return -1;
	}
	page->names = names;
	return 0;
}

static int load_script(struct html_page *page)
{
	out_string(&page->script, "'use strict';");
	if (page->drawing.n > 0 && load_chart_scripts(page))
		return -1;
	for (size_t i = 0; i < sizeof(scripts) / sizeof(*scripts); i++)
		if (load(page, scripts[i], &page->script))
			return -1;
	return 0;
}

int html_csp_load(struct html_page *page)
{
	struct html_names names = {.n = 0};
	int status = 0;

	out_to_memory(&page->style, 0);
	out_to_memory(&page->script, 0);
	if (page->has_style)
		status = load_style(page);
	if (status == 0 && page->has_script)
		status = load_names(page, &names) || load_script(page) ? -1 : 0;
	page->names = NULL;
	return status;
}

void html_csp_style(struct html_page *page, struct out *out)
{
	if (!page->has_style)
		return;
	out_string(out, "<style>");
	out_bytes(out, page->style.at, page->style.n);
	out_string(out, "</style>\n");
}

void html_csp_script(struct html_page *page, struct out *out)
{
	if (!page->has_script)
		return;
	out_string(out, "<script>");
	out_bytes(out, page->script.at, page->script.n);
	out_string(out, "</script>\n");
}

static void put_hash(struct out *out, const char *bytes, size_t n)
{
	struct sha256 hash;
	uint8_t digest[SHA256_SIZE];

	sha256_init(&hash);
	sha256_update(&hash, bytes, n);
	sha256_final(&hash, digest);
	out_string(out, " 'sha256-");
	html_base64(out, digest, sizeof(digest));
	out_string(out, "'");
}

static bool is_word_at(const char *at, const char *end, const char *word)
{
	for (; *word; word++, at++)
		if (at >= end || (*at | 0x20) != (*word | 0x20))
			return false;
	return true;
}

static const char *find_word(const char *at, const char *end, const char *word)
{
	while (at < end && !is_word_at(at, end, word))
		at++;
	return at < end ? at : NULL;
}

/* The hashes of all elements called `open` ("<style") that the template holds itself. */
static void put_template_hashes(struct html_page *page, struct out *out, const char *open,
				const char *close)
{
	const char *at = page->template_text.at, *end = at + page->template_text.n;

	while (at < end && (at = find_word(at, end, open)) != NULL) {
		const char *inside = memchr(at, '>', (size_t)(end - at));
		const char *closing = inside ? find_word(inside + 1, end, close) : NULL;

		if (!closing)
			return;
		if (find_word(inside + 1, closing, "{{") != NULL) {
			page->job->diag(page->job, MR_WARNING, NULL,
					"the template fills in a %s> element, which the page's "
					"security policy will not allow; fill in elements instead",
					open);
		} else if (closing > inside + 1) {
			put_hash(out, inside + 1, (size_t)(closing - inside - 1));
		}
		at = closing;
	}
}

void html_csp_policy(struct html_page *page, struct out *out)
{
	if (page->is_fragment)
		return;
	out_string(out, "<meta http-equiv=\"Content-Security-Policy\" content=\""
			"default-src 'none'; img-src data:; style-src");
	if (page->has_style)
		put_hash(out, page->style.at, page->style.n);
	put_template_hashes(page, out, "<style", "</style");
	out_string(out, "; script-src");
	if (page->has_script)
		put_hash(out, page->script.at, page->script.n);
	else
		out_string(out, " 'none'");
	put_template_hashes(page, out, "<script", "</script");
	out_string(out, "; base-uri 'none'; form-action 'none'\">\n");
}
