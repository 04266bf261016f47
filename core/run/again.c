/* SPDX-License-Identifier: MIT */
#include "run/again.h"

#include "base/signals.h"
#include "run/agree.h"
#include "run/order.h"
#include "run/report.h"

int again_load(struct run *run, struct again *again)
{
	int status;

	search_release(&run->found); /* of a stamp before */
	status = choose_formats(run, &again->choice);

	if (status != RUN_DONE)
		return status;
	if (again->choice.n > 1) {
		diag_say(&run->diag, MR_ERROR, run->args.artifact,
			 "a document is of one format; say which with -f");
		return RUN_USAGE;
	}
	return input_load(run, &again->input);
}

static int open_memory(void *context, struct job *job, struct job_artifact *artifact)
{
	(void)context;
	(void)job;
	artifact->shown = "memory";
	return sink_open_memory(&artifact->sink);
}

static int render(struct run *run, struct again *again)
{
	struct group *group = &again->group;
	int status = agree_templates(run, group, &again->target);

	if (status != RUN_DONE)
		return status;
	group_probe(group);
	/* who started us may hold it back, and then it does not end the program */
	if (group->signal)
		return RUN_FAILED;
	status = agree_jobs(run, group, &again->target);
	if (status == RUN_DONE)
		group_render(group);
	/* what was said of the document was said when it was made */
	for (size_t i = 0; i < group->n; i++) {
		if (group->jobs[i].state == JOB_DONE) {
			diag_release(&group->jobs[i].diag);
			diag_init(&group->jobs[i].diag, DIAG_MAX);
		}
	}
	if (report_failed(run, group, MR_ERROR) && status == RUN_DONE)
		status = RUN_FAILED;
	return group->signal ? RUN_FAILED : status;
}

/* Nothing is written, and so nothing protected; files beside the document are called after the dataset, as they were. */
static int order(struct run *run, struct again *again)
{
	const struct order_of of = {.input = &again->input,
				    .past = run->args.since ? &again->past : NULL,
				    .canon = &again->canon,
				    .target = &again->target,
				    .has_no_mark = again->has_no_mark};

	again->canon = input_canon(run, &again->input);
	if (run_group(run, again->choice.files, again->choice.n, CHILD_RENDER, &again->group) != 0)
		return RUN_FAILED;
	target_init(&again->target, "-", again->group.n, &run->diag); /* which takes one format */
	again->target.base = matrix_view(again->input.matrix)->base_name;
	again->group.host.open = open_memory;
	return order_jobs(run, &again->group, &of);
}

int again_make(struct run *run, struct again *again)
{
	sigset_t before;
	int status = input_select(run, &again->input);

	if (status == RUN_DONE && run->args.since)
		status = past_compare(run, &again->input, &again->past);
	if (status == RUN_DONE)
		status = order(run, again);
	if (status != RUN_DONE)
		return status;
	signals_hold(&before);
	status = render(run, again);
	signals_give_back(&before);
	return status;
}

void again_release(struct again *again)
{
	group_release(&again->group);
	target_release(&again->target);
	past_release(&again->past);
	input_release(&again->input);
	*again = (struct again){.has_no_mark = false};
}
