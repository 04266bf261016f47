/* SPDX-License-Identifier: MIT */
#include "html/html_page.h"

#include "html/html_escape.h"

static bool is_reserved(const char *id)
{
	static const char *const prefixes[] = {"product-", "category-", "note-",
					       "feature-", "ref-",      "mr-"};

	if (!strchr(id, '-'))
		return false;
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++)
		if (strncmp(id, prefixes[i], strlen(prefixes[i])) == 0)
			return true;
	return false;
}

static void put_name(struct out *out, enum html_id kind, const char *id)
{
	static const char *const prefixes[] = {"", "product-", "category-"};

	out_string(out, kind == HTML_ID_FEATURE && is_reserved(id) ? "feature-" : prefixes[kind]);
	html_string(out, id);
}

void html_address_put(const struct html_page *page, struct out *out, enum html_id kind,
		      const char *id)
{
	html_string(out, page->prefix);
	put_name(out, kind, id);
}

/* ---- several pages */

/* Whether the page has it, where there are several. */
static bool stands_here(const struct html_page *page, enum html_id kind, const char *id)
{
	const struct mr_matrix *m = page->m;
	uint32_t n = kind == HTML_ID_FEATURE   ? m->features.n
		     : kind == HTML_ID_PRODUCT ? m->products.n
					       : m->categories.n;

	for (uint32_t i = 0; i < n && !page->is_index; i++) {
		const char *other = kind == HTML_ID_FEATURE   ? mr_feature_at(m, i)->id
				    : kind == HTML_ID_PRODUCT ? mr_product_at(m, i)->id
							      : mr_category_at(m, i)->id;

		if (strcmp(other, id) == 0)
			return true;
	}
	return false;
}

/* The page of it; a feature's is its category's.  "" for what is nowhere. */
static const char *file_of(const struct html_places *places, enum html_id kind, const char *id)
{
	const struct mr_matrix *m = places->whole;

	for (uint32_t i = 0; kind == HTML_ID_FEATURE && i < m->features.n; i++)
		if (strcmp(mr_feature_at(m, i)->id, id) == 0)
			return places->categories[mr_feature_at(m, i)->category];
	for (uint32_t i = 0; kind == HTML_ID_PRODUCT && i < m->products.n; i++)
		if (strcmp(mr_product_at(m, i)->id, id) == 0)
			return places->products[i];
	for (uint32_t i = 0; kind == HTML_ID_CATEGORY && i < m->categories.n; i++)
		if (strcmp(mr_category_at(m, i)->id, id) == 0)
			return places->categories[i];
	return "";
}

void html_address_link(const struct html_page *page, struct out *out, enum html_id kind,
		       const char *id)
{
	if (page->places && !stands_here(page, kind, id))
		html_url(out, file_of(page->places, kind, id));
	out_char(out, '#');
	html_address_put(page, out, kind, id);
}

/* What an address of the page stands for; false where it is of nothing in the table. */
static bool find_meant(const struct mr_matrix *m, const char *address, enum html_id *kind,
		       const char **id)
{
	static const char *const prefixes[] = {"feature-", "product-", "category-"};

	for (int i = HTML_ID_FEATURE; i <= HTML_ID_CATEGORY; i++) {
		size_t n = strlen(prefixes[i]);
		struct html_page whole = {.m = m};

		*kind = (enum html_id)i;
		*id = strncmp(address, prefixes[i], n) == 0 ? address + n : address;
		/* without its prefix only a feature can be meant, and not one that needs it */
		if (*id == address && (i != HTML_ID_FEATURE || is_reserved(address)))
			continue;
		if (stands_here(&whole, *kind, *id))
			return true;
	}
	return false;
}

void html_address_jump(const struct html_page *page, struct out *out, const char *url)
{
	enum html_id kind;
	const char *id;

	if (page->places && *url == '#' && find_meant(page->places->whole, url + 1, &kind, &id))
		html_address_link(page, out, kind, id);
	else
		html_url(out, url);
}

void html_address_index(const struct html_page *page, struct out *out)
{
	if (page->places && !page->is_index)
		html_url(out, page->places->index);
}

/* ---- parts of the page */

void html_address_change(const struct html_page *page, struct out *out, enum html_id kind,
			 const char *id)
{
	html_string(out, page->prefix);
	out_string(out, "mr-change-");
	put_name(out, kind, id);
}

void html_address_note(const struct html_page *page, struct out *out, const struct mr_note *note)
{
	html_string(out, page->prefix);
	out_string(out, "note-");
	out_unsigned(out, note->number);
}

void html_address_mark(const struct html_page *page, struct out *out, const struct mr_note *note,
		       uint32_t nth)
{
	html_string(out, page->prefix);
	out_string(out, "ref-");
	out_unsigned(out, note->number);
	out_char(out, '-');
	out_unsigned(out, nth);
}

/*
 * By what the script leaves alone: it puts something before the id of a fragment that comes twice.
 * The id serves templates of users that were written before there was the other.
 */
void html_address_scope(const struct html_page *page, struct out *out)
{
	out_string(out, ":is([data-scope=\"");
	out_string(out, page->prefix);
	out_string(out, "\"],[id=\"");
	out_string(out, page->prefix);
	out_string(out, "mr-report\"])");
}
