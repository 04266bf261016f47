/* SPDX-License-Identifier: MIT */
#include "docx/docx_grid.h"

static void put_number(struct office_xml *xml, const char *element, const char *name, long value)
{
	office_xml_open(xml, element);
	office_xml_number(xml, name, value);
	office_xml_close(xml);
}

static void put_width(struct office_xml *xml, const char *element, uint32_t width)
{
	office_xml_open(xml, element);
	office_xml_number(xml, "w:w", (long)width);
	office_xml_attribute(xml, "w:type", "dxa");
	office_xml_close(xml);
}

void docx_grid_begin(struct docx_book *book, const char *description, const uint32_t *widths,
		     uint32_t n)
{
	struct office_xml *xml = &book->part->xml;

	office_xml_open(xml, "w:tbl");
	office_xml_open(xml, "w:tblPr");
	office_xml_empty(xml, "w:tblStyle", "w:val", "ComparisonTable");
	if (book->m->is_rtl)
		office_xml_empty(xml, "w:bidiVisual", NULL, NULL);
	put_width(xml, "w:tblW", docx_plan_room(&book->plan));
	office_xml_empty(xml, "w:tblLayout", "w:type", "fixed");
	office_xml_open(xml, "w:tblLook");
	office_xml_attribute(xml, "w:val", "04A0");
	office_xml_number(xml, "w:firstRow", 1);
	office_xml_number(xml, "w:lastRow", 0);
	office_xml_number(xml, "w:firstColumn", 1);
	office_xml_number(xml, "w:lastColumn", 0);
	office_xml_number(xml, "w:noHBand", 0);
	office_xml_number(xml, "w:noVBand", 1);
	office_xml_close(xml);
	office_xml_empty(xml, "w:tblCaption", "w:val", book->m->title);
	office_xml_empty(xml, "w:tblDescription", "w:val", description);
	office_xml_close(xml);
	office_xml_open(xml, "w:tblGrid");
	for (uint32_t i = 0; i < n; i++)
		put_number(xml, "w:gridCol", "w:w", (long)widths[i]);
	office_xml_close(xml);
}

void docx_grid_row(struct docx_book *book, bool is_head)
{
	struct office_xml *xml = &book->part->xml;

	office_xml_open(xml, "w:tr");
	office_xml_open(xml, "w:trPr");
	office_xml_empty(xml, "w:cantSplit", NULL, NULL);
	if (is_head)
		office_xml_empty(xml, "w:tblHeader", NULL, NULL);
	office_xml_close(xml);
}

/* The order of properties is the schema's (17.4.70, CT_TcPr). */
void docx_grid_cell(struct docx_book *book, uint32_t width, uint32_t span, const char *ground)
{
	struct office_xml *xml = &book->part->xml;

	office_xml_open(xml, "w:tc");
	office_xml_open(xml, "w:tcPr");
	put_width(xml, "w:tcW", width);
	if (span > 1)
		put_number(xml, "w:gridSpan", "w:val", (long)span);
	if (ground) {
		office_xml_open(xml, "w:shd");
		office_xml_attribute(xml, "w:val", "clear");
		office_xml_attribute(xml, "w:color", "auto");
		office_xml_attribute(xml, "w:fill", ground);
		office_xml_close(xml);
	}
	office_xml_close(xml);
}

void docx_grid_end(struct docx_book *book)
{
	office_xml_close(&book->part->xml);
}
