/* SPDX-License-Identifier: MIT */
/*
 * xlsx_package - a workbook's bytes as a zip archive of parts (ECMA-376, Part 2).
 *
 * Its parts are read by xlsx_part; what all of them together inflate to is counted here.
 */
#ifndef MESHREPORT_XLSX_PACKAGE_H
#define MESHREPORT_XLSX_PACKAGE_H

#include "xlsx/xlsx_library.h"

#include <meshreport/plugin.h>
#include <stdbool.h>

struct xlsx_package {
	struct mr_source *source;
	struct xlsx_library_reading library;
	zip_t *zip;
	size_t n_inflated, n_nodes;
	bool has_failed; /* an error was reported */
};

/* 0, or -1 after an error was reported: no package, a password. */
int xlsx_package_open(struct xlsx_package *package, struct mr_source *source);
void xlsx_package_close(struct xlsx_package *package);

/* An error of a part, or with null of the whole; the first alone is told. */
void xlsx_package_report(struct xlsx_package *package, const char *part, const char *what);

#endif
