/* SPDX-License-Identifier: MIT */
#include "common/office/office_xml.h"

#include "common/office/office_plain.h"
#include "common/write/number.h"

#include <stdlib.h>
#include <string.h>

/* libxml2's letters are unsigned. */
static const xmlChar *letters(const char *text)
{
	return (const xmlChar *)text;
}

void office_xml_begin(struct office_xml *xml, const char *root)
{
	xml->buffer = xmlBufferCreate();
	xml->writer = xmlNewTextWriterMemory(xml->buffer, 0);
	xmlTextWriterStartDocument(xml->writer, NULL, "UTF-8", "yes");
	xmlTextWriterStartElement(xml->writer, letters(root));
}

struct mr_bytes office_xml_end(struct office_xml *xml)
{
	xmlTextWriterEndDocument(xml->writer);
	xmlTextWriterFlush(xml->writer);
	return (struct mr_bytes){xmlBufferContent(xml->buffer),
				 (size_t)xmlBufferLength(xml->buffer)};
}

void office_xml_release(struct office_xml *xml)
{
	if (xml->writer)
		xmlFreeTextWriter(xml->writer);
	if (xml->buffer)
		xmlBufferFree(xml->buffer);
	*xml = (struct office_xml){0};
}

void office_xml_open(struct office_xml *xml, const char *element)
{
	xmlTextWriterStartElement(xml->writer, letters(element));
}

void office_xml_close(struct office_xml *xml)
{
	xmlTextWriterEndElement(xml->writer);
}

void office_xml_attribute(struct office_xml *xml, const char *name, const char *value)
{
	char *clean = office_plain_clean(value, strlen(value));

	xmlTextWriterWriteAttribute(xml->writer, letters(name), letters(clean ? clean : value));
	free(clean);
}

void office_xml_number(struct office_xml *xml, const char *name, long value)
{
	char text[NUMBER_SIZE];

	number_signed(text, value);
	xmlTextWriterWriteAttribute(xml->writer, letters(name), letters(text));
}

void office_xml_text(struct office_xml *xml, const char *text, size_t n)
{
	char *clean = office_plain_clean(text, n);

	if (clean) {
		xmlTextWriterWriteString(xml->writer, letters(clean));
	} else if (text[n] == '\0') {
		xmlTextWriterWriteString(xml->writer, letters(text));
	} else {
		clean = strndup(text, n);
		xmlTextWriterWriteString(xml->writer, letters(clean));
	}
	free(clean);
}

void office_xml_empty(struct office_xml *xml, const char *element, const char *name,
		      const char *value)
{
	office_xml_open(xml, element);
	if (name)
		office_xml_attribute(xml, name, value);
	office_xml_close(xml);
}

void office_xml_leaf(struct office_xml *xml, const char *element, const char *text)
{
	office_xml_open(xml, element);
	office_xml_text(xml, text, strlen(text));
	office_xml_close(xml);
}
