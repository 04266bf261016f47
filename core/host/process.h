/* SPDX-License-Identifier: MIT */
/*
 * process - a child process with three pipes, and how it ended.
 *
 *   out     child -> parent   frames; the parent's end does not block
 *   go      parent -> child   one byte
 *   noise   child -> parent   what the plugin and its libraries print: the child's standard output
 *                             and standard error, so that nothing of it mixes with an artifact
 *
 * The child's standard input is /dev/null, and it has no other descriptor, whatever this process has.  It leads a process group of its own, so that whatever a
 * plugin starts ends with it, and it is killed when its parent dies (Linux).  Signals have their
 * default actions in it, but for SIGXFSZ: a library that meets a limit on file sizes is told so by the
 * call that failed.
 */
#ifndef MESHREPORT_CORE_PROCESS_H
#define MESHREPORT_CORE_PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct process {
	pid_t pid; /* 0: none, or ended by process_end() */
	int out, go, noise; /* the parent's ends; -1 when closed */
	int status; /* of waitpid(), after process_end() */
};

#define PROCESS_INIT                             \
	{                                        \
		.out = -1, .go = -1, .noise = -1 \
	}

/* The exit status of a child that the system refused what it needs to begin with. */
enum { PROCESS_NOT_BEGUN = 113 };

/* What the child runs. */
struct process_main {
	void (*run)(const void *order, int out, int go);
	const void *order;
};

/* 0, or -1 with errno. */
int process_start(struct process *process, const struct process_main *child);

/* Whether the child has ended by itself. */
bool process_has_ended(const struct process *process);

/* Kills the child's whole group and does not wait: a large process takes its time to go. */
void process_kill(const struct process *process);

/* Lets the child's whole group stand still, and go on. */
void process_stop(const struct process *process);
void process_continue(const struct process *process);

/* Kills the child's whole group, reaps it and closes the pipes.  Accepts one that has ended. */
void process_end(struct process *process);

/* "signal 11 (SIGSEGV)", "exit status 3": how a child ended, after
 * process_end(). */
void process_explain(const struct process *process, char *out, size_t size);

/* What it ended with by itself, -1 after a signal; after process_end(). */
int process_exit_status(const struct process *process);

/* Milliseconds of a clock that never jumps. */
int64_t process_now(void);

#endif
