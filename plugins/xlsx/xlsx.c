/* SPDX-License-Identifier: MIT */
/* Workbooks of spreadsheets, to be read and written. */
#include <meshreport/plugin.h>

#include "xlsx/read/xlsx_read.h"
#include "xlsx/write/xlsx_render.h"

static const struct mr_option options[] = {
	[XLSX_RENDER_PAPER] = {"paper", MR_OPTION_CHOICE, "a4", XLSX_RENDER_PAPERS, 0, 0,
			       "what it is printed on, across"},
};

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "xlsx",
	.summary = "a workbook to filter, print and edit",
	.version = "1.0",
	.extension = "xlsx",
	.media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	.capabilities = MR_CAN_DOCUMENT | MR_CAN_BINARY,
	.options = options,
	.n_options = sizeof(options) / sizeof(*options),
	.render = xlsx_render,
	.read = xlsx_read,
	.read_suffixes = "xlsx|xlsm|xltx|xls",
	.sniff = xlsx_read_sniff,
	.license = "MIT",
	.examples = "-O paper=a3 # to print on large paper",
};
