/* SPDX-License-Identifier: MIT */
#include "common/write/label.h"

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool label_is_said(const struct mr_text *text, const struct mr_status *status)
{
	const char *words = text->plain, *label = status->label;

	while (*label && small(*words) == small(*label)) {
		words++;
		label++;
	}
	return !*label;
}
