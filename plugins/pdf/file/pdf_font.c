/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_font.h"

#include <hb.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/write/utf8.h"
#include "pdf/file/pdf_cff.h"
#include "pdf/file/pdf_font_private.h"

#define NO_SELECTION UINT32_MAX
#define RADIANS 0.017453292519943295

static void fail(struct pdf_fonts *fonts, const char *problem)
{
	if (!fonts->failed)
		snprintf(fonts->problem, sizeof(fonts->problem), "%s", problem);
	fonts->failed = true;
}

struct pdf_fonts *pdf_fonts_new(HPDF_Doc pdf, struct shape *shape)
{
	struct pdf_fonts *fonts = calloc(1, sizeof(*fonts));

	if (!fonts)
		return NULL;
	fonts->pdf = pdf;
	fonts->shape = shape;
	fonts->selected = NO_SELECTION;
	fonts->resources = HPDF_Dict_New(pdf->mmgr);
	if (!fonts->resources || HPDF_Xref_Add(pdf->xref, fonts->resources) != HPDF_OK)
		fail(fonts, "the PDF library has no more memory");
	return fonts;
}

static void used_free(struct used_face *used)
{
	if (!used)
		return;
	out_release(&used->texts);
	free(used->first);
	free(used->cids);
	free(used->codes);
	free(used);
}

void pdf_fonts_free(struct pdf_fonts *fonts)
{
	if (!fonts)
		return;
	for (uint32_t i = 0; i < fonts->n_faces; i++)
		used_free(fonts->faces[i]);
	free(fonts->faces);
	free(fonts);
}

HPDF_Dict pdf_fonts_resources(struct pdf_fonts *fonts)
{
	return fonts->resources;
}

void pdf_fonts_deselect(struct pdf_fonts *fonts)
{
	fonts->selected = NO_SELECTION;
}

void pdf_fonts_begin_page(struct pdf_fonts *fonts)
{
	pdf_fonts_deselect(fonts);
	fonts->line_x = fonts->line_y = 0;
}

/* ---- codes */

/* Which way glyphs are found in the font program; false when it is damaged. */
static bool find_outlines(struct used_face *used, hb_face_t *hb, uint32_t n_glyphs)
{
	hb_blob_t *blob = hb_face_reference_table(hb, HB_TAG('C', 'F', 'F', ' '));
	unsigned n = 0;
	const char *bytes = hb_blob_get_data(blob, &n);
	bool is_cid = false, is_good = true;

	used->outlines = OUTLINES_GLYF;
	if (n > 0) {
		used->cids = calloc(n_glyphs, sizeof(*used->cids));
		is_good = used->cids && pdf_cff_cids(bytes, n, used->cids, n_glyphs, &is_cid) == 0;
		used->outlines = is_cid ? OUTLINES_CFF_CID : OUTLINES_CFF_NAMED;
	}
	hb_blob_destroy(blob);
	return is_good;
}

static struct used_face *add_face(struct pdf_fonts *fonts, uint32_t face)
{
	const struct shape_face *info = shape_face(fonts->shape, face);
	struct used_face *used = calloc(1, sizeof(*used));
	char name[16];

	if (!used || !info)
		goto failed;
	used->face = face;
	used->first = calloc(info->n_glyphs, sizeof(*used->first));
	used->dict = HPDF_Dict_New(fonts->pdf->mmgr);
	out_to_memory(&used->texts, 0);
	if (!used->first || !used->dict || HPDF_Xref_Add(fonts->pdf->xref, used->dict) != HPDF_OK)
		goto failed;
	if (!find_outlines(used, info->hb, info->n_glyphs)) {
		snprintf(fonts->problem, sizeof(fonts->problem),
			 "font file '%s' is damaged: its outlines cannot be embedded", info->path);
		fonts->failed = true;
		goto failed;
	}
	snprintf(name, sizeof(name), "F%u", (unsigned)face);
	if (HPDF_Dict_Add(fonts->resources, name, used->dict) != HPDF_OK)
		goto failed;
	fonts->faces[face] = used;
	return used;
failed:
	fail(fonts, "there is no more memory for fonts");
	used_free(used);
	return NULL;
}

static struct used_face *used_face(struct pdf_fonts *fonts, uint32_t face)
{
	if (face >= fonts->n_faces) {
		uint32_t n = shape_n_faces(fonts->shape);
		struct used_face **grown;

		if (fonts->failed || face >= n)
			return NULL;
		grown = realloc(fonts->faces, n * sizeof(struct used_face *));
		if (!grown) {
			fail(fonts, "there is no more memory for fonts");
			return NULL;
		}
		memset(grown + fonts->n_faces, 0,
		       (n - fonts->n_faces) * sizeof(struct used_face *));
		fonts->faces = grown;
		fonts->n_faces = n;
	}
	return fonts->faces[face] ? fonts->faces[face] : add_face(fonts, face);
}

