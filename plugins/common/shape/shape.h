/* SPDX-License-Identifier: MIT */
/*
 * shape - text into lines of glyphs, for paper and for pixels alike.
 *
 * A `struct shape` is a stack of fonts: a chain of families fixed in the code (Noto Sans first, DejaVu Sans for signs;
 * shape_family.c), looked through character by character, in five styles, each font file opened when its first glyph is needed.  A
 * paragraph is made of spans (each with a style) and measured once; it is then broken into lines of
 * any width as often as a planner likes.  HarfBuzz shapes, FriBidi orders.  Words are shaped once
 * each and kept.
 *
 *     struct shape *shape = shape_new(&(struct shape_options){.language = "en", .embed = true});
 *     struct shape_span span = {.text = "Gr\303\266\303\237e", .n = 7};
 *     struct shape_par *par = shape_par_new(shape, &span, 1, SHAPE_AUTO);
 *     struct shape_layout layout = SHAPE_LAYOUT_INIT;
 *     shape_break(par, 42000, &layout);
 *     for each line, for each piece: paint its glyphs from piece->x on
 *     shape_layout_release(&layout);
 *     shape_par_free(par);
 *     shape_free(shape);
 *
 * UNITS.  All lengths are thousandths of the paragraph's font size (1/1000 em), as in PDF, so one
 * paragraph serves every size: width in points = length * size / 1000.  y grows upwards.
 *
 * OWNERSHIP.  A paragraph borrows the spans' text, which must live as long as it does; the spans
 * themselves are copied.  A layout points into nothing but itself and may be used again and again
 * (shape_break clears it and keeps its memory).  Faces live as long as the shape.
 *
 * ERRORS are sticky: out of memory, or no usable font at all, makes shape_failed() true, and every
 * later result is empty but valid.  A font file that cannot be used is reported once through
 * `problem` and the next of the chain takes its place; a character that no font has becomes U+FFFD
 * (or '?') and is reported once through `missing`.
 *
 * No glyph 0 (.notdef) is ever handed out.
 *
 * Line breaking follows the common core of UAX #14: at spaces, after hyphens, slashes and dashes, at
 * sensible places of URLs (behind '/', '.', '?', '&', '=', '#', '_', before '%'), between CJK characters but for the
 * simple kinsoku rules, at soft hyphens (which then become visible) and zero-width spaces; '\n' is
 * a forced break.  What is still too long is divided with a hyphen where options.divide allows it, but for
 * addresses, and as the last resort broken between grapheme clusters.
 */
#ifndef MESHREPORT_COMMON_SHAPE_H
#define MESHREPORT_COMMON_SHAPE_H

#include <meshreport/plugin.h>

enum shape_style {
	SHAPE_REGULAR = 0,
	SHAPE_BOLD = 1,
	SHAPE_ITALIC = 2,
	SHAPE_BOLD_ITALIC = 3,
	SHAPE_MONO = 4
};
#define SHAPE_N_STYLES 5

enum shape_direction {
	SHAPE_AUTO = 0, /* by the first strong character, else by options.is_rtl */
	SHAPE_LTR = 1,
	SHAPE_RTL = 2
};

struct shape;
struct shape_par;

struct shape_options {
	const char *
		family; /* asked for by the user: a family or, with a '/', a file; null or "": none */
	/*
	 * Files of the user's, in place of a family: for letters and, where there is one, for bold ones.  Without bytes: none.
	 * The bytes live as long as the shape and have been through shape_usable_vet().
	 */
	struct shape_file {
		const char *name; /* for messages */
		struct mr_bytes bytes;
	} file, bold_file;
	const char *
		language; /* BCP 47, null: "en"; chooses among the CJK variants and forms of letters */
	bool is_rtl; /* base direction of paragraphs without a strong character */
	/*
	 * Letters of DejaVu Sans, as wide as scene_estimate takes them to be, before those of Noto Sans, which are narrower at
	 * the same height: for pictures, that one of pixels and one that a browser draws are laid out alike.
	 */
	bool is_wide;
	bool embed; /* refuse fonts whose licence bits (OS/2 fsType) forbid embedding a subset */
	/*
	 * Asked where a word that fits no line may be divided: sets points[i], for the `n` bytes of
	 * the word, to other than 0 where a hyphen may stand before byte i.  False, or null: nowhere.
	 */
	bool (*divide)(void *data, const char *word, uint32_t n, char *points);
	void *divide_data;
	/* Told once per character that no font has; `where` is what shape_at() said last. May be null. */
	void (*missing)(void *data, uint32_t code_point, const struct mr_where *where);
	/* Told once per font file or family that cannot be used, one line, no full stop. May be null. */
	void (*problem)(void *data, const char *message);
	void *data;
};

/*
 * Whether a font file serves, and, with `embed`, may be embedded: 0, or -1 with the reason ("its licence bits forbid
 * embedding").
 */
int shape_usable_vet(struct mr_bytes file, bool embed, char *why, size_t size);

/* Null only when there is no memory; a missing font shows in shape_failed(). */
struct shape *shape_new(const struct shape_options *options);
void shape_free(struct shape *shape);
bool shape_failed(const struct shape *shape);
/* What the text that follows belongs to, for `missing`; copied. */
void shape_at(struct shape *shape, const struct mr_where *where);

/* Tells by diag() which font each style and some scripts take on this machine, and what is missing: mr_plugin.examine. */
void shape_examine(struct mr_job *job, bool embed);

/* ---- faces */

struct hb_face_t;

