/* SPDX-License-Identifier: MIT */
#include "common/write/out.h"

#include "common/write/number.h"

#include <stdlib.h>

/* Large enough that handing over costs nothing beside writing, small enough for the cache. */
#define SINK_BUFFER (64u * 1024u)
#define FIRST_SIZE 512u

void out_to_sink(struct out *out, struct mr_sink *sink)
{
	*out = (struct out){.sink = sink};
}

void out_to_memory(struct out *out, size_t max)
{
	*out = (struct out){.max = max ? max : SIZE_MAX / 4};
}

/* A writer that failed has no room, so every fast path ends in the slow one, which does nothing. */
static void fail(struct out *out)
{
	free(out->at);
	out->at = NULL;
	out->n = 0;
	out->size = 0;
	out->failed = true;
}

static bool grow_to(struct out *out, size_t size)
{
	char *larger = realloc(out->at, size + 1); /* and the NUL of out_at() */

	if (!larger) {
		fail(out);
		return false;
	}
	out->at = larger;
	out->size = size;
	return true;
}

static void flush(struct out *out)
{
	if (out->n > 0)
		out->sink->write(out->sink, out->at, out->n);
	out->n_flushed += out->n;
	out->n = 0;
}

static bool reserve_in_memory(struct out *out, size_t n)
{
	size_t size = out->size ? out->size : FIRST_SIZE;

	if (n > out->max || out->n > out->max - n) {
		fail(out);
		return false;
	}
	if (size > out->max)
		size = out->max;
	while (size - out->n < n)
		size = size > out->max / 2 ? out->max : size * 2;
	return size == out->size || grow_to(out, size);
}

bool out_reserve(struct out *out, size_t n)
{
	if (n <= out->size - out->n)
		return true;
	if (out->failed)
		return false;
	if (!out->sink)
		return reserve_in_memory(out, n);
	flush(out);
	if (n <= out->size)
		return true;
	return grow_to(out, n > SINK_BUFFER ? n : SINK_BUFFER);
}

void out_bytes_slowly(struct out *out, const void *bytes, size_t n)
{
	if (out->sink && !out->failed && n >= SINK_BUFFER) {
		flush(out);
		out->sink->write(out->sink, bytes, n);
		out->n_flushed += n;
		return;
	}
	if (n == 0 || !out_reserve(out, n))
		return;
	memcpy(out->at + out->n, bytes, n);
	out->n += n;
}

int out_finish(struct out *out)
{
	if (out->failed)
		return -1;
	if (out->sink)
		flush(out);
	return 0;
}

void out_release(struct out *out)
{
	free(out->at);
	*out = (struct out){0};
}

const char *out_at(struct out *out)
{
	if (!out->at && !out_reserve(out, 1))
		return "";
	out->at[out->n] = '\0';
	return out->at;
}

char *out_keep(struct out *out, struct mr_job *job)
{
	const char *made = out_at(out);
	size_t n = strlen(made);
	char *kept = job->alloc(job, n + 1);

	memcpy(kept, made, n);
	out_release(out);
	return kept;
}

char *out_take(struct out *out, size_t *n)
{
	char *taken;

	if (!out->at && !out_reserve(out, 1))
		return NULL;
	taken = out->at;
	taken[out->n] = '\0';
	if (n)
		*n = out->n;
	out->at = NULL;
	out->n = 0;
	out->size = 0;
	return taken;
}

void out_unsigned(struct out *out, uint64_t value)
{
	char text[NUMBER_SIZE];

	out_bytes(out, text, number_unsigned(text, value));
}

void out_signed(struct out *out, int64_t value)
{
	char text[NUMBER_SIZE];

	out_bytes(out, text, number_signed(text, value));
}

void out_exact(struct out *out, double value)
{
	char text[NUMBER_SIZE];

	out_bytes(out, text, number_exact(text, value));
}

void out_decimal(struct out *out, double value, unsigned n_decimals)
{
	char text[NUMBER_SIZE];

	out_bytes(out, text, number_decimal(text, value, n_decimals));
}

static void out_two_digits(struct out *out, unsigned value)
{
	out_char(out, (char)('0' + value / 10 % 10));
	out_char(out, (char)('0' + value % 10));
}

void out_date(struct out *out, struct mr_date date)
{
	unsigned year = date.year > 0 ? (unsigned)date.year : 0;

	if (year == 0)
		return;
	out_two_digits(out, year / 100);
	out_two_digits(out, year);
	out_char(out, '-');
	out_two_digits(out, date.month);
	out_char(out, '-');
	out_two_digits(out, date.day);
}
