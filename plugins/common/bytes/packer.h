/* SPDX-License-Identifier: MIT */
/*
 * packer - bytes deflated (RFC 1950) on a second core while the next ones are made.
 *
 * Deflating is a fifth of the work on a long handout and a third of that on a picture.  One thread
 * takes pieces from a short queue; what comes out is the same bytes, in the order of the pieces, as
 * without it.  Few bytes, and a system that gives no thread, are deflated in place.
 *
 * One thread of the program uses a packer.  ERRORS: out of memory is sticky, see packer_failed().
 */
#ifndef MESHREPORT_COMMON_PACKER_H
#define MESHREPORT_COMMON_PACKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct packer;

enum packer_kind {
	PACKER_EACH, /* a stream of its own for each piece */
	PACKER_ONE /* all pieces are one stream, which packer_end() ends */
};

/* Null only for want of memory.  `level` is zlib's. */
struct packer *packer_new(enum packer_kind kind, int level, bool has_thread);
/* Waits for the thread. */
void packer_free(struct packer *packer);
/* Of pieces that are still on their way nothing is known. */
bool packer_failed(struct packer *packer);

/*
 * Room for the `n` bytes of a piece, until packer_add(); null without memory or above 1 GiB.  After each piece
 * packer_take() must be asked until it has no more: it waits when the queue is full, so that there is always
 * room for one.
 */
void *packer_room(struct packer *packer, size_t n);
/* The first `n` bytes of that room are piece `id`; more than it has fail. */
void packer_add(struct packer *packer, uint32_t id, size_t n);

/* The last piece of PACKER_ONE, which has no bytes. */
void packer_end(struct packer *packer);

/*
 * The next finished piece, in the order of adding; `bytes` goes to the caller, who frees it.  There may
 * be none in PACKER_ONE, and it is null for a piece that failed.  False when none is finished, or, with `waits`, when none is left.
 */
bool packer_take(struct packer *packer, bool waits, uint32_t *id, unsigned char **bytes, size_t *n);

#endif
