/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_image.h"

#include <png.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/bytes/image.h"
#include "common/picture/picture.h"
#include "common/picture/picture_svg.h"
#include "pdf/file/pdf_import.h"
#include "common/write/utf8.h"

/* libpng may keep this much for one chunk (a colour profile, a comment). */
#define CHUNK_MAX 1000000u

static int refuse(char *problem, size_t size, const char *format, ...) MR_PRINTF(3, 4);

static int refuse(char *problem, size_t size, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(problem, size, format, args);
	va_end(args);
	return -1;
}

static int refuse_size(uint32_t width, uint32_t height, char *problem, size_t size)
{
	if (width == 0 || height == 0)
		return refuse(problem, size, "is an image without any pixel");
	if (width > PDF_IMAGE_MAX_SIDE || height > PDF_IMAGE_MAX_SIDE ||
	    (uint64_t)width * height > PDF_IMAGE_MAX_PIXELS)
		return refuse(
			problem, size,
			"is too large: %lux%lu pixels, the limit is %u on a side and %u in all",
			(unsigned long)width, (unsigned long)height, PDF_IMAGE_MAX_SIDE,
			PDF_IMAGE_MAX_PIXELS);
	return 0;
}

static int refuse_memory(char *problem, size_t size)
{
	return refuse(problem, size, "cannot be read: there is not enough memory for it");
}

/*
 * Takes colour and alpha of `n_channels` samples a pixel apart, in place; alpha that hides nothing is dropped.
 */
static int split_alpha(unsigned char *samples, uint32_t n_channels, struct pdf_pixels *pixels)
{
	size_t n = (size_t)pixels->width * pixels->height, n_colour = n_channels - 1;
	unsigned char *alpha = malloc(n);
	bool is_opaque = true;

	if (!alpha)
		return -1;
	for (size_t i = 0; i < n; i++) {
		unsigned char *sample = samples + i * n_channels;

		alpha[i] = sample[n_colour];
		is_opaque = is_opaque && alpha[i] == 255;
		memmove(samples + i * n_colour, sample, n_colour);
	}
	if (is_opaque)
		free(alpha);
	pixels->alpha = is_opaque ? NULL : alpha;
	pixels->n_channels = (uint32_t)n_colour;
	return 0;
}

/* ---- PNG */

/*
 * All that is alive while libpng may jump.  It lives outside the function that calls setjmp, so that
 * nothing of it is clobbered by the jump (C11, 7.13.2.1).
 */
struct png_reader {
	struct mr_bytes bytes;
	size_t pos;
	png_structp png;
	png_infop info;
	png_bytep *rows;
	unsigned char *samples; /* rows of n_channels samples, alpha last */
	uint32_t width, height, n_channels;
	bool has_alpha;
	char *problem;
	size_t problem_size;
	jmp_buf trouble;
};

static void read_more(png_structp png, png_bytep to, size_t n)
{
	struct png_reader *reader = png_get_io_ptr(png);

	if (n > reader->bytes.n - reader->pos)
		png_error(png, "it ends too early");
	memcpy(to, (const char *)reader->bytes.at + reader->pos, n);
	reader->pos += n;
}

static void on_png_error(png_structp png, png_const_charp message)
{
	struct png_reader *reader = png_get_error_ptr(png);
	char word[UTF8_WORD];

	refuse(reader->problem, reader->problem_size, "is a damaged PNG: %s",
	       utf8_word(word, message));
	longjmp(reader->trouble, 1);
}

/* A bad colour profile and the like: the pixels are what matters. */
static void on_png_warning(png_structp png, png_const_charp message)
{
	(void)png, (void)message;
}

