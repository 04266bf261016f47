/* SPDX-License-Identifier: MIT */
#include "data/schema.h"

#include "base/nearest.h"

#include <stddef.h>
#include <string.h>

#define KEY_WORD(name, word) [WORD_##name] = word,
#define STATUS_WORD(name, word, like, is_like, symbol) [WORD_##name] = word,
#define BUILTIN(name, word, like, is_like, symbol) [DATASET_##name] = {word, like, is_like, symbol},

static const char *const words[N_WORDS] = {SCHEMA_KEYS(KEY_WORD) SCHEMA_STATUSES(STATUS_WORD)};

static const struct schema_builtin builtins[DATASET_N_BUILTINS] = {SCHEMA_STATUSES(BUILTIN)};

_Static_assert((int)N_WORDS <= 64, "a set of keys fits 64 bits");
_Static_assert((int)WORD_YES == (int)N_KEY_WORDS, "status words follow the keys");

const char *schema_word(enum word word)
{
	return words[word];
}

const struct schema_builtin *schema_builtin(enum dataset_builtin status)
{
	return &builtins[status];
}

enum dataset_builtin schema_of_like(enum mr_like like)
{
	unsigned i = 0;

	while (builtins[i].like != like) /* the first that is like it is the word itself */
		i++;
	return (enum dataset_builtin)i;
}

bool schema_like(const char *word, enum mr_like *out)
{
	for (size_t i = 0; i < DATASET_N_BUILTINS; i++) {
		if (builtins[i].is_like && strcmp(word, builtins[i].id) == 0) {
			*out = builtins[i].like;
			return true;
		}
	}
	return false;
}

const char *schema_nearest_like(const char *word)
{
	struct nearest nearest;

	nearest_init(&nearest, word);
	for (size_t i = 0; i < DATASET_N_BUILTINS; i++) {
		if (builtins[i].is_like)
			nearest_offer(&nearest, builtins[i].id);
	}
	return nearest.best;
}

/* YAML 1.1, https://yaml.org/type/null.html. */
bool schema_is_null(const char *text)
{
	/* nearly every word begins otherwise */
	return strchr("~nN", text[0]) && (strcmp(text, "~") == 0 || strcmp(text, "null") == 0 ||
					  strcmp(text, "Null") == 0 || strcmp(text, "NULL") == 0);
}
