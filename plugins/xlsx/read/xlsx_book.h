/* SPDX-License-Identifier: MIT */
/*
 * xlsx_book - what the sheets of a workbook share.
 */
#ifndef MESHREPORT_XLSX_BOOK_H
#define MESHREPORT_XLSX_BOOK_H

#include "common/write/out.h"
#include "xlsx/read/xlsx_part.h"

#include <stddef.h>
#include <stdint.h>

/* Excel takes 65,490 styles and 250 formats of one's own. */
enum {
	XLSX_BOOK_PATH = 300,
	XLSX_BOOK_SHEETS = 1000,
	XLSX_BOOK_STRINGS = 5000000,
	XLSX_BOOK_STYLES = 65536,
	XLSX_BOOK_FORMATS = 1000
};

struct xlsx_sheet_entry {
	char *name, *id;
	char path[XLSX_BOOK_PATH];
	bool is_hidden;
};

struct xlsx_style {
	long format; /* id of a number format */
	const char *code; /* of that */
	bool is_bold, is_struck;
};

struct xlsx_link {
	char *id, *type, *target;
	bool is_external;
};

struct xlsx_links {
	struct xlsx_link *at;
	size_t n, size;
};

/* "meshreport.notes" and what it stands for. */
struct xlsx_name {
	char *name, *value;
};

struct xlsx_book {
	struct xlsx_package *package;
	struct xlsx_sheet_entry *sheets;
	size_t n_sheets, sheets_size;
	struct out strings; /* NUL-terminated Markdown, one behind the other */
	size_t *starts;
	size_t n_strings, starts_size;
	struct xlsx_style *styles;
	size_t n_styles, styles_size;
	struct {
		long id;
		char *code;
	} * formats;
	size_t n_formats, formats_size;
	struct xlsx_name *names; /* defined ones that are ours; null in workbooks of others */
	size_t n_names, names_size;
	bool is_1904;
	char strings_path[XLSX_BOOK_PATH], styles_path[XLSX_BOOK_PATH];
};

/* 0, or -1 after an error was reported. */
int xlsx_book_open(struct xlsx_book *book, struct xlsx_package *package);
void xlsx_book_release(struct xlsx_book *book);

/* What a defined name of ours stands for, null without. */
const char *xlsx_book_name(const struct xlsx_book *book, const char *name);

/* Borrowed; null for an index that there is not. */
const char *xlsx_book_string(const struct xlsx_book *book, long index);
struct xlsx_style xlsx_book_style(const struct xlsx_book *book, long style);

/* The links of a part ("xl/worksheets/sheet1.xml" has them in "xl/worksheets/_rels/sheet1.xml.rels"). */
void xlsx_book_links(struct xlsx_package *package, const char *part, struct xlsx_links *out);
/* Whether a link leads to a part of this kind: "/comments". */
bool xlsx_book_is_kind(const struct xlsx_link *link, const char *kind);
void xlsx_book_links_release(struct xlsx_links *links);

/* The path of a target as seen from a part: "../comments1.xml". */
void xlsx_book_resolve(const char *part, const char *target, char path[XLSX_BOOK_PATH]);

/* Room for one more element, zeroed; null without memory. */
void *xlsx_book_add(void **at, size_t *n, size_t *size, size_t of);

#endif
