/* SPDX-License-Identifier: MIT */
#include "canon/respan.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/markdown_scan.h"

/* How much is escaped; each level does what those before it do. */
enum effort {
	AS_IT_IS,
	BACKSLASHES, /* before what could be markup */
	ALTERNATING, /* emphasis by '_' where a '*' stands before it */
	ENTITIES, /* for the first and last character of words beside emphasis */
	N_EFFORTS
};

/* What a span may lie within, the outer ones first where they end at the same place. */
enum around { IN_LINK = 1, IN_STRONG = 2, IN_EMPHASIS = 4 };

struct writing {
	struct buf *out;
	const struct mr_text *text;
	enum effort effort;
	bool is_short; /* an address that is its own words is written once: <https://...> */
};

void respan_init(struct respan *respan)
{
	*respan = (struct respan){.out = BUF_INIT};
	markdown_init(&respan->reader);
}

void respan_release(struct respan *respan)
{
	markdown_release(&respan->reader);
	arena_release(&respan->read);
	buf_release(&respan->out);
}

/* ---- words */

static bool is_word_byte(char byte)
{
	return ascii_is_alnum(byte) || (byte & 0x80) != 0;
}

static bool is_punctuation(unsigned char byte)
{
	return byte > ' ' && byte < 0x7F && !ascii_is_alnum((char)byte);
}

/* Whether the byte at `at` of words could be taken for markup (CommonMark 0.30, 2.4 and 6). */
static bool is_markup(const char *text, const char *at)
{
	bool is_within = at > text && is_word_byte(at[-1]) && is_word_byte(at[1]);

	switch (*at) {
	case '`':
	case '*':
	case '[':
	case ']':
	case '<': return true;
	case '_': return !is_within;
	case '&': return at[1] == '#' || ascii_is_alnum(at[1]);
	case '\\': return at[1] == '\0' || is_punctuation((unsigned char)at[1]);
	default: return false;
	}
}

static void put_entity(struct buf *out, const char *at, size_t n)
{
	size_t length;

	buf_printf(out, "&#%u;", (unsigned)utf8_decode(at, n, &length));
}

static size_t last_character(const char *text, size_t n)
{
	size_t at = n - 1;

	while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80)
		at--;
	return at;
}

static void put_words(const struct writing *writing, const struct mr_span *span)
{
	struct buf *out = writing->out;
	const char *text = span->text;
	size_t n = span->n_bytes, last = last_character(text, n), first = 0;

	utf8_decode(text, n, &first);
	for (size_t i = 0; i < n; i++) {
		bool is_edge = i == 0 || i == last;

		if (writing->effort >= ENTITIES && is_edge) {
			put_entity(out, text + i, n - i);
			i = i == 0 ? first - 1 : n - 1;
			continue;
		}
		if (writing->effort >= BACKSLASHES && is_markup(text, text + i))
			buf_put_byte(out, '\\');
		buf_put_byte(out, text[i]);
	}
}

/* ---- code and addresses */

