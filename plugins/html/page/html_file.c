/* SPDX-License-Identifier: MIT */
#include "html/html_page.h"

#include "common/template/template.h"
#include "common/write/isolate.h"
#include "common/write/origin.h"
#include "html/page/html_changes.h"
#include "html/html_escape.h"
#include "html/page/html_brand.h"
#include "html/page/html_ranking.h"
#include "html/page/html_index.h"
#include "html/page/html_picks.h"
#include "html/page/html_summary.h"

#include <stdio.h>

/* Blocks get the page as const context, but rich texts are made when first written. */
static struct html_page *page_of(const void *context)
{
	return (struct html_page *)(uintptr_t)context;
}

#define BLOCK(name, put)                                               \
	static void block_##name(const void *context, struct out *out) \
	{                                                              \
		put(page_of(context), out);                            \
	}
BLOCK(style, html_csp_style)
BLOCK(script, html_csp_script)
BLOCK(policy, html_csp_policy)
BLOCK(table, html_table_put)
BLOCK(index, html_index_put)
BLOCK(summary, html_summary_put)
BLOCK(legend, html_legend_put)
BLOCK(notes, html_notes_put)
BLOCK(sources, html_notes_sources)
BLOCK(contents, html_contents_put)
BLOCK(changes, html_changes_put)
BLOCK(ranking, html_ranking_put)
BLOCK(house_head, html_brand_head)
BLOCK(house_foot, html_brand_foot)
BLOCK(config, html_json_config)
BLOCK(linked_data, html_json_linked_data)

static void block_chart(const void *context, struct out *out)
{
	struct html_page *page = page_of(context);

	out_bytes(out, page->drawing.at, page->drawing.n);
}

static const struct {
	const char *name;
	void (*write)(const void *context, struct out *out);
} blocks[] = {
	{"style", block_style},           {"script", block_script},
	{"policy", block_policy},         {"table", block_table},
	{"legend", block_legend},         {"notes", block_notes},
	{"sources", block_sources},       {"summary", block_summary},
	{"contents", block_contents},     {"config", block_config},
	{"chart", block_chart},           {"linked_data", block_linked_data},
	{"changes", block_changes},       {"ranking", block_ranking},
	{"house_head", block_house_head}, {"house_foot", block_house_foot},
};

static const char *iso_date(struct mr_job *job, struct mr_date date)
{
	struct out out;

	out_to_memory(&out, 64);
	out_date(&out, date);
	return out_keep(&out, job);
}

static const char *word_with(const struct html_page *page, const char *key, const char *english,
			     struct fill_place place)
{
	struct out value, words;

	out_to_memory(&value, 0);
	out_to_memory(&words, 0);
	html_words_value(page, &value, place.value);
	place.value = out_at(&value);
	fill_write(&words, html_phrases_find(page, key, english), &place, 1, NULL);
	out_release(&value);
	return out_keep(&words, page->job);
}

static const char *safe_url(const char *url)
{
	return html_is_safe_url(url) ? url : "";
}

static struct template_value *credit(struct html_page *page, struct template_data *data)
{
	const struct mr_credit *credit = &page->m->credit;
	struct template_value *map = template_map(data);
	struct out text;

	out_to_memory(&text, 0);
	isolate_put(&text, *credit->text ? credit->text : credit->url, page->m->is_rtl);
	template_set_text(data, map, "text", out_keep(&text, page->job));
	template_set_text(data, map, "url", safe_url(credit->url));
	template_set_text(data, map, "license", credit->license);
	return map;
}

static struct template_value *words(struct html_page *page, struct template_data *data)
{
	struct template_value *map = template_map(data);

	for (uint32_t i = 0; i < page->n_words; i++)
		template_set_text(data, map, page->words[i].key, page->words[i].text);
	return map;
}

static struct template_value *products(struct html_page *page, struct template_data *data)
{
	struct template_value *list = template_list(data);

