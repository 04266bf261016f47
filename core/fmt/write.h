/* SPDX-License-Identifier: MIT */
/*
 * write - one item into its line; texts of several lines go on below, `indent` spaces in.
 */
#ifndef MESHREPORT_CORE_WRITE_H
#define MESHREPORT_CORE_WRITE_H

#include "fmt/items.h"
#include "fmt/lines.h"

/* `around`: column of the block collection around it as it is written, -1 for none. */
void write_item(struct lines *lines, const struct item *item, size_t indent, int around);

/* A comment in a line of its own, or behind what stands in this line. */
void write_remark(struct lines *lines, const struct items *items, const struct remark *remark,
		  size_t indent, bool has_blank);

#endif
