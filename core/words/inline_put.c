/* SPDX-License-Identifier: MIT */
/* inline_put() - words and pieces as Markdown that reads back alike. */
#include "words/inline.h"

#include <string.h>

/* How careful the writing is; each is tried where the one before reads back otherwise. */
enum care { CARE_NONE, CARE_ESCAPES, CARE_PLAIN, CARE_N };

/* What stands raised has its own signs as far as Unicode has them; "^" before the rest. */
static const struct {
	char plain;
	const char *raised;
} raised_signs[] = {{'0', "⁰"}, {'1', "¹"}, {'2', "²"}, {'3', "³"}, {'4', "⁴"}, {'5', "⁵"},
		    {'6', "⁶"}, {'7', "⁷"}, {'8', "⁸"}, {'9', "⁹"}, {'+', "⁺"}, {'-', "⁻"},
		    {'(', "⁽"}, {')', "⁾"}, {'n', "ⁿ"}, {'i', "ⁱ"}};

static const char *raised_sign(char c)
{
	for (size_t i = 0; i < sizeof(raised_signs) / sizeof(raised_signs[0]); i++) {
		if (raised_signs[i].plain == c)
			return raised_signs[i].raised;
	}
	return NULL;
}

static void put_words(struct buf *out, const char *words, size_t n, enum care care)
{
	for (size_t i = 0; i < n; i++) {
		if (words[i] == '\n') {
			buf_put_text(out, "\\\n");
			continue;
		}
		if (care != CARE_NONE && strchr("\\`*_[]<>&!~#", words[i]))
			buf_put_byte(out, '\\');
		buf_put_byte(out, words[i]);
	}
}

static void put_raised(struct buf *out, const char *words, size_t n, enum care care)
{
	bool has_all = true;

	for (size_t i = 0; i < n; i++)
		has_all = has_all && raised_sign(words[i]);
	if (!has_all) {
		/* letters and signs that are a mark need no sign before them */
		if (n > 2)
			buf_put_byte(out, '^');
		put_words(out, words, n, care);
		return;
	}
	for (size_t i = 0; i < n; i++)
		buf_put_text(out, raised_sign(words[i]));
}

