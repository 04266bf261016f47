/* SPDX-License-Identifier: MIT */
/*
 * frames - the parent's side of wire.h: each frame is checked, and moves its job on.
 *
 * A function that handles a frame returns -1 when the child broke the protocol.  What merely went
 * wrong (a full disk) is an error in the job's diag and no breach.
 */
#include "host/job.h"

#include <string.h>

#include "view/matrix.h"
#include "base/mem.h"
#include "host/vet.h"

static const char *keep(struct job *job, const char *text)
{
	const char *copy = arena_copy(&job->arena, text, strlen(text));

	return copy ? copy : "";
}

static const char *keep_text(struct job *job, struct wire_reader *reader, size_t max)
{
	return keep(job, wire_text(reader, max));
}

/* ------------------------------------------------------------------ before rendering */

static void read_option(struct job *job, struct wire_reader *reader, struct mr_option *option)
{
	option->name = keep_text(job, reader, VET_NAME_MAX);
	option->help = keep_text(job, reader, 1000);
	option->initial = keep_text(job, reader, 1000);
	option->choices = keep_text(job, reader, 1000);
	option->type = (uint32_t)wire_number(reader);
	if (wire_number(reader) == 0)
		option->initial = NULL;
	option->min = wire_real(reader);
	option->max = wire_real(reader);
}

static int on_hello(struct job *job, struct wire_reader *reader)
{
	struct job_info *info = &job->info;
	struct mr_option *options;
	uint64_t n;
	char why[OPTIONS_WHY];

	if (job->has_info)
		return -1;
	info->summary = keep_text(job, reader, 200);
	info->version = keep_text(job, reader, 40);
	info->extension = keep_text(job, reader, VET_NAME_MAX);
	info->media_type = keep_text(job, reader, 100);
	info->template_name = keep_text(job, reader, VET_PART_MAX);
	info->capabilities = (uint32_t)wire_number(reader);
	info->abi_minor = (uint32_t)wire_number(reader);
	n = wire_number(reader);
	if (n > OPTIONS_MAX || !vet_extension(info->extension))
		return -1;
	options = arena_array(&job->arena, n + 1, sizeof(*options));
	if (!options)
		return 0;
	for (uint64_t i = 0; i < n; i++)
		read_option(job, reader, &options[i]);
	info->table = (struct option_table){options, (uint32_t)n};
	job->has_info = true;
	return wire_is_done(reader) && options_vet(&info->table, why) == 0 ? 0 : -1;
}

static int on_option(struct job *job, struct wire_reader *reader)
{
	uint64_t index = wire_number(reader), verdict = wire_number(reader);
	const char *words = keep_text(job, reader, OPTIONS_WHY);

	if (!wire_is_done(reader) || index >= job->order.n_options ||
	    verdict > CHILD_OPTION_WRONG || !job->has_info)
		return -1;
	if (job->verdicts)
		job->verdicts[index] = (struct job_verdict){(enum child_verdict)verdict, words};
	return 0;
}

static int on_ready(struct job *job, struct wire_reader *reader)
{
	if (job->state != JOB_PROBING || !job->has_info || !wire_is_done(reader))
		return -1;
	job->state = JOB_READY;
	return 0;
}

/* ------------------------------------------------------------------ while rendering */

static int on_open(struct job_group *group, struct job *job, struct wire_reader *reader)
{
	const char *part = wire_text(reader, VET_PART_MAX);
	struct job_artifact *artifact;

	if (!wire_is_done(reader) || (*part && !vet_part(part)) ||
	    job->head.artifact != job->n_artifacts || job->n_artifacts >= CHILD_ARTIFACTS_MAX)
		return -1;
	if (job->n_artifacts == job->n_allocated) {
		uint32_t wanted = job->n_allocated ? job->n_allocated * 2 : 4;
		struct job_artifact *grown =
			mem_resize(job->artifacts, wanted, sizeof(*job->artifacts));

		if (!grown) {
			diag_no_memory(&job->diag);
			job->is_stopped = true;
			return 0;
		}
		job->artifacts = grown;
		job->n_allocated = wanted;
	}
	artifact = &job->artifacts[job->n_artifacts++];
	*artifact = (struct job_artifact){.sink = {.fd = -1}, .shown = "", .facts = ""};
	artifact->part = keep(job, part);
	job->is_stopped = group->host.open(group->host.context, job, artifact) != 0;
	return 0;
}

static int on_data(struct job *job, const char *bytes, size_t n)
{
	struct job_artifact *artifact;

	if (job->head.artifact >= job->n_artifacts)
		return -1;
	artifact = &job->artifacts[job->head.artifact];
	if (artifact->sink.error != 0)
		return 0;
	sink_write(&artifact->sink, bytes, n);
	if (artifact->sink.error != 0) {
		job_error(job, "cannot write %s: %s", artifact->shown,
			  strerror(artifact->sink.error));
		job->is_stopped = true;
	}
	return 0;
}

/* "pages" of one page is "1 page". */
static int on_describe(struct job *job, struct wire_reader *reader)
{
	unsigned long long n = wire_number(reader);
	const char *what = wire_text(reader, CHILD_WHAT_MAX);
	size_t n_what = strlen(what);
	struct job_artifact *artifact;
	struct buf facts = BUF_INIT;

	if (!wire_is_done(reader) || job->head.artifact >= job->n_artifacts)
		return -1;
	artifact = &job->artifacts[job->head.artifact];
	if (n == 1 && n_what > 1 && what[n_what - 1] == 's')
		n_what--;
	buf_printf(&facts, "%s%s%llu %.*s", artifact->facts, *artifact->facts ? ", " : "", n,
		   (int)n_what, what);
	if (facts.n < 300)
		artifact->facts = keep(job, buf_text(&facts));
	buf_release(&facts);
	return 0;
}

