/* SPDX-License-Identifier: MIT */
/*
 * pdf_file - a finished document as the bytes of a file (ISO 32000-1, 7.5).
 *
 * What HPDF_SaveToStream does, but for the copy of the whole file that it keeps in memory and the
 * detours that it takes for every small object: a dictionary that only its write function prints
 * goes out directly.  All other objects are still written by libharu.
 *
 * libharu knows no object streams.  Here all objects that are no streams themselves are gathered as
 * they are written, and go to the sink deflated, some hundred at a time (7.5.7); a cross-reference
 * stream (7.5.8) says where they are.  A handout of tables is most of all structure elements, so that
 * it becomes a third to a fifth as large.
 *
 * ERRORS.  -1 without memory, or when libharu failed; the sink tells its own failures.
 */
#ifndef MESHREPORT_PDF_FILE_H
#define MESHREPORT_PDF_FILE_H

#include <hpdf.h>
#include <meshreport/plugin.h>

int pdf_file_write(HPDF_Doc doc, struct mr_sink *sink);

#endif