static struct code *add_code(struct pdf_fonts *fonts, struct used_face *used, uint16_t gid,
			     const char *text, uint16_t n_text)
{
	struct code *code;

	if (used->n_codes == used->codes_size) {
		uint32_t size = used->codes_size ? used->codes_size * 2 : 64;
		struct code *grown = realloc(used->codes, size * sizeof(*grown));

		if (!grown) {
			fail(fonts, "there is no more memory for fonts");
			return NULL;
		}
		used->codes = grown;
		used->codes_size = size;
	}
	code = &used->codes[used->n_codes++];
	*code = (struct code){
		.gid = gid,
		.next = used->first[gid],
		.n_text = n_text,
		.text = (uint32_t)used->texts.n,
		.width = (int16_t)lrintf(shape_advance(fonts->shape, used->face, gid))};
	out_bytes(&used->texts, text, n_text);
	if (used->outlines == OUTLINES_GLYF)
		code->value = (uint16_t)used->n_codes;
	else
		code->value = used->outlines == OUTLINES_CFF_CID ? used->cids[gid] : gid;
	used->first[gid] = (uint16_t)used->n_codes;
	return code;
}

/* The code of a glyph that stands for a text; null only after a failure. */
static const struct code *code_of(struct pdf_fonts *fonts, struct used_face *used, uint16_t gid,
				  const char *text, uint16_t n_text)
{
	bool is_only = used->outlines != OUTLINES_GLYF || used->n_codes >= UINT16_MAX - 1;
	uint32_t at;

	for (at = used->first[gid]; at; at = used->codes[at - 1].next) {
		const struct code *code = &used->codes[at - 1];

		if (is_only ||
		    (code->n_text == n_text &&
		     (n_text == 0 || memcmp(used->texts.at + code->text, text, n_text) == 0)))
			return code;
	}
	if (used->n_codes >= UINT16_MAX - 1) {
		fail(fonts, "a font has more glyphs in use than a PDF font can hold");
		return NULL;
	}
	return add_code(fonts, used, gid, text, n_text);
}

/* ---- operators */

/* Two bytes of a string in parentheses: half of what hexadecimal digits take. */
static void put_value(struct out *out, uint16_t value)
{
	if (out->size - out->n < 4 && !out_reserve(out, 4))
		return;
	for (int shift = 8; shift >= 0; shift -= 8) {
		char byte = (char)(value >> shift & 255);

		if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
			out->at[out->n++] = '\\';
		out->at[out->n++] = (char)(byte == '\r' ? 'r' : byte);
	}
}

/* Shows glyphs; keeps track of where the viewer's pen is and where it should be. */
struct show {
	struct pdf_fonts *fonts;
	struct used_face *used;
	struct out *out;
	double drawn, wanted; /* 1/1000 of the font size */
	bool is_open; /* within "[(" */
	bool is_raised;
};

static void close_array(struct show *show)
{
	if (show->is_open)
		out_string(show->out, ")]TJ\n");
	show->is_open = false;
}

static void raise_to(struct show *show, double points)
{
	if (points == 0 && !show->is_raised)
		return;
	close_array(show);
	out_decimal(show->out, points, 2);
	out_string(show->out, " Ts\n");
	show->is_raised = points != 0;
}

static void show_glyph(struct show *show, const struct code *code, double dx)
{
	double gap = show->drawn - (show->wanted + dx);

	if (!show->is_open) {
		out_string(show->out, "[(");
		show->is_open = true;
	}
	/* widths are rounded to whole units; what adds up to less than one is not worth bytes */
	if (gap >= 1 || gap <= -1) {
		int64_t whole = (int64_t)llrint(gap);

		out_char(show->out, ')');
		out_signed(show->out, whole);
		out_char(show->out, '(');
		show->drawn -= (double)whole;
	}
	put_value(show->out, code->value);
	show->drawn += code->width;
}

static void select_font(struct pdf_fonts *fonts, struct out *out, uint32_t face, double size)
{
	if (fonts->selected == face && fonts->selected_size == size)
		return;
	out_string(out, "/F");
	out_unsigned(out, face);
	out_char(out, ' ');
	out_decimal(out, size, 3);
	out_string(out, " Tf\n");
	fonts->selected = face;
	fonts->selected_size = size;
}

static int64_t hundredths(double points)
{
	return (int64_t)floor(points * 100 + 0.5);
}

/* From line to line, in hundredths of a point: what is added up does not drift. */
static void move(struct pdf_fonts *fonts, struct out *out, const struct pdf_text *text)
{
	const struct shape_piece *piece = text->piece;
	int64_t x = hundredths(text->x + piece->x * text->size / 1000);
	int64_t y = hundredths(text->y + piece->rise * text->size / 1000);

	out_decimal(out, (double)(x - fonts->line_x) / 100, 2);
	out_char(out, ' ');
	out_decimal(out, (double)(y - fonts->line_y) / 100, 2);
	out_string(out, " Td\n");
	fonts->line_x = x;
	fonts->line_y = y;
}

