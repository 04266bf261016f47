/* SPDX-License-Identifier: MIT */
#include "html/feed/html_feed.h"

#include "common/change/changes.h"
#include "common/write/ascii.h"
#include "common/write/moment.h"
#include "html/page/html_changes.h"
#include "html/html_escape.h"

#include <string.h>

#define FEED_PART "changes"
#define FEED_SUFFIX "atom"

/*
 * Texts are escaped as those of the page: what HTML writes for & < > " ' is XML as well, and the host's texts hold no
 * character that XML has no place for.
 */

/* ---- the day */

/* The edition's own; else that of the clock.  Year 0: there is none. */
static struct mr_date day_of(const struct html_page *page)
{
	const struct mr_job *job = page->job;
	struct moment moment;

	if (page->m->as_of.year > 0 || job->clock == MR_NO_CLOCK)
		return page->m->as_of;
	moment = moment_of(job->clock);
	return (struct mr_date){(int16_t)moment.year, (uint8_t)moment.month, (uint8_t)moment.day};
}

static void put_moment(struct html_page *page, struct out *out)
{
	out_string(out, "<updated>");
	out_date(out, day_of(page));
	out_string(out, "T00:00:00Z</updated>\n");
}

/* ---- addresses */

/* The page's address without the place in it. */
static size_t n_base(const char *url)
{
	return strcspn(url, "#");
}

/* The host of an address, without a user and a port: the authority of a tag (RFC 4151, 2.1). */
static void put_authority(struct out *out, const char *url)
{
	const char *at = strstr(url, "://") + 3, *end = at + strcspn(at, "/?#");

	for (const char *c = at; c < end; c++)
		at = *c == '@' ? c + 1 : at;
	for (; at < end && *at != ':'; at++)
		html_text(out, (const char[]){ascii_lower(*at)}, 1);
}

/* What a tag may hold as it is; the rest by its bytes. */
static void put_specific(struct out *out, const char *text)
{
	static const char hex[] = "0123456789ABCDEF";

	for (; *text; text++) {
		unsigned char byte = (unsigned char)*text;
		bool is_kept = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
			       (byte >= '0' && byte <= '9') || strchr("-._", byte);

		if (is_kept) {
			out_char(out, (char)byte);
			continue;
		}
		out_char(out, '%');
		out_char(out, hex[byte >> 4]);
		out_char(out, hex[byte & 15]);
	}
}

/* Resolved by hand, as some readers leave a link that is relative as it is. */
static void put_whole(struct html_page *page, struct out *out, const char *relative)
{
	size_t n = n_base(page->url);

	if (*relative && *relative != '#') {
		const char *path = strchr(strstr(page->url, "://") + 3, '/');
		size_t n_path = path ? strcspn(path, "?#") : 0;

		while (n_path > 0 && path[n_path - 1] != '/')
			n_path--;
		n = path ? (size_t)(path - page->url) + n_path : n;
		html_text(out, page->url, n);
		out_string(out, path ? "" : "/");
	} else {
		html_text(out, page->url, n);
	}
	html_text(out, relative, strlen(relative));
}

/* ---- an entry */

/* What an entry tells of, for its id and its place in the page. */
struct topic {
	const char *kind; /* "products", "document"; "" for a product */
	const char *product; /* its id */
	const char *name;
	size_t n; /* changes */
};

static void put_id(struct html_page *page, struct out *out, const struct topic *topic)
{
	out_string(out, "<id>tag:");
	put_authority(out, page->url);
	out_char(out, ',');
	out_date(out, day_of(page));
	out_char(out, ':');
	put_specific(out, page->m->base_name);
	out_char(out, '/');
	put_specific(out, *topic->kind ? topic->kind : "product");
	if (!*topic->kind) {
		out_char(out, '/');
		put_specific(out, topic->product);
	}
	out_string(out, "</id>\n");
}

static void put_link(struct html_page *page, struct out *out, const struct topic *topic)
{
	struct out relative;

	out_to_memory(&relative, 0);
	if (*topic->kind) {
		out_char(&relative, '#');
		out_string(&relative, page->prefix);
		out_string(&relative, "mr-changes");
	} else {
		html_address_link(page, &relative, HTML_ID_PRODUCT, topic->product);
	}
	out_string(out, "<link rel=\"alternate\" type=\"text/html\" href=\"");
	put_whole(page, out, out_at(&relative));
	out_string(out, "\"/>\n");
	out->failed |= relative.failed;
	out_release(&relative);
}

/* `markup` is what the page has, and here a text (RFC 4287, 3.1.1.2). */
static void put_entry(struct html_page *page, struct out *out, const struct topic *topic,
		      struct out *markup)
{
	const char *text = out_at(markup);

