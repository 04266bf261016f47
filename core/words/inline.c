/* SPDX-License-Identifier: MIT */
#include "words/inline.h"

#include "base/ascii.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "data/folded.h"
#include "words/markup.h"

#include <string.h>

static const struct inline_text nothing = {.words = "", .refused = ""};

void inline_init(struct inline_pool *pool)
{
	*pool = (struct inline_pool){0};
	texts_init(&pool->texts, NULL);
	strset_init(&pool->sources);
}

void inline_release(struct inline_pool *pool)
{
	texts_release(&pool->texts);
	arena_release(&pool->arena);
	strset_release(&pool->sources);
	vec_release(&pool->by_source);
	buf_release(&pool->scratch);
	buf_release(&pool->marked);
	buf_release(&pool->words);
	buf_release(&pool->pieces);
	*pool = (struct inline_pool){0};
}

static const struct inline_text *refused(struct inline_pool *pool)
{
	pool->failed = true;
	return NULL;
}

/* ---- making texts */

/* A text in the making, in the pool's buffers. */
struct making {
	struct inline_pool *pool;
	bool has_image;
	const char *refused;
};

static void begin(struct inline_pool *pool)
{
	buf_clear(&pool->words);
	buf_clear(&pool->pieces);
}

static struct inline_piece *last_piece(struct inline_pool *pool)
{
	if (pool->pieces.n == 0)
		return NULL;
	return (struct inline_piece *)(void *)(pool->pieces.at + pool->pieces.n) - 1;
}