	for (uint32_t col = 0; col < page->m->products.n; col++) {
		const struct mr_product *product = mr_product_at(page->m, col);
		struct template_value *map = template_map(data);

		template_set_text(data, map, "id", product->id);
		template_set_text(data, map, "name", product->name);
		template_set_text(data, map, "url", safe_url(product->url));
		template_set_text(data, map, "lifecycle", product->lifecycle_word);
		template_set(data, map, "n_yes",
			     template_number(data, product->counts.n[MR_LIKE_YES]));
		template_set(data, map, "n_counted", template_number(data, product->counts.total));
		template_push(data, list, map);
	}
	return list;
}

static struct template_value *categories(struct html_page *page, struct template_data *data)
{
	struct template_value *list = template_list(data);

	for (uint32_t i = 0; i < page->m->categories.n; i++) {
		const struct mr_category *category = mr_category_at(page->m, i);
		struct template_value *map = template_map(data);

		template_set_text(data, map, "id", category->id);
		template_set_text(data, map, "name", category->name->plain);
		template_set(data, map, "n_features", template_number(data, category->n_features));
		template_push(data, list, map);
	}
	return list;
}

/* "Changes since 2023-05-01", "" without an older edition. */
static const char *changes_words(struct html_page *page)
{
	char day[16];

	if (!page->m->since || (page->places && !page->is_index))
		return "";
	return word_with(page, "changes_since", "Changes since {edition}",
			 (struct fill_place){"edition", changes_edition(page->m, day)});
}

/* "Data: mesh.yaml, SHA-256 9f86d081884c", "" where the host does not say it. */
static const char *data_hash(struct html_page *page)
{
	struct out words;

	out_to_memory(&words, 0);
	origin_put(&words, page->job, NULL);
	return out_keep(&words, page->job);
}

static void set_texts(struct html_page *page, struct template_data *data,
		      struct template_value *root)
{
	const struct mr_matrix *m = page->m;
	const char *date = iso_date(page->job, m->as_of);
	const struct mr_stamp *stamp = page->job->stamp;
	const struct {
		const char *name, *text;
	} texts[] = {
		{"title", page->title},
		{"subtitle", m->subtitle},
		{"language", m->language},
		{"direction", m->is_rtl ? "rtl" : "ltr"},
		{"theme", page->theme},
		{"chart_kind", page->chart},
		{"prefix", page->prefix},
		{"url", page->url},
		{"image", page->image},
		{"as_of", date},
		{"as_of_words",
		 *date ? word_with(page, "as_of", "as of {date}", (struct fill_place){"date", date})
		       : ""},
		{"changes_words", changes_words(page)},
		{"ranking_words", html_ranking_title(page)},
		{"selection", m->selection.words},
		{"command", m->selection.command},
		{"dataset", m->dataset_name},
		{"generator", page->job->generator},
		{"generated_by", word_with(page, "generated_by", "made with {program}",
					   (struct fill_place){"program", page->job->generator})},
		{"stamp", mr_stamp_mark(page->job)},
		{"sha256", stamp ? stamp->sha256 : ""},
		{"data_hash", data_hash(page)},
		{"feed", page->places && !page->is_index ? "" : page->feed},
		{"up", page->around.up},
		{"up_title", page->around.up_title},
		{"previous", page->around.previous},
		{"previous_title", page->around.previous_title},
		{"next", page->around.next},
		{"next_title", page->around.next_title},
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		template_set_text(data, root, texts[i].name, texts[i].text ? texts[i].text : "");
}

/* An index has the table of none. */
static bool has_notes(const struct html_page *page)
{
	for (uint32_t i = 0; i < page->m->notes.n && !page->is_index; i++)
		if (page->n_marks[i] > 0)
			return true;
	return false;
}

/* Whether there is a chart, and in this place. */
static struct template_value *is_chart_at(const struct html_page *page, struct template_data *data,
					  const char *place)
{
	return template_flag(data, page->drawing.n > 0 && strcmp(page->chart_at, place) == 0);
}

static void set_numbers_and_flags(struct html_page *page, struct template_data *data,
				  struct template_value *root)
{
	const struct mr_matrix *m = page->m;
	bool has_credit = *m->credit.text || *m->credit.url || *m->credit.license;
	bool is_part = page->places && !page->is_index;
	uint32_t n_named = 0;

