/* SPDX-License-Identifier: MIT */
/*
 * xlsx_temp - memory that libxlsxwriter takes for files.
 *
 * The library writes each part of a workbook to a temporary file, without looking whether that went well: on a
 * full disk it would make a damaged workbook and be content.  It asks one function of its own for these files,
 * lxw_tmpfile(), by name; what is offered to all stands before a library's own where the dynamic linker looks names up
 * (System V gABI, "Shared Object Dependencies"; xlsx_library.h), so that ours is found first, and hands out files that lie in
 * memory, which end with the process.  Nothing of a run touches a disk.  Should a later library not ask any
 * more, its temporary files come back and nothing else changes.
 */
#ifndef MESHREPORT_XLSX_TEMP_H
#define MESHREPORT_XLSX_TEMP_H

#include <meshreport/plugin.h>
#include <stdio.h>

/* For the library alone. */
MR_EXPORT FILE *lxw_tmpfile(char *folder);

/* A file in memory, -1 where there is none; what the library opens by name is `path`. */
int xlsx_temp_open(char *path, size_t size);

/* Its bytes, mapped; null with n == 0 when they cannot be read.  They live until the process ends. */
struct mr_bytes xlsx_temp_bytes(int file);

#endif
