/* SPDX-License-Identifier: MIT */
/*
 * build - the events of a YAML document to raw records (raw.h).
 *
 * The shape of a dataset, as tables: each kind of mapping names its keys, who reads the value, and
 * which member takes it.  Mistakes are reported as messages and reading goes on after them, so that
 * one run tells them all.
 */
#ifndef MESHREPORT_CORE_BUILD_H
#define MESHREPORT_CORE_BUILD_H

#include "data/raw.h"
#include "yaml/yaml.h"

/* Fills `raw`, which was initialised; -1 only when the reading itself failed. */
int build_raw(struct raw *raw, struct load *load, struct yaml_source *source);

#endif
