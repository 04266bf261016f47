/* SPDX-License-Identifier: MIT */
#include "complete/complete.h"

#include <errno.h>
#include <string.h>

#include "args/verbs.h"
#include "base/file.h"
#include "base/nearest.h"
#include "base/path.h"
#include "complete/propose.h"

enum { WORDS_AT = 2 }; /* in argv */

bool complete_is_asked(int argc, char *const *argv)
{
	return argc > 1 && strcmp(argv[1], "--complete") == 0;
}

/* ---- the line */

/* The line as far as it is typed. */
struct line {
	const char *const *words;
	size_t n; /* before the current one */
	const char *current;
	size_t n_operands; /* before it */
	const char *operands[2];
	bool is_behind_options; /* "--" was there */
	bool has_pending; /* the current word is the argument of `pending` */
	struct args_option pending;
};

static bool find_long(const char *name, size_t n, struct args_option *out)
{
	for (size_t i = 0; args_option(i, out); i++)
		if (strlen(out->name) == n && memcmp(out->name, name, n) == 0)
			return true;
	return false;
}

static bool find_letter(char letter, struct args_option *out)
{
	for (size_t i = 0; args_option(i, out); i++)
		if (out->letter == letter)
			return true;
	return false;
}

static bool takes_argument(const struct args_option *option)
{
	return option->argument && !option->is_optional;
}

/*
 * The option of a cluster of letters that takes an argument, and how many bytes of the word stand before that; false
 * where none does.
 */
static bool find_in_cluster(const char *word, struct args_option *out, size_t *n_head)
{
	for (size_t i = 1; word[i]; i++) {
		if (!find_letter(word[i], out))
			return false;
		if (takes_argument(out)) {
			*n_head = i + 1;
			return true;
		}
	}
	return false;
}

/* Whether the word, which begins with a dash and is no dash alone, is an option whose argument is the next word. */
static bool wants_next(const char *word, struct args_option *out)
{
	size_t n_head;

	if (word[1] == '-')
		return find_long(word + 2, strlen(word + 2), out) && takes_argument(out);
	return find_in_cluster(word, out, &n_head) && word[n_head] == '\0';
}

static void walk(struct line *line)
{
	for (size_t i = 0; i < line->n; i++) {
		const char *word = line->words[i];

		if (line->is_behind_options || word[0] != '-' || word[1] == '\0') {
			if (line->n_operands < 2)
				line->operands[line->n_operands] = word;
			line->n_operands++;
		} else if (strcmp(word, "--") == 0) {
			line->is_behind_options = true;
		} else if (wants_next(word, &line->pending)) {
			line->has_pending = ++i == line->n;
		}
	}
}

/* ---- what is meant by it */

/* Verb, formats, dataset and the rest of what stands before the current word. */
static void understand(struct run *run, const struct line *line, char *program)
{
	size_t n = line->n - line->has_pending;
	char **argv = arena_array(&run->arena, n + 2, sizeof(*argv));
	enum args_verb verb = line->n_operands > 0 ? verbs_find(line->operands[0]) : ARGS_RENDER;
	size_t n_verbs = verb != ARGS_RENDER ? 1 : 0;

	run->args = (struct args){.verb = verb};
	if (!argv)
		return;
	argv[0] = program;
	for (size_t i = 0; i < n; i++) {
		argv[i + 1] = arena_copy(&run->arena, line->words[i], strlen(line->words[i]));
		if (!argv[i + 1])
			return;
	}
	if (args_parse(&run->args, (int)n + 1, argv, &run->arena, &run->diag) == 0)
		return;
	run->args.verb = verb;
	if (line->n_operands > n_verbs && line->n_operands <= 2)
		run->args.dataset = line->operands[n_verbs];
}

/* ---- options and operands */

static void offer_options(const struct run *run, struct offers *offers)
{
	struct args_option option;
	char letter[3] = "-", name[64] = "--";

	for (size_t i = 0; args_option(i, &option); i++) {
		if (!(option.verbs >> run->args.verb & 1))
			continue;
		letter[1] = option.letter;
		if (option.letter)
			offers_add(offers, letter, "", option.help);
		diag_write(name, sizeof(name), "--%s", option.name);
		offers_add(offers, name, "", option.help);
	}
}

static void offer_verbs(struct offers *offers)
{
	const char *word, *about;

	for (size_t i = 0; (word = verbs_command(i, &about)); i++)
		offers_add(offers, word, "", about);
	offers_add(offers, "help", "", "all options, or what a format can do");
}

