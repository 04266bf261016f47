/* SPDX-License-Identifier: MIT */
/* Delimited text, as spreadsheets and databases read and write it. */
#include <meshreport/plugin.h>

#include "csv/csv_read.h"
#include "csv/write/csv_file.h"

static const struct mr_option options[] = {
	[CSV_OPTION_LAYOUT] =
		{"layout", MR_OPTION_CHOICE, "matrix", "matrix|long", 0, 0,
		 "a row for each feature, or for each cell with all that is said of it"},
	[CSV_OPTION_TABLE] =
		{"table", MR_OPTION_CHOICE, "features", "features|ranking|questions", 0, 0,
		 "the comparison, or of --profile and --weight a row for each product, or for each "
		 "unknown cell that would decide it"},
	[CSV_OPTION_DELIMITER] =
		{"delimiter", MR_OPTION_STRING, ",", NULL, 0, 0,
		 "what stands between fields: a character, or comma, semicolon, tab, pipe, colon"},
	[CSV_OPTION_BOM] = {"bom", MR_OPTION_FLAG, "no", NULL, 0, 0,
			    "a byte order mark first, by which Excel knows UTF-8"},
	[CSV_OPTION_FORMULAS] =
		{"formulas", MR_OPTION_CHOICE, "defuse", "defuse|keep", 0, 0,
		 "an apostrophe before what a spreadsheet would take for a formula, or nothing"},
};

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
	.summary = "delimited text for spreadsheets and databases; reads such tables",
	.version = "1.0",
	.extension = "csv",
	.media_type = "text/csv",
	.capabilities = MR_CAN_DOCUMENT | MR_CAN_READ_TEXT | MR_CANNOT_MARK,
	.options = options,
	.n_options = sizeof(options) / sizeof(*options),
	.render = csv_file_render,
	.vet = csv_file_vet,
	.read = csv_read,
	.read_suffixes = "csv|tsv|tab|psv",
	.sniff = csv_sniff,
	.read_options = read_options,
	.n_read_options = sizeof(read_options) / sizeof(*read_options),
	.license = "MIT",
	.examples = "-O layout=long # a row for each cell, for a database",
};
