/* SPDX-License-Identifier: MIT */
#include "docx/docx_logo.h"

#include "common/write/number.h"

#include <stdio.h>
#include <stdlib.h>

/* English Metric Units (20.1.2.1): 360,000 a centimetre; a logo is at most as high and wide. */
enum { EMU_HEIGHT = 324000, EMU_WIDTH = 972000, MAX_SIDE = 20000 };

static uint32_t big_endian(const unsigned char *at, unsigned n)
{
	uint32_t value = 0;

	while (n-- > 0)
		value = value << 8 | *at++;
	return value;
}

static bool measure_png(const unsigned char *at, size_t n, struct docx_logo *logo)
{
	if (n < 24 || memcmp(at, "\x89PNG\r\n\x1a\n", 8) != 0 || memcmp(at + 12, "IHDR", 4) != 0)
		return false;
	*logo = (struct docx_logo){"image/png", big_endian(at + 16, 4), big_endian(at + 20, 4)};
	return true;
}

/* The segments up to the frame (ITU-T T.81, B.2.2): SOF0 to SOF15 but for DHT, JPG and DAC. */
static bool measure_jpeg(const unsigned char *at, size_t n, struct docx_logo *logo)
{
	if (n < 4 || memcmp(at, "\xff\xd8\xff", 3) != 0)
		return false;
	for (size_t i = 2; i + 9 < n && at[i] == 0xff;) {
		unsigned marker = at[i + 1];

		if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
		    marker != 0xcc) {
			*logo = (struct docx_logo){"image/jpeg", big_endian(at + i + 7, 2),
						   big_endian(at + i + 5, 2)};
			return true;
		}
		i += marker == 0xff ? 1 : 2 + (size_t)big_endian(at + i + 2, 2);
	}
	return false;
}

bool docx_logo_measure(struct mr_bytes bytes, struct docx_logo *logo)
{
	*logo = (struct docx_logo){0};
	if (!measure_png(bytes.at, bytes.n, logo) && !measure_jpeg(bytes.at, bytes.n, logo))
		return false;
	if (logo->width > 0 && logo->height > 0 && logo->width <= MAX_SIDE &&
	    logo->height <= MAX_SIDE)
		return true;
	*logo = (struct docx_logo){0};
	return false;
}

void docx_logo_find(struct docx_book *book)
{
	book->logos = calloc((size_t)book->m->products.n + 1, sizeof(*book->logos));
	for (uint32_t col = 0; col < book->m->products.n; col++) {
		const struct mr_product *product = mr_product_at(book->m, col);
		const struct mr_where where = {MR_AT_PRODUCT, col, 0, NULL};

		if (product->logo.n > 0 && !docx_logo_measure(product->logo, &book->logos[col]))
			book->job->diag(
				book->job, MR_WARNING, &where,
				"the logo '%s' is left out: it is no PNG or JPEG that can be read; the name stands alone",
				product->logo_name);
	}
}

const char *docx_logo_name(const struct docx_book *book, uint32_t col, char name[40])
{
	const char *type = book->logos ? book->logos[col].media_type : NULL;

	if (!type)
		return NULL;
	snprintf(name, 40, "media/logo%u.%s", (unsigned)col + 1u,
		 strcmp(type, "image/png") == 0 ? "png" : "jpeg");
	return name;
}

/* ------------------------------------------------------------------ the picture as DrawingML (20.4.2.8) */

static void put_extent(struct office_xml *xml, const char *element, const struct docx_logo *logo)
{
	uint64_t height = EMU_HEIGHT, width = height * logo->width / logo->height;

	if (width > EMU_WIDTH) {
		width = EMU_WIDTH;
		height = width * logo->height / logo->width;
	}
	office_xml_open(xml, element);
	office_xml_number(xml, "cx", (long)(width ? width : 1));
	office_xml_number(xml, "cy", (long)(height ? height : 1));
	office_xml_close(xml);
}

static void put_names(struct docx_book *book, const char *element, const char *name)
{
	office_xml_open(&book->part->xml, element);
	office_xml_number(&book->part->xml, "id", (long)book->n_pictures);
	office_xml_attribute(&book->part->xml, "name", name);
	office_xml_attribute(&book->part->xml, "descr", name);
	office_xml_close(&book->part->xml);
}

static void put_shape(struct office_xml *xml, const struct docx_logo *logo, const char *relation)
{
	office_xml_open(xml, "pic:blipFill");
	office_xml_empty(xml, "a:blip", "r:embed", relation);
	office_xml_open(xml, "a:stretch");
	office_xml_empty(xml, "a:fillRect", NULL, NULL);
	office_xml_close(xml);
	office_xml_close(xml);
	office_xml_open(xml, "pic:spPr");
	office_xml_open(xml, "a:xfrm");
	office_xml_open(xml, "a:off");
	office_xml_number(xml, "x", 0);
	office_xml_number(xml, "y", 0);
	office_xml_close(xml);
	put_extent(xml, "a:ext", logo);
	office_xml_close(xml);
	office_xml_open(xml, "a:prstGeom");
	office_xml_attribute(xml, "prst", "rect");
	office_xml_empty(xml, "a:avLst", NULL, NULL);
	office_xml_close(xml);
	office_xml_close(xml);
}

static void put_graphic(struct docx_book *book, uint32_t col, const char *name)
{
	static const char picture[] = "http://schemas.openxmlformats.org/drawingml/2006/picture";
	struct office_xml *xml = &book->part->xml;
	char relation[NUMBER_SIZE + 1] = "P";

	number_unsigned(relation + 1, col + 1u);
	office_xml_open(xml, "a:graphic");
	office_xml_attribute(xml, "xmlns:a",
			     "http://schemas.openxmlformats.org/drawingml/2006/main");
	office_xml_open(xml, "a:graphicData");
	office_xml_attribute(xml, "uri", picture);
	office_xml_open(xml, "pic:pic");
	office_xml_attribute(xml, "xmlns:pic", picture);
	office_xml_open(xml, "pic:nvPicPr");
	put_names(book, "pic:cNvPr", name);
	office_xml_empty(xml, "pic:cNvPicPr", NULL, NULL);
	office_xml_close(xml);
	put_shape(xml, &book->logos[col], relation);
	for (unsigned i = 0; i < 3; i++)
		office_xml_close(xml);
}

void docx_logo_put(struct docx_book *book, uint32_t col)
{
	static const char *const sides[] = {"distT", "distB", "distL", "distR"};
	struct office_xml *xml = &book->part->xml;
	const char *name = mr_product_at(book->m, col)->name;

	if (!book->logos || !book->logos[col].media_type)
		return;
	book->n_pictures++;
	office_xml_open(xml, "w:r");
	office_xml_open(xml, "w:drawing");
	office_xml_open(xml, "wp:inline");
	for (unsigned i = 0; i < 4; i++)
		office_xml_number(xml, sides[i], 0);
	put_extent(xml, "wp:extent", &book->logos[col]);
	put_names(book, "wp:docPr", name);
	put_graphic(book, col, name);
	for (unsigned i = 0; i < 3; i++)
		office_xml_close(xml);
}

void docx_logo_pack(const struct docx_book *book, struct office_package *package)
{
	for (uint32_t col = 0; col < book->m->products.n; col++) {
		struct mr_bytes logo = mr_product_at(book->m, col)->logo;
		char name[40], path[48];

		if (!docx_logo_name(book, col, name))
			continue;
		snprintf(path, sizeof(path), "word/%s", name);
		office_package_put(package, path, logo.at, logo.n, false);
	}
}
