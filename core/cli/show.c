/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem() */
#include "cli/show.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "base/utf8.h"
#include "plugin/options.h"
#include "run/choose.h"
#include "run/report.h"
#include "run/survey.h"

/* Widths of the list's columns. */
struct widths {
	int name, version, does, summary;
};

static const char *does(const struct message_hello *info)
{
	static const char *const words[] = {
		"",        "writes",          "reads",          "reads, writes",
		"decodes", "writes, decodes", "reads, decodes", "reads, writes, decodes"};

	return words[(info->can_write ? 1 : 0) + (info->can_read ? 2 : 0) +
		     (info->can_decode ? 4 : 0)];
}

static int wider(int width, const char *text)
{
	int n = (int)utf8_length(text, strlen(text));

	return n > width ? n : width;
}

static struct widths measure(const struct group *group)
{
	struct widths widths = {0, 0, 0, 0};

	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];

		if (job->state != JOB_DONE)
			continue;
		widths.name = wider(widths.name, job->order.file->label);
		widths.version = wider(widths.version, job->info.version);
		widths.does = wider(widths.does, does(&job->info));
		widths.summary = wider(widths.summary, job->info.summary);
	}
	return widths;
}

static void put_padded(struct buf *out, const char *text, int width)
{
	buf_printf(out, "%s%*s", text, width - wider(0, text) + 2, "");
}

/* A line of its own, whatever a folder is called. */
static void put_path(struct buf *out, const char *path)
{
	diag_neutralise(out, path, strlen(path));
	buf_put_byte(out, '\n');
}

static void put_formats(struct buf *out, const struct group *group)
{
	struct widths widths = measure(group);

	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];

		if (job->state != JOB_DONE)
			continue;
		put_padded(out, job->order.file->label, widths.name);
		put_padded(out, job->info.version, widths.version);
		put_padded(out, does(&job->info), widths.does);
		put_padded(out, job->info.summary, widths.summary);
		put_path(out, job->order.file->path);
	}
}

int show_formats(struct run *run)
{
	int status = choose_scan(run);
	struct buf text = BUF_INIT;
	struct group group;

	if (status != RUN_DONE)
		return status;
	if (run->found.n == 0)
		choose_say_none(run, MR_WARNING);
	if (survey_all(run, &group) != 0)
		return RUN_FAILED;
	put_formats(&text, &group);
	report_failed(run, &group, MR_WARNING);
	/* A list that lacks some would not be the list. */
	status = run->diag.out_of_memory ? RUN_FAILED : run_print(run, &text);
	buf_release(&text);
	group_release(&group);
	return status;
}

/* ---- --help FORMAT */

static void put_option(struct buf *out, const struct mr_option *option)
{
	char takes[400];

	options_describe(option, takes, sizeof(takes));
	buf_printf(out, "\n  %s", option->name);
	if (*takes)
		buf_printf(out, " (%s)", takes);
	if (option->initial)
		buf_printf(out, ", default %s", *option->initial ? option->initial : "empty");
	buf_printf(out, "\n      %s\n", option->help);
}

static void put_table(struct buf *out, const struct option_table *table, const char *what,
		      char letter, const char *name)
{
	if (table->n > 0)
		buf_printf(out, "\n%s, given as -%c KEY=VALUE or -%c %s.KEY=VALUE:\n", what, letter,
			   letter, name);
	for (uint32_t i = 0; i < table->n; i++)
		put_option(out, &table->options[i]);
}

/* "md|markdown" is ".md, .markdown". */
static void put_suffixes(struct buf *out, const char *suffixes)
{
	buf_put_text(out, "reads      ");
	for (const char *at = suffixes; *at; at++) {
		if (at == suffixes)
			buf_put_byte(out, '.');
		if (*at == '|')
			buf_put_text(out, ", .");
		else
			buf_put_byte(out, *at);
	}
	buf_put_text(out, *suffixes ? "\n" : "files named with --from\n");
}

static void put_about(struct buf *out, const char *what, const char *text)
{
	if (*text)
		buf_printf(out, "%-10s %s\n", what, text);
}

/* ".htm, .xhtml": by which -o means the format as well. */
static void put_aliases(struct buf *out, const char *suffixes)
{
	buf_put_text(out, "           by -o also .");
	for (const char *at = suffixes; *at; at++)
		buf_put_text(out, *at == '|' ? ", ." : (char[]){*at, '\0'});
	buf_put_byte(out, '\n');
}

/* "-O paper=a3 # on large paper" as a command to type. */
static void put_examples(struct buf *out, const char *name, const char *examples)
{
	if (*examples)
		buf_put_text(out, "\nExamples:\n");
	for (const char *at = examples; *at;) {
		size_t n = strcspn(at, "\n");
		const char *about = memmem(at, n, " # ", 3);
		size_t n_command = about ? (size_t)(about - at) : n;

		if (about)
			buf_printf(out, "\n  %.*s\n    ", (int)(n - n_command - 3), about + 3);
		else
			buf_put_text(out, "\n    ");
		buf_printf(out, "meshreport -f %s %.*s\n", name, (int)n_command, at);
		at += n + (at[n] == '\n');
	}
}

