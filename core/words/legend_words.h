/* SPDX-License-Identifier: MIT */
/*
 * legend_words - what the words of a legend count as: "not supported yet", "supported, but …".
 */
#ifndef MESHREPORT_CORE_LEGEND_WORDS_H
#define MESHREPORT_CORE_LEGEND_WORDS_H

#include "words/vocabulary.h"

/* MEANING_NONE when they do not tell. */
enum meaning legend_words_meaning(struct vocabulary *vocabulary, const char *words, size_t n);

#endif
