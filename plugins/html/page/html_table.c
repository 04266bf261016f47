/* SPDX-License-Identifier: MIT */
/* The table: the one part whose size is the dataset's. */
#include "html/html_page.h"

#include "html/page/html_cell.h"
#include "html/page/html_changes.h"
#include "html/html_escape.h"

#include "common/write/weights.h"

/* ---- addresses */

/*
 * A place's link to itself, for a mouse or a finger: neither a stop of the Tab key nor part of the name that is read out for
 * each cell.  With a script, it makes them (script_notes.js), which keeps a tenth of a table out of the page.
 */
static void put_own_link(struct html_cells *cells, enum html_id kind, const char *id)
{
	struct out *out = cells->out;

	if (cells->page->has_script)
		return;
	out_string(out, " <a class=\"mr-link\" href=\"#");
	html_address_put(cells->page, out, kind, id);
	out_string(out, "\" tabindex=\"-1\" aria-hidden=\"true\">#</a>");
}

/* Earlier ids stay addresses, with and without the script. */
static void put_former(struct html_cells *cells, enum html_id kind, const struct mr_array *formerly)
{
	struct out *out = cells->out;

	for (uint32_t i = 0; i < formerly->n; i++) {
		out_string(out, "<span class=\"mr-was\" id=\"");
		html_address_put(cells->page, out, kind, mr_string_at(formerly, i));
		out_string(out, "\"></span>");
	}
}

static void put_linked_string(const struct html_page *page, struct out *out, const char *text,
			      const char *url)
{
	bool is_linked = *url && html_is_safe_url(url);

	if (is_linked) {
		out_string(out, "<a href=\"");
		html_url(out, url);
		out_string(out, "\">");
	}
	html_words_head(page, out, text);
	if (is_linked)
		out_string(out, "</a>");
}

/* A name with its own links, or wrapped in the link of its record. */
static void put_linked_name(struct html_cells *cells, const struct mr_text *name, const char *url)
{
	struct out *out = cells->out;
	bool is_linked = *url && !html_words_have_link(name) && html_is_safe_url(url);

	if (is_linked) {
		out_string(out, "<a href=\"");
		html_url(out, url);
		out_string(out, "\">");
	}
	out_string(out, "<span class=\"mr-name\">");
	html_words_put(cells->page, out, name);
	out_string(out, "</span>");
	if (is_linked)
		out_string(out, "</a>");
	else if (*url && html_is_safe_url(url)) { /* the name's own link leads elsewhere */
		out_string(out, " <a class=\"mr-more\" href=\"");
		html_url(out, url);
		out_string(out, "\">");
		html_words_say(cells->page, out, "details", "Details");
		out_string(out, "</a>");
	}
}

static void put_description(struct html_cells *cells, const struct mr_text *description)
{
	if (mr_text_is_empty(description))
		return;
	out_string(cells->out, "<p class=\"mr-about\">");
	html_words_put(cells->page, cells->out, description);
	out_string(cells->out, "</p>");
}

/* ---- rows */

/* How often the feature counts in a coverage, where that is not once. */
static void put_weight(struct out *out, const struct mr_feature *feature)
{
	if (!weights_has_mark(feature))
		return;
	out_string(out, "<small class=\"mr-weight\">");
	weights_put_mark(out, feature);
	out_string(out, "</small>");
}

/* The address and, as the script asks for it, the id. */
static void put_ids(struct html_cells *cells, enum html_id kind, const char *id)
{
	html_address_put(cells->page, cells->out, kind, id);
	out_string(cells->out, "\" data-id=\"");
	html_string(cells->out, id);
}

/* Words and nothing known, but counted: an unknown is stated, which the script cannot see in the table. */
static bool looks_like_fact(const struct mr_matrix *m, uint32_t row)
{
	bool has_words = false;

	for (uint32_t col = 0; col < m->products.n; col++) {
		uint32_t like = mr_cell_at(m, row, col)->like;

		if (like < MR_N_LIKES && like != MR_LIKE_UNKNOWN)
			return false;
		has_words = has_words || like >= MR_N_LIKES;
	}
	return has_words;
}

static void put_row(struct html_cells *cells, uint32_t row)
{
	const struct mr_feature *feature = mr_feature_at(cells->page->m, row);
	struct out *out = cells->out;

	out_string(out, "<tr id=\"");
	put_ids(cells, HTML_ID_FEATURE, feature->id);
	if (feature->weight != 1) {
		out_string(out, "\" data-weight=\"");
		out_exact(out, feature->weight);
	}
	if (feature->kind == MR_FEATURE_STATUS)
		out_string(out, "\" data-kind=\"status");
	else if (feature->kind == MR_FEATURE_TEXT)
		out_string(out, "\" data-kind=\"text");
	else if (!feature->is_fact && looks_like_fact(cells->page->m, row))
		out_string(out, "\" data-counted=\"yes");
	if (html_changes_row(cells->page, row))
		out_string(out, "\" data-was=\"other");
	out_string(out, "\"><th scope=\"row\">");
	put_linked_name(cells, feature->name, feature->url);
	put_weight(out, feature);
	html_cell_marks(cells, &feature->notes);
	put_own_link(cells, HTML_ID_FEATURE, feature->id);
	put_former(cells, HTML_ID_FEATURE, &feature->formerly);
	html_changes_head(cells->page, out, CHANGES_FEATURE, row);
	put_description(cells, feature->description);
	out_string(out, "</th>");
	for (uint32_t col = 0; col < cells->page->m->products.n; col++)
		html_cell_put(cells, row, col);
	out_string(out, "</tr>\n");
}

