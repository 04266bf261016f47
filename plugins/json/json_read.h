/* SPDX-License-Identifier: MIT */
/*
 * json_read - a JSON text as blocks and grids, in order.
 */
#ifndef MESHREPORT_JSON_READ_H
#define MESHREPORT_JSON_READ_H

#include <meshreport/plugin.h>

int json_read(struct mr_source *source);
int json_read_sniff(const struct mr_bytes *head);

#endif
