/* SPDX-License-Identifier: MIT */
/* floor_office: what the libraries themselves cost when nothing has to be parsed, measured or laid out.
 * usage: floor_office xlsx|docx IN.cells OUT
 *   xlsx   libxlsxwriter: each cell a string with a format by status, first links as hyperlinks
 *   docx   libxml2's xmlTextWriter: a table cell with one paragraph and one run each; libzip packs it */
#include "cells.h"

#include <libxml/xmlwriter.h>
#include <xlsxwriter.h>
#include <zip.h>

static char text[1 << 16];
static size_t n_text;

static void add(struct str s)
{
	if (n_text + s.n < sizeof text - 1) {
		memcpy(text + n_text, s.p, s.n);
		n_text += s.n;
	}
	text[n_text] = '\0';
}

/* The words of the next cell into `text`; its first link into `url`. */
static unsigned take(struct rd *r, char url[2048])
{
	unsigned status = r->p[0], n = r->p[1];

	r->p += 2;
	n_text = 0;
	add((struct str){status_name[status], status_len[status]});
	url[0] = '\0';
	if (n > 0)
		add((struct str){" ", 1});
	while (n-- > 0) {
		uint8_t kind = *r->p++;
		struct str words = rd_str(r), address = rd_str(r);

		add(words);
		if (kind == 'a' && !url[0])
			snprintf(url, 2048, "%.*s", (int)address.n, address.p);
	}
	return status;
}

static void take_name(struct rd *r)
{
	n_text = 0;
	add(rd_str(r));
}

/* ---- workbook */

static int xlsx(struct rd *r, const char *path)
{
	static const lxw_color_t colours[4] = {0xb6cadc, 0xfae1c9, 0xc7e0f1, 0xf2f3f5};
	lxw_workbook *book = workbook_new(path);
	lxw_worksheet *sheet = workbook_add_worksheet(book, "Table");
	lxw_format *formats[4];
	lxw_row_t row = 0;
	char url[2048];

	for (unsigned i = 0; i < 4; i++) {
		formats[i] = workbook_add_format(book);
		format_set_bg_color(formats[i], colours[i]);
	}
	for (unsigned i = 0; i < r->nprod; i++) {
		take_name(r);
		worksheet_write_string(sheet, 0, (lxw_col_t)(i + 1), text, NULL);
	}
	for (uint8_t kind; (kind = *r->p++) != 'E';) {
		take_name(r);
		worksheet_write_string(sheet, ++row, 0, text, NULL);
		if (kind != 'F')
			continue;
		rd_str(r);
		for (unsigned i = 0; i < r->nprod; i++) {
			unsigned status = take(r, url);

			if (url[0])
				worksheet_write_url_opt(sheet, row, (lxw_col_t)(i + 1), url, NULL,
							"-", NULL);
			worksheet_write_string(sheet, row, (lxw_col_t)(i + 1), text,
					       formats[status]);
		}
	}
	return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}

/* ---- document */

#define X(s) ((const xmlChar *)(s))

static void open_cell(xmlTextWriterPtr w, unsigned span)
{
	xmlTextWriterStartElement(w, X("w:tc"));
	if (span > 1) {
		xmlTextWriterStartElement(w, X("w:tcPr"));
		xmlTextWriterStartElement(w, X("w:gridSpan"));
		xmlTextWriterWriteFormatAttribute(w, X("w:val"), "%u", span);
		xmlTextWriterEndElement(w);
		xmlTextWriterEndElement(w);
	}
	xmlTextWriterStartElement(w, X("w:p"));
	xmlTextWriterStartElement(w, X("w:r"));
	xmlTextWriterStartElement(w, X("w:t"));
	xmlTextWriterWriteString(w, X(text));
	for (int i = 0; i < 4; i++)
		xmlTextWriterEndElement(w);
}

static void put_table(xmlTextWriterPtr w, struct rd *r)
{
	char url[2048];

	xmlTextWriterStartElement(w, X("w:tr"));
	n_text = 0;
	open_cell(w, 1);
	for (unsigned i = 0; i < r->nprod; i++) {
		take_name(r);
		open_cell(w, 1);
	}
	xmlTextWriterEndElement(w);
	for (uint8_t kind; (kind = *r->p++) != 'E';) {
		xmlTextWriterStartElement(w, X("w:tr"));
		take_name(r);
		open_cell(w, kind == 'F' ? 1 : r->nprod + 1);
		if (kind == 'F') {
			rd_str(r);
			for (unsigned i = 0; i < r->nprod; i++) {
				take(r, url);
				open_cell(w, 1);
			}
		}
		xmlTextWriterEndElement(w);
	}
}

static int docx(struct rd *r, const char *path)
{
	xmlBufferPtr buffer = xmlBufferCreate();
	xmlTextWriterPtr w = xmlNewTextWriterMemory(buffer, 0);
	int error;
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &error);
	zip_source_t *source;

	xmlTextWriterStartDocument(w, NULL, "UTF-8", NULL);
	xmlTextWriterStartElement(w, X("w:document"));
	xmlTextWriterWriteAttribute(
		w, X("xmlns:w"), X("http://schemas.openxmlformats.org/wordprocessingml/2006/main"));
	xmlTextWriterStartElement(w, X("w:body"));
	xmlTextWriterStartElement(w, X("w:tbl"));
	put_table(w, r);
	xmlTextWriterEndDocument(w);
	xmlTextWriterFlush(w);
	if (!zip)
		return 1;
	source = zip_source_buffer(zip, xmlBufferContent(buffer),
				   (zip_uint64_t)xmlBufferLength(buffer), 0);
	if (!source || zip_file_add(zip, "word/document.xml", source, 0) < 0)
		return 1;
	return zip_close(zip) == 0 ? 0 : 1;
}

int main(int ac, char **av)
{
	struct rd r;

	if (ac != 4)
		return 2;
	rd_open(&r, av[2]);
	return strcmp(av[1], "xlsx") == 0 ? xlsx(&r, av[3]) : docx(&r, av[3]);
}
