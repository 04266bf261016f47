/* SPDX-License-Identifier: MIT */
/*
 * pdf_tags_private - how the structure tree is kept: for pdf_tags.c, which grows it, and
 * pdf_tags_write.c, which prints it.  Elements, kids and extras are arrays; a kid names the next one.
 */
#ifndef MESHREPORT_PDF_TAGS_PRIVATE_H
#define MESHREPORT_PDF_TAGS_PRIVATE_H

#include "pdf/file/pdf_tags.h"

#define NONE UINT32_MAX

enum kid_kind { KID_ELEMENT = 0, KID_MARK = 1, KID_ANNOTATION = 2 };

struct kid {
	uint32_t next;
	uint32_t value; /* element, marked-content number, object number */
	uint32_t page_kind; /* page * 4 + enum kid_kind */
};

struct element {
	uint32_t parent;
	uint32_t first_kid, last_kid;
	uint32_t extra; /* index + 1 into extras */
	uint32_t page; /* of its first mark */
	uint16_t colspan;
	uint8_t tag, scope;
};

struct extra {
	const char *alt;
	float box[4];
	const char *id_prefix;
	uint32_t id;
	size_t actual; /* offset + 1 into actuals, 0: none */
};

/* Which elements the marks of a page, or the annotations, belong to. */
struct owners {
	uint32_t *at;
	uint32_t n, size;
};

struct leaf {
	struct pdf_tags *tags;
	uint32_t first, n; /* pages */
};

struct pdf_tags {
	struct element *elements;
	struct kid *kids;
	struct extra *extras;
	struct owners *pages;
	struct owners annotations;
	struct leaf *leaves;
	struct out actuals; /* texts, each with a NUL behind */
	uint32_t n_elements, elements_size;
	uint32_t n_kids, kids_size;
	uint32_t n_extras, extras_size;
	uint32_t pages_size;
	uint32_t n_pages;
	uint32_t base; /* object number of element 0 */
	uint32_t n_written; /* elements are written in their order */
	HPDF_Dict shared; /* stands for all elements that no libharu object refers to */
	uint32_t n_shared;
	uint32_t root; /* object number of the tree's root */
	const HPDF_Page *page_objects;
	bool failed;
};

#endif
