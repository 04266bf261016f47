/* SPDX-License-Identifier: MIT */
#include "data/text.h"

#include "base/buf.h"
#include "base/mem.h"
#include "data/text_make.h"

#include <string.h>

void texts_init(struct texts *texts)
{
	*texts = (struct texts){0};
	strset_init(&texts->sources);
	strset_init(&texts->words);
}

void texts_release(struct texts *texts)
{
	arena_release(&texts->arena);
	arena_release(&texts->lent);
	strset_release(&texts->sources);
	strset_release(&texts->words);
	mem_free(texts->by_source);
	mem_free(texts->by_words);
	buf_release(&texts->line);
	buf_release(&texts->spans);
	buf_release(&texts->open);
	buf_release(&texts->plain);
	*texts = (struct texts){0};
}

bool text_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static bool is_alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/*
 * Whether a byte could be markup (CommonMark 0.30, chapters 2.4, 2.5 and 6), or white space could
 * need care: all that is left is words as they stand.
 */
static bool may_be_markup(const char *source, size_t n)
{
	size_t i;
	char next;

	for (i = 0; i < n; i++) {
		next = i + 1 < n ? source[i + 1] : '\0';
		switch (source[i]) {
		case '\\':
		case '*':
		case '_':
		case '`':
		case '[':
		case '\n':
		case '\t': return true;
		case '&':
			if (next == '#' || is_alnum(next))
				return true;
			break;
		case '<':
			if (next == '!' || next == '/' || next == '?' || is_alnum(next))
				return true;
			break;
		case ' ':
			if (next == ' ')
				return true;
			break;
		default: break;
		}
	}
	return false;
}

static int grow(void **array, size_t *capacity, size_t size, uint32_t index)
{
	size_t wanted = *capacity ? *capacity * 2 : 256;
	char *grown;

	if (index < *capacity)
		return 0;
	while (wanted <= index)
		wanted *= 2;
	grown = mem_resize(*array, wanted, size);
	if (!grown)
		return -1;
	memset(grown + *capacity * size, 0, (wanted - *capacity) * size);
	*array = grown;
	*capacity = wanted;
	return 0;
}

struct mr_text *texts_new(struct texts *texts, const char *plain, size_t n, size_t n_spans)
{
	struct mr_text *text = arena_object(&texts->arena, sizeof(*text));
	struct mr_span *spans = NULL;

	if (n_spans)
		spans = arena_array(&texts->arena, n_spans, sizeof(*spans));
	if (!text || !plain || (n_spans && !spans))
		return NULL;
	text->id = texts->n++;
	text->n_bytes = (uint32_t)n;
	text->plain = plain;
	text->spans = (struct mr_array){spans, (uint32_t)n_spans, sizeof(struct mr_span)};
	return text;
}

struct mr_span *texts_span(struct mr_text *text, size_t index)
{
	return (struct mr_span *)(uintptr_t)text->spans.at + index;
}

/* Words of which nothing needs collapsing; the bytes are shared with the set of words. */
const struct mr_text *texts_put_words(struct texts *texts, const char *words, size_t n)
{
	uint32_t number = strset_put(&texts->words, words, n);
	void *by_words = texts->by_words;
	const struct string *string;
	struct mr_text *text;
	int status;

	if (number == STRSET_NONE)
		return NULL;
	status = grow(&by_words, &texts->n_by_words, sizeof(struct mr_text *), number);
	texts->by_words = by_words;
	if (status != 0)
		return NULL;
	if (texts->by_words[number])
		return texts->by_words[number];
	string = &texts->words.at[number];
	text = texts_new(texts, string->at, n, n != 0);
	if (!text)
		return NULL;
	if (n)
		*texts_span(text, 0) = (struct mr_span){MR_SPAN_TEXT, (uint32_t)n, string->at, ""};
	texts->by_words[number] = text;
	return text;
}

