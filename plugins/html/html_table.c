/* SPDX-License-Identifier: MIT */
#include "html/html_page.h"

#include "html/html_escape.h"

#include <stdio.h>
#include <stdlib.h>

/* What is worked out once and then copied for every cell. */
struct table {
	struct html_page *page;
	struct out *out;
	struct out
		openings; /* the start of a cell of each status, twice: words that say it, and that do not */
	struct html_kept *opening; /* by 2 * status + spoken */
	uint32_t *n_marked; /* by note: marks written so far */
};

static const char letters[] = "ypnux";

/* Ids that stand for themselves: what the classes of cells say without naming the status. */
static const char *const plain_ids[MR_N_LIKES] = {"yes", "partial", "no", "unknown", "na"};

char html_like_letter(uint32_t like)
{
	return like < MR_N_LIKES ? letters[like] : 'u';
}

bool html_is_plain(const struct mr_status *status)
{
	return status->like < MR_N_LIKES && strcmp(status->id, plain_ids[status->like]) == 0;
}

/* ---- addresses */

static bool is_reserved(const char *id)
{
	static const char *const prefixes[] = {"product-", "category-", "note-",
					       "feature-", "ref-",      "mr-"};

	if (!strchr(id, '-'))
		return false;
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (strncmp(id, prefixes[i], strlen(prefixes[i])) == 0)
			return true;
	return false;
}

void html_put_id(const struct html_page *page, struct out *out, enum html_id kind, const char *id)
{
	static const char *const prefixes[] = {"", "product-", "category-", "mr-"};

	html_string(out, page->prefix);
	out_string(out, kind == HTML_ID_FEATURE && is_reserved(id) ? "feature-" : prefixes[kind]);
	html_string(out, id);
}

static void put_own_link(struct table *table, enum html_id kind, const char *id, const char *name)
{
	struct out *out = table->out;

	out_string(out, " <a class=\"mr-link\" href=\"#");
	html_put_id(table->page, out, kind, id);
	out_string(out, "\" aria-label=\"# ");
	html_string(out, name);
	out_string(out, "\">#</a>");
}

/* Earlier ids stay addresses, with and without the script. */
static void put_former(struct table *table, enum html_id kind, const struct mr_array *formerly)
{
	struct out *out = table->out;

	for (uint32_t i = 0; i < formerly->n; i++) {
		out_string(out, "<span class=\"mr-was\" id=\"");
		html_put_id(table->page, out, kind, mr_string_at(formerly, i));
		out_string(out, "\"></span>");
	}
}

static void put_linked_string(struct out *out, const char *text, const char *url)
{
	bool is_linked = *url && html_is_safe_url(url);

	if (is_linked) {
		out_string(out, "<a href=\"");
		html_url(out, url);
		out_string(out, "\">");
	}
	html_string(out, text);
	if (is_linked)
		out_string(out, "</a>");
}

/* A name with its own links, or wrapped in the link of its record. */
static void put_linked_name(struct table *table, const struct mr_text *name, const char *url)
{
	struct out *out = table->out;
	bool is_linked = *url && !html_has_link(name) && html_is_safe_url(url);

	if (is_linked) {
		out_string(out, "<a href=\"");
		html_url(out, url);
		out_string(out, "\">");
	}
	out_string(out, "<span class=\"mr-name\">");
	html_put_rich(table->page, out, name);
	out_string(out, "</span>");
	if (is_linked)
		out_string(out, "</a>");
	else if (*url && html_is_safe_url(url)) { /* the name's own link leads elsewhere */
		out_string(out, " <a class=\"mr-more\" href=\"");
		html_url(out, url);
		out_string(out, "\">");
		html_put_word(table->page, out, "details", "Details", "");
		out_string(out, "</a>");
	}
}

static void put_description(struct table *table, const struct mr_text *description)
{
	if (mr_text_is_empty(description))
		return;
	out_string(table->out, "<p class=\"mr-about\">");
	html_put_rich(table->page, table->out, description);
	out_string(table->out, "</p>");
}

/* ---- cells */

static void put_symbol(struct out *out, const struct mr_status *status, bool is_spoken)
{
	if (is_spoken) {
		out_string(out, "<i role=\"img\" aria-label=\"");
		html_string(out, status->label);
		out_string(out, "\" title=\"");
		html_string(out, status->label);
		out_string(out, "\">");
	} else {
		out_string(out, "<i aria-hidden=\"true\">");
	}
	html_string(out, status->symbol);
	out_string(out, "</i> ");
}

