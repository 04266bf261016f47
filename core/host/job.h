/* SPDX-License-Identifier: MIT */
/*
 * job - one format of a run, as the parent sees it: its order, its child, what that has said so far.
 *
 * job_feed() takes in what the child sends, trusts nothing of it, and moves the job on; when and how
 * long children run is group.h's.
 *
 * Messages are collected in each job's diag, never printed here, so their order is that of the jobs.
 */
#ifndef MESHREPORT_CORE_JOB_H
#define MESHREPORT_CORE_JOB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "child/broker.h"
#include "child/child.h"
#include "frames/found.h"
#include "frames/message.h"
#include "host/process.h"
#include "out/sink.h"

/* Files of one job that are open at once; the others are put to rest (sink_rest). */
enum { JOB_OPEN_MAX = 16 };

struct job_artifact {
	struct sink sink;
	const char *part;
	const char *suffix; /* its own, or "" for that of the format */
	const char *shown; /* the name in messages: a path, or "standard output" */
	bool is_stream; /* standard output */
	const char *facts; /* "4 pages", or "" */
};

enum job_state {
	JOB_NEW = 0,
	JOB_PROBING,
	JOB_READY, /* waits for group_render() */
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
	bool has_refused_value; /* it was ready, and had errors to tell of its options */
	struct message_hello info; /* vetted once more on this side; in the job's arena */
	struct job_artifact *artifacts;
	uint32_t n_artifacts, n_allocated;
	uint16_t open[JOB_OPEN_MAX]; /* those that were written to last, the latest first */
	size_t n_open;
	uint64_t n_written; /* bytes of all artifacts */
	uint32_t progress; /* hundredths */
	struct broker broker; /* answers its plugin's last question */
	unsigned certainty; /* what SNIFF said */
	bool is_visible; /* its artifacts were committed */
	int64_t ms_used; /* of its time, waiting for others not counted */

	/* The rest belongs to job.c and group.c. */
	struct process process;
	struct child *child; /* in this process, or null */
	int64_t since; /* when the running phase began */
	bool is_cut; /* it has closed its pipe and said no DONE */
	int64_t cut_at; /* when that was seen */
	struct wire_head head;
	size_t n_head; /* bytes of the head that have arrived */
	uint32_t n_left; /* bytes of the payload still to come */
	struct buf payload;
	struct buf noise;
	bool is_done; /* DONE has arrived */
	bool is_waiting; /* rendered well, to be made visible last */
	bool is_stopped; /* going on is pointless: an artifact cannot be written */
};

/*
 * Where what a reading child found goes, in the order of the file.  Each returns 0, or -1 after an error was
 * added to the job's diag: the reading ends there.
 */
struct job_reading {
	int (*block)(void *context, struct job *job, const struct mr_block *block);
	int (*grid)(void *context, struct job *job, const struct mr_grid *grid);
	int (*cell)(void *context, struct job *job, const struct mr_grid_cell *cell);
	/* What the reader says, errors included. */
	int (*remark)(void *context, struct job *job, const struct found_remark *remark);
};

/* What a job asks of those who know where things lie. */
struct job_host {
	/*
	 * Opens the sink of a new artifact (its part stands there already) and sets `shown`; -1 after an
	 * error was added to the job's diag.
	 */
	int (*open)(void *context, struct job *job, struct job_artifact *artifact);
	/*
	 * Sets file, place and path of a message about something of the matrix, the path's words in
	 * `path`; false where there is no such thing.  May be null.
	 */
	bool (*locate)(void *context, const struct mr_where *where, struct diag_message *message,
		       struct buf *path);
	const struct job_reading *reading; /* where jobs read, else null */
	void *context;
};

/* Works on a zeroed one; what is held is given back by job_release(), which ends the child as well. */
void job_init(struct job *job);
void job_release(struct job *job);

/* What a plugin or its libraries printed, as far as it has come. */
void job_read_noise(struct job *job);

/* Shows it line by line, as warnings: it may say why it crashed. */
void job_report_noise(struct job *job);

/* An error of the host's about this job, under the format's name. */
void job_error(struct job *job, const char *format, ...) MR_PRINTF(2, 3);

/* The same of a child that was refused memory, with its limit. */
void job_no_memory(struct job *job);

/* Takes in what the child has sent.  -1 when the child must be ended: it broke the protocol. */
int job_feed(struct job *job, const struct job_host *host, const char *bytes, size_t n);

/* Gives up what was written so far. */
void job_abandon(struct job *job);

#endif