static void put_format(struct buf *out, const struct job *job)
{
	const struct message_hello *info = &job->info;
	const char *name = job->order.file->name;

	buf_printf(out, "%s %s: %s\n", name, info->version, info->summary);
	buf_put_byte(out, '\n');
	if (info->can_read)
		put_suffixes(out, info->suffixes);
	if (info->can_write)
		buf_printf(out, "writes     .%s (%s)%s%s\n", info->extension, info->media_type,
			   info->capabilities & MR_CAN_DOCUMENT
				   ? "; a document: all of the selection is in it"
				   : "",
			   info->capabilities & MR_CAN_SEVERAL ? "; may write several files" : "");
	if (info->can_decode)
		buf_put_text(out,
			     "decodes    logos of its kind, for formats that ask for pixels\n");
	if (*info->aliases)
		put_aliases(out, info->aliases);
	if (*info->template_name)
		buf_printf(out, "template   -t replaces it, --print-template %s prints it\n", name);
	put_about(out, "author", info->author);
	put_about(out, "licence", info->license);
	put_about(out, "home page", info->homepage);
	buf_put_text(out, "plugin     ");
	put_path(out, job->order.file->path);
	if (info->table.n == 0 && info->read_table.n == 0)
		buf_put_text(out, "\nIt has no options.\n");
	put_table(out, &info->table, "Options", 'O', name);
	put_table(out, &info->read_table, "Options of reading", 'R', name);
	put_examples(out, name, info->examples);
}

/* The format that --help or --print-template is about, or null after an error. */
static const struct plugin_file *find_asked(struct run *run)
{
	if (choose_scan(run) != RUN_DONE)
		return NULL;
	if (run->found.n == 0) {
		choose_say_none(run, MR_ERROR);
		return NULL;
	}
	return run_find_format(run, run->args.about, strlen(run->args.about));
}

static int show_format(struct run *run)
{
	const struct plugin_file *file = find_asked(run);
	struct buf text = BUF_INIT;
	struct group group;
	int status = RUN_FAILED;

	if (!file)
		return run->found.is_unsure ? RUN_FAILED : RUN_USAGE;
	if (run_group(run, &file, 1, CHILD_DESCRIBE, &group) != 0)
		return RUN_FAILED;
	if (group_probe(&group) == 0)
		put_format(&text, &group.jobs[0]);
	if (!report_failed(run, &group, MR_ERROR))
		status = run_print(run, &text);
	buf_release(&text);
	group_release(&group);
	return status;
}

int show_help(struct run *run)
{
	struct buf text = BUF_INIT;
	int status;

	if (run->args.about)
		return show_format(run);
	args_help(&text);
	status = run_print(run, &text);
	buf_release(&text);
	return status;
}

int show_version(struct run *run)
{
	struct buf text = BUF_INIT;
	int status;

	buf_printf(&text, "meshreport %s (plugin ABI %d.%d)\n", MESHREPORT_VERSION, MR_ABI_MAJOR,
		   MR_ABI_MINOR);
	status = run_print(run, &text);
	buf_release(&text);
	return status;
}

/* ---- --print-style */

int show_style(struct run *run)
{
	const char *path = path_join(&run->arena, run->home.templates, "style/begin.yaml");
	struct mr_bytes bytes;
	struct buf text = BUF_INIT;
	int status;

	if (!path || file_read(path, &run->arena, &bytes) != 0) {
		diag_say(&run->diag, MR_ERROR, path, "cannot read the style: %s", strerror(errno));
		return RUN_FAILED;
	}
	buf_put(&text, bytes.at, bytes.n);
	status = run_print(run, &text);
	buf_release(&text);
	return status;
}

/* ---- --print-template */

static int open_stream(void *context, struct job *job, struct job_artifact *artifact)
{
	(void)context;
	(void)job;
	artifact->shown = "standard output";
	artifact->is_stream = true;
	return sink_open_stream(&artifact->sink, STDOUT_FILENO);
}

int show_template(struct run *run)
{
	const struct plugin_file *file = find_asked(run);
	int status = RUN_DONE;
	struct group group;

	if (!file)
		return run->found.is_unsure ? RUN_FAILED : RUN_USAGE;
	if (run_group(run, &file, 1, CHILD_TEMPLATE, &group) != 0)
		return RUN_FAILED;
	group.host.open = open_stream;
	if (group_probe(&group) == 0 && !*group.jobs[0].info.template_name) {
		job_error(&group.jobs[0], "this format has no template");
		status = RUN_USAGE;
	} else if (group_render(&group) != 0) {
		status = RUN_FAILED;
	}
	report_failed(run, &group, MR_ERROR);
	if (group.signal == SIGPIPE)
		run->signal = SIGPIPE;
	group_release(&group);
	return status;
}
