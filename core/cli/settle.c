/* SPDX-License-Identifier: MIT */
#include "cli/settle.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/nearest.h"
#include "host/vet.h"

/* ------------------------------------------------------------------ options */

static bool has_failed_probe(const struct job_group *group)
{
	for (size_t i = 0; i < group->n; i++)
		if (group->jobs[i].state == JOB_FAILED)
			return true;
	return false;
}

static struct job *find_job(const struct job_group *group, const char *name, size_t n)
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
	struct diag_message message = {
		.severity = MR_ERROR, .suggestion = suggestion, .hint = hint};
	struct buf text = BUF_INIT;
	va_list arguments;

	va_start(arguments, format);
	buf_vprintf(&text, format, arguments);
	va_end(arguments);
	message.text = buf_text(&text);
	diag_add(&run->diag, &message);
	buf_release(&text);
}

/* FORMAT.KEY where FORMAT is none of those wanted. */
static void report_format(struct run *run, const struct job_group *group,
			  const struct option_given *given)
{
	char name[NEAREST_MAX + 1] = "";
	struct nearest search;

	if (given->n_format < sizeof(name))
		memcpy(name, given->format, given->n_format);
	nearest_init(&search, name);
	for (size_t i = 0; i < group->n; i++)
		nearest_offer(&search, group->jobs[i].order.file->name);
	report(run, search.best, NULL, "-O %.60s: format '%s' is not among those wanted",
	       given->argument, name);
}

static void check_option(struct run *run, const struct job_group *group, size_t index)
{
	const char *argument = run->cli.options.at[index], *nearest = "";
	struct option_given given;
	bool is_known = false;

	if (!options_split(argument, &given)) {
		report(run, NULL, NULL, "-O %.60s: a key is missing", argument);
		return;
	}
	if (given.n_format > 0 && !find_job(group, given.format, given.n_format)) {
		report_format(run, group, &given);
		return;
	}
	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];
		const struct job_verdict *verdict = &job->verdicts[index];

		if (verdict->verdict == CHILD_OPTION_WRONG)
			diag_say(&run->diag, MR_ERROR, job->order.file->name, "option %s",
				 verdict->words);
		if (verdict->verdict == CHILD_OPTION_UNKNOWN && !*nearest)
			nearest = verdict->words;
		is_known |= verdict->verdict >= CHILD_OPTION_KNOWN &&
			    verdict->verdict != CHILD_OPTION_UNKNOWN;
	}
	/* A format that could not be asked may have been the one that knows the key. */
	if (!is_known && !has_failed_probe(group))
		report(run, nearest, *nearest ? NULL : "--help FORMAT lists them",
		       "-O %.60s: no wanted format has the option '%.*s'", argument,
		       (int)(given.n_key < 60 ? given.n_key : 60), given.key);
}

/* ------------------------------------------------------------------ templates */

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

static int read_template(struct run *run, struct settle *settle, const char *argument)
{
	struct template_given given = split_template(argument);
	struct job *named = NULL;
	struct mr_bytes bytes;

	if (given.format) {
		named = find_job(settle->group, given.format, given.n_format);
		if (!named) {
			report(run, NULL, "a file of such a name is given as ./NAME",
			       "-t %.60s: format '%.*s' is not among those wanted", argument,
			       (int)given.n_format, given.format);
			return RUN_USAGE;
		}
	}
	if (file_read(given.path, &run->arena, &bytes) != 0) {
		diag_say(&run->diag, MR_ERROR, given.path, "cannot read the template: %s",
			 errno == EILSEQ   ? "it is not UTF-8"
			 : errno == EINVAL ? "it is not a regular file"
					   : strerror(errno));
		return RUN_USAGE;
	}
	target_protect(settle->target, given.path, "the template");
	for (size_t i = 0; i < settle->group->n; i++) {
		struct job *job = &settle->group->jobs[i];

		if (named && job != named)
			continue;
		if (!named && job->has_own_template)
			continue;
		job->order.template_bytes = bytes;
		job->template_path = given.path;
		job->has_own_template = named != NULL;
	}
	return RUN_DONE;
}

int settle_templates_read(struct run *run, struct settle *settle)
{
	struct job_group *group = settle->group;

	for (uint32_t i = 0; i < run->cli.templates.n; i++)
		if (read_template(run, settle, run->cli.templates.at[i]) != RUN_DONE)
			return RUN_USAGE;
	for (size_t i = 0; i < group->n; i++) {
		struct job *job = &group->jobs[i];

		job->verdicts =
			arena_array(&run->arena, run->cli.options.n + 1, sizeof(*job->verdicts));
		if (!job->verdicts) {
			diag_no_memory(&run->diag);
			return RUN_FAILED;
		}
	}
	return RUN_DONE;
}