/* <td class="mr-p" data-s="preview">, and the symbol where it is not drawn by the style sheet. */
static void make_opening(const struct html_page *page, struct out *out,
			 const struct mr_status *status, bool is_spoken)
{
	bool is_own = is_spoken || !page->has_style;

	out_string(out, "<td class=\"mr-");
	out_char(out, html_like_letter(status->like));
	out_string(out, is_own ? " " HTML_OWN_SYMBOL : "");
	if (!html_is_plain(status)) {
		out_string(out, "\" data-s=\"");
		html_string(out, status->id);
	}
	out_string(out, "\">");
	if (is_own)
		put_symbol(out, status, is_spoken);
}

static int make_openings(struct table *table)
{
	const struct mr_matrix *m = table->page->m;

	table->opening =
		calloc(m->statuses.n ? 2 * (size_t)m->statuses.n : 1, sizeof *table->opening);
	table->n_marked = calloc(m->notes.n ? m->notes.n : 1, sizeof *table->n_marked);
	if (!table->opening || !table->n_marked)
		return -1;
	for (uint32_t i = 0; i < 2 * m->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(m, i / 2);

		table->opening[i].at = table->openings.n;
		make_opening(table->page, &table->openings, status, i % 2);
		table->opening[i].n = (uint32_t)(table->openings.n - table->opening[i].at);
	}
	return table->openings.failed ? -1 : 0;
}

/* Whether words of its own begin with the status's label: then its symbol need not be read out. */
static bool says_status(const struct mr_text *text, const struct mr_status *status)
{
	const char *a = text->plain, *b = status->label;

	for (; *b; a++, b++) {
		char x = *a >= 'A' && *a <= 'Z' ? (char)(*a + 32) : *a;
		char y = *b >= 'A' && *b <= 'Z' ? (char)(*b + 32) : *b;

		if (x != y)
			return false;
	}
	return true;
}

static void put_marks(struct table *table, const struct mr_array *notes)
{
	struct html_page *page = table->page;
	struct out *out = table->out;

	for (uint32_t i = 0; i < notes->n; i++) {
		uint32_t index = mr_index_at(notes, i);
		const struct mr_note *note = mr_note_at(page->m, index);

		if (!note)
			continue;
		out_string(out, i ? "<sup class=\"mr-mark\">, <a" : "<sup class=\"mr-mark\"><a");
		if (++table->n_marked[index] <= HTML_MAX_BACK_LINKS) {
			out_string(out, " id=\"");
			html_string(out, page->prefix);
			out_string(out, "ref-");
			out_unsigned(out, note->number);
			out_char(out, '-');
			out_unsigned(out, table->n_marked[index]);
			out_char(out, '"');
		}
		out_string(out, " href=\"#");
		html_string(out, page->prefix);
		out_string(out, "note-");
		out_unsigned(out, note->number);
		out_string(out, "\" aria-label=\"");
		html_put_word(page, out, "note", "Note", "");
		out_char(out, ' ');
		out_unsigned(out, note->number);
		out_string(out, "\">");
		out_unsigned(out, note->number);
		out_string(out, "</a></sup>");
	}
}

static void put_parts(struct table *table, const struct mr_array *parts)
{
	struct out *out = table->out;

	for (uint32_t i = 0; i < parts->n; i++) {
		const struct mr_part *part = (const struct mr_part *)mr_at(parts, i);
		const struct mr_status *status = mr_status_at(table->page->m, part->status);

		if (i)
			out_string(out, "<span class=\"mr-comma\">, </span>");
		out_string(out, "<span class=\"mr-part mr-");
		out_char(out, html_like_letter(status ? status->like : MR_LIKE_UNKNOWN));
		if (status) {
			out_string(out, "\" data-s=\"");
			html_string(out, status->id);
		}
		out_string(out, "\"><b>");
		html_string(out, part->name);
		out_string(out, "</b> ");
		if (status)
			put_symbol(out, status, !says_status(part->text, status));
		html_put_rich(table->page, out, part->text);
		put_marks(table, &part->notes);
		out_string(out, "</span>");
	}
}

static void put_items(struct table *table, const struct mr_cell_detail *detail)
{
	for (uint32_t i = 0; i < detail->items.n; i++) {
		out_string(table->out, i ? ", <span>" : "<span>");
		html_put_rich(table->page, table->out, mr_item_at(detail, i));
		out_string(table->out, "</span>");
	}
}

