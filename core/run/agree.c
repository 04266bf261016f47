/* SPDX-License-Identifier: MIT */
#include "run/agree.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/nearest.h"
#include "base/path.h"
#include "base/utf8.h"
#include "plugin/vet.h"
#include "run/defaults.h"
#include "run/survey.h"

/* ---- options */

/* One option, and where it was said: a place in one of the house's files, or the command line. */
struct asked {
	uint32_t index; /* in run->args.options */
	struct option_given given;
	const char *file; /* null: the command line */
	struct place place;
};

static bool has_failed_probe(const struct group *group)
{
	for (size_t i = 0; i < group->n; i++)
		if (group->jobs[i].state == JOB_FAILED)
			return true;
	return false;
}

static struct job *find_job(const struct group *group, const char *name, size_t n)
{
	for (size_t i = 0; i < group->n; i++) {
		const char *format = group->jobs[i].order.file->name;

		if (strlen(format) == n && memcmp(format, name, n) == 0)
			return &group->jobs[i];
	}
	return NULL;
}

static void report(struct run *run, const char *suggestion, const char *hint, const char *format,
		   ...) MR_PRINTF(4, 5);

static void report(struct run *run, const char *suggestion, const char *hint, const char *format,
		   ...)
{
	const struct diag_message message = {
		.severity = MR_ERROR, .suggestion = suggestion, .hint = hint};
	va_list arguments;

	va_start(arguments, format);
	diag_vreport(&run->diag, &message, format, arguments);
	va_end(arguments);
}

/* `what` is wrong with the option, under the name by which it was said. */
static void report_option(struct run *run, const struct asked *asked, const char *suggestion,
			  const char *hint, const char *what)
{
	const struct diag_message message = {.severity = MR_ERROR,
					     .file = asked->file,
					     .place = asked->place,
					     .suggestion = suggestion,
					     .hint = hint};
	char argument[DIAG_WORD];

	diag_report(&run->diag, &message, "%s%s: %s", asked->file ? "option " : "-O ",
		    diag_word(argument, run->args.options.at[asked->index]), what);
}

/* What a format has against the option's value: under the format's name, or with the place in a file. */
static void report_value(struct run *run, const struct asked *asked, const struct job *job,
			 const char *what)
{
	const char *format = job->order.file->name;
	const struct diag_message message = {
		.severity = MR_ERROR, .file = asked->file, .place = asked->place};

	if (asked->file)
		diag_report(&run->diag, &message, "%s: option %s", format, what);
	else
		diag_say(&run->diag, MR_ERROR, format, "option %s", what);
}

/* FORMAT.KEY where FORMAT is none of those wanted; a file may say it for a run that wants it. */
static void report_format(struct run *run, const struct group *group, const struct asked *asked)
{
	const struct option_given *given = &asked->given;
	char name[NEAREST_MAX + 1] = "", format[DIAG_WORD], what[2 * DIAG_WORD];
	struct nearest search;

	if (asked->file && search_find(&run->found, given->format, given->n_format))
		return;
	if (given->n_format < sizeof(name))
		memcpy(name, given->format, given->n_format);
	nearest_init(&search, name);
	for (size_t i = 0; i < group->n; i++)
		nearest_offer(&search, group->jobs[i].order.file->name);
	for (size_t i = 0; asked->file && i < run->found.n; i++)
		nearest_offer(&search, run->found.files[i].name);
	diag_write(what, sizeof(what),
		   asked->file ? "there is no format '%s'"
			       : "format '%s' is not among those wanted",
		   diag_word_of(format, given->format, given->n_format));
	report_option(run, asked, search.best, NULL, what);
}

/* "pdf has it": who of the formats there are knows the key; nothing when none does. */
static void put_others(struct run *run, const struct option_given *given, struct buf *out)
{
	struct group survey;
	size_t n;

	if (survey_all(run, &survey) != 0)
		return;
	n = survey_put_having(out, &survey, given->key, given->n_key);
	if (n > 0)
		buf_put_text(out, n == 1 ? " has it" : " have it");
	group_release(&survey);
}