/* 8 bits a sample, no palette, grey or RGB, with alpha when anything is transparent. */
static void ask_for_samples(struct png_reader *reader)
{
	png_structp png = reader->png;
	int kind = png_get_color_type(png, reader->info);

	if (kind == PNG_COLOR_TYPE_PALETTE)
		png_set_palette_to_rgb(png);
	if (kind == PNG_COLOR_TYPE_GRAY && png_get_bit_depth(png, reader->info) < 8)
		png_set_expand_gray_1_2_4_to_8(png);
	if (png_get_valid(png, reader->info, PNG_INFO_tRNS))
		png_set_tRNS_to_alpha(png);
	png_set_scale_16(png);
	png_set_interlace_handling(png);
	png_read_update_info(png, reader->info);
	reader->n_channels = png_get_channels(png, reader->info);
	reader->has_alpha = reader->n_channels == 2 || reader->n_channels == 4;
	if (png_get_bit_depth(png, reader->info) != 8 || reader->n_channels > 4)
		png_error(png, "its samples are of an unknown kind");
}

/* Runs under setjmp: whatever it allocates is in the reader at once. */
static void read_png(struct png_reader *reader)
{
	size_t row;

	png_set_user_limits(reader->png, PNG_UINT_31_MAX,
			    PNG_UINT_31_MAX); /* refuse_size() says it */
	png_set_chunk_malloc_max(reader->png, CHUNK_MAX);
	png_set_read_fn(reader->png, reader, read_more);
	png_read_info(reader->png, reader->info);
	reader->width = png_get_image_width(reader->png, reader->info);
	reader->height = png_get_image_height(reader->png, reader->info);
	if (refuse_size(reader->width, reader->height, reader->problem, reader->problem_size) < 0)
		longjmp(reader->trouble, 1);
	ask_for_samples(reader);
	row = (size_t)reader->width * reader->n_channels;
	reader->samples = calloc(reader->height, row);
	reader->rows = calloc(reader->height, sizeof(png_bytep));
	if (!reader->samples || !reader->rows)
		png_error(reader->png, "there is not enough memory for it");
	for (uint32_t y = 0; y < reader->height; y++)
		reader->rows[y] = reader->samples + y * row;
	png_read_image(reader->png, reader->rows);
	png_read_end(reader->png, NULL);
}

static int decode_png(struct png_reader *reader)
{
	if (setjmp(reader->trouble))
		return -1;
	reader->png =
		png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, on_png_error, on_png_warning);
	if (reader->png)
		reader->info = png_create_info_struct(reader->png);
	if (!reader->info)
		return refuse_memory(reader->problem, reader->problem_size);
	read_png(reader);
	return 0;
}

static int read_png_file(struct mr_bytes bytes, struct pdf_pixels *pixels, char *problem,
			 size_t size)
{
	struct png_reader *reader = calloc(1, sizeof(*reader));
	int status;

	if (!reader)
		return refuse_memory(problem, size);
	reader->bytes = bytes;
	reader->problem = problem;
	reader->problem_size = size;
	status = decode_png(reader);
	if (status == 0) {
		pixels->width = reader->width;
		pixels->height = reader->height;
		pixels->n_channels = reader->n_channels;
		if (reader->has_alpha &&
		    split_alpha(reader->samples, reader->n_channels, pixels) < 0)
			status = refuse_memory(problem, size);
	}
	if (status == 0) {
		pixels->colour = pixels->owned = reader->samples;
		pixels->n_colour = (size_t)pixels->width * pixels->height * pixels->n_channels;
		reader->samples = NULL;
	}
	png_destroy_read_struct(&reader->png, &reader->info, NULL);
	free(reader->samples);
	free(reader->rows);
	free(reader);
	return status;
}

/* ---- JPEG */

struct jpeg {
	const unsigned char *at;
	size_t n, pos;
};

/* A start of frame (ITU-T T.81, table B.1) that DCTDecode reads: baseline, extended, progressive. */
static bool is_frame(unsigned marker)
{
	return marker >= 0xc0 && marker <= 0xc2;
}

/* Frames that no viewer decodes: lossless, hierarchical, arithmetic coding.  The last is decoded here. */
static bool is_strange_frame(unsigned marker)
{
	return marker >= 0xc3 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
	       marker != 0xcc;
}

