/* SPDX-License-Identifier: MIT */
/*
 * scripted - a plugin whose file is a program (NAME.plugin): what it says of itself, its rendering and reading.
 *
 * In a job's child, which has given up all but running that program (confine/confine.h).  The child asks the program
 * once for --describe, and hands out what it answers as the constant of a shared object would be; render() of that
 * runs the program again with the job as JSON:
 *
 *     what `-f json` writes, with two more members at the end:
 *     "x-texts": {"[Envoy](https://www.envoyproxy.io)": [{"text": "Envoy", "url": "https://www.envoyproxy.io"}]}
 *     "x-job": {"format": "typst", "generator": "meshreport 0.1.0", "mark": "meshreport-stamp:...", "brief": "...",
 *               "clock": 1767225600, "columns": 0, "escapes": false, "template": null, "options": {"paper": "a4"},
 *               "needs": {...}}
 *
 * with what it said that it needs (needs.h).  Its standard output is the artifact, or with the capability "several" a line
 * for each file (script/files.h).  A line of standard error is a warning of the plugin, or what its first word
 * says ("error: ", "note: "); an error, or an end with another status than 0, fails the format.
 */
#ifndef MESHREPORT_CORE_SCRIPTED_H
#define MESHREPORT_CORE_SCRIPTED_H

#include "child/port.h"
#include "plugin/plugin.h"

/*
 * One that reads is run with --read and the file, and answers with what stands in it (script/grids.h).
 *
 * 0, or -1 with the reason in `why`, as plugin_open() has it.
 */
int scripted_open(struct port *port, struct plugin *out, char why[PLUGIN_WHY]);

#endif