static void offer_operands(struct run *run, const struct line *line, struct offers *offers)
{
	enum args_verb verb = run->args.verb;
	bool has_word = line->n_operands > 0 && verb != ARGS_RENDER &&
			verbs_find(line->operands[0]) == verb;
	bool is_first = line->n_operands == (has_word ? 1 : 0);

	switch (verb) {
	case ARGS_HELP:
		offer_verbs(offers);
		propose_formats(run, PROPOSE_ANY, "", offers);
		return;
	case ARGS_COMPLETION:
		if (is_first)
			offers_add_choices(offers, "bash|zsh|fish");
		return;
	case ARGS_RENDER:
		if (line->n_operands == 0)
			offer_verbs(offers);
		break;
	case ARGS_PLUGIN:
		if (is_first) {
			offers_add(offers, "new", "", "begin a plugin of your own");
			offers_add(offers, "test", "", "try a plugin");
			return;
		}
		is_first = true;
		break;
	case ARGS_CHECK:
	case ARGS_FMT: is_first = true; break;
	case ARGS_LIST_FORMATS:
	case ARGS_LIST_RULES:
	case ARGS_PRINT_TEMPLATE:
	case ARGS_VERSION: return;
	default: break;
	}
	if (is_first)
		offers->besides = OFFERS_FILES;
}

static void offer(struct run *run, const struct line *line, struct offers *offers)
{
	const char *word = line->current;
	const char *equals = strchr(word, '=');
	struct args_option option;
	size_t n_head;

	if (line->has_pending) {
		propose_argument(run, &line->pending, offers);
	} else if (line->is_behind_options || word[0] != '-') {
		offer_operands(run, line, offers);
	} else if (word[1] == '-' && equals) {
		offers_begin(offers, (size_t)(equals + 1 - word));
		if (find_long(word + 2, (size_t)(equals - word) - 2, &option) && option.argument)
			propose_argument(run, &option, offers);
	} else if (word[1] != '-' && find_in_cluster(word, &option, &n_head) && word[n_head]) {
		offers_begin(offers, n_head);
		propose_argument(run, &option, offers);
	} else {
		offer_options(run, offers);
	}
}

/* What is wrong with the line shall not stand between its words, nor keep the dataset from being read. */
static void forget(struct run *run)
{
	diag_release(&run->diag);
	run_listen(run);
}

int complete_words(struct run *run, int argc, char **argv)
{
	struct line line = {.words = (const char *const *)&argv[WORDS_AT], .current = ""};
	struct offers offers = {.besides = OFFERS_WORDS};
	struct buf out = BUF_INIT;
	int status;

	if (argc > WORDS_AT) {
		line.n = (size_t)argc - WORDS_AT - 1;
		line.current = argv[argc - 1];
	}
	offers.word = line.current;
	walk(&line);
	understand(run, &line, argv[0]);
	forget(run);
	run->args.quiet = true;
	offer(run, &line, &offers);
	forget(run);
	offers_put(&out, &offers);
	status = run_print(run, &out);
	offers_release(&offers);
	buf_release(&out);
	return status;
}

/* ---- the script of a shell */

static const char *const shells[] = {"bash", "zsh", "fish"};
enum { N_SHELLS = sizeof(shells) / sizeof(*shells) };

static int refuse_shell(struct run *run)
{
	const char *shell = run->args.dataset;
	struct diag_message message = {.severity = MR_ERROR};
	char word[DIAG_WORD];

	message.suggestion = shell ? nearest_of(shell, shells, N_SHELLS) : NULL;
	message.hint = message.suggestion ? NULL : "there are scripts for bash, zsh and fish";
	if (!shell) {
		message.text = "completion needs the name of a shell";
		diag_add(&run->diag, &message);
		return RUN_USAGE;
	}
	diag_report(&run->diag, &message, "unknown shell '%s'", diag_word(word, shell));
	return RUN_USAGE;
}

static int print_script(struct run *run, const char *shell)
{
	struct buf name = BUF_INIT;
	struct mr_bytes bytes;
	const char *path;
	int status = RUN_FAILED;

	buf_printf(&name, "shell/meshreport.%s", shell);
	path = name.failed ? NULL : path_join(&run->arena, run->home.templates, buf_text(&name));
	buf_release(&name);
	if (!path) {
		diag_no_memory(&run->diag);
	} else if (file_read(path, &run->arena, &bytes) != 0) {
		diag_say(&run->diag, MR_ERROR, path, "cannot read the script: %s", strerror(errno));
	} else {
		struct buf text = BUF_INIT;

		buf_put(&text, bytes.at, bytes.n);
		status = run_print(run, &text);
		buf_release(&text);
	}
	return status;
}

int complete_script(struct run *run)
{
	for (size_t i = 0; run->args.dataset && i < N_SHELLS; i++)
		if (strcmp(run->args.dataset, shells[i]) == 0)
			return print_script(run, shells[i]);
	return refuse_shell(run);
}
