/* SPDX-License-Identifier: MIT */
/*
 * xlsx_plan - what a workbook may hold, and how its pieces are spelt.  Pure.
 *
 * The limits are those of Excel ("Excel specifications and limits"); libxlsxwriter refuses what is beyond them
 * piece by piece, which is too late for a message with a place.
 */
#ifndef MESHREPORT_XLSX_PLAN_H
#define MESHREPORT_XLSX_PLAN_H

#include "common/write/out.h"

#include <stdbool.h>
#include <stdint.h>

/* The font of code, by which our reader tells it from other words. */
#define XLSX_PLAN_CODE_FONT "Consolas"

enum {
	XLSX_PLAN_ROWS = 1048576,
	XLSX_PLAN_COLUMNS = 16384,
	XLSX_PLAN_UNITS = 32767, /* UTF-16 units of a cell or comment */
	XLSX_PLAN_SHOWN =
		255, /* of a text that a number format may stand around, and of a header */
	XLSX_PLAN_LINKS = 65530, /* of a sheet */
	XLSX_PLAN_NAME = 31 * 3 + 1 /* bytes of a sheet's name: 31 units */
};

/*
 * A name for a sheet: `wanted` without what none may hold ([ ] : * ? / \, an apostrophe at an end), at most 31 units,
 * neither empty nor "History" (which Excel keeps for itself) nor one of the `n` names in `others`, which
 * stand XLSX_PLAN_NAME bytes apart; a number makes it another.
 */
void xlsx_plan_name(char name[XLSX_PLAN_NAME], const char *wanted, const char *others, unsigned n);

/* 'It''s a sheet' as formulas name it. */
void xlsx_plan_put_sheet(struct out *out, const char *name);
/* "so ""quoted""" as formulas say a text. */
void xlsx_plan_put_string(struct out *out, const char *text);
/* A number format (ECMA-376 part 1, 18.8.31) that shows a text between two others. */
void xlsx_plan_put_format(struct out *out, const char *before, const char *behind);
/* Plain words in a header or footer, where & begins a code; cut with an ellipsis to `max` units. */
void xlsx_plan_put_header(struct out *out, const char *text, size_t max);

/*
 * Letters of a cell: "_x0041_" is a letter there (ST_Xstring, 22.9.2.19), so that one that is meant as such gets "_x005F_" for its
 * first line; characters that XML does not have become U+FFFD.
 */
void xlsx_plan_put_letters(struct out *out, const char *text, size_t n);

/* "C7": row and column from 0. */
void xlsx_plan_put_place(struct out *out, uint32_t row, uint32_t col);

/* The number in raised digits: ¹². */
void xlsx_plan_put_raised(struct out *out, uint32_t number);

/* Points of a row of so many lines, as far as a row may be high. */
double xlsx_plan_height(uint32_t lines);

/* Whether the words are the label, alone or with more behind it; ASCII letters in any case, as spreadsheets compare. */
bool xlsx_plan_begins(const char *words, const char *label);

/* Lines that the words take in a column of so many letters, broken between words where there are any. */
uint32_t xlsx_plan_lines(const char *text, size_t n, uint32_t columns);

#endif
