/* SPDX-License-Identifier: MIT */
#include "common/office/office_xml.h"

#include "common/office/office_plain.h"
#include "common/write/library.h"
#include "common/write/number.h"

#include <stdlib.h>
#include <string.h>

/* libxml2's letters are unsigned. */
static const xmlChar *letters(const char *text)
{
	return (const xmlChar *)text;
}

bool office_xml_can(struct mr_job *job)
{
	struct office_library_xml library;
	char why[LIBRARY_WHY];

	if (office_library_open_xml(&library) == 0)
		return true;
	job->diag(job, MR_ERROR, NULL, "libxml2, which writes this format, %s",
		  library_problem("libxml2", why));
	return false;
}

void office_xml_begin(struct office_xml *xml, const char *root)
{
	if (office_library_open_xml(&xml->library) != 0)
		abort(); /* office_xml_can() was not asked */
	xml->buffer = xml->library.xmlBufferCreate();
	xml->writer = xml->library.xmlNewTextWriterMemory(xml->buffer, 0);
	xml->library.xmlTextWriterStartDocument(xml->writer, NULL, "UTF-8", "yes");
	xml->library.xmlTextWriterStartElement(xml->writer, letters(root));
}

struct mr_bytes office_xml_end(struct office_xml *xml)
{
	xml->library.xmlTextWriterEndDocument(xml->writer);
	xml->library.xmlTextWriterFlush(xml->writer);
	return (struct mr_bytes){xml->library.xmlBufferContent(xml->buffer),
				 (size_t)xml->library.xmlBufferLength(xml->buffer)};
}

void office_xml_release(struct office_xml *xml)
{
	if (xml->writer)
		xml->library.xmlFreeTextWriter(xml->writer);
	if (xml->buffer)
		xml->library.xmlBufferFree(xml->buffer);
	*xml = (struct office_xml){0};
}

void office_xml_open(struct office_xml *xml, const char *element)
{
	xml->library.xmlTextWriterStartElement(xml->writer, letters(element));
}

void office_xml_close(struct office_xml *xml)
{
	xml->library.xmlTextWriterEndElement(xml->writer);
}

void office_xml_attribute(struct office_xml *xml, const char *name, const char *value)
{
	char *clean = office_plain_clean(value, strlen(value));

	xml->library.xmlTextWriterWriteAttribute(xml->writer, letters(name),
						 letters(clean ? clean : value));
	free(clean);
}

void office_xml_number(struct office_xml *xml, const char *name, int64_t value)
{
	char text[NUMBER_SIZE];

	number_signed(text, value);
	xml->library.xmlTextWriterWriteAttribute(xml->writer, letters(name), letters(text));
}

void office_xml_text(struct office_xml *xml, const char *text, size_t n)
{
	char *clean = office_plain_clean(text, n);

	if (clean) {
		xml->library.xmlTextWriterWriteString(xml->writer, letters(clean));
	} else if (text[n] == '\0') {
		xml->library.xmlTextWriterWriteString(xml->writer, letters(text));
	} else {
		clean = strndup(text, n);
		xml->library.xmlTextWriterWriteString(xml->writer, letters(clean));
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