	out_string(out, "<entry>\n<title>");
	html_text(out, topic->name, strlen(topic->name));
	out_string(out, " (");
	out_unsigned(out, topic->n);
	out_string(out, ")</title>\n");
	put_id(page, out, topic);
	put_link(page, out, topic);
	put_moment(page, out);
	out_string(out, "<content type=\"html\">");
	html_text(out, text, strlen(text));
	out_string(out, "</content>\n</entry>\n");
	out->failed |= markup->failed;
}

static struct topic topic_of(struct html_page *page, const struct changes_entry *entry)
{
	static const char *const kinds[] = {[CHANGES_PRODUCT] = "products",
					    [CHANGES_CATEGORY] = "categories",
					    [CHANGES_FEATURE] = "features",
					    [CHANGES_CELL] = ""};

	return (struct topic){
		.kind = kinds[entry->at],
		.product = entry->at == CHANGES_CELL ? mr_product_at(page->m, entry->col)->id : "",
		.name = changes_group(page->m, entry)};
}

static void put_document(struct html_page *page, struct out *out)
{
	struct topic topic = {.kind = "document", .name = page->title};
	struct out markup;

	out_to_memory(&markup, 0);
	topic.n = html_changes_document(page, &markup);
	if (topic.n > 0)
		put_entry(page, out, &topic, &markup);
	out_release(&markup);
}

static void put_entries(struct html_page *page, struct out *out)
{
	struct changes changes;
	struct out markup;

	put_document(page, out);
	out_to_memory(&markup, 0);
	changes_list(&changes, page->m);
	for (size_t i = 0; i < changes.n;) {
		struct topic topic = topic_of(page, &changes.at[i]);

		out_clear(&markup);
		topic.n = html_changes_group(page, &markup, &changes, i);
		put_entry(page, out, &topic, &markup);
		i += topic.n;
	}
	out->failed |= changes.failed;
	changes_release(&changes);
	out_release(&markup);
}

/* ---- the feed */

static void put_author(struct html_page *page, struct out *out)
{
	const struct mr_credit *credit = &page->m->credit;
	const char *name = *credit->text ? credit->text : page->title;

	out_string(out, "<author><name>");
	html_text(out, name, strlen(name));
	out_string(out, "</name>");
	if (*credit->url && html_is_safe_url(credit->url)) {
		out_string(out, "<uri>");
		html_url(out, credit->url);
		out_string(out, "</uri>");
	}
	out_string(out, "</author>\n");
}

static void put_leaf(struct out *out, const char *element, const char *text)
{
	if (!*text)
		return;
	out_char(out, '<');
	out_string(out, element);
	out_char(out, '>');
	html_text(out, text, strlen(text));
	out_string(out, "</");
	out_string(out, element);
	out_string(out, ">\n");
}

static void put_head(struct html_page *page, struct out *out)
{
	out_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
	html_string(out, page->m->language);
	out_string(out, "\" xml:base=\"");
	put_whole(page, out, "");
	out_string(out, "\">\n");
	put_leaf(out, "title", page->title);
	put_leaf(out, "subtitle", page->m->subtitle);
	out_string(out, "<id>");
	put_whole(page, out, "");
	out_string(out, "</id>\n<link rel=\"alternate\" type=\"text/html\" href=\"");
	put_whole(page, out, "");
	out_string(out, "\"/>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"");
	put_whole(page, out, page->feed);
	out_string(out, "\"/>\n");
	put_moment(page, out);
	put_author(page, out);
	put_leaf(out, "rights", page->m->credit.license);
	put_leaf(out, "generator", page->job->generator);
}

static const char *what_lacks(const struct html_page *page)
{
	if (!page->m->since)
		return "--since and an older edition: it tells what changed";
	if (!*page->url)
		return "-O url= and the address where the page will stand: its entries are known by it";
	if (day_of(page).year <= 0)
		return "a day: as_of in the dataset, or --today";
	return NULL;
}

int html_feed_begin(struct html_page *page)
{
	struct mr_job *job = page->job;
	const struct mr_files_1 *files = (const struct mr_files_1 *)job->service(job, MR_FILES_1);
	const char *lacks = what_lacks(page);

	if (lacks) {
		job->diag(job, MR_ERROR, NULL, "a feed needs %s", lacks);
		return -1;
	}
	page->feed = files->name(job, FEED_PART, FEED_SUFFIX);
	return 0;
}

int html_feed_write(struct html_page *page)
{
	struct mr_job *job = page->job;
	const struct mr_files_1 *files = (const struct mr_files_1 *)job->service(job, MR_FILES_1);
	struct out out;
	int status = 0;

	page->is_index = page->places != NULL; /* nothing stands in the feed itself */
	page->is_feed = true;
	html_page_forget(page);
	out_to_sink(&out, files->open(job, FEED_PART, FEED_SUFFIX));
	put_head(page, &out);
	put_entries(page, &out);
	out_string(&out, "</feed>\n");
	if (out_finish(&out) || page->texts.failed) {
		job->diag(job, MR_ERROR, NULL, "out of memory");
		status = -1;
	}
	out_release(&out);
	return status;
}
