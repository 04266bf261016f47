/* SPDX-License-Identifier: MIT */
/*
 * md_page - a page that is being read.
 */
#ifndef MESHREPORT_MD_PAGE_H
#define MESHREPORT_MD_PAGE_H

#include "common/read/lines.h"
#include "common/write/out.h"
#include "markdown/md_words.h"

#include <cmark-gfm.h>
#include <meshreport/plugin.h>

struct md_page {
	struct mr_source *source;
	struct lines lines; /* of the file */
	struct out markdown; /* what cmark gets */
	struct out text; /* scratch: the words of one block or cell */
	struct md_words_notes notes;
	size_t n_notes; /* handed over */
	bool has_failed; /* an error was reported */
	cmark_node *html_end; /* what stands up to here was read with the HTML before it */
};

#endif
