/* SPDX-License-Identifier: MIT */
#include "host/job.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/number.h"
#include "confine/bounds.h"

enum {
	NOISE_MAX = 64 * 1024,
	NOISE_READS = 32, /* at a time: more than a pipe holds, and no end is waited for */
	NOISE_LINE_MAX = 1000,
	FACTS_MAX = 300
};

void job_init(struct job *job)
{
	*job = (struct job){.arena = ARENA_INIT, .process = PROCESS_INIT};
	diag_init(&job->diag, DIAG_MAX);
	buf_init(&job->payload, FOUND_MAX);
	buf_init(&job->noise, NOISE_MAX);
}

void job_abandon(struct job *job)
{
	for (uint32_t i = 0; i < job->n_artifacts; i++)
		sink_abandon(&job->artifacts[i].sink);
}

void job_release(struct job *job)
{
	process_end(&job->process);
	broker_end(&job->broker);
	child_close(job->child);
	job_abandon(job);
	mem_free(job->artifacts);
	buf_release(&job->payload);
	buf_release(&job->noise);
	diag_release(&job->diag);
	arena_release(&job->arena);
}

void job_read_noise(struct job *job)
{
	char bytes[4096];
	ssize_t n = -1;

	if (job->process.noise < 0)
		return;
	for (int i = 0; i < NOISE_READS; i++) {
		n = read(job->process.noise, bytes, sizeof(bytes));
		if (n <= 0)
			break;
		if (!job->noise.failed)
			buf_put(&job->noise, bytes, (size_t)n);
	}
	if (n == 0) {
		close(job->process.noise);
		job->process.noise = -1;
	}
}

void job_report_noise(struct job *job)
{
	const char *line = buf_text(&job->noise), *end = line + job->noise.n;
	char shown[NOISE_LINE_MAX];

	while (line < end) {
		const char *feed = memchr(line, '\n', (size_t)(end - line));
		size_t n = (size_t)((feed ? feed : end) - line);

		diag_fit(shown, sizeof(shown), line, n);
		if (n > 0)
			diag_say(&job->diag, MR_WARNING, job->order.file->name, "printed: %s",
				 shown);
		line += n + (feed != NULL);
	}
	buf_clear(&job->noise);
}

void job_error(struct job *job, const char *format, ...)
{
	const struct diag_message message = {
		.severity = MR_ERROR, .file = job->order.file->name, .is_verdict = true};
	va_list arguments;

	va_start(arguments, format);
	diag_vreport(&job->diag, &message, format, arguments);
	va_end(arguments);
}

void job_no_memory(struct job *job)
{
	char most[NUMBER_SIZE];

	number_write_size(job->order.memory_max, most);
	if (bounds_has_memory() && job->order.confine != CONFINE_OFF && job->order.memory_max > 0)
		job_error(job, "out of memory (--limit memory=%s)", most);
	else
		job_error(job, "out of memory");
}

/* Refused on this side: the child has done nothing wrong, but cannot be heard to the end. */
static int stop_without_memory(struct job *job)
{
	diag_no_memory(&job->diag);
	job->is_stopped = true;
	return 0;
}

/* ---- before rendering */

/*
 * A function that handles a message returns -1 when the child broke the protocol.  What merely went
 * wrong (a full disk) is an error in the job's diag and no breach.
 */
static int on_hello(struct job *job, struct wire_reader *in)
{
	if (job->state != JOB_PROBING || job->has_info)
		return -1;
	if (message_take_hello(in, &job->arena, &job->info) != 0)
		return -1;
	if (job->arena.failed)
		return stop_without_memory(job);
	job->has_info = true;
	return 0;
}

static int on_ready(struct job *job, const struct wire_reader *in)
{
	if (job->state != JOB_PROBING || !job->has_info || !wire_is_done(in))
		return -1;
	job->state = JOB_READY;
	/* what follows in the same bytes is no judgement of options any more, but a failure */
	job->has_refused_value = diag_has_errors(&job->diag);
	return 0;
}

/* ---- while rendering */

static int grow(struct job *job)
{
	uint32_t wanted = job->n_allocated ? job->n_allocated * 2 : 4;
	struct job_artifact *grown;

	if (job->n_artifacts < job->n_allocated)
		return 0;
	grown = mem_resize(job->artifacts, wanted, sizeof(*job->artifacts));
	if (!grown)
		return -1;
	job->artifacts = grown;
	job->n_allocated = wanted;
	return 0;
}

/* Artifact `index` is about to be written to; of those that are open the one that waited longest may have to rest. */
static void touch(struct job *job, uint16_t index)
{
	size_t at = 0;

	while (at < job->n_open && job->open[at] != index)
		at++;
	if (at == job->n_open && at == JOB_OPEN_MAX)
		sink_rest(&job->artifacts[job->open[--at]].sink);
	else if (at == job->n_open)
		job->n_open++;
	memmove(job->open + 1, job->open, at * sizeof(*job->open));
	job->open[0] = index;
}

