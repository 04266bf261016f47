/* SPDX-License-Identifier: MIT */
/*
 * text - inline Markdown to spans; the only file that knows cmark-gfm.
 *
 * A text of a dataset is one paragraph of CommonMark inlines: links, emphasis, strong, code, hard
 * breaks, escapes and entities.  Everything else is words: raw HTML, and whatever would be a block
 * ("1. ", "# ", "- ", "> ", a fence) stays as it is written.  An image is its alternative text.  A
 * soft break is a space.  No words are ever lost: a link whose address is refused keeps its words.
 *
 * struct texts is the pool of a dataset: equal sources are one struct mr_text, parsed once, with
 * dense ids.  All of it lives in the pool's arena.  Text without a byte that could be markup never
 * reaches cmark.
 *
 * Bounds: a source longer than TEXT_MAX_MARKUP bytes is kept as plain words with a finding, so that cmark's
 * worst cases stay small.
 */
#ifndef MESHREPORT_CORE_TEXT_H
#define MESHREPORT_CORE_TEXT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/strset.h"

#include <meshreport/plugin.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Longest source that reaches cmark, whose worst cases are quadratic. */
enum { TEXT_MAX_MARKUP = 8 * 1024 };

enum text_problem {
	TEXT_LINK_REFUSED, /* error; `word` is the address */
	TEXT_CONTROL, /* error: an entity names a control character; `word` is the entity */
	TEXT_IMAGE, /* warning: only the alternative text is shown; `word` is the address */
	TEXT_TITLE, /* warning: a link's title is not shown; `word` is the title */
	TEXT_TOO_LONG /* warning: shown as it is written; `word` is "" */
};

struct text_finding {
	const struct text_finding *next;
	enum text_problem problem;
	const char *word;
};

struct texts {
	struct arena arena;
	struct strset sources; /* Markdown, and the makings of joined texts */
	struct strset words; /* texts without markup */
	struct texts_by_source {
		const struct mr_text *text;
		const struct text_finding *findings;
	} * by_source; /* by number in sources */
	const struct mr_text **by_words; /* by number in words */
	size_t n_by_source, n_by_words; /* capacities */
	uint32_t n; /* distinct texts, so also the next id */
	struct buf line, spans, open, plain; /* scratch of the parser */
	struct arena lent; /* to cmark, from one text to the next */
};

void texts_init(struct texts *texts);
void texts_release(struct texts *texts);

/*
 * The rich text of `n` bytes of Markdown (valid UTF-8 without control characters); null when memory
 * is refused.  What was found on the way is `out_findings`, null for nothing, the same each time.
 */
const struct mr_text *texts_rich(struct texts *texts, const char *source, size_t n,
				 const struct text_finding **out_findings);

/* The text of `n` bytes that are words alone, never markup (labels); null when memory is refused. */
const struct mr_text *texts_plain(struct texts *texts, const char *words, size_t n);

/*
 * A new text from `n` pieces with `separator` between them, spans and links kept (lists, parts);
 * null when memory is refused.
 */
const struct mr_text *texts_join(struct texts *texts, const struct mr_text *const *pieces, size_t n,
				 const char *separator);

/*
 * True for an address a dataset may link to: http, https, mailto, or a relative or fragment
 * reference (RFC 3986, 4.2) that names no host; without control characters, spaces or backslashes.
 */
bool text_url_is_allowed(const char *url);

#endif
