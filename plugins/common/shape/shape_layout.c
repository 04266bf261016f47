/* SPDX-License-Identifier: MIT */
/* Lines that were found, laid out: pieces and glyphs in the order they stand on paper. */
#include "common/shape/shape_private.h"

#include <stdlib.h>

/* What of an item stands in the line that is laid out. */
struct slice {
	const struct item *item;
	uint32_t first, end; /* bytes of its word */
	uint8_t level;
	bool is_trailing;
	bool has_hyphen; /* one follows */
};

struct layouter {
	const struct shape_par *par;
	struct shape_layout *layout;
	struct slice *slices; /* the shape's scratch */
	uint32_t n_slices;
	float x;
};

static struct shape_piece *piece_for(struct layouter *to, const struct slice *slice, uint32_t face)
{
	struct shape_layout *layout = to->layout;
	struct shape_line *line = &layout->lines[layout->n_lines - 1];
	const struct shape_span *span = &to->par->spans[slice->item->span];
	bool is_rtl = slice->level & 1;
	struct shape_piece *piece = NULL;

	if (line->n > 0) {
		piece = &layout->pieces[layout->n_pieces - 1];
		if (piece->face == face && piece->span == slice->item->span &&
		    piece->is_rtl == is_rtl)
			return piece;
	}
	if (!shape_grow(to->par->shape, &layout->pieces, &layout->pieces_size,
			(size_t)layout->n_pieces + 1, sizeof(*piece)))
		return NULL;
	piece = &layout->pieces[layout->n_pieces++];
	*piece = (struct shape_piece){.first = layout->n_glyphs,
				      .face = face,
				      .span = slice->item->span,
				      .x = to->x,
				      .scale = span->scale > 0 ? span->scale : 1,
				      .rise = span->rise,
				      .is_rtl = is_rtl};
	line->n++;
	return piece;
}

static void put_glyph(struct layouter *to, struct shape_piece *piece, struct shape_glyph glyph)
{
	struct shape_layout *layout = to->layout;

	if (!shape_grow(to->par->shape, &layout->glyphs, &layout->glyphs_size,
			(size_t)layout->n_glyphs + 1, sizeof(glyph)))
		return;
	glyph.advance *= piece->scale;
	glyph.dx *= piece->scale;
	glyph.dy *= piece->scale;
	layout->glyphs[layout->n_glyphs++] = glyph;
	piece->n++;
	piece->width += glyph.advance;
	to->x += glyph.advance;
}

static void put_hyphen(struct layouter *to, const struct slice *slice)
{
	const struct word *hyphen = shape_par_hyphen(to->par, slice->item);
	struct shape_piece *piece;
	struct shape_glyph glyph;

	if (!hyphen || hyphen->n_glyphs == 0)
		return;
	piece = piece_for(to, slice, hyphen->parts[0].face);
	glyph = hyphen->glyphs[0];
	glyph.flags |= SHAPE_GLYPH_HYPHEN;
	glyph.text_at = slice->item->text_at + slice->end; /* where U+00AD stands, two bytes, */
	glyph.n_text = slice->end < slice->item->word->n ? 0 : 2; /* unless patterns put it there */
	if (piece)
		put_glyph(to, piece, glyph);
}

static void put_slice(struct layouter *to, const struct slice *slice)
{
	const struct word *word = slice->item->word;
	uint8_t flags = 0;

	if (slice->item->flags & ITEM_SPACE)
		flags = SHAPE_GLYPH_SPACE;
	if (slice->is_trailing)
		flags |= SHAPE_GLYPH_TRAILING;
	if (slice->has_hyphen && (slice->level & 1))
		put_hyphen(to, slice);
	for (uint32_t p = 0; p < word->n_parts; p++) {
		const struct part *part = &word->parts[p];
		struct shape_piece *piece = NULL;

		for (uint32_t i = part->first; i < (uint32_t)part->first + part->n; i++) {
			struct shape_glyph glyph = word->glyphs[i];

			if (!shape_par_has(&glyph, slice->first, slice->end))
				continue;
			if (!piece)
				piece = piece_for(to, slice, part->face);
			if (!piece)
				return;
			glyph.text_at += slice->item->text_at;
			glyph.flags |= flags;
			put_glyph(to, piece, glyph);
		}
	}
	if (slice->has_hyphen && !(slice->level & 1))
		put_hyphen(to, slice);
}