static int on_open(struct job *job, const struct job_host *host, struct wire_reader *in)
{
	struct job_artifact *artifact;
	struct message_open said;
	const char *part, *suffix;

	if (message_take_open(in, &said) != 0 || job->head.artifact != job->n_artifacts ||
	    job->n_artifacts >= MESSAGE_ARTIFACTS_MAX)
		return -1;
	part = arena_copy(&job->arena, said.part, strlen(said.part));
	suffix = arena_copy(&job->arena, said.suffix, strlen(said.suffix));
	if (!part || !suffix || grow(job) != 0)
		return stop_without_memory(job);
	artifact = &job->artifacts[job->n_artifacts++];
	*artifact = (struct job_artifact){
		.sink = {.fd = -1}, .part = part, .suffix = suffix, .shown = "", .facts = ""};
	touch(job, job->head.artifact);
	job->is_stopped = host->open(host->context, job, artifact) != 0;
	return 0;
}

static struct job_artifact *artifact_of(struct job *job)
{
	return job->head.artifact < job->n_artifacts ? &job->artifacts[job->head.artifact] : NULL;
}

static void stop_flood(struct job *job)
{
	char most[NUMBER_SIZE];

	number_write_size(job->order.artifacts_max, most);
	job_error(job, "it wrote more than it may and was ended (--limit artifact=%s)", most);
	job->is_stopped = true;
}

static int on_data(struct job *job, const char *bytes, size_t n)
{
	struct job_artifact *artifact = artifact_of(job);

	if (!artifact)
		return -1;
	job->n_written += n;
	if (job->order.artifacts_max > 0 && job->n_written > job->order.artifacts_max) {
		stop_flood(job);
		return 0;
	}
	touch(job, job->head.artifact);
	sink_write(&artifact->sink, bytes, n);
	if (artifact->sink.error != 0) {
		job_error(job, "cannot write %s: %s", artifact->shown,
			  strerror(artifact->sink.error));
		job->is_stopped = true;
	}
	return 0;
}

/* "pages" of one page is "1 page". */
static int on_describe(struct job *job, struct wire_reader *in)
{
	struct job_artifact *artifact = artifact_of(job);
	struct message_describe said;
	struct buf facts = BUF_INIT;
	const char *copy = NULL;

	if (message_take_describe(in, &said) != 0 || !artifact)
		return -1;
	size_t n = strlen(said.what);

	if (said.n == 1 && n > 1 && said.what[n - 1] == 's')
		n--;
	buf_printf(&facts, "%s%s%llu %.*s", artifact->facts, *artifact->facts ? ", " : "",
		   (unsigned long long)said.n, (int)n, said.what);
	if (facts.n < FACTS_MAX)
		copy = arena_copy(&job->arena, buf_text(&facts), facts.n);
	if (copy)
		artifact->facts = copy;
	buf_release(&facts);
	return job->arena.failed ? stop_without_memory(job) : 0;
}

/* Where no process can be had nobody would answer, and the plugin would wait for ever. */
static int on_ask(struct job *job)
{
	const struct child_order *order = &job->order;
	const struct broker_task task = {order->answer, order->answerer};

	if (!order->answer || order->task != CHILD_RENDER || job->process.go < 0 ||
	    job->payload.n > BROKER_QUESTION_MAX)
		return -1;
	if (broker_start(&job->broker, &task, buf_text(&job->payload), job->payload.n,
			 job->process.go) != 0) {
		job_error(job, "cannot start a process: %s", strerror(errno));
		job->is_stopped = true;
	}
	return 0;
}

/* ---- while reading */

static int on_sniff(struct job *job, struct wire_reader *in)
{
	if (job->state != JOB_PROBING || !job->has_info || !job->order.wants_sniff)
		return -1;
	return found_take_sniff(in, &job->certainty);
}

static int on_found(struct job *job, const struct job_host *host, struct wire_reader *in)
{
	const struct job_reading *reading = host->reading;
	struct mr_grid_cell cell;
	struct found_remark remark;
	struct mr_block block;
	struct mr_grid grid;
	int status = -1, taken = -1;

	if (!reading || job->order.task != CHILD_READ)
		return -1;
	if (job->head.kind == MESSAGE_BLOCK && (taken = found_take_block(in, &block)) == 0)
		status = reading->block(host->context, job, &block);
	if (job->head.kind == MESSAGE_GRID && (taken = found_take_grid(in, &grid)) == 0)
		status = reading->grid(host->context, job, &grid);
	if (job->head.kind == MESSAGE_CELL && (taken = found_take_cell(in, &cell)) == 0)
		status = reading->cell(host->context, job, &cell);
	if (job->head.kind == MESSAGE_REMARK && (taken = found_take_remark(in, &remark)) == 0)
		status = reading->remark(host->context, job, &remark);
	job->is_stopped = taken == 0 && status != 0;
	return taken;
}