/* No wanted format has the key; who has it, or the nearest there is of them all. */
static void report_key(struct run *run, const struct group *group, const struct asked *asked)
{
	const struct option_given *given = &asked->given;
	char key[DIAG_WORD], what[2 * DIAG_WORD];
	const char *nearest = NULL;
	struct buf others = BUF_INIT;

	put_others(run, given, &others);
	/* a file speaks to all formats, whichever of them a run wants */
	if (asked->file && others.n > 0 && given->n_format == 0) {
		buf_release(&others);
		return;
	}
	for (size_t i = 0; i < group->n && !nearest; i++)
		if (options_is_for(given, group->jobs[i].order.file->name))
			nearest = options_nearest(&group->jobs[i].info.table, given->key,
						  given->n_key);
	if (others.n > 0)
		nearest = NULL;
	else if (!nearest)
		buf_put_text(&others, "--help FORMAT lists what a format has");
	diag_write(what, sizeof(what), "no wanted format has the option '%s'",
		   diag_word_of(key, given->key, given->n_key));
	report_option(run, asked, nearest, nearest ? NULL : buf_text(&others), what);
	buf_release(&others);
}

/* A file that the house's own names lies beside it: an archive's must not take what is the user's into a document. */
static bool is_reachable(const struct asked *asked)
{
	size_t n = asked->file ? path_folder(asked->file) : 0;
	const char *value = asked->given.value;

	return !asked->file || (strncmp(value, asked->file, n) == 0 &&
				strncmp(value + n, "./", 2) == 0 && path_is_below(value + n + 2));
}

static void check_file(struct run *run, const struct job *job, const struct asked *asked,
		       struct target *target)
{
	const struct option_given *given = &asked->given;
	const struct option_file *file = &job->order.files[asked->index];
	char key[DIAG_WORD], word[DIAG_WORD], what[3 * DIAG_WORD];

	diag_word_of(key, given->key, given->n_key);
	diag_word(word, given->value);
	if (!is_reachable(asked))
		diag_write(what, sizeof(what),
			   "%s: a file that is named here lies beside this one: ./NAME, not %s",
			   key, word);
	else if (file->reason != 0)
		diag_write(what, sizeof(what), "%s: cannot read %s: %s", key, word,
			   option_files_explain(file->reason));
	else {
		target_protect(target, given->value, "a file of an option");
		return;
	}
	report_value(run, asked, job, what);
}

/* Whether the job's format knows the key; a value that its table does not allow is reported. */
static bool check_value(struct run *run, const struct job *job, const struct asked *asked,
			struct target *target)
{
	const struct option_table *table = &job->info.table;
	char words[OPTIONS_WORD], why[OPTIONS_WHY];
	struct mr_value value;
	int at = options_find(table, asked->given.key, asked->given.n_key);

	if (at < 0)
		return false;
	if (options_value(&table->options[at], asked->given.value, words, &value, why) != 0)
		report_value(run, asked, job, why);
	else if (value.type == MR_OPTION_FILE)
		check_file(run, job, asked, target);
	return true;
}

static void check_option(struct run *run, const struct group *group, struct target *target,
			 uint32_t index)
{
	struct asked asked = {.index = index};
	const struct option_given *given = &asked.given;
	bool is_known = false;

	asked.file = defaults_said_option(run, index, &asked.place);
	if (!options_split(run->args.options.at[index], &asked.given)) {
		report_option(run, &asked, NULL, NULL, "a key is missing");
		return;
	}
	if (given->n_format > 0 && !find_job(group, given->format, given->n_format)) {
		report_format(run, group, &asked);
		return;
	}
	for (size_t i = 0; i < group->n; i++)
		if (options_is_for(given, group->jobs[i].order.file->name))
			is_known |= check_value(run, &group->jobs[i], &asked, target);
	/* A format that could not be asked may have been the one that knows the key. */
	if (!is_known && !has_failed_probe(group))
		report_key(run, group, &asked);
}

/* What a plugin itself had against a value stands in its job's diag, which is printed later. */
static bool has_refused_value(const struct group *group)
{
	for (size_t i = 0; i < group->n; i++)
		if (group->jobs[i].has_refused_value)
			return true;
	return false;
}

/* ---- templates */

