/* SPDX-License-Identifier: MIT */
/*
 * xlsx_writer - what the files that write a workbook share: one workbook being made.
 *
 *   xlsx_render    the workbook from the first check to its bytes
 *   xlsx_table     the comparison: head, categories, rows, what makes an edited cell recolour
 *   xlsx_condition, xlsx_ranges   the rules of edited cells, as few as may be
 *   xlsx_ranking   the sheet of a ranking
 *   xlsx_aside     the other sheets: legend, notes, details
 *   xlsx_changes   what changed since an older edition: its sheet, its marks
 *   xlsx_page      cells, rows and the area of a sheet that is not the comparison
 *   xlsx_comment   what opens beside a cell
 *   xlsx_marks     which cells have notes, and what shows their numbers
 *   xlsx_rich      words of a cell with their markup, and links
 *   xlsx_style     formats of cells and letters
 *   xlsx_plan      limits and spelling
 *   xlsx_temp      files of the library, in memory
 *
 * A status cell holds its words and nothing else, so that they can be filtered, counted and chosen from a list; the
 * symbol before them and the numbers of notes behind are its number format, which a conditional format changes with
 * the words.  Words with markup, and those too long for a number format, hold both themselves.
 *
 * Allocation and writing end the process when refused (plugin.h, MEMORY); limits are looked at before the library
 * is asked, so its answers hold no news.
 */
#ifndef MESHREPORT_XLSX_WRITER_H
#define MESHREPORT_XLSX_WRITER_H

#include "common/write/out.h"
#include "xlsx/xlsx_library.h"
#include "xlsx/xlsx_plan.h"

#include <meshreport/plugin.h>

/* Names by which the reader knows our sheets again, whatever they are called. */
#define XLSX_WRITER_STATUSES "meshreport.statuses"
#define XLSX_WRITER_LIKES "meshreport.likes"
#define XLSX_WRITER_NOTES "meshreport.notes"
#define XLSX_WRITER_RANKING "meshreport.ranking"
#define XLSX_WRITER_DETAILS "meshreport.details"
#define XLSX_WRITER_CHANGES "meshreport.changes"

enum xlsx_writer_sheet {
	XLSX_TABLE,
	XLSX_RANKING,
	XLSX_LEGEND,
	XLSX_NOTES,
	XLSX_CHANGES,
	XLSX_DETAILS,
	XLSX_N_SHEETS
};

/* How a cell looks; status `i` is XLSX_LOOK_STATUS + i. */
enum xlsx_look {
	XLSX_LOOK_PLAIN,
	XLSX_LOOK_HEAD,
	XLSX_LOOK_FEATURE,
	XLSX_LOOK_CATEGORY,
	XLSX_LOOK_TEXT,
	XLSX_LOOK_TITLE,
	XLSX_LOOK_PARTIAL, /* parts whose statuses differ */
	XLSX_LOOK_UNKNOWN,
	XLSX_LOOK_STATUS
};

/* How letters look; a sum. */
enum xlsx_font {
	XLSX_FONT_EMPHASIS = 1,
	XLSX_FONT_STRONG = 2,
	XLSX_FONT_CODE = 4,
	XLSX_FONT_LINK = 8,
	XLSX_FONT_SMALL = 16,
	XLSX_FONT_N = 32
};

struct xlsx_writer {
	struct mr_job *job;
	const struct mr_matrix *m;
	const struct xlsx_library_writing *library;
	lxw_workbook *book;
	lxw_worksheet *sheets[XLSX_N_SHEETS]; /* null: nothing to say there */
	char names[XLSX_N_SHEETS][XLSX_PLAN_NAME];
	uint32_t n_links[XLSX_N_SHEETS];
	uint8_t paper; /* as the library counts them */
	uint32_t page_columns; /* of letters that can be read across it */

	uint32_t *rows; /* by feature: its row of the sheet */
	uint32_t *category_rows; /* by category; UINT32_MAX without one */
	uint32_t last_row, last_col; /* of the table */
	uint32_t description_col; /* 0: no feature has one */
	uint32_t *widths; /* by column, in letters */
	uint32_t n_lines; /* of the row being written */

	struct xlsx_marks *marks;
	lxw_format **formats; /* by look, group of marks and font: xlsx_style */
	uint32_t n_looks, n_groups;
	struct xlsx_rich *rich; /* the cell being written */
	uint32_t details_row; /* the next one */
	bool has_failed; /* an error was reported */
	bool is_out_of_links; /* said */
	const char *told; /* the last address that was said to be none */
};

#endif
