/* SPDX-License-Identifier: MIT */
/*
 * port - struct mr_job as a plugin sees it, and behind it the pipe to the parent.
 *
 * Lives in a job's child, or without one in the program itself (child_open()): then frames are kept in a buffer, and what
 * would end the process goes back to whoever opened it.  The job is the first thing in struct port and its `host` points
 * back to it.  Sinks of this side hold no bytes of their own: all share one buffer, which is sent
 * when it is full, another sink writes or the job ends; other frames overtake it.
 */
#ifndef MESHREPORT_CORE_PORT_H
#define MESHREPORT_CORE_PORT_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <meshreport/plugin.h>

#include "base/arena.h"
#include "base/buf.h"
#include "child/child.h"
#include "frames/message.h"

struct port_sink;

struct port {
	struct mr_job job;
	const struct child_order *order;
	const struct plugin *plugin; /* null until it was opened */
	int out;
	int answers; /* to what the plugin asks (broker.h); -1: nobody answers */
	struct buf *record; /* in place of `out`, or null */
	jmp_buf *back; /* with `record`: where the end of the process leads to */
	struct arena arena; /* all that the job allocates; the end of the process frees it */
	struct port_sink *sinks; /* the newest first */
	uint16_t n_sinks;
	const struct port_sink *writing; /* whose bytes `pending` holds */
	struct buf pending;
	struct buf canonical[MR_N_CANONICALS]; /* by form, empty until it was asked for */
	uint32_t n_errors;
	bool has_wrong_option; /* its parent tells which */
	bool is_rendering; /* and not yet before: nothing is opened there */
	uint32_t progress; /* hundredths, last sent */
};

/* mr_job.open with a suffix of its own, "" for that of the format. */
struct mr_sink *port_open(struct port *port, const char *part, const char *suffix);

/* A resource of any bytes, or of text alone. */
int port_resource(struct port *port, const char *name, bool is_text, struct mr_bytes *out);

/* The template of that name: the user's, or the one that lies beside the plugin.  0, or -1 after an error was reported. */
int port_template(struct port *port, const char *name, struct mr_bytes *out);

void port_init(struct port *port, const struct child_order *order, int out);

/* What the parent is to read, as it stands. */
void port_write(struct port *port, const void *bytes, size_t n);

/* Sends a frame with the payload (null: none), of WIRE_MAX bytes at most, which is released. */
void port_send(struct port *port, enum message_kind kind, uint16_t artifact, struct buf *payload);

/* An MR_ERROR without a place. */
void port_error(struct port *port, const char *format, ...) MR_PRINTF(2, 3);

/* Ends the process after a message when the arena was refused memory. */
void port_check_memory(struct port *port);

/* Zeroed memory; ends the process after a message when there is none. */
void *port_alloc(struct port *port, size_t n_bytes);

/* Sends what is left and DONE, and ends the process. */
_Noreturn void port_end(struct port *port, int status);

/* Ends the process as it is. */
_Noreturn void port_leave(struct port *port, int status);

/* Frees what it holds where no end of a process does. */
void port_release(struct port *port);

#endif
