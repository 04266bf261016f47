/* SPDX-License-Identifier: MIT */
#include "data/texts.h"

#include "base/bidi.h"
#include "base/buf.h"
#include "base/mem.h"
#include "data/markdown_fit.h"
#include "data/markdown_scan.h"

#include <string.h>

/* What a source became. */
struct texts_rich {
	const struct mr_text *text;
	const struct markdown_finding *findings;
};

void texts_init(struct texts *texts, const struct texts *base)
{
	memset(texts, 0, sizeof(*texts));
	texts->base = base;
	texts->n = base ? base->n : 0;
	strset_init(&texts->sources);
	strset_init(&texts->words);
	markdown_init(&texts->markdown);
}

void texts_release(struct texts *texts)
{
	arena_release(&texts->arena);
	strset_release(&texts->sources);
	strset_release(&texts->words);
	vec_release(&texts->by_source);
	vec_release(&texts->by_words);
	markdown_release(&texts->markdown);
	memset(texts, 0, sizeof(*texts));
}

/* A text and its spans are one piece of memory. */
struct text_with_spans {
	struct mr_text text;
	struct mr_span spans[];
};

/* A new text with an id and room for its spans; `plain` is borrowed and lives as long as the pool. */
static struct mr_text *new_text(struct texts *texts, const char *plain, size_t n, size_t n_spans)
{
	struct text_with_spans *made = NULL;
	size_t size;

	if (mem_multiply(n_spans, sizeof(made->spans[0]), &size) &&
	    mem_add(size, sizeof(*made), &size))
		made = arena_object(&texts->arena, size);
	if (!made || !plain)
		return NULL;
	made->text.id = texts->n++;
	made->text.n_bytes = (uint32_t)n;
	made->text.plain = plain;
	made->text.spans = (struct mr_array){n_spans ? made->spans : NULL, (uint32_t)n_spans,
					     sizeof(struct mr_span)};
	return &made->text;
}

/* A span of a text that is still being made. */
static struct mr_span *span_at(struct mr_text *text, size_t index)
{
	return (struct mr_span *)(uintptr_t)text->spans.at + index;
}

/* A null pointer tells the caller that memory was refused; the pool may be asked again. */
static void *touch(struct vec *vec, uint32_t number, size_t size)
{
	void *element = number == STRSET_NONE ? NULL : vec_touch(vec, number, size);

	vec->failed = false;
	return element;
}

/* ---- words */

static const struct mr_text *find_words(const struct texts *texts, const char *words, size_t n)
{
	uint32_t number = texts ? strset_find(&texts->words, words, n) : STRSET_NONE;

	return number == STRSET_NONE ? NULL
				     : *VEC_AT(const struct mr_text *, texts->by_words, number);
}

static const struct mr_text *put_words(struct texts *texts, const char *words, size_t n,
				       bool is_borrowed);

static const struct mr_text *put_made_fit(struct texts *texts, const char *words, size_t n)
{
	const struct mr_text *text = NULL;
	struct buf fit = BUF_INIT;
	struct bidi bidi;

	bidi_begin(&bidi, &fit);
	bidi_put(&bidi, &fit, words, n);
	bidi_end(&bidi, &fit);
	if (!fit.failed)
		text = put_words(texts, fit.at, fit.n, false);
	buf_release(&fit);
	return text;
}

/* Words of which nothing needs collapsing; borrowed where they live on, else copied. */
static const struct mr_text *put_words(struct texts *texts, const char *words, size_t n,
				       bool is_borrowed)
{
	const struct mr_text *known = find_words(texts->base, words, n), **slot;
	struct mr_text *text;
	uint32_t number;

	if (known)
		return known;
	if (!bidi_is_fit(words, n))
		return put_made_fit(texts, words, n);
	number = is_borrowed ? strset_put_borrowed(&texts->words, words, n)
			     : strset_put(&texts->words, words, n);
	slot = touch(&texts->by_words, number, sizeof(*slot));
	if (!slot || *slot)
		return slot ? *slot : NULL;
	words = texts->words.at[number].at;
	text = new_text(texts, words, n, n != 0);
	if (text && n)
		*span_at(text, 0) = (struct mr_span){MR_SPAN_TEXT, (uint32_t)n, words, ""};
	*slot = text;
	return text;
}

