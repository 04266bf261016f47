/* SPDX-License-Identifier: MIT */
#include "run/asked.h"

#include <string.h>

#include "child/asking.h"
#include "run/artifact.h"
#include "run/logos.h"

/* False where there are too many, or the last does not end. */
static bool read_words(const char *question, size_t n, struct asked_words *out)
{
	out->n = 0;
	if (n == 0 || question[n - 1] != '\0')
		return false;
	for (size_t at = 0; at < n; at += strlen(question + at) + 1) {
		if (out->n == ASKED_WORDS_MAX)
			return false;
		out->at[out->n++] = question + at;
	}
	return true;
}

int asked_answer(const void *context, const char *question, size_t n, struct broker_answer *out)
{
	const struct asked *asked = context;
	struct asked_words words;

	if (!read_words(question, n, &words)) {
		buf_put_text(&out->words, "the question has too many words");
		return -1;
	}
	if (words.n >= 2 && strcmp(words.at[0], ASKING_ARTIFACT) == 0)
		return artifact_answer(asked, &words, out);
	if (words.n == 4 && strcmp(words.at[0], ASKING_RASTER) == 0)
		return logos_answer(asked, &words, out);
	buf_put_text(&out->words, "the question is none");
	return -1;
}
