/* SPDX-License-Identifier: MIT */
#include "png/png_write.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "common/bytes/packer.h"
#include "png/png_logo.h"
#include "png/png_palette.h"

/*
 * Levels up to 3 do not enter every byte of a long repetition into their tables, and charts are
 * long repetitions: 3 takes less than half the time of 6 for a fifth more bytes.
 */
#define LEVEL 3
#define WORTH_A_THREAD (1024 * 1024) /* bytes of rows */
#define METRES_PER_INCH 0.0254

struct writer {
	png_structp png;
	png_infop info;
	struct mr_sink *sink;
	struct png_palette *palette;
	struct packer *packer;
	size_t n_row; /* bytes, with the one for the filter */
};

static void give(png_structp png, png_bytep bytes, size_t n)
{
	struct mr_sink *sink = png_get_io_ptr(png);

	sink->write(sink, bytes, n);
}

static void give_all(png_structp png)
{
	(void)png;
}

static void ignore(png_structp png, png_const_charp message)
{
	(void)png;
	(void)message;
}

/* ---- chunks */

static uint8_t unmultiplied(uint32_t pixel, int shift)
{
	uint32_t alpha = pixel >> 24, value = pixel >> shift & 255;

	return (uint8_t)(alpha == 0 ? 255 : (value * 255 + alpha / 2) / alpha);
}

static void palette_chunks(const struct writer *w)
{
	png_color colours[256] = {{0, 0, 0}};
	png_byte alphas[256];
	int n_alphas = 0;

	for (uint32_t i = 0; i < w->palette->n; i++) {
		uint32_t pixel = w->palette->colours[i];

		colours[i].red = unmultiplied(pixel, 16);
		colours[i].green = unmultiplied(pixel, 8);
		colours[i].blue = unmultiplied(pixel, 0);
		alphas[i] = (png_byte)(pixel >> 24);
		if (alphas[i] != 255)
			n_alphas = (int)i + 1;
	}
	png_set_PLTE(w->png, w->info, colours, (int)w->palette->n);
	if (n_alphas > 0)
		png_set_tRNS(w->png, w->info, alphas, n_alphas, NULL);
}

/* libpng takes the strings of a text as modifiable, and does not modify them. */
static png_charp lent(const char *text)
{
	return (png_charp)(uintptr_t)text;
}

static bool is_ascii(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text >= 0x80)
			return false;
	return true;
}

static void text_chunk(const struct writer *w, const char *key, const char *text,
		       const char *language)
{
	png_text chunk = {.key = lent(key), .text = lent(text)};

	if (!*text)
		return;
	/* tEXt is Latin-1 (11.3.4.3); what is more than ASCII goes into iTXt, which is UTF-8 */
	if (is_ascii(text)) {
		chunk.compression = PNG_TEXT_COMPRESSION_NONE;
		chunk.text_length = strlen(text);
	} else {
		chunk.compression = PNG_ITXT_COMPRESSION_NONE;
		chunk.itxt_length = strlen(text);
		chunk.lang = lent(language);
		chunk.lang_key = lent(key);
	}
	png_set_text(w->png, w->info, &chunk, 1);
}

static void head(const struct writer *w, const struct png_picture *picture,
		 const struct png_words *words, double dpi)
{
	uint32_t per_metre = (uint32_t)(dpi / METRES_PER_INCH + 0.5);

	png_set_IHDR(w->png, w->info, picture->width, picture->height, 8, PNG_COLOR_TYPE_PALETTE,
		     PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	png_set_sRGB_gAMA_and_cHRM(w->png, w->info, PNG_sRGB_INTENT_PERCEPTUAL);
	png_set_pHYs(w->png, w->info, per_metre, per_metre, PNG_RESOLUTION_METER);
	palette_chunks(w);
	text_chunk(w, "Title", words->title, words->language);
	text_chunk(w, "Description", words->description, words->language);
	text_chunk(w, "Copyright", words->copyright, words->language);
	text_chunk(w, "Software", words->software, words->language);
	text_chunk(w, "Comment", words->stamp, words->language);
	png_write_info(w->png, w->info);
}

/* ---- rows */

/* A chunk a piece, in their order; libpng leaves by longjmp, but only where write fails, and ours does not. */
static void write_packed(const struct writer *w, bool waits)
{
	unsigned char *bytes;
	uint32_t id;
	size_t n;

	while (packer_take(w->packer, waits, &id, &bytes, &n)) {
		if (n > 0)
			png_write_chunk(w->png, (const png_byte *)"IDAT", bytes, n);
		free(bytes);
	}
}

static uint8_t *room_for(void *user, size_t n)
{
	const struct writer *w = user;

	return packer_room(w->packer, n);
}

static bool take_rows(void *user, uint32_t n_rows)
{
	const struct writer *w = user;

	packer_add(w->packer, 0, n_rows * w->n_row);
	write_packed(w, false);
	return !w->sink->failed;
}

/* libpng leaves by longjmp: all that is released later lives outside of this function. */
static int write_all(struct writer *w, const struct png_picture *picture,
		     const struct png_words *words, double dpi)
{
	const struct png_bands bands = {room_for, take_rows, w};

	if (setjmp(png_jmpbuf(w->png)) != 0)
		return -1;
	head(w, picture, words, dpi);
	if (png_paint(picture, w->palette, &bands) != 0)
		return -1;
	if (w->sink->failed)
		return 0;
	packer_end(w->packer);
	write_packed(w, true);
	png_write_chunk(w->png, (const png_byte *)"IEND", NULL, 0);
	return packer_failed(w->packer) ? -1 : 0;
}

int png_write(const struct png_picture *picture, const struct png_words *words, double dpi,
	      struct mr_sink *sink, const char **problem)
{
	struct writer w = {.sink = sink, .n_row = (size_t)picture->width + 1};
	bool is_large = w.n_row * picture->height >= WORTH_A_THREAD;
	int status = -1;

	*problem = "out of memory";
	w.palette = malloc(sizeof(*w.palette));
	w.packer = packer_new(PACKER_ONE, LEVEL, is_large);
	w.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, ignore);
	w.info = w.png ? png_create_info_struct(w.png) : NULL;
	if (w.palette && w.packer && w.info) {
		png_palette_init(w.palette, picture->scene);
		png_set_write_fn(w.png, sink, give, give_all);
		if (png_logo_colours(picture, w.palette) == 0)
			status = write_all(&w, picture, words, dpi);
	}
	if (w.png)
		png_destroy_write_struct(&w.png, &w.info);
	packer_free(w.packer);
	free(w.palette);
	return status;
}
