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
 * Bounds: a source longer than TEXT_MAX_MARKUP bytes, or nested beyond it, is kept as plain words
 * with a problem noted, so that cmark's worst cases stay small.
 */
#ifndef MESHREPORT_CORE_TEXT_H
#define MESHREPORT_CORE_TEXT_H

#include "arena.h"
#include "strset.h"

#include <meshreport/plugin.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TEXT_MAX_MARKUP = 16 * 1024 };

enum text_problem {
	TEXT_OK = 0,
	TEXT_LINK_REFUSED, /* error; `word` is the address */
	TEXT_IMAGE, /* warning: only the alternative text is shown; `word` is the address */
	TEXT_TOO_LONG, /* warning: shown without markup */
	TEXT_CONTROL /* error: an entity names a control character */
};

struct text_finding {
	const struct text_finding *next;
	enum text_problem problem;
	const char *word;
};

struct texts {
	struct arena arena;
	struct strset markup; /* sources of Markdown, numbered; see text.c */
	struct strset plain;
	const struct mr_text **by_markup; /* by number of the source, null until asked for */
	const struct mr_text **by_plain;
	const struct text_finding **findings; /* by text id */
	size_t n_by_markup, n_by_plain, n_findings;
	uint32_t n; /* distinct texts, so also the next id */
};

void texts_init(struct texts *texts);
void texts_release(struct texts *texts);

/* The rich text of `n` bytes of Markdown (valid UTF-8); null when memory is refused. */
const struct mr_text *texts_rich(struct texts *texts, const char *source, size_t n);

/* The text of `n` bytes that are words alone, never markup (labels); null when memory is refused. */
const struct mr_text *texts_plain(struct texts *texts, const char *words, size_t n);

/* What was found when `text` was parsed, null for nothing. */
const struct text_finding *texts_findings(const struct texts *texts, const struct mr_text *text);

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
