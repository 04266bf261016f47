/* SPDX-License-Identifier: MIT */
#include "args/args.h"

#include <getopt.h>
#include <string.h>

#include "args/args_set.h"
#include "args/operands.h"
#include "args/verbs.h"
#include "base/nearest.h"
#include "house/house.h"

enum { DEFAULT_TIMEOUT = 300, FIRST_LONG = 256, HELP_COLUMN = 28, HELP_WIDTH = 79 };

/* Who an option is for, by enum args_verb: an option that a verb would not look at is a mistake. */
enum {
	VERIFIES = 1 << ARGS_VERIFY, /* makes again what was made */
	COMPARES = 1 << ARGS_RENDER | 1 << ARGS_DIFF, /* with an older edition */
	WRITES = COMPARES | 1 << ARGS_IMPORT,
	SHOWS = WRITES | 1 << ARGS_STATS | VERIFIES,
	SELECTS = SHOWS | 1 << ARGS_CHECK, /* check sees whether what is named is there */
	LOADS = SELECTS | 1 << ARGS_LIST_TABLES,
	CHECKS = 1 << ARGS_CHECK,
	REPORTS = 1 << ARGS_CHECK | 1 << ARGS_STATS,
	TELLS = REPORTS | 1 << ARGS_DOCTOR | VERIFIES,
	MENDS = 1 << ARGS_FMT,
	BEGINS = 1 << ARGS_NEW,
	PLUGS = 1 << ARGS_PLUGIN,
	ALL = (1 << ARGS_N_VERBS) - 1
};

/* What an option does with its argument. */
enum action { ADD, SET, TURN_ON, CALL };

struct spec {
	char letter; /* 0 without */
	const char *name;
	const char *argument; /* null without; in the help */
	enum action action;
	size_t offset; /* of the member of struct args that ADD, SET and TURN_ON change */
	int (*call)(struct parse *parse, const char *argument);
	unsigned verbs; /* that it is for */
	const char *help;
};

static int add_map(struct parse *parse, const char *argument);

#define AT(member) offsetof(struct args, member), NULL
#define DO(function) 0, function

