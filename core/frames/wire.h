/* SPDX-License-Identifier: MIT */
/*
 * wire - frames on a pipe, and the numbers and texts in them.
 *
 * A frame is a head of 8 bytes (length of the payload, kind, number of an artifact) and its payload,
 * in the machine's own byte order: both ends are one program on one machine.  What the kinds are and
 * what stands in their payloads is message.h's.
 *
 * The parent trusts nothing of it, since a plugin can write to any file descriptor of its process.
 */
#ifndef MESHREPORT_CORE_WIRE_H
#define MESHREPORT_CORE_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/* Most bytes of a payload that is held whole. */
enum { WIRE_MAX = 1 << 20 };

struct wire_head {
	uint32_t n; /* bytes of payload */
	uint16_t kind; /* enum message_kind */
	uint16_t artifact; /* which one, where the kind has one */
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

/* The same of at most `max` bytes of anything but NUL. */
const char *wire_words(struct wire_reader *reader, size_t max);

/* True when all was read and nothing failed. */
bool wire_is_done(const struct wire_reader *reader);

#endif
