/* SPDX-License-Identifier: MIT */
#include "data/markdown_fit.h"

#include "base/bidi.h"

static bool is_plain(const struct markdown_span *span)
{
	return span->kind == MR_SPAN_TEXT && span->url[0] == '\0';
}

/* A span of what stands in `plain` from `start` on; nothing for nothing, and plain words go on. */
static void add_span(struct vec *spans, struct markdown_span span, const struct buf *plain)
{
	struct markdown_span *last =
		spans->n ? VEC_AT(struct markdown_span, *spans, spans->n - 1) : NULL;
	struct markdown_span *added = NULL;

	span.n = (uint32_t)(plain->n - span.start);
	if (last && is_plain(last) && is_plain(&span))
		last->n += span.n;
	else if (span.n)
		added = vec_add(spans, sizeof(*added));
	if (added)
		*added = span;
}

/* The ends of the isolate are spans of their own: within code or a link they would be its letters. */
int markdown_fit_directions(struct markdown *markdown)
{
	struct markdown_span span = {.kind = MR_SPAN_TEXT, .url = ""}, end = span;
	struct vec spans = {0};
	struct buf plain = BUF_INIT;
	struct bidi bidi;
	int status;

	bidi_begin(&bidi, &plain);
	add_span(&spans, span, &plain);
	for (size_t i = 0; i < markdown->spans.n; i++) {
		const struct markdown_span *from = VEC_AT(struct markdown_span, markdown->spans, i);

		span = *from;
		span.start = (uint32_t)plain.n;
		bidi_put(&bidi, &plain, markdown->plain.at + from->start, from->n);
		add_span(&spans, span, &plain);
	}
	end.start = (uint32_t)plain.n;
	bidi_end(&bidi, &plain);
	add_span(&spans, end, &plain);
	status = plain.failed || spans.failed ? -1 : 0;
	vec_release(&markdown->spans);
	buf_release(&markdown->plain);
	markdown->spans = spans;
	markdown->plain = plain;
	return status;
}