/* Decides for whom a -t without a format is. */
static void check_templates(struct run *run, const struct job_group *group)
{
	size_t n_open = 0, n_bare = 0;

	for (uint32_t i = 0; i < run->cli.templates.n; i++)
		n_bare += split_template(run->cli.templates.at[i]).format == NULL;
	for (size_t i = 0; i < group->n; i++) {
		struct job *job = &group->jobs[i];
		bool has = job->has_info && *job->info.template_name;

		if (job->has_own_template && job->has_info && !has)
			report(run, NULL, NULL, "-t: format %s has no template",
			       job->order.file->name);
		job->order.has_template = has && job->order.template_bytes.at;
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

int settle_all(struct run *run, struct settle *settle)
{
	const struct job_group *group = settle->group;

	for (size_t i = 0; i < run->cli.options.n; i++)
		check_option(run, group, i);
	check_templates(run, group);
	if (diag_has_errors(&run->diag))
		return RUN_USAGE;
	return target_check_all(settle->target, group, &run->diag) == 0 ? RUN_DONE : RUN_USAGE;
}

/* ------------------------------------------------------------------ what the user is told */

/* "812 bytes", "12.3 kB", "4.0 MB": decimal units, as file managers show them. */
static void put_size(struct buf *out, unsigned long long n)
{
	static const char units[] = "kMGT";
	size_t unit = 0;

	if (n < 1000) {
		buf_printf(out, "%llu byte%s", n, n == 1 ? "" : "s");
		return;
	}
	while (n >= 999950 && units[unit + 1]) {
		n /= 1000;
		unit++;
	}
	n = (n + 50) / 100;
	buf_printf(out, "%llu.%llu %cB", n / 10, n % 10, units[unit]);
}

static void report_artifacts(struct run *run, const struct job *job)
{
	for (uint32_t i = 0; i < job->n_artifacts; i++) {
		const struct job_artifact *artifact = &job->artifacts[i];
		struct buf text = BUF_INIT;

		buf_printf(&text, "wrote %s (%s%s", artifact->shown, artifact->facts,
			   *artifact->facts ? ", " : "");
		put_size(&text, artifact->sink.n_bytes);
		buf_put_text(&text, ")");
		if (!artifact->is_stream)
			run_tell(run, buf_text(&text));
		buf_release(&text);
	}
}

/* With "all", a plugin that was refused is a warning: the user did not ask for it by name. */
static void report_job(struct run *run, const struct settle *settle, const struct job *job)
{
	if (job->order.file->warning)
		diag_say(&run->diag, MR_WARNING, job->order.file->name,
			 "the plugin is used, but %s", job->order.file->warning);
	for (size_t i = 0; i < job->diag.n; i++) {
		struct diag_message message = job->diag.messages[i];

		if (settle->is_all && !job->has_info && message.severity == MR_ERROR)
			message.severity = MR_WARNING;
		diag_add(&run->diag, &message);
	}
	run->diag.n_left_out += job->diag.n_left_out;
	if (job->diag.out_of_memory)
		diag_no_memory(&run->diag);
	if (run->cli.verbose && job->has_info)
		diag_say(&run->diag, MR_NOTE, job->order.file->name,
			 "version %s from %s, plugin ABI %d.%u, %lld.%03lld s", job->info.version,
			 job->order.file->path, MR_ABI_MAJOR, job->info.abi_minor,
			 (long long)job->ms_used / 1000, (long long)job->ms_used % 1000);
	run_say(run);
	if (job->is_visible)
		report_artifacts(run, job);
}

static void clear_progress(struct settle *settle)
{
	static const char erase[] = "\r\033[K";

	if (settle->has_progress && write(STDERR_FILENO, erase, sizeof(erase) - 1) < 0)
		return;
	settle->has_progress = false;
}

int settle_report(struct run *run, struct settle *settle, int status)
{
	const struct job_group *group = settle->group;

	clear_progress(settle);
	for (size_t i = 0; i < group->n; i++) {
		report_job(run, settle, &group->jobs[i]);
		if (group->jobs[i].state == JOB_FAILED && status == RUN_DONE)
			status = RUN_FAILED;
	}
	return group->signal && status == RUN_DONE ? RUN_FAILED : status;
}

/* One line, "pdf 40%  png 12%", only for what takes longer than a blink. */
void settle_watch(void *context, const struct job_group *group)
{
	struct settle *settle = context;
	struct buf line = BUF_INIT;

	if (!settle->wants_progress)
		return;
	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];

		if (job->state == JOB_RENDERING && process_now() - job->since > 500)
			buf_printf(&line, "  %s %u%%", job->order.file->name, job->progress);
	}
	if (line.n > 0) {
		struct buf whole = BUF_INIT;

		buf_printf(&whole, "\r\033[K%s", buf_text(&line) + 2);
		settle->has_progress = write(STDERR_FILENO, buf_text(&whole), whole.n) > 0;
		buf_release(&whole);
	} else {
		clear_progress(settle);
	}
	buf_release(&line);
}
