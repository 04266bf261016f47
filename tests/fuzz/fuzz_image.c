/* SPDX-License-Identifier: MIT */
/*
 * A logo is any bytes: it is read or refused with a reason, and what was read can be embedded.
 *
 * seeds: tests/fuzz/seeds/image tests/golden/logo.png tests/judges/data/logos
 * sources: plugins/pdf/file/pdf_image.c plugins/pdf/file/pdf_import.c plugins/common/picture/ plugins/common/bytes/image.c plugins/common/write/
 */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "common/bytes/image.h"
#include "pdf/file/pdf_image.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
	(void)error, (void)detail, (void)user;
}

static int draw(struct mr_bytes bytes)
{
	HPDF_Doc pdf = HPDF_New(on_error, NULL);
	char problem[300];
	float aspect = 0;

	assert(pdf);
	if (pdf_image_draw(pdf, bytes, &aspect, problem, sizeof(problem)))
		assert(aspect > 0);
	else
		assert(problem[0] != '\0');
	HPDF_Free(pdf);
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pdf_pixels pixels;
	char problem[300];
	HPDF_Doc pdf;

	if (image_is((struct mr_bytes){data, size}, "image/svg+xml"))
		return draw((struct mr_bytes){data, size});

	if (pdf_image_read((struct mr_bytes){data, size}, &pixels, problem, sizeof(problem)) < 0) {
		assert(problem[0] != '\0');
		return 0;
	}
	assert(pixels.width > 0 && pixels.height > 0);
	assert(pixels.is_jpeg ||
	       pixels.n_colour == (size_t)pixels.width * pixels.height * pixels.n_channels);
	pdf = HPDF_New(on_error, NULL);
	assert(pdf && pdf_image_add(pdf, &pixels));
	HPDF_Free(pdf);
	pdf_image_release(&pixels);
	return 0;
}
