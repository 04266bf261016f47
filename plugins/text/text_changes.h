/* SPDX-License-Identifier: MIT */
/*
 * text_changes - what changed since the old edition: a list with a sign before each line, by product.
 *
 *     Istio
 *       ~ Load balancing: ✗ no → ✓ yes
 *       ! Tracing: ✓ yes → ? unknown (no longer known)
 *
 * Colour repeats the sign and says nothing of its own.
 */
#ifndef MESHREPORT_TEXT_CHANGES_H
#define MESHREPORT_TEXT_CHANGES_H

#include "text/text_cell.h"

void text_changes_put(struct text_page *page);

/* Whether the table has signs of changes (text_words_was), and the line of the legend that says what they are. */
bool text_changes_has_signs(const struct text_page *page);
void text_changes_legend(struct text_page *page, struct text_field *field);

#endif
