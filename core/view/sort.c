/* SPDX-License-Identifier: MIT */
#include "view/sort.h"

#include <stddef.h>
#include <string.h>

#include "base/nearest.h"

static const char *const sort_words[] = {[SORT_DATA] = SORT_WORD_DATA,
					 [SORT_NAME] = SORT_WORD_NAME,
					 [SORT_COVERAGE] = SORT_WORD_COVERAGE};

enum { N_SORTS = sizeof(sort_words) / sizeof(sort_words[0]) };

bool sort_parse(const char *word, enum sort *sort)
{
	for (size_t i = 0; i < N_SORTS; i++) {
		if (strcmp(word, sort_words[i]) == 0) {
			*sort = (enum sort)i;
			return true;
		}
	}
	return false;
}

const char *sort_word(enum sort sort)
{
	return sort_words[sort];
}

const char *sort_nearest(const char *word)
{
	return nearest_of(word, sort_words, N_SORTS);
}