/* White space without its ends, and each run of it one space. */
static void put_collapsed(struct buf *out, const char *words, size_t n)
{
	size_t i;
	bool pending = false;

	for (i = 0; i < n; i++) {
		if (text_is_space(words[i])) {
			pending = out->n != 0;
			continue;
		}
		if (pending)
			buf_put_byte(out, ' ');
		pending = false;
		buf_put_byte(out, words[i]);
	}
}

const struct mr_text *texts_plain(struct texts *texts, const char *words, size_t n)
{
	const struct mr_text *text = NULL;
	struct buf collapsed = BUF_INIT;

	put_collapsed(&collapsed, words, n);
	if (!collapsed.failed)
		text = texts_put_words(texts, buf_text(&collapsed), collapsed.n);
	buf_release(&collapsed);
	return text;
}

/* The place of a source in the pool; null when memory is refused. */
static struct texts_by_source *slot_of(struct texts *texts, const char *source, size_t n)
{
	uint32_t number = strset_put(&texts->sources, source, n);
	void *by_source = texts->by_source;
	int status;

	if (number == STRSET_NONE)
		return NULL;
	status = grow(&by_source, &texts->n_by_source, sizeof(*texts->by_source), number);
	texts->by_source = by_source;
	return status == 0 ? &texts->by_source[number] : NULL;
}

const struct mr_text *texts_rich(struct texts *texts, const char *source, size_t n,
				 const struct text_finding **out_findings)
{
	struct texts_by_source *slot;

	*out_findings = NULL;
	while (n && text_is_space(source[0])) {
		source++;
		n--;
	}
	while (n && text_is_space(source[n - 1]))
		n--;
	if (!may_be_markup(source, n))
		return texts_put_words(texts, source, n);
	slot = slot_of(texts, source, n);
	if (!slot)
		return NULL;
	if (!slot->text)
		slot->text = text_make(texts, source, n, &slot->findings);
	*out_findings = slot->findings;
	return slot->text;
}

/* ---- joining */

static size_t copy_spans(struct mr_text *to, size_t at, const struct mr_text *from)
{
	size_t i;

	for (i = 0; i < from->spans.n; i++)
		*texts_span(to, at + i) = *mr_span_at(from, (uint32_t)i);
	return at + i;
}

static const struct mr_text *join(struct texts *texts, const struct mr_text *const *pieces,
				  size_t n, const char *separator)
{
	struct buf plain = BUF_INIT;
	size_t n_spans = n ? n - 1 : 0, i, at = 0;
	struct mr_text *text = NULL;

	for (i = 0; i < n; i++) {
		buf_put_text(&plain, i ? separator : "");
		buf_put(&plain, pieces[i]->plain, pieces[i]->n_bytes);
		n_spans += pieces[i]->spans.n;
	}
	if (!plain.failed)
		text = texts_new(texts, arena_copy(&texts->arena, buf_text(&plain), plain.n),
				 plain.n, n_spans);
	buf_release(&plain);
	for (i = 0; text && i < n; i++) {
		if (i)
			*texts_span(text, at++) = (struct mr_span){
				MR_SPAN_TEXT, (uint32_t)strlen(separator), separator, ""};
		at = copy_spans(text, at, pieces[i]);
	}
	return text;
}

/*
 * Joined texts are kept among the sources, under a key that no source can have: it begins with a
 * NUL.
 */
const struct mr_text *texts_join(struct texts *texts, const struct mr_text *const *pieces, size_t n,
				 const char *separator)
{
	struct texts_by_source *slot = NULL;
	struct buf key = BUF_INIT;
	const char *kept;
	size_t i;

	if (n == 1)
		return pieces[0];
	buf_put_byte(&key, '\0');
	buf_put(&key, separator, strlen(separator) + 1);
	for (i = 0; i < n; i++)
		buf_put(&key, &pieces[i]->id, sizeof(pieces[i]->id));
	if (!key.failed)
		slot = slot_of(texts, key.at, key.n);
	buf_release(&key);
	if (!slot)
		return NULL;
	if (!slot->text) {
		kept = arena_copy(&texts->arena, separator, strlen(separator));
		slot->text = kept ? join(texts, pieces, n, kept) : NULL;
	}
	return slot->text;
}
