/* SPDX-License-Identifier: MIT */
#include "common/shape/shape_private.h"

#include <hb-ot.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/shape/shape_family.h"

static void say(struct shape *shape, const char *format, ...) MR_PRINTF(2, 3);

static void say(struct shape *shape, const char *format, ...)
{
	char line[600];
	va_list args;

	if (!shape->options.problem)
		return;
	va_start(args, format);
	vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	shape->options.problem(shape->options.data, line);
}

static float metric(hb_font_t *font, hb_ot_metrics_tag_t tag, float otherwise)
{
	hb_position_t value = 0;

	return hb_ot_metrics_get_position(font, tag, &value) && value != 0 ? (float)value
									   : otherwise;
}

/* The height of a letter, for fonts whose OS/2 table is too old to say it. */
static float letter_height(hb_font_t *font, uint32_t code, float otherwise)
{
	hb_glyph_extents_t extents;
	hb_codepoint_t gid;

	if (hb_font_get_nominal_glyph(font, code, &gid) &&
	    hb_font_get_glyph_extents(font, gid, &extents) && extents.y_bearing > 0)
		return (float)extents.y_bearing;
	return otherwise;
}

static void measure_face(struct face *face)
{
	struct shape_face *out = &face->public;
	hb_font_extents_t extents = {0};
	float upem = (float)out->upem, u = face->unit;

	hb_font_get_h_extents(face->font, &extents);
	out->ascent = extents.ascender > 0 ? (float)extents.ascender * u : 800;
	out->descent = extents.descender < 0 ? (float)-extents.descender * u : 200;
	out->cap_height = u * metric(face->font, HB_OT_METRICS_TAG_CAP_HEIGHT,
				     letter_height(face->font, 'H', upem * 0.72f));
	out->x_height = u * metric(face->font, HB_OT_METRICS_TAG_X_HEIGHT,
				   letter_height(face->font, 'x', upem * 0.53f));
	out->underline = -metric(face->font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, upem * -0.1f) * u;
	out->underline_thickness =
		metric(face->font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, upem * 0.05f) * u;
}

static void face_free(struct face *face)
{
	if (!face)
		return;
	hb_font_destroy(face->font);
	hb_face_destroy(face->public.hb);
	free(face->pairs);
	free(face->path);
	free(face);
}

static void measure_ascii(struct face *face)
{
	face->has_ascii = true;
	for (uint32_t i = 0; i < N_ASCII; i++) {
		hb_codepoint_t gid = 0;
		hb_position_t advance;

		if (!hb_font_get_nominal_glyph(face->font, 0x20 + i, &gid) || gid == 0 ||
		    gid >= face->public.n_glyphs) {
			face->has_ascii = false;
			return;
		}
		advance = hb_font_get_glyph_h_advance(face->font, gid);
		if (advance < 0 || advance > INT16_MAX) {
			face->has_ascii = false;
			return;
		}
		face->ascii_gid[i] = (uint16_t)gid;
		face->ascii_advance[i] = (int16_t)advance;
	}
}

/* Takes over `hb` and makes a face of it; null without memory. */
static struct face *face_new(hb_face_t *hb, const struct font_file *file)
{
	const char *path = file->path;
	struct face *face = calloc(1, sizeof(*face));

	if (!face) {
		hb_face_destroy(hb);
		return NULL;
	}
	face->public.hb = hb;
	face->path = malloc(strlen(path) + 1);
	face->font = hb_font_create(hb);
	if (!face->path) {
		face_free(face);
		return NULL;
	}
	memcpy(face->path, path, strlen(path) + 1);
	face->public.path = face->path;
	face->bytes = file->bytes.at;
	face->public.index = file->index;
	face->public.style = file->style;
	face->public.upem = hb_face_get_upem(hb);
	face->public.n_glyphs = hb_face_get_glyph_count(hb);
	face->unit = 1000.0f / (float)face->public.upem;
	measure_face(face);
	measure_ascii(face);
	return face;
}

/*
 * Opens one file.  A file that is not there is no problem (is_there says so): the next of the chain
 * serves.  What is there and cannot be used is told.
 */
static struct face *open_face(struct shape *shape, const struct font_file *file, bool *is_there)
{
	hb_blob_t *blob = file->bytes.n > 0
				  ? hb_blob_create(file->bytes.at, (unsigned)file->bytes.n,
						   HB_MEMORY_MODE_READONLY, NULL, NULL)
				  : hb_blob_create_from_file_or_fail(file->path);
	const char *problem;
	hb_face_t *hb;

