/* SPDX-License-Identifier: MIT */
/*
 * docx_changes - what changed since an older edition: signs in the tables, and the list behind them.
 *
 * Nothing is said by colour alone: "+" is new, "~" changed, "!" not known any more, "−" gone; the legend says so.
 */
#ifndef MESHREPORT_DOCX_CHANGES_H
#define MESHREPORT_DOCX_CHANGES_H

#include "docx/docx_book.h"

/* Behind the words of a cell: " ~ was: ✗ no"; a value of many letters stands in the list alone. */
void docx_changes_mark_cell(struct docx_book *book, uint32_t row, uint32_t col);

/* Behind a name: " + added", " ~"; nothing where `was` is null or nothing changed. */
void docx_changes_mark_name(struct docx_book *book, const struct mr_was *was);

/* A paragraph that says what the signs mean. */
void docx_changes_legend(struct docx_book *book);

/* The list by product; nothing without an older edition. */
void docx_changes_list(struct docx_book *book);

#endif