static const struct spec specs[] = {
	{'f', "format", "NAME[,NAME...]", ADD, AT(formats), WRITES | VERIFIES,
	 "formats to write; all: every one there is; default: by the suffix of -o, else " MESHREPORT_DEFAULT_FORMAT
	 ", of diff " MESHREPORT_DIFF_FORMAT},
	{'o', "output", "FILE|DIR|-", SET, AT(output), WRITES,
	 "where to; default: the dataset's name with the format's suffix, here"},
	{'O', "option", "[FORMAT.]KEY[=VALUE]", ADD, AT(options), WRITES | VERIFIES,
	 "an option of a format, see --help FORMAT; a flag may stand bare"},
	{'t', "template", "[FORMAT=]FILE", ADD, AT(templates), WRITES | BEGINS | VERIFIES,
	 "a template of your own"},
	{0, "print-template", "FORMAT", CALL, DO(args_set_print), ALL,
	 "print the built-in template"},
	{0, "style", "FILE|NAME", SET, AT(style), COMPARES,
	 "options and words of a house, from a file or of a shipped style"},
	{0, "print-style", NULL, CALL, DO(args_set_print_style), ALL,
	 "print a style to begin with"},
	{0, "no-defaults", NULL, TURN_ON, AT(no_defaults), COMPARES,
	 "do not look for " HOUSE_FILE " beside the dataset and above it"},
	{0, "word", "[LANG.]KEY=TEXT", ADD, AT(words), COMPARES | VERIFIES,
	 "a word of the documents in words of your own"},
	{0, "products", "ID[,ID...]", ADD, AT(products), SELECTS | BEGINS,
	 "only these products, in this order; of a new dataset: their names"},
	{0, "categories", "ID[,ID...]", ADD, AT(categories), SELECTS,
	 "only the features of these categories"},
	{0, "features", "ID[,ID...]", ADD, AT(features), SELECTS, "only these features"},
	{0, "require", "ID[=partial|unknown][,ID...]", ADD, AT(require), SELECTS,
	 "only products that have all these features, or with =partial have them in part, or with =unknown nobody denies it; in a ranking: tell who has not"},
	{0, "profile", "ID", SET, AT(profile), 1 << ARGS_RENDER | VERIFIES,
	 "rank the products by this profile of the dataset"},
	{0, "weight", "FEATURE=N", ADD, AT(weights), 1 << ARGS_RENDER | VERIFIES,
	 "rank them, this feature or category counting so much"},
	{0, "only-differences", NULL, TURN_ON, AT(only_differences), SHOWS,
	 "only features in which the products differ"},
	{0, "sort", SORT_WORD_DATA "|" SORT_WORD_NAME "|" SORT_WORD_COVERAGE, CALL,
	 DO(args_set_sort), SHOWS, "order of the products; default: " SORT_WORD_DATA},
	{0, "since", "FILE", SET, AT(since), 1 << ARGS_RENDER | VERIFIES,
	 "an older edition: show what changed since; - is standard input"},
	{0, "ignore", "links,notes,words,evidence", CALL, DO(args_set_ignore), COMPARES | VERIFIES,
	 "do not count such changes"},
	{0, "exit-code", NULL, TURN_ON, AT(exit_code), COMPARES,
	 "exit with 1 if something changed"},
	{0, "from", "NAME", SET, AT(wishes.from), LOADS | MENDS,
	 "what the file is: yaml, or a format that is read; default: by its name or first bytes"},
	{0, "encoding", "NAME", SET, AT(wishes.encoding), LOADS,
	 "its encoding, as iconv(1) calls it"},
	{0, "list-tables", NULL, CALL, DO(args_set_tables), ALL,
	 "list its tables, and which are taken"},
	{0, "table", "N[,N...]|HEADING", ADD, AT(wishes.tables), LOADS, "take these of its tables"},
	{0, "products-in", "rows|columns", CALL, DO(args_set_products_in), SELECTS,
	 "where the products stand"},
	{0, "transpose", NULL, TURN_ON, AT(wishes.transpose), SELECTS,
	 "the other way round than would be taken"},
	{0, "description", "COLUMN", ADD, AT(wishes.descriptions), SELECTS,
	 "this column describes the features and is no product"},
	{0, "drop", "COLUMN", ADD, AT(wishes.drops), SELECTS, "leave this column out"},
	{0, "map", "WORD=STATUS", CALL, DO(add_map), LOADS,
	 "what a word or sign means; '=no': what a blank means"},
	{0, "repair", NULL, TURN_ON, AT(wishes.repair), SELECTS,
	 "put words right that went through the wrong encoding"},
	{'R', "read-option", "[FORMAT.]KEY[=VALUE]", ADD, AT(wishes.options), LOADS,
	 "an option of reading, see --help FORMAT"},
	{'W', "warning", "NAME|no-NAME|all|error[=NAME]", CALL, DO(args_set_warning), SELECTS,
	 "heed a rule, or do not, or make it an error; see meshreport(1)"},
	{0, "strict", NULL, CALL, DO(args_set_strict), SELECTS,
	 "warnings about the data are errors, and nothing is written: -W error"},
	{0, "output-format", "text|json|github|sarif|markdown", CALL, DO(args_set_output), TELLS,
	 "how check says what it found; stats: text, json or markdown; doctor and verify: text or json"},
	{0, "json", NULL, CALL, DO(args_set_json), TELLS, "the same as --output-format json"},
	{0, "title", "TEXT", SET, AT(title), BEGINS, "the title of a new dataset"},
	{0, "lang", "c|c++|script", SET, AT(lang), PLUGS, "in which a new plugin is written"},
	{0, "reader", NULL, TURN_ON, AT(is_reader), PLUGS, "a new plugin reads instead of writing"},
	{0, "tap", NULL, TURN_ON, AT(wants_tap), PLUGS, "plugin test says its lines as TAP"},
	{0, "check", NULL, TURN_ON, AT(only_check), MENDS,
	 "fmt writes nothing and prints what it would change"},
	{0, "stale", "DAYS", CALL, DO(args_set_stale), CHECKS,
	 "warn of what nobody has verified for so long"},
	{0, "today", "DAY", CALL, DO(args_set_today), WRITES | REPORTS,
	 "the day of today; default: by SOURCE_DATE_EPOCH, else of documents the dataset's, of check none, of stats the clock's"},
	{0, "list-rules", NULL, CALL, DO(args_set_rules), ALL, "list what is warned of, and when"},
	{0, "report", "text|json", CALL, DO(args_set_report), WRITES,
	 "how the doubts are reported"},
	{0, "plugin-dir", "DIR", ADD, AT(plugin_dirs), ALL, "look for formats here first"},
	{0, "list-formats", NULL, CALL, DO(args_set_list), ALL,
	 "list the formats there are, and where"},
	{0, "timeout", "SECONDS", CALL, DO(args_set_timeout), ALL,
	 "end a format, or the reading of the dataset, that takes longer; default: 300, 0: never"},
	{0, "sandbox", "auto|require|off", CALL, DO(args_set_sandbox), ALL,
	 "how plugins are confined: as this kernel can, wholly or not run, not at all"},
	{0, "in-process", NULL, TURN_ON, AT(in_process), SELECTS,
	 "run plugins in this very process, unconfined and in rendering without a timeout: for debuggers and gcov"},
	{0, "force", NULL, TURN_ON, AT(force), WRITES,
	 "replace files that meshreport did not make"},
	{0, "limit", "KEY=N", CALL, DO(args_set_limit), LOADS | MENDS,
	 "change a limit on the dataset or on formats, see meshreport(1)"},
	{0, "color", "auto|always|never", CALL, DO(args_set_color), ALL,
	 "colour in messages, and in what a format writes to standard output"},
	{'q', "quiet", NULL, TURN_ON, AT(quiet), ALL, "say only what went wrong"},
	{'v', "verbose", NULL, TURN_ON, AT(verbose), ALL, "say more: which plugins, how long"},
	{'h', "help", "[FORMAT]", CALL, DO(args_set_help), ALL,
	 "this text, or what a format can do"},
	{0, "version", NULL, CALL, DO(args_set_version), ALL, "print the version"},
};

