/* SPDX-License-Identifier: MIT */
#include "child/port.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "plugin/home.h"
#include "plugin/option_files.h"
#include "plugin/plugin.h"
#include "plugin/vet.h"

enum { PENDING_MAX = 256 * 1024 }; /* bytes gathered before they are sent */

struct port_sink {
	struct mr_sink is;
	struct port *port;
	struct port_sink *next;
	const char *part, *suffix;
	uint16_t index;
};

/* ---- frames */

_Noreturn void port_leave(struct port *port, int status)
{
	if (port->back)
		longjmp(*port->back, 1);
	_exit(status);
}

static _Noreturn void leave_unsent(struct port *port)
{
	port_leave(port, errno == EPIPE ? 1 : CHILD_UNSENT);
}

void port_write(struct port *port, const void *bytes, size_t n)
{
	if (port->record)
		buf_put(port->record, bytes, n);
	else if (file_write_all(port->out, bytes, n) != 0)
		leave_unsent(port);
}

static void send_raw(struct port *port, struct wire_head head, const void *payload)
{
	if (port->record) {
		buf_put(port->record, &head, sizeof(head));
		buf_put(port->record, payload, head.n);
	} else if (wire_send(port->out, head, payload) != 0) {
		leave_unsent(port);
	}
}

static void flush(struct port *port)
{
	if (port->pending.n > 0)
		send_raw(port,
			 (struct wire_head){(uint32_t)port->pending.n, MESSAGE_DATA,
					    port->writing->index},
			 port->pending.at);
	buf_clear(&port->pending);
}

static _Noreturn void end_without_memory(struct port *port)
{
	uint64_t done = message_done(MESSAGE_END_NO_MEMORY);

	send_raw(port, (struct wire_head){sizeof(done), MESSAGE_DONE, 0}, &done);
	port_leave(port, 1);
}

void port_send(struct port *port, enum message_kind kind, uint16_t artifact, struct buf *payload)
{
	if (payload && payload->failed)
		end_without_memory(port);
	send_raw(port,
		 (struct wire_head){payload ? (uint32_t)payload->n : 0, (uint16_t)kind, artifact},
		 payload ? payload->at : NULL);
	if (payload)
		buf_release(payload);
}

_Noreturn void port_end(struct port *port, int status)
{
	uint64_t done = message_done(status == 0 ? MESSAGE_END_WELL : MESSAGE_END_FAILED);

	flush(port);
	send_raw(port, (struct wire_head){sizeof(done), MESSAGE_DONE, 0}, &done);
	port_leave(port, 0);
}

/* ---- messages */

static void send_diag(struct port *port, enum mr_severity severity, const struct mr_where *where,
		      struct buf *text)
{
	struct message_diag diag = {.severity = severity, .text = buf_text(text)};
	struct buf payload = BUF_INIT;

	if (where)
		diag.where = *where;
	port->n_errors += severity >= MR_ERROR;
	message_put_diag(&payload, &diag);
	if (text->failed)
		end_without_memory(port);
	buf_release(text);
	port_send(port, MESSAGE_DIAG, 0, &payload);
}

void port_error(struct port *port, const char *format, ...)
{
	struct buf text = BUF_INIT;
	va_list arguments;

	va_start(arguments, format);
	buf_vprintf(&text, format, arguments);
	va_end(arguments);
	send_diag(port, MR_ERROR, NULL, &text);
}

static void job_diag(struct mr_job *job, enum mr_severity severity, const struct mr_where *where,
		     const char *format, ...)
{
	struct buf text = BUF_INIT;
	va_list arguments;

	va_start(arguments, format);
	buf_vprintf(&text, format, arguments);
	va_end(arguments);
	send_diag(job->host, severity, where, &text);
}

static void job_progress(struct mr_job *job, uint64_t done, uint64_t total)
{
	struct port *port = job->host;
	uint32_t part = 0; /* in hundredths, so that it costs little however often it is said */
	struct buf frame = BUF_INIT;

	if (total > 0)
		part = done >= total ? 100 : (uint32_t)((double)done / (double)total * 100);
	if (part == port->progress || !port->is_rendering)
		return;
	port->progress = part;
	message_put_progress(&frame, part);
	port_send(port, MESSAGE_PROGRESS, 0, &frame);
}

