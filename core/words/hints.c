/* SPDX-License-Identifier: MIT */
#include "words/hints.h"

#include <string.h>

/* Classes as Wikipedia's templates set them, and those of many pages. */
static const struct {
	const char *name;
	enum meaning meaning;
	bool is_plain;
} classes[] = {{"table-yes", MEANING_YES, false},
	       {"table-yes2", MEANING_YES, false},
	       {"table-no", MEANING_NO, false},
	       {"table-no2", MEANING_NO, false},
	       {"table-partial", MEANING_PARTIAL, false},
	       {"table-maybe", MEANING_PARTIAL, false},
	       {"table-some", MEANING_PARTIAL, false},
	       {"table-na", MEANING_NA, false},
	       {"table-unknown", MEANING_UNKNOWN, false},
	       {"table-planned", MEANING_PLANNED, false},
	       {"table-dropped", MEANING_NO, false},
	       /* Font Awesome, Bootstrap Icons: a drawing of the style sheet */
	       {"fa-check", MEANING_YES, true},
	       {"fa-check-circle", MEANING_YES, true},
	       {"fa-circle-check", MEANING_YES, true},
	       {"fa-square-check", MEANING_YES, true},
	       {"fa-times", MEANING_NO, true},
	       {"fa-times-circle", MEANING_NO, true},
	       {"fa-xmark", MEANING_NO, true},
	       {"fa-circle-xmark", MEANING_NO, true},
	       {"bi-check", MEANING_YES, true},
	       {"bi-check-lg", MEANING_YES, true},
	       {"bi-check-circle", MEANING_YES, true},
	       {"bi-x", MEANING_NO, true},
	       {"bi-x-lg", MEANING_NO, true},
	       {"bi-x-circle", MEANING_NO, true},
	       {"yes", MEANING_YES, true},
	       {"no", MEANING_NO, true},
	       {"partial", MEANING_PARTIAL, true}};

static uint32_t class_status(const char *word, size_t n, bool is_blank)
{
	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
		if (strlen(classes[i].name) == n && memcmp(classes[i].name, word, n) == 0 &&
		    (is_blank || !classes[i].is_plain))
			return classes[i].meaning;
	}
	return VOCABULARY_NONE;
}

uint32_t hints_status(struct vocabulary *vocabulary, const char *hint, bool is_blank)
{
	struct vocabulary_hit hit;
	uint32_t status;
	size_t n, taken;

	for (; *hint; hint += n + (hint[n] != '\0')) {
		n = strcspn(hint, "\n");
		hit = vocabulary_find(vocabulary, hint, n);
		if (is_blank && n && hit.status < VOCABULARY_TEXT)
			return hit.status;
		for (size_t at = 0; at < n; at += taken + 1) {
			taken = strcspn(hint + at, " \n");
			status = class_status(hint + at, taken, is_blank);
			if (status != VOCABULARY_NONE)
				return status;
		}
	}
	return VOCABULARY_NONE;
}

const char *hints_sentence(const char **at, size_t *out_n)
{
	enum { WORDS = 4 };

	while (**at) {
		const char *line = *at;
		size_t n = strcspn(line, "\n"), words = 1;

		bool is_written = false; /* names of classes are in lower case */

		for (size_t i = 0; i < n; i++) {
			words += line[i] == ' ';
			is_written = is_written || (line[i] >= 'A' && line[i] <= 'Z') ||
				     strchr(".,;:'!?()\"", line[i]) ||
				     (unsigned char)line[i] >= 0x80;
		}
		*at += n + (line[n] != '\0');
		*out_n = n;
		if (words >= WORDS && is_written)
			return line;
	}
	return NULL;
}
