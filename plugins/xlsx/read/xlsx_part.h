/* SPDX-License-Identifier: MIT */
/*
 * xlsx_part - one part of a package (xl/workbook.xml) as a stream of elements.
 *
 * Elements are known by their names without prefixes, so that strict and transitional workbooks read alike.  A part
 * with a document type is refused: workbooks have none, and bombs are made with it.  All parts together may inflate
 * to XLSX_PART_MAX bytes and hold XLSX_PART_NODES tags and texts, which takes a few seconds.
 */
#ifndef MESHREPORT_XLSX_PART_H
#define MESHREPORT_XLSX_PART_H

#include "xlsx/read/xlsx_package.h"

enum { XLSX_PART_MAX = 200 << 20, XLSX_PART_NODES = 20000000, XLSX_PART_DEPTH = 64 };

struct xlsx_part {
	struct xlsx_package *package;
	zip_file_t *file;
	xmlTextReaderPtr reader;
	const char *name; /* for messages; borrowed */
};

/* False where there is no such part. */
bool xlsx_part_open(struct xlsx_part *part, struct xlsx_package *package, const char *name);
void xlsx_part_close(struct xlsx_part *part);

/* The next node; false at the end or after an error, which is reported. */
bool xlsx_part_next(struct xlsx_part *part);
/* Whether it begins or ends an element of that name. */
bool xlsx_part_begins(const struct xlsx_part *part, const char *name);
bool xlsx_part_ends(const struct xlsx_part *part, const char *name);
/* An attribute by its local name, null without; the caller frees it. */
char *xlsx_part_attribute(const struct xlsx_part *part, const char *name);
/* The same as a number, `otherwise` without one. */
long xlsx_part_number(const struct xlsx_part *part, const char *name, long otherwise);
bool xlsx_part_flag(const struct xlsx_part *part, const char *name);
/* The letters of a text node, null for others; borrowed until the next node. */
const char *xlsx_part_letters(const struct xlsx_part *part);

#endif
