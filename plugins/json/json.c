/* SPDX-License-Identifier: MIT */
/* Data in JSON. */
#include <meshreport/plugin.h>

#include "json/json_read.h"

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "json",
	.summary = "rows, columns and objects of a JSON file",
	.version = "1.0",
	.extension = "json",
	.media_type = "application/json",
	.capabilities = MR_CAN_READ_TEXT,
	.read = json_read,
	.read_suffixes = "json|jsonl|ndjson|jsonc",
	.sniff = json_read_sniff,
};
