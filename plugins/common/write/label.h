/* SPDX-License-Identifier: MIT */
/*
 * label - whether words of a cell say its status themselves, so that a document need not say it twice.
 */
#ifndef MESHREPORT_COMMON_LABEL_H
#define MESHREPORT_COMMON_LABEL_H

#include <meshreport/plugin.h>

/* They begin with its label; letters of ASCII are alike in either case. */
bool label_is_said(const struct mr_text *text, const struct mr_status *status);

#endif
