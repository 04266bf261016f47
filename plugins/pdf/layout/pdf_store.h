/* SPDX-License-Identifier: MIT */
/*
 * pdf_store - content as blocks of shaped paragraphs, before it has a place on paper.
 *
 * A store holds paragraphs; a block is a run of them: what stands in one cell.  A paragraph is said
 * span by span and then closed; it may have a symbol in a slot at its beginning, with all its lines
 * hanging behind the slot.  Links are kept beside the spans.  Nothing here knows widths of columns,
 * pages or tags: pdf_block measures blocks, pdf_canvas paints them.
 *
 *     pdf_store_span(store, "yes", 3, SHAPE_REGULAR, PDF_INK_TEXT, PDF_NO_LINK);
 *     pdf_store_mark(store, "1", link);
 *     pdf_store_close(store, &(struct pdf_par){.size = 1});
 *
 * UNITS.  em of the document's base size: `size`, `indent` and `gap` are multiples of it, and so are
 * all widths and heights that come out.
 *
 * OWNERSHIP.  Texts given as spans are borrowed until the store is cleared; pdf_store_copy() keeps
 * one.  ERRORS are sticky: `failed`.
 */
#ifndef MESHREPORT_PDF_STORE_H
#define MESHREPORT_PDF_STORE_H

#include "common/write/out.h"
#include "common/shape/shape.h"

#define PDF_NO_LINK UINT32_MAX
#define PDF_LEADING 1.24f /* height of a line, as a multiple of its size */
#define PDF_BASELINE 0.96f /* from the top of a line to its base line */
#define PDF_SLOT 1.35f /* width of the slot of a symbol */

enum pdf_ink {
	PDF_INK_TEXT,
	PDF_INK_MUTED,
	PDF_INK_LINK,
	PDF_INK_HEADING,
	PDF_INK_YES, /* and four more, in the order of enum mr_like */
	PDF_INK_PARTIAL,
	PDF_INK_NO,
	PDF_INK_UNKNOWN,
	PDF_INK_NA,
	PDF_INK_ON_YES, /* on a badge, and four more in that order */
	PDF_INK_ON_LAST = PDF_INK_ON_YES + 4,
	PDF_N_INKS
};

/* What a link does and says. */
struct pdf_link {
	const char *uri; /* or null: within the document */
	uint64_t key; /* the place it leads to */
	uint64_t place; /* the place that it is itself, 0: none */
	uint32_t n_before; /* so many places with keys before that one are here, too */
	const char *contents; /* what is announced */
	bool is_reference; /* to a note or a source: a Reference in the tree */
	uint32_t element; /* of the tree, once it is painted; 0: not yet */
};

struct pdf_span_look {
	uint32_t link; /* or PDF_NO_LINK */
	uint8_t ink; /* enum pdf_ink */
	const char *said; /* read instead of what is seen, or null */
};

enum pdf_align { PDF_ALIGN_START = 0, PDF_ALIGN_END, PDF_ALIGN_MIDDLE };

struct pdf_par {
	struct shape_par *par;
	struct shape_par *symbol; /* or null */
	uint32_t first_span; /* of the store; the symbol's one span stands before it */
	uint32_t n_spans;
	float size;
	float indent; /* of all its lines */
	float slot; /* of the symbol, which fills it; 0: PDF_SLOT, with a gap before the words */
	const char *said; /* read instead of the symbol, or null: it is what is seen */
	float gap; /* above it, but for the first of a block */
	uint8_t align; /* enum pdf_align */
	float counted_for; /* the room that n_lines were counted for, 0: none yet */
	uint32_t n_lines;
};

struct pdf_block {
	uint32_t first, n; /* paragraphs of the store */
};

struct pdf_store_text;

struct pdf_store {
	struct shape *shape;
	struct shape_span *spans;
	struct pdf_span_look *looks;
	struct pdf_par *pars;
	struct pdf_link *links;
	uint32_t n_spans, spans_size, looks_size;
	uint32_t n_pars, pars_size;
	uint32_t n_links, links_size;
	uint32_t open; /* first span of the paragraph that is being said */
	struct pdf_store_text *texts; /* copies */
	float mark_scale; /* of note marks */
	bool failed;
};

/* `mark_scale` keeps marks at six points or more. */
void pdf_store_init(struct pdf_store *store, struct shape *shape, float mark_scale);
void pdf_store_release(struct pdf_store *store);
/* Forgets everything and keeps the room. */
void pdf_store_clear(struct pdf_store *store);

void pdf_store_span(struct pdf_store *store, const char *text, size_t n, uint8_t style, uint8_t ink,
		    uint32_t link);
/* A small raised span that stays with the word before it. */
void pdf_store_mark(struct pdf_store *store, const char *text, uint32_t link);
/* A small span on the base line that stays with the word before it. */
uint32_t pdf_store_link(struct pdf_store *store, const struct pdf_link *link);
const char *pdf_store_copy(struct pdf_store *store, const char *text, size_t n);
/* What a writer of memory holds, kept; the writer is released, and its failure becomes the store's. */
const char *pdf_store_take(struct pdf_store *store, struct out *out);
/*
 * Ends a paragraph of the spans said since the last one; par->par and the spans are filled in.  With
 * a `symbol` the paragraph gets a slot; nothing is added when neither was said.
 */
void pdf_store_close(struct pdf_store *store, const struct pdf_par *par, const char *symbol,
		     uint8_t symbol_ink);

#endif
