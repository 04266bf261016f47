/* SPDX-License-Identifier: MIT */
/* Pages in GitHub's Markdown, read and written. */
#include <meshreport/plugin.h>

#include "markdown/md_read.h"
#include "markdown/write/gfm_file.h"

static const struct mr_option options[] = {
	[GFM_OPTION_NOTES] = {"notes", MR_OPTION_CHOICE, "footnotes", "footnotes|sup|list", 0, 0,
			      "notes as footnotes, or with raised or bracketed numbers below"},
	[GFM_OPTION_CATEGORIES] =
		{"categories", MR_OPTION_CHOICE, "rows", "rows|headings", 0, 0,
		 "categories as rows of one table, or as headings with a table each"},
	[GFM_OPTION_LEGEND] = {"legend", MR_OPTION_FLAG, "yes", NULL, 0, 0,
			       "explain the statuses below the table"},
	[GFM_OPTION_SYMBOLS] = {"symbols", MR_OPTION_FLAG, "yes", NULL, 0, 0,
				"a status's symbol before its words; without it words alone"},
	[GFM_OPTION_HEADING] = {"heading", MR_OPTION_INTEGER, "1", NULL, 1, 5,
				"level of the title's heading; categories are one below"},
	[GFM_OPTION_FRAGMENT] = {"fragment", MR_OPTION_FLAG, "no", NULL, 0, 0,
				 "without title, between comments by which a script finds it"},
};

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "markdown",
	.summary = "a table in GitHub's Markdown, for a README; reads such pages",
	.version = "1.0",
	.extension = "md",
	.media_type = "text/markdown",
	.capabilities = MR_CAN_DOCUMENT | MR_CAN_READ_TEXT,
	.options = options,
	.n_options = sizeof(options) / sizeof(*options),
	.render = gfm_file_render,
	.read = md_read,
	.read_suffixes = "md|markdown|mdown|mkd|mdx|qmd|rmd",
	.sniff = md_read_sniff,
	.license = "MIT",
	.suffixes = "markdown|mkd",
	.examples = "-O fragment -o README.md # renews the marked part of a file",
};
