/* SPDX-License-Identifier: MIT */
/*
 * xlsx_temp - memory that libxlsxwriter takes for files.
 *
 * The library writes each part of a workbook to a temporary file, without looking whether that went well: on a
 * full disk it would make a damaged workbook and be content.  It packs them into a file that it opens by name, and a plugin
 * may open none to write.  For both it asks a function by name, lxw_tmpfile() of its own and zipOpen() of minizip; what
 * is offered to all stands before a library's own where the dynamic linker looks names up (System V gABI, "Shared Object
 * Dependencies"; xlsx_library.h), so that ours are found first, and hand out streams over memory.  Nothing of a run touches
 * a disk, and what a workbook takes counts as the memory of the format.  A later library that asks for neither makes no
 * workbook, which is said.
 */
#ifndef MESHREPORT_XLSX_TEMP_H
#define MESHREPORT_XLSX_TEMP_H

#include <meshreport/plugin.h>
#include <stdio.h>

/* For the library alone. */
MR_EXPORT FILE *lxw_tmpfile(char *folder);
MR_EXPORT void *zipOpen(const char *path, int append);

/* Memory for a workbook, null without; what the library opens by name is `path`. */
void *xlsx_temp_open(char *path, size_t size);
void xlsx_temp_close(void *book);

/* The workbook, whole once the library has closed it; n == 0 when it made none.  It lives until xlsx_temp_close(). */
struct mr_bytes xlsx_temp_bytes(const void *book);

#endif
