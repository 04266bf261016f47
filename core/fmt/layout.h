/* SPDX-License-Identifier: MIT */
/*
 * layout - where the items of a file stand: what begins a line, how far in, behind an empty line or not.
 */
#ifndef MESHREPORT_CORE_LAYOUT_H
#define MESHREPORT_CORE_LAYOUT_H

#include "fmt/items.h"
#include "fmt/lines.h"

/* Writes all; -1 when memory was refused. */
int layout_put(struct lines *lines, const struct items *items);

#endif
