/* SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include "base/mem.h"

#include <stdio.h>
#include <string.h>

void buf_init(struct buf *buf, size_t max)
{
	*buf = (struct buf)BUF_INIT;
	buf->max = max;
}

void buf_release(struct buf *buf)
{
	mem_free(buf->at);
	*buf = (struct buf)BUF_INIT;
}

void buf_clear(struct buf *buf)
{
	buf->n = 0;
	buf->failed = buf->is_refused = false;
	if (buf->at)
		buf->at[0] = '\0';
}

int buf_reserve(struct buf *buf, size_t n)
{
	size_t want, grown;
	char *at;

	if (buf->failed)
		return -1;
	if (!mem_add(buf->n, n, &want) || (buf->max && want > buf->max) || !mem_add(want, 1, &want))
		goto fail;
	if (want <= buf->capacity)
		return 0;
	grown = buf->capacity < 64 ? 64 : buf->capacity;
	while (grown < want) {
		if (!mem_add(grown, grown, &grown))
			grown = want;
	}
	/* Puts look at the capacity alone, so it must not go beyond the maximum. */
	if (buf->max && grown > buf->max)
		grown = want > buf->max ? want : buf->max;
	at = mem_resize(buf->at, grown, 1);
	buf->is_refused = !at;
	if (!at)
		goto fail;
	buf->at = at;
	buf->capacity = grown;
	return 0;
fail:
	buf->failed = true;
	return -1;
}

void buf_vprintf(struct buf *buf, const char *format, va_list arguments)
{
	va_list again;
	int n;

	va_copy(again, arguments);
	n = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (n < 0) {
		buf->failed = true;
		return;
	}
	if (buf_reserve(buf, (size_t)n) != 0)
		return;
	vsnprintf(buf->at + buf->n, (size_t)n + 1, format, arguments);
	buf->n += (size_t)n;
}

void buf_printf(struct buf *buf, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	buf_vprintf(buf, format, arguments);
	va_end(arguments);
}

const char *buf_text(struct buf *buf)
{
	return buf->at ? buf->at : "";
}

char *buf_take(struct buf *buf, size_t *out_n)
{
	char *taken;

	if (buf_reserve(buf, 0) != 0) {
		buf_release(buf);
		return NULL;
	}
	buf->at[buf->n] = '\0';
	taken = buf->at;
	if (out_n)
		*out_n = buf->n;
	buf_init(buf, buf->max);
	return taken;
}

const char *buf_keep(struct buf *buf, struct arena *arena)
{
	const char *kept = buf->failed ? NULL : arena_copy(arena, buf_text(buf), buf->n);

	arena->failed |= !kept;
	buf_release(buf);
	return kept;
}
