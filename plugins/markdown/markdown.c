/* SPDX-License-Identifier: MIT */
/* Pages in GitHub's Markdown. */
#include <meshreport/plugin.h>

#include "markdown/md_read.h"

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "markdown",
	.summary = "tables in a page of GitHub's Markdown",
	.version = "1.0",
	.extension = "md",
	.media_type = "text/markdown",
	.capabilities = MR_CAN_READ_TEXT,
	.read = md_read,
	.read_suffixes = "md|markdown|mdown|mkd|mdx|qmd|rmd",
	.sniff = md_read_sniff,
};
