/* SPDX-License-Identifier: MIT */
/*
 * csv_read - delimited text as one grid, and the lines above and below it that are no rows of it.
 */
#ifndef MESHREPORT_CSV_READ_H
#define MESHREPORT_CSV_READ_H

#include <meshreport/plugin.h>

enum csv_read_option { CSV_READ_DELIMITER, CSV_READ_MARKDOWN };

int csv_read(struct mr_source *source);
int csv_sniff(const struct mr_bytes *head);

#endif
