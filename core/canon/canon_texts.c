/* SPDX-License-Identifier: MIT */
#include "canon/canon_texts.h"

#include <string.h>

#include "canon/scalar.h"

static const char *kind_word(uint32_t kind)
{
	static const char *const words[] = {[MR_SPAN_CODE] = "code",
					    [MR_SPAN_EMPHASIS] = "emphasis",
					    [MR_SPAN_STRONG] = "strong",
					    [MR_SPAN_STRONG_EMPHASIS] = "strong-emphasis",
					    [MR_SPAN_BREAK] = "break"};

	return words[kind];
}

static void put_span(struct buf *out, const struct mr_span *span)
{
	const char *kind = kind_word(span->kind);

	buf_put_text(out, "{\"text\": ");
	scalar_put_quoted(out, span->text);
	if (kind)
		buf_printf(out, ", \"kind\": \"%s\"", kind);
	if (*span->url) {
		buf_put_text(out, ", \"url\": ");
		scalar_put_quoted(out, span->url);
	}
	buf_put_byte(out, '}');
}

static void put_text(struct buf *out, const char *source, const struct mr_text *text,
		     bool *is_first)
{
	if (!source || strcmp(source, text->plain) == 0)
		return;
	buf_put_text(out, *is_first ? "\n" : ",\n");
	*is_first = false;
	scalar_put_quoted(out, source);
	buf_put_text(out, ": [");
	for (uint32_t i = 0; i < text->spans.n; i++) {
		buf_put_text(out, i > 0 ? ", " : "");
		put_span(out, mr_span_at(text, i));
	}
	buf_put_byte(out, ']');
}

void canon_texts_put(struct buf *out, const struct making *making)
{
	bool is_first = true;

	buf_put_byte(out, '{');
	for (uint32_t id = 0; id < making->view->n_texts; id++) {
		const struct mr_text *text = making->texts[id];

		if (!text)
			continue;
		put_text(out, making->sources[id], text, &is_first);
		put_text(out, making->escaped[id], text, &is_first);
	}
	buf_put_text(out, is_first ? "}" : "\n}");
}
