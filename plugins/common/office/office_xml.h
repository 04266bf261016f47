/* SPDX-License-Identifier: MIT */
/*
 * office_xml - a part of a document, written by libxml2's xmlTextWriter into memory.
 *
 * The library escapes; what is added here: sticky failure (only memory can fail, which the host notices), names
 * and values in one call, and the characters that XML 1.0 has no way to say (2.2: U+FFFE, U+FFFF), which
 * become U+FFFD as every program shows them.
 *
 *     struct office_xml xml;
 *     office_xml_begin(&xml, "w:document");
 *     office_xml_attribute(&xml, "w:val", "1");
 *     office_xml_open(&xml, "w:body");
 *     ...
 *     office_xml_close(&xml);
 *     part = office_xml_end(&xml);
 */
#ifndef MESHREPORT_COMMON_OFFICE_XML_H
#define MESHREPORT_COMMON_OFFICE_XML_H

#include "common/office/office_library.h"

#include <meshreport/plugin.h>
#include <stdbool.h>
#include <stdint.h>

struct office_xml {
	xmlBufferPtr buffer;
	xmlTextWriterPtr writer;
	struct office_library_xml library;
};

/* Whether the library is there, which is reported else; without it no part may be begun. */
bool office_xml_can(struct mr_job *job);

/* Begins a part with its root element. */
void office_xml_begin(struct office_xml *xml, const char *root);
/* Ends all that is open.  The bytes live until office_xml_release(). */
struct mr_bytes office_xml_end(struct office_xml *xml);
void office_xml_release(struct office_xml *xml);

void office_xml_open(struct office_xml *xml, const char *element);
void office_xml_close(struct office_xml *xml);
/* Of the element that was opened last. */
void office_xml_attribute(struct office_xml *xml, const char *name, const char *value);
void office_xml_number(struct office_xml *xml, const char *name, int64_t value);
void office_xml_text(struct office_xml *xml, const char *text, size_t n);

/* <element name="value"/>; without a name no attribute. */
void office_xml_empty(struct office_xml *xml, const char *element, const char *name,
		      const char *value);
/* <element>text</element> */
void office_xml_leaf(struct office_xml *xml, const char *element, const char *text);

#endif