enum { N_SPECS = sizeof(specs) / sizeof(*specs) };

_Static_assert(N_SPECS <= 64, "a bit each in parse.given");

/* --help also takes its format from the next word; operands_take() sees to that. */
static int getopt_argument(const struct spec *spec)
{
	if (!spec->argument)
		return no_argument;
	return spec->argument[0] == '[' && spec->call ? optional_argument : required_argument;
}

static int add(struct parse *parse, struct args_list *list, const char *argument)
{
	if (!list->at)
		list->at = arena_array(parse->arena, parse->n_arguments, sizeof(*list->at));
	if (!list->at) {
		diag_no_memory(parse->diag);
		return -1;
	}
	list->at[list->n++] = argument;
	return 0;
}

static int add_map(struct parse *parse, const char *argument)
{
	if (!wishes_vet_map(argument, parse->diag))
		return -1;
	return add(parse, &parse->args->wishes.maps, argument);
}

static int apply(struct parse *parse, const struct spec *spec, const char *argument)
{
	char *member = (char *)parse->args + spec->offset;

	parse->given |= (uint64_t)1 << (spec - specs);
	switch (spec->action) {
	case ADD: return add(parse, (struct args_list *)(void *)member, argument);
	case SET: *(const char **)(void *)member = argument; return 0;
	case TURN_ON: *(bool *)(void *)member = true; return 0;
	default: return spec->call(parse, argument);
	}
}

/* ---- what getopt refuses */

/* "--f" begins several names, and getopt calls it unknown. */
static bool report_ambiguous(struct parse *parse, const char *argument)
{
	size_t n = strcspn(argument, "="), n_fitting = 0;
	struct buf names = BUF_INIT;

	for (int i = 0; n > 2 && i < N_SPECS; i++)
		if (strncmp(specs[i].name, argument + 2, n - 2) == 0)
			buf_printf(&names, "%s--%s", n_fitting++ > 0 ? ", " : "", specs[i].name);
	if (names.failed)
		diag_no_memory(parse->diag);
	else if (n_fitting > 1)
		diag_say(parse->diag, MR_ERROR, NULL, "option '%.*s' may be any of %s", (int)n,
			 argument, buf_text(&names));
	buf_release(&names);
	return n_fitting > 1;
}

