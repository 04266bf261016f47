/* SPDX-License-Identifier: MIT */
/*
 * xlsx_render - a matrix as a workbook: libxlsxwriter writes it into memory, and what only a package knows (its
 * properties without a time of their own) is put in its place.
 */
#ifndef MESHREPORT_XLSX_RENDER_H
#define MESHREPORT_XLSX_RENDER_H

#include <meshreport/plugin.h>

enum { XLSX_RENDER_PAPER };

#define XLSX_RENDER_PAPERS "a4|a3|letter|legal|tabloid"

int xlsx_render(struct mr_job *job);

#endif