/* White space without its ends, and each run of it one space. */
static void put_collapsed(struct buf *out, const char *words, size_t n)
{
	bool pending = false;

	for (size_t i = 0; i < n; i++) {
		if (markdown_scan_is_space(words[i])) {
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
		text = put_words(texts, buf_text(&collapsed), collapsed.n, false);
	buf_release(&collapsed);
	return text;
}

/* ---- Markdown */

/*
 * A span's words are bytes of the plain words with a NUL behind them: the last span's are the end of
 * the plain words, those before need a copy.
 */
static const char *words_of(struct texts *texts, const char *plain, size_t n,
			    const struct markdown_span *span)
{
	if (span->start + span->n == n)
		return plain + span->start;
	return arena_copy(&texts->arena, plain + span->start, span->n);
}

static const struct mr_text *keep_parsed(struct texts *texts)
{
	const struct markdown *parsed = &texts->markdown;
	const struct markdown_span *spans = parsed->spans.at;
	size_t n_spans = parsed->spans.n, n = parsed->plain.n;
	const char *plain = n ? parsed->plain.at : "";
	struct mr_text *text;

	if (!parsed->findings && (n_spans == 0 || (n_spans == 1 && spans->kind == MR_SPAN_TEXT &&
						   spans->url[0] == '\0')))
		return put_words(texts, plain, n, false);
	plain = arena_copy(&texts->arena, plain, n);
	text = new_text(texts, plain, n, n_spans);
	for (size_t i = 0; text && i < n_spans; i++) {
		const char *words = words_of(texts, plain, n, &spans[i]);

		if (!words)
			return NULL;
		*span_at(text, i) =
			(struct mr_span){spans[i].kind, spans[i].n, words, spans[i].url};
	}
	return text;
}

static const struct mr_text *parse(struct texts *texts, const char *source, size_t n,
				   const struct markdown_finding **out_findings)
{
	static const struct markdown_finding too_long = {NULL, MARKDOWN_TOO_LONG, ""};
	static const struct markdown_finding open = {NULL, MARKDOWN_OPEN, ""};
	int status;

	if (n > MARKDOWN_MAX) {
		*out_findings = &too_long;
		return texts_plain(texts, source, n);
	}
	if (markdown_scan_open(source, n) > MARKDOWN_OPEN_MAX) {
		*out_findings = &open;
		return texts_plain(texts, source, n);
	}
	status = markdown_parse(&texts->markdown, &texts->arena, source, n);
	if (status == 0 && !bidi_is_fit(buf_text(&texts->markdown.plain), texts->markdown.plain.n))
		status = markdown_fit_directions(&texts->markdown);
	*out_findings = texts->markdown.findings;
	return status == 0 ? keep_parsed(texts) : NULL;
}

/* The place of a source in the pool; null when memory is refused. */
static struct texts_rich *slot_of(struct texts *texts, const char *source, size_t n,
				  bool is_borrowed)
{
	uint32_t number = is_borrowed ? strset_put_borrowed(&texts->sources, source, n)
				      : strset_put(&texts->sources, source, n);

	return touch(&texts->by_source, number, sizeof(struct texts_rich));
}

const struct mr_text *texts_rich(struct texts *texts, const char *source, size_t n,
				 const struct markdown_finding **out_findings)
{
	const char *end = source + n;
	struct texts_rich *slot;

	*out_findings = NULL;
	while (n && markdown_scan_is_space(source[0])) {
		source++;
		n--;
	}
	while (n && markdown_scan_is_space(source[n - 1]))
		n--;
	if (!markdown_scan_for_markup(source, n))
		return put_words(texts, source, n, source + n == end);
	slot = slot_of(texts, source, n, true);
	if (!slot)
		return NULL;
	if (!slot->text)
		slot->text = parse(texts, source, n, &slot->findings);
	*out_findings = slot->findings;
	return slot->text;
}

/* ---- joining */

static size_t copy_spans(struct mr_text *to, size_t at, const struct mr_text *from)
{
	for (uint32_t i = 0; i < from->spans.n; i++)
		*span_at(to, at++) = *mr_span_at(from, i);
	return at;
}

static const struct mr_text *join(struct texts *texts, const struct mr_text *const *pieces,
				  size_t n, const char *separator)
{
	struct buf plain = BUF_INIT;
	size_t n_spans = n - 1, at = 0;
	struct mr_text *text = NULL;

	for (size_t i = 0; i < n; i++) {
		buf_put_text(&plain, i ? separator : "");
		buf_put(&plain, pieces[i]->plain, pieces[i]->n_bytes);
		n_spans += pieces[i]->spans.n;
	}
	if (!plain.failed)
		text = new_text(texts, arena_copy(&texts->arena, buf_text(&plain), plain.n),
				plain.n, n_spans);
	buf_release(&plain);
	for (size_t i = 0; text && i < n; i++) {
		if (i)
			*span_at(text, at++) = (struct mr_span){
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
	struct texts_rich *slot = NULL;
	struct buf key = BUF_INIT;
	const char *kept;

	if (n == 1)
		return pieces[0];
	buf_put_byte(&key, '\0');
	buf_put(&key, separator, strlen(separator) + 1);
	for (size_t i = 0; i < n; i++)
		buf_put(&key, &pieces[i]->id, sizeof(pieces[i]->id));
	if (!key.failed)
		slot = slot_of(texts, key.at, key.n, false);
	buf_release(&key);
	if (!slot)
		return NULL;
	if (!slot->text) {
		kept = arena_copy(&texts->arena, separator, strlen(separator));
		slot->text = kept ? join(texts, pieces, n, kept) : NULL;
	}
	return slot->text;
}

/* A text may be in both tables: what has a high id was shifted already. */
static void shift(const struct mr_text *text, uint32_t by)
{
	if (text && text->id < by)
		((struct mr_text *)(uintptr_t)text)->id += by;
}

void texts_shift(struct texts *texts, uint32_t by)
{
	for (size_t i = 0; i < texts->by_words.n; i++)
		shift(*VEC_AT(const struct mr_text *, texts->by_words, i), by);
	for (size_t i = 0; i < texts->by_source.n; i++)
		shift(VEC_AT(struct texts_rich, texts->by_source, i)->text, by);
}
