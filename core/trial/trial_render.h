/* SPDX-License-Identifier: MIT */
/*
 * trial_render - one run of a plugin in memory: a dataset in, what it wrote and said out.  Nothing is seen outside.
 */
#ifndef MESHREPORT_CORE_TRIAL_RENDER_H
#define MESHREPORT_CORE_TRIAL_RENDER_H

#include "run/input.h"
#include "run/run.h"

struct trial_order {
	const struct plugin_file *file;
	const struct input *input; /* selected */
	const char *option; /* "KEY=VALUE", or null */
	size_t room; /* bytes that may be written of an artifact before its sink fails; 0: all */
	uint64_t memory; /* bytes that it may ask for; 0: what the run allows */
	int64_t ms; /* that it may take, no more than the run allows; 0: that */
};

struct trial_outcome {
	bool is_done; /* ended well, and no error was said */
	bool is_broken; /* crashed, hung, lied, or failed without a word: the host had to say why */
	uint32_t n_artifacts;
	uint64_t n_bytes;
	bool has_mark; /* in every artifact */
	bool is_text; /* every artifact is UTF-8 without a NUL, but for those with a suffix of their own */
	bool had_no_memory; /* the host ended it for want of memory, and said so */
	struct buf bytes; /* all artifacts, with their parts between them */
	struct buf errors; /* its first error, "" without */
	struct buf noise; /* what it printed first */
	int64_t ms;
};

/* Fills `out`, which trial_render_release() empties; where the host itself failed, its error says so. */
void trial_render(struct run *run, const struct trial_order *order, struct trial_outcome *out);
void trial_render_release(struct trial_outcome *outcome);

/* Reads `n` bytes with a plugin that reads; what it finds is thrown away.  RUN_DONE, or another code where the host failed. */
int trial_render_read(struct run *run, const struct plugin_file *file, const char *bytes, size_t n,
		      struct trial_outcome *out);
/* The same of a picture that a plugin decodes; its pixels are thrown away. */
int trial_render_decode(struct run *run, const struct plugin_file *file, const char *bytes,
			size_t n, struct trial_outcome *out);
/* Its template, as --print-template prints it. */
int trial_render_template(struct run *run, const struct plugin_file *file,
			  struct trial_outcome *out);

#endif
