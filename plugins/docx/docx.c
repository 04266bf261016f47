/* SPDX-License-Identifier: MIT */
/* A document for word processors. */
#include <meshreport/plugin.h>

#include "docx/docx_plan.h"
#include "docx/docx_render.h"

static const struct mr_option options[] = {
	[DOCX_RENDER_PAPER] = {"paper", MR_OPTION_CHOICE, "a4", DOCX_PLAN_PAPERS, 0, 0,
			       "what it is printed on"},
	[DOCX_RENDER_ORIENTATION] = {"orientation", MR_OPTION_CHOICE, "auto",
				     "auto|portrait|landscape", 0, 0,
				     "how the tables lie on it; auto: across where they are wide"},
	[DOCX_RENDER_LOGOS] = {"logos", MR_OPTION_FLAG, "yes", NULL, 0, 0,
			       "the products' logos above their names"},
	[DOCX_RENDER_SHADING] =
		{"shading", MR_OPTION_FLAG, "yes", NULL, 0, 0,
		 "statuses colour their cells; without, styles alone say all looks"},
};

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "docx",
	.summary = "a document to edit in a word processor",
	.version = "1.0",
	.extension = "docx",
	.media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	.capabilities = MR_CAN_DOCUMENT | MR_CAN_BINARY,
	.options = options,
	.n_options = sizeof(options) / sizeof(*options),
	.render = docx_render,
	.license = "MIT",
	.examples = "-O orientation=landscape # across the sheet\n"
		    "-O logos=no # without pictures",
};
