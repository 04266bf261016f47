/* SPDX-License-Identifier: MIT */
#include "common/picture/picture_svg.h"

#include <stdlib.h>
#include <string.h>

#include "common/picture/picture_library_private.h"
#include "common/picture/picture_private.h"
#include "common/write/utf8.h"

#define DPI 96.0 /* CSS Values 3, 5.2 */
#define WIDTH 300.0 /* of a drawing that names no size, as browsers have it (CSS 2.2, 10.3.2) */
#define HEIGHT 150.0
#define MOST_RATIO 100.0
/* What is pixels even on a page, blur and masks, has this many along its side: 1,000 per inch at the size of a logo. */
#define PAGE_SIDE 1024.0
#define PAGE_BYTES (8u << 20)

struct drawing {
	struct picture_library_svg on;
	RsvgHandle *handle;
	double width, height; /* scaled to the side that was asked for */
};

static int refuse_error(struct drawing *d, GError *error, char why[PICTURE_REASON])
{
	char word[UTF8_WORD];

	picture_refuse(why, "is a damaged SVG: %s",
		       utf8_word(word, error ? error->message : "it cannot be drawn"));
	if (error)
		d->on.g_error_free(error);
	return -1;
}

/* The size it names, else that of its view box, else a browser's. */
static void measure(struct drawing *d)
{
	gboolean has_width, has_height, has_box;
	RsvgLength width, height;
	RsvgRectangle box;

	if (d->on.rsvg_handle_get_intrinsic_size_in_pixels(d->handle, &d->width, &d->height) &&
	    d->width > 0 && d->height > 0)
		return;
	d->on.rsvg_handle_get_intrinsic_dimensions(d->handle, &has_width, &width, &has_height,
						   &height, &has_box, &box);
	d->width = has_box && box.width > 0 ? box.width : WIDTH;
	d->height = has_box && box.height > 0 ? box.height : HEIGHT;
}

static int open_drawing(struct drawing *d, struct mr_bytes bytes, double side,
			char why[PICTURE_REASON])
{
	GError *error = NULL;
	double scale;

	if (picture_library_svg(&d->on, why) != 0)
		return -1;
	d->handle = d->on.rsvg_handle_new_from_data(bytes.at, bytes.n, &error);
	if (!d->handle)
		return refuse_error(d, error, why);
	d->on.rsvg_handle_set_dpi(d->handle, DPI);
	measure(d);
	if (!(d->width < d->height * MOST_RATIO && d->height < d->width * MOST_RATIO))
		return picture_refuse(why,
				      "is too narrow: one of its sides is over %d times the other",
				      (int)MOST_RATIO);
	scale = side / (d->width > d->height ? d->width : d->height);
	d->width *= scale;
	d->height *= scale;
	return 0;
}

static void close_drawing(struct drawing *d)
{
	if (d->handle)
		d->on.g_object_unref(d->handle);
}

static int draw(struct drawing *d, cairo_surface_t *surface, char why[PICTURE_REASON])
{
	const RsvgRectangle all = {0, 0, d->width, d->height};
	cairo_t *cairo = d->on.cairo_create(surface);
	GError *error = NULL;
	int status = 0;

	if (!d->on.rsvg_handle_render_document(d->handle, cairo, &all, &error))
		status = refuse_error(d, error, why);
	else if (d->on.cairo_status(cairo) != CAIRO_STATUS_SUCCESS)
		status = refuse_error(d, NULL, why);
	d->on.cairo_destroy(cairo);
	return status;
}

/* ---- a page */

static cairo_status_t keep(void *data, const unsigned char *bytes, unsigned n)
{
	struct picture_svg_page *page = data;

	if (page->failed || n > PAGE_BYTES - page->n) {
		page->failed = true;
		return CAIRO_STATUS_WRITE_ERROR;
	}
	if (page->n + n > page->room) {
		size_t room = 2 * (page->n + n);
		unsigned char *grown = realloc(page->bytes, room);

		if (!grown) {
			page->failed = true;
			return CAIRO_STATUS_NO_MEMORY;
		}
		page->bytes = grown;
		page->room = room;
	}
	memcpy(page->bytes + page->n, bytes, n);
	page->n += n;
	return CAIRO_STATUS_SUCCESS;
}