struct shape_face {
	const char *path;
	uint32_t index; /* within a collection (.ttc) */
	uint32_t style; /* enum shape_style, that the file really has */
	uint32_t upem; /* font units per em */
	uint32_t n_glyphs;
	struct hb_face_t *hb; /* borrowed */
	float ascent, descent; /* of a line of text, both positive */
	float cap_height, x_height;
	float underline,
		underline_thickness; /* position of its middle below the base line, positive */
};

uint32_t shape_n_faces(const struct shape *shape); /* opened so far; numbers never change */
const struct shape_face *shape_face(const struct shape *shape, uint32_t face);
/* The face that the letters of a style come from first. */
uint32_t shape_style_face(struct shape *shape, uint32_t style);
/* The advance that the font states, without kerning: what /W in a PDF must say. */
float shape_advance(struct shape *shape, uint32_t face, uint32_t gid);

/* The glyph of a character in a face; 0: it has none. */
uint32_t shape_font_gid(struct shape *shape, uint32_t face, uint32_t code);

/* Receives an outline in 1/1000 em, y upwards; all four must be set. */
struct shape_pen {
	void (*move_to)(void *data, float x, float y);
	void (*line_to)(void *data, float x, float y);
	void (*curve_to)(void *data, float x1, float y1, float x2, float y2, float x3, float y3);
	void (*close)(void *data);
};
void shape_outline(struct shape *shape, uint32_t face, uint32_t gid, const struct shape_pen *pen,
		   void *data);

/* ---- paragraphs */

struct shape_span {
	const char *text; /* valid UTF-8 */
	uint32_t n; /* bytes */
	uint8_t style; /* enum shape_style */
	bool glue; /* no break between this span and the one before: note marks */
	float scale; /* of the paragraph's size, 0 means 1: 0.7 for note marks */
	float rise; /* of the base line, in 1/1000 em of the paragraph: 350 for note marks */
};

/* Never null but for want of memory (then shape_failed()). */
struct shape_par *shape_par_new(struct shape *shape, const struct shape_span *spans,
				uint32_t n_spans, uint32_t direction);
void shape_par_free(struct shape_par *par);
bool shape_par_is_rtl(const struct shape_par *par);
/* The widest part that should not be broken; a narrower column breaks inside words. */
float shape_par_min_width(const struct shape_par *par);
/* The width at which only forced breaks remain. */
float shape_par_max_width(const struct shape_par *par);
/* How many lines shape_break() would make; cheap, and known once it was asked.  An empty paragraph has no line. */
uint32_t shape_count_lines(struct shape_par *par, float width);
/* No other paragraph of its shape has or had it. */
uint64_t shape_par_number(const struct shape_par *par);

struct shape_glyph {
	uint16_t gid;
	uint8_t n_text; /* bytes of the span's text it stands for; 0: belongs to the glyph before (in reading order) */
	uint8_t flags; /* SHAPE_GLYPH_... */
	uint32_t text_at; /* where they begin, byte offset into the span's text */
	float advance; /* kerning included, already scaled by the span's scale, like all that follow */
	float dx, dy; /* moves the glyph, not the pen */
};
#define SHAPE_GLYPH_SPACE 1 /* a space: nothing to paint */
#define SHAPE_GLYPH_TRAILING 2 /* a space that ends a line: outside the line's width */
#define SHAPE_GLYPH_HYPHEN \
	4 /* stands for a soft hyphen, or with n_text 0 for none, at the end of a line */
#define SHAPE_GLYPH_MISSING 8 /* the replacement for a character that no font has */
#define SHAPE_GLYPH_JOINED 16 /* in one cluster with the glyph before (in reading order) */

/* Glyphs of one face and span, one after the other from left to right. */
struct shape_piece {
	uint32_t first, n; /* glyphs of the layout */
	uint32_t face;
	uint32_t span;
	float x; /* of its left end from the left end of its line */
	float width; /* trailing spaces included */
	float scale, rise; /* of its span, scale never 0 */
	bool is_rtl; /* its glyphs stand in reverse reading order */
};

struct shape_line {
	uint32_t first, n; /* pieces of the layout, from left to right */
	float width; /* without the spaces at its end */
	bool is_last; /* of the paragraph */
};

struct shape_layout {
	struct shape_line *lines;
	uint32_t n_lines;
	struct shape_piece *pieces;
	uint32_t n_pieces;
	struct shape_glyph *glyphs;
	uint32_t n_glyphs;
	uint32_t lines_size, pieces_size, glyphs_size; /* allocated */
};
#define SHAPE_LAYOUT_INIT                          \
	{                                          \
		NULL, 0, NULL, 0, NULL, 0, 0, 0, 0 \
	}

/*
 * Breaks into lines not wider than `width` (0 or less: no limit) and clears the layout before.  The
 * pieces of a line begin at x = 0; aligning is the caller's.  In a paragraph from right to left the
 * spaces that end a line stand at negative x.  A single cluster wider than `width` overflows.
 */
void shape_break(const struct shape_par *par, float width, struct shape_layout *layout);

/* Where a line of a paragraph begins; zero is its beginning. */
struct shape_mark {
	uint32_t item, at;
};
/*
 * The same of `n` lines at most from `mark` on, which is where the next one begins afterwards: whoever needs a few lines
 * of a long paragraph at a time pays for those.
 */
void shape_break_part(const struct shape_par *par, float width, uint32_t n, struct shape_mark *mark,
		      struct shape_layout *layout);
/* No line begins there: the paragraph has ended. */
bool shape_mark_is_end(const struct shape_par *par, struct shape_mark mark);
void shape_layout_release(struct shape_layout *layout);

/* ---- short cuts for labels */

/* One line of one style; `layout` gets at most one line ('\n' counts as a space). */
void shape_label(struct shape *shape, uint32_t style, const char *text,
		 struct shape_layout *layout);
float shape_width(struct shape *shape, uint32_t style, const char *text);

#endif
