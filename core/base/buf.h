/* SPDX-License-Identifier: MIT */
/*
 * buf - bytes that grow at the end, up to a maximum.
 *
 * Failure is sticky: after the maximum was met or memory was refused, `failed` is true, what was put
 * so far stays, and every further put is ignored.  So a caller puts many small things and looks at
 * `failed` once.  `at` is NUL-terminated (the NUL not counted in `n`) once anything was put or
 * buf_text() was called.
 *
 * Ownership: buf_release() frees; buf_take() hands the bytes to the caller (mem_free()).  The zero
 * value is an empty buffer without a maximum.
 */
#ifndef MESHREPORT_CORE_BUF_H
#define MESHREPORT_CORE_BUF_H

#include "base/arena.h"

#include <meshreport/plugin.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct buf {
	char *at;
	size_t n;
	size_t capacity;
	size_t max; /* most bytes it may hold; 0: no bound */
	bool failed;
	bool is_refused; /* it failed for want of memory, not at its maximum */
};

#define BUF_INIT  \
	{         \
		0 \
	}

void buf_init(struct buf *buf, size_t max);
void buf_release(struct buf *buf);

/* Empties it, keeps its memory, forgets a failure. */
void buf_clear(struct buf *buf);

/* Room for `n` more bytes; 0, or -1 with `failed` set. */
int buf_reserve(struct buf *buf, size_t n);

static inline void buf_put(struct buf *buf, const void *bytes, size_t n)
{
	if (buf->failed || (n >= buf->capacity - buf->n && buf_reserve(buf, n) != 0))
		return;
	if (n)
		memcpy(buf->at + buf->n, bytes, n);
	buf->n += n;
	buf->at[buf->n] = '\0';
}

static inline void buf_put_byte(struct buf *buf, char byte)
{
	buf_put(buf, &byte, 1);
}

static inline void buf_put_text(struct buf *buf, const char *text)
{
	buf_put(buf, text, strlen(text));
}

/* printf without floating point (which would follow the locale). */
void buf_printf(struct buf *buf, const char *format, ...) MR_PRINTF(2, 3);
void buf_vprintf(struct buf *buf, const char *format, va_list arguments);

/* The bytes, NUL-terminated, "" for an empty or failed-from-the-start buffer; borrowed. */
const char *buf_text(struct buf *buf);

/*
 * Moves the bytes (NUL-terminated) into the arena and empties the buffer.  Null when the buffer has failed or memory is
 * refused: the arena's `failed` then says so.
 */
const char *buf_keep(struct buf *buf, struct arena *arena);

/* Moves the bytes (NUL-terminated) to the caller, null when the buffer has failed; empties it. */
char *buf_take(struct buf *buf, size_t *out_n);

#endif
