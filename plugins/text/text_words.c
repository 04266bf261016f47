/* SPDX-License-Identifier: MIT */
#include "text/text_words.h"

#include "common/change/changes.h"
#include "common/write/fill.h"
#include "common/write/number.h"

static uint8_t ink_of(uint32_t kind)
{
	switch (kind) {
	case MR_SPAN_EMPHASIS: return TEXT_EMPHASIS;
	case MR_SPAN_STRONG: return TEXT_STRONG;
	case MR_SPAN_STRONG_EMPHASIS: return TEXT_STRONG | TEXT_EMPHASIS;
	default: return TEXT_PLAIN;
	}
}

/* ---- links */

static bool can_follow(const struct text_page *page, const char *url)
{
	return page->pen.has_escapes && text_escape_can_link(url);
}

/* The number under which the terminal follows it, 0 where it cannot. */
static uint32_t followed(struct text_page *page, const char *url)
{
	return *url && can_follow(page, url) ? links_add(&page->followed, url, 0) : 0;
}

static bool is_listed(const struct text_page *page, const char *url)
{
	return *url && (page->is.lists_links || !can_follow(page, url));
}

/* Whether the words are the address: whoever reads them needs no number. */
static bool says_address(const char *words, size_t n, const char *url)
{
	size_t length;

	if (strncmp(url, "mailto:", 7) == 0)
		url += 7;
	length = strlen(url);
	return length == n && memcmp(words, url, n) == 0;
}

void text_words_reference(struct text_page *page, struct text_flow *flow, const char *url,
			  bool is_first)
{
	char mark[NUMBER_SIZE + 2] = "[";
	size_t n = number_unsigned(mark + 1, links_add(&page->listed, url, 0)) + 1;

	mark[n++] = ']';
	if (is_first)
		text_flow_string(flow, " ", TEXT_PLAIN, TEXT_GLUED);
	text_flow_add(flow, mark, n, TEXT_PLAIN, followed(page, url),
		      is_first ? TEXT_LOOSE : TEXT_GLUED);
}

/* ---- texts */

void text_words_rich(struct text_page *page, struct text_flow *flow, const struct mr_text *text,
		     const char *url, uint8_t ink)
{
	const struct mr_span *first = NULL; /* of the link that goes on */

	for (uint32_t i = 0; i < text->spans.n; i++) {
		const struct mr_span *span = mr_span_at(text, i), *next = mr_span_at(text, i + 1);
		const char *to = *span->url ? span->url : url;

		text_flow_add(flow, span->text, span->n_bytes, ink | ink_of(span->kind),
			      followed(page, to), TEXT_LOOSE);
		if (!first)
			first = span;
		if (!*span->url || (next && next->url == span->url))
			continue;
		if (is_listed(page, span->url) &&
		    !(first == span && says_address(span->text, span->n_bytes, span->url)))
			text_words_reference(page, flow, span->url, false);
		first = NULL;
	}
	if (is_listed(page, url))
		text_words_reference(page, flow, url, false);
}

void text_words_linked(struct text_page *page, struct text_flow *flow, const char *words,
		       const char *url, uint8_t ink)
{
	size_t n = strlen(words);

	text_flow_add(flow, words, n, ink, followed(page, url), TEXT_LOOSE);
	if (is_listed(page, url) && !says_address(words, n, url))
		text_words_reference(page, flow, url, false);
}

void text_words_address(struct text_page *page, struct text_flow *flow, const char *url)
{
	text_flow_add(flow, url, strlen(url), TEXT_PLAIN, followed(page, url), TEXT_LOOSE);
}

struct text_extent text_words_extent(struct text_page *page, const struct mr_text *text)
{
	struct text_extent *known = text->id < page->m->n_texts ? &page->extents[text->id] : NULL;
	struct text_extent extent;

	if (known && known->natural != TEXT_UNKNOWN)
		return *known;
	text_flow_clear(&page->flow);
	text_words_rich(page, &page->flow, text, "", TEXT_PLAIN);
	text_flow_close(&page->flow);
	extent = text_flow_extent(&page->flow);
	if (known)
		*known = extent;
	return extent;
}

void text_words_say(struct text_page *page, struct text_flow *flow, const char *key,
		    const char *english, uint8_t ink)
{
	text_flow_string(flow, mr_word(page->m, key, english), ink, TEXT_LOOSE);
}

