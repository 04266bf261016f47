/* SPDX-License-Identifier: MIT */
/*
 * Any text as a Mustache template and as its own partial: it ends, in output or in exactly one
 * error that lies inside the text, both strictly and leniently.
 *
 * seeds: tests/fuzz/seeds/template
 * sources: plugins/common/template/ plugins/common/write/
 */
#include "common/template/template.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

struct fuzz_job {
	struct mr_job job;
	struct mr_bytes text;
	unsigned n_errors, n_partials;
};

static void prove(bool holds)
{
	if (!holds)
		abort();
}

static void count(struct mr_job *job, enum mr_severity severity, const struct mr_where *where,
		  const char *format, ...) MR_PRINTF(4, 5);
static void count(struct mr_job *job, enum mr_severity severity, const struct mr_where *where,
		  const char *format, ...)
{
	(void)format;
	prove(where->kind == MR_AT_RESOURCE && where->index >= 1 && where->second >= 1);
	((struct fuzz_job *)job)->n_errors += severity == MR_ERROR;
}

/* A few partials, each the text itself; then none, so that branching recursion ends. */
static int serve(struct mr_job *job, const char *name, struct mr_bytes *out)
{
	struct fuzz_job *fuzz = (struct fuzz_job *)job;

	prove(strlen(name) > 0);
	*out = fuzz->text;
	return ++fuzz->n_partials > 50 ? -1 : 0;
}

static void copy(struct out *out, const char *text, size_t n)
{
	out_bytes(out, text, n);
}

static void write_block(const void *context, struct out *out)
{
	out_string(out, context);
}

static struct template_value *make_tree(struct template_data *data)
{
	struct template_value *root = template_map(data), *list = template_list(data);

	template_set_text(data, root, "title", "T");
	template_set_text(data, root, "empty", "");
	template_set(data, root, "shown", template_flag(data, true));
	template_set(data, root, "table", template_block(data, write_block, "block"));
	for (int i = 0; i < 2; i++) {
		struct template_value *item = template_map(data);

		template_set_text(data, item, "name", "N");
		template_push(data, list, item);
	}
	template_set(data, root, "items", list);
	return root;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	for (int is_lenient = 0; is_lenient < 2; is_lenient++) {
		struct fuzz_job fuzz = {.job = {.diag = count, .resource = serve},
					.text = {bytes, n}};
		struct template_data data = {0};
		struct template_call call = {.job = &fuzz.job,
					     .name = "fuzz",
					     .text = fuzz.text,
					     .data = &data,
					     .root = make_tree(&data),
					     .escape = copy,
					     .is_lenient = is_lenient};
		struct out out;
		int status;

		out_to_memory(&out, 1u << 24);
		status = template_render(&call, &out);
		prove((status == 0) == (fuzz.n_errors == 0) && fuzz.n_errors <= 1);
		out_release(&out);
		template_data_release(&data);
	}
	return 0;
}
