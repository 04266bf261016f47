/* SPDX-License-Identifier: MIT */
/*
 * Data in JSON: read as tables, written as the dataset of what is shown.
 *
 * The host makes what is written (mr_job.canonical_as), so that every format that hands out the data hands out the
 * same; and since it is a dataset, the host reads it again itself, not json_read.
 */
#include <meshreport/plugin.h>

#include "json/json_changes.h"
#include "json/json_read.h"

enum { OPTION_LINES };

static const struct mr_option options[] = {
	[OPTION_LINES] = {"lines", MR_OPTION_FLAG, "no", NULL, 0, 0,
			  "JSON Lines: one object with all but the features, then one a feature"},
};

static int render(struct mr_job *job)
{
	bool is_lines = mr_option_value(job, OPTION_LINES)->integer;
	struct mr_sink *sink = job->open(job, "");
	struct mr_bytes bytes;

	if (job->matrix->since && job->matrix->since->is_diff)
		return json_changes_render(job, sink, is_lines);
	if (job->canonical_as(job, is_lines ? MR_CANONICAL_JSON_LINES : MR_CANONICAL_JSON,
			      &bytes) != 0) {
		job->diag(job, MR_ERROR, NULL, "this host makes no JSON");
		return -1;
	}
	if (!job->matrix->since)
		sink->write(sink, bytes.at, bytes.n);
	else if (json_changes_add(job, sink, &bytes, is_lines) != 0)
		return -1;
	job->describe(job, "products", job->matrix->products.n);
	job->describe(job, "features", job->matrix->features.n);
	return 0;
}

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "json",
	.summary = "the data for programs; reads rows, columns and objects of a JSON file",
	.version = "1.0",
	.extension = "json",
	.media_type = "application/json",
	.capabilities = MR_CAN_DOCUMENT | MR_CAN_READ_TEXT,
	.options = options,
	.n_options = sizeof(options) / sizeof(*options),
	.render = render,
	.read = json_read,
	.read_suffixes = "json|jsonl|ndjson|jsonc",
	.sniff = json_read_sniff,
	.license = "MIT",
	.examples = "-O lines -o - # JSON Lines, for a pipe",
};
