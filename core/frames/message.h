/* SPDX-License-Identifier: MIT */
/*
 * message - what a child tells its parent: of each kind the writing and the reading, side by side.
 *
 * In this order:
 *
 *   HELLO      what the plugin says about itself, its option table included
 *   DIAG       what the plugin itself has against a value that its table allows (mr_plugin.vet)
 *   SNIFF      of a reader that was asked: whether the file is one of its own
 *   READY      the child now waits for one byte on its other pipe
 *   then OPEN, DATA, DESCRIBE, DIAG, PROGRESS as render() goes,
 *   and ASK, a question that a broker answers (broker.h), its payload the words of it with a NUL behind each;
 *   or BLOCK, GRID, CELL, REMARK, DIAG as read() goes (found.h)
 *   DONE       the last one; DIAG and DONE may come at any time
 *
 * READY has no payload and DATA is bytes as they are; it may be long and is passed on in pieces as it
 * arrives.  Every other payload is held whole.
 *
 * WRITING.  Whatever text is handed over, from a plugin or from the command line, one printable line of
 * no more than the reader takes is sent: cut between characters, and what steers a terminal made visible.
 *
 * READING.  A message_take_...() returns 0, or -1 when this is no message that the other side writes:
 * the child broke the protocol.  Texts borrow from the payload but for HELLO's, which are copied; memory
 * that was refused shows in the arena, and is no breach.
 */
#ifndef MESHREPORT_CORE_MESSAGE_H
#define MESHREPORT_CORE_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <meshreport/plugin.h>

#include "base/arena.h"
#include "base/buf.h"
#include "frames/wire.h"
#include "plugin/options.h"

enum message_kind {
	MESSAGE_HELLO = 1,
	MESSAGE_READY,
	MESSAGE_OPEN,
	MESSAGE_DATA,
	MESSAGE_DESCRIBE,
	MESSAGE_DIAG,
	MESSAGE_PROGRESS,
	MESSAGE_DONE,
	MESSAGE_SNIFF,
	MESSAGE_BLOCK,
	MESSAGE_GRID,
	MESSAGE_CELL,
	MESSAGE_REMARK,
	MESSAGE_ASK
};

enum {
	MESSAGE_DATA_MAX = 1 << 30, /* bytes of one DATA */
	MESSAGE_TEXT_MAX = 500, /* of a DIAG */
	MESSAGE_WHAT_MAX = 24, /* of the noun of a DESCRIBE */
	MESSAGE_ARTIFACTS_MAX = 4096,
	MESSAGE_ABOUT_MAX = 200, /* of the licence, author and home page of a HELLO */
	MESSAGE_EXAMPLES_MAX = 1000
};

/* What a plugin says about itself. */
struct message_hello {
	const char *summary;
	const char *version;
	const char *extension;
	const char *media_type;
	const char *template_name; /* "" without one */
	uint32_t capabilities;
	uint32_t abi_minor;
	struct option_table table;
	/* What a plugin does, one of it at least; one that does not write may have neither extension nor media type. */
	bool can_write, can_read, can_decode;
	const char *suffixes; /* of the files it reads: "md|markdown", "" for none */
	struct option_table read_table;
	/* What is only shown, "" where it says nothing. */
	const char *license, *author, *homepage;
	int32_t priority; /* among the plugins of one format */
	const char *aliases; /* further suffixes of what it writes */
	const char *examples; /* lines */
};

void message_put_hello(struct buf *out, const struct message_hello *hello);
int message_take_hello(struct wire_reader *in, struct arena *arena, struct message_hello *hello);

/*
 * The part that a new artifact is: "", or fit for a file name (vet_part); and the suffix of a file that has one of its
 * own, else "".
 */
struct message_open {
	const char *part, *suffix;
};

void message_put_open(struct buf *out, const struct message_open *open);
int message_take_open(struct wire_reader *in, struct message_open *open);

/* "pages", 4. */
struct message_describe {
	uint64_t n;
	const char *what;
};

void message_put_describe(struct buf *out, const struct message_describe *describe);
int message_take_describe(struct wire_reader *in, struct message_describe *describe);

struct message_diag {
	enum mr_severity severity;
	struct mr_where where; /* what it points to is not looked at; its name is never null */
	const char *text;
};

void message_put_diag(struct buf *out, const struct message_diag *diag);
int message_take_diag(struct wire_reader *in, struct message_diag *diag);

/* In hundredths. */
void message_put_progress(struct buf *out, uint32_t part);
int message_take_progress(struct wire_reader *in, uint32_t *part);

/* How a child ended.  Out of memory it can say no more than this: the payload is one number. */
enum message_end { MESSAGE_END_WELL = 0, MESSAGE_END_FAILED, MESSAGE_END_NO_MEMORY };

uint64_t message_done(enum message_end end);
int message_take_done(struct wire_reader *in, enum message_end *end);

#endif