/* UAX #9, L2: from the highest level down to the lowest odd one, reverse what is at least as high. */
static void reorder(struct slice *slices, uint32_t n)
{
	uint8_t highest = 0, lowest = UINT8_MAX;

	for (uint32_t i = 0; i < n; i++) {
		highest = slices[i].level > highest ? slices[i].level : highest;
		if ((slices[i].level & 1) && slices[i].level < lowest)
			lowest = slices[i].level;
	}
	for (uint8_t level = highest; level >= lowest && level > 0; level--) {
		for (uint32_t i = 0; i < n; i++) {
			uint32_t end = i;

			while (end < n && slices[end].level >= level)
				end++;
			for (uint32_t a = i, b = end; a + 1 < b; a++) {
				struct slice swap = slices[a];

				b--;
				slices[a] = slices[b];
				slices[b] = swap;
			}
			i = end > i ? end : i;
		}
	}
}

static bool collect_slices(struct layouter *to, const struct found_line *line)
{
	const struct shape_par *par = to->par;
	uint32_t last = line->end.item + (line->end.at > 0), n = 0;
	bool is_end = true;

	if (!shape_grow(par->shape, &par->shape->slices, &par->shape->slices_size,
			last - line->begin.item, sizeof(struct slice)))
		return false;
	to->slices = par->shape->slices;
	for (uint32_t i = line->begin.item; i < last; i++) {
		const struct item *item = &par->items[i];

		to->slices[n++] =
			(struct slice){.item = item,
				       .first = i == line->begin.item ? line->begin.at : 0,
				       .end = i == line->end.item ? line->end.at : item->word->n,
				       .level = item->level};
	}
	to->n_slices = n;
	for (uint32_t i = n; i-- > 0 && is_end;) {
		struct slice *slice = &to->slices[i];

		is_end = slice->item->flags & ITEM_SPACE;
		if (is_end) { /* UAX #9, L1 */
			slice->is_trailing = true;
			slice->level = par->is_rtl;
		} else {
			slice->has_hyphen = line->has_hyphen;
		}
	}
	return true;
}

static void put_line(struct layouter *to, const struct found_line *found)
{
	struct shape_layout *layout = to->layout;
	struct shape_line *line;

	if (!collect_slices(to, found) ||
	    !shape_grow(to->par->shape, &layout->lines, &layout->lines_size,
			(size_t)layout->n_lines + 1, sizeof(*line)))
		return;
	line = &layout->lines[layout->n_lines++];
	*line = (struct shape_line){.first = layout->n_pieces, .width = found->width};
	to->x = 0;
	if (to->par->is_mixed)
		reorder(to->slices, to->n_slices);
	if (to->par->is_rtl)
		for (uint32_t i = 0; i < to->n_slices; i++)
			if (to->slices[i].is_trailing)
				to->x -= to->slices[i].item->width;
	for (uint32_t i = 0; i < to->n_slices; i++)
		put_slice(to, &to->slices[i]);
}

void shape_break_part(const struct shape_par *par, float width, uint32_t n, struct shape_mark *mark,
		      struct shape_layout *layout)
{
	struct layouter to = {.par = par, .layout = layout};
	struct cursor at = {mark->item, mark->at};
	struct found_line line;

	layout->n_lines = layout->n_pieces = layout->n_glyphs = 0;
	for (; n > 0 && at.item < par->n_items; at = line.end, n--) {
		shape_par_find(par, at, width, &line);
		put_line(&to, &line);
	}
	*mark = (struct shape_mark){at.item, at.at};
	if (layout->n_lines > 0 && shape_mark_is_end(par, *mark))
		layout->lines[layout->n_lines - 1].is_last = true;
}

void shape_break(const struct shape_par *par, float width, struct shape_layout *layout)
{
	struct shape_mark mark = {0, 0};

	shape_break_part(par, width, UINT32_MAX, &mark, layout);
}

bool shape_mark_is_end(const struct shape_par *par, struct shape_mark mark)
{
	return mark.item >= par->n_items;
}

void shape_layout_release(struct shape_layout *layout)
{
	free(layout->lines);
	free(layout->pieces);
	free(layout->glyphs);
	*layout = (struct shape_layout)SHAPE_LAYOUT_INIT;
}
