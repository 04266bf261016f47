/* SPDX-License-Identifier: MIT */
/*
 * wire - what a child and its parent say to each other, as frames on a pipe.
 *
 * Child to parent, in this order:
 *
 *   HELLO      what the plugin says about itself, its option table included
 *   OPTION     one for each -O that is meant for this format: known, unknown or wrong
 *   READY      the child now waits for one byte on its other pipe
 *   then OPEN, DATA, DESCRIBE, DIAG, PROGRESS as render() goes
 *   DONE       the last frame, with the status; DIAG and DONE may come at any time before
 *
 * A frame is a head of 8 bytes (length of the payload, kind, number of an artifact) and its payload,
 * in the machine's own byte order: both ends are one program on one machine.  The parent trusts
 * nothing of it, since a plugin can write to any file descriptor of its process: a kind, length,
 * order or text that does not belong ends the child.
 *
 * DATA may be long and is passed on in pieces as it arrives; every other payload is held whole and
 * is at most WIRE_MAX bytes.
 */
#ifndef MESHREPORT_CORE_WIRE_H
#define MESHREPORT_CORE_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

enum wire_kind {
	WIRE_HELLO = 1,
	WIRE_OPTION,
	WIRE_READY,
	WIRE_OPEN,
	WIRE_DATA,
	WIRE_DESCRIBE,
	WIRE_DIAG,
	WIRE_PROGRESS,
	WIRE_DONE
};

enum { WIRE_MAX = 1 << 20, WIRE_DATA_MAX = 1 << 30 };

struct wire_head {
	uint32_t n; /* bytes of payload */
	uint16_t kind; /* enum wire_kind */
	uint16_t artifact; /* for OPEN, DATA and DESCRIBE */
};

/* ---- writing: a payload is collected in a buf, then sent with its head */

void wire_put_number(struct buf *buf, uint64_t number);
void wire_put_real(struct buf *buf, double number);
void wire_put_text(struct buf *buf, const char *text);

/*
 * Sends head and payload whole.  0, or -1 when the other end is gone.  `payload` may be null when n
 * is 0.
 */
int wire_send(int fd, struct wire_head head, const void *payload);

/* ---- reading: sticky, zero and "" once something did not fit */

struct wire_reader {
	const char *at, *end;
	bool failed;
};

uint64_t wire_number(struct wire_reader *reader);
double wire_real(struct wire_reader *reader);

/* Borrowed from the payload, NUL-terminated, of at most `max` bytes and fit for one line (vet_line). */
const char *wire_text(struct wire_reader *reader, size_t max);

/* True when all was read and nothing failed. */
bool wire_is_done(const struct wire_reader *reader);

#endif
