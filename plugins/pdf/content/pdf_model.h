/* SPDX-License-Identifier: MIT */
/*
 * pdf_model - what a handout is while it is made: options, rows, tables, places, and the book that
 * holds them all.  Structs only; the functions are in the headers of the files that fill them.
 *
 * UNITS.  Points; x from the left edge of the body, mirrored for languages from right to left; y
 * downwards.
 */
#ifndef MESHREPORT_PDF_MODEL_H
#define MESHREPORT_PDF_MODEL_H

#include "common/change/changes.h"
#include "common/scene/scene.h"
#include "common/write/missing.h"
#include "pdf/content/pdf_signs.h"
#include "pdf/file/pdf_doc.h"
#include "pdf/file/pdf_font.h"
#include "pdf/layout/pdf_block.h"
#include "pdf/layout/pdf_columns.h"
#include "pdf/layout/pdf_plan.h"
#include "pdf/layout/pdf_slant.h"
#include "pdf/layout/pdf_paper.h"

#define PDF_NO_TABLE UINT32_MAX
#define PDF_NO_CHART UINT32_MAX
#define PDF_N_COUNTS 6 /* columns of the summary: what a status counts as, and the coverage */
#define PDF_N_RANKED 3 /* columns of a ranking: places, score with interval, remarks */

enum pdf_orientation { PDF_ORIENTATION_AUTO = 0, PDF_PORTRAIT, PDF_LANDSCAPE };
enum pdf_notes { PDF_NOTES_END = 0, PDF_NOTES_PAGE, PDF_NOTES_BOTH };
enum pdf_theme_name { PDF_THEME_LIGHT = 0, PDF_THEME_GREY = 1, PDF_THEME_INK = 2 };
/* How much air there is between rows and columns. */
enum pdf_density { PDF_DENSITY_COMPACT = 0, PDF_DENSITY_NORMAL, PDF_DENSITY_AIRY };
/* What shows a status besides its sign: nothing, the cell's ground, or a box around the sign. */
enum pdf_status { PDF_STATUS_PLAIN = 0, PDF_STATUS_TINT, PDF_STATUS_BADGE };
enum pdf_attach { PDF_ATTACH_DATA = 0, PDF_ATTACH_SOURCE, PDF_ATTACH_NONE };

struct pdf_options {
	float paper_width, paper_height; /* upright */
	enum pdf_orientation orientation;
	float margin;
	enum pdf_binding binding;
	const char *font; /* "" : the built-in chain */
	struct shape_file font_file, font_bold; /* without bytes: none */
	float size; /* 0: choose */
	enum pdf_notes notes;
	enum pdf_links links;
	enum pdf_theme_name theme;
	enum pdf_status status;
	bool is_across; /* groups page by page from left to right */
	bool is_turned; /* products down, features across */
	bool has_signs; /* cells of the table are signs below slanted names */
	bool has_cover, has_sheets, has_worksheet, has_verified, has_evidence, has_bookmarks;
	bool is_booklet;
	bool has_glossary, has_totals, has_contents, has_title_page;
	bool has_form; /* the worksheet is filled in on screen */
	uint32_t per_sheet;
	enum pdf_attach attach;
	enum pdf_density density;
	uint32_t n_pages; /* that it has to fit on, 0: no such wish */
	uint32_t n_groups; /* of products side by side, 0: choose */
	const struct mr_array *pins; /* const char *: ids, perhaps null */
	const char *header, *footer, *client; /* lines of a house (common/write/running.h) or "" */
	struct mr_bytes logo; /* of the house, n 0 without */
	const char *logo_name;
	bool has_accent;
	uint32_t accent; /* 0xRRGGBB */
	uint32_t chart; /* enum chart_kind, or PDF_NO_CHART */
	uint8_t codes; /* enum pdf_codes_wish */
};

