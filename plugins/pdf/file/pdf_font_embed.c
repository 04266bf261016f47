/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_font.h"

#include <assert.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/write/number.h"
#include "pdf/file/pdf_font_private.h"
#include "common/write/utf8.h"

/* Widths of one inner array of /W: libharu's arrays end at 32,767. */
#define WIDTHS_A_RUN 8000
#define SYMBOLIC 4 /* its character set is its own (ISO 32000-1, table 123) */
/* Entries of one bfchar block (Adobe Technical Note 5014). */
#define BFCHARS_A_BLOCK 100

/* Everything of a font that a PDF viewer does not read. */
static const hb_tag_t dropped[] = {
	HB_TAG('B', 'A', 'S', 'E'), HB_TAG('C', 'B', 'D', 'T'), HB_TAG('C', 'B', 'L', 'C'),
	HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'P', 'A', 'L'), HB_TAG('D', 'S', 'I', 'G'),
	HB_TAG('E', 'B', 'D', 'T'), HB_TAG('E', 'B', 'L', 'C'), HB_TAG('F', 'F', 'T', 'M'),
	HB_TAG('G', 'D', 'E', 'F'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'S', 'U', 'B'),
	HB_TAG('H', 'V', 'A', 'R'), HB_TAG('J', 'S', 'T', 'F'), HB_TAG('M', 'A', 'T', 'H'),
	HB_TAG('M', 'V', 'A', 'R'), HB_TAG('O', 'S', '/', '2'), HB_TAG('S', 'T', 'A', 'T'),
	HB_TAG('S', 'V', 'G', ' '), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('V', 'O', 'R', 'G'),
	HB_TAG('a', 'v', 'a', 'r'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('c', 'v', 'a', 'r'),
	HB_TAG('f', 'v', 'a', 'r'), HB_TAG('g', 'a', 's', 'p'), HB_TAG('g', 'v', 'a', 'r'),
	HB_TAG('h', 'd', 'm', 'x'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('m', 'o', 'r', 'x'),
	HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'), HB_TAG('v', 'h', 'e', 'a'),
	HB_TAG('v', 'm', 't', 'x'), HB_TAG('L', 'T', 'S', 'H'), HB_TAG('P', 'C', 'L', 'T'),
};

HPDF_Dict pdf_font_embed_stream(struct pdf_fonts *fonts, const void *bytes, size_t n)
{
	HPDF_Dict stream = HPDF_DictStream_New(fonts->pdf->mmgr, fonts->pdf->xref);

	if (!stream || n > UINT32_MAX)
		return NULL;
	stream->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
	if (HPDF_Stream_Write(stream->stream, bytes, (HPDF_UINT)n) != HPDF_OK)
		return NULL;
	return stream;
}

HPDF_Dict pdf_font_embed_dict(struct pdf_fonts *fonts, const char *type)
{
	HPDF_Dict dict = HPDF_Dict_New(fonts->pdf->mmgr);

	if (!dict || HPDF_Xref_Add(fonts->pdf->xref, dict) != HPDF_OK ||
	    HPDF_Dict_AddName(dict, "Type", type) != HPDF_OK)
		return NULL;
	return dict;
}

/* ---- the font program */

/* The font's program cut down to its used glyphs; each code learns the new number of its glyph. */
static hb_face_t *cut(struct used_face *used, hb_face_t *face)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_subset_plan_t *plan;
	hb_face_t *made = NULL;
	const hb_map_t *map;
	unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE;

	if (!input)
		return NULL;
	if (used->outlines == OUTLINES_CFF_NAMED) /* its codes are glyph numbers */
		flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
	hb_subset_input_set_flags(input, flags);
	for (size_t i = 0; i < sizeof(dropped) / sizeof(*dropped); i++)
		hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), dropped[i]);
	hb_set_add(hb_subset_input_glyph_set(input), 0);
	for (uint32_t i = 0; i < used->n_codes; i++)
		hb_set_add(hb_subset_input_glyph_set(input), used->codes[i].gid);
	plan = hb_subset_plan_create_or_fail(face, input);
	if (plan) {
		made = hb_subset_plan_execute_or_fail(plan);
		map = hb_subset_plan_old_to_new_glyph_mapping(plan);
		for (uint32_t i = 0; i < used->n_codes; i++)
			used->codes[i].new_gid = (uint16_t)hb_map_get(map, used->codes[i].gid);
		hb_subset_plan_destroy(plan);
	}
	hb_subset_input_destroy(input);
	if (made && hb_face_get_glyph_count(made) == 0) {
		hb_face_destroy(made);
		made = NULL;
	}
	return made;
}