static void job_describe(struct mr_job *job, const char *what, uint64_t n)
{
	struct port *port = job->host;
	struct buf frame = BUF_INIT;

	if (port->n_sinks == 0) {
		port_error(port, "the plugin described an artifact it did not open");
		return;
	}
	if (!vet_line(what, MESSAGE_WHAT_MAX) || !*what) {
		port_error(port,
			   "the plugin described its artifact without a word of at most %d bytes",
			   MESSAGE_WHAT_MAX);
		return;
	}
	message_put_describe(&frame, &(struct message_describe){n, what});
	port_send(port, MESSAGE_DESCRIBE, (uint16_t)(port->n_sinks - 1), &frame);
}

/* ---- memory and files */

void port_check_memory(struct port *port)
{
	if (port->arena.failed)
		end_without_memory(port);
}

void *port_alloc(struct port *port, size_t n_bytes)
{
	void *memory = arena_object(&port->arena, n_bytes > 0 ? n_bytes : 1);

	if (!memory)
		end_without_memory(port);
	return memory;
}

static void *job_alloc(struct mr_job *job, size_t n_bytes)
{
	return port_alloc(job->host, n_bytes);
}

/* Whoever cannot go on from here does not come back (port_end), so that the path is the job's. */
static int read_resource(struct port *port, struct buf *made, bool is_text, struct mr_bytes *out)
{
	const char *path = buf_keep(made, &port->arena);

	port_check_memory(port);
	int status = is_text ? file_read(path, &port->arena, out)
			     : file_read_bytes(path, OPTION_FILE_MAX, &port->arena, out);
	int reason = errno;

	port_check_memory(port);
	if (status == 0 || path_is_absence(reason))
		return status;
	/* It may be there, and a document without it, or with another's, is not the one that was asked for. */
	port_error(port, "cannot read %s: %s", path, strerror(reason));
	port_end(port, -1);
}

/* NAME.templates beside the plugin, then the program's own templates/NAME. */
static int find_resource(struct port *port, const char *name, bool is_text, struct mr_bytes *out)
{
	const struct plugin_file *file = port->order->file;
	struct buf path = BUF_INIT;

	buf_printf(&path, "%s/%s.templates/%s", file->folder, file->name, name);
	if (read_resource(port, &path, is_text, out) == 0)
		return 0;
	buf_printf(&path, "%s/%s/%s", port->order->home->templates, file->name, name);
	return read_resource(port, &path, is_text, out);
}

int port_resource(struct port *port, const char *name, bool is_text, struct mr_bytes *out)
{
	const char *replaced = port->plugin ? port->plugin->is.template_name : NULL;

	*out = (struct mr_bytes){"", 0};
	if (!vet_part(name))
		return -1;
	if (port->job.has_template && replaced && strcmp(name, replaced) == 0) {
		*out = port->order->template_bytes;
		return 0;
	}
	return find_resource(port, name, is_text, out);
}

int port_template(struct port *port, const char *name, struct mr_bytes *out)
{
	if (port->job.resource(&port->job, name, out) == 0)
		return 0;
	port_error(
		port,
		"its template %s is not installed; it belongs into %s.templates/ beside the plugin",
		name, port->order->file->name);
	return -1;
}

static int job_resource(struct mr_job *job, const char *name, struct mr_bytes *out)
{
	return port_resource(job->host, name, true, out);
}

static int job_canonical_as(struct mr_job *job, uint32_t form, struct mr_bytes *out)
{
	struct port *port = job->host;
	const struct child_order *order = port->order;
	struct buf *made;

	*out = (struct mr_bytes){"", 0};
	if (!order->canonical || form >= MR_N_CANONICALS)
		return -1;
	made = &port->canonical[form];
	if (made->n == 0)
		order->canonical(order->canon, (enum mr_canonical)form, mr_stamp_mark(job), made);
	if (made->failed)
		end_without_memory(port);
	*out = (struct mr_bytes){buf_text(made), made->n};
	return 0;
}

