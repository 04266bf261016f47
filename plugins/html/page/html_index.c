/* SPDX-License-Identifier: MIT */
#include "html/page/html_index.h"

#include "html/html_escape.h"

static void put_head(struct html_page *page, struct out *out, const char *key, const char *english)
{
	out_string(out, "<th scope=\"col\">");
	html_words_say(page, out, key, english);
	out_string(out, "</th>");
}

/* A row up to its name, which leads to the page of it. */
static void begin_row(struct html_page *page, struct out *out, enum html_id kind, const char *id)
{
	out_string(out, "<tr id=\"");
	html_address_put(page, out, kind, id);
	out_string(out, "\"><th scope=\"row\"><a href=\"");
	html_address_link(page, out, kind, id);
	out_string(out, "\">");
}

/* The table of categories stands before that of products, as in all of the page a category has more to say. */
static void begin_table(struct html_page *page, struct out *out, const char *key,
			const char *english)
{
	out_string(out, "<table class=\"mr-ranks\">\n<caption>");
	html_words_say(page, out, key, english);
	out_string(out, "</caption>\n<thead><tr>");
}

static void put_counts(struct html_page *page, struct out *out, const struct mr_counts *counts)
{
	if (page->m->counts.total > 0)
		html_table_total(page, out, counts);
	out_string(out, "</tr>\n");
}

static void put_category(struct html_page *page, struct out *out,
			 const struct mr_category *category)
{
	begin_row(page, out, HTML_ID_CATEGORY, category->id);
	/* its own links are in its page: a link holds none */
	html_words_name(page, out,
			mr_text_is_empty(category->name) ? category->id : category->name->plain);
	out_string(out, "</a></th><td>");
	out_unsigned(out, category->n_features);
	out_string(out, "</td>");
	put_counts(page, out, &category->counts);
}

static void put_categories(struct html_page *page, struct out *out)
{
	begin_table(page, out, "categories", "Categories");
	put_head(page, out, "category", "Category");
	put_head(page, out, "features", "Features");
	if (page->m->counts.total > 0)
		put_head(page, out, "total", "Total");
	out_string(out, "</tr></thead>\n<tbody>\n");
	for (uint32_t i = 0; i < page->m->categories.n; i++)
		put_category(page, out, mr_category_at(page->m, i));
	out_string(out, "</tbody>\n</table>\n");
}

static void put_product(struct html_page *page, struct out *out, uint32_t col)
{
	const struct mr_product *product = mr_product_at(page->m, col);

	begin_row(page, out, HTML_ID_PRODUCT, product->id);
	html_words_name(page, out, product->name);
	out_string(out, "</a>");
	if (product->lifecycle != MR_ACTIVE && *product->lifecycle_word) {
		out_string(out, " <small class=\"mr-life\">");
		html_string(out, product->lifecycle_word);
		out_string(out, "</small>");
	}
	out_string(out, "</th>");
	put_counts(page, out, &product->counts);
}

static void put_products(struct html_page *page, struct out *out)
{
	begin_table(page, out, "products", "Products");
	put_head(page, out, "product", "Product");
	if (page->m->counts.total > 0)
		put_head(page, out, "total", "Total");
	out_string(out, "</tr></thead>\n<tbody>\n");
	for (uint32_t col = 0; col < page->m->products.n; col++)
		put_product(page, out, col);
	out_string(out, "</tbody>\n</table>\n");
}

void html_index_put(struct html_page *page, struct out *out)
{
	out_string(out, "<div class=\"mr-index\">\n");
	put_categories(page, out);
	put_products(page, out);
	out_string(out, "</div>\n");
}
