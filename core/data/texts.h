/* SPDX-License-Identifier: MIT */
/*
 * texts - the pool of rich texts: equal sources are one struct mr_text, parsed once, with dense ids.
 *
 * All of it lives in the pool's arena.  A text without a byte that could be markup never reaches the
 * parser (markdown.h), and one longer than MARKDOWN_MAX bytes is kept as plain words with a finding.
 *
 * Controls of direction in a text (entities, too) reach no further than it: it is made fit (base/bidi.h).
 *
 * A pool may stand on another one, which it never changes: what it is asked for is looked up there
 * first, and its ids go on where the other's end.  So the matrix has labels and joined lists of its
 * own over a dataset that stays as it was loaded.
 */
#ifndef MESHREPORT_CORE_TEXTS_H
#define MESHREPORT_CORE_TEXTS_H

#include "base/arena.h"
#include "base/strset.h"
#include "base/vec.h"
#include "data/markdown.h"

#include <meshreport/plugin.h>
#include <stddef.h>
#include <stdint.h>

struct texts {
	const struct texts *base; /* borrowed; or null */
	struct arena arena;
	struct strset sources; /* Markdown, and the makings of joined texts */
	struct strset words; /* texts without markup */
	struct vec by_source; /* struct texts_rich, by number in sources */
	struct vec by_words; /* const struct mr_text *, by number in words */
	uint32_t n; /* distinct texts with the base's, so also the next id */
	struct markdown markdown;
};

void texts_init(struct texts *texts, const struct texts *base);
void texts_release(struct texts *texts);

/*
 * The rich text of `n` bytes of Markdown (valid UTF-8 without control characters), with a NUL behind
 * them; null when memory is refused.  What was found on the way is `out_findings`, null for nothing,
 * the same each time.  The bytes are borrowed: they must live as long as the pool.
 */
const struct mr_text *texts_rich(struct texts *texts, const char *source, size_t n,
				 const struct markdown_finding **out_findings);

/* The text of `n` bytes that are words alone, never markup (labels); null when memory is refused. */
const struct mr_text *texts_plain(struct texts *texts, const char *words, size_t n);

/*
 * A new text from `n` pieces with `separator` between them, spans and links kept (lists, parts);
 * null when memory is refused.
 */
const struct mr_text *texts_join(struct texts *texts, const struct mr_text *const *pieces, size_t n,
				 const char *separator);

/*
 * All ids of the pool, but not of those it stands on, become `by` more; `by` is at least the number of its texts.
 * Nothing may be asked of the pool, or of one that stands on it, afterwards.
 */
void texts_shift(struct texts *texts, uint32_t by);

#endif