static void report_unknown(struct parse *parse, const char *argument)
{
	struct diag_message message = {.severity = MR_ERROR};
	struct nearest search;
	size_t n = strcspn(argument, "=");
	char name[NEAREST_MAX + 1] = "", near[NEAREST_MAX + 3], word[DIAG_WORD];

	if (n > 2 && n - 2 < sizeof(name))
		memcpy(name, argument + 2, n - 2);
	nearest_init(&search, name);
	for (int i = 0; *name && i < N_SPECS; i++)
		nearest_offer(&search, specs[i].name);
	if (search.best) {
		diag_write(near, sizeof(near), "--%s", search.best);
		message.suggestion = near;
	}
	diag_report(parse->diag, &message, "unknown option '%s'", diag_word_of(word, argument, n));
}

static void report(struct parse *parse, int code, char *const *argv)
{
	const char *last = argv[optind - 1];

	if (code == ':')
		diag_say(parse->diag, MR_ERROR, NULL, "option '%s' needs a value", last);
	else if (optopt != 0 && optopt < FIRST_LONG) /* of a cluster: `last` may be another word */
		diag_say(parse->diag, MR_ERROR, NULL, "unknown option '-%c'", optopt);
	else if (optopt >= FIRST_LONG)
		diag_say(parse->diag, MR_ERROR, NULL, "option '%.*s' takes no value",
			 (int)strcspn(last, "="), last);
	else if (!report_ambiguous(parse, last))
		report_unknown(parse, last);
}

/* ---- options that the verb does not look at */

/* Whoever asks for help or the version adds it to any line. */
static bool is_about_itself(enum args_verb verb)
{
	return verb == ARGS_HELP || verb == ARGS_VERSION;
}

static int refuse_unused(const struct parse *parse)
{
	enum args_verb verb = parse->args->verb;
	int status = 0;

	for (int i = 0; i < N_SPECS && !is_about_itself(verb); i++) {
		bool is_given = parse->given >> i & 1;

		if (!is_given || specs[i].verbs & 1u << verb)
			continue;
		diag_say(parse->diag, MR_ERROR, NULL, "--%s changes nothing for %s; leave it out",
			 specs[i].name, verbs_word(verb));
		status = -1;
	}
	return status;
}

bool args_option(size_t index, struct args_option *out)
{
	const struct spec *spec = index < N_SPECS ? &specs[index] : NULL;

	if (!spec)
		return false;
	*out = (struct args_option){spec->letter,
				    spec->name,
				    spec->argument,
				    spec->help,
				    getopt_argument(spec) == optional_argument,
				    spec->verbs};
	return true;
}

/* The tables getopt wants, from ours. */
static void make_tables(struct option table[N_SPECS + 1], char letters[3 * N_SPECS + 3])
{
	char *letter = letters;

	/*
	 * "-": words come in their place, as the argument of a 1, so that options may stand behind them
	 * whatever POSIXLY_CORRECT says; ":": a missing value is told from an unknown option.
	 */
	*letter++ = '-';
	*letter++ = ':';
	for (int i = 0; i < N_SPECS; i++) {
		int argument = getopt_argument(&specs[i]);

		table[i] = (struct option){specs[i].name, argument, NULL, FIRST_LONG + i};
		if (!specs[i].letter)
			continue;
		*letter++ = specs[i].letter;
		if (argument != no_argument)
			*letter++ = ':';
		if (argument == optional_argument)
			*letter++ = ':';
	}
	*letter = '\0';
	table[N_SPECS] = (struct option){NULL, 0, NULL, 0};
}

static const struct spec *find_spec(int code)
{
	if (code >= FIRST_LONG)
		return &specs[code - FIRST_LONG];
	for (int i = 0; i < N_SPECS; i++)
		if (specs[i].letter == code)
			return &specs[i];
	return NULL;
}

static void take_option(struct parse *parse, int code, char *const *argv, int *status)
{
	const struct spec *spec = find_spec(code);

	if (spec) /* none has the letter '?' or ':' */
		*status |= apply(parse, spec, optarg);
	else
		report(parse, code, argv);
}

