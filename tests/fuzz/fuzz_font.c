/* SPDX-License-Identifier: MIT */
/*
 * A font file is any bytes: it is used or refused with a reason, no glyph beyond its end is ever
 * handed out, and the document with its subset is written or refused.
 *
 * seeds: /usr/share/fonts/truetype/noto/NotoSansThai-Regular.ttf /usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf
 * seeds: /usr/share/fonts/opentype/urw-base35/D050000L.otf @cid.otf
 * sources: plugins/common/shape/ plugins/common/write/out.c plugins/common/write/number.c plugins/pdf/file/pdf_font plugins/pdf/file/pdf_cff.c
 */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pdf/file/pdf_font.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char text[] =
	"AVATAR office e\314\201 \330\263\331\204\330\247\331\205 "
	"\340\271\204\340\270\227\340\270\242\340\270\231\340\271\211\340\270\263 "
	"\344\270\255\346\226\207 \360\237\230\200";

static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
	(void)error, (void)detail, (void)user;
}

static void draw(void *data, float x, float y)
{
	*(float *)data += x + y;
}

static void draw_curve(void *data, float a, float b, float c, float d, float x, float y)
{
	*(float *)data += a + b + c + d + x + y;
}

static void draw_end(void *data)
{
	(void)data;
}

static void embed(struct shape *shape, const struct shape_layout *layout)
{
	const struct shape_span span = {.text = text, .n = sizeof(text) - 1};
	HPDF_Doc pdf = HPDF_New(on_error, NULL);
	struct pdf_fonts *fonts = pdf_fonts_new(pdf, shape);
	const char *problem;
	struct out content;

	out_to_memory(&content, 0);
	for (uint32_t i = 0; i < layout->n_pieces; i++)
		pdf_fonts_show(fonts, &content,
			       &(struct pdf_text){layout, &layout->pieces[i], &span, 0, 0, 9});
	if (pdf_fonts_finish(fonts, &problem) < 0)
		assert(*problem);
	HPDF_AddPage(pdf);
	HPDF_SaveToStream(pdf);
	out_release(&content);
	pdf_fonts_free(fonts);
	HPDF_Free(pdf);
}

static void shape_all(const char *path)
{
	const struct shape_pen pen = {draw, draw, draw_curve, draw_end};
	struct shape *shape =
		shape_new(&(struct shape_options){.family = path, .language = "en", .embed = true});
	struct shape_layout layout = SHAPE_LAYOUT_INIT;

	assert(shape);
	shape_label(shape, SHAPE_REGULAR, text, &layout);
	for (uint32_t i = 0; i < layout.n_pieces; i++) {
		const struct shape_piece *piece = &layout.pieces[i];
		const struct shape_face *face = shape_face(shape, piece->face);

		for (uint32_t g = piece->first; g < piece->first + piece->n; g++) {
			float sum = 0;

			assert(layout.glyphs[g].gid > 0 && layout.glyphs[g].gid < face->n_glyphs);
			shape_outline(shape, piece->face, layout.glyphs[g].gid, &pen, &sum);
		}
	}
	embed(shape, &layout);
	shape_layout_release(&layout);
	shape_free(shape);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *folder = getenv("TMPDIR");
	char path[400];
	FILE *file;

	snprintf(path, sizeof(path), "%s/font-%ld", folder ? folder : "/tmp", (long)getpid());
	file = fopen(path, "wb");
	if (!file)
		abort();
	fwrite(data, 1, size, file);
	fclose(file);
	shape_all(path);
	unlink(path);
	return 0;
}
