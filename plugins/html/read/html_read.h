/* SPDX-License-Identifier: MIT */
/*
 * html_read - a page as a file to be read; html.c has the renderer.
 */
#ifndef MESHREPORT_HTML_READ_H
#define MESHREPORT_HTML_READ_H

#include <meshreport/plugin.h>

int html_read(struct mr_source *source);
int html_read_sniff(const struct mr_bytes *head);

#endif
