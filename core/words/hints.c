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

/* "MuiTableCell-root", "col_2", "isActive": how style sheets and scripts call things. */
static bool is_class(const char *word, size_t n)
{
	bool has_lower = false, has_upper = false;

	for (size_t i = 0; i < n; i++) {
		if (word[i] == '-' || word[i] == '_')
			return true;
		has_lower |= word[i] >= 'a' && word[i] <= 'z';
		has_upper |= i > 0 && word[i] >= 'A' && word[i] <= 'Z';
	}
	return has_lower && has_upper;
}

/* Words that are written for people: three at least, some with capitals or punctuation, few as classes are called. */
static bool is_sentence(const char *line, size_t n)
{
	enum { WORDS = 3 };
	size_t words = 0, classes_of_style = 0, length;
	bool is_written = false; /* names of classes are in lower case */

	for (size_t i = 0; i < n; i++)
		is_written = is_written || (line[i] >= 'A' && line[i] <= 'Z') ||
			     strchr(".,;:'!?()\"", line[i]) || (unsigned char)line[i] >= 0x80;
	for (size_t i = 0; i < n; i += length + 1) {
		length = 0;
		while (i + length < n && line[i + length] != ' ')
			length++;
		words += length > 0;
		classes_of_style += is_class(line + i, length);
	}
	return is_written && words >= WORDS && classes_of_style * 2 < words;
}

const char *hints_sentence(const char **at, size_t *out_n)
{
	while (**at) {
		const char *line = *at;
		size_t n = strcspn(line, "\n");

		*at += n + (line[n] != '\0');
		*out_n = n;
		if (is_sentence(line, n))
			return line;
	}
	return NULL;
}
