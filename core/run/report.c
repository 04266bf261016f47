/* SPDX-License-Identifier: MIT */
#include "run/report.h"

#include <unistd.h>

#include "base/file.h"

/* "812 bytes", "12.3 kB", "4.0 MB": decimal units, as file managers show them. */
static void put_size(struct buf *out, unsigned long long n)
{
	static const char units[] = "kMGTPE"; /* no number of 64 bits has more */
	size_t unit = 0;

	if (n < 1000) {
		buf_printf(out, "%llu byte%s", n, n == 1 ? "" : "s");
		return;
	}
	while (n >= 999950) {
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
		if (!artifact->is_stream && !text.failed)
			run_tell(run, buf_text(&text));
		buf_release(&text);
	}
}

static void report_job(struct run *run, const struct report *report, struct job *job)
{
	if (job->order.file->warning)
		diag_say(&run->diag, MR_WARNING, job->order.file->name,
			 "the plugin is used, but %s", job->order.file->warning);
	diag_move(&run->diag, &job->diag, report->is_all && !job->has_info ? MR_WARNING : MR_ERROR);
	if (run->args.verbose && job->has_info)
		diag_say(&run->diag, MR_NOTE, job->order.file->name,
			 "version %s from %s, plugin ABI %d.%u, %lld.%03lld s", job->info.version,
			 job->order.file->path, MR_ABI_MAJOR, job->info.abi_minor,
			 (long long)job->ms_used / 1000, (long long)job->ms_used % 1000);
	run_say(run);
	if (job->is_visible)
		report_artifacts(run, job);
}

bool report_failed(struct run *run, struct group *group, enum mr_severity gravest)
{
	bool has_failed = false;

	for (size_t i = 0; i < group->n; i++) {
		diag_move(&run->diag, &group->jobs[i].diag, gravest);
		has_failed |= group->jobs[i].state == JOB_FAILED;
	}
	return has_failed;
}

static void clear_progress(struct report *report)
{
	static const char erase[] = "\r\033[K";

	if (report->has_progress && file_write_all(STDERR_FILENO, erase, sizeof(erase) - 1) != 0)
		return;
	report->has_progress = false;
}

int report_jobs(struct run *run, struct report *report, struct group *group, int status)
{
	clear_progress(report);
	for (size_t i = 0; i < group->n; i++) {
		report_job(run, report, &group->jobs[i]);
		if (group->jobs[i].state == JOB_FAILED && status == RUN_DONE)
			status = RUN_FAILED;
	}
	return group->signal ? RUN_FAILED : status;
}

/* One line, "pdf 40%  png 12%", only for what takes longer than a blink. */
void report_watch(void *context, const struct group *group)
{
	struct report *report = context;
	struct buf line = BUF_INIT;

	if (!report->wants_progress)
		return;
	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];

		if (job->state == JOB_RENDERING && process_now() - job->since > 500)
			buf_printf(&line, "  %s %u%%", job->order.file->name, job->progress);
	}
	if (line.n > 0) {
		struct buf whole = BUF_INIT;

		buf_printf(&whole, "\r\033[K%s", buf_text(&line) + 2);
		report->has_progress =
			file_write_all(STDERR_FILENO, buf_text(&whole), whole.n) == 0;
		buf_release(&whole);
	} else {
		clear_progress(report);
	}
	buf_release(&line);
}
