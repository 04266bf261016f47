/* SPDX-License-Identifier: MIT */
/*
 * choose - which formats a run writes: -f, else the suffix of -o, else the build's default.
 *
 * A suffix names the format that is called so, or the only one whose plugin declares it as its
 * extension, for which all plugins are asked.
 */
#ifndef MESHREPORT_CORE_CHOOSE_H
#define MESHREPORT_CORE_CHOOSE_H

#include "run/run.h"

struct choice {
	const struct plugin_file **files; /* each once, in the order wanted; in the run's arena */
	size_t n;
	bool is_all; /* "all" was among the words: a refused plugin is a warning */
};

/* The suffix of -o, or null where it names no file of ours; `output` may be null. */
const char *choose_suffix(const char *output);

/* Scans the plugin folders and fills `out`; RUN_DONE, or RUN_USAGE after errors. */
int choose_formats(struct run *run, struct choice *out);

/* Scans the plugin folders; notes are kept only for -v.  RUN_DONE or RUN_USAGE. */
int choose_scan(struct run *run);

/* Says that there is no format at all, and where one was looked for. */
void choose_say_none(struct run *run, enum mr_severity severity);

#endif
