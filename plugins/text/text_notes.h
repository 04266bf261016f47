/* SPDX-License-Identifier: MIT */
/*
 * text_notes - what stands below the comparison: the legend, the notes and references by their numbers, what was
 * selected, and whose the facts are.
 */
#ifndef MESHREPORT_TEXT_NOTES_H
#define MESHREPORT_TEXT_NOTES_H

#include "text/text_page.h"

/* Legend and notes belong to the table, and are left out without one. */
void text_notes_end(struct text_page *page, bool has_table);

#endif