/* FontFile2 (the whole TrueType file) or FontFile3 (the CFF table alone), ISO 32000-1, table 126. */
static int add_program(struct pdf_fonts *fonts, struct used_face *used, hb_face_t *made,
		       HPDF_Dict descriptor)
{
	bool is_glyf = used->outlines == OUTLINES_GLYF;
	hb_blob_t *blob = is_glyf ? hb_face_reference_blob(made)
				  : hb_face_reference_table(made, HB_TAG('C', 'F', 'F', ' '));
	unsigned n = 0;
	const char *bytes = hb_blob_get_data(blob, &n);
	HPDF_Dict stream = n > 0 ? pdf_font_embed_stream(fonts, bytes, n) : NULL;
	HPDF_STATUS status = stream ? HPDF_OK : HPDF_FAILD_TO_ALLOC_MEM;

	if (stream && is_glyf)
		status |= HPDF_Dict_AddNumber(stream, "Length1", (HPDF_INT32)n);
	if (stream && !is_glyf)
		status |= HPDF_Dict_AddName(stream, "Subtype", "CIDFontType0C");
	if (stream)
		status |= HPDF_Dict_Add(descriptor, is_glyf ? "FontFile2" : "FontFile3", stream);
	hb_blob_destroy(blob);
	return status == HPDF_OK ? 0 : -1;
}

/* ---- names and measures */

void pdf_font_embed_name(struct pdf_fonts *fonts, uint32_t face, uint64_t hash, char *name,
			 size_t size)
{
	char own[96] = "";
	unsigned n = sizeof(own);
	size_t at = 0;

	hb_ot_name_get_utf8(shape_face(fonts->shape, face)->hb, HB_OT_NAME_ID_POSTSCRIPT_NAME,
			    HB_LANGUAGE_INVALID, &n, own);
	for (const char *c = own; *c; c++)
		hash = (hash ^ (unsigned char)*c) * 1099511628211u;
	for (; at < 6; at++, hash /= 26)
		name[at] = (char)('A' + hash % 26);
	name[at++] = '+';
	for (const char *c = own; *c && at + 1 < size; c++)
		if ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
		    (*c >= '0' && *c <= '9') || *c == '-')
			name[at++] = *c;
	if (at == 7)
		name[at++] = 'F';
	name[at] = '\0';
}

/* Of the glyphs that are in a subset. */
static uint64_t hash_of(const struct used_face *used)
{
	uint64_t hash = 14695981039346656037u;

	for (uint32_t i = 0; i < used->n_codes; i++)
		hash = (hash ^ used->codes[i].gid) * 1099511628211u;
	return hash;
}

static int16_t signed16(const char *at)
{
	const unsigned char *s = (const unsigned char *)at;
	return (int16_t)(s[0] << 8 | s[1]);
}

static HPDF_Array box_of(struct pdf_fonts *fonts, const struct shape_face *info)
{
	hb_blob_t *head = hb_face_reference_table(info->hb, HB_TAG('h', 'e', 'a', 'd'));
	HPDF_Array box = HPDF_Array_New(fonts->pdf->mmgr);
	unsigned n = 0;
	const char *bytes = hb_blob_get_data(head, &n);

	for (unsigned i = 0; box && i < 4; i++) {
		int16_t units = n >= 54 ? signed16(bytes + 36 + 2 * i) : 0;

		HPDF_Array_AddNumber(box, (HPDF_INT32)lrint(units * 1000.0 / info->upem));
	}
	hb_blob_destroy(head);
	return box;
}

HPDF_Dict pdf_font_embed_descriptor(struct pdf_fonts *fonts, uint32_t face, const char *name,
				    int flags)
{
	const struct shape_face *info = shape_face(fonts->shape, face);
	HPDF_Dict d = pdf_font_embed_dict(fonts, "FontDescriptor");
	bool is_italic = info->style == SHAPE_ITALIC || info->style == SHAPE_BOLD_ITALIC;
	bool is_bold = info->style == SHAPE_BOLD || info->style == SHAPE_BOLD_ITALIC;
	HPDF_STATUS status = HPDF_OK;
	HPDF_Array box;

	if (!d)
		return NULL;
	box = box_of(fonts, info);
	if (!box)
		return NULL;
	status |= HPDF_Dict_AddName(d, "FontName", name);
	status |= HPDF_Dict_AddNumber(d, "Flags", flags | (is_italic ? 64 : 0));
	status |= HPDF_Dict_Add(d, "FontBBox", box);
	status |= HPDF_Dict_AddNumber(d, "ItalicAngle", is_italic ? -11 : 0);
	status |= HPDF_Dict_AddNumber(d, "Ascent", (HPDF_INT32)lrintf(info->ascent));
	status |= HPDF_Dict_AddNumber(d, "Descent", -(HPDF_INT32)lrintf(info->descent));
	status |= HPDF_Dict_AddNumber(d, "CapHeight", (HPDF_INT32)lrintf(info->cap_height));
	status |= HPDF_Dict_AddNumber(d, "StemV", is_bold ? 140 : 80);
	return status == HPDF_OK ? d : NULL;
}

