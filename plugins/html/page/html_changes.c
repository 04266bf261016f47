/* SPDX-License-Identifier: MIT */
#include "html/page/html_changes.h"

#include "common/change/changes_details.h"
#include "html/html_escape.h"
#include "html/page/html_value.h"

enum { VALUE = MR_CHANGED_STATUS | MR_CHANGED_WORDS };

struct writing {
	struct html_page *page;
	struct out *out;
};

static void put_sign(struct out *out, uint32_t kind, uint32_t tone)
{
	out_string(out, "<span class=\"mr-sign\">");
	out_string(out, changes_sign(kind, tone));
	out_string(out, "</span>\302\240"); /* no line ends with a sign */
}

static void put_kind(struct html_page *page, struct out *out, uint32_t kind)
{
	if (kind == MR_CHANGE_ADDED)
		html_words_say(page, out, "change_added", "added");
	else
		html_words_say(page, out, "change_removed", "removed");
}

static void put_link(struct out *out, const char *url)
{
	bool is_safe = html_is_safe_url(url);

	if (is_safe) {
		out_string(out, "<a href=\"");
		html_url(out, url);
		out_string(out, "\">");
	}
	html_string(out, url);
	out_string(out, is_safe ? "</a>" : "");
}

static void put_detail(void *context, const struct changes_detail *detail)
{
	const struct writing *to = context;

	out_string(to->out, "<li>");
	put_sign(to->out, detail->kind, MR_TONE_PLAIN);
	if (detail->key && detail->place) {
		html_words_fill(to->page, to->out, detail->key, detail->english,
				(struct fill_place){detail->place, detail->text});
	} else {
		if (detail->key)
			html_words_say(to->page, to->out, detail->key, detail->english);
		if (detail->key && (detail->rich || *detail->text))
			out_string(to->out, ": ");
		if (detail->rich)
			html_words_put(to->page, to->out, detail->rich);
		else if (detail->is_address)
			put_link(to->out, detail->text);
		else
			html_string(to->out, detail->text);
	}
	out_string(to->out, "</li>");
}

static void count_detail(void *context, const struct changes_detail *detail)
{
	(void)detail;
	++*(size_t *)context;
}

/* The details of an entry as a list, where it has any. */
static void put_details(struct html_page *page, struct out *out, const struct changes_entry *entry)
{
	struct writing to = {page, out};
	size_t n = 0;

	changes_details(page->m, entry, count_detail, &n);
	if (n == 0)
		return;
	out_string(out, "<ul>");
	changes_details(page->m, entry, put_detail, &to);
	out_string(out, "</ul>");
}

/* ---- marks */

static void open_mark(struct html_page *page, struct out *out, const struct changes_entry *entry)
{
	/* on paper all are open, and those with a value say no more than that */
	out_string(out, entry->what & VALUE ? " <details class=\"mr-then mr-val\"><summary>"
					    : " <details class=\"mr-then\"><summary>");
	put_sign(out, entry->kind, entry->tone);
	if (entry->tone == MR_TONE_LOUD)
		html_words_say(page, out, "change_lost", "no longer known");
	else
		html_words_say(page, out, "change_was", "was");
	out_string(out, "</summary>");
}

void html_changes_cell(struct html_page *page, struct out *out, uint32_t row, uint32_t col)
{
	struct changes_entry entry;

	if (!changes_find(page->m, CHANGES_CELL, row, col, &entry))
		return;
	open_mark(page, out, &entry);
	if (entry.what & VALUE)
		html_value_put(page, out, page->m->since->old, mr_then_cell(page->m, row, col));
	put_details(page, out, &entry);
	out_string(out, "</details>");
}

/* Where the list tells of a product, a category or a feature that is there. */
static void put_address(const struct html_page *page, struct out *out,
			const struct changes_entry *entry)
{
	switch (entry->at) {
	case CHANGES_PRODUCT:
		html_address_change(page, out, HTML_ID_PRODUCT,
				    mr_product_at(page->m, entry->index)->id);
		break;
	case CHANGES_CATEGORY:
		html_address_change(page, out, HTML_ID_CATEGORY,
				    mr_category_at(page->m, entry->index)->id);
		break;
	default:
		html_address_change(page, out, HTML_ID_FEATURE,
				    mr_feature_at(page->m, entry->index)->id);
	}
}

void html_changes_head(struct html_page *page, struct out *out, enum changes_at at, uint32_t index)
{
	struct changes_entry entry;

	if (!changes_find(page->m, at, index, 0, &entry))
		return;
	if (entry.kind == MR_CHANGE_ADDED) {
		out_string(out, " <small class=\"mr-new\">");
		put_sign(out, entry.kind, entry.tone);
		put_kind(page, out, entry.kind);
		out_string(out, "</small>");
		return;
	}
	/* A head holds no details, whatever browsers say of it: its own stand in the list. */
	out_string(out, " <small class=\"mr-new\">");
	put_sign(out, entry.kind, entry.tone);
	out_string(out, "<a href=\"");
	html_address_index(page, out);
	out_char(out, '#');
	put_address(page, out, &entry);
	out_string(out, "\">");
	html_words_say(page, out, "change_was", "was");
	out_string(out, "</a></small>");
}

