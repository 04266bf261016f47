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
