/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* sched_getaffinity() */
#include "host/group.h"

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/signals.h"
#include "confine/kin.h"
#include "host/publish.h"

enum {
	READ_BYTES = 256 * 1024,
	TICK_MS = SIGNALS_TICK_MS, /* how often silent deaths are looked for, too */
	GRACE_MS = 2000, /* for a child that has closed its pipe to end by itself */
	GRACE_TICK_MS = 5 /* how often it is looked whether it has */
};

/* Those that the process is bound to, where it is bound to some. */
static size_t usable_processors(void)
{
	cpu_set_t allowed;
	long online;

	CPU_ZERO(&allowed);
	if (sched_getaffinity(0, sizeof(allowed), &allowed) == 0)
		return (size_t)CPU_COUNT(&allowed);
	online = sysconf(_SC_NPROCESSORS_ONLN);
	return online > 0 ? (size_t)online : 1;
}

int group_init(struct group *group, size_t n)
{
	*group = (struct group){.jobs = mem_array(n > 0 ? n : 1, sizeof(*group->jobs)),
				.parallel = usable_processors(),
				.adopts = kin_adopt()};
	if (!group->jobs)
		return -1;
	for (size_t i = 0; i < n; i++)
		job_init(&group->jobs[i]);
	group->n = n;
	return 0;
}

static bool is_child_of_job(const void *context, pid_t child)
{
	const struct group *group = context;

	for (size_t i = 0; i < group->n; i++)
		if (group->jobs[i].process.pid == child)
			return true;
	return false;
}

/* What plugins have started and left. */
static void end_strays(const struct group *group)
{
	if (group->adopts)
		kin_end(is_child_of_job, group);
}

void group_release(struct group *group)
{
	for (size_t i = 0; i < group->n; i++)
		job_release(&group->jobs[i]);
	end_strays(group);
	mem_free(group->jobs);
	*group = (struct group){.n = 0};
}

/* ---- the end of a child */

/* What becomes of a job whose child has ended. */
static void conclude(struct job *job)
{
	for (uint32_t i = 0; i < job->n_artifacts; i++) {
		struct sink *sink = &job->artifacts[i].sink;
		uint64_t n_bytes = sink->n_bytes;

		if (job->is_visible)
			sink_settle(sink);
		else
			sink_abandon(sink);
		sink->n_bytes = n_bytes;
	}
	job->state = diag_has_errors(&job->diag) ? JOB_FAILED : JOB_DONE;
}

/* Ends the child, and its job with it, but for what is written through. */
static void finish(struct group *group, struct job *job)
{
	/* one of all formats that writes nothing ends without a word */
	bool is_silent = job->order.task == CHILD_RENDER && job->has_info && !job->info.can_write;
	bool is_to_write = job->order.task == CHILD_TEMPLATE || job->order.task == CHILD_DECODE ||
			   (job->order.task == CHILD_RENDER && !is_silent);
	bool is_good = is_to_write && !diag_has_errors(&job->diag);

	job->ms_used += process_now() - job->since;
	job_read_noise(job);
	if (is_good) {
		/* The disk works while the child's memory is taken back. */
		process_kill(&job->process);
		publish_prepare(job);
	}
	process_end(&job->process);
	broker_end(&job->broker);
	job_report_noise(job);
	if (is_good) {
		job->is_waiting = publish_has_stream(job);
		if (!job->is_waiting)
			publish_job(group, job);
	}
	child_close(job->child);
	job->child = NULL;
	job->state = JOB_DONE;
	if (!job->is_waiting)
		conclude(job);
}

static void finish_waiting(struct group *group)
{
	for (size_t i = 0; i < group->n; i++) {
		struct job *job = &group->jobs[i];

		if (!job->is_waiting)
			continue;
		job->is_waiting = false;
		if (group->signal == 0)
			publish_job(group, job);
		conclude(job);
	}
}

static const char *phase(const struct job *job)
{
	if (job->state == JOB_RENDERING)
		return job->order.task == CHILD_READ ? "reading" : "rendering";
	return job->has_info ? "reading its options" : "opening the plugin";
}

/* A child that has ended without a word. */
static void finish_dead(struct group *group, struct job *job)
{
	char how[60];

	job_read_noise(job);
	process_end(&job->process);
	process_explain(&job->process, how, sizeof(how));
	if (process_exit_status(&job->process) == CHILD_NO_MEMORY)
		job_no_memory(job);
	else if (process_exit_status(&job->process) == PROCESS_NOT_BEGUN && !job->has_info)
		job_error(job, "its process was refused the files that it begins with");
	else if (process_exit_status(&job->process) == CHILD_UNSENT)
		job_error(job, "the system refused to send what the plugin has to say while %s",
			  phase(job));
	else
		job_error(job, "the plugin %s while %s: %s",
			  how[0] == 's' ? "crashed" : "ended the process", phase(job), how);
	finish(group, job);
}