static void turn(struct out *out, const struct pdf_text *text, double angle)
{
	const struct shape_piece *piece = text->piece;
	double along = piece->x * text->size / 1000, up = piece->rise * text->size / 1000;
	double c = cos(angle * RADIANS), s = sin(angle * RADIANS);
	const double matrix[4] = {c, s, -s, c};

	for (int i = 0; i < 4; i++) {
		out_decimal(out, matrix[i], 5);
		out_char(out, ' ');
	}
	out_decimal(out, text->x + along * c - up * s, 2);
	out_char(out, ' ');
	out_decimal(out, text->y + along * s + up * c, 2);
	out_string(out, " Tm\n");
}

/*
 * The bytes of a text without the invisible characters (Cf) at its end: pdf.js takes a glyph whose text
 * ends in one for invisible as a whole, and neither finds nor copies its letter.  A text of nothing
 * else stays.
 */
static uint16_t visible(const char *text, uint16_t n)
{
	const char *at = text;
	uint16_t kept = 0;

	while (at < text + n) {
		uint32_t code = utf8_next(&at);

		if (hb_unicode_general_category(hb_unicode_funcs_get_default(), code) !=
		    HB_UNICODE_GENERAL_CATEGORY_FORMAT)
			kept = (uint16_t)(at - text);
	}
	return kept ? kept : n;
}

/*
 * A line end or a tab reads as a space, and a byte order mark within a text as what Unicode has in
 * its place (U+2060, as long): no ToUnicode map may hold U+FEFF (PDF/UA-1, 7.21.7; PDF/A-3,
 * 6.2.11.7.2).  `n` becomes the length of what is returned.
 */
static const char *read_as(const char *text, uint16_t *n, char room[UINT8_MAX])
{
	static const char mark[] = "\357\273\277", joiner[] = "\342\201\240";
	bool has_mark = false;

	if (*n == 1 && (unsigned char)*text < 0x20)
		return " ";
	*n = visible(text, *n);
	for (uint16_t i = 0; i + 3 <= *n; i++)
		has_mark = has_mark || memcmp(text + i, mark, 3) == 0;
	if (!has_mark)
		return text;
	memcpy(room, text, *n);
	for (uint16_t i = 0; i + 3 <= *n; i++)
		if (memcmp(room + i, mark, 3) == 0)
			memcpy(room + i, joiner, 3);
	return room;
}

static void show_glyphs(struct pdf_fonts *fonts, struct out *content, const struct pdf_text *text,
			struct used_face *used)
{
	const struct shape_piece *piece = text->piece;
	const struct shape_span *span = &text->spans[piece->span];
	struct show show = {.fonts = fonts, .used = used, .out = content};
	float scale = piece->scale;
	char room[UINT8_MAX];

	for (uint32_t i = piece->first; i < piece->first + piece->n; i++) {
		const struct shape_glyph *glyph = &text->layout->glyphs[i];
		uint16_t n = glyph->n_text;
		/* a hyphen that no text has is read as one that may stand there */
		bool is_put = n == 0 && (glyph->flags & SHAPE_GLYPH_HYPHEN);
		const char *words =
			is_put ? "\302\255" : read_as(span->text + glyph->text_at, &n, room);
		const struct code *code = code_of(fonts, used, glyph->gid, words, is_put ? 2 : n);

		if (!code)
			return;
		raise_to(&show, glyph->dy * text->size / 1000);
		show_glyph(&show, code, glyph->dx / scale);
		show.wanted += glyph->advance / scale;
	}
	close_array(&show);
	raise_to(&show, 0);
}

/* The face of a piece, selected; null when nothing is to be shown. */
static struct used_face *begin(struct pdf_fonts *fonts, struct out *content,
			       const struct pdf_text *text)
{
	const struct shape_piece *piece = text->piece;
	struct used_face *used =
		fonts->failed || piece->n == 0 ? NULL : used_face(fonts, piece->face);

	if (used)
		select_font(fonts, content, piece->face, text->size * piece->scale);
	return used;
}

void pdf_fonts_show_turned(struct pdf_fonts *fonts, struct out *content,
			   const struct pdf_text *text, double angle)
{
	struct used_face *used = begin(fonts, content, text);

	if (!used)
		return;
	turn(content, text, angle);
	show_glyphs(fonts, content, text, used);
}

void pdf_fonts_show(struct pdf_fonts *fonts, struct out *content, const struct pdf_text *text)
{
	struct used_face *used = begin(fonts, content, text);

	if (!used)
		return;
	move(fonts, content, text);
	show_glyphs(fonts, content, text, used);
}

int pdf_fonts_finish(struct pdf_fonts *fonts, const char **problem)
{
	for (uint32_t i = 0; i < fonts->n_faces && !fonts->failed; i++)
		if (fonts->faces[i] && pdf_font_embed(fonts, fonts->faces[i]) < 0)
			fail(fonts,
			     "a font could not be embedded: the PDF library has no more memory");
	*problem = fonts->problem;
	return fonts->failed ? -1 : 0;
}
