/* SPDX-License-Identifier: MIT */
/*
 * broker - a process of the host's that answers one question of a plugin's process: what a confined process cannot do
 * itself, such as to run another plugin.
 *
 *   plugin's process ──ASK──> parent ──fork──> broker ──answer──> plugin's process
 *
 * The parent goes on meanwhile; the answer goes to the plugin's process by the pipe on which it was told to go on.  A
 * broker runs no code of a plugin in itself.  A plugin that runs in the program itself starts its broker there.
 */
#ifndef MESHREPORT_CORE_BROKER_H
#define MESHREPORT_CORE_BROKER_H

#include <stddef.h>
#include <sys/types.h>

#include <meshreport/plugin.h>

#include "base/arena.h"
#include "base/buf.h"

enum {
	BROKER_QUESTION_MAX = 16 * 1024,
	BROKER_ANSWER_MAX = 64 * 1024 * 1024,
	BROKER_WORDS_MAX = 16 * 1024
};

/* Both have a maximum: bytes, and words for a person, why there are none or what is to be known of them. */
struct broker_answer {
	struct buf bytes, words;
};

/* What it does: 0 with the answer in `out`, or -1 with the reason in its words. */
struct broker_task {
	int (*answer)(const void *context, const char *question, size_t n,
		      struct broker_answer *out);
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
 * In the plugin's process: waits for the answer.  0 with it, or -1 without bytes; `out_words` is never null.  Both are
 * NUL-terminated and in the arena, whose `failed` tells where memory was refused.
 */
int broker_take(int from, struct arena *arena, struct mr_bytes *out, const char **out_words);

#endif
