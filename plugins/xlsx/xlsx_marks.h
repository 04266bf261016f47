/* SPDX-License-Identifier: MIT */
/*
 * xlsx_marks - what stands behind the words of a cell, as number formats show it: the numbers of its notes, and a sign
 * where it changed since an older edition: " ¹ ³ ~".
 *
 * A workbook holds some two hundred number formats ("Excel specifications and limits"), and each set of notes needs one
 * for every status.  Where there are more sets, all share the mark " *" beside the sign: the comment of the cell and
 * the sheet of notes say which they are.
 */
#ifndef MESHREPORT_XLSX_MARKS_H
#define MESHREPORT_XLSX_MARKS_H

#include <meshreport/plugin.h>

#include "common/write/out.h"

/* What stands before a mark: U+00A0.  By it the reader knows a mark from a raised digit of the words. */
#define XLSX_MARKS_SPACE "\xc2\xa0"

struct xlsx_marks;

/* The sets of notes that cells have; xlsx_marks_free() frees it. */
struct xlsx_marks *xlsx_marks_new(const struct mr_matrix *m);
void xlsx_marks_free(struct xlsx_marks *marks);

/* Groups: 0 is no note. */
uint32_t xlsx_marks_count(const struct xlsx_marks *marks);
/* The group of a cell of the matrix, and what it shows. */
uint32_t xlsx_marks_group(struct xlsx_marks *marks, uint32_t row, uint32_t col);
const char *xlsx_marks_of(const struct xlsx_marks *marks, uint32_t group);

/* The marks of notes, each after its space; nothing for none. */
void xlsx_marks_put(struct out *out, const struct mr_matrix *m, const struct mr_array *notes);
/* The sign of what is new or changed since an older edition, after its space; nothing where `was` is null or nothing changed. */
void xlsx_marks_put_sign(struct out *out, const struct mr_was *was);

#endif