/* The next segment's marker, and its body; 0 at the end or when there is none. */
static unsigned next_segment(struct jpeg *jpeg, const unsigned char **body, size_t *n)
{
	unsigned marker;
	size_t length;

	if (jpeg->n - jpeg->pos < 2 || jpeg->at[jpeg->pos] != 0xff)
		return 0;
	while (jpeg->pos < jpeg->n && jpeg->at[jpeg->pos] == 0xff) /* fill bytes */
		jpeg->pos++;
	if (jpeg->n - jpeg->pos < 3)
		return 0;
	marker = jpeg->at[jpeg->pos++];
	length = (size_t)jpeg->at[jpeg->pos] << 8 | jpeg->at[jpeg->pos + 1];
	if (length < 2 || length > jpeg->n - jpeg->pos)
		return 0;
	*body = jpeg->at + jpeg->pos + 2;
	*n = length - 2;
	jpeg->pos += length;
	return marker;
}

static int read_frame(const unsigned char *body, size_t n, struct pdf_pixels *pixels, char *problem,
		      size_t size)
{
	if (n < 6 || n < 6 + (size_t)body[5] * 3)
		return refuse(problem, size, "is a damaged JPEG: its frame header is cut short");
	if (body[0] != 8)
		return refuse(problem, size,
			      "is a JPEG of %u bits a sample, which a PDF cannot hold", body[0]);
	pixels->height = (uint32_t)body[1] << 8 | body[2];
	pixels->width = (uint32_t)body[3] << 8 | body[4];
	pixels->n_channels = body[5];
	if (pixels->n_channels != 1 && pixels->n_channels != 3 && pixels->n_channels != 4)
		return refuse(problem, size, "is a JPEG of %u channels, which a PDF cannot hold",
			      body[5]);
	return refuse_size(pixels->width, pixels->height, problem, size);
}

/* Whether an end of image follows the scan's begin. */
static bool has_end(const struct jpeg *jpeg)
{
	for (size_t i = jpeg->pos; i + 1 < jpeg->n; i++)
		if (jpeg->at[i] == 0xff && jpeg->at[i + 1] == 0xd9)
			return true;
	return false;
}

static int read_jpeg_file(struct mr_bytes bytes, struct pdf_pixels *pixels, char *problem,
			  size_t size)
{
	struct jpeg jpeg = {bytes.at, bytes.n, 2};
	const unsigned char *body = NULL;
	bool has_frame = false;
	unsigned marker;
	size_t n = 0;

	while ((marker = next_segment(&jpeg, &body, &n)) != 0) {
		if (is_frame(marker) || is_strange_frame(marker)) {
			if (has_frame || read_frame(body, n, pixels, problem, size) < 0)
				return has_frame ? refuse(problem, size,
							  "is a damaged JPEG: it has two frames")
						 : -1;
			has_frame = true;
			pixels->is_foreign = is_strange_frame(marker) || pixels->n_channels == 4;
		}
		if (marker == 0xda)
			break; /* the scan: pixels follow */
	}
	if (!has_frame || marker != 0xda)
		return refuse(problem, size, "is a damaged JPEG: it ends before its first pixel");
	if (!has_end(&jpeg))
		return refuse(problem, size, "is a damaged JPEG: it ends too early");
	pixels->is_jpeg = true;
	pixels->colour = bytes.at;
	pixels->n_colour = bytes.n;
	return 0;
}

/* ---- others, as pixels */

static int read_pixels(struct mr_bytes bytes, struct pdf_pixels *pixels, char *problem, size_t size)
{
	struct picture picture;
	char why[PICTURE_REASON];

	if (picture_read(bytes, PDF_IMAGE_MAX_PIXELS, PDF_IMAGE_MAX_SIDE, &picture, why) != 0)
		return refuse(problem, size, "%s", why);
	*pixels = (struct pdf_pixels){.width = picture.width, .height = picture.height};
	if (split_alpha(picture.rgba, 4, pixels) < 0) {
		picture_release(&picture);
		return refuse_memory(problem, size);
	}
	pixels->colour = pixels->owned = picture.rgba;
	pixels->n_colour = (size_t)pixels->width * pixels->height * pixels->n_channels;
	return 0;
}

/* ---- all */