/*
 * A child that ends closes its pipe a moment before it is seen to have ended; one that closed its pipe and
 * lives on is given some time.  The other jobs go on meanwhile.
 */
static void cut(struct job *job)
{
	close(job->process.out);
	job->process.out = -1;
	job->is_cut = true;
	job->cut_at = process_now();
}

static void check_cut(struct group *group, struct job *job)
{
	if (process_has_ended(&job->process)) {
		finish_dead(group, job);
	} else if (process_now() - job->cut_at > GRACE_MS) {
		job_error(job, "the plugin cut its connection while %s; it was ended", phase(job));
		finish(group, job);
	}
}

static void finish_late(struct group *group, struct job *job)
{
	job_error(job, "the plugin was still %s after %lld.%03lld s and was ended (--timeout)",
		  phase(job), (long long)group->timeout_ms / 1000,
		  (long long)group->timeout_ms % 1000);
	finish(group, job);
}

/* The system's fault, and not the plugin's. */
static void finish_unheard(struct group *group, struct job *job, int reason)
{
	job_error(job, "cannot hear the plugin: %s", strerror(reason));
	finish(group, job);
}

static void finish_broken(struct group *group, struct job *job)
{
	job_error(job, "the plugin disturbed the connection while %s; it was ended", phase(job));
	finish(group, job);
}

/* ---- the loop */

static bool is_running(const struct job *job)
{
	return job->state == JOB_PROBING || job->state == JOB_RENDERING;
}

static void take_in(struct group *group, struct job *job, const char *bytes, size_t n)
{
	if (job_feed(job, &group->host, bytes, n) != 0)
		finish_broken(group, job);
	else if (job->is_done || job->is_stopped)
		finish(group, job);
	else if (job->state == JOB_READY)
		job->ms_used += process_now() - job->since;
}

/* What has arrived on the job's pipe; moves the job on. */
static void read_job(struct group *group, struct job *job, char *bytes)
{
	ssize_t n = read(job->process.out, bytes, READ_BYTES);

	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n < 0)
		finish_unheard(group, job, errno);
	else if (n == 0)
		cut(job);
	else
		take_in(group, job, bytes, (size_t)n);
}

/*
 * A grandchild may hold the pipe open after the child has died, so its death is looked for as well;
 * what it sent before is read first.
 */
static void check_clock(struct group *group, struct job *job, char *bytes)
{
	int64_t used = job->ms_used + process_now() - job->since;

	if (job->is_cut) {
		check_cut(group, job);
	} else if (group->timeout_ms > 0 && used > group->timeout_ms) {
		finish_late(group, job);
	} else if (process_has_ended(&job->process)) {
		struct pollfd ready = {.fd = job->process.out, .events = POLLIN};

		if (poll(&ready, 1, 0) > 0)
			read_job(group, job, bytes);
		else
			finish_dead(group, job);
	}
}

static int64_t patience_of(const struct group *group)
{
	int64_t now = process_now(), patience = TICK_MS;

	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];
		int64_t left = group->timeout_ms - job->ms_used - (now - job->since) + 1;

		if (is_running(job) && group->timeout_ms > 0 && left < patience)
			patience = left > 0 ? left : 0;
		if (is_running(job) && job->is_cut && patience > GRACE_TICK_MS)
			patience = GRACE_TICK_MS;
	}
	return patience;
}

/* What a turn of the group's loop works with. */
struct loop {
	enum job_state from; /* of the jobs that are to be moved on */
	struct pollfd *polled;
	char *bytes;
	int64_t last; /* when it last came back from waiting */
};

/*
 * No turn waits longer than a tick.  Where more has gone by, this process was stopped (^Z), or at work on
 * another's files: the children's pipes were full meanwhile, so it is not counted as their time.
 */
static void forgive_pause(struct group *group, struct loop *loop)
{
	int64_t now = process_now(), pause = now - loop->last - TICK_MS;

	if (pause <= 0)
		return;
	loop->last = now;
	for (size_t i = 0; i < group->n; i++) {
		struct job *job = &group->jobs[i];

		if (is_running(job))
			job->since += pause < now - job->since ? pause : now - job->since;
		job->cut_at += pause;
	}
}

static void wait_for_jobs(struct group *group, struct loop *loop)
{
	struct pollfd *polled = loop->polled;
	char *bytes = loop->bytes;
	nfds_t n = 0;

	for (size_t i = 0; i < group->n; i++) {
		const struct job *job = &group->jobs[i];
		bool is_on = is_running(job);

		polled[n++] = (struct pollfd){is_on ? job->process.out : -1, POLLIN, 0};
		polled[n++] = (struct pollfd){is_on ? job->process.noise : -1, POLLIN, 0};
	}
	int n_ready = poll(polled, n, (int)patience_of(group));

	forgive_pause(group, loop);
	loop->last = process_now();
	if (n_ready < 0)
		return;
	for (size_t i = 0; i < group->n; i++) {
		struct job *job = &group->jobs[i];

		if (polled[2 * i + 1].revents)
			job_read_noise(job);
		if (polled[2 * i].revents)
			read_job(group, job, bytes);
		forgive_pause(group, loop); /* the stop may come while it reads, too */
		if (is_running(job))
			check_clock(group, job, bytes);
	}
}

