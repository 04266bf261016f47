/* SPDX-License-Identifier: MIT */
/*
 * pdf_image - PNG, JPEG, GIF and WebP files into Image XObjects, SVG into form XObjects.
 *
 * The bytes are hostile: libharu would abort on a damaged PNG, so PNG is decoded here with libpng,
 * and a JPEG's header is checked before its bytes are passed through as they are (DCTDecode).
 * Nothing larger than PDF_IMAGE_MAX_PIXELS is decoded.  Transparency becomes an SMask; 16-bit samples
 * become 8-bit ones; interlaced, palette and grey files are read.  What is no such file is decoded by
 * common/picture: GIF, WebP, JPEG in CMYK (for which PDF/A, ISO 19005-3, 6.2.4.3, wants a colour profile that nobody
 * has) or of a coding that readers of PDF do not know.
 *
 * Reading is apart from embedding, so that it can be fuzzed without a document.
 */
#ifndef MESHREPORT_PDF_IMAGE_H
#define MESHREPORT_PDF_IMAGE_H

#include <hpdf.h>

#include <meshreport/plugin.h>

#define PDF_IMAGE_MAX_PIXELS 16000000u
#define PDF_IMAGE_MAX_SIDE 16384u

struct pdf_pixels {
	uint32_t width, height;
	uint32_t n_channels; /* of colour: 1 grey, 3 RGB */
	bool is_foreign; /* a JPEG that must not be embedded as it is */
	bool is_jpeg; /* colour holds the JPEG file itself, borrowed from the caller */
	const unsigned char
		*colour; /* width * height * n_channels samples of 8 bits, or the JPEG */
	size_t n_colour;
	unsigned char *alpha; /* width * height samples, or null when nothing is transparent */
	unsigned char *owned; /* what pdf_image_release() frees */
};

/*
 * Reads an image.  0, or -1 with a reason in `problem` ("is a damaged PNG: ..."), one line that fits
 * behind the name of the file.
 */
int pdf_image_read(struct mr_bytes bytes, struct pdf_pixels *pixels, char *problem, size_t size);
void pdf_image_release(struct pdf_pixels *pixels);

/*
 * An SVG as a drawing of the document, one unit wide and high; `aspect` is its width by its height.  Null with a
 * reason as above, or an empty one when libharu failed.
 */
HPDF_Dict pdf_image_draw(HPDF_Doc pdf, struct mr_bytes bytes, float *aspect, char *problem,
			 size_t size);

/* Adds the image to the document; null when libharu failed (HPDF_GetError says how). */
HPDF_Dict pdf_image_add(HPDF_Doc pdf, const struct pdf_pixels *pixels);

#endif
