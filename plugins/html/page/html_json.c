/* SPDX-License-Identifier: MIT */
#include "html/html_page.h"

#include <stdio.h>

#include "html/html_escape.h"
#include "html/page/html_ranking_config.h"

/*
 * The script reads the table itself, so no cell stands in the page twice.  What it cannot read there
 * is here: the words it speaks, and the command line the page was made with.
 */
static void put_member(struct out *out, const char *name, const char *text, bool is_first)
{
	if (!is_first)
		out_char(out, ',');
	html_json_string(out, name);
	out_char(out, ':');
	html_json_string(out, text);
}

/*
 * Whether the script speaks the word: it names it in quotes, or by the id of a status.  Where the script is another
 * report's, nobody knows.
 */
static bool is_spoken(struct html_page *page, const char *key)
{
	char quoted[64];

	for (uint32_t i = 0; i < page->m->statuses.n; i++)
		if (strcmp(mr_status_at(page->m, i)->id, key) == 0)
			return true;
	snprintf(quoted, sizeof(quoted), "'%s'", key);
	return !page->has_script || strstr(out_at(&page->script), quoted) != NULL;
}

static void put_words(struct html_page *page, struct out *out)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < page->n_words; i++)
		if (is_spoken(page, page->words[i].key))
			put_member(out, page->words[i].key, page->words[i].text, n++ == 0);
}

void html_json_config(struct html_page *page, struct out *out)
{
	const struct mr_matrix *m = page->m;

	/* a fragment may be started by the script of another one in the same page */
	if (!page->has_script && !page->is_fragment)
		return;
	out_string(out, "<script type=\"application/json\" class=\"mr-config\">\n{");
	put_member(out, "prefix", page->prefix, true);
	put_member(out, "name", m->base_name, false);
	put_member(out, "dataset", m->dataset_name, false);
	put_member(out, "command", m->selection.command, false);
	put_member(out, "title", m->title, false);
	put_member(out, "subtitle", m->subtitle, false);
	put_member(out, "language", m->language, false);
	put_member(out, "theme", page->theme, false);
	out_string(out, ",\n\"as_of\": \"");
	out_date(out, m->as_of);
	out_char(out, '"');
	if (*m->credit.text || *m->credit.url || *m->credit.license) {
		out_string(out, ",\n\"credit\": {");
		put_member(out, "text", m->credit.text, true);
		put_member(out, "url", m->credit.url, false);
		put_member(out, "license", m->credit.license, false);
		out_char(out, '}');
	}
	html_ranking_config(page, out);
	out_string(out, ",\n\"words\": {");
	put_words(page, out);
	out_string(out, "}}\n</script>\n");
}

/* schema.org's Dataset, https://schema.org/Dataset, as JSON-LD 1.1. */
void html_json_linked_data(struct html_page *page, struct out *out)
{
	const struct mr_matrix *m = page->m;

	out_string(out, "<script type=\"application/ld+json\">\n{");
	put_member(out, "@context", "https://schema.org", true);
	put_member(out, "@type", "Dataset", false);
	put_member(out, "name", page->title, false);
	put_member(out, "inLanguage", m->language, false);
	if (*m->subtitle)
		put_member(out, "description", m->subtitle, false);
	if (m->as_of.year > 0) {
		out_string(out, ",\n\"dateModified\": \"");
		out_date(out, m->as_of);
		out_char(out, '"');
	}
	if (*m->credit.license) {
		out_string(out, ",\n\"license\": ");
		out_string(out, "\"https://spdx.org/licenses/");
		for (const char *c = m->credit.license; *c; c++)
			if (strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-+",
				   *c))
				out_char(out, *c);
		out_char(out, '"');
	}
	if (*m->credit.text) {
		out_string(out, ",\n\"creator\": {");
		put_member(out, "@type", "Organization", true);
		put_member(out, "name", m->credit.text, false);
		if (html_is_safe_url(m->credit.url) && *m->credit.url)
			put_member(out, "url", m->credit.url, false);
		out_char(out, '}');
	}
	out_string(out, ",\n\"about\": [");
	for (uint32_t col = 0; col < m->products.n; col++) {
		const struct mr_product *product = mr_product_at(m, col);

		out_string(out, col ? ",\n{" : "{");
		put_member(out, "@type", "Thing", true);
		put_member(out, "name", product->name, false);
		if (*product->url && html_is_safe_url(product->url))
			put_member(out, "url", product->url, false);
		out_char(out, '}');
	}
	out_string(out, "]}\n</script>\n");
}
