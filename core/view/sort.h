/* SPDX-License-Identifier: MIT */
/*
 * sort - the orders of products that can be asked for, and their words.
 */
#ifndef MESHREPORT_CORE_SORT_H
#define MESHREPORT_CORE_SORT_H

#include <stdbool.h>

enum sort { SORT_DATA = 0, SORT_NAME = 1, SORT_COVERAGE = 2 };

/* The words for enum sort, as --sort takes them. */
#define SORT_WORD_DATA "data"
#define SORT_WORD_NAME "name"
#define SORT_WORD_COVERAGE "coverage"

/* One of the words -> *sort; false for any other. */
bool sort_parse(const char *word, enum sort *sort);
const char *sort_word(enum sort sort);
/* The nearest of the words, for messages; null for none. */
const char *sort_nearest(const char *word);

#endif
