/* SPDX-License-Identifier: MIT */
/*
 * defaults - what a run is not told on the command line, from the house's files (house.h): .meshreport and a style.
 *
 *     style's options < those of .meshreport < those of the command line
 *
 * They become part of run->args before anything looks there.  Whatever else .meshreport says counts only where the
 * command line says nothing of it.
 */
#ifndef MESHREPORT_CORE_DEFAULTS_H
#define MESHREPORT_CORE_DEFAULTS_H

#include "run/run.h"

/* For the verbs that write documents; RUN_DONE, or another exit code after errors. */
int defaults_take(struct run *run);

/* Where a file said option `index` of run->args.options; null: it stood on the command line. */
const char *defaults_said_option(const struct run *run, uint32_t index, struct place *out);

/* The same of run->args.words. */
const char *defaults_said_word(const struct run *run, uint32_t index, struct place *out);

/* After something that was asked for could not be had: says that a file may have asked for it. */
void defaults_explain(struct run *run);

/* Frees what was read; the args that were made of it stay. */
void defaults_release(struct run *run);

#endif