static int write_page(struct drawing *d, cairo_surface_t *recorded, struct picture_svg_page *page,
		      char why[PICTURE_REASON])
{
	cairo_surface_t *pdf =
		d->on.cairo_pdf_surface_create_for_stream(keep, page, d->width, d->height);
	cairo_t *cairo = d->on.cairo_create(pdf);
	bool is_good;

	d->on.cairo_set_source_surface(cairo, recorded, 0, 0);
	d->on.cairo_paint(cairo);
	d->on.cairo_destroy(cairo);
	d->on.cairo_surface_finish(pdf);
	is_good = d->on.cairo_surface_status(pdf) == CAIRO_STATUS_SUCCESS;
	d->on.cairo_surface_destroy(pdf);
	if (is_good && !page->failed)
		return 0;
	return picture_refuse(why, "is too large a drawing: it would take more than %u MiB",
			      PAGE_BYTES >> 20);
}

/*
 * It is recorded first: on a surface that is no PDF librsvg draws letters as outlines, so that the page needs no font,
 * of which PDF/A would ask much.
 */
int picture_svg_page(struct mr_bytes bytes, struct picture_svg_page *page, char why[PICTURE_REASON])
{
	struct drawing d = {.handle = NULL};
	int status = open_drawing(&d, bytes, PAGE_SIDE, why);

	memset(page, 0, sizeof(*page));
	if (status == 0) {
		const cairo_rectangle_t all = {0, 0, d.width, d.height};
		cairo_surface_t *recorded =
			d.on.cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &all);

		status = draw(&d, recorded, why);
		if (status == 0)
			status = write_page(&d, recorded, page, why);
		d.on.cairo_surface_destroy(recorded);
	}
	page->width = d.width;
	page->height = d.height;
	close_drawing(&d);
	if (status != 0) {
		free(page->bytes);
		memset(page, 0, sizeof(*page));
	}
	return status;
}

/* ---- pixels */

/* cairo's pixels are native words with alpha multiplied in. */
static void take_pixels(const unsigned char *from, size_t stride, struct picture *picture)
{
	uint8_t *to = picture->rgba;

	for (uint32_t y = 0; y < picture->height; y++)
		for (uint32_t x = 0; x < picture->width; x++, to += 4) {
			uint32_t word, alpha;

			memcpy(&word, from + y * stride + (size_t)x * 4, 4);
			alpha = word >> 24;
			for (int k = 0; k < 3 && alpha > 0; k++)
				to[k] = (uint8_t)(((word >> (16 - 8 * k) & 255) * 255 + alpha / 2) /
						  alpha);
			to[3] = (uint8_t)alpha;
		}
}

static int draw_pixels(struct drawing *d, struct picture *picture, char why[PICTURE_REASON])
{
	cairo_surface_t *image = d->on.cairo_image_surface_create(
		CAIRO_FORMAT_ARGB32, (int)picture->width, (int)picture->height);
	const unsigned char *from;
	int status = draw(d, image, why);

	d->on.cairo_surface_flush(image);
	from = d->on.cairo_image_surface_get_data(image);
	if (status == 0 && !from)
		status = picture_refuse(why, "cannot be read: there is not enough memory for it");
	else if (status == 0)
		take_pixels(from, (size_t)d->on.cairo_image_surface_get_stride(image), picture);
	d->on.cairo_surface_destroy(image);
	return status;
}

int picture_svg_read(struct mr_bytes bytes, uint32_t side, struct picture *picture,
		     char why[PICTURE_REASON])
{
	const struct picture_limits limits = {side * side, side};
	struct drawing d = {.handle = NULL};
	int status = open_drawing(&d, bytes, side, why);

	memset(picture, 0, sizeof(*picture));
	if (status == 0)
		status = picture_make(picture, &limits, (int64_t)(d.width + 0.99),
				      (int64_t)(d.height + 0.99), why);
	if (status == 0)
		status = draw_pixels(&d, picture, why);
	close_drawing(&d);
	if (status != 0)
		picture_release(picture);
	return status;
}