struct template_given {
	const char *format; /* null: for the only one that has a template */
	size_t n_format;
	const char *path;
};

static struct template_given split_template(const char *argument)
{
	size_t n = strcspn(argument, "=");

	if (argument[n] == '=' && vet_name(argument, n))
		return (struct template_given){argument, n, argument + n + 1};
	return (struct template_given){NULL, 0, argument};
}

/* What is no text may be the template of a format that takes any bytes: check_templates() knows. */
static int read_template(struct run *run, struct group *group, struct target *target,
			 const char *argument)
{
	struct template_given given = split_template(argument);
	char word[DIAG_WORD];
	struct job *named = NULL;
	struct mr_bytes bytes;

	if (given.format) {
		named = find_job(group, given.format, given.n_format);
		if (!named) {
			report(run, NULL, "a file of such a name is given as ./NAME",
			       "-t %s: format '%.*s' is not among those wanted",
			       diag_word(word, argument), (int)given.n_format, given.format);
			return RUN_USAGE;
		}
	}
	if (file_read_bytes(given.path, OPTION_FILE_MAX, &run->arena, &bytes) != 0) {
		diag_say(&run->diag, MR_ERROR, given.path, "cannot read the template: %s",
			 option_files_explain(errno));
		return RUN_USAGE;
	}
	target_protect(target, given.path, "the template");
	for (size_t i = 0; i < group->n; i++) {
		struct job *job = &group->jobs[i];

		if (named && job != named)
			continue;
		if (!named && job->has_own_template)
			continue;
		job->order.template_bytes = bytes;
		job->order.template_name = path_name(given.path);
		job->template_path = given.path;
		job->has_own_template = named != NULL;
	}
	return RUN_DONE;
}

/* What options name, for those formats whose table says that it is a file. */
static int read_files(struct run *run, struct group *group)
{
	const struct args_list *options = &run->args.options;
	struct option_file *files = option_files_read(&run->arena, options->at, options->n);

	if (run->arena.failed) {
		diag_no_memory(&run->diag);
		return RUN_FAILED;
	}
	for (size_t i = 0; i < group->n; i++)
		group->jobs[i].order.files = files;
	return RUN_DONE;
}

int agree_templates(struct run *run, struct group *group, struct target *target)
{
	if (read_files(run, group) != RUN_DONE)
		return RUN_FAILED;
	for (uint32_t i = 0; i < run->args.templates.n; i++)
		if (read_template(run, group, target, run->args.templates.at[i]) != RUN_DONE)
			return RUN_USAGE;
	return RUN_DONE;
}

/* Decides for whom a -t without a format is. */
static void check_templates(struct run *run, const struct group *group)
{
	size_t n_open = 0, n_bare = 0;

	for (uint32_t i = 0; i < run->args.templates.n; i++)
		n_bare += split_template(run->args.templates.at[i]).format == NULL;
	for (size_t i = 0; i < group->n; i++) {
		struct job *job = &group->jobs[i];
		bool has = job->has_info && *job->info.template_name;

		if (job->has_own_template && job->has_info && !has)
			report(run, NULL, NULL, "-t: format %s has no template",
			       job->order.file->name);
		job->order.has_template = has && job->order.template_bytes.at;
		if (job->order.has_template && !(job->info.capabilities & MR_CAN_BINARY_TEMPLATE) &&
		    !utf8_is_valid(job->order.template_bytes.at, job->order.template_bytes.n))
			diag_say(&run->diag, MR_ERROR, job->template_path,
				 "cannot read the template: it is not UTF-8");
		n_open += has && !job->has_own_template;
	}
	if (n_bare > 1)
		report(run, NULL, "-t FORMAT=FILE",
		       "several templates need the formats they are for");
	else if (n_bare == 1 && n_open > 1)
		report(run, NULL, "-t FORMAT=FILE",
		       "%zu wanted formats have a template; say which one is meant", n_open);
	else if (n_bare == 1 && n_open == 0 && !has_failed_probe(group))
		report(run, NULL, NULL, "-t: no wanted format has a template");
}

/* ---- targets */

/* "pdf" of "out/x.pdf"; null without, and for a folder that says so itself. */
static const char *suffix_of(const char *output)
{
	const char *suffix = path_suffix(output);

	return *suffix && suffix[1] ? suffix + 1 : NULL;
}

