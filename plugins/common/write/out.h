/* SPDX-License-Identifier: MIT */
/*
 * out.h - the writer every text format writes through: bytes gathered in one buffer, handed to a
 * sink in large pieces or kept.
 *
 * A writer made with out_to_sink() empties itself into its sink whenever its buffer is full; the
 * bytes are there only after out_finish().  One made with out_to_memory() grows up to its maximum;
 * out_at() borrows what it holds and out_take() moves it to the caller.
 *
 * Failure is sticky, as that of a sink: after memory ran out or the maximum was reached, `failed` is
 * true, nothing more is written, and out_finish() says so.  Nothing else needs to be checked.
 *
 * All of it is locale-free.  Zero-initialised storage may be released.
 */
#ifndef MESHREPORT_COMMON_OUT_H
#define MESHREPORT_COMMON_OUT_H

#include <meshreport/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct out {
	char *at; /* `n` bytes are used of `size` */
	size_t n;
	size_t size;
	size_t max; /* of a writer into memory */
	uint64_t n_flushed; /* bytes handed to the sink so far */
	struct mr_sink *sink; /* null: into memory */
	bool failed;
};

void out_to_sink(struct out *out, struct mr_sink *sink);
/* `max` is the largest number of bytes it may hold, 0 for as much as memory holds. */
void out_to_memory(struct out *out, size_t max);

/* Hands what is left to the sink.  0, or -1 when memory ran out here; the sink tells its own failure. */
int out_finish(struct out *out);
void out_release(struct out *out);

/* What a writer into memory holds, with a NUL behind; "" when it failed.  Valid until the next call. */
const char *out_at(struct out *out);
/* What it holds, for as long as the job lives; the writer is released. */
char *out_keep(struct out *out, struct mr_job *job);
/* Moves it to the caller, who frees it; null when it failed.  The writer is empty afterwards. */
char *out_take(struct out *out, size_t *n);
/* Forgets what a writer into memory holds, keeping its room. */
static inline void out_clear(struct out *out)
{
	out->n = 0;
}

/* Makes room for `n` more bytes, in whatever way is needed; false when there is none. */
bool out_reserve(struct out *out, size_t n);

/* For bytes that may be more than fit: out_bytes() calls it. */
void out_bytes_slowly(struct out *out, const void *bytes, size_t n);

static inline void out_bytes(struct out *out, const void *bytes, size_t n)
{
	if (n > out->size - out->n) {
		out_bytes_slowly(out, bytes, n);
		return;
	}
	if (n > 0)
		memcpy(out->at + out->n, bytes, n);
	out->n += n;
}

static inline void out_string(struct out *out, const char *text)
{
	out_bytes(out, text, strlen(text));
}

static inline void out_char(struct out *out, char c)
{
	if (out->n < out->size)
		out->at[out->n++] = c;
	else
		out_bytes_slowly(out, &c, 1);
}

void out_unsigned(struct out *out, uint64_t value);
void out_signed(struct out *out, int64_t value);
/* At most `n_decimals` digits behind the point, see number_decimal(). */
void out_decimal(struct out *out, double value, unsigned n_decimals);
/* The shortest decimal that is the value, see number_exact(). */
void out_exact(struct out *out, double value);
/* "2019-11-06"; nothing for no day. */
void out_date(struct out *out, struct mr_date date);

#endif
