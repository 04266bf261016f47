/* SPDX-License-Identifier: MIT */
/*
 * docx_book - what the files of this plugin share: one document being written (ECMA-376 part 1, 17).
 *
 *   docx_render    the document from the plan to its bytes
 *   docx_plan      paper, columns, which products stand on which table; pure
 *   docx_frame     what stands around the tables: title, legend, references, sections, header and footer
 *   docx_table     head, categories, rows
 *   docx_grid      the elements of a table
 *   docx_ranking   places and scores, and what would decide them
 *   docx_cell      a cell: status, words, parts, marks, sources, dates
 *   docx_changes   what changed since an older edition: signs, and the list behind the tables
 *   docx_words     runs: rich text, links, marks of notes
 *   docx_notes     the footnotes
 *   docx_logo      pictures of the products
 *   docx_styles    the styles, which a house template replaces
 *   docx_parts     the parts that hold no words
 *
 * Allocation ends the process when refused (plugin.h, MEMORY).
 */
#ifndef MESHREPORT_DOCX_BOOK_H
#define MESHREPORT_DOCX_BOOK_H

#include "common/office/office_xml.h"
#include "common/write/links.h"
#include "docx/docx_plan.h"

#include <meshreport/plugin.h>

/* A part that has words: its XML, and what it leads to. */
struct docx_part {
	struct office_xml xml;
	struct links links; /* addresses by number: relationship "L1" */
};

struct docx_logo {
	const char *media_type; /* null: it is not shown */
	uint32_t width, height; /* in pixels */
};

struct docx_book {
	struct mr_job *job;
	const struct mr_matrix *m;
	struct docx_plan plan;
	struct docx_part body, notes;
	struct docx_part *part; /* the one being written */
	uint32_t *numbers; /* by note: as the program will count it, 0 until it was referred to */
	uint32_t n_numbers;
	struct links sources; /* references, by number */
	struct docx_logo *logos; /* by product; null: none wanted */
	uint32_t n_pictures; /* so far */
	bool is_shaded;
};

#endif
