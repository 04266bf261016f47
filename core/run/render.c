/* SPDX-License-Identifier: MIT */
#include "run/render.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "base/signals.h"
#include "out/memo.h"
#include "out/target.h"
#include "run/agree.h"
#include "run/choose.h"
#include "run/defaults.h"
#include "run/input.h"
#include "run/order.h"
#include "run/past.h"
#include "run/report.h"
#include "run/source.h"
#include "view/matrix.h"

/* ---- the jobs of a run */

/* What the jobs of a rendering run ask for: struct job_host. */
struct surroundings {
	const struct group *group;
	struct target *target;
	const struct input *input;
};

static int open_artifact(void *context, struct job *job, struct job_artifact *artifact)
{
	struct surroundings *around = context;
	size_t index = (size_t)(job - around->group->jobs);
	const char *path = *artifact->suffix ? target_path_beside(around->target, artifact->part,
								  artifact->suffix)
					     : target_path(around->target, index, artifact->part);

	if (!path) {
		diag_no_memory(&job->diag);
		return -1;
	}
	artifact->shown = *path ? path : "standard output";
	artifact->is_stream = *path == '\0';
	if (!*path && job->n_artifacts > 1) {
		job_error(job, "it writes several files; give -o a folder");
		return -1;
	}
	if (target_check(around->target, index, path, &job->diag) != 0)
		return -1;
	if ((*path ? sink_open_path(&artifact->sink, path)
		   : sink_open_stream(&artifact->sink, STDOUT_FILENO)) == 0)
		return 0;
	job_error(job, "cannot write %s: %s", path, strerror(artifact->sink.error));
	return -1;
}

static bool locate(void *context, const struct mr_where *where, struct diag_message *message,
		   struct buf *path)
{
	struct surroundings *around = context;
	const struct matrix *matrix = around->input->matrix;
	char name[200];

	message->place = matrix_place(matrix, where);
	if (message->place.line == 0)
		return false;
	matrix_describe(matrix, where, name, sizeof(name));
	buf_put_text(path, name);
	message->file = around->input->shown;
	message->place_name = dataset_place_name(&around->input->set, message->place);
	return true;
}

/* What the run reads: never written, whatever the output is called. */
static void protect_inputs(const struct run *run, const struct input *input, struct target *target)
{
	const char *path = source_path(run);
	struct buf logo = BUF_INIT;

	target_protect(target, strcmp(path, "-") == 0 ? "/dev/stdin" : path, "the dataset");
	if (run->args.since)
		target_protect(target,
			       strcmp(run->args.since, "-") == 0 ? "/dev/stdin" : run->args.since,
			       "the older edition");
	for (uint32_t i = 0; i < input->set.n_products; i++) {
		if (!*input->set.products[i].logo_path)
			continue;
		buf_clear(&logo);
		buf_put(&logo, path, path_folder(path));
		buf_put_text(&logo, input->set.products[i].logo_path);
		target_protect(target, buf_text(&logo), "a logo of the dataset");
	}
	buf_release(&logo);
}

/* Files whose format has no place for our mark: a further run may replace them as they are. */
static void remember_unmarked(const struct run *run, const struct group *group)
{
	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];

		for (uint32_t j = 0; job->is_visible && j < job->n_artifacts; j++) {
			const struct job_artifact *artifact = &job->artifacts[j];

			if (!artifact->is_stream && ((job->info.capabilities & MR_CANNOT_MARK) ||
						     !sink_has_mark(artifact->shown)))
				memo_remember(run->home.state, artifact->shown);
		}
	}
}

static int render_group(struct run *run, struct report *report, struct group *group,
			struct target *target)
{
	int status = agree_templates(run, group, target);

	if (status != RUN_DONE)
		return status;
	group_probe(group);
	if (group->signal)
		return RUN_FAILED;
	status = agree_all(run, group, target);
	if (status == RUN_DONE)
		group_render(group);
	remember_unmarked(run, group);
	if (group->signal == SIGPIPE)
		run->signal = SIGPIPE;
	return report_jobs(run, report, group, status);
}

static int render_input(struct run *run, const struct choice *choice, struct input *input,
			const struct past *past)
{
	struct report report = {.is_all = choice->is_all,
				.wants_progress = !run->args.quiet && isatty(STDERR_FILENO) == 1};
	const struct mr_matrix *matrix = matrix_view(input->matrix);
	struct group group;
	struct target target;
	const struct canon canon = input_canon(run, input);
	struct surroundings around = {&group, &target, input};
	int status = RUN_USAGE;
	sigset_t before;

	if (run_group(run, choice->files, choice->n, CHILD_RENDER, &group) != 0)
		return RUN_FAILED;
	signals_hold(&before);
	if (target_init(&target, run->args.output, choice->n, &run->diag) == 0) {
		target.base = matrix->base_name;
		target.force = run->args.force;
		target.state = run->home.state;
		protect_inputs(run, input, &target);
		status = order_jobs(
			run, &group,
			&(struct order_of){.input = input,
					   .past = run->args.since ? past : NULL,
					   .canon = &canon,
					   .target = &target,
					   .is_screen = target_may_be_screen(&target, group.n)});
		group.host = (struct job_host){
			.open = open_artifact, .locate = locate, .context = &around};
		group.watch = report_watch;
		group.watcher = &report;
		if (status == RUN_DONE)
			status = render_group(run, &report, &group, &target);
	}
	group_release(&group);
	target_tidy(&target);
	target_release(&target);
	signals_give_back(&before);
	return status;
}

int render_documents(struct run *run)
{
	struct choice choice;
	struct input input;
	struct past past = PAST_INIT;
	int status = defaults_take(run);

	if (status == RUN_DONE)
		status = choose_formats(run, &choice);

	if (status != RUN_DONE)
		return status;
	status = input_load(run, &input);
	if (status == RUN_DONE)
		status = input_select(run, &input);
	if (status == RUN_DONE && run->args.since)
		status = past_compare(run, &input, &past);
	if (status == RUN_DONE) {
		run_say(run);
		status = render_input(run, &choice, &input, &past);
	}
	if (status == RUN_DONE && run->args.exit_code && past_has_changes(&input))
		status = RUN_FAILED;
	past_release(&past);
	input_release(&input);
	return status;
}