/* ---- widths and maps */

static int by_value(const void *a, const void *b)
{
	const struct code *x = a, *y = b;

	return (x->value > y->value) - (x->value < y->value);
}

/* /W, by value: c [w1 w2 ...] for each stretch of neighbouring codes (ISO 32000-1, 9.7.4.3). */
static HPDF_Array widths_of(struct pdf_fonts *fonts, const struct used_face *used)
{
	HPDF_Array all = HPDF_Array_New(fonts->pdf->mmgr), run = NULL;
	uint32_t n_run = 0;

	for (uint32_t i = 0; all && i < used->n_codes; i++) {
		const struct code *code = &used->codes[i];

		if (!run || n_run == WIDTHS_A_RUN || code->value != code[-1].value + 1) {
			run = HPDF_Array_New(fonts->pdf->mmgr);
			n_run = 0;
			if (!run || HPDF_Array_AddNumber(all, code->value) != HPDF_OK ||
			    HPDF_Array_Add(all, run) != HPDF_OK)
				return NULL;
		}
		if (HPDF_Array_AddNumber(run, code->width) != HPDF_OK)
			return NULL;
		n_run++;
	}
	return all;
}

static HPDF_Dict add_glyph_map(struct pdf_fonts *fonts, const struct used_face *used)
{
	size_t n = ((size_t)used->n_codes + 1) * 2; /* codes count from 1 without a gap */
	unsigned char *bytes = calloc(n, 1);
	HPDF_Dict stream;

	if (!bytes)
		return NULL;
	for (uint32_t i = 0; i < used->n_codes; i++) {
		size_t at = (size_t)used->codes[i].value * 2;

		assert(at + 2 <= n);
		bytes[at] = (unsigned char)(used->codes[i].new_gid >> 8);
		bytes[at + 1] = (unsigned char)used->codes[i].new_gid;
	}
	stream = pdf_font_embed_stream(fonts, bytes, n);
	free(bytes);
	return stream;
}

static void put_unit(struct out *out, uint32_t unit)
{
	static const char digits[] = "0123456789ABCDEF";

	for (int shift = 12; shift >= 0; shift -= 4)
		out_char(out, digits[unit >> shift & 15]);
}

static void put_utf16(struct out *out, const char *text, uint32_t n)
{
	for (const char *at = text; at < text + n;) {
		uint16_t units[2];
		unsigned n_units = utf8_to_utf16(utf8_next(&at), units);

		for (unsigned i = 0; i < n_units; i++)
			put_unit(out, units[i]);
	}
}

/*
 * A glyph that belongs to the one before has no text of its own, yet every code must have one
 * (PDF/UA-1, 7.21.7).  U+2060 WORD JOINER takes no room and parts no word.  An empty string passes
 * the rule as well, but mupdf reads it as U+FFFD and poppler as a gap.
 */
static const char no_text[] = "\342\201\240";

