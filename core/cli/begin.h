/* SPDX-License-Identifier: MIT */
/*
 * begin - a folder with a plugin to begin with: source, Makefile, test, example and README, from templates/plugin.
 *
 * The folder must not be there, nobody's file is lost, and appears with all of its files or not at all (out/folder.h).
 */
#ifndef MESHREPORT_CORE_BEGIN_H
#define MESHREPORT_CORE_BEGIN_H

#include "run/run.h"

int begin_plugin(struct run *run);

#endif
