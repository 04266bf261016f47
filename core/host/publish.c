/* SPDX-License-Identifier: MIT */
#include "host/publish.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>

#include "base/signals.h"
#include "host/group.h"

static bool is_file(const struct job_artifact *artifact)
{
	return artifact->sink.kind == SINK_FILE;
}

void publish_prepare(struct job *job)
{
	for (uint32_t i = 0; i < job->n_artifacts; i++)
		sink_prepare(&job->artifacts[i].sink);
}

bool publish_has_stream(const struct job *job)
{
	for (uint32_t i = 0; i < job->n_artifacts; i++)
		if (!is_file(&job->artifacts[i]))
			return true;
	return false;
}

/* Each step over all artifacts returns the first that fails, or null. */
static struct job_artifact *prepare(struct job *job)
{
	for (uint32_t i = 0; i < job->n_artifacts; i++)
		if (sink_prepare(&job->artifacts[i].sink) != 0)
			return &job->artifacts[i];
	return NULL;
}

static struct job_artifact *commit(struct job *job, bool files)
{
	for (uint32_t i = 0; i < job->n_artifacts; i++) {
		struct job_artifact *artifact = &job->artifacts[i];

		if (is_file(artifact) == files &&
		    sink_commit(&artifact->sink, job->n_artifacts > 1) != 0)
			return artifact;
	}
	return NULL;
}

static struct job_artifact *sync_folders(struct job *job)
{
	const struct sink *before = NULL;

	for (uint32_t i = 0; i < job->n_artifacts; i++) {
		struct job_artifact *artifact = &job->artifacts[i];

		if (sink_sync_folder(&artifact->sink, before) != 0)
			return artifact;
		before = &artifact->sink;
	}
	return NULL;
}

static void report(struct group *group, struct job *job, const struct job_artifact *artifact)
{
	int reason = artifact->sink.error, number = signals_arrived();

	if (reason == EINTR && number != 0)
		group->signal = number;
	else if (reason == EPIPE && artifact->is_stream && group->dies_of_pipe)
		group->signal = SIGPIPE;
	else if (reason == EPIPE)
		job_error(job, "%s was closed by its reader", artifact->shown);
	else
		job_error(job, "cannot write %s: %s", artifact->shown, strerror(reason));
}

static void undo(struct job *job)
{
	struct buf left = BUF_INIT;

	for (uint32_t i = 0; i < job->n_artifacts; i++) {
		buf_clear(&left);
		sink_undo(&job->artifacts[i].sink, &left);
		if (left.n > 0)
			job_error(job, "%s", buf_text(&left));
	}
	buf_release(&left);
}

void publish_job(struct group *group, struct job *job)
{
	const struct job_artifact *failed;

	if (job->n_artifacts == 0) {
		job_error(job, "the plugin wrote nothing: it opened no artifact");
		return;
	}
	failed = prepare(job);
	if (!failed)
		failed = commit(job, false);
	if (!failed)
		failed = commit(job, true);
	if (!failed)
		failed = sync_folders(job);
	job->is_visible = !failed;
	if (failed) {
		report(group, job, failed);
		undo(job);
	}
}