void text_words_fill(struct text_page *page, struct text_flow *flow, const char *key,
		     const char *english, const char *place, const char *value, uint8_t ink)
{
	const struct fill_place places[] = {{place, value}};
	struct out out;

	out_to_memory(&out, 0);
	fill_write(&out, mr_word(page->m, key, english), places, 1, NULL);
	text_flow_string(flow, out_at(&out), ink, TEXT_LOOSE);
	page->failed = page->failed || out.failed;
	out_release(&out);
}

/* ---- statuses and marks */

const char *text_words_symbol(const struct text_page *page, const struct mr_status *status)
{
	static const char *const symbols[MR_N_LIKES] = {"+", "~", "-", "?", "/"};
	bool is_ascii = true;

	for (const char *at = status->symbol; *at; at++)
		is_ascii = is_ascii && (unsigned char)*at < 0x80;
	if (is_ascii || page->is.style != TEXT_ASCII || status->like >= MR_N_LIKES)
		return status->symbol;
	return symbols[status->like];
}

uint8_t text_words_ink(uint32_t like)
{
	return like < MR_N_LIKES ? (uint8_t)((like + 1) << TEXT_LIKE_SHIFT) : TEXT_PLAIN;
}

void text_words_mark(struct text_page *page, struct text_flow *flow, uint32_t number)
{
	static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
	char digits[NUMBER_SIZE];
	size_t n = number_unsigned(digits, number);

	if (page->is.style == TEXT_ASCII)
		text_flow_string(flow, "(", TEXT_PLAIN, TEXT_GLUED);
	for (size_t i = 0; i < n; i++) {
		if (page->is.style == TEXT_ASCII)
			text_flow_add(flow, &digits[i], 1, TEXT_PLAIN, 0, TEXT_GLUED);
		else
			text_flow_string(flow, raised[digits[i] - '0'], TEXT_PLAIN, TEXT_GLUED);
	}
	if (page->is.style == TEXT_ASCII)
		text_flow_string(flow, ")", TEXT_PLAIN, TEXT_GLUED);
}

void text_words_marks(struct text_page *page, struct text_flow *flow, const struct mr_array *notes)
{
	for (uint32_t i = 0; i < notes->n; i++) {
		const struct mr_note *note = mr_note_at(page->m, mr_index_at(notes, i));

		if (!note)
			continue;
		if (i > 0 && page->is.style != TEXT_ASCII)
			text_flow_string(flow, ",", TEXT_PLAIN, TEXT_GLUED);
		text_words_mark(page, flow, note->number);
	}
}

/* ---- changes */

/* The colours of yes and no, which are told apart by who tells few; each beside its sign. */
static uint8_t change_ink(uint32_t kind, uint32_t tone)
{
	if (kind == MR_CHANGE_ADDED)
		return text_words_ink(MR_LIKE_YES);
	if (kind == MR_CHANGE_REMOVED || tone == MR_TONE_LOUD)
		return (uint8_t)(text_words_ink(MR_LIKE_NO) | TEXT_STRONG);
	return tone == MR_TONE_QUIET ? TEXT_FAINT : text_words_ink(MR_LIKE_PARTIAL);
}

void text_words_sign(const struct text_page *page, struct text_flow *flow, uint32_t kind,
		     uint32_t tone, enum text_hold hold)
{
	text_flow_string(flow,
			 page->is.style == TEXT_ASCII ? changes_ascii_sign(kind, tone)
						      : changes_sign(kind, tone),
			 change_ink(kind, tone), hold);
}

void text_words_mark_sign(const struct text_page *page, struct text_flow *flow, uint32_t kind,
			  uint32_t tone, enum text_hold hold)
{
	bool is_ascii = page->is.style == TEXT_ASCII;

	text_flow_string(flow, is_ascii ? "(" : "", TEXT_PLAIN, hold);
	text_words_sign(page, flow, kind, tone, is_ascii ? TEXT_GLUED : hold);
	text_flow_string(flow, is_ascii ? ")" : "", TEXT_PLAIN, TEXT_GLUED);
}

void text_words_was(const struct text_page *page, struct text_flow *flow, const struct mr_was *was)
{
	if (!mr_was_other(was))
		return;
	text_flow_string(flow, " ", TEXT_PLAIN, TEXT_GLUED);
	text_words_mark_sign(page, flow, was->kind, was->tone, TEXT_GLUED);
}
