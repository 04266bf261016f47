/* SPDX-License-Identifier: MIT */
/*
 * artifact - what another format makes of the run's matrix, as bytes: what the services artifacts/1 and charts/1 hand to
 * plugins.
 *
 * Its plugin is started as any is, in a process of its own, confined, with the run's limits, and may ask in its turn: but
 * not for a format that waits for it, nor deeper than ARTIFACT_DEPTH_MAX.  Its options are a stranger's and open
 * no file.
 */
#ifndef MESHREPORT_CORE_ARTIFACT_H
#define MESHREPORT_CORE_ARTIFACT_H

#include "host/group.h"
#include "run/asked.h"

enum { ARTIFACT_DEPTH_MAX = 8 };

/* `words`: ASKING_ARTIFACT, the format, "option=value" ...  0 with the bytes, or -1 with the reason. */
int artifact_answer(const struct asked *asked, const struct asked_words *words,
		    struct broker_answer *out);

/* Runs the one job of the group, whose only artifact are the bytes.  0, or -1 with the reason behind what the words hold. */
int artifact_take(struct group *group, struct broker_answer *out);

#endif
