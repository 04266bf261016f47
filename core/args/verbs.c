/* SPDX-License-Identifier: MIT */
#include "args/verbs.h"

#include <string.h>

#include "base/nearest.h"

static const struct {
	const char *word;
	const char *about; /* null: an option */
} verbs[] = {
	[ARGS_RENDER] = {"", NULL},
	[ARGS_CHECK] = {"check", "report every mistake, write nothing"},
	[ARGS_IMPORT] = {"import", "write the dataset of a table"},
	[ARGS_FMT] = {"fmt", "mend the layout of datasets in place"},
	[ARGS_NEW] = {"new", "write a dataset to begin with"},
	[ARGS_STATS] = {"stats", "say what a comparison holds, in numbers"},
	[ARGS_DIFF] = {"diff", "say what changed between two editions"},
	[ARGS_PLUGIN] = {"plugin", "begin a plugin of your own (new NAME), or try one (test FILE)"},
	[ARGS_VERIFY] = {"verify", "say whether a document was made from a dataset"},
	[ARGS_COMPLETION] = {"completion", "print the script by which a shell completes words"},
	[ARGS_DOCTOR] = {"doctor", "say what is installed, and what is wrong with it"},
	[ARGS_LIST_FORMATS] = {"--list-formats", NULL},
	[ARGS_LIST_TABLES] = {"--list-tables", NULL},
	[ARGS_LIST_RULES] = {"--list-rules", NULL},
	[ARGS_PRINT_TEMPLATE] = {"--print-template", NULL},
	[ARGS_PRINT_STYLE] = {"--print-style", NULL},
	[ARGS_HELP] = {"--help", NULL},
	[ARGS_VERSION] = {"--version", NULL},
};

enum { N_VERBS = sizeof(verbs) / sizeof(*verbs) };

_Static_assert((int)N_VERBS == (int)ARGS_N_VERBS, "a verb behind the last that args.h counts");

enum args_verb verbs_find(const char *word)
{
	for (int verb = 0; verb < N_VERBS; verb++)
		if (verbs[verb].about && strcmp(word, verbs[verb].word) == 0)
			return (enum args_verb)verb;
	return ARGS_RENDER;
}

const char *verbs_word(enum args_verb verb)
{
	return verbs[verb].word;
}

const char *verbs_command(size_t index, const char **about)
{
	for (int verb = 0; verb < N_VERBS; verb++) {
		if (!verbs[verb].about || index-- > 0)
			continue;
		*about = verbs[verb].about;
		return verbs[verb].word;
	}
	return NULL;
}

const char *verbs_nearest(const char *word)
{
	struct nearest search;

	nearest_init(&search, word);
	for (int verb = 0; verb < N_VERBS; verb++)
		if (verbs[verb].about)
			nearest_offer(&search, verbs[verb].word);
	return search.best;
}
