/* SPDX-License-Identifier: MIT */
#include "trial/trial_render.h"

#include <string.h>

#include "base/utf8.h"
#include "run/asked.h"
#include "run/order.h"
#include "run/render.h"

/* ---- what the host hands out, and takes in */

/* All of it collects in memory; what must fail has no more room than it was given there. */
static int open_artifact(void *context, struct job *job, struct job_artifact *artifact)
{
	const struct trial_order *order = context;

	(void)job;
	artifact->shown = "the artifact";
	sink_open_memory(&artifact->sink);
	if (order->room > 0)
		buf_init(&artifact->sink.memory, order->room);
	return 0;
}

static int on_block(void *context, struct job *job, const struct mr_block *block)
{
	(void)context;
	(void)job;
	(void)block;
	return 0;
}

static int on_grid(void *context, struct job *job, const struct mr_grid *grid)
{
	(void)context;
	(void)job;
	(void)grid;
	return 0;
}

static int on_cell(void *context, struct job *job, const struct mr_grid_cell *cell)
{
	(void)context;
	(void)job;
	(void)cell;
	return 0;
}

/* What it has against a file it says in its own words, which is all that is asked of it. */
static int on_remark(void *context, struct job *job, const struct found_remark *remark)
{
	(void)context;
	diag_say(&job->diag, remark->severity, NULL, "%s", remark->text);
	return 0;
}

static void put_beside(const void *context, const char *part, const char *suffix, struct buf *out)
{
	(void)context;
	buf_printf(out, *part ? "trial-%s.%s" : "trial%s.%s", part, suffix);
}

/* ---- what came of it */

static bool contains(const struct buf *bytes, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i + n <= bytes->n; i++)
		if (memcmp(bytes->at + i, word, n) == 0)
			return true;
	return false;
}

static bool is_text(const struct buf *bytes)
{
	return bytes->n == 0 ||
	       (utf8_is_valid(bytes->at, bytes->n) && !memchr(bytes->at, '\0', bytes->n));
}

static void take_artifacts(const struct job *job, struct trial_outcome *out)
{
	out->has_mark = job->n_artifacts > 0;
	out->is_text = true;
	out->n_artifacts = job->n_artifacts;
	for (uint32_t i = 0; i < job->n_artifacts && job->is_visible; i++) {
		const struct job_artifact *artifact = &job->artifacts[i];
		const struct buf *bytes = &artifact->sink.memory;

		out->has_mark &= *artifact->suffix || contains(bytes, "meshreport ");
		out->is_text &= *artifact->suffix || is_text(bytes);
		out->n_bytes += bytes->n;
		buf_put(&out->bytes, artifact->part, strlen(artifact->part) + 1);
		buf_put(&out->bytes, bytes->at, bytes->n);
	}
}

static void take_messages(const struct job *job, struct trial_outcome *out)
{
	static const char printed[] = "printed: ";

	for (size_t i = 0; i < job->diag.n; i++) {
		const struct diag_message *message = &job->diag.messages[i];

		if (strncmp(message->text, printed, sizeof(printed) - 1) == 0 && out->noise.n == 0)
			buf_put_text(&out->noise, message->text + sizeof(printed) - 1);
		if (message->severity < MR_ERROR)
			continue;
		/* "the plugin crashed while ...": the host speaks of it so, and no plugin of itself */
		if (strncmp(message->text, "the plugin ", 11) == 0 || message->is_verdict)
			out->is_broken = true;
		if (strncmp(message->text, "out of memory", 13) == 0)
			out->had_no_memory = true;
		if (out->errors.n == 0)
			buf_put_text(&out->errors, message->text);
	}
}

/* A signal that ends the program does so in here: nobody holds it back beyond the group's own work. */
static void finish(struct group *group, struct trial_outcome *out)
{
	struct job *job = &group->jobs[0];

	group_probe(group);
	if (!diag_has_errors(&job->diag))
		group_render(group);
	take_artifacts(job, out);
	take_messages(job, out);
	out->is_done = job->state == JOB_DONE;
	out->ms = job->ms_used;
}