static HPDF_Dict add_to_unicode(struct pdf_fonts *fonts, const struct used_face *used)
{
	struct out out;
	HPDF_Dict stream;

	out_to_memory(&out, 0);
	out_string(&out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
			 "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
			 "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
			 "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
	for (uint32_t i = 0; i < used->n_codes; i++) {
		const struct code *code = &used->codes[i];
		uint32_t left = used->n_codes - i;

		if (i % BFCHARS_A_BLOCK == 0) {
			out_unsigned(&out, left < BFCHARS_A_BLOCK ? left : BFCHARS_A_BLOCK);
			out_string(&out, " beginbfchar\n");
		}
		out_char(&out, '<');
		put_unit(&out, code->value);
		out_string(&out, "> <");
		if (code->n_text > 0)
			put_utf16(&out, used->texts.at + code->text, code->n_text);
		else
			put_utf16(&out, no_text, sizeof(no_text) - 1);
		out_string(&out, ">\n");
		if (left == 1 || i % BFCHARS_A_BLOCK == BFCHARS_A_BLOCK - 1)
			out_string(&out, "endbfchar\n");
	}
	out_string(&out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
	stream = out.failed ? NULL : pdf_font_embed_stream(fonts, out.at, out.n);
	out_release(&out);
	return stream;
}

/* ---- dictionaries */

static HPDF_Dict add_system_info(struct pdf_fonts *fonts)
{
	HPDF_Dict dict = HPDF_Dict_New(fonts->pdf->mmgr);
	HPDF_STATUS status = dict ? HPDF_OK : HPDF_FAILD_TO_ALLOC_MEM;

	if (!dict)
		return NULL;
	status |= HPDF_Dict_Add(dict, "Registry", HPDF_String_New(fonts->pdf->mmgr, "Adobe", NULL));
	status |= HPDF_Dict_Add(dict, "Ordering",
				HPDF_String_New(fonts->pdf->mmgr, "Identity", NULL));
	status |= HPDF_Dict_AddNumber(dict, "Supplement", 0);
	return status == HPDF_OK ? dict : NULL;
}

static int add_if(HPDF_Dict dict, const char *key, void *object)
{
	return object && HPDF_Dict_Add(dict, key, object) == HPDF_OK ? 0 : -1;
}

static int fill_cid_font(struct pdf_fonts *fonts, struct used_face *used, HPDF_Dict cid,
			 const char *name)
{
	bool is_glyf = used->outlines == OUTLINES_GLYF;

	if (HPDF_Dict_AddName(cid, "Subtype", is_glyf ? "CIDFontType2" : "CIDFontType0") !=
		    HPDF_OK ||
	    HPDF_Dict_AddName(cid, "BaseFont", name) != HPDF_OK ||
	    add_if(cid, "CIDSystemInfo", add_system_info(fonts)) < 0 ||
	    HPDF_Dict_AddNumber(cid, "DW", 0) != HPDF_OK ||
	    add_if(cid, "W", widths_of(fonts, used)) < 0)
		return -1;
	return is_glyf ? add_if(cid, "CIDToGIDMap", add_glyph_map(fonts, used)) : 0;
}

/* The Type0 dictionary, which has stood empty among the resources since the font's first use. */
static int fill_type0(struct pdf_fonts *fonts, struct used_face *used, HPDF_Dict cid,
		      const char *name)
{
	HPDF_Array descendants = HPDF_Array_New(fonts->pdf->mmgr);
	char base[160];

	snprintf(base, sizeof(base), "%s%s", name,
		 used->outlines == OUTLINES_GLYF ? "" : "-Identity-H");
	if (!descendants || HPDF_Array_Add(descendants, cid) != HPDF_OK)
		return -1;
	if (HPDF_Dict_AddName(used->dict, "Type", "Font") != HPDF_OK ||
	    HPDF_Dict_AddName(used->dict, "Subtype", "Type0") != HPDF_OK ||
	    HPDF_Dict_AddName(used->dict, "BaseFont", base) != HPDF_OK ||
	    HPDF_Dict_AddName(used->dict, "Encoding", "Identity-H") != HPDF_OK ||
	    HPDF_Dict_Add(used->dict, "DescendantFonts", descendants) != HPDF_OK)
		return -1;
	return add_if(used->dict, "ToUnicode", add_to_unicode(fonts, used));
}

static int embed(struct pdf_fonts *fonts, struct used_face *used, hb_face_t *made)
{
	HPDF_Dict descriptor, cid;
	char name[128];

	pdf_font_embed_name(fonts, used->face, hash_of(used), name, sizeof(name));
	descriptor = pdf_font_embed_descriptor(fonts, used->face, name, SYMBOLIC);
	cid = pdf_font_embed_dict(fonts, "Font");
	if (!descriptor || !cid || add_program(fonts, used, made, descriptor) < 0 ||
	    fill_cid_font(fonts, used, cid, name) < 0 ||
	    HPDF_Dict_Add(cid, "FontDescriptor", descriptor) != HPDF_OK)
		return -1;
	return fill_type0(fonts, used, cid, name);
}

int pdf_font_embed(struct pdf_fonts *fonts, struct used_face *used)
{
	const struct shape_face *info = shape_face(fonts->shape, used->face);
	hb_face_t *made;
	int status = -1;

	qsort(used->codes, used->n_codes, sizeof(*used->codes), by_value);
	made = cut(used, info->hb);
	if (made) {
		status = embed(fonts, used, made);
		hb_face_destroy(made);
	} else if (!fonts->failed) {
		snprintf(fonts->problem, sizeof(fonts->problem),
			 "font file '%s' is damaged: its glyphs cannot be taken out of it",
			 info->path);
		fonts->failed = true;
	}
	return status;
}
