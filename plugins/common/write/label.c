/* SPDX-License-Identifier: MIT */
#include "common/write/label.h"

#include "common/write/ascii.h"

bool label_is_said(const struct mr_text *text, const struct mr_status *status)
{
	const char *words = text->plain, *label = status->label;

	while (*label && ascii_lower(*words) == ascii_lower(*label)) {
		words++;
		label++;
	}
	return !*label;
}
