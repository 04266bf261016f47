/* SPDX-License-Identifier: MIT */
/*
 * text_page - what all parts of one artifact share.
 *
 * OWNERSHIP.  text_page_init() takes memory of the job and of its own; text_page_release() gives the latter
 * back.  The matrix is borrowed.
 */
#ifndef MESHREPORT_TEXT_PAGE_H
#define MESHREPORT_TEXT_PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include <meshreport/plugin.h>

#include "common/write/links.h"
#include "common/write/out.h"
#include "text/text_flow.h"
#include "text/text_pen.h"

enum text_form { TEXT_FORM_AUTO, TEXT_FORM_TABLE, TEXT_FORM_LIST };
enum text_rules { TEXT_RULES_AUTO, TEXT_RULES_ALL, TEXT_RULES_CATEGORIES };

struct text_options {
	uint32_t width;
	enum text_style style;
	enum text_form form;
	uint32_t n_groups; /* 0: as few as fit */
	enum text_rules rules;
	bool repeats_heads;
	bool lists_links; /* all of them, although the terminal can follow them */
	bool has_legend;
	bool shows_verified;
};

struct text_page {
	struct mr_job *job;
	const struct mr_matrix *m;
	struct text_options is;
	struct out *out;
	struct text_pen pen;
	struct links listed; /* the references, in the order of their numbers */
	struct links followed; /* the targets of OSC 8; a unit's link is their number */
	struct text_extent
		*extents; /* by the id of a text; natural is TEXT_UNKNOWN until it is measured */
	struct text_flow flow; /* for who needs one for a moment */
	bool failed; /* without memory */
};

#define TEXT_UNKNOWN UINT32_MAX

#endif