static int job_canonical(struct mr_job *job, struct mr_bytes *out)
{
	return job_canonical_as(job, MR_CANONICAL_YAML, out);
}

/* ---- artifacts */

static void sink_put(struct mr_sink *is, const void *bytes, size_t n)
{
	struct port_sink *sink = (struct port_sink *)is;
	struct port *port = sink->port;

	if (is->failed || n == 0)
		return;
	if (port->writing != sink || port->pending.n + n > PENDING_MAX)
		flush(port);
	port->writing = sink;
	for (; n > PENDING_MAX; n -= PENDING_MAX) {
		send_raw(port, (struct wire_head){PENDING_MAX, MESSAGE_DATA, sink->index}, bytes);
		bytes = (const char *)bytes + PENDING_MAX;
	}
	buf_put(&port->pending, bytes, n);
	if (port->pending.failed)
		end_without_memory(port);
}

static const char *part_problem(const struct port *port, const char *part, const char *suffix)
{
	if (!port->is_rendering)
		return "an artifact before it was to render";
	if (port->n_sinks == MESSAGE_ARTIFACTS_MAX)
		return "too many artifacts";
	if (!part || (*part && !vet_part(part)))
		return "a part whose name is unusable in a file name";
	if (!suffix || (*suffix && (!*part || !vet_extension(suffix))))
		return "a file whose suffix is unusable";
	if ((*part || port->n_sinks > 0) && !(port->plugin->is.capabilities & MR_CAN_SEVERAL))
		return "several artifacts without MR_CAN_SEVERAL";
	for (const struct port_sink *at = port->sinks; at; at = at->next)
		if (strcmp(at->part, part) == 0 && strcmp(at->suffix, suffix) == 0)
			return "the same artifact twice";
	return NULL;
}

static const char *copy_text(struct port *port, const char *text)
{
	char *copy = port_alloc(port, strlen(text) + 1);

	memcpy(copy, text, strlen(text) + 1);
	return copy;
}

struct mr_sink *port_open(struct port *port, const char *part, const char *suffix)
{
	const char *problem = part_problem(port, part, suffix);
	struct port_sink *sink = port_alloc(port, sizeof(*sink));

	sink->is = (struct mr_sink){.write = sink_put, .failed = problem != NULL};
	sink->port = port;
	if (problem) {
		port_error(port, "the plugin opened %s", problem);
		return &sink->is;
	}
	struct buf frame = BUF_INIT;

	sink->part = copy_text(port, part);
	sink->suffix = copy_text(port, suffix);
	sink->index = port->n_sinks++;
	sink->next = port->sinks;
	port->sinks = sink;
	message_put_open(&frame, &(struct message_open){part, suffix});
	port_send(port, MESSAGE_OPEN, sink->index, &frame);
	return &sink->is;
}

static struct mr_sink *job_open(struct mr_job *job, const char *part)
{
	return port_open(job->host, part, "");
}

void port_init(struct port *port, const struct child_order *order, int out)
{
	*port = (struct port){.order = order, .out = out, .answers = -1, .arena = ARENA_INIT};
	port->job = (struct mr_job){
		.struct_size = sizeof(struct mr_job),
		.option_stride = sizeof(struct mr_value),
		.matrix = order->matrix,
		.clock = order->clock,
		.format = order->file->name,
		.generator = "meshreport " MESHREPORT_VERSION,
		.open = job_open,
		.resource = job_resource,
		.alloc = job_alloc,
		.diag = job_diag,
		.progress = job_progress,
		.describe = job_describe,
		.host = port,
		.canonical = job_canonical,
		.canonical_as = job_canonical_as,
	};
}

void port_release(struct port *port)
{
	buf_release(&port->pending);
	for (int form = 0; form < MR_N_CANONICALS; form++)
		buf_release(&port->canonical[form]);
	arena_release(&port->arena);
}
