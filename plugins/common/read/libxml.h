/* SPDX-License-Identifier: MIT */
/*
 * libxml - the functions of libxml2 that a tree needs, opened when a page is read.
 *
 * Linked, the library would be loaded whenever the format is, also to write a page, and it brings ICU
 * with it: 4 ms of processor time beside the 7 that the shipped page takes.  So it is opened by name.
 * Its structs come from its headers, and its name has carried the same ABI since 2.5.
 */
#ifndef MESHREPORT_COMMON_LIBXML_H
#define MESHREPORT_COMMON_LIBXML_H

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/hash.h>
#include <libxml/parserInternals.h>

#define LIBXML_FUNCTIONS(X)           \
	X(htmlCreateMemoryParserCtxt) \
	X(htmlCtxtUseOptions)         \
	X(htmlEntityLookup)           \
	X(htmlFreeParserCtxt)         \
	X(htmlParseDocument)          \
	X(xmlFreeDoc)                 \
	X(xmlHashAddEntry)            \
	X(xmlHashCreate)              \
	X(xmlHashFree)                \
	X(xmlHashLookup)              \
	X(xmlSAX2Characters)          \
	X(xmlSAX2EndElement)          \
	X(xmlSAX2StartElement)        \
	X(xmlSwitchEncoding)

struct libxml {
#define LIBXML_MEMBER(name) __typeof__(&name) name;
	LIBXML_FUNCTIONS(LIBXML_MEMBER)
#undef LIBXML_MEMBER
};

/* 0, or -1 when the library cannot be had (library_problem() says why); it is never closed. */
int libxml_open(struct libxml *out);

#endif
