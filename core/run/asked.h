/* SPDX-License-Identifier: MIT */
/*
 * asked - what a plugin's process asks of the run: another format's artifact, a chart, a logo as pixels (host/asking.h has
 * the questions).
 *
 * It runs in the broker of that process (host/broker.h), which is a copy of the run as it was then.
 */
#ifndef MESHREPORT_CORE_ASKED_H
#define MESHREPORT_CORE_ASKED_H

#include <stddef.h>

#include "child/broker.h"
#include "child/child.h"
#include "run/run.h"

enum { ASKED_WORDS_MAX = 64 };

struct asked {
	struct run *run;
	const struct child_order *order; /* of the job whose plugin asks */
	const struct asked
		*by; /* the one that waits for this one's artifact, or null: the run wants it */
};

/* A question's words. */
struct asked_words {
	const char *at[ASKED_WORDS_MAX];
	size_t n;
};

/* child_order.answer; `asked` is a struct asked. */
int asked_answer(const void *asked, const char *question, size_t n, struct broker_answer *out);

#endif