/* Words at the end of the text; they go on with the last piece where that is alike. */
static void add(struct inline_pool *pool, const char *words, size_t n, uint32_t flags,
		const char *url)
{
	struct inline_piece *last = last_piece(pool);
	struct inline_piece piece = {(uint32_t)pool->words.n, (uint32_t)n, flags, url};

	if (n == 0)
		return;
	buf_put(&pool->words, words, n);
	/* "[^1][^2]" are two; no address is one wherever it was written */
	if (last && last->flags == flags && !(flags & INLINE_REFERENCE) &&
	    (url[0] ? last->url == url : !last->url[0]))
		last->n += (uint32_t)n;
	else
		buf_put(&pool->pieces, &piece, sizeof(piece));
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

/* Whether nothing of it is seen: "&nbsp;" is what editors write into a cell that they leave blank. */
static bool is_blank(const char *words, size_t n)
{
	size_t length;
	uint32_t c;

	for (size_t at = 0; at < n; at += length) {
		c = folded_code_point(utf8_decode(words + at, n - at, &length));
		if (c != ' ' && c != 0)
			return false;
	}
	return true;
}

/* What was made, trimmed, as a text of the pool. */
static const struct inline_text *finish(struct inline_pool *pool, bool has_image,
					const char *refused_url)
{
	struct inline_text *text = arena_object(&pool->arena, sizeof(*text));
	const struct inline_piece *from =
		(const struct inline_piece *)(const void *)pool->pieces.at;
	size_t n_pieces = pool->pieces.n / sizeof(*from), first = 0, end = pool->words.n, to;
	struct inline_piece *pieces = arena_array(&pool->arena, n_pieces + 1, sizeof(*pieces));

	while (first < end && is_space(pool->words.at[first]))
		first++;
	while (end > first && is_space(pool->words.at[end - 1]))
		end--;
	if (is_blank(buf_text(&pool->words) + first, end - first))
		end = first;
	if (!text || !pieces || pool->words.failed || pool->pieces.failed)
		return refused(pool);
	text->words =
		arena_copy(&pool->arena, end > first ? pool->words.at + first : "", end - first);
	if (!text->words)
		return refused(pool);
	for (size_t i = 0; i < n_pieces; i++) {
		struct inline_piece piece = from[i];

		to = (size_t)piece.first + piece.n;
		to = to < end ? to : end;
		piece.first = piece.first > first ? piece.first : (uint32_t)first;
		if (to <= piece.first)
			continue;
		piece.n = (uint32_t)(to - piece.first);
		piece.first -= (uint32_t)first;
		pieces[text->n_pieces++] = piece;
	}
	text->n = (uint32_t)(end - first);
	text->pieces = pieces;
	text->has_image = has_image;
	text->refused = refused_url;
	return text;
}

/* ---- reading */

static uint32_t flags_of(uint32_t span_kind)
{
	switch (span_kind) {
	case MR_SPAN_CODE: return INLINE_CODE;
	case MR_SPAN_EMPHASIS: return INLINE_EMPHASIS;
	case MR_SPAN_STRONG: return INLINE_STRONG;
	case MR_SPAN_STRONG_EMPHASIS: return INLINE_STRONG | INLINE_EMPHASIS;
	default: return 0;
	}
}

/* The flag that a mark switches, and whether on; 0 for no mark. */
static uint32_t mark_flag(char c, bool *on)
{
	*on = c == MARKUP_RAISED || c == MARKUP_IMAGE || c == MARKUP_REFERENCE ||
	      c == MARKUP_STRONG || c == MARKUP_SMALL;
	switch (c) {
	case MARKUP_RAISED:
	case MARKUP_RAISED_END: return INLINE_RAISED;
	case MARKUP_IMAGE:
	case MARKUP_IMAGE_END: return INLINE_IMAGE;
	case MARKUP_REFERENCE:
	case MARKUP_REFERENCE_END: return INLINE_REFERENCE;
	case MARKUP_STRONG:
	case MARKUP_STRONG_END: return INLINE_STRONG;
	case MARKUP_SMALL:
	case MARKUP_SMALL_END: return INLINE_SMALL;
	default: return 0;
	}
}

/* Adds the words of a span, and switches `now` where a mark stands in them. */
static void add_span(struct inline_pool *pool, const struct mr_span *span, uint32_t *now,
		     bool *has_image)
{
	const char *at = span->text, *start = at, *end = at + span->n_bytes;
	uint32_t flag;
	bool on;

	for (; at < end; at++) {
		flag = mark_flag(*at, &on);
		if (!flag)
			continue;
		add(pool, start, (size_t)(at - start), *now | flags_of(span->kind), span->url);
		/* a picture without words in a link: the link is what is kept */
		if (*at == MARKUP_IMAGE_END && at > span->text && at[-1] == MARKUP_IMAGE)
			add(pool, span->url, strlen(span->url), *now, span->url);
		*now = on ? *now | flag : *now & ~flag;
		*has_image = *has_image || flag == INLINE_IMAGE;
		start = at + 1;
	}
	add(pool, start, (size_t)(end - start), *now | flags_of(span->kind), span->url);
}

/*
 * A blank behind an opening bracket ("no ( [tap](…) instead)") is a slip of the pen and none of the words; an empty
 * pair of brackets is a sign, and code is as it is.
 */
static void close_brackets(struct inline_pool *pool)
{
	struct inline_piece *pieces = (struct inline_piece *)(void *)pool->pieces.at;
	size_t n_pieces = pool->pieces.n / sizeof(*pieces), n = 0;
	char *words = pool->words.at;
	bool is_open = false;

	for (size_t i = 0; i < n_pieces; i++) {
		size_t first = n, from = pieces[i].first, end = from + pieces[i].n;

		for (size_t at = from; at < end; at++) {
			bool is_code = pieces[i].flags & INLINE_CODE;

			if (is_open && words[at] == ' ' && !is_code && at + 1 < pool->words.n &&
			    !strchr(") \n", words[at + 1]))
				continue;
			is_open = words[at] == '(' && !is_code;
			words[n++] = words[at];
		}
		pieces[i].first = (uint32_t)first;
		pieces[i].n = (uint32_t)(n - first);
	}
	if (words && n < pool->words.n)
		words[pool->words.n = n] = '\0';
}

static const char *refused_url(const struct markdown_finding *finding)
{
	for (; finding; finding = finding->next) {
		if (finding->problem == MARKDOWN_LINK_REFUSED)
			return finding->word;
	}
	return "";
}

static const struct inline_text *parse(struct inline_pool *pool, const char *source, size_t n)
{
	const struct markdown_finding *findings = NULL;
	const struct mr_text *text;
	const char *marked;
	uint32_t now = 0;
	bool has_image = false;

	buf_clear(&pool->marked);
	markup_put(&pool->marked, source, n);
	/* the pool of texts borrows what it is given */
	marked = pool->marked.failed
			 ? NULL
			 : arena_copy(&pool->arena, buf_text(&pool->marked), pool->marked.n);
	if (!marked)
		return refused(pool);
	text = texts_rich(&pool->texts, marked, pool->marked.n, &findings);
	if (!text)
		return refused(pool);
	begin(pool);
	for (uint32_t i = 0; i < text->spans.n; i++)
		add_span(pool, mr_span_at(text, i), &now, &has_image);
	if (!pool->words.failed && !pool->pieces.failed)
		close_brackets(pool);
	return finish(pool, has_image, refused_url(findings));
}

/* Letters as they are; only space is shown as everywhere: one blank, or one break. */
static const struct inline_text *literal(struct inline_pool *pool, const char *source, size_t n)
{
	size_t end;
	bool has_break;

	begin(pool);
	for (size_t i = 0; i < n; i = end) {
		has_break = false;
		for (end = i; end < n && is_space(source[end]); end++)
			has_break = has_break || source[end] == '\n';
		if (end > i)
			add(pool, has_break ? "\n" : " ", 1, 0, "");
		for (i = end; end < n && !is_space(source[end]); end++)
			;
		add(pool, source + i, end - i, 0, "");
	}
	return finish(pool, false, "");
}

const struct inline_text *inline_read(struct inline_pool *pool, const char *source, bool is_literal)
{
	size_t n = strlen(source);
	const struct inline_text **slot;
	uint32_t number;

	if (n == 0)
		return &nothing;
	buf_clear(&pool->scratch);
	buf_put_byte(&pool->scratch, is_literal ? 'L' : 'M');
	buf_put(&pool->scratch, source, n);
	number = pool->scratch.failed
			 ? STRSET_NONE
			 : strset_put(&pool->sources, pool->scratch.at, pool->scratch.n);
	slot = number == STRSET_NONE ? NULL : vec_touch(&pool->by_source, number, sizeof(*slot));
	if (!slot)
		return refused(pool);
	if (!*slot) {
		const struct inline_text *text =
			is_literal ? literal(pool, source, n) : parse(pool, source, n);

		*VEC_AT(const struct inline_text *, pool->by_source, number) = text;
		return text;
	}
	return *slot;
}

/* ---- cutting and joining */

static void add_part(struct inline_pool *pool, const struct inline_text *text, size_t first,
		     size_t n)
{
	for (uint32_t i = 0; i < text->n_pieces; i++) {
		const struct inline_piece *piece = &text->pieces[i];
		size_t from = piece->first > first ? piece->first : first;
		size_t to = (size_t)piece->first + piece->n;

		to = to < first + n ? to : first + n;
		if (from < to)
			add(pool, text->words + from, to - from, piece->flags, piece->url);
	}
}

const struct inline_text *inline_cut(struct inline_pool *pool, const struct inline_text *text,
				     size_t first, size_t n)
{
	if (first == 0 && n == text->n)
		return text;
	begin(pool);
	add_part(pool, text, first, n);
	return finish(pool, text->has_image, text->refused);
}

const struct inline_text *inline_join(struct inline_pool *pool, const struct inline_text *a,
				      const char *between, const struct inline_text *b)
{
	begin(pool);
	add_part(pool, a, 0, a->n);
	if (a->n && b->n)
		add(pool, between, strlen(between), 0, "");
	add_part(pool, b, 0, b->n);
	return finish(pool, a->has_image || b->has_image, a->refused[0] ? a->refused : b->refused);
}

const struct inline_text *inline_without(struct inline_pool *pool, const struct inline_text *text,
					 uint32_t flags)
{
	bool found = false;

	for (uint32_t i = 0; i < text->n_pieces; i++)
		found = found || (text->pieces[i].flags & flags);
	if (!found)
		return text;
	begin(pool);
	for (uint32_t i = 0; i < text->n_pieces; i++) {
		const struct inline_piece *piece = &text->pieces[i];

		if (!(piece->flags & flags))
			add(pool, text->words + piece->first, piece->n, piece->flags, piece->url);
	}
	return finish(pool, text->has_image, text->refused);
}

const struct inline_text *inline_unflagged(struct inline_pool *pool, const struct inline_text *text,
					   uint32_t flags)
{
	begin(pool);
	for (uint32_t i = 0; i < text->n_pieces; i++) {
		const struct inline_piece *piece = &text->pieces[i];

		add(pool, text->words + piece->first, piece->n, piece->flags & ~flags, piece->url);
	}
	return finish(pool, text->has_image, text->refused);
}

const struct inline_text *inline_subtitle(struct inline_pool *pool, const struct inline_text *text,
					  const struct inline_text **out_name)
{
	uint32_t i = text->n_pieces;
	const struct inline_text *name, *subtitle;
	size_t first;

	while (i > 0 && text->pieces[i - 1].flags & INLINE_SMALL)
		i--;
	if (i == 0 || i == text->n_pieces)
		return NULL;
	first = text->pieces[i].first;
	if (text->words[first] != '\n' && text->words[first - 1] != '\n')
		return NULL;
	name = inline_cut(pool, text, 0, first);
	subtitle = inline_cut(pool, text, first, text->n - first);
	if (!name || !subtitle || name->n == 0)
		return NULL;
	*out_name = name;
	return subtitle;
}

const char *inline_url(const struct inline_text *text)
{
	const char *url = "";

	for (uint32_t i = 0; i < text->n_pieces; i++) {
		const char *piece = text->pieces[i].url;

		if (piece[0] == '\0' || strcmp(piece, url) == 0)
			continue;
		if (url[0])
			return "";
		url = piece;
	}
	return url;
}

bool inline_is_all(const struct inline_text *text, uint32_t flag)
{
	for (uint32_t i = 0; i < text->n_pieces; i++) {
		if (!(text->pieces[i].flags & flag))
			return false;
	}
	return text->n_pieces != 0;
}
