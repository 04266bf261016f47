/* SPDX-License-Identifier: MIT */
/* Workbooks of spreadsheets. */
#include <meshreport/plugin.h>

#include "xlsx/xlsx_read.h"

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "xlsx",
	.summary = "the sheets of a workbook",
	.version = "1.0",
	.extension = "xlsx",
	.media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	.read = xlsx_read,
	.read_suffixes = "xlsx|xlsm|xltx|xls",
	.sniff = xlsx_read_sniff,
};
