/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_font_simple.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>

#include "pdf/file/pdf_font_private.h"

#define FIRST 32u
#define LAST 255u
#define NONSYMBOLIC 32 /* /Flags (ISO 32000-1, table 123) */

/* WinAnsiEncoding (ISO 32000-1, annex D.2) where it is not Latin-1: 0x80 to 0x9f; 0: no character. */
static const uint16_t windows[32] = {
	0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
	0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

static uint32_t character(uint32_t code)
{
	if (code >= 0x80 && code < 0xa0)
		return windows[code - 0x80];
	return code == 0x7f ? 0 : code;
}

static bool has_glyf(const struct shape_face *face)
{
	hb_blob_t *glyf = hb_face_reference_table(face->hb, HB_TAG('g', 'l', 'y', 'f'));
	bool has = hb_blob_get_length(glyf) > 0;

	hb_blob_destroy(glyf);
	return has;
}

/* The face of the running text, or another one at hand that has letters; UINT32_MAX for none. */
static uint32_t find_face(struct shape *shape)
{
	uint32_t first = shape_style_face(shape, SHAPE_REGULAR);

	if (has_glyf(shape_face(shape, first)))
		return first;
	for (uint32_t i = 0; i < shape_n_faces(shape); i++)
		if (shape_face(shape, i)->style == SHAPE_REGULAR &&
		    has_glyf(shape_face(shape, i)) && shape_font_gid(shape, i, 'A') &&
		    shape_font_gid(shape, i, 'z'))
			return i;
	return UINT32_MAX;
}

/* The characters of the encoding alone, with the table that leads to them; null without memory. */
static hb_face_t *cut(const struct shape_face *face)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *drops;
	hb_face_t *made;

	if (!input)
		return NULL;
	hb_subset_input_set_flags(input,
				  HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	drops = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	hb_set_add(drops, HB_TAG('G', 'S', 'U', 'B'));
	hb_set_add(drops, HB_TAG('G', 'P', 'O', 'S'));
	hb_set_add(drops, HB_TAG('G', 'D', 'E', 'F'));
	hb_set_add(drops, HB_TAG('n', 'a', 'm', 'e'));
	for (uint32_t code = FIRST; code <= LAST; code++)
		if (character(code))
			hb_set_add(hb_subset_input_unicode_set(input), character(code));
	made = hb_subset_or_fail(face->hb, input);
	hb_subset_input_destroy(input);
	return made;
}

static int add_program(struct pdf_fonts *fonts, HPDF_Dict descriptor, hb_face_t *made)
{
	hb_blob_t *blob = hb_face_reference_blob(made);
	unsigned n = 0;
	const char *bytes = hb_blob_get_data(blob, &n);
	HPDF_Dict stream = n > 0 ? pdf_font_embed_stream(fonts, bytes, n) : NULL;
	int status = -1;

	if (stream && HPDF_Dict_AddNumber(stream, "Length1", (HPDF_INT32)n) == HPDF_OK &&
	    HPDF_Dict_Add(descriptor, "FontFile2", stream) == HPDF_OK)
		status = 0;
	hb_blob_destroy(blob);
	return status;
}

static HPDF_Array widths(struct pdf_fonts *fonts, uint32_t face)
{
	HPDF_Array array = HPDF_Array_New(fonts->pdf->mmgr);

	for (uint32_t code = FIRST; array && code <= LAST; code++) {
		uint32_t gid =
			character(code) ? shape_font_gid(fonts->shape, face, character(code)) : 0;

		HPDF_Array_AddNumber(array,
				     (HPDF_INT32)lrintf(shape_advance(fonts->shape, face, gid)));
	}
	return array;
}

static HPDF_Dict make(struct pdf_fonts *fonts, uint32_t face, hb_face_t *made)
{
	HPDF_Dict font = pdf_font_embed_dict(fonts, "Font"), descriptor;
	char name[128];
	HPDF_STATUS status = HPDF_OK;

	pdf_font_embed_name(fonts, face, UINT64_C(0x57696e416e7369), name, sizeof(name));
	descriptor = pdf_font_embed_descriptor(fonts, face, name, NONSYMBOLIC);
	if (!font || !descriptor || add_program(fonts, descriptor, made) != 0)
		return NULL;
	status |= HPDF_Dict_AddName(font, "Subtype", "TrueType");
	status |= HPDF_Dict_AddName(font, "BaseFont", name);
	status |= HPDF_Dict_AddName(font, "Encoding", "WinAnsiEncoding");
	status |= HPDF_Dict_AddNumber(font, "FirstChar", FIRST);
	status |= HPDF_Dict_AddNumber(font, "LastChar", LAST);
	status |= HPDF_Dict_Add(font, "Widths", widths(fonts, face));
	status |= HPDF_Dict_Add(font, "FontDescriptor", descriptor);
	return status == HPDF_OK ? font : NULL;
}

int pdf_font_simple(struct pdf_fonts *fonts, HPDF_Dict *font)
{
	uint32_t face = find_face(fonts->shape);
	hb_face_t *made;

	*font = NULL;
	if (face == UINT32_MAX)
		return 0;
	made = cut(shape_face(fonts->shape, face));
	if (!made)
		return -1;
	*font = make(fonts, face, made);
	hb_face_destroy(made);
	return *font ? 0 : -1;
}