int args_parse(struct args *args, int argc, char **argv, struct arena *arena, struct diag *diag)
{
	struct parse parse = {args, arena, diag, (size_t)argc + 1, 0};
	struct option table[N_SPECS + 1];
	char letters[3 * N_SPECS + 3];
	const char **words = arena_array(arena, (size_t)argc + 1, sizeof(*words));
	int status = 0, code, n_words = 0;

	*args = (struct args){.timeout = DEFAULT_TIMEOUT};
	limits_init(&args->limits);
	policy_init(&args->checks.policy);
	args->checks.stale_days = CHECKS_STALE_DAYS;
	if (!words) {
		diag_no_memory(diag);
		return -1;
	}
	make_tables(table, letters);
	opterr = 0;
	optind = 0; /* from the start, also a second time: verify reads the command of a stamp */
	while ((code = getopt_long(argc, argv, letters, table, NULL)) != -1) {
		if (code == 1)
			words[n_words++] = optarg;
		else
			take_option(&parse, code, argv, &status);
	}
	for (int i = optind; i < argc; i++) /* behind "--" */
		words[n_words++] = argv[i];
	if (diag_has_errors(diag))
		return -1;
	if (operands_take(&parse, n_words, words) != 0)
		return -1;
	if (args->verb != ARGS_CHECK)
		policy_leave_check(&args->checks.policy);
	return refuse_unused(&parse) | status;
}

/* ---- help */

/* `text` from column `used` on, in lines of at most HELP_WIDTH columns that begin at HELP_COLUMN. */
static void put_wrapped(struct buf *out, const char *text, size_t used)
{
	if (used + 2 > HELP_COLUMN) {
		buf_put_byte(out, '\n');
		used = 0;
	}
	while (*text) {
		size_t n = strlen(text);

		buf_printf(out, "%*s", (int)(HELP_COLUMN - used), "");
		if (n > HELP_WIDTH - HELP_COLUMN)
			for (n = HELP_WIDTH - HELP_COLUMN; n > 1 && text[n] != ' '; n--)
				;
		buf_put(out, text, n);
		buf_put_byte(out, '\n');
		text += n + (text[n] == ' ');
		used = 0;
	}
}

static void put_spec(struct buf *out, const struct spec *spec)
{
	size_t start = out->n, used;

	if (spec->letter)
		buf_printf(out, "  -%c, --%s", spec->letter, spec->name);
	else
		buf_printf(out, "      --%s", spec->name);
	if (spec->argument)
		buf_printf(out, " %s", spec->argument);
	used = out->n - start;
	put_wrapped(out, spec->help, used);
}

void args_help(struct buf *out)
{
	buf_put_text(
		out,
		"usage: meshreport [OPTION]... [DATASET]\n"
		"       meshreport check [OPTION]... [DATASET]...\n"
		"       meshreport import [OPTION]... FILE\n"
		"       meshreport fmt [--check] FILE...|-\n"
		"       meshreport new [--title TEXT] [--products NAME,...] [FILE|-]\n"
		"       meshreport stats [OPTION]... [DATASET]\n"
		"       meshreport diff [OPTION]... OLD NEW\n"
		"       meshreport doctor [--json]\n"
		"       meshreport plugin new NAME | plugin test FILE\n"
		"       meshreport verify [OPTION]... FILE [DATASET]\n"
		"       meshreport completion bash|zsh|fish\n\n"
		"Makes documents and charts of a comparison: a dataset in YAML, or a table that\n"
		"people already have (--list-formats says what is read).  Without DATASET: the\n"
		"shipped one; - is standard input.  `check` reports every mistake and writes\n"
		"nothing; `import` writes the dataset of a table; `fmt` mends the layout of\n"
		"datasets in place and keeps their comments; `new` writes one to begin with;\n"
		"`stats` counts; `diff` says what changed between two editions, as any document\n"
		"does with --since; `verify` says whether a document was made from a dataset;\n"
		"`completion` prints a script for a shell.\n\n");
	for (int i = 0; i < N_SPECS; i++)
		put_spec(out, &specs[i]);
	buf_put_text(
		out,
		"\nExit status: 0 done; 1 the dataset or a format failed; 2 the command line is\n"
		"wrong.  meshreport(1) has examples; --help FORMAT lists a format's options.\n");
}
