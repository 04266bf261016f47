/* SPDX-License-Identifier: MIT */
#include "csv/write/csv_label.h"

#include "common/write/spans.h"

const char *csv_label_words(struct out *scratch, const char *label)
{
	out_clear(scratch);
	spans_letters(scratch, label, SPANS_FIELD);
	return out_at(scratch);
}

static bool is_letter(char c)
{
	return (c & 0x80) != 0 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

uint32_t csv_label_said(const struct csv_label *labels, size_t n, const char *words)
{
	const struct csv_label *found = NULL;

	for (size_t i = 0; i < n; i++) {
		const struct csv_label *label = &labels[i];

		if ((!found || label->n > found->n) && label->words[0] == words[0] &&
		    strncmp(label->words, words, label->n) == 0 && !is_letter(words[label->n]))
			found = label;
	}
	return found ? found->status : CSV_LABEL_NONE;
}