int pdf_image_read(struct mr_bytes bytes, struct pdf_pixels *pixels, char *problem, size_t size)
{
	int status;

	memset(pixels, 0, sizeof(*pixels));
	problem[0] = '\0';
	if (image_is(bytes, "image/png"))
		status = read_png_file(bytes, pixels, problem, size);
	else if (image_is(bytes, "image/jpeg"))
		status = read_jpeg_file(bytes, pixels, problem, size);
	else if (image_is(bytes, "image/gif") || image_is(bytes, "image/webp"))
		status = read_pixels(bytes, pixels, problem, size);
	else
		status = refuse(problem, size, "is no PNG, JPEG, GIF, WebP or SVG");
	/* What a reader of PDF would not decode, or PDF/A has no colours for. */
	if (status == 0 && pixels->is_jpeg && pixels->is_foreign)
		status = read_pixels(bytes, pixels, problem, size);
	if (status < 0)
		pdf_image_release(pixels);
	return status;
}

void pdf_image_release(struct pdf_pixels *pixels)
{
	free(pixels->alpha);
	free(pixels->owned);
	memset(pixels, 0, sizeof(*pixels));
}

/* ---- drawings */

HPDF_Dict pdf_image_draw(HPDF_Doc pdf, struct mr_bytes bytes, float *aspect, char *problem,
			 size_t size)
{
	struct picture_svg_page page;
	char why[PICTURE_REASON] = "";
	HPDF_Dict form = NULL;

	if (picture_svg_page(bytes, &page, why) == 0) {
		*aspect = (float)(page.width / page.height);
		form = pdf_import_page(pdf, &page, why);
		free(page.bytes);
	}
	refuse(problem, size, "%s", form || HPDF_GetError(pdf) != HPDF_OK ? "" : why);
	return form;
}

/* ---- XObjects, ISO 32000-1, 8.9.5 */

static HPDF_Dict add_xobject(HPDF_Doc pdf, const struct pdf_pixels *pixels, const char *space)
{
	HPDF_Dict image = HPDF_DictStream_New(pdf->mmgr, pdf->xref);

	if (!image || HPDF_Dict_AddName(image, "Type", "XObject") != HPDF_OK ||
	    HPDF_Dict_AddName(image, "Subtype", "Image") != HPDF_OK ||
	    HPDF_Dict_AddNumber(image, "Width", (HPDF_INT32)pixels->width) != HPDF_OK ||
	    HPDF_Dict_AddNumber(image, "Height", (HPDF_INT32)pixels->height) != HPDF_OK ||
	    HPDF_Dict_AddName(image, "ColorSpace", space) != HPDF_OK ||
	    HPDF_Dict_AddNumber(image, "BitsPerComponent", 8) != HPDF_OK)
		return NULL;
	return image;
}

/* libharu's streams take at most what fits its own counter: pieces. */
static int write_all(HPDF_Dict stream, const unsigned char *bytes, size_t n)
{
	while (n > 0) {
		HPDF_UINT part = n > 65536 ? 65536 : (HPDF_UINT)n;

		if (HPDF_Stream_Write(stream->stream, bytes, part) != HPDF_OK)
			return -1;
		bytes += part;
		n -= part;
	}
	return 0;
}

static int add_mask(HPDF_Doc pdf, const struct pdf_pixels *pixels, HPDF_Dict image)
{
	HPDF_Dict mask = add_xobject(pdf, pixels, "DeviceGray");

	if (!mask)
		return -1;
	mask->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
	if (write_all(mask, pixels->alpha, (size_t)pixels->width * pixels->height) < 0)
		return -1;
	return HPDF_Dict_Add(image, "SMask", mask) == HPDF_OK ? 0 : -1;
}

HPDF_Dict pdf_image_add(HPDF_Doc pdf, const struct pdf_pixels *pixels)
{
	const char *space = pixels->n_channels == 1 ? "DeviceGray" : "DeviceRGB";
	HPDF_Dict image = add_xobject(pdf, pixels, space);

	if (!image)
		return NULL;
	if (pixels->is_jpeg) /* the bytes are encoded already: libharu only names the filter */
		image->filter = HPDF_STREAM_FILTER_DCT_DECODE;
	else
		image->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
	if (write_all(image, pixels->colour, pixels->n_colour) < 0)
		return NULL;
	if (pixels->alpha && add_mask(pdf, pixels, image) < 0)
		return NULL;
	return image;
}
