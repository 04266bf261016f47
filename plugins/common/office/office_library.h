/* SPDX-License-Identifier: MIT */
/*
 * office_library - the functions of libzip and of libxml2's writer, opened when a document is written.
 *
 * Linked, they would be loaded whenever the format is, also to list it: with OpenSSL and ICU behind them they take 3 ms of
 * processor time beside the 1.5 that asking a format takes.  Structs come from the headers; the names have carried the
 * same ABI since libzip 1.0 and libxml2 2.5.  What is opened is never closed.
 */
#ifndef MESHREPORT_COMMON_OFFICE_LIBRARY_H
#define MESHREPORT_COMMON_OFFICE_LIBRARY_H

#include <libxml/xmlwriter.h>
#include <zip.h>

#define OFFICE_LIBRARY_ZIP(X)       \
	X(zip_close)                \
	X(zip_delete)               \
	X(zip_discard)              \
	X(zip_error_fini)           \
	X(zip_error_init)           \
	X(zip_error_strerror)       \
	X(zip_file_add)             \
	X(zip_file_set_dostime)     \
	X(zip_get_error)            \
	X(zip_name_locate)          \
	X(zip_open_from_source)     \
	X(zip_set_file_compression) \
	X(zip_source_buffer)        \
	X(zip_source_buffer_create) \
	X(zip_source_close)         \
	X(zip_source_error)         \
	X(zip_source_free)          \
	X(zip_source_keep)          \
	X(zip_source_open)          \
	X(zip_source_read)

#define OFFICE_LIBRARY_XML(X)          \
	X(xmlBufferContent)            \
	X(xmlBufferCreate)             \
	X(xmlBufferFree)               \
	X(xmlBufferLength)             \
	X(xmlFreeTextWriter)           \
	X(xmlNewTextWriterMemory)      \
	X(xmlTextWriterEndDocument)    \
	X(xmlTextWriterEndElement)     \
	X(xmlTextWriterFlush)          \
	X(xmlTextWriterStartDocument)  \
	X(xmlTextWriterStartElement)   \
	X(xmlTextWriterWriteAttribute) \
	X(xmlTextWriterWriteString)

#define OFFICE_LIBRARY_MEMBER(name) __typeof__(&name) name;

struct office_library_zip {
	OFFICE_LIBRARY_ZIP(OFFICE_LIBRARY_MEMBER)
};

struct office_library_xml {
	OFFICE_LIBRARY_XML(OFFICE_LIBRARY_MEMBER)
};

/* 0, or -1 when the library is not installed or lacks a function. */
int office_library_open_zip(struct office_library_zip *out);
int office_library_open_xml(struct office_library_xml *out);

#endif
