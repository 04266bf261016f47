/* SPDX-License-Identifier: MIT */
/*
 * shape_private - what the files of shape share; nobody else includes it.
 *
 *   shape_label.c    short cuts: one line of one style
 *   shape_outline.c  glyphs as curves
 *   shape_open.c     the stack, made and freed
 *   shape_par.c      paragraphs: widths, lines, layout
 *   shape_item.c     a paragraph -> items: words and spaces with break opportunities and bidi levels
 *   shape_cache.c    words kept
 *   shape_word.c     a word of one style and direction -> glyphs
 *   shape.c          the ground: arrays that grow, failure, faces by number
 *   shape_font.c     families, files, faces: which face has a character
 *   shape_usable.c   whether a file serves, and may be embedded
 *   shape_family.c   the chain of families, and where their files lie
 *   shape_class.c    what a character is to line breaking
 *
 * Each needs only those below it.
 *
 * A word's glyphs are in font order from left to right, their texts count from the word's begin.
 */
#ifndef MESHREPORT_COMMON_SHAPE_PRIVATE_H
#define MESHREPORT_COMMON_SHAPE_PRIVATE_H

#include <hb.h>

#include "common/shape/shape.h"
#include "common/write/utf8.h"

/* A word longer than this is cut between clusters into words that are not broken apart. */
#define WORD_MAX_BYTES 480
/* More marks on one letter than this become a cluster of their own. */
#define CLUSTER_MAX_BYTES 240
#define NO_FACE UINT32_MAX
#define MAX_FACES 200

/* CJK forms, in the order of the faces in Noto Sans CJK's collection. */
enum cjk {
	CJK_JAPANESE = 0,
	CJK_KOREAN = 1,
	CJK_SIMPLIFIED = 2,
	CJK_TRADITIONAL = 3,
	CJK_HONG_KONG = 4
};

#define N_ASCII 95 /* U+0020 .. U+007E */
#define PAIR_UNKNOWN INT16_MIN
#define PAIR_COMPLEX (INT16_MIN + 1)

struct face {
	struct shape_face public;
	char *path;
	const void *bytes; /* of a file that was handed in, else null */
	hb_font_t *font;
	float unit; /* 1000 / upem */
	bool is_pairwise; /* Latin letters depend on their neighbour only: the fast way is right */
	bool has_ascii;
	uint16_t ascii_gid[N_ASCII];
	int16_t ascii_advance[N_ASCII]; /* font units */
	int16_t *pairs; /* N_ASCII * N_ASCII kerning in font units, or PAIR_...; null before use */
};

/* Glyphs of one face within a word. */
struct part {
	uint16_t first, n;
	uint32_t face;
};

struct word {
	struct word *next;
	uint32_t hash;
	uint32_t n; /* bytes */
	float width;
	uint16_t n_glyphs, n_parts;
	uint8_t style, is_rtl, cjk;
	const char *text;
	const struct part *parts;
	const struct shape_glyph *glyphs;
};

enum item_flags {
	ITEM_BREAK = 1, /* a line may begin here */
	ITEM_SOFT = 2, /* a line may begin here when the word would not fit any line */
	ITEM_SPACE = 4, /* vanishes at the end of a line */
	ITEM_FORCED = 8, /* a line ends behind this space */
	ITEM_HYPHEN = 16, /* broken behind it, a hyphen appears */
	ITEM_ADDRESS = 32 /* part of an address: a hyphen would be read as its own */
};

struct item {
	const struct word *word;
	uint32_t span;
	uint32_t text_at; /* byte offset into the span */
	float width; /* scaled */
	uint8_t flags;
	uint8_t level; /* bidi embedding level */
};

struct block {
	struct block *next;
	size_t n, size;
	max_align_t at[];
};

/* A character of a paragraph while it is analysed. */
struct letter {
	uint32_t code;
	uint32_t span;
	uint32_t at;
	uint8_t n; /* bytes */
	uint8_t class; /* enum letter_class of shape_item.c */
	uint8_t before; /* enum item_flags: ITEM_BREAK, ITEM_SOFT, or 0 */
	int8_t level;
	bool starts_cluster;
	bool is_address; /* part of one */
};

/* Which face has a character: (style, cjk, code point) + 1 -> face or NO_FACE; key 0 is free. */
struct found {
	uint64_t key;
	uint32_t face;
};

/* Long paragraphs that are kept: see shape_recent.c. */
enum { N_RECENT = 4 };

struct shape {
	struct shape_options options;
	char *family, *language;
	hb_language_t hb_language;
	enum cjk cjk;
	bool cjk_is_told; /* by the language of the document */
	bool failed;
	struct mr_where where;

	struct face *faces[MAX_FACES];
	uint32_t n_faces;
	uint32_t *slots; /* family * style -> face + 1, NO_FACE for one that cannot be used */
	uint32_t style_face[SHAPE_N_STYLES]; /* NO_FACE before use */
	void *asked; /* fontconfig's answer book, null before use */
	bool user_family_is_said;

	struct found *found; /* hash table */
	uint32_t n_found, found_size;
	uint32_t *reported; /* characters told to `missing`, sorted by hash */
	uint32_t n_reported, reported_size;

	struct word **words; /* hash table */
	uint32_t n_words, words_size;
	struct block *blocks;
	hb_buffer_t *buffer;
	hb_draw_funcs_t *draw; /* null before use */

	struct letter *letters; /* scratch of shape_item.c */
	uint32_t letters_size;
	struct item *items;
	uint32_t n_items, items_size;
	struct slice *slices; /* scratch of shape_layout.c */
	uint32_t slices_size;
	void *bidi; /* scratch for FriBidi */
	size_t bidi_size;
	struct shape_par *recent[N_RECENT];
	uint32_t next_recent;
	uint64_t n_pars; /* made so far */
};