static void put_since_and_sources(struct table *table, const struct mr_cell_detail *detail)
{
	struct html_page *page = table->page;
	struct out *out = table->out;
	char date[32];

	if (*detail->since) {
		out_string(out, " <small class=\"mr-since\">");
		html_put_word(page, out, "since", "since {version}", detail->since);
		out_string(out, "</small>");
	}
	if (detail->sources.n > 0) {
		out_string(out, " <small class=\"mr-src\">");
		for (uint32_t i = 0; i < detail->sources.n; i++) {
			out_string(out, i ? " <a href=\"" : "<a href=\"");
			html_url(out, mr_string_at(&detail->sources, i));
			out_string(out, "\">");
			html_put_word(page, out, "source", "Source", "");
			if (detail->sources.n > 1) {
				out_char(out, ' ');
				out_unsigned(out, i + 1);
			}
			out_string(out, "</a>");
		}
		out_string(out, "</small>");
	}
	if (detail->verified.year > 0) {
		snprintf(date, sizeof date, "%04d-%02u-%02u", detail->verified.year,
			 (unsigned)detail->verified.month, (unsigned)detail->verified.day);
		out_string(out, " <small class=\"mr-checked\">");
		html_put_word(page, out, "verified", "verified {date}", date);
		out_string(out, "</small>");
	}
}

/* Cells with lists, parts, notes, sources or dates: the few. */
static void put_detailed(struct table *table, const struct mr_cell *cell)
{
	const struct mr_cell_detail *detail = cell->detail;

	if (cell->kind == MR_CELL_PARTS && detail->parts.n > 0)
		put_parts(table, &detail->parts);
	else if (cell->kind == MR_CELL_LIST && detail->items.n > 0)
		put_items(table, detail);
	else
		html_put_rich(table->page, table->out, cell->text);
	put_marks(table, &detail->notes);
	put_since_and_sources(table, detail);
}

static void put_cell(struct table *table, const struct mr_cell *cell)
{
	struct out *out = table->out;
	const struct mr_status *status = mr_status_at(table->page->m, cell->status);

	if (status && cell->kind == MR_CELL_STATUS) {
		bool is_spoken = cell->has_own_words && !says_status(cell->text, status);
		const struct html_kept *kept = &table->opening[2 * cell->status + is_spoken];

		out_bytes(out, table->openings.at + kept->at, kept->n);
	} else if (cell->kind == MR_CELL_LIST) {
		out_string(out, "<td class=\"mr-list\">");
	} else if (cell->like < MR_N_LIKES) { /* parts */
		out_string(out, "<td class=\"mr-");
		out_char(out, html_like_letter(cell->like));
		out_string(out, " mr-parts\">");
	} else {
		out_string(out, "<td>");
	}
	if (cell->detail)
		put_detailed(table, cell);
	else
		html_put_rich(table->page, out, cell->text);
	out_string(out, "</td>");
}

/* ---- rows */

static void put_row(struct table *table, uint32_t row)
{
	const struct mr_feature *feature = mr_feature_at(table->page->m, row);
	struct out *out = table->out;

	out_string(out, "<tr id=\"");
	html_put_id(table->page, out, HTML_ID_FEATURE, feature->id);
	out_string(out, "\" data-id=\"");
	html_string(out, feature->id);
	if (feature->weight != 1) {
		out_string(out, "\" data-weight=\"");
		out_decimal(out, feature->weight, 6);
	}
	if (feature->kind == MR_FEATURE_STATUS)
		out_string(out, "\" data-kind=\"status");
	else if (feature->kind == MR_FEATURE_TEXT)
		out_string(out, "\" data-kind=\"text");
	out_string(out, "\"><th scope=\"row\">");
	put_linked_name(table, feature->name, feature->url);
	put_own_link(table, HTML_ID_FEATURE, feature->id, feature->name->plain);
	put_former(table, HTML_ID_FEATURE, &feature->formerly);
	put_description(table, feature->description);
	out_string(out, "</th>");
	for (uint32_t col = 0; col < table->page->m->products.n; col++)
		put_cell(table, mr_cell_at(table->page->m, row, col));
	out_string(out, "</tr>\n");
}

static void put_category(struct table *table, uint32_t index)
{
	const struct mr_category *category = mr_category_at(table->page->m, index);
	struct out *out = table->out;

	out_string(out, "<tbody id=\"");
	html_put_id(table->page, out, HTML_ID_CATEGORY, category->id);
	out_string(out, "\" data-id=\"");
	html_string(out, category->id);
	out_string(out, "\">\n");
	if (!mr_text_is_empty(category->name)) {
		out_string(out, "<tr class=\"mr-cat\"><th scope=\"rowgroup\" colspan=\"");
		out_unsigned(out, table->page->m->products.n + 1);
		out_string(out, "\"><div class=\"mr-cat-name\">");
		put_linked_name(table, category->name, category->url);
		put_own_link(table, HTML_ID_CATEGORY, category->id, category->name->plain);
		put_description(table, category->description);
		out_string(out, "</div></th></tr>\n");
	}
	for (uint32_t i = 0; i < category->n_features; i++)
		put_row(table, category->first_feature + i);
	out_string(out, "</tbody>\n");
}

