/* SPDX-License-Identifier: MIT */
#include "cli/attest.h"

#include <string.h>

#include "base/json.h"

static const char *const names[] = {
	[ATTEST_IDENTICAL] = "identical",
	[ATTEST_STAMP] = "stamp",
	[ATTEST_STATED] = "stated",
	[ATTEST_EDITED] = "edited",
	[ATTEST_OTHER_DATASET] = "another-dataset",
	[ATTEST_OTHER_EDITION] = "another-edition",
	[ATTEST_OTHER_TEMPLATE] = "another-template",
	[ATTEST_UNMARKED] = "no-stamp",
	[ATTEST_DAMAGED] = "damaged",
	[ATTEST_AMBIGUOUS] = "ambiguous",
};

int attest_status(const struct attest *attest)
{
	return attest->verdict > ATTEST_STATED;
}

/* ---- for people */

static void put_stamp(struct buf *out, const struct stamp *stamp)
{
	buf_printf(out, "  made by    meshreport %s, format %s", stamp->program, stamp->format);
	if (*stamp->plugin)
		buf_printf(out, " %s", stamp->plugin);
	buf_printf(out, "\n  dataset    SHA-256 %s\n", stamp->sha256);
	if (*stamp->since)
		buf_printf(out, "  since      SHA-256 %s\n", stamp->since);
	if (*stamp->form)
		buf_printf(out, "  template   SHA-256 %s\n", stamp->form);
	if (*stamp->epoch)
		buf_printf(out, "  epoch      %s\n", stamp->epoch);
	buf_printf(out, "  command    %s\n", stamp->command);
}

static void put_difference(struct buf *out, const struct attest *attest)
{
	if (attest->was_rendered)
		buf_printf(out, "; the first byte that differs is at %llu",
			   (unsigned long long)attest->differs_at);
}

static void put_verdict(struct buf *out, const struct attest *attest)
{
	const char *dataset = attest->dataset ? attest->dataset : "";

	switch (attest->verdict) {
	case ATTEST_IDENTICAL: buf_printf(out, "%s makes this file, byte for byte", dataset); break;
	case ATTEST_STAMP:
		buf_printf(
			out,
			"by its stamp alone, made from %s by meshreport %s; this one, %s, makes other bytes",
			dataset, attest->by->program, MESHREPORT_VERSION);
		break;
	case ATTEST_STATED:
		buf_put_text(out, "what its stamp says; with a dataset it is compared");
		break;
	case ATTEST_EDITED:
		buf_printf(
			out,
			"its stamp names %s and this selection, which make other bytes: it was edited "
			"afterwards, or fonts, libraries or logos are others here",
			dataset);
		put_difference(out, attest);
		break;
	case ATTEST_OTHER_DATASET:
		buf_printf(out, "made from another dataset: %s has the SHA-256 %s", dataset,
			   attest->found);
		break;
	case ATTEST_OTHER_EDITION:
		buf_printf(out,
			   "compared with another older edition: the one given has the SHA-256 %s",
			   attest->found);
		break;
	case ATTEST_OTHER_TEMPLATE:
		buf_put_text(out,
			     *attest->found
				     ? "made with another template: the one given has the SHA-256 "
				     : "made with the built-in template, not with the one given");
		buf_put_text(out, attest->found);
		break;
	case ATTEST_UNMARKED:
		buf_put_text(out, "there is no stamp of meshreport in it");
		if (attest->dataset)
			buf_printf(
				out,
				", and %s with the options given (none: all of it) makes other bytes",
				dataset);
		put_difference(out, attest);
		break;
	case ATTEST_DAMAGED:
		buf_printf(out,
			   attest->is_newer
				   ? "its stamp, at byte %llu, is of a later version of meshreport"
				   : "its stamp, at byte %llu, is damaged or was edited",
			   (unsigned long long)attest->damaged_at);
		break;
	case ATTEST_AMBIGUOUS:
		buf_printf(out, "it holds %zu stamps, and none of them makes these bytes",
			   attest->n_stamps);
		break;
	}
}

void attest_put_text(struct buf *out, const struct attest *attest)
{
	buf_printf(out, "%s: %s: ", attest->file, names[attest->verdict]);
	put_verdict(out, attest);
	buf_put_byte(out, '\n');
	if (attest->by)
		put_stamp(out, attest->by);
	for (size_t i = 0; !attest->by && i < attest->n_stamps; i++)
		put_stamp(out, &attest->stamps[i].is);
	if (attest->verdict == ATTEST_UNMARKED && !attest->dataset)
		buf_put_text(
			out,
			"  a program that saved it anew leaves none, nor does a template without it; "
			"with a dataset and the options it was made with it is compared\n");
}

/* ---- for programs */

static void put_member(struct buf *out, const char *key, const char *text)
{
	if (!*text)
		return;
	buf_put_text(out, ", ");
	json_put_member(out, key, text);
}

static void put_json_stamp(struct buf *out, const struct stamp_found *found)
{
	const struct stamp *stamp = &found->is;

	buf_printf(out, "{\"offset\": %zu", found->offset);
	put_member(out, "program", stamp->program);
	put_member(out, "format", stamp->format);
	put_member(out, "plugin", stamp->plugin);
	put_member(out, "sha256", stamp->sha256);
	put_member(out, "since", stamp->since);
	put_member(out, "template", stamp->form);
	put_member(out, "epoch", stamp->epoch);
	put_member(out, "command", stamp->command);
	buf_put_byte(out, '}');
}

void attest_put_json(struct buf *out, const struct attest *attest)
{
	buf_put_text(out, "{\n");
	json_put_member(out, "file", attest->file);
	if (attest->dataset) {
		buf_put_text(out, ",\n");
		json_put_member(out, "dataset", attest->dataset);
	}
	buf_put_text(out, ",\n");
	json_put_member(out, "verdict", names[attest->verdict]);
	buf_printf(out, ",\n\"verified\": %s",
		   attest_status(attest) == 0 && attest->dataset ? "true" : "false");
	if (*attest->found) {
		buf_put_text(out, ",\n");
		json_put_member(out, "found", attest->found);
	}
	if (attest->part && *attest->part) {
		buf_put_text(out, ",\n");
		json_put_member(out, "part", attest->part);
	}
	if (attest->was_rendered && attest->verdict != ATTEST_IDENTICAL)
		buf_printf(out, ",\n\"differs_at\": %llu", (unsigned long long)attest->differs_at);
	if (attest->has_damaged)
		buf_printf(out, ",\n\"damaged_at\": %zu", attest->damaged_at);
	buf_put_text(out, ",\n\"stamps\": [");
	for (size_t i = 0; i < attest->n_stamps; i++) {
		buf_put_text(out, i ? ",\n" : "\n");
		put_json_stamp(out, &attest->stamps[i]);
	}
	buf_put_text(out, attest->n_stamps > 0 ? "\n]\n}\n" : "]\n}\n");
}