struct shape_par {
	struct shape *shape;
	struct shape_span *spans;
	struct item *items;
	uint32_t n_spans, n_items;
	uint64_t number; /* of all that the shape made, from 1 */
	uint32_t n_users; /* beside the one that made it */
	uint32_t direction; /* as asked for */
	bool is_rtl; /* the base direction */
	bool is_mixed; /* items need reordering */
	float min_width, max_width;
	float label_width; /* of all in one line, whatever the forced breaks */
	float counted_for; /* the width that n_lines were counted for, below 0: none yet */
	uint32_t n_lines;
};

/* ---- shape.c */

/* Makes room for `need` elements of `size` bytes at *array; false (and failed) without memory. */
bool shape_grow(struct shape *shape, void *array, uint32_t *have, size_t need, size_t size);

/* ---- shape_class.c */

/*
 * The classes that line breaking tells apart: the part of UAX #14 that tables of words need.
 * Order matters nowhere.
 */
enum letter_class {
	OTHER, /* letters, and whatever has no rule */
	DIGIT,
	SPACE,
	NEWLINE,
	ZERO_SPACE, /* an invisible opportunity */
	SOFT_HYPHEN,
	GLUE, /* no break on either side */
	HYPHEN,
	DASH,
	SLASH,
	MARKER, /* . _ : & = ? ...: a place to break addresses and identifiers */
	OPEN, /* no break behind */
	CLOSE, /* no break before */
	IDEOGRAPH, /* CJK, emoji: breaks on both sides */
	IDEO_OPEN,
	IDEO_CLOSE,
	SEA, /* letters of scripts without spaces between words */
	SEA_LEADING /* their vowels that begin a syllable */
};
uint8_t shape_class(uint32_t code);
bool shape_is_cjk(uint32_t code);
/* Marks, joiners and selectors: never apart from the letter before. */
bool shape_extends(uint32_t code);
/* Takes no room and asks no font: joiners, selectors, direction marks. */
bool shape_is_ignorable(uint32_t code);

/* ---- shape_usable.c */

/* Why a face cannot be used, "its head table is damaged"; null where it can. */
const char *shape_usable_problem(hb_face_t *face, bool embed);

/* ---- shape_font.c */

/* The face for a cluster of `n` characters, or NO_FACE when none has its first. */
uint32_t shape_font_for(struct shape *shape, uint32_t style, enum cjk cjk, const uint32_t *codes,
			uint32_t n);
void shape_font_release(struct shape *shape);

/* ---- shape_word.c */

/* More glyphs than this from one word is a font that means harm. */
#define GLYPHS_MAX 4096

/* A cluster of the word that is being shaped: a letter with its marks. */
struct cluster {
	uint16_t at, n; /* bytes */
	uint32_t face;
	hb_script_t script;
};

/* A word while it is made. */
struct draft {
	struct shape *shape;
	const char *text;
	uint32_t n;
	uint32_t style;
	bool is_rtl;
	enum cjk cjk;
	struct cluster clusters[WORD_MAX_BYTES];
	uint32_t n_clusters;
	struct part parts[WORD_MAX_BYTES];
	uint32_t n_parts;
	struct shape_glyph glyphs[GLYPHS_MAX];
	uint32_t n_glyphs;
};

/* Fills in parts and glyphs. */
void shape_draft(struct draft *draft);

/* ---- shape_cache.c */

/* Null only for want of memory (then shape->failed). */
const struct word *shape_cache_word(struct shape *shape, uint32_t style, bool is_rtl, enum cjk cjk,
				    const char *text, uint32_t n);

/* ---- shape_item.c */

/* Analyses spans into shape->items; says the base direction and whether levels differ. */
bool shape_item_make(struct shape *shape, const struct shape_span *spans, uint32_t n_spans,
		     uint32_t direction, struct shape_par *par);

/* ---- shape_recent.c */

/* Whether a paragraph of these is kept; then it has a copy of its texts. */
bool shape_recent_is_long(const struct shape_span *spans, uint32_t n);
/* The one that was made of the same, with one user more, or null. */
struct shape_par *shape_recent_find(struct shape *shape, const struct shape_span *spans, uint32_t n,
				    uint32_t direction);
/* One user less; the last frees it. */
void shape_recent_leave(struct shape_par *par);
void shape_recent_keep(struct shape *shape, struct shape_par *par);
void shape_recent_release(struct shape *shape);

/* ---- shape_par.c */

/* A place in a paragraph: before byte `at` of an item's word. */
struct cursor {
	uint32_t item;
	uint32_t at;
};

/* One line, found but not laid out. */
struct found_line {
	struct cursor begin, end;
	float width; /* without spaces at the end */
	bool has_hyphen;
};

/* The line that begins there and is at most `limit` wide; 0: no limit. */
void shape_par_find(const struct shape_par *par, struct cursor begin, float limit,
		    struct found_line *line);
/* The hyphen that an item may end with; null without memory. */
const struct word *shape_par_hyphen(const struct shape_par *par, const struct item *item);

/* Whether a glyph stands for a byte of first..end - 1 of its word. */
static inline bool shape_par_has(const struct shape_glyph *glyph, uint32_t first, uint32_t end)
{
	return glyph->text_at >= first && glyph->text_at < end;
}

/* The character at `text`; returns its bytes. */
static inline uint32_t shape_decode(const char *text, uint32_t *code)
{
	const char *at = text;

	*code = utf8_next(&at);
	return (uint32_t)(at - text);
}

#endif
