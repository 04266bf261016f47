/* SPDX-License-Identifier: MIT */
/*
 * pdf_font_private - what pdf_font.c (codes while pages are written) and pdf_font_embed.c (fonts at
 * the end) share.
 *
 * A code is two bytes in a content stream.  In a TrueType font codes count from 1 and CIDToGIDMap
 * leads from them to glyphs, so that one glyph may have several codes, each with a text of its own
 * (a space that is a line end, a capital that is Greek or Latin): what is read back is exact.  In a
 * CFF font a code is the glyph's CID, and the first text seen stands for it.
 */
#ifndef MESHREPORT_PDF_FONT_PRIVATE_H
#define MESHREPORT_PDF_FONT_PRIVATE_H

#include "pdf/file/pdf_font.h"

enum outlines { OUTLINES_GLYF, OUTLINES_CFF_CID, OUTLINES_CFF_NAMED };

struct code {
	uint16_t value; /* as written in content streams */
	uint16_t gid;
	uint16_t new_gid; /* in the subset */
	uint16_t next; /* index + 1 of another code of this glyph */
	uint16_t n_text;
	uint32_t text; /* into texts */
	int16_t width; /* 1/1000 em, rounded: what /W says */
};

struct used_face {
	uint32_t face;
	enum outlines outlines;
	HPDF_Dict dict; /* Type0 */
	uint16_t *first; /* per gid: index + 1 of its first code */
	uint16_t *cids; /* of a CID-keyed CFF: per gid */
	struct code *codes;
	uint32_t n_codes, codes_size;
	struct out texts;
};

struct pdf_fonts {
	HPDF_Doc pdf;
	struct shape *shape;
	HPDF_Dict resources;
	struct used_face **faces; /* by number of the face; null: not used */
	uint32_t n_faces;
	uint32_t selected; /* face, UINT32_MAX for none */
	double selected_size;
	int64_t line_x, line_y; /* of the last line moved to, 1/100 point */
	bool failed;
	char problem[400];
};

int pdf_font_embed(struct pdf_fonts *fonts, struct used_face *used);

/* ---- parts of it; null without memory */

/* A stream as an indirect object, deflated when the document is written; a dictionary of a /Type. */
HPDF_Dict pdf_font_embed_stream(struct pdf_fonts *fonts, const void *bytes, size_t n);
HPDF_Dict pdf_font_embed_dict(struct pdf_fonts *fonts, const char *type);
/*
 * "ABCDEF+DejaVuSans": six letters that differ between subsets (ISO 32000-1, 9.6.4), here of a hash of
 * what is in them, so that the same input gives the same name.
 */
void pdf_font_embed_name(struct pdf_fonts *fonts, uint32_t face, uint64_t hash, char *name,
			 size_t size);
/* `flags` but for that of italics. */
HPDF_Dict pdf_font_embed_descriptor(struct pdf_fonts *fonts, uint32_t face, const char *name,
				    int flags);

#endif
