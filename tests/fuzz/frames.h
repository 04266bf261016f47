/* SPDX-License-Identifier: MIT */
/*
 * frames - a parent for targets that speak to it: a job, and behind it the model of a file that a reading
 * child fills.  What it was told is printed at last, since that is what a hostile child could disturb.
 */
#ifndef FUZZ_FRAMES_H
#define FUZZ_FRAMES_H

#include "base/utf8.h"
#include "host/job.h"
#include "read/grid.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct frames {
	struct job job;
	struct job_host host;
	struct plugin_file file;
	struct grid_file grids;
};

#define prove(holds) ((holds) ? (void)0 : prove_failed(__FILE__, __LINE__, #holds))
static _Noreturn void prove_failed(const char *file, int line, const char *words)
{
	fprintf(stderr, "\n%s:%d: not so: %s\n", file, line, words);
	abort();
}

static int frames_open(void *context, struct job *job, struct job_artifact *artifact)
{
	(void)context;
	(void)job;
	artifact->shown = "memory";
	return sink_open_memory(&artifact->sink);
}

static int frames_judge(struct frames *frames, int status)
{
	if (status != 0)
		job_error(&frames->job, "%s", frames->grids.why);
	return status;
}

static int frames_block(void *context, struct job *job, const struct mr_block *block)
{
	struct frames *frames = context;

	(void)job;
	return frames_judge(frames, grid_block(&frames->grids, block));
}

static int frames_grid(void *context, struct job *job, const struct mr_grid *grid)
{
	struct frames *frames = context;

	(void)job;
	return frames_judge(frames, grid_begin(&frames->grids, grid));
}

static int frames_cell(void *context, struct job *job, const struct mr_grid_cell *cell)
{
	struct frames *frames = context;

	(void)job;
	return frames_judge(frames, grid_cell(&frames->grids, cell));
}

static int frames_remark(void *context, struct job *job, const struct found_remark *remark)
{
	struct frames *frames = context;
	struct place place = grid_place(&frames->grids, &remark->place);
	const struct diag_message message = {
		.severity = remark->severity, .file = "file", .place = place, .text = remark->text};

	diag_add(&job->diag, &message);
	return 0;
}

/* Before its child has said anything. */
static void frames_init(struct frames *frames, enum child_task task, bool wants_sniff)
{
	static const struct job_reading reading = {.block = frames_block,
						   .grid = frames_grid,
						   .cell = frames_cell,
						   .remark = frames_remark};

	*frames = (struct frames){.file = {.name = "fuzzed", .path = "fuzzed.so", .folder = "."}};
	job_init(&frames->job);
	frames->job.state = JOB_PROBING;
	frames->job.order = (struct child_order){
		.task = task, .file = &frames->file, .wants_sniff = wants_sniff};
	frames->host = (struct job_host){.open = frames_open,
					 .reading = task == CHILD_READ ? &reading : NULL,
					 .context = frames};
	grid_init(&frames->grids, NULL);
}

static void frames_prove_text(const char *text, size_t n)
{
	size_t length;

	for (size_t at = 0; at < n; at += length) {
		uint32_t c = utf8_decode(text + at, n - at, &length);

		prove(c != UTF8_INVALID && (c == '\n' || c >= 0x20) && c != 0x7f);
	}
}

/* Each severity has a budget of its own; how something ended is kept beyond it (diag.h). */
static void frames_prove_budget(const struct diag *diag)
{
	size_t n[DIAG_SEVERITIES] = {0}, n_verdicts = 0;

	for (size_t i = 0; i < diag->n; i++) {
		n_verdicts += diag->messages[i].is_verdict;
		n[diag->messages[i].severity] += !diag->messages[i].is_verdict;
	}
	for (int severity = MR_NOTE; severity <= MR_ERROR; severity++)
		prove(n[severity] <= DIAG_MAX);
	prove(n_verdicts <= 1);
}

/* Whatever was sent: what would be shown is printable, and a name of a file could not lead elsewhere. */
static void frames_prove(struct frames *frames)
{
	const struct job *job = &frames->job;
	struct buf out = BUF_INIT;

	prove(job->progress <= 100 && job->certainty <= FOUND_SNIFF_MAX);
	prove(job->n_artifacts <= MESSAGE_ARTIFACTS_MAX);
	frames_prove_budget(&job->diag);
	for (uint32_t i = 0; i < job->n_artifacts; i++) {
		prove(!strchr(job->artifacts[i].part, '/') && job->artifacts[i].part[0] != '.');
		frames_prove_text(job->artifacts[i].facts, strlen(job->artifacts[i].facts));
	}
	diag_print(&job->diag, &out, false, false);
	frames_prove_text(buf_text(&out), out.n);
	buf_release(&out);
}

static void frames_release(struct frames *frames)
{
	grid_release(&frames->grids);
	job_release(&frames->job);
}

#endif