/* Of no dataset that there is, the same each time. */
static const struct child_stamp trial_stamp = {
	.sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
	.since = "",
	.epoch = "",
	.verb = "",
	.compared = "",
	.selected = " trial.yaml"};

static int render(struct run *run, const struct trial_order *order, struct trial_outcome *out)
{
	const struct canon canon = {.matrix = order->input->matrix, .comments = NULL};
	struct trial_order place = *order;
	struct asked asked = {.run = run};
	struct child_order *job;
	struct group group;

	if (run_group(run, &order->file, 1, CHILD_RENDER, &group) != 0)
		return RUN_FAILED;
	job = &group.jobs[0].order;
	job->matrix = matrix_view(order->input->matrix);
	job->canonical = order_put_canonical;
	job->canon = &canon;
	job->beside = put_beside;
	job->stamp = &trial_stamp;
	asked.order = job;
	job->answer = asked_answer;
	job->answerer = &asked;
	job->clock = 1572998400; /* a day like any other: the same bytes need the same clock */
	job->options = order->option ? &order->option : NULL;
	job->n_options = order->option ? 1 : 0;
	job->files = option_files_read(&run->arena, job->options, job->n_options);
	job->is_named = true;
	if (order->memory > 0)
		job->memory_max = order->memory;
	if (order->ms > 0 && (group.timeout_ms == 0 || order->ms < group.timeout_ms))
		group.timeout_ms = order->ms;
	group.host = (struct job_host){.open = open_artifact, .context = &place};
	finish(&group, out);
	group_release(&group);
	return RUN_DONE;
}

void trial_render(struct run *run, const struct trial_order *order, struct trial_outcome *out)
{
	*out = (struct trial_outcome){.is_done = false};
	if (render(run, order, out) != RUN_DONE)
		buf_put_text(&out->errors, "the trial could not be run");
}

int trial_render_read(struct run *run, const struct plugin_file *file, const char *bytes, size_t n,
		      struct trial_outcome *out)
{
	static const struct job_reading taking = {on_block, on_grid, on_cell, on_remark};
	struct group group;

	*out = (struct trial_outcome){.is_done = false};
	if (run_group(run, &file, 1, CHILD_READ, &group) != 0)
		return RUN_FAILED;
	group.jobs[0].order.source = (struct mr_bytes){bytes, n};
	group.jobs[0].order.source_name = "trial";
	group.jobs[0].order.encoding = "";
	group.jobs[0].order.text_max = run->args.limits.scalar;
	group.host = (struct job_host){.reading = &taking};
	finish(&group, out);
	group_release(&group);
	return RUN_DONE;
}

/* A task whose only artifact is looked at by nobody but its sink. */
static int run_task(struct run *run, const struct plugin_file *file, enum child_task task,
		    struct mr_bytes source, struct trial_outcome *out)
{
	struct trial_order place = {.file = file};
	struct group group;

	*out = (struct trial_outcome){.is_done = false};
	if (run_group(run, &file, 1, task, &group) != 0)
		return RUN_FAILED;
	group.jobs[0].order.source = source;
	group.jobs[0].order.is_named = true;
	group.host = (struct job_host){.open = open_artifact, .context = &place};
	finish(&group, out);
	group_release(&group);
	return RUN_DONE;
}

int trial_render_decode(struct run *run, const struct plugin_file *file, const char *bytes,
			size_t n, struct trial_outcome *out)
{
	return run_task(run, file, CHILD_DECODE, (struct mr_bytes){bytes, n}, out);
}

int trial_render_template(struct run *run, const struct plugin_file *file,
			  struct trial_outcome *out)
{
	return run_task(run, file, CHILD_TEMPLATE, (struct mr_bytes){"", 0}, out);
}

void trial_render_release(struct trial_outcome *outcome)
{
	buf_release(&outcome->bytes);
	buf_release(&outcome->errors);
	buf_release(&outcome->noise);
}
