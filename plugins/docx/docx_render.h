/* SPDX-License-Identifier: MIT */
/*
 * docx_render - a matrix as a document of a word processor.
 */
#ifndef MESHREPORT_DOCX_RENDER_H
#define MESHREPORT_DOCX_RENDER_H

#include <meshreport/plugin.h>

enum { DOCX_RENDER_PAPER, DOCX_RENDER_ORIENTATION, DOCX_RENDER_LOGOS, DOCX_RENDER_SHADING };

int docx_render(struct mr_job *job);

#endif