	*is_there = blob != NULL;
	if (!blob)
		return NULL;
	if (hb_face_count(blob) <= file->index) {
		say(shape, "font file '%s' cannot be used: it is damaged or not a font",
		    file->path);
		hb_blob_destroy(blob);
		return NULL;
	}
	hb = hb_face_create(blob, file->index);
	hb_blob_destroy(blob);
	hb_face_make_immutable(hb);
	problem = shape_usable_problem(hb, shape->options.embed);
	if (problem) {
		say(shape, "font file '%s' cannot be used: %s", file->path, problem);
		hb_face_destroy(hb);
		return NULL;
	}
	return face_new(hb, file);
}

/* A file serves several families and styles (a missing italic is the upright): open it once. */
static uint32_t known_face(const struct shape *shape, const struct font_file *file)
{
	for (uint32_t i = 0; i < shape->n_faces; i++)
		if (shape->faces[i]->public.index == file->index &&
		    shape->faces[i]->bytes == file->bytes.at &&
		    strcmp(shape->faces[i]->path, file->path) == 0)
			return i;
	return NO_FACE;
}

static uint32_t add_face(struct shape *shape, const struct font_file *file, bool is_pairwise,
			 bool *is_there)
{
	uint32_t known = known_face(shape, file);
	struct face *face;

	*is_there = true;
	if (known != NO_FACE)
		return known;
	if (shape->n_faces == MAX_FACES)
		return NO_FACE;
	face = open_face(shape, file, is_there);
	if (!face)
		return NO_FACE;
	face->is_pairwise = is_pairwise;
	shape->faces[shape->n_faces] = face;
	return shape->n_faces++;
}

static void say_unknown_family(struct shape *shape)
{
	char nearest[100];

	if (shape_family_nearest(shape->asked, shape->family, nearest, sizeof(nearest)))
		say(shape, "no font family '%s' is installed; did you mean '%s'?", shape->family,
		    nearest);
	else
		say(shape, "no font family '%s' is installed", shape->family);
}

/* The user's file for a style: bold has one of its own, or looks like the others. */
static struct font_file user_file(const struct shape_options *options, uint32_t style)
{
	bool is_bold = (style == SHAPE_BOLD || style == SHAPE_BOLD_ITALIC) &&
		       options->bold_file.bytes.n > 0;
	const struct shape_file *from = is_bold ? &options->bold_file : &options->file;

	return (struct font_file){.path = from->name,
				  .style = is_bold ? SHAPE_BOLD : SHAPE_REGULAR,
				  .bytes = from->bytes};
}

static uint32_t open_user_family(struct shape *shape, uint32_t style)
{
	struct font_file file = {.path = "", .index = 0, .style = SHAPE_REGULAR};
	char path[PATH_MAX];
	bool is_there = false;
	uint32_t face = NO_FACE;

	if (shape->user_family_is_said)
		return NO_FACE;
	if (shape->options.file.bytes.n > 0) {
		file = user_file(&shape->options, style);
		return add_face(shape, &file, false, &is_there);
	}
	if (strchr(shape->family, '/')) {
		file.path = shape->family;
		face = add_face(shape, &file, false, &is_there);
		if (!is_there)
			say(shape,
			    "font file '%s' cannot be opened; a file that is not one of the system's fonts is "
			    "given as -O font-file=FILE",
			    shape->family);
	} else if (shape_family_ask(&shape->asked, shape->family, style, path, sizeof(path),
				    &file)) {
		face = add_face(shape, &file, false, &is_there);
	} else {
		say_unknown_family(shape);
	}
	shape->user_family_is_said = face == NO_FACE;
	return face;
}

/* Well-known places first, the style's own file before the upright; fontconfig only if all fail. */
static uint32_t open_family(struct shape *shape, uint32_t family, uint32_t style)
{
	struct font_file file;
	char path[PATH_MAX];
	bool is_there = false;
	uint32_t face;

	for (uint32_t try = 0; shape_family_place(family, style, try, path, sizeof(path), &file);
	     try++) {
		face = add_face(shape, &file, shape_family_is_pairwise(family), &is_there);
		if (face != NO_FACE)
			return face;
	}
	if (is_there || !shape_family_ask(&shape->asked, shape_family_name(family), style, path,
					  sizeof(path), &file))
		return NO_FACE;
	return add_face(shape, &file, shape_family_is_pairwise(family), &is_there);
}

/* The face of a family in a style, opened at the first question. */
static uint32_t face_of(struct shape *shape, uint32_t family, uint32_t style)
{
	uint32_t *slot = &shape->slots[family * SHAPE_N_STYLES + style];

	if (*slot == 0) {
		uint32_t face = family == FAMILY_USER ? open_user_family(shape, style)
						      : open_family(shape, family, style);
		*slot = face == NO_FACE ? NO_FACE : face + 1;
	}
	return *slot == NO_FACE ? NO_FACE : *slot - 1;
}

