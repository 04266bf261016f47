/* SPDX-License-Identifier: MIT */
/*
 * md_read - a page in Markdown as blocks and grids, in order.
 */
#ifndef MESHREPORT_MD_READ_H
#define MESHREPORT_MD_READ_H

#include <meshreport/plugin.h>

int md_read(struct mr_source *source);
int md_read_sniff(const struct mr_bytes *head);

#endif