/* ---- head and foot */

static void put_product(struct table *table, uint32_t col)
{
	const struct mr_product *product = mr_product_at(table->page->m, col);
	struct out *out = table->out;

	out_string(out, "<th scope=\"col\" id=\"");
	html_put_id(table->page, out, HTML_ID_PRODUCT, product->id);
	out_string(out, "\" data-id=\"");
	html_string(out, product->id);
	if (product->lifecycle == MR_ARCHIVED || product->lifecycle == MR_DISCONTINUED)
		out_string(out, product->lifecycle == MR_ARCHIVED
					? "\" data-lifecycle=\"archived"
					: "\" data-lifecycle=\"discontinued");
	out_string(out, "\">");
	html_put_logo(table->page, out, col);
	out_string(out, "<span class=\"mr-name\">");
	put_linked_string(out, product->name, product->url);
	out_string(out, "</span>");
	put_own_link(table, HTML_ID_PRODUCT, product->id, product->name);
	put_former(table, HTML_ID_PRODUCT, &product->formerly);
	if (product->lifecycle != MR_ACTIVE && *product->lifecycle_word) {
		out_string(out, " <small class=\"mr-life\">");
		html_string(out, product->lifecycle_word);
		out_string(out, "</small>");
	}
	out_string(out, "</th>");
}

static void put_head(struct table *table)
{
	struct html_page *page = table->page;
	struct out *out = table->out;

	out_string(out, "<caption>");
	html_string(out, page->title);
	out_string(out, "</caption>\n<colgroup><col class=\"mr-first\"><col span=\"");
	out_unsigned(out, page->m->products.n);
	out_string(out, "\"></colgroup>\n<thead><tr><th scope=\"col\" class=\"mr-corner\">");
	html_put_word(page, out, "feature", "Feature", "");
	out_string(out, "</th>");
	for (uint32_t col = 0; col < page->m->products.n; col++)
		put_product(table, col);
	out_string(out, "</tr></thead>\n");
}

/* The status that stands for all that count alike: the built-in word. */
static const struct mr_status *status_of_like(const struct mr_matrix *m, uint32_t like)
{
	for (uint32_t i = 0; i < m->statuses.n; i++)
		if (strcmp(mr_status_at(m, i)->id, plain_ids[like]) == 0)
			return mr_status_at(m, i);
	return NULL;
}

/* "✓ 21 ◐ 3": what a column counts; what it has none of is there for the script, but not shown. */
static void put_total(struct table *table, const struct mr_counts *counts)
{
	struct out *out = table->out;

	out_string(out, "<td>");
	for (uint32_t like = 0; like < MR_N_LIKES; like++) {
		const struct mr_status *status = status_of_like(table->page->m, like);

		if (!status || table->page->m->counts.n[like] == 0)
			continue;
		out_string(out, "<span class=\"mr-sum mr-");
		out_char(out, html_like_letter(like));
		out_string(out, counts->n[like] ? "\">" : "\" hidden>");
		put_symbol(out, status, true);
		out_string(out, "<b>");
		out_unsigned(out, counts->n[like]);
		out_string(out, "</b></span> ");
	}
	out_string(out, "</td>");
}

static void put_foot(struct table *table)
{
	struct html_page *page = table->page;
	struct out *out = table->out;

	if (page->m->counts.total == 0)
		return;
	out_string(out, "<tfoot><tr><th scope=\"row\">");
	html_put_word(page, out, "total", "Total", "");
	out_string(out, "</th>");
	for (uint32_t col = 0; col < page->m->products.n; col++)
		put_total(table, &mr_product_at(page->m, col)->counts);
	out_string(out, "</tr></tfoot>\n");
}

void html_put_table(struct html_page *page, struct out *out)
{
	struct table table = {.page = page, .out = out};
	uint32_t n_done = 0;

	out_to_memory(&table.openings, 0);
	if (make_openings(&table)) {
		page->job->diag(page->job, MR_ERROR, NULL, "out of memory");
		goto out;
	}
	out_string(out, "<table class=\"mr-table\">\n");
	put_head(&table);
	for (uint32_t i = 0; i < page->m->categories.n; i++) {
		put_category(&table, i);
		n_done += mr_category_at(page->m, i)->n_features;
		page->job->progress(page->job, n_done, page->m->features.n);
	}
	put_foot(&table);
	out_string(out, "</table>\n");
out:
	free(table.opening);
	free(table.n_marked);
	out_release(&table.openings);
}