enum pdf_row_kind {
	PDF_ROW_TITLE,
	PDF_ROW_SUBTITLE,
	PDF_ROW_ABOUT, /* as of, selection */
	PDF_ROW_FACE, /* index: enum pdf_title_part of the title page */
	PDF_ROW_LEGEND, /* statuses index .. index + n - 1 of book->used */
	PDF_ROW_ENTRY, /* of the contents; index: the row that begins there, n: its level */
	PDF_ROW_GROUP, /* "products 1-7 of 14" */
	PDF_ROW_TABLE_HEAD,
	PDF_ROW_CATEGORY, /* index: category */
	PDF_ROW_FEATURE, /* index: feature */
	PDF_ROW_PRODUCT, /* index: product; of a table that is turned */
	PDF_ROW_TOTALS, /* below the features of a table */
	PDF_ROW_SHEET, /* heading of a fact sheet; index: product */
	PDF_ROW_TALLY, /* counts of a product in words; index: product */
	PDF_ROW_CHART,
	PDF_ROW_FIGURE, /* index: of book->figures */
	PDF_ROW_COUNTS_HEAD,
	PDF_ROW_COUNTS, /* index: product */
	PDF_ROW_COVERAGE, /* how a coverage is counted */
	PDF_ROW_HEADING, /* index: enum pdf_section */
	PDF_ROW_NOTES, /* all n of book->end_notes, in columns; see pdf_lists */
	PDF_ROW_REFERENCES, /* all n references, in columns */
	PDF_ROW_CODES, /* n references from index on, each with its QR code */
	PDF_ROW_DETAILS, /* all n of book->signs, in columns */
	PDF_ROW_SINCE, /* since when changes are marked, and how */
	PDF_ROW_CHANGED, /* what changed of the document itself */
	PDF_ROW_CHANGE_GROUP, /* index: the first of book->changes below it */
	PDF_ROW_CHANGE, /* index: of book->changes */
	PDF_ROW_RANKED_ABOUT, /* what a ranking was counted by */
	PDF_ROW_RANKED_HEAD,
	PDF_ROW_RANKED, /* index: of the ranking's products, the best first */
	PDF_ROW_RANKED_END, /* what would decide it, and how scores are read */
	PDF_ROW_EVIDENCE_GROUP, /* index: the first of book->evidence below it */
	PDF_ROW_EVIDENCE, /* index: of book->evidence */
	PDF_ROW_TERM_GROUP, /* of the glossary; index: category */
	PDF_ROW_TERM, /* index: feature */
	PDF_ROW_CREDIT
};

enum pdf_section {
	PDF_SECTION_CONTENTS,
	PDF_SECTION_SUMMARY,
	PDF_SECTION_TABLE,
	PDF_SECTION_DETAILS,
	PDF_SECTION_GLOSSARY,
	PDF_SECTION_NOTES,
	PDF_SECTION_REFERENCES,
	PDF_SECTION_CHANGES,
	PDF_SECTION_RANKING,
	PDF_SECTION_EVIDENCE,
	PDF_SECTION_CHART,
	PDF_N_SECTIONS
};

struct pdf_row {
	uint8_t kind; /* enum pdf_row_kind */
	uint32_t table; /* or PDF_NO_TABLE */
	uint32_t index, n;
	float least; /* height that it has at least, in points */
	bool breaks; /* it begins a page */
};

enum pdf_table_kind { PDF_TABLE_GROUP, PDF_TABLE_SHEET, PDF_TABLE_COUNTS, PDF_TABLE_RANKING };

struct pdf_table {
	uint8_t kind;
	/* of a group the place of its own first one in book->order; with those that are pinned */
	uint32_t first_product, n_products;
	uint32_t n_pinned; /* columns that every group has */
	bool is_later; /* a group before has them, too */
	float width; /* of a fact sheet in two columns that of one; 0: the body's */
	uint32_t n_left; /* of such: rows in its first column, with the head; 0: it has one */
	float feature_width;
	const float *widths; /* of its products */
	float worksheet_width;
	float tail_width; /* below the ends of slanted names, behind the columns */
	float head_height; /* of the head as it is repeated */
	uint32_t head_lines; /* lines of a cell that are repeated */
	uint32_t element, tbody; /* of the tree, while it is painted */
	HPDF_Outline outline; /* that its categories stand below */
	float scale; /* of its type: a fact sheet may shrink a little to stay on its page */
};

/* A cell of a row: content and place. */
struct pdf_slot {
	struct pdf_store *store; /* that the block is of: book->store, or book->kept */
	struct pdf_block block;
	float x, width; /* of the words, without padding */
	uint8_t align;
};

/* Where a plain cell with this text stands in book->kept; n is 0 while it does not. */
struct pdf_kept {
	struct pdf_block block;
	uint16_t status;
};

/* Blocks that are kept while a document is laid out; see pdf_laid. */
struct pdf_laid_blocks {
	struct pdf_store store;
	struct pdf_block *blocks; /* cells row by row, notes, references; null: nothing is kept */
	size_t n, first_note, first_reference, first_detail;
	float small, mark_scale; /* that they were made with */
};

/* The cells of the one row that is being divided among pages; see pdf_laid. */
struct pdf_divided {
	struct pdf_store store;
	struct pdf_block *blocks; /* by column */
	uint32_t row; /* 1 + its index; 0: none */
	float small, mark_scale;
};

/* Cells of a row that are known alike; the column is that of the first. */
struct pdf_evidence {
	uint32_t row, col;
};

/* Of fact sheets: what takes fewer pages, or one way. */
enum pdf_sheets_way { PDF_SHEETS_CHOOSE = 0, PDF_SHEETS_ACROSS, PDF_SHEETS_COLUMNS };

