/* SPDX-License-Identifier: MIT */
/*
 * text_file - the whole artifact.
 */
#ifndef MESHREPORT_TEXT_FILE_H
#define MESHREPORT_TEXT_FILE_H

#include "text/text_page.h"

/* 0, or -1 after an error was reported. */
int text_file_render(struct mr_job *job, const struct text_options *options);

#endif
