/* SPDX-License-Identifier: MIT */
/* Whether a font file serves, and may be embedded. */
#include "common/shape/shape_private.h"

#include <stdio.h>
#include <string.h>

static unsigned big16(const char *at)
{
	const unsigned char *s = (const unsigned char *)at;
	return (unsigned)s[0] << 8 | s[1];
}

static unsigned table_size(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	unsigned n = hb_blob_get_length(blob);

	hb_blob_destroy(blob);
	return n;
}

/*
 * OS/2 fsType (OpenType 1.9, OS/2, fsType): the lowest four bits name one usage, 2 being "no
 * embedding"; bit 8 forbids subsetting, bit 9 allows bitmaps only.  A font without OS/2 allows all.
 */
static const char *embedding_problem(hb_face_t *face)
{
	hb_blob_t *blob = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
	unsigned n = 0;
	const char *at = hb_blob_get_data(blob, &n);
	unsigned bits = n >= 10 ? big16(at + 8) : 0;

	hb_blob_destroy(blob);
	if ((bits & 0xf) == 2)
		return "its licence bits forbid embedding";
	if (bits & 0x100)
		return "its licence bits forbid embedding a part of it";
	if (bits & 0x200)
		return "its licence bits allow embedding of bitmaps only";
	return NULL;
}

/*
 * What HarfBuzz takes for granted or answers with zeros, and a PDF cannot do without.  A face with
 * no glyphs or a head table cut short made hb-subset's result unusable, so both are refused here.
 */
const char *shape_usable_problem(hb_face_t *face, bool embed)
{
	unsigned upem = hb_face_get_upem(face);

	if (hb_face_get_glyph_count(face) < 2)
		return "it has no glyphs";
	if (hb_face_get_glyph_count(face) > 65535)
		return "it has too many glyphs";
	if (table_size(face, HB_TAG('h', 'e', 'a', 'd')) < 54 || upem < 16 || upem > 16384)
		return "its head table is damaged";
	if (table_size(face, HB_TAG('h', 'h', 'e', 'a')) < 36 ||
	    table_size(face, HB_TAG('h', 'm', 't', 'x')) < 4)
		return "its metrics are damaged";
	if (!table_size(face, HB_TAG('C', 'F', 'F', ' ')) &&
	    (!table_size(face, HB_TAG('g', 'l', 'y', 'f')) ||
	     !table_size(face, HB_TAG('l', 'o', 'c', 'a'))))
		return "it has no outlines that a document can hold";
	return embed ? embedding_problem(face) : NULL;
}

/* Files that hold a font, but packed for the web. */
static bool is_packed(struct mr_bytes file)
{
	return file.n >= 4 && (memcmp(file.at, "wOFF", 4) == 0 || memcmp(file.at, "wOF2", 4) == 0);
}

int shape_usable_vet(struct mr_bytes file, bool embed, char *why, size_t size)
{
	hb_blob_t *blob =
		hb_blob_create(file.at, (unsigned)file.n, HB_MEMORY_MODE_READONLY, NULL, NULL);
	hb_face_t *face = hb_face_create(blob, 0);
	const char *problem = NULL;

	if (is_packed(file))
		problem = "it is packed for the web; name the TTF or OTF that it was made of";
	else if (hb_face_count(blob) == 0)
		problem = "it is damaged or not a font; name a TTF or OTF";
	else
		problem = shape_usable_problem(face, embed);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	if (problem)
		snprintf(why, size, "%s", problem);
	return problem ? -1 : 0;
}
