/* SPDX-License-Identifier: MIT */
#include "data/meaning.h"

#include <string.h>

static const char *const ids[MEANING_N] = {[MEANING_YES] = "yes",
					   [MEANING_NO] = "no",
					   [MEANING_PARTIAL] = "partial",
					   [MEANING_PREVIEW] = "preview",
					   [MEANING_DEPRECATED] = "deprecated",
					   [MEANING_PLANNED] = "planned",
					   [MEANING_NA] = "na",
					   [MEANING_UNKNOWN] = "unknown"};

const char *meaning_id(enum meaning meaning)
{
	return ids[meaning];
}

enum meaning meaning_by_id(const char *id)
{
	for (unsigned i = 0; i < MEANING_N; i++) {
		if (strcmp(ids[i], id) == 0)
			return (enum meaning)i;
	}
	return MEANING_NONE;
}

enum meaning meaning_like(enum meaning meaning)
{
	switch (meaning) {
	case MEANING_PREVIEW:
	case MEANING_DEPRECATED: return MEANING_PARTIAL;
	case MEANING_PLANNED: return MEANING_NO;
	default: return meaning;
	}
}
