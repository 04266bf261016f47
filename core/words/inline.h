/* SPDX-License-Identifier: MIT */
/*
 * inline - the inline Markdown of a cell as words with pieces, to be cut, joined and written again.
 *
 * What a page shows is what counts: images give their alternative text, tags that only shape go, known
 * :shortcodes: become their sign, <br> and line feeds are breaks.  Links, code and emphasis are kept on
 * the piece of the words that has them.  inline_put() writes Markdown that reads back as the same words
 * and links: plain where that is enough, escaped where it must be.
 *
 * Each distinct text is parsed once (by data/text, so by cmark-gfm), and all texts live in the pool.
 * Null pointers mean that memory was refused; `failed` stays true then.
 */
#ifndef MESHREPORT_CORE_INLINE_H
#define MESHREPORT_CORE_INLINE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/strset.h"
#include "base/vec.h"
#include "data/texts.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum inline_flag {
	INLINE_CODE = 1,
	INLINE_STRONG = 2,
	INLINE_EMPHASIS = 4,
	INLINE_RAISED = 8, /* <sup> */
	INLINE_IMAGE = 16, /* its alternative text */
	INLINE_REFERENCE = 32, /* the label of a [^label] */
	INLINE_SMALL = 64 /* <small> */
};

struct inline_piece {
	uint32_t first, n; /* of the words */
	uint32_t flags;
	const char *url; /* "" without; equal pointers in a row are one link */
};

struct inline_text {
	const char *words; /* NUL-terminated; a break is a line feed */
	uint32_t n;
	uint32_t n_pieces;
	const struct inline_piece *pieces; /* none empty, one after another */
	bool has_image; /* also one without alternative text */
	const char *refused; /* an address that no dataset may link to, "" without */
};

struct inline_pool {
	struct texts texts;
	struct arena arena;
	struct strset sources;
	struct vec by_source; /* const struct inline_text *, by number in `sources` */
	struct buf scratch, marked, words, pieces;
	bool failed;
};

void inline_init(struct inline_pool *pool);
void inline_release(struct inline_pool *pool);

/* The text of Markdown; `is_literal`: of letters that are no markup. */
const struct inline_text *inline_read(struct inline_pool *pool, const char *source,
				      bool is_literal);

/* The part `first`, `n` of the words, without space and breaks at its ends. */
const struct inline_text *inline_cut(struct inline_pool *pool, const struct inline_text *text,
				     size_t first, size_t n);

/* Two texts with `between` (plain words) in the middle. */
const struct inline_text *inline_join(struct inline_pool *pool, const struct inline_text *a,
				      const char *between, const struct inline_text *b);

/* The words without any piece of `flags`, trimmed; what is left of them stands together. */
const struct inline_text *inline_without(struct inline_pool *pool, const struct inline_text *text,
					 uint32_t flags);

/* The same words without these flags (emphasis of a whole name). */
const struct inline_text *inline_unflagged(struct inline_pool *pool, const struct inline_text *text,
					   uint32_t flags);

/*
 * The small words behind a break at the end ("Mesh expansion<br><small>to machines outside</small>"), and what
 * stands before them to `out_name`; null where there are none.
 */
const struct inline_text *inline_subtitle(struct inline_pool *pool, const struct inline_text *text,
					  const struct inline_text **out_name);

/* The one address that all words link to, or that one part of them links to; "" for none or several. */
const char *inline_url(const struct inline_text *text);

/* Whether all words have the flag. */
bool inline_is_all(const struct inline_text *text, uint32_t flag);

/* Markdown that reads back as the text; `without_links` leaves the addresses out. */
void inline_put(struct inline_pool *pool, struct buf *out, const struct inline_text *text,
		bool without_links);

#endif
