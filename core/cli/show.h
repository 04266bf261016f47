/* SPDX-License-Identifier: MIT */
/*
 * show - the verbs that render nothing: lists, help, templates, the version.  Each returns an exit code.
 */
#ifndef MESHREPORT_CORE_SHOW_H
#define MESHREPORT_CORE_SHOW_H

#include "run/run.h"

int show_formats(struct run *run); /* --list-formats */
int show_help(struct run *run); /* --help [FORMAT] */
int show_template(struct run *run); /* --print-template FORMAT */
int show_style(struct run *run); /* --print-style */
int show_version(struct run *run);

#endif
