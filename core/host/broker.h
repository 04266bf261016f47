/* SPDX-License-Identifier: MIT */
/*
 * broker - a process of the host's that answers one question of a plugin's process: what a confined process cannot do
 * itself, to run another plugin.
 *
 *   plugin's process ──PAINT──> parent ──fork──> broker ──answer──> plugin's process
 *
 * The parent goes on meanwhile; the answer goes to the plugin's process by the pipe on which it was told to go on.  A
 * broker runs no code of a plugin in itself.
 */
#ifndef MESHREPORT_CORE_BROKER_H
#define MESHREPORT_CORE_BROKER_H

#include <stddef.h>
#include <sys/types.h>

#include <meshreport/plugin.h>

#include "base/arena.h"
#include "base/buf.h"

enum { BROKER_QUESTION_MAX = 16 * 1024, BROKER_ANSWER_MAX = 64 * 1024 * 1024 };

/* What it does: 0 with the answer in `out`, which has a maximum, or -1; the words of a failure may be in `out` then. */
struct broker_task {
	int (*answer)(const void *context, const char *question, size_t n, struct buf *out);
	const void *context;
};

struct broker {
	pid_t pid; /* 0: none */
};

/*
 * Answers to `to`.  One that is still at work is ended first: who asks again without having waited for the answer gets
 * none.  0, or -1 with errno, and then nobody answers.
 */
int broker_start(struct broker *broker, const struct broker_task *task, const char *question,
		 size_t n, int to);

/* Ends and reaps it, if there is one. */
void broker_end(struct broker *broker);

/*
 * In the plugin's process: waits for the answer.  0 with it, or -1 with why there is none, NUL-terminated in either case
 * and in the arena, whose `failed` tells where memory was refused.
 */
int broker_take(int from, struct arena *arena, struct mr_bytes *out);

#endif
