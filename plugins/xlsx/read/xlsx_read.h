/* SPDX-License-Identifier: MIT */
/*
 * xlsx_read - a workbook in order: its title, and a grid a sheet.
 */
#ifndef MESHREPORT_XLSX_READ_H
#define MESHREPORT_XLSX_READ_H

#include <meshreport/plugin.h>

int xlsx_read(struct mr_source *source);
int xlsx_read_sniff(const struct mr_bytes *head);

#endif
