/* SPDX-License-Identifier: MIT */
#include "run/reword.h"

#include <string.h>
#include <strings.h>

#include "base/nearest.h"
#include "run/defaults.h"
#include "view/words.h"

/* "[LANG.]KEY=TEXT", taken apart; the key and the language are `n` bytes of the argument. */
struct own_word {
	const char *language, *key, *text;
	size_t n_language, n_key;
};

static bool split(const char *argument, struct own_word *out)
{
	size_t n = strcspn(argument, "=");
	const char *dot = memchr(argument, '.', n);

	*out = (struct own_word){.language = argument, .key = argument, .n_key = n};
	if (dot) {
		out->n_language = (size_t)(dot - argument);
		out->key = dot + 1;
		out->n_key = n - out->n_language - 1;
	}
	out->text = argument[n] == '=' ? argument + n + 1 : NULL;
	return out->text && out->n_key > 0;
}

/* By the primary subtag, as the interface's words are chosen. */
static bool is_for(const struct own_word *word, const char *language)
{
	size_t n = word->n_language;

	return n == 0 || (strncasecmp(word->language, language, n) == 0 &&
			  (language[n] == '\0' || language[n] == '-'));
}

static void refuse(struct run *run, uint32_t index, const char *suggestion, const char *hint,
		   const char *what)
{
	struct diag_message message = {
		.severity = MR_ERROR, .suggestion = suggestion, .hint = hint};
	char word[DIAG_WORD];

	message.file = defaults_said_word(run, index, &message.place);
	diag_word(word, run->args.words.at[index]);
	if (message.file)
		diag_report(&run->diag, &message, "the word %s: %s", word, what);
	else
		diag_report(&run->diag, &message, "--word %s: %s", word, what);
}

static const char *nearest(const struct own_word *word, const struct mr_array *words)
{
	char key[NEAREST_MAX + 1] = "";
	struct nearest search;

	if (word->n_key < sizeof(key))
		memcpy(key, word->key, word->n_key);
	nearest_init(&search, key);
	for (uint32_t i = 0; i < words->n; i++)
		nearest_offer(&search, ((const struct mr_word *)words->at)[i].key);
	return search.best;
}

static void refuse_key(struct run *run, uint32_t index, const char *suggestion)
{
	refuse(run, index, suggestion, suggestion ? NULL : "plugins/words.md has them all",
	       "there is no such word");
}

static void take(struct run *run, uint32_t index, struct matrix *matrix)
{
	const struct mr_matrix *view = matrix_view(matrix);
	struct own_word word;
	const char *key;

	if (!split(run->args.words.at[index], &word)) {
		refuse(run, index, NULL, "as in --word feature=Capability",
		       "it is [LANG.]KEY=TEXT");
		return;
	}
	key = arena_copy(&run->arena, word.key, word.n_key);
	if (!key) {
		diag_no_memory(&run->diag);
		return;
	}
	if (!words_find("en", key))
		refuse_key(run, index, nearest(&word, &view->words));
	else if (is_for(&word, view->language))
		matrix_reword(matrix, key, word.text);
}

int reword_matrix(struct run *run, struct matrix *matrix)
{
	for (uint32_t i = 0; i < run->args.words.n; i++)
		take(run, i, matrix);
	return diag_has_errors(&run->diag) ? RUN_USAGE : RUN_DONE;
}
