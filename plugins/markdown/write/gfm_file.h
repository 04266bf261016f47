/* SPDX-License-Identifier: MIT */
/*
 * gfm_file - the whole page, or the fragment of one between its comments.
 */
#ifndef MESHREPORT_MARKDOWN_GFM_FILE_H
#define MESHREPORT_MARKDOWN_GFM_FILE_H

#include <meshreport/plugin.h>

enum gfm_option {
	GFM_OPTION_NOTES,
	GFM_OPTION_CATEGORIES,
	GFM_OPTION_LEGEND,
	GFM_OPTION_SYMBOLS,
	GFM_OPTION_HEADING,
	GFM_OPTION_FRAGMENT
};

int gfm_file_render(struct mr_job *job);

#endif