bool html_changes_row(const struct html_page *page, uint32_t row)
{
	bool is_other = mr_was_other(mr_was_feature(page->m, row));

	for (uint32_t col = 0; col < page->m->products.n && !is_other && page->m->since; col++)
		is_other = mr_was_other(mr_was_cell(page->m, row, col));
	return is_other;
}

/* ---- the list */

/* The name of a feature leads to its row. */
static void put_feature(struct html_page *page, struct out *out, const struct changes_entry *entry)
{
	const struct mr_matrix *m = changes_matrix(page->m, entry);
	const struct mr_feature *feature = mr_feature_at(m, entry->index);
	bool is_there = entry->kind != MR_CHANGE_REMOVED && !html_words_have_link(feature->name);

	if (is_there) {
		out_string(out, "<a href=\"");
		html_address_link(page, out, HTML_ID_FEATURE, feature->id);
		out_string(out, "\">");
	}
	html_words_put(page, out, feature->name);
	out_string(out, is_there ? "</a>" : "");
}

static void put_name(struct html_page *page, struct out *out, const struct changes_entry *entry)
{
	const struct mr_matrix *m = changes_matrix(page->m, entry);
	const struct mr_category *category;

	switch (entry->at) {
	case CHANGES_PRODUCT:
		html_words_name(page, out, mr_product_at(m, entry->index)->name);
		break;
	case CHANGES_CATEGORY:
		category = mr_category_at(m, entry->index);
		if (mr_text_is_empty(category->name))
			html_string(out, category->id);
		else
			html_words_put(page, out, category->name);
		break;
	default: put_feature(page, out, entry);
	}
}

static void put_values(struct html_page *page, struct out *out, const struct changes_entry *entry)
{
	out_string(out, ": ");
	if (entry->what & VALUE) {
		html_value_put(page, out, page->m->since->old,
			       mr_then_cell(page->m, entry->index, entry->col));
		out_string(out, page->m->is_rtl ? " ← " : " → ");
	}
	html_value_put(page, out, page->m, mr_cell_at(page->m, entry->index, entry->col));
	if (entry->tone != MR_TONE_LOUD)
		return;
	out_string(out, " (<strong>");
	html_words_say(page, out, "change_lost", "no longer known");
	out_string(out, "</strong>)");
}

static void put_entry(struct html_page *page, struct out *out, const struct changes_entry *entry)
{
	out_string(out, "<li");
	if (entry->at != CHANGES_CELL && entry->kind == MR_CHANGE_CHANGED && !page->is_feed) {
		out_string(out, " id=\"");
		put_address(page, out, entry);
		out_char(out, '"');
	}
	out_char(out, '>');
	put_sign(out, entry->kind, entry->tone);
	put_name(page, out, entry);
	if (entry->at == CHANGES_CELL) {
		put_values(page, out, entry);
	} else if (entry->kind != MR_CHANGE_CHANGED) {
		out_string(out, " (");
		put_kind(page, out, entry->kind);
		out_char(out, ')');
	}
	put_details(page, out, entry);
	out_string(out, "</li>\n");
}

static void put_group(struct html_page *page, struct out *out, const struct changes_entry *entry)
{
	unsigned level = page->heading + 2 < 6 ? page->heading + 2 : 6;

	out_string(out, "<h");
	out_unsigned(out, level);
	out_char(out, '>');
	html_string(out, changes_group(page->m, entry));
	out_string(out, "</h");
	out_unsigned(out, level);
	out_string(out, ">\n");
}

struct own {
	const struct html_page *page;
	struct out *out;
	size_t n;
};

static void put_own(void *context, const char *then, const char *now)
{
	struct own *own = context;
	struct out *out = own->out;

	own->n++;
	out_string(out, "<p>");
	put_sign(out, MR_CHANGE_CHANGED, MR_TONE_PLAIN);
	html_words_plain(out, then, strlen(then));
	out_string(out, own->page->m->is_rtl ? " ← " : " → ");
	html_words_plain(out, now, strlen(now));
	out_string(out, "</p>\n");
}

size_t html_changes_document(struct html_page *page, struct out *out)
{
	struct own own = {page, out, 0};

	changes_details_document(page->m, put_own, &own);
	return own.n;
}

size_t html_changes_group(struct html_page *page, struct out *out, const struct changes *changes,
			  size_t first)
{
	size_t i = first;

	out_string(out, "<ul>\n");
	do
		put_entry(page, out, &changes->at[i++]);
	while (i < changes->n && !changes_begins_group(changes, i));
	out_string(out, "</ul>\n");
	return i - first;
}

void html_changes_put(struct html_page *page, struct out *out)
{
	struct changes changes;

	if (!page->m->since)
		return;
	html_changes_document(page, out);
	changes_list(&changes, page->m);
	for (size_t i = 0; i < changes.n;) {
		put_group(page, out, &changes.at[i]);
		i += html_changes_group(page, out, &changes, i);
	}
	if (page->m->since->n_changes == 0) {
		out_string(out, "<p>");
		html_words_say(page, out, "changes_none", "Nothing changed.");
		out_string(out, "</p>\n");
	}
	out->failed |= changes.failed;
	changes_release(&changes);
}