struct pdf_logo {
	const char *name; /* of the resource, "" without */
	float aspect; /* width / height */
};

/* Where a list goes on: a line of an item. */
struct pdf_spot {
	uint32_t item, line;
};

#define PDF_LIST_MOST 6 /* columns */
#define PDF_N_LISTS 3 /* notes, references, details of signs */

/* Notes or references as they stand below the table: items down columns that stand side by side. */
struct pdf_list {
	uint32_t n; /* items */
	uint32_t n_columns;
	float label, width,
		gap; /* points: of numbers with the space behind, of a column, between columns */
	float line, item_gap; /* height of a line, and what is free between items */
	uint32_t *lines; /* by item; owned; null: not measured yet */
	struct pdf_spot at; /* where the part at hand begins */
};

/* What pdf_measure found: widths in em, papers, and what they were measured for. */
struct pdf_measure {
	struct pdf_columns_in in; /* its bodies are made anew for each size */
	struct pdf_paper papers[2];
	struct pdf_width *widths; /* owned */
	struct pdf_need *needs; /* owned */
	float *reaches; /* owned */
	float size; /* points; what is measured holds for all sizes that look alike */
};

struct pdf_hyphen;
struct pdf_fields;

struct pdf_book {
	struct mr_job *job;
	const struct mr_matrix *matrix;
	struct pdf_options options;
	struct shape *shape;
	struct pdf_hyphen *hyphen; /* where words may be divided */
	struct missing missing;
	struct pdf_signs signs; /* what they do not say */
	struct pdf_slant slant; /* of the names above them */
	struct links refs;
	uint32_t *order; /* of the products in the table: the pinned come first */
	uint32_t n_pinned;
	uint32_t n_columns; /* of the table: products, or features where it is turned */
	uint32_t n_lines; /* the other ones */
	struct pdf_words words;
	struct pdf_store store; /* of the row at hand */
	struct pdf_store kept; /* of plain cells that come again and again */
	struct pdf_kept *kept_cells; /* by text */
	struct pdf_laid_blocks laid;
	struct pdf_divided divided;
	uint32_t n_places; /* slots of the widest row; room in all arrays that go by slot */
	struct pdf_slot *slots; /* of the row at hand */
	struct pdf_above {
		uint32_t row, n; /* from 1, 0 for none; products above it */
	} above; /* see pdf_running */
	struct pdf_block_at *starts; /* by slot: where the part at hand begins */
	uint32_t *counts; /* by slot, scratch: lines of the part that is being planned */

	struct pdf_paper paper;
	struct pdf_body body;
	struct pdf_measure measure;
	struct pdf_columns columns;
	bool has_trials; /* it is small enough to be laid out whole in several ways */
	float pad; /* points between a column's edge and its words */
	float air; /* share of the padding above and below rows that is taken: 1 is plenty */
	float base_size; /* points, as chosen */
	float line; /* width that the row at hand has: the body's, or that of a column */
	float size; /* points of 1 em for the row at hand: base size and the scale of its table */
	float footer; /* height */
	struct pdf_table *tables;
	uint32_t n_tables;
	struct pdf_row *rows;
	uint32_t n_rows, rows_size;
	uint32_t *used; /* statuses of the legend */
	float *used_widths; /* em, where the legend stands on every page */
	uint32_t n_used;
	uint32_t *end_notes;
	uint32_t n_end_notes;
	struct pdf_list lists[PDF_N_LISTS];
	float *continued; /* by category: height of its repeated heading, 0: it is not repeated */
	uint32_t continued_lines; /* that such a heading has at most */
	float counts_widths[PDF_N_COUNTS]; /* of the summary's columns behind the product */
	float ranked_widths[PDF_N_RANKED]; /* of the ranking's columns behind the product */
	float ranked_score; /* of the column of scores: words, then the intervals */
	struct scene chart; /* of the summary */
	struct scene *figures; /* parts of the chart that is wished, below the table */
	uint32_t n_figures;
	char *no_figures; /* why there are none, or null; owned */
	struct changes changes; /* since the old edition */
	struct pdf_evidence *evidence; /* of the appendix */
	uint32_t n_evidence, evidence_size;
	struct pdf_plan plan;

	struct pdf_doc *doc;
	struct pdf_fonts *fonts;
	struct pdf_fields *fields; /* null without a form */
	uint32_t *codes; /* modules of QR codes: of the credit, then by reference; 0: none */
	struct pdf_logo mark; /* of the house, beside the title */
	struct pdf_logo *logos; /* by product */
	bool has_logos;
	uint8_t sheets; /* enum pdf_sheets_way */
	bool failed; /* memory */
};

#endif