uint32_t shape_font_gid(struct shape *shape, uint32_t face, uint32_t code)
{
	hb_codepoint_t gid = 0;

	if (face >= shape->n_faces)
		return 0;
	/* a damaged cmap may lead to glyphs that are not there */
	if (!hb_font_get_nominal_glyph(shape->faces[face]->font, code, &gid) ||
	    gid >= shape->faces[face]->public.n_glyphs)
		return 0;
	return gid;
}

/* How much of a cluster a face has: 0 not its letter, 1 its letter, 2 all of it. */
static int fits(struct shape *shape, uint32_t face, const uint32_t *codes, uint32_t n)
{
	uint32_t composed = codes[0];

	if (!shape_font_gid(shape, face, codes[0]))
		return 0;
	for (uint32_t i = 1; i < n; i++) {
		hb_codepoint_t next;

		if (shape_is_ignorable(codes[i]))
			continue;
		if (hb_unicode_compose(hb_unicode_funcs_get_default(), composed, codes[i], &next) &&
		    shape_font_gid(shape, face, next))
			composed = next;
		else if (!shape_font_gid(shape, face, codes[i]))
			return 1;
	}
	return 2;
}

/* Whether a letter can be put together in this face from a base and marks that it has. */
static bool has_decomposed(struct shape *shape, uint32_t face, uint32_t code)
{
	hb_codepoint_t base, mark;

	return hb_unicode_decompose(hb_unicode_funcs_get_default(), code, &base, &mark) &&
	       shape_font_gid(shape, face, base) &&
	       (mark == 0 || shape_font_gid(shape, face, mark));
}

static uint32_t look_for(struct shape *shape, uint32_t style, enum cjk cjk, const uint32_t *codes,
			 uint32_t n)
{
	const struct family_wish wish = {codes[0], style, (uint32_t)cjk, shape->options.is_wide};
	uint32_t partly = NO_FACE, family;

	for (uint32_t i = 0; shape_family_next(&wish, i, &family); i++) {
		uint32_t face;
		int fit;

		if (family == FAMILY_USER && !shape->family && shape->options.file.bytes.n == 0)
			continue;
		face = face_of(shape, family, style);
		if (face == NO_FACE)
			continue;
		fit = fits(shape, face, codes, n);
		if (fit == 2)
			return face;
		if (partly == NO_FACE &&
		    (fit == 1 || (fit == 0 && n == 1 && has_decomposed(shape, face, codes[0]))))
			partly = face;
	}
	return partly;
}

static uint32_t remember(struct shape *shape, uint64_t key, uint32_t face)
{
	uint32_t mask, at;

	if (shape->n_found * 2 >= shape->found_size) {
		uint32_t size = shape->found_size ? shape->found_size * 2 : 256;
		void *old = shape->found;
		uint32_t old_size = shape->found_size;

		shape->found = calloc(size, sizeof(*shape->found));
		if (!shape->found) { /* do without */
			shape->found = old;
			return face;
		}
		shape->found_size = size;
		shape->n_found = 0;
		for (uint32_t i = 0; i < old_size; i++) {
			const struct found *f = (const struct found *)old + i;

			if (f->key)
				remember(shape, f->key, f->face);
		}
		free(old);
	}
	mask = shape->found_size - 1;
	at = (uint32_t)((key * 0x9e3779b97f4a7c15u) >> 40) & mask;
	while (shape->found[at].key)
		at = (at + 1) & mask;
	shape->found[at] = (struct found){key, face};
	shape->n_found++;
	return face;
}

uint32_t shape_font_for(struct shape *shape, uint32_t style, enum cjk cjk, const uint32_t *codes,
			uint32_t n)
{
	uint64_t key = ((uint64_t)style << 40 | (uint64_t)cjk << 32 | codes[0]) + 1;

	if (n > 1)
		return look_for(shape, style, cjk, codes, n);
	if (shape->found_size) {
		uint32_t mask = shape->found_size - 1;
		uint32_t at = (uint32_t)((key * 0x9e3779b97f4a7c15u) >> 40) & mask;

		for (; shape->found[at].key; at = (at + 1) & mask)
			if (shape->found[at].key == key)
				return shape->found[at].face;
	}
	return remember(shape, key, look_for(shape, style, cjk, codes, n));
}

void shape_font_release(struct shape *shape)
{
	for (uint32_t i = 0; i < shape->n_faces; i++)
		face_free(shape->faces[i]);
	shape->n_faces = 0;
	shape_family_forget(shape->asked);
	shape->asked = NULL;
	free(shape->slots);
	free(shape->found);
	shape->slots = NULL;
	shape->found = NULL;
}