static int on_progress(struct job *job, struct wire_reader *reader)
{
	uint64_t part = wire_number(reader);

	if (!wire_is_done(reader) || part > 100)
		return -1;
	job->progress = (uint32_t)part;
	return 0;
}

/* ------------------------------------------------------------------ at any time */

/* Indexes beyond the matrix are the plugin's mistake: the message is kept, the place is not. */
static bool is_inside(const struct mr_matrix *m, const struct mr_where *where)
{
	switch (where->kind) {
	case MR_AT_PRODUCT: return where->index < m->products.n;
	case MR_AT_CATEGORY: return where->index < m->categories.n;
	case MR_AT_FEATURE: return where->index < m->features.n;
	case MR_AT_NOTE: return where->index < m->notes.n;
	case MR_AT_CELL: return where->index < m->features.n && where->second < m->products.n;
	default: return false;
	}
}

static void add_message(const struct job_group *group, struct job *job, enum mr_severity severity,
			const struct mr_where *where, const char *words)
{
	struct diag_message message = {.severity = severity, .file = job->order.file->name};
	char name[200] = "";
	struct buf text = BUF_INIT;

	if (where->kind == MR_AT_RESOURCE && *where->name) {
		bool is_users = job->order.has_template &&
				strcmp(where->name, job->info.template_name) == 0;

		message.file = is_users ? job->template_path : where->name;
		message.place = (struct place){where->index, where->second};
		buf_printf(&text, "%s: ", job->order.file->name);
	} else if (group->matrix && is_inside(job->order.matrix, where)) {
		message.file = group->dataset_path;
		message.place = matrix_place(group->matrix, where);
		matrix_describe(group->matrix, where, name, sizeof(name));
		buf_printf(&text, "%s: ", job->order.file->name);
	}
	buf_put_text(&text, words);
	message.text = buf_text(&text);
	message.path = name;
	diag_add(&job->diag, &message);
	buf_release(&text);
}

static int on_diag(const struct job_group *group, struct job *job, struct wire_reader *reader)
{
	uint64_t severity = wire_number(reader);
	struct mr_where where = {.kind = (uint32_t)wire_number(reader)};
	const char *words;

	where.index = (uint32_t)wire_number(reader);
	where.second = (uint32_t)wire_number(reader);
	where.name = wire_text(reader, VET_PART_MAX);
	words = wire_text(reader, CHILD_MESSAGE_MAX);
	if (!wire_is_done(reader) || severity > MR_ERROR)
		return -1;
	add_message(group, job, (enum mr_severity)severity, &where, words);
	return 0;
}

static int on_done(struct job *job, struct wire_reader *reader)
{
	uint64_t status = wire_number(reader);

	if (!wire_is_done(reader))
		return -1;
	job->is_done = true;
	if (status != 0 && !diag_has_errors(&job->diag))
		job_error(job, "the plugin failed without saying why");
	return 0;
}

/* ------------------------------------------------------------------ taking in */

static int on_frame(struct job_group *group, struct job *job)
{
	const char *payload = buf_text(&job->payload);
	struct wire_reader reader = {payload, payload + job->payload.n, job->payload.failed};
	bool is_rendering = job->state == JOB_RENDERING;

	switch (job->head.kind) {
	case WIRE_HELLO: return job->state == JOB_PROBING ? on_hello(job, &reader) : -1;
	case WIRE_OPTION: return job->state == JOB_PROBING ? on_option(job, &reader) : -1;
	case WIRE_READY: return on_ready(job, &reader);
	case WIRE_OPEN: return is_rendering ? on_open(group, job, &reader) : -1;
	case WIRE_DESCRIBE: return is_rendering ? on_describe(job, &reader) : -1;
	case WIRE_PROGRESS: return is_rendering ? on_progress(job, &reader) : -1;
	case WIRE_DIAG: return on_diag(group, job, &reader);
	case WIRE_DONE: return on_done(job, &reader);
	default: return -1;
	}
}

/* Takes bytes of a head; the number taken, or 0 when the head is not a possible one. */
static size_t feed_head(struct job *job, const char *bytes, size_t n)
{
	size_t wanted = sizeof(job->head) - job->n_head;
	size_t taken = n < wanted ? n : wanted;

	memcpy((char *)&job->head + job->n_head, bytes, taken);
	job->n_head += taken;
	if (job->n_head < sizeof(job->head))
		return taken;
	bool is_data = job->head.kind == WIRE_DATA;

	if (job->head.n > (is_data ? WIRE_DATA_MAX : WIRE_MAX) ||
	    (is_data && job->state != JOB_RENDERING))
		return 0;
	job->n_left = job->head.n;
	buf_clear(&job->payload);
	return taken;
}

int job_feed(struct job_group *group, struct job *job, const char *bytes, size_t n)
{
	while (n > 0 && !job->is_done && !job->is_stopped) {
		size_t taken;

		if (job->n_head < sizeof(job->head)) {
			taken = feed_head(job, bytes, n);
			if (taken == 0)
				return -1;
		} else {
			taken = n < job->n_left ? n : job->n_left;
			if (job->head.kind != WIRE_DATA)
				buf_put(&job->payload, bytes, taken);
			else if (on_data(job, bytes, taken) != 0)
				return -1;
			job->n_left -= (uint32_t)taken;
		}
		bytes += taken;
		n -= taken;
		if (job->n_head < sizeof(job->head) || job->n_left > 0)
			continue;
		job->n_head = 0;
		if (job->head.kind != WIRE_DATA && on_frame(group, job) != 0)
			return -1;
	}
	return 0;
}
