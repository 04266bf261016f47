/* SPDX-License-Identifier: MIT */
/* The delimited text that spreadsheets and databases write. */
#include <meshreport/plugin.h>

#include "csv/csv_read.h"

static const struct mr_option read_options[] = {
	[CSV_READ_DELIMITER] =
		{"delimiter", MR_OPTION_STRING, NULL, NULL, 0, 0,
		 "what stands between fields: a character, or comma, semicolon, tab, pipe, colon"},
	[CSV_READ_MARKDOWN] = {"markdown", MR_OPTION_FLAG, "no", NULL, 0, 0,
			       "cells are Markdown, not letters"},
};

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "csv",
	.summary = "a table in delimited text",
	.version = "1.0",
	.extension = "csv",
	.media_type = "text/csv",
	.capabilities = MR_CAN_READ_TEXT,
	.read = csv_read,
	.read_suffixes = "csv|tsv|tab|psv",
	.sniff = csv_sniff,
	.read_options = read_options,
	.n_read_options = sizeof(read_options) / sizeof(*read_options),
};
