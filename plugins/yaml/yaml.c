/* SPDX-License-Identifier: MIT */
/*
 * yaml - the dataset of what is shown, as meshreport reads it: what was selected, and nothing else.
 *
 * The host makes it (mr_job.canonical), so that every format that hands out the data hands out the same.
 */
#include <meshreport/plugin.h>

#include "common/change/changes.h"
#include "common/ranking/ranked.h"

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");
	struct mr_bytes bytes;

	if (job->canonical(job, &bytes) != 0) {
		job->diag(job, MR_ERROR, NULL, "this host has no canonical form");
		return -1;
	}
	sink->write(sink, bytes.at, bytes.n);
	ranked_not_shown(job, "pdf, text, json and others show it");
	changes_not_shown(job, "html, pdf, latex, docx, xlsx, markdown, text and json show it");
	job->describe(job, "products", job->matrix->products.n);
	job->describe(job, "features", job->matrix->features.n);
	return 0;
}

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "yaml",
	.summary = "the data in meshreport's own form, to be edited and kept",
	.version = "1.0",
	.extension = "yaml",
	.media_type = "application/yaml",
	.capabilities = MR_CAN_DOCUMENT | MR_CANNOT_MARK,
	.render = render,
	.license = "MIT",
	.suffixes = "yml",
	.examples = "--products istio,linkerd -o fewer.yaml # a dataset of two products",
};