/* A name that promises what will not be there: a folder x.pdf, an HTML page x.pdf. */
static void note_name(struct run *run, const struct group *group, const struct target *target)
{
	const char *output = run->args.output, *suffix = output ? suffix_of(output) : NULL;
	const struct job *job = &group->jobs[0];
	bool is_right = job->has_info && suffix &&
			(survey_has_suffix(&job->info, suffix) ||
			 strcmp(suffix, job->order.file->name) == 0);
	const char *writer = NULL;
	struct group survey;

	/* with a suffix it is a file or a folder */
	if (!suffix || (target->kind == TARGET_FILE && is_right) ||
	    (target->kind == TARGET_FOLDER && access(output, F_OK) == 0) ||
	    survey_all(run, &survey) != 0)
		return;
	writer = survey_writer(&survey, suffix);
	if (writer && target->kind == TARGET_FOLDER)
		diag_say(&run->diag, MR_NOTE, NULL,
			 "-o %s is a folder, for %zu formats are wanted; with one it is a file",
			 output, group->n);
	else if (writer)
		diag_say(&run->diag, MR_NOTE, NULL,
			 "-o %s: what is written is %s, as -f says, though the name is one of %s",
			 output, job->order.file->name, writer);
	group_release(&survey);
}

/* "pdf", and of a variant "pdf-mine". */
static const char *name_in_files(struct run *run, const struct plugin_file *file)
{
	char *name =
		*file->variant ? arena_copy(&run->arena, file->label, strlen(file->label)) : NULL;

	if (!name)
		return file->name;
	*strchr(name, ':') = '-';
	return name;
}

static int check_targets(struct run *run, const struct group *group, struct target *target)
{
	struct target_format *formats = arena_array(&run->arena, group->n + 1, sizeof(*formats));

	if (!formats) {
		diag_no_memory(&run->diag);
		return RUN_FAILED;
	}
	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];
		bool is_ready = job->state == JOB_READY;

		formats[i] = (struct target_format){
			.format = name_in_files(run, job->order.file),
			.extension = is_ready ? job->info.extension : NULL,
			.is_binary = is_ready && (job->info.capabilities & MR_CAN_BINARY),
			.is_unmarked = is_ready && (job->info.capabilities & MR_CANNOT_MARK),
			.is_for_screen = is_ready && (job->info.capabilities & MR_CAN_SCREEN)};
	}
	target->formats = formats;
	target->n_formats = group->n;
	note_name(run, group, target);
	return target_check_all(target, &run->diag) == 0 ? RUN_DONE : RUN_USAGE;
}

bool agree_is_named(const struct args *args, const struct plugin_file *file)
{
	size_t n_name = strlen(file->name), n_label = strlen(file->label);

	for (uint32_t i = 0; i < args->formats.n; i++) {
		const char *word = args->formats.at[i];

		for (size_t n; *word; word += n + (word[n] == ',')) {
			n = strcspn(word, ",");
			if ((n == n_name && memcmp(word, file->name, n) == 0) ||
			    (n == n_label && memcmp(word, file->label, n) == 0))
				return true;
		}
	}
	return args->formats.n == 0;
}

static void check_writers(struct run *run, const struct group *group)
{
	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];

		if (job->has_info && !job->info.can_write &&
		    agree_is_named(&run->args, job->order.file))
			report(run, NULL, "--list-formats says which formats are written",
			       "format %s only %s", job->order.file->name,
			       job->info.can_read ? "reads" : "decodes pictures");
	}
}

int agree_jobs(struct run *run, struct group *group, struct target *target)
{
	check_writers(run, group);
	for (uint32_t i = 0; i < run->args.options.n; i++)
		check_option(run, group, target, i);
	check_templates(run, group);
	if (diag_has_errors(&run->diag) || has_refused_value(group))
		return RUN_USAGE;
	return RUN_DONE;
}

int agree_all(struct run *run, struct group *group, struct target *target)
{
	int status = agree_jobs(run, group, target);

	return status == RUN_DONE ? check_targets(run, group, target) : status;
}