	for (uint32_t i = 0; i < m->categories.n; i++)
		n_named += !mr_text_is_empty(mr_category_at(m, i)->name);
	template_set(data, root, "n_products", template_number(data, m->products.n));
	template_set(data, root, "n_features", template_number(data, m->features.n));
	template_set(data, root, "n_products_all",
		     template_number(data, m->selection.n_products_all));
	template_set(data, root, "n_features_all",
		     template_number(data, m->selection.n_features_all));
	template_set(data, root, "h", template_number(data, page->heading));
	template_set(data, root, "hh", template_number(data, page->heading + 1));
	template_set(data, root, "has_credit", template_flag(data, has_credit));
	template_set(data, root, "has_notes", template_flag(data, has_notes(page)));
	template_set(data, root, "has_sources",
		     template_flag(data, page->sources.n > 0 && !page->is_index));
	template_set(data, root, "has_ranking", template_flag(data, m->ranking != NULL));
	template_set(data, root, "has_changes", template_flag(data, m->since != NULL && !is_part));
	template_set(data, root, "has_statuses", template_flag(data, m->counts.total > 0));
	template_set(data, root, "has_contents",
		     template_flag(data, n_named > 1 && !page->is_index));
	template_set(data, root, "has_picks", template_flag(data, html_picks_are_wanted(page)));
	template_set(data, root, "has_house_head", template_flag(data, html_brand_has_head(page)));
	template_set(data, root, "has_house_foot", template_flag(data, html_brand_has_foot(page)));
	template_set(data, root, "is_chart_above", is_chart_at(page, data, "above"));
	template_set(data, root, "is_chart_beside", is_chart_at(page, data, "beside"));
	template_set(data, root, "is_chart_below", is_chart_at(page, data, "below"));
	template_set(data, root, "has_chart", template_flag(data, page->drawing.n > 0));
	template_set(data, root, "has_script", template_flag(data, page->has_script));
	template_set(data, root, "is_fragment", template_flag(data, page->is_fragment));
	template_set(data, root, "is_crowded",
		     template_flag(data, m->products.n > HTML_MANY_PRODUCTS));
	template_set(data, root, "is_packed", template_flag(data, m->products.n > 16));
	template_set(data, root, "is_large", template_flag(data, page->is_large));
	template_set(data, root, "is_index", template_flag(data, page->is_index));
	template_set(data, root, "is_product", template_flag(data, page->is_read_only));
	template_set(data, root, "is_compact", template_flag(data, page->is_compact));
}

static const struct template_value *make_root(struct html_page *page, struct template_data *data)
{
	struct template_value *root = template_map(data);

	set_texts(page, data, root);
	set_numbers_and_flags(page, data, root);
	template_set(data, root, "credit", credit(page, data));
	template_set(data, root, "words", words(page, data));
	template_set(data, root, "products", products(page, data));
	template_set(data, root, "categories", categories(page, data));
	for (size_t i = 0; i < sizeof(blocks) / sizeof(*blocks); i++)
		template_set(data, root, blocks[i].name,
			     template_block(data, blocks[i].write, page));
	/* a template has one place for what the page is about */
	if (page->is_index)
		template_set(data, root, "table", template_block(data, block_index, page));
	return root;
}

int html_file_fill(struct html_page *page, const char *name, struct out *out)
{
	struct template_data data = {0};
	struct template_call call = {.job = page->job,
				     .name = name,
				     .data = &data,
				     .escape = html_text,
				     .essential = "table"};
	int status = -1;

	if (page->job->resource(page->job, name, &page->template_text)) {
		page->job->diag(page->job, MR_ERROR, NULL,
				"%s is missing from the templates of this format", name);
		return -1;
	}
	call.text = page->template_text;
	call.root = make_root(page, &data);
	status = template_render(&call, out);
	template_data_release(&data);
	return status;
}
