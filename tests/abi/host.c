/* SPDX-License-Identifier: MIT */
/*
 * A host that is not ours: host MODE PLUGIN.so TEMPLATES DATASET > artifact
 *
 * Opens one plugin, renders the dataset through a job of its own making, and writes the first
 * artifact to standard output.  MODE: plain, grown (a later host's longer structs and larger
 * strides), strange (values of enumerations that the plugin cannot know).
 */
#include "host.h"

#include <dlfcn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "yaml/dataset_load.h"
#include "base/diag.h"
#include "view/matrix.h"
#include "plugin/options.h"

struct bytes {
	struct mr_sink is;
	char *at;
	size_t n, capacity;
};

struct host {
	struct mr_job job;
	char later[64]; /* what a later host may have put behind the job */
	const char *templates;
	struct bytes artifacts[64];
	int n_artifacts, n_errors;
};

static void put(struct mr_sink *sink, const void *from, size_t n)
{
	struct bytes *bytes = (struct bytes *)sink;

	if (bytes->n + n > bytes->capacity) {
		bytes->capacity = (bytes->n + n) * 2;
		bytes->at = realloc(bytes->at, bytes->capacity);
		if (!bytes->at)
			abort();
	}
	memcpy(bytes->at + bytes->n, from, n);
	bytes->n += n;
}

static struct mr_sink *open_artifact(struct mr_job *job, const char *part)
{
	struct host *host = job->host;
	struct bytes *bytes = &host->artifacts[host->n_artifacts++ % 64];

	(void)part;
	bytes->is.write = put;
	return &bytes->is;
}

static int resource(struct mr_job *job, const char *name, struct mr_bytes *out)
{
	struct host *host = job->host;
	char path[1000], *bytes;
	FILE *file;
	size_t n;

	snprintf(path, sizeof(path), "%s/%s/%s", host->templates, job->format, name);
	file = fopen(path, "rb");
	bytes = calloc(1, 1 << 20);
	if (!file || !bytes)
		return -1;
	n = fread(bytes, 1, (1 << 20) - 1, file);
	fclose(file);
	*out = (struct mr_bytes){bytes, n};
	return 0;
}

static void *allocate(struct mr_job *job, size_t n)
{
	(void)job;
	return calloc(1, n + 1);
}

static void say(struct mr_job *job, enum mr_severity severity, const struct mr_where *where,
		const char *format, ...)
{
	struct host *host = job->host;
	va_list arguments;

	(void)where;
	host->n_errors += severity == MR_ERROR;
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
}

static void progress(struct mr_job *job, uint64_t done, uint64_t total)
{
	(void)job;
	(void)done;
	(void)total;
}

static int canonical(struct mr_job *job, struct mr_bytes *out)
{
	static char bytes[2000];

	(void)job;
	memset(bytes, '#', sizeof(bytes) - 1);
	*out = (struct mr_bytes){bytes, sizeof(bytes) - 1};
	return 0;
}

static int canonical_as(struct mr_job *job, uint32_t form, struct mr_bytes *out)
{
	(void)form;
	return canonical(job, out);
}

static void describe(struct mr_job *job, const char *what, uint64_t n)
{
	(void)job;
	(void)what;
	(void)n;
}

/* The defaults, `stride` bytes apart. */
static void set_options(struct host *host, const struct mr_plugin *plugin, size_t stride)
{
	char *values = calloc(plugin->n_options + 1, stride);
	char why[OPTIONS_WHY];

	if (!values)
		abort();
	for (uint32_t i = 0; i < plugin->n_options; i++) {
		const struct mr_option *option = &plugin->options[i];
		struct mr_value value = {.type = option->type, .text = ""};
		char *word = calloc(1, OPTIONS_WORD);

		if (option->initial && options_value(option, option->initial, word, &value, why))
			abort();
		memset(values + i * stride, 0xa5, stride);
		memcpy(values + i * stride, &value, sizeof(value));
	}
	host->job.values = (const struct mr_value *)(void *)values;
	host->job.n_values = plugin->n_options;
	host->job.option_stride = (uint32_t)stride;
}

static const struct mr_matrix *load(const char *path)
{
	static struct dataset set;
	struct limits limits;
	struct diag diag;
	struct matrix *matrix;

	diag_init(&diag, 0);
	limits_init(&limits);
	if (dataset_load(&set, path, &limits, &diag) != 0)
		return NULL;
	matrix = matrix_new(&set, NULL, &diag);
	return matrix ? matrix_view(matrix) : NULL;
}

/* A host without any: what a plugin does without it must be a whole artifact, too. */
static const void *service(struct mr_job *job, const char *name)
{
	(void)job;
	(void)name;
	return NULL;
}

int main(int argc, char **argv)
{
	static struct host host;
	bool is_plain = argc > 1 && strcmp(argv[1], "plain") == 0;
	void *handle = argc == 5 ? dlopen(argv[2], RTLD_NOW | RTLD_LOCAL) : NULL;
	const struct mr_plugin *plugin = handle ? dlsym(handle, MR_PLUGIN_SYMBOL) : NULL;
	const struct mr_matrix *matrix = plugin ? load(argv[4]) : NULL;

	if (!matrix)
		return 3;
	if (!is_plain)
		matrix = grown(matrix, strcmp(argv[1], "strange") == 0);
	memset(host.later, 0xa5, sizeof(host.later));
	host.templates = argv[3];
	host.job = (struct mr_job){
		.struct_size = is_plain ? sizeof(host.job) : sizeof(host.job) + sizeof(host.later),
		.matrix = matrix,
		.clock = 1572998400,
		.format = plugin->name,
		.generator = "meshreport 0.0",
		.open = open_artifact,
		.resource = resource,
		.alloc = allocate,
		.diag = say,
		.progress = progress,
		.describe = describe,
		.host = &host,
		.canonical = canonical,
		.canonical_as = canonical_as,
		.service = service,
	};
	set_options(&host, plugin, sizeof(struct mr_value) + (is_plain ? 0 : 24));
	if (plugin->render(&host.job) != 0 || host.n_errors > 0 || host.n_artifacts == 0)
		return 1;
	fwrite(host.artifacts[0].at, 1, host.artifacts[0].n, stdout);
	fflush(stdout);
	_Exit(0);
}
