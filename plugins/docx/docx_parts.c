/* SPDX-License-Identifier: MIT */
#include "docx/docx_parts.h"

#include "common/office/office_address.h"
#include "common/office/office_properties.h"
#include "common/write/number.h"
#include "docx/docx_logo.h"

#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define WORDS "application/vnd.openxmlformats-officedocument.wordprocessingml."

void docx_parts_begin(struct office_xml *xml, const char *root)
{
	office_xml_begin(xml, root);
	office_xml_attribute(xml, "xmlns:w",
			     "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
	office_xml_attribute(xml, "xmlns:r", RELATIONS);
	office_xml_attribute(
		xml, "xmlns:wp",
		"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
}

/* ------------------------------------------------------------------ content types */

static void put_type(struct office_xml *xml, const char *element, const char *name,
		     const char *value, const char *type)
{
	office_xml_open(xml, element);
	office_xml_attribute(xml, name, value);
	office_xml_attribute(xml, "ContentType", type);
	office_xml_close(xml);
}

void docx_parts_types(struct office_xml *xml)
{
	static const char *const parts[][2] = {
		{"/word/document.xml", WORDS "document.main+xml"},
		{"/word/styles.xml", WORDS "styles+xml"},
		{"/word/settings.xml", WORDS "settings+xml"},
		{"/word/footnotes.xml", WORDS "footnotes+xml"},
		{"/word/header1.xml", WORDS "header+xml"},
		{"/word/footer1.xml", WORDS "footer+xml"},
		{"/" OFFICE_PROPERTIES_CORE,
		 "application/vnd.openxmlformats-package.core-properties+xml"},
		{"/" OFFICE_PROPERTIES_APP,
		 "application/vnd.openxmlformats-officedocument.extended-properties+xml"},
	};

	office_xml_begin(xml, "Types");
	office_xml_attribute(xml, "xmlns", PACKAGE "/content-types");
	put_type(xml, "Default", "Extension", "rels",
		 "application/vnd.openxmlformats-package.relationships+xml");
	put_type(xml, "Default", "Extension", "xml", "application/xml");
	put_type(xml, "Default", "Extension", "png", "image/png");
	put_type(xml, "Default", "Extension", "jpeg", "image/jpeg");
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		put_type(xml, "Override", "PartName", parts[i][0], parts[i][1]);
}

/* ------------------------------------------------------------------ relationships */

static void begin(struct office_xml *xml)
{
	office_xml_begin(xml, "Relationships");
	office_xml_attribute(xml, "xmlns", PACKAGE "/relationships");
}

static void put(struct office_xml *xml, const char *id, const char *type, const char *target)
{
	office_xml_open(xml, "Relationship");
	office_xml_attribute(xml, "Id", id);
	office_xml_attribute(xml, "Type", type);
	office_xml_attribute(xml, "Target", target);
}

void docx_parts_root(struct office_xml *xml)
{
	begin(xml);
	put(xml, "document", RELATIONS "/officeDocument", "word/document.xml");
	office_xml_close(xml);
	put(xml, "core", PACKAGE "/relationships/metadata/core-properties", OFFICE_PROPERTIES_CORE);
	office_xml_close(xml);
	put(xml, "app", RELATIONS "/extended-properties", OFFICE_PROPERTIES_APP);
	office_xml_close(xml);
}

static void put_links(const struct links *links, struct office_xml *xml)
{
	struct out address;

	out_to_memory(&address, 0);
	for (uint32_t i = 0; i < links->n; i++) {
		char id[NUMBER_SIZE + 1] = "L";

		number_unsigned(id + 1, i + 1u);
		out_clear(&address);
		office_address_put(&address, links->at[i].url);
		put(xml, id, RELATIONS "/hyperlink", out_at(&address));
		office_xml_attribute(xml, "TargetMode", "External");
		office_xml_close(xml);
	}
	out_release(&address);
}

void docx_parts_body(const struct docx_book *book, struct office_xml *xml)
{
	static const char *const parts[][2] = {{"styles", "styles.xml"},
					       {"settings", "settings.xml"},
					       {"footnotes", "footnotes.xml"},
					       {"header", "header1.xml"},
					       {"footer", "footer1.xml"}};

	begin(xml);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		char type[128] = RELATIONS "/";

		strncat(type, parts[i][0], 32);
		put(xml, parts[i][0], type, parts[i][1]);
		office_xml_close(xml);
	}
	for (uint32_t col = 0; col < book->m->products.n; col++) {
		char name[40], id[NUMBER_SIZE + 1] = "P";

		number_unsigned(id + 1, col + 1u);
		if (!docx_logo_name(book, col, name))
			continue;
		put(xml, id, RELATIONS "/image", name);
		office_xml_close(xml);
	}
	put_links(&book->body.links, xml);
}

void docx_parts_notes(const struct docx_book *book, struct office_xml *xml)
{
	begin(xml);
	put_links(&book->notes.links, xml);
}

/* ------------------------------------------------------------------ settings */

static void put_compatible(struct office_xml *xml)
{
	office_xml_open(xml, "w:compat");
	office_xml_open(xml, "w:compatSetting");
	office_xml_attribute(xml, "w:name", "compatibilityMode");
	office_xml_attribute(xml, "w:uri", "http://schemas.microsoft.com/office/word");
	office_xml_attribute(xml, "w:val", "15");
	office_xml_close(xml);
	office_xml_close(xml);
}

void docx_parts_settings(const struct docx_book *book, struct office_xml *xml)
{
	docx_parts_begin(xml, "w:settings");
	office_xml_open(xml, "w:footnotePr");
	for (long id = -1; id <= 0; id++) {
		office_xml_open(xml, "w:footnote");
		office_xml_number(xml, "w:id", id);
		office_xml_close(xml);
	}
	office_xml_close(xml);
	put_compatible(xml);
	office_xml_empty(xml, "w:themeFontLang", "w:val", book->m->language);
}