static void put_category(struct html_cells *cells, uint32_t index)
{
	const struct mr_category *category = mr_category_at(cells->page->m, index);
	struct out *out = cells->out;

	out_string(out, "<tbody id=\"");
	put_ids(cells, HTML_ID_CATEGORY, category->id);
	out_string(out, "\">\n");
	if (!mr_text_is_empty(category->name)) {
		out_string(out, "<tr class=\"mr-cat\"><th scope=\"rowgroup\" colspan=\"");
		out_unsigned(out, cells->page->m->products.n + 1);
		out_string(out, "\"><div class=\"mr-cat-name\">");
		put_linked_name(cells, category->name, category->url);
		html_cell_marks(cells, &category->notes);
		put_own_link(cells, HTML_ID_CATEGORY, category->id);
		html_changes_head(cells->page, out, CHANGES_CATEGORY, index);
		put_description(cells, category->description);
		out_string(out, "</div></th></tr>\n");
	}
	for (uint32_t i = 0; i < category->n_features; i++)
		put_row(cells, category->first_feature + i);
	out_string(out, "</tbody>\n");
}

/* ---- head and foot */

static void put_product(struct html_cells *cells, uint32_t col)
{
	const struct mr_product *product = mr_product_at(cells->page->m, col);
	struct out *out = cells->out;

	out_string(out, "<th scope=\"col\" id=\"");
	put_ids(cells, HTML_ID_PRODUCT, product->id);
	if (product->lifecycle == MR_ARCHIVED || product->lifecycle == MR_DISCONTINUED)
		out_string(out, product->lifecycle == MR_ARCHIVED
					? "\" data-lifecycle=\"archived"
					: "\" data-lifecycle=\"discontinued");
	out_string(out, "\">");
	html_logo_put(cells->page, out, col);
	out_string(out, "<span class=\"mr-name\">");
	put_linked_string(cells->page, out, product->name, product->url);
	out_string(out, "</span>");
	html_cell_marks(cells, &product->notes);
	put_own_link(cells, HTML_ID_PRODUCT, product->id);
	put_former(cells, HTML_ID_PRODUCT, &product->formerly);
	if (product->lifecycle != MR_ACTIVE && *product->lifecycle_word) {
		out_string(out, " <small class=\"mr-life\">");
		html_string(out, product->lifecycle_word);
		out_string(out, "</small>");
	}
	html_changes_head(cells->page, out, CHANGES_PRODUCT, col);
	out_string(out, "</th>");
}

static void put_head(struct html_cells *cells)
{
	struct html_page *page = cells->page;
	struct out *out = cells->out;

	out_string(out, "<caption>");
	html_string(out, page->title);
	out_string(out, "</caption>\n<colgroup><col class=\"mr-first\"><col span=\"");
	out_unsigned(out, page->m->products.n);
	out_string(out, "\"></colgroup>\n<thead><tr><th scope=\"col\" class=\"mr-corner\">");
	html_words_say(page, out, "feature", "Feature");
	out_string(out, "</th>");
	for (uint32_t col = 0; col < page->m->products.n; col++)
		put_product(cells, col);
	out_string(out, "</tr></thead>\n");
}

/* "✓ 21 ◐ 3": what a column counts; what it has none of is there for the script, but not shown. */
void html_table_total(struct html_page *page, struct out *out, const struct mr_counts *counts)
{
	out_string(out, "<td>");
	for (uint32_t like = 0; like < MR_N_LIKES; like++) {
		const struct mr_status *status = html_status_of_like(page->m, like);

		if (!status || page->m->counts.n[like] == 0)
			continue;
		out_string(out, "<span class=\"mr-sum mr-");
		out_char(out, html_status_letter(like));
		out_string(out, counts->n[like] ? "\">" : "\" hidden>");
		html_status_symbol(out, status, true);
		out_string(out, "<b>");
		out_unsigned(out, counts->n[like]);
		out_string(out, "</b></span> ");
	}
	out_string(out, "</td>");
}

static void put_foot(struct html_cells *cells)
{
	struct html_page *page = cells->page;
	struct out *out = cells->out;

	if (page->m->counts.total == 0)
		return;
	out_string(out, "<tfoot><tr><th scope=\"row\">");
	html_words_say(page, out, "total", "Total");
	out_string(out, "</th>");
	for (uint32_t col = 0; col < page->m->products.n; col++)
		html_table_total(page, out, &mr_product_at(page->m, col)->counts);
	out_string(out, "</tr></tfoot>\n");
}

void html_table_put(struct html_page *page, struct out *out)
{
	struct html_cells cells = {.page = page, .out = out};
	uint32_t n_done = 0;

	if (html_cell_init(&cells)) {
		page->job->diag(page->job, MR_ERROR, NULL, "out of memory");
		goto out;
	}
	out_string(out, "<table class=\"mr-table\">\n");
	put_head(&cells);
	for (uint32_t i = 0; i < page->m->categories.n; i++) {
		put_category(&cells, i);
		n_done += mr_category_at(page->m, i)->n_features;
		page->job->progress(page->job, n_done, page->m->features.n);
	}
	put_foot(&cells);
	out_string(out, "</table>\n");
out:
	html_cell_release(&cells);
}
