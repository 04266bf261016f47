/* SPDX-License-Identifier: MIT */
/* Words: rich texts, and those of the interface. */
#include "html/html_page.h"

#include "common/write/isolate.h"
#include "html/html_escape.h"
#include "html/html_long.h"

/* The element a span stands in, or null for plain text and for kinds this file does not know. */
static const char *element_of(const struct mr_span *span)
{
	switch (span->kind) {
	case MR_SPAN_CODE: return "code";
	case MR_SPAN_EMPHASIS: return "em";
	case MR_SPAN_STRONG: return "strong";
	default: return NULL;
	}
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The bytes of a day that begins here, 0 for none: four digits, two and two. */
static size_t day_length(const char *text, size_t n)
{
	static const char shape[] = "9999-99-99";
	size_t length = sizeof(shape) - 1;

	if (n < length || (n > length && is_digit(text[length])))
		return 0;
	for (size_t i = 0; i < length; i++)
		if (shape[i] == '-' ? text[i] != '-' : !is_digit(text[i]))
			return 0;
	return length;
}

void html_words_plain(struct out *out, const char *text, size_t n)
{
	size_t begin = 0, at = 0;

	while (at < n) {
		bool is_start = is_digit(text[at]) && (at == 0 || !is_digit(text[at - 1]));
		size_t length = is_start ? day_length(text + at, n - at) : 0;

		if (length == 0) {
			at++;
			continue;
		}
		html_text(out, text + begin, at - begin);
		out_string(out, "<span class=\"mr-day\">");
		out_bytes(out, text + at, length);
		out_string(out, "</span>");
		at += length;
		begin = at;
	}
	html_text(out, text + begin, n - begin);
}

static void put_span(struct out *out, const struct mr_span *span, bool is_rtl)
{
	const char *element = element_of(span);

	if (span->kind == MR_SPAN_BREAK) {
		out_string(out, "<br>");
		return;
	}
	if (span->kind == MR_SPAN_STRONG_EMPHASIS)
		out_string(out, "<strong><em>");
	if (element) {
		out_char(out, '<');
		out_string(out, element);
		out_char(out, '>');
	}
	if (is_rtl)
		html_words_plain(out, span->text, span->n_bytes);
	else
		html_long_put(out, span->text, span->n_bytes, html_words_plain);
	if (element) {
		out_string(out, "</");
		out_string(out, element);
		out_char(out, '>');
	}
	if (span->kind == MR_SPAN_STRONG_EMPHASIS)
		out_string(out, "</em></strong>");
}

static void make(const struct html_page *page, struct out *out, const struct mr_text *text)
{
	bool is_isolated = isolate_is_needed(text->plain, text->n_bytes, page->m->is_rtl);
	const char *open = "";

	out_string(out, is_isolated ? "<bdi>" : "");

	for (uint32_t i = 0; i < text->spans.n; i++) {
		const struct mr_span *span = mr_span_at(text, i);
		const char *url = *span->url && html_is_safe_url(span->url) ? span->url : "";

		if (*open && url != open)
			out_string(out, "</a>");
		if (*url && url != open) {
			out_string(out, "<a href=\"");
			html_address_jump(page, out, url);
			out_string(out, "\">");
		}
		open = url;
		put_span(out, span, page->m->is_rtl || is_isolated);
	}
	if (*open)
		out_string(out, "</a>");
	out_string(out, is_isolated ? "</bdi>" : "");
}

static struct mr_bytes rich(struct html_page *page, const struct mr_text *text)
{
	struct html_kept *kept;

	if (text->id >= page->m->n_texts || page->texts.failed)
		return (struct mr_bytes){text->plain, 0};
	kept = &page->kept[text->id];
	if (!kept->is_made) {
		kept->at = page->texts.n;
		make(page, &page->texts, text);
		kept->n = (uint32_t)(page->texts.n - kept->at);
		kept->is_made = true;
	}
	if (page->texts.failed)
		return (struct mr_bytes){text->plain, 0};
	return (struct mr_bytes){page->texts.at + kept->at, kept->n};
}

void html_words_put(struct html_page *page, struct out *out, const struct mr_text *text)
{
	struct mr_bytes bytes = rich(page, text);

	out_bytes(out, bytes.at, bytes.n);
}

void html_words_head(const struct html_page *page, struct out *out, const char *name)
{
	if (page->m->is_rtl || isolate_is_needed(name, strlen(name), false))
		html_words_name(page, out, name);
	else
		html_long_put(out, name, strlen(name), html_text);
}

void html_words_name(const struct html_page *page, struct out *out, const char *name)
{
	bool is_isolated = isolate_is_needed(name, strlen(name), page->m->is_rtl);

	out_string(out, is_isolated ? "<bdi>" : "");
	html_string(out, name);
	out_string(out, is_isolated ? "</bdi>" : "");
}

bool html_words_have_link(const struct mr_text *text)
{
	for (uint32_t i = 0; i < text->spans.n; i++)
		if (*mr_span_at(text, i)->url)
			return true;
	return false;
}

void html_words_say(struct html_page *page, struct out *out, const char *key, const char *english)
{
	html_string(out, html_phrases_find(page, key, english));
}

void html_words_note(struct html_page *page, struct out *out, const struct mr_note *note)
{
	html_words_say(page, out, "note", "Note");
	out_char(out, ' ');
	out_unsigned(out, note->number);
}

void html_words_value(const struct html_page *page, struct out *out, const char *value)
{
	if (!page->m->is_rtl) {
		isolate_put(out, value, false);
		return;
	}
	out_string(out, HTML_ISOLATE);
	out_string(out, value);
	out_string(out, HTML_END_ISOLATE);
}

void html_words_fill(struct html_page *page, struct out *out, const char *key, const char *english,
		     struct fill_place place)
{
	struct out value;

	out_to_memory(&value, 0);
	html_words_value(page, &value, place.value);
	place.value = out_at(&value);
	fill_write(out, html_phrases_find(page, key, english), &place, 1, html_words_plain);
	out_release(&value);
}