static void run_child(const void *order, int out, int go)
{
	child_run(order, out, go);
}

static void start(struct job *job)
{
	struct process_main child = {.run = run_child, .order = &job->order};

	job->since = process_now();
	job->state = JOB_PROBING;
	if (process_start(&job->process, &child) != 0) {
		job_error(job, "cannot start a process: %s", strerror(errno));
		job->state = JOB_FAILED;
	}
}

static void go_on(struct group *group, struct job *job)
{
	job->since = process_now();
	job->state = JOB_RENDERING;
	if (file_write_all(job->process.go, job->order.has_template ? "t" : "g", 1) == 0)
		return;
	/* A child that has ended has no pipe any more. */
	if (errno == EPIPE)
		cut(job);
	else
		finish_unheard(group, job, errno);
}

/*
 * Opens the plugin in this process, or lets it go on.  No file of this run is open while it works, since what it says is
 * taken in afterwards; so signals, ^C in a debugger above all, need not be held back.
 */
static void move_inline(struct group *group, struct job *job)
{
	sigset_t none, before;
	struct buf *said;

	job->since = process_now();
	job->state = job->child ? JOB_RENDERING : JOB_PROBING;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, &before);
	if (job->child)
		child_go_on(job->child, job->order.has_template);
	else
		job->child = child_open(&job->order);
	sigprocmask(SIG_SETMASK, &before, NULL);
	said = job->child ? child_said(job->child) : NULL;
	if (said && !said->failed) {
		take_in(group, job, buf_text(said), said->n);
	} else {
		diag_no_memory(&job->diag);
		finish(group, job);
	}
	if (job->child)
		buf_clear(said);
}

/* Moves jobs on while there is room, and waits for those under way; false when none is left. */
static bool step(struct group *group, struct loop *loop)
{
	size_t n_running = 0;
	bool is_busy = false;

	for (size_t i = 0; i < group->n; i++)
		n_running += is_running(&group->jobs[i]);
	for (size_t i = 0; i < group->n && n_running < group->parallel; i++) {
		struct job *job = &group->jobs[i];

		if (job->state != loop->from)
			continue;
		if (group->is_inline && !job->order.file->is_script)
			move_inline(group, job);
		else if (loop->from == JOB_NEW)
			start(job);
		else
			go_on(group, job);
		n_running += is_running(job);
		is_busy = true;
	}
	if (n_running > 0)
		wait_for_jobs(group, loop);
	return is_busy || n_running > 0;
}

static int outcome(const struct group *group)
{
	for (size_t i = 0; i < group->n; i++)
		if (group->jobs[i].state == JOB_FAILED)
			return -1;
	return group->signal ? -1 : 0;
}

/* The children are in groups of their own, which ^Z does not reach. */
static void stop(struct group *group)
{
	for (size_t i = 0; i < group->n; i++)
		process_stop(&group->jobs[i].process);
	signals_stop();
	for (size_t i = 0; i < group->n; i++)
		process_continue(&group->jobs[i].process);
}

static void run(struct group *group, struct loop *loop)
{
	sigset_t before;

	signals_hold_stop(&before);
	loop->last = process_now();
	while (group->signal == 0 && step(group, loop)) {
		group->signal = signals_arrived();
		if (group->signal == 0 && signals_stop_arrived())
			stop(group);
		if (group->watch)
			group->watch(group->watcher, group);
	}
	for (size_t i = 0; group->signal && i < group->n; i++) {
		process_end(&group->jobs[i].process);
		if (!group->jobs[i].is_visible)
			job_abandon(&group->jobs[i]);
	}
	signals_give_back(&before);
}

static int run_from(struct group *group, enum job_state from)
{
	struct loop loop = {.from = from,
			    .polled = mem_array(group->n * 2 + 1, sizeof(*loop.polled)),
			    .bytes = mem_alloc(READ_BYTES)};
	sigset_t before;

	signals_hold(&before);
	if (loop.polled && loop.bytes) {
		run(group, &loop);
		end_strays(group);
		finish_waiting(group);
	} else {
		for (size_t i = 0; i < group->n; i++)
			if (group->jobs[i].state == from) {
				diag_no_memory(&group->jobs[i].diag);
				group->jobs[i].state = JOB_FAILED;
			}
	}
	mem_free(loop.polled);
	mem_free(loop.bytes);
	signals_give_back(&before);
	return outcome(group);
}

int group_probe(struct group *group)
{
	return run_from(group, JOB_NEW);
}

int group_render(struct group *group)
{
	return run_from(group, JOB_READY);
}