/* A code span as CommonMark 0.30, 6.1 reads it back: more backticks than stand in it in a row. */
static void put_code(struct buf *out, const char *words, size_t n)
{
	size_t longest = 0, run = 0;
	bool pad = words[0] == '`' || words[n - 1] == '`';

	for (size_t i = 0; i < n; i++) {
		run = words[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	for (size_t i = 0; i <= longest; i++)
		buf_put_byte(out, '`');
	buf_put_text(out, pad ? " " : "");
	buf_put(out, words, n);
	buf_put_text(out, pad ? " " : "");
	for (size_t i = 0; i <= longest; i++)
		buf_put_byte(out, '`');
}

static void put_piece(struct buf *out, const struct inline_text *text,
		      const struct inline_piece *piece, enum care care)
{
	const char *words = text->words + piece->first;
	const char *emphasis = "";
	size_t n = piece->n, before = 0, behind = 0;

	if (piece->flags & INLINE_CODE) {
		put_code(out, words, n);
		return;
	}
	if (piece->flags & INLINE_RAISED) {
		put_raised(out, words, n, care);
		return;
	}
	if (piece->flags & INLINE_REFERENCE) {
		buf_put_text(out, care == CARE_NONE ? "[^" : "\\[^");
		put_words(out, words, n, care);
		buf_put_text(out, care == CARE_NONE ? "]" : "\\]");
		return;
	}
	if (care != CARE_PLAIN && (piece->flags & (INLINE_STRONG | INLINE_EMPHASIS)))
		emphasis = !(piece->flags & INLINE_STRONG)     ? "*"
			   : !(piece->flags & INLINE_EMPHASIS) ? "**"
							       : "***";
	/* emphasis begins and ends with words */
	while (emphasis[0] && before < n && strchr(" \n", words[before]))
		before++;
	while (emphasis[0] && behind < n - before && strchr(" \n", words[n - 1 - behind]))
		behind++;
	if (before + behind == n)
		emphasis = "";
	put_words(out, words, before, care);
	buf_put_text(out, emphasis);
	put_words(out, words + before, n - before - behind, care);
	buf_put_text(out, emphasis);
	put_words(out, words + n - behind, behind, care);
}

static void put_address(struct buf *out, const char *url)
{
	bool needs = strpbrk(url, "()<>\\ *_") != NULL;

	buf_put_text(out, needs ? "<" : "");
	for (; *url; url++) {
		if (*url == '<' || *url == '>')
			buf_printf(out, "%%%02X", (unsigned)(unsigned char)*url);
		else
			buf_put_byte(out, *url);
	}
	buf_put_text(out, needs ? ">" : "");
}

/* Pieces from `i` on that are one link; the index behind them. */
static uint32_t put_link(struct buf *out, const struct inline_text *text, uint32_t i,
			 enum care care)
{
	const char *url = text->pieces[i].url;
	uint32_t end = i, words = 0;

	for (; end < text->n_pieces && text->pieces[end].url == url; end++)
		words += text->pieces[end].n;
	if (words == strlen(url) && memcmp(text->words + text->pieces[i].first, url, words) == 0 &&
	    strstr(url, "://")) {
		buf_printf(out, "<%s>", url);
		return end;
	}
	buf_put_byte(out, '[');
	for (; i < end; i++)
		put_piece(out, text, &text->pieces[i], care);
	buf_put_text(out, "](");
	put_address(out, url);
	buf_put_byte(out, ')');
	return end;
}

static void put_with(struct buf *out, const struct inline_text *text, bool without_links,
		     enum care care)
{
	for (uint32_t i = 0; i < text->n_pieces;) {
		if (text->pieces[i].url[0] && !without_links)
			i = put_link(out, text, i, care);
		else
			put_piece(out, text, &text->pieces[i++], care);
	}
}

static bool holds_markup(const struct inline_text *text)
{
	if (strpbrk(text->words, "\\`*_[]<>&!~#\n"))
		return true;
	return text->n_pieces > 1 ||
	       (text->n_pieces && (text->pieces[0].flags || text->pieces[0].url[0]));
}

/* The words that are to come back: those of the text, with raised signs as they are written. */
static void put_expected(struct buf *out, const struct inline_text *text)
{
	for (uint32_t i = 0; i < text->n_pieces; i++) {
		const struct inline_piece *piece = &text->pieces[i];
		const char *words = text->words + piece->first;

		if (piece->flags & INLINE_RAISED)
			put_raised(out, words, piece->n, CARE_NONE);
		else if (piece->flags & INLINE_REFERENCE)
			buf_printf(out, "[^%.*s]", (int)piece->n, words);
		else
			buf_put(out, words, piece->n);
	}
}

static bool has_url(const struct mr_text *text, const char *url)
{
	for (uint32_t i = 0; i < text->spans.n; i++) {
		if (strcmp(mr_span_at(text, i)->url, url) == 0)
			return true;
	}
	return false;
}

/* Whether the Markdown reads back as the words and the links. */
static bool reads_back(struct inline_pool *pool, const char *source, size_t n,
		       const struct inline_text *text, bool without_links)
{
	const struct markdown_finding *findings;
	/* the pool of texts borrows what it is given */
	const char *copy = arena_copy(&pool->arena, source, n);
	const struct mr_text *back = copy ? texts_rich(&pool->texts, copy, n, &findings) : NULL;

	if (!back) {
		pool->failed = true;
		return true;
	}
	buf_clear(&pool->scratch);
	put_expected(&pool->scratch, text);
	if (findings || strcmp(back->plain, buf_text(&pool->scratch)) != 0)
		return false;
	for (uint32_t i = 0; i < text->n_pieces; i++) {
		if (text->pieces[i].url[0] && !without_links && !has_url(back, text->pieces[i].url))
			return false;
	}
	/* a link that nobody meant would have taken brackets out of the words */
	return true;
}

void inline_put(struct inline_pool *pool, struct buf *out, const struct inline_text *text,
		bool without_links)
{
	size_t start = out->n;

	if (!holds_markup(text)) {
		buf_put(out, text->words, text->n);
		return;
	}
	for (enum care care = CARE_NONE; care < CARE_N && !out->failed; care++) {
		if (out->n > start)
			out->at[out->n = start] = '\0';
		put_with(out, text, without_links, care);
		if (reads_back(pool, buf_text(out) + start, out->n - start, text, without_links))
			return;
	}
}
