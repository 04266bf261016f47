/* SPDX-License-Identifier: MIT */
/*
 * grids - what a script that reads answers, handed on as a shared object would hand it over.
 *
 *     [{"kind": "heading", "text": "Meshes", "level": 1, "line": 1},
 *      {"kind": "grid", "head_rows": 1, "line": 3,
 *       "rows": [["Feature", "A"], {"line": 4, "cells": ["TLS", {"text": "yes", "note": "since 1.0"}]}]}]
 *
 * The members are those of struct mr_block, mr_grid and mr_grid_cell by their names in reader.h; plugins/README.md has
 * the table.  An element of a row is one field: a text, true or false, a number, an object of a cell, or null for a field
 * that is empty or covered by another.
 */
#ifndef MESHREPORT_CORE_GRIDS_H
#define MESHREPORT_CORE_GRIDS_H

#include <stddef.h>

#include <meshreport/plugin.h>

#include "base/arena.h"

enum { GRIDS_MAX = 256 * 1024 * 1024, GRIDS_WHY = 512 };

/* 0, or -1 with what is wrong and where, "line 3: [1].rows: ...".  What stands before it was handed on. */
int grids_read(struct arena *arena, const char *text, size_t n, struct mr_source *source,
	       char why[GRIDS_WHY]);

#endif
