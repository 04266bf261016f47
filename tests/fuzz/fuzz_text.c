/* SPDX-License-Identifier: MIT */
/*
 * Any text through the Markdown of cells: spans are valid UTF-8 without control characters, their
 * words are the plain text, and every link is one that is allowed.
 *
 * seeds: tests/fuzz/seeds/text
 * sources: core/data/texts core/data/markdown core/data/shape core/base/vec core/base/strset core/base/buf core/base/arena core/base/mem core/base/utf8
 */
#include "data/shape.h"
#include "data/texts.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void prove(bool holds)
{
	if (!holds)
		abort();
}

static void prove_text(const struct mr_text *text)
{
	const struct mr_span *span;
	size_t at = 0;
	uint32_t i;

	for (i = 0; i < text->spans.n; i++) {
		span = mr_span_at(text, i);
		prove(span->n_bytes > 0 && span->n_bytes == strlen(span->text));
		prove(at + span->n_bytes <= text->n_bytes);
		prove(memcmp(text->plain + at, span->text, span->n_bytes) == 0);
		prove(utf8_is_valid(span->text, span->n_bytes));
		prove(!memchr(span->text, '\t', span->n_bytes));
		prove((span->kind == MR_SPAN_BREAK) == (strchr(span->text, '\n') != NULL));
		prove(!span->url[0] || shape_is_url(span->url));
		at += span->n_bytes;
	}
	prove(at == text->n_bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	const struct markdown_finding *findings;
	const struct mr_text *text;
	struct texts texts;
	char *source = malloc(n + 1); /* with the NUL that the pool asks for */

	/* The loader lets neither invalid UTF-8 nor control characters come this far. */
	if (!utf8_is_valid((const char *)bytes, n) ||
	    utf8_find_control((const char *)bytes, n) != UTF8_INVALID) {
		free(source);
		return 0;
	}
	prove(source != NULL);
	memcpy(source, bytes, n);
	source[n] = 0;
	texts_init(&texts, NULL);
	text = texts_rich(&texts, source, n, &findings);
	prove(text != NULL);
	prove_text(text);
	if (!findings)
		prove(utf8_find_control(text->plain, text->n_bytes) == UTF8_INVALID);
	prove(texts_rich(&texts, source, n, &findings) == text);
	texts_release(&texts);
	free(source);
	return 0;
}