static size_t longest_run(const char *text, size_t n, char byte)
{
	size_t longest = 0, run = 0;

	for (size_t i = 0; i < n; i++) {
		run = text[i] == byte ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return longest;
}

/* A fence that the code does not hold, and spaces where it begins or ends with what they would lose (6.1). */
static void put_code(struct buf *out, const char *code, size_t n)
{
	size_t n_fence = longest_run(code, n, '`') + 1;
	bool is_blank = longest_run(code, n, ' ') == n;
	bool is_padded = code[0] == '`' || code[n - 1] == '`' ||
			 (code[0] == ' ' && code[n - 1] == ' ' && !is_blank);

	for (size_t i = 0; i < n_fence; i++)
		buf_put_byte(out, '`');
	buf_put_text(out, is_padded ? " " : "");
	buf_put(out, code, n);
	buf_put_text(out, is_padded ? " " : "");
	for (size_t i = 0; i < n_fence; i++)
		buf_put_byte(out, '`');
}

static bool is_balanced(const char *url)
{
	int depth = 0;

	for (; *url && depth >= 0; url++)
		depth += (*url == '(') - (*url == ')');
	return depth == 0;
}

static void put_url(const struct writing *writing, const char *url)
{
	bool is_plain = writing->effort == AS_IT_IS && is_balanced(url) && url[0] != '<';

	for (; *url; url++) {
		if (!is_plain && strchr("()<>&*_[]`!\"'", *url))
			buf_put_byte(writing->out, '\\');
		buf_put_byte(writing->out, *url);
	}
}

/* ---- what is around spans */

static unsigned around_of(const struct mr_span *span)
{
	unsigned around = *span->url ? IN_LINK : 0;

	if (span->kind == MR_SPAN_STRONG || span->kind == MR_SPAN_STRONG_EMPHASIS)
		around |= IN_STRONG;
	if (span->kind == MR_SPAN_EMPHASIS || span->kind == MR_SPAN_STRONG_EMPHASIS)
		around |= IN_EMPHASIS;
	return around;
}

/* Where what is around span `from` ends; code and breaks show no emphasis and may lie within. */
static uint32_t end_of(const struct mr_text *text, uint32_t from, uint32_t to, unsigned around)
{
	const struct mr_span *first = mr_span_at(text, from);
	uint32_t end = from + 1;

	for (uint32_t i = from + 1; i < to; i++) {
		const struct mr_span *span = mr_span_at(text, i);
		bool is_neutral = span->kind == MR_SPAN_CODE || span->kind == MR_SPAN_BREAK;

		if (around == IN_LINK ? span->url == first->url : (around_of(span) & around) != 0)
			end = i + 1;
		else if (around == IN_LINK || !is_neutral)
			break;
	}
	return end;
}

static void put_delimiter(const struct writing *writing, unsigned around, char byte)
{
	buf_put_byte(writing->out, byte);
	if (around == IN_STRONG)
		buf_put_byte(writing->out, byte);
}

static char delimiter_of(const struct writing *writing)
{
	const struct buf *out = writing->out;

	return writing->effort >= ALTERNATING && out->n > 0 && out->at[out->n - 1] == '*' ? '_'
											  : '*';
}

static void put_leaf(const struct writing *writing, const struct mr_span *span)
{
	if (span->kind == MR_SPAN_BREAK)
		buf_put_text(writing->out, "\\\n");
	else if (span->kind == MR_SPAN_CODE)
		put_code(writing->out, span->text, span->n_bytes);
	else
		put_words(writing, span);
}

/* Spans from `from` to before `to`; `within` is what has been written around them.  At most three deep. */
static void put_spans(const struct writing *writing, uint32_t from, uint32_t to, unsigned within)
{
	while (from < to) {
		const struct mr_span *span = mr_span_at(writing->text, from);
		unsigned left = around_of(span) & ~within, outer = 0;
		uint32_t end = from;

		for (unsigned around = IN_LINK; around <= IN_EMPHASIS; around *= 2) {
			uint32_t reach =
				left & around ? end_of(writing->text, from, to, around) : 0;

			if (reach > end) {
				end = reach;
				outer = around;
			}
		}
		if (outer == 0) {
			put_leaf(writing, span);
			from++;
			continue;
		}
		if (outer == IN_LINK && writing->is_short && strcmp(span->text, span->url) == 0) {
			buf_printf(writing->out, "<%s>", span->url);
			from = end;
			continue;
		}
		char byte = delimiter_of(writing);

		if (outer == IN_LINK)
			buf_put_byte(writing->out, '[');
		else
			put_delimiter(writing, outer, byte);
		put_spans(writing, from, end, within | outer);
		if (outer == IN_LINK) {
			buf_put_text(writing->out, "](");
			put_url(writing, span->url);
			buf_put_byte(writing->out, ')');
		} else {
			put_delimiter(writing, outer, byte);
		}
		from = end;
	}
}

/* ---- is it right? */

static bool is_same_span(const struct markdown *read, size_t index, const struct mr_text *text)
{
	const struct markdown_span *span = VEC_AT(struct markdown_span, read->spans, index);
	const struct mr_span *wanted = mr_span_at(text, (uint32_t)index);

	if (span->kind != wanted->kind || span->n != wanted->n_bytes ||
	    strcmp(span->url, wanted->url) != 0 ||
	    memcmp(read->plain.at + span->start, wanted->text, span->n) != 0)
		return false;
	if (index == 0)
		return true;
	return (span->url == VEC_AT(struct markdown_span, read->spans, index - 1)->url) ==
	       (wanted->url == mr_span_at(text, (uint32_t)index - 1)->url);
}

/* 1: `source` makes the spans of `text`; 0: it makes others; -1: memory was refused. */
static int makes(struct respan *respan, const char *source, size_t n, const struct mr_text *text)
{
	struct markdown *reader = &respan->reader;

	if (!markdown_scan_for_markup(source, n) || n > MARKDOWN_MAX)
		return strcmp(source, text->plain) == 0; /* its spans would have left signs */
	arena_rewind(&respan->read);
	if (markdown_parse(reader, &respan->read, source, n) != 0)
		return -1;
	if (reader->findings || reader->spans.n != text->spans.n)
		return 0;
	for (size_t i = 0; i < reader->spans.n; i++)
		if (!is_same_span(reader, i, text))
			return 0;
	return 1;
}

const char *respan_text(struct respan *respan, const struct mr_text *text)
{
	struct writing writing = {.out = &respan->out, .text = text};
	int is_right = 0;

	/* once more with short addresses, where the others made it too long to be read as Markdown */
	for (int trial = 0; trial < 2 * N_EFFORTS && is_right == 0; trial++) {
		buf_clear(&respan->out);
		writing.effort = (enum effort)(trial % N_EFFORTS);
		writing.is_short = trial >= N_EFFORTS;
		put_spans(&writing, 0, text->spans.n, 0);
		/* A break is one only where something follows it, and a space at the end is dropped. */
		if (mr_span_at(text, text->spans.n - 1)->kind == MR_SPAN_BREAK)
			buf_put_text(&respan->out, "&#32;");
		if (respan->out.failed)
			return NULL;
		is_right = makes(respan, buf_text(&respan->out), respan->out.n, text);
	}
	if (is_right < 0)
		return NULL;
	return is_right > 0 ? buf_text(&respan->out) : text->plain;
}
