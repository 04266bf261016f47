/* SPDX-License-Identifier: MIT */
/*
 * latex_file - from the options to the whole artifact: a document, a fragment or the lines of
 * its preamble.
 *
 * Above the table of a fragment stands whether pdflatex needs the encoding T1 for it, which is known
 * once it is written: it is kept in memory until then.  A document asks for T1 anyway, and its table
 * goes out as it is made.
 */
#ifndef LATEX_DOCUMENT_H
#define LATEX_DOCUMENT_H

#include "latex/plan/latex_class.h"

#include <meshreport/plugin.h>

enum latex_mode { LATEX_STANDALONE, LATEX_FRAGMENT, LATEX_PREAMBLE };

/* What the user asked for; strings are "" where nothing was said. */
struct latex_document {
	struct mr_job *job;
	uint32_t mode; /* enum latex_mode */
	uint32_t class_index; /* into LATEX_CLASSES */
	bool is_letter;
	uint32_t columns;
	uint32_t environment; /* enum latex_environment */
	double measure, height; /* TeX points, 0: the class's */
	uint32_t fontsize; /* index into LATEX_FONTSIZES */
	uint32_t size; /* 0 auto, else index + 1 */
	uint32_t n_groups;
	bool has_own_caption;
	const char *caption, *short_caption, *label;
	bool notes_at_page, lists_links, has_legend, shows_verified;
	const char *fonts;
	uint32_t first_brand; /* index of the options of common/write/brand.h */
	uint32_t chart; /* 0 none, else enum chart_kind + 1 */
};

/* 0, or -1 after an error was reported. */
int latex_file_render(const struct latex_document *document);

#endif
