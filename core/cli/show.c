/* SPDX-License-Identifier: MIT */
/*
 * show - the verbs that look at plugins without rendering: lists, help, templates.
 */
#include "cli/run.h"

#include <signal.h>
#include <string.h>

#include "cli/choose.h"
#include "host/options.h"
#include "base/utf8.h"

/* Messages of jobs that failed, as `severity`; true when there was one. */
static bool report_failed(struct run *run, const struct job_group *group, enum mr_severity severity)
{
	bool has_failed = false;

	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];

		for (size_t j = 0; j < job->diag.n; j++) {
			struct diag_message message = job->diag.messages[j];

			if (message.severity == MR_ERROR)
				message.severity = severity;
			diag_add(&run->diag, &message);
		}
		has_failed |= job->state == JOB_FAILED;
	}
	return has_failed;
}

/* Widths of the list's columns. */
struct widths {
	int name, version, summary;
};

static int wider(int width, const char *text)
{
	int n = (int)utf8_length(text, strlen(text));

	return n > width ? n : width;
}

static struct widths measure(const struct job_group *group)
{
	struct widths widths = {0, 0, 0};

	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];

		if (job->state != JOB_DONE)
			continue;
		widths.name = wider(widths.name, job->order.file->name);
		widths.version = wider(widths.version, job->info.version);
		widths.summary = wider(widths.summary, job->info.summary);
	}
	return widths;
}

static void put_padded(struct buf *out, const char *text, int width)
{
	buf_printf(out, "%s%*s", text, width - wider(0, text) + 2, "");
}

static void put_formats(struct buf *out, const struct job_group *group)
{
	struct widths widths = measure(group);

	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];

		if (job->state != JOB_DONE)
			continue;
		put_padded(out, job->order.file->name, widths.name);
		put_padded(out, job->info.version, widths.version);
		put_padded(out, job->info.summary, widths.summary);
		buf_printf(out, "%s\n", job->order.file->path);
	}
}

int run_list_formats(struct run *run)
{
	int status = choose_scan(run);
	const struct plugin_file **files =
		arena_array(&run->arena, run->registry.n + 1, sizeof(const void *));
	struct buf text = BUF_INIT;
	struct job_group group;

	if (status != RUN_DONE || !files)
		return RUN_USAGE;
	for (size_t i = 0; i < run->registry.n; i++)
		files[i] = &run->registry.files[i];
	group = run_group(run, files, run->registry.n, CHILD_DESCRIBE);
	job_group_probe(&group);
	if (group.jobs)
		put_formats(&text, &group);
	report_failed(run, &group, MR_WARNING);
	status = run_print(run, &text);
	buf_release(&text);
	job_group_release(&group);
	return status;
}

/* ------------------------------------------------------------------ --help FORMAT */

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

static void put_format(struct buf *out, const struct job *job)
{
	const struct job_info *info = &job->info;
	const char *name = job->order.file->name;

	buf_printf(out, "%s %s: %s\n", name, info->version, info->summary);
	buf_printf(out, "\nwrites     .%s (%s)%s%s\n", info->extension, info->media_type,
		   info->capabilities & MR_CAN_DOCUMENT
			   ? "; a document: all of the selection is in it"
			   : "",
		   info->capabilities & MR_CAN_SEVERAL ? "; may write several files" : "");
	if (*info->template_name)
		buf_printf(out, "template   -t replaces it, --print-template %s prints it\n", name);
	buf_printf(out, "plugin     %s\n", job->order.file->path);
	if (info->table.n == 0)
		buf_put_text(out, "\nIt has no options.\n");
	else
		buf_printf(out, "\nOptions, given as -O KEY=VALUE or -O %s.KEY=VALUE:\n", name);
	for (uint32_t i = 0; i < info->table.n; i++)
		put_option(out, &info->table.options[i]);
}

int run_help(struct run *run)
{
	struct buf text = BUF_INIT;
	const struct plugin_file *file;
	struct job_group group;
	int status;

	if (!run->cli.about) {
		cli_help(&text);
		status = run_print(run, &text);
		buf_release(&text);
		return status;
	}
	status = choose_scan(run);
	file = status == RUN_DONE ? run_find_format(run, run->cli.about, strlen(run->cli.about))
				  : NULL;
	if (!file)
		return RUN_USAGE;
	group = run_group(run, &file, 1, CHILD_DESCRIBE);
	if (group.jobs && job_group_probe(&group) == 0)
		put_format(&text, &group.jobs[0]);
	status = report_failed(run, &group, MR_ERROR) ? RUN_FAILED : run_print(run, &text);
	buf_release(&text);
	job_group_release(&group);
	return status;
}

/* ------------------------------------------------------------------ --print-template */

static int open_memory(void *context, struct job *job, struct job_artifact *artifact)
{
	(void)context;
	(void)job;
	artifact->shown = "standard output";
	artifact->is_stream = true;
	return sink_open_stream(&artifact->sink, 1);
}

int run_print_template(struct run *run)
{
	int status = choose_scan(run);
	const struct plugin_file *file =
		status == RUN_DONE ? run_find_format(run, run->cli.about, strlen(run->cli.about))
				   : NULL;
	struct job_group group;

	if (!file)
		return RUN_USAGE;
	group = run_group(run, &file, 1, CHILD_TEMPLATE);
	group.host.open = open_memory;
	if (group.jobs && job_group_probe(&group) == 0 && !*group.jobs[0].info.template_name) {
		job_error(&group.jobs[0], "this format has no template");
		status = RUN_USAGE;
	} else if (group.jobs && job_group_render(&group) != 0) {
		status = RUN_FAILED;
	}
	report_failed(run, &group, MR_ERROR);
	if (group.signal == SIGPIPE)
		run->signal = SIGPIPE;
	job_group_release(&group);
	return status;
}
