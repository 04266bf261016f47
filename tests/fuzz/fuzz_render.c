/* SPDX-License-Identifier: MIT */
/*
 * Any bytes through the loader and then through a renderer, in this process: what it says is a conversation that the
 * parent takes, it ends well or in words, and what is a text is UTF-8 without a control character.  Which renderer is
 * chosen by the bytes themselves.  Lines "#O KEY=VALUE" at the beginning are options.
 *
 * seeds: tests/fuzz/seeds/render tests/golden/dataset.yaml
 * sources: core/yaml/ core/view/ core/data/ core/base/refusal
 */
#include "frames.h"

#include "base/utf8.h"
#include "canon/canon.h"
#include "canon/canon_json.h"
#include "child/child.h"
#include "plugin/home.h"
#include "frames/wire.h"
#include "view/matrix.h"
#include "yaml/dataset_load.h"

#include <stdint.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

enum { GIVEN_MAX = 6, OPTION_BYTES = 80 };

/* Without xlsx: its library's temporary files are the plugin's only where no program is linked with that library. */
static const char *const formats[] = {"csv", "json", "markdown", "text", "html", "latex",
				      "svg", "yaml", "docx",     "pdf",  "png"};

struct options {
	char words[GIVEN_MAX][OPTION_BYTES];
	const char *at[GIVEN_MAX];
	size_t n;
};

static void take_options(struct options *out, const char *at, const char *end)
{
	out->n = 0;
	while (out->n < GIVEN_MAX && end - at > 3 && memcmp(at, "#O ", 3) == 0) {
		const char *feed = memchr(at, '\n', (size_t)(end - at));
		size_t n = (size_t)((feed ? feed : end) - at) - 3;

		if (n < OPTION_BYTES && !memchr(at + 3, '\0', n)) {
			memcpy(out->words[out->n], at + 3, n);
			out->words[out->n][n] = '\0';
			out->at[out->n] = out->words[out->n];
			out->n++;
		}
		at = feed ? feed + 1 : end;
	}
}

static const char *choose(const uint8_t *bytes, size_t n)
{
	uint32_t hash = UINT32_C(2166136261);

	for (size_t i = 0; i < n; i++)
		hash = (hash ^ bytes[i]) * UINT32_C(16777619);
	return formats[(hash >> 8) % (sizeof(formats) / sizeof(*formats))];
}

static void put_canonical(const void *canon, enum mr_canonical form, const char *mark,
			  struct buf *out)
{
	if (form == MR_CANONICAL_YAML)
		canon_put(out, canon);
	else
		canon_json_put(out, canon, mark, form == MR_CANONICAL_JSON_LINES);
}

static void put_beside(const void *target, const char *part, const char *suffix, struct buf *out)
{
	(void)target;
	buf_printf(out, "fuzz%s%s.%s", *part ? "-" : "", part, suffix);
}

/* What the child has said since it was heard last. */
static void hear(struct frames *frames, struct child *child)
{
	struct buf *said = child_said(child);

	prove(!said->failed);
	prove(job_feed(&frames->job, &frames->host, buf_text(said), said->n) == 0);
	buf_clear(said);
}

/* A terminal's escapes are made for a screen, which nobody asked for here. */
static void prove_text(const struct job_artifact *artifact)
{
	const struct buf *bytes = &artifact->sink.memory;
	size_t length;

	for (size_t at = 0; at < bytes->n; at += length) {
		uint32_t c = utf8_decode(bytes->at + at, bytes->n - at, &length);

		prove(c != UTF8_INVALID && (c == '\n' || c == '\t' || c == '\r' || c >= 0x20));
	}
}

static void prove_outcome(const struct frames *frames)
{
	const struct job *job = &frames->job;

	prove(job->is_done || job->is_stopped);
	if (diag_has_errors(&job->diag))
		return;
	prove(job->n_artifacts > 0);
	for (uint32_t i = 0; i < job->n_artifacts; i++) {
		prove(job->artifacts[i].sink.error == 0 && job->artifacts[i].sink.n_bytes > 0);
		if (!(job->info.capabilities & MR_CAN_BINARY) && !*job->artifacts[i].suffix)
			prove_text(&job->artifacts[i]);
	}
}

static void render(const struct child_order *order)
{
	struct frames frames;
	struct child *child;

	frames_init(&frames, CHILD_RENDER, false);
	frames.job.order = *order;
	child = child_open(&frames.job.order);
	prove(child != NULL);
	hear(&frames, child);
	if (frames.job.state == JOB_READY) {
		frames.job.state = JOB_RENDERING;
		child_go_on(child, false);
		hear(&frames, child);
	}
	prove_outcome(&frames);
	frames_prove(&frames);
	child_close(child);
	frames_release(&frames);
}

static void load_and_render(const uint8_t *bytes, size_t n, const char *format)
{
	const char *folder = getenv("FUZZ_PLUGINS");
	char path[4096];
	struct select_request whole = {0};
	struct matrix *matrix = NULL;
	struct options options;
	struct limits limits;
	struct dataset set;
	struct diag diag;

	prove(folder != NULL);
	snprintf(path, sizeof(path), "%s/%s.so", folder, format);
	limits_init(&limits);
	limits.expansion = 2000;
	limits.products = 40; /* a page for each, and thousands of them say no more */
	diag_init(&diag, 20);
	take_options(&options, (const char *)bytes, (const char *)bytes + n);
	if (dataset_load_bytes(&set, bytes, n, "fuzz.yaml", &limits, &diag) == 0)
		matrix = matrix_new(&set, &whole, &diag);
	if (matrix) {
		const struct home home = {.plugins = folder, .templates = "templates"};
		const struct plugin_file file = {.name = format,
						 .variant = "",
						 .label = format,
						 .path = path,
						 .folder = folder};
		const struct canon canon = {.matrix = matrix};

		render(&(struct child_order){.task = CHILD_RENDER,
					     .file = &file,
					     .home = &home,
					     .matrix = matrix_view(matrix),
					     .options = options.at,
					     .n_options = options.n,
					     .is_asked = true, /* options open no file */
					     .canonical = put_canonical,
					     .canon = &canon,
					     .beside = put_beside});
	}
	matrix_free(matrix);
	dataset_release(&set);
	diag_release(&diag);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	const char *only = getenv("FUZZ_FORMAT");

	load_and_render(bytes, n, only ? only : choose(bytes, n));
	return 0;
}
