/* SPDX-License-Identifier: MIT */
#include "args/operands.h"

#include <string.h>

#include "args/verbs.h"
#include "base/nearest.h"

/* The words that nothing was made of yet. */
struct rest {
	const char **at;
	int n;
};

static const char *next(struct rest *rest)
{
	rest->n--;
	return *rest->at++;
}

/* ---- which verb */

static void take_verb(struct args *args, struct rest *rest)
{
	if (args->verb == ARGS_RENDER && rest->n > 0 && strcmp(*rest->at, "help") == 0) {
		args->verb = ARGS_HELP; /* as git and others have it */
		next(rest);
	}
	if ((args->verb == ARGS_HELP || args->verb == ARGS_LIST_RULES) && rest->n > 0 &&
	    verbs_find(*rest->at) != ARGS_RENDER)
		next(rest); /* "check --help": the one text tells of all */
	if (args->verb == ARGS_HELP && rest->n > 0 && !args->about)
		args->about = next(rest);
	else if (args->verb == ARGS_RENDER && rest->n > 0 && verbs_find(*rest->at) != ARGS_RENDER)
		args->verb = verbs_find(next(rest));
}

/* ---- what it is about */

static bool reads_no_file(enum args_verb verb)
{
	return verb == ARGS_DOCTOR || verb == ARGS_LIST_FORMATS || verb == ARGS_LIST_RULES ||
	       verb == ARGS_PRINT_TEMPLATE || verb == ARGS_PRINT_STYLE;
}

/* "plugin new NAME", "plugin test FILE" */
static int take_plugin(struct parse *parse, const struct rest *rest)
{
	static const char *const tasks[] = {"new", "test"};
	struct args *args = parse->args;
	struct diag_message message = {.severity = MR_ERROR};
	char word[DIAG_WORD];

	args->task = rest->n > 0 ? rest->at[0] : "";
	args->dataset = rest->n > 1 ? rest->at[1] : NULL;
	if (rest->n == 2 && (strcmp(args->task, "new") == 0 || strcmp(args->task, "test") == 0))
		return 0;
	message.suggestion = rest->n > 0 ? nearest_of(args->task, tasks, 2) : NULL;
	message.hint =
		message.suggestion ? NULL : "there are 'plugin new NAME' and 'plugin test FILE'";
	if (rest->n > 2)
		diag_say(parse->diag, MR_ERROR, NULL, "one plugin at a time: '%s' is one too many",
			 diag_word(word, rest->at[2]));
	else if (rest->n > 0 && !args->dataset &&
		 (strcmp(args->task, "new") == 0 || strcmp(args->task, "test") == 0))
		diag_say(parse->diag, MR_ERROR, NULL, "plugin %s needs %s", args->task,
			 args->task[0] == 'n' ? "a name" : "a file");
	else if (rest->n > 0)
		diag_report(parse->diag, &message, "plugin does not know '%s'",
			    diag_word(word, args->task));
	else
		diag_report(parse->diag, &message, "plugin needs to know what to do");
	return -1;
}

/* `dataset` was taken, and more words stand there. */
static int refuse_more(const struct parse *parse, const char *more)
{
	const struct args *args = parse->args;
	const char *meant = args->verb == ARGS_RENDER ? verbs_nearest(args->dataset) : NULL;
	char word[DIAG_WORD];

	if (meant)
		diag_say(parse->diag, MR_ERROR, NULL,
			 "there is no command '%s'; did you mean '%s'?",
			 diag_word(word, args->dataset), meant);
	else
		diag_say(parse->diag, MR_ERROR, NULL,
			 args->verb == ARGS_DIFF ? "diff compares two files: '%s' is one too many"
			 : args->verb == ARGS_VERIFY
				 ? "verify looks at one file and its dataset: '%s' is one too many"
				 : "one dataset at a time: '%s' is one too many",
			 diag_word(word, more));
	return -1;
}

static int take_files(struct parse *parse, struct rest *rest)
{
	struct args *args = parse->args;
	char word[DIAG_WORD];

	if (rest->n > 0 && reads_no_file(args->verb)) {
		diag_say(parse->diag, MR_ERROR, NULL, "%s reads no file; leave out '%s'",
			 verbs_word(args->verb), diag_word(word, *rest->at));
		return -1;
	}
	if (args->verb == ARGS_CHECK || args->verb == ARGS_FMT) {
		args->datasets = (struct args_list){rest->at, (uint32_t)rest->n};
		return 0;
	}
	if (args->verb == ARGS_DIFF && rest->n > 0)
		args->since = next(rest);
	if (args->verb == ARGS_VERIFY && rest->n > 0)
		args->artifact = next(rest);
	if (rest->n > 0)
		args->dataset = next(rest);
	return rest->n > 0 ? refuse_more(parse, *rest->at) : 0;
}

/* ---- what does not go together */

/* What an older edition needs, and what needs one. */
static int refuse_edition(const struct parse *parse)
{
	const struct args *args = parse->args;
	const char *dataset = args->dataset ? args->dataset : "";
	const char *alone = args->exit_code ? "--exit-code" : args->ignored ? "--ignore" : NULL;

	if (args->verb == ARGS_DIFF && (!args->since || !args->dataset))
		diag_say(parse->diag, MR_ERROR, NULL,
			 "diff compares two files: meshreport diff OLD NEW");
	else if (args->since && strcmp(args->since, "-") == 0 && strcmp(dataset, "-") == 0)
		diag_say(parse->diag, MR_ERROR, NULL,
			 "only one of the two editions can be standard input");
	else if (args->verb == ARGS_RENDER && !args->since && alone)
		diag_say(parse->diag, MR_ERROR, NULL,
			 "%s changes nothing without --since; leave it out", alone);
	else
		return 0;
	return -1;
}

/* What is asked about, and by what: one of them can be standard input. */
static int refuse_artifact(const struct parse *parse)
{
	const struct args *args = parse->args;
	const char *files[] = {args->artifact, args->dataset, args->since};
	int n_stdin = 0;

	if (args->verb != ARGS_VERIFY)
		return 0;
	if (!args->artifact) {
		diag_say(parse->diag, MR_ERROR, NULL,
			 "verify needs the file to look at: meshreport verify FILE [DATASET]");
		return -1;
	}
	for (int i = 0; i < 3; i++)
		n_stdin += files[i] && strcmp(files[i], "-") == 0;
	if (n_stdin <= 1)
		return 0;
	diag_say(parse->diag, MR_ERROR, NULL, "only one of the files can be standard input");
	return -1;
}

int operands_take(struct parse *parse, int n, const char **words)
{
	struct rest rest = {words, n};
	int status;

	take_verb(parse->args, &rest);
	if (parse->args->verb == ARGS_PLUGIN)
		return take_plugin(parse, &rest);
	status = take_files(parse, &rest);
	if (status == 0)
		status = refuse_edition(parse);
	return status != 0 ? status : refuse_artifact(parse);
}