/* ---- at any time */

/* What is about nothing that can be found keeps its words and loses its place. */
static void add_message(struct job *job, const struct job_host *host,
			const struct message_diag *said)
{
	const char *format = job->order.file->name;
	struct diag_message message = {.severity = said->severity};
	struct buf path = BUF_INIT;
	bool has_place = false;

	if (said->where.kind == MR_AT_RESOURCE && *said->where.name) {
		bool is_users = job->order.has_template &&
				strcmp(said->where.name, job->info.template_name) == 0;

		has_place = true;
		message.file = is_users ? job->template_path : said->where.name;
		message.place = (struct place){said->where.index, said->where.second};
	} else if (host->locate) {
		has_place = host->locate(host->context, &said->where, &message, &path);
	}
	if (!has_place)
		message.file = format;
	message.path = buf_text(&path);
	if (path.failed)
		diag_no_memory(&job->diag);
	else
		diag_report(&job->diag, &message, "%s%s%s", has_place ? format : "",
			    has_place ? ": " : "", said->text);
	buf_release(&path);
}

static int on_diag(struct job *job, const struct job_host *host, struct wire_reader *in)
{
	struct message_diag said;

	if (message_take_diag(in, &said) != 0)
		return -1;
	add_message(job, host, &said);
	return 0;
}

static int on_done(struct job *job, struct wire_reader *in)
{
	enum message_end end;

	if (message_take_done(in, &end) != 0)
		return -1;
	job->is_done = true;
	if (end == MESSAGE_END_NO_MEMORY)
		job_no_memory(job);
	else if (end != MESSAGE_END_WELL && !diag_has_errors(&job->diag))
		job_error(job, "the plugin failed without saying why");
	return 0;
}

/* ---- taking in */

static int on_message(struct job *job, const struct job_host *host)
{
	const char *payload = buf_text(&job->payload);
	struct wire_reader in = {payload, payload + job->payload.n, false};
	bool is_on = job->state == JOB_RENDERING;
	bool is_rendering = is_on && job->order.task != CHILD_READ;

	if (job->payload.failed)
		return stop_without_memory(job);
	switch (job->head.kind) {
	case MESSAGE_HELLO: return on_hello(job, &in);
	case MESSAGE_READY: return on_ready(job, &in);
	case MESSAGE_OPEN: return is_rendering ? on_open(job, host, &in) : -1;
	case MESSAGE_DESCRIBE: return is_rendering ? on_describe(job, &in) : -1;
	case MESSAGE_PROGRESS:
		return is_rendering ? message_take_progress(&in, &job->progress) : -1;
	case MESSAGE_ASK: return is_rendering ? on_ask(job) : -1;
	case MESSAGE_SNIFF: return on_sniff(job, &in);
	case MESSAGE_BLOCK:
	case MESSAGE_GRID:
	case MESSAGE_CELL:
	case MESSAGE_REMARK: return is_on ? on_found(job, host, &in) : -1;
	case MESSAGE_DIAG: return on_diag(job, host, &in);
	case MESSAGE_DONE: return on_done(job, &in);
	default: return -1;
	}
}

/* Most bytes that may follow the head. */
static uint32_t most_of(const struct job *job)
{
	switch (job->head.kind) {
	case MESSAGE_DATA: return MESSAGE_DATA_MAX;
	case MESSAGE_BLOCK:
	case MESSAGE_GRID:
	case MESSAGE_CELL: return job->order.task == CHILD_READ ? FOUND_MAX : WIRE_MAX;
	default: return WIRE_MAX;
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
	bool is_data = job->head.kind == MESSAGE_DATA;

	if (job->head.n > most_of(job) ||
	    (is_data && (job->state != JOB_RENDERING || job->order.task == CHILD_READ)))
		return 0;
	job->n_left = job->head.n;
	buf_clear(&job->payload);
	return taken;
}

int job_feed(struct job *job, const struct job_host *host, const char *bytes, size_t n)
{
	while (n > 0 && !job->is_done && !job->is_stopped) {
		size_t taken;

		if (job->n_head < sizeof(job->head)) {
			taken = feed_head(job, bytes, n);
			if (taken == 0)
				return -1;
		} else {
			taken = n < job->n_left ? n : job->n_left;
			if (job->head.kind != MESSAGE_DATA)
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
		if (job->head.kind != MESSAGE_DATA && on_message(job, host) != 0)
			return -1;
	}
	return 0;
}
