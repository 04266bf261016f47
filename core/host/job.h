/* SPDX-License-Identifier: MIT */
/*
 * job - the formats of one run: a child process each, side by side, at most one a processor.
 *
 *   job_group_probe()    starts the children; each opens its plugin, says what it is and what it
 *                        makes of every -O, and waits. Nothing was written when this returns.
 *   job_group_render()   lets those that wait go on. Their bytes go to sinks; a job that ends well
 *                        makes its artifacts visible, all or none.
 *
 * What a child sends is trusted in nothing (wire.h).  A child that crashes, exits, breaks the
 * protocol or takes longer than the timeout is killed with all it started; its job fails with one
 * message, and the others go on.
 *
 * Messages are collected in each job's diag, never printed here, so their order is that of the jobs.
 *
 * What is written through (a pipe, standard output) is written last, when all children have ended:
 * it may take as long as its reader likes, and can then be interrupted.
 *
 * Signals.  What would end the program is held back (signals.h); when it comes all children and
 * temporary files are removed, and the group's `signal` says which it was.  ^Z stops the children, too;
 * a time in which this process stood still does not count towards the timeout.
 */
#ifndef MESHREPORT_CORE_JOB_H
#define MESHREPORT_CORE_JOB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "host/child.h"
#include "base/diag.h"
#include "host/process.h"
#include "out/sink.h"
#include "host/wire.h"

struct job_group;
struct matrix;

/* What a plugin said about itself, vetted once more on this side. */
struct job_info {
	const char *summary;
	const char *version;
	const char *extension;
	const char *media_type;
	const char *template_name; /* "" without one */
	uint32_t capabilities;
	uint32_t abi_minor;
	struct option_table table;
};

struct job_verdict {
	enum child_verdict verdict;
	const char *words;
};

struct job_artifact {
	struct sink sink;
	const char *part;
	const char *shown; /* the name in messages: a path, or "standard output" */
	bool is_stream; /* standard output */
	const char *facts; /* "4 pages", or "" */
};

enum job_state {
	JOB_NEW = 0,
	JOB_PROBING,
	JOB_READY, /* waits for job_group_render() */
	JOB_RENDERING,
	JOB_DONE,
	JOB_FAILED
};

struct job {
	struct child_order order;
	enum job_state state;
	struct diag diag;
	struct arena arena;
	const char *template_path; /* of order.template_bytes, or null */
	bool has_own_template; /* -t named this format */
	bool has_info;
	struct job_info info;
	struct job_verdict *verdicts; /* one for each -O, all CHILD_OPTION_FOREIGN at first */
	struct job_artifact *artifacts;
	uint32_t n_artifacts, n_allocated;
	uint32_t progress; /* hundredths */
	bool is_visible; /* its artifacts were committed */
	int64_t ms_used; /* of its time, waiting for others not counted */

	/* The rest belongs to job.c and frames.c. */
	struct process process;
	int64_t since; /* when the running phase began */
	struct wire_head head;
	size_t n_head; /* bytes of the head that have arrived */
	uint32_t n_left; /* bytes of the payload still to come */
	struct buf payload;
	struct buf noise;
	bool is_done; /* DONE has arrived */
	bool is_waiting; /* rendered well, to be made visible last */
	bool is_stopped; /* going on is pointless: an artifact cannot be written */
};

/* What the group asks its maker to do. */
struct job_host {
	/*
	 * Opens the sink of a new artifact (its part stands there already) and sets `shown`; -1 after an
	 * error was added to the job's diag.
	 */
	int (*open)(void *context, struct job *job, struct job_artifact *artifact);
	/* Called now and then while children run, at least ten times a second; may be null. */
	void (*watch)(void *context, const struct job_group *group);
	void *context;
};

struct job_group {
	struct job *jobs;
	size_t n;
	size_t parallel; /* how many run at once */
	int64_t timeout_ms; /* for each job; 0: none */
	const struct matrix *matrix; /* for the places of messages; may be null */
	const char *dataset_path;
	struct job_host host;
	bool dies_of_pipe; /* a standard output that its reader closes ends it all in silence */
	int signal; /* the one that ended it all (SIGPIPE: its reader did), or 0 */
};

/* Both return 0 when no job failed and no signal came. */
int job_group_probe(struct job_group *group);
int job_group_render(struct job_group *group);

/* `n` zeroed jobs, or null; and everything they hold, children included. */
struct job *jobs_new(size_t n);
void job_group_release(struct job_group *group);

/* An error of the host's about this job, under the format's name. */
void job_error(struct job *job, const char *format, ...) MR_PRINTF(2, 3);

/* frames.c: takes in what the child has sent.  -1 when the child must be ended: it broke the protocol. */
int job_feed(struct job_group *group, struct job *job, const char *bytes, size_t n);

#endif
