/* SPDX-License-Identifier: MIT */
/*
 * publish - a job that rendered well makes its artifacts visible, all of them or none.
 *
 * Everything is brought to the disk first.  Then what is written through (a pipe, a device, standard
 * output) is written, since it may wait for a reader, can be interrupted and cannot be taken back; then the
 * files take their places, which takes no time; then their folders are synced.  When a step fails, what
 * the files replaced is put back, and where that fails, too, an error says what lies where.
 */
#ifndef MESHREPORT_CORE_PUBLISH_H
#define MESHREPORT_CORE_PUBLISH_H

#include <stdbool.h>

struct job;
struct group;

/* To the disk; what goes wrong is kept by the sinks and reported by publish_job(). */
void publish_prepare(struct job *job);

/* Whether an artifact is written through, so that publishing may take its time. */
bool publish_has_stream(const struct job *job);

/*
 * Sets `is_visible`, or adds errors to the job's diag.  A signal, or the end of standard output's reader
 * where that is one, sets the group's `signal` instead.
 */
void publish_job(struct group *group, struct job *job);

#endif
