/* SPDX-License-Identifier: MIT */
/*
 * isolate - data among our words: a text that runs the other way than its document, or has a part that does,
 * stands between U+2068 and U+2069 (UAX 9, 2.4), so that neither moves what stands beside the other.
 *
 * What the controls of a text do ends with it: the host has seen to that.  HTML has an element for it, <bdi>.
 */
#ifndef MESHREPORT_COMMON_ISOLATE_H
#define MESHREPORT_COMMON_ISOLATE_H

#include <stdbool.h>

#include "common/write/out.h"

/* Whether it has letters that run the other way than a document from the right (`is_rtl`) or from the left. */
bool isolate_is_needed(const char *text, size_t n, bool is_rtl);

/* The text, isolated where that is needed. */
void isolate_put(struct out *out, const char *text, bool is_rtl);

#endif
