/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include "base/mem.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

struct arena_chunk {
	struct arena_chunk *older;
	size_t size; /* of bytes */
	max_align_t bytes[];
};

/* Chunks double up to the largest, so a small dataset takes little and a large one few chunks. */
enum { SMALLEST = 8 * 1024, LARGEST = 1024 * 1024 };

static void free_chunks(struct arena_chunk *chunk)
{
	struct arena_chunk *older;

	for (; chunk; chunk = older) {
		older = chunk->older;
		mem_open(chunk->bytes, chunk->size);
		mem_free(chunk);
	}
}

void arena_release(struct arena *arena)
{
	free_chunks(arena->chunks);
	*arena = (struct arena)ARENA_INIT;
}

void arena_rewind(struct arena *arena)
{
	struct arena_chunk *newest = arena->chunks;

	arena->failed = false;
	if (!newest)
		return;
	free_chunks(newest->older);
	newest->older = NULL;
	mem_close(newest->bytes, newest->size);
	arena->next = (char *)newest->bytes;
	arena->n_bytes = (size_t)(arena->end - (char *)newest);
}

/* Cuts a piece off: `skip` bytes stay closed before it, and so does all that follows it. */
static char *cut(char **at, size_t skip, size_t n)
{
	char *piece = *at + skip;

	mem_open(piece, n);
	*at = piece + n;
	return piece;
}

/*
 * A piece larger than a chunk gets a chunk of its own behind the newest one, whose rest stays in
 * use.
 */
static char *take_chunk(struct arena *arena, size_t n)
{
	size_t size = arena->n_bytes < SMALLEST ? SMALLEST : arena->n_bytes;
	size_t with_head;
	struct arena_chunk *chunk;
	char *next;
	bool alone;

	if (size > LARGEST)
		size = LARGEST;
	alone = n > size / 2;
	if (alone && !mem_add(n, MEM_RED_ZONE, &size))
		return NULL;
	if (!mem_add(size, sizeof(*chunk), &with_head))
		return NULL;
	chunk = mem_alloc(with_head);
	if (!chunk)
		return NULL;
	chunk->size = size;
	mem_close(chunk->bytes, size);
	next = (char *)chunk->bytes;
	arena->n_bytes += with_head;
	if (alone && arena->chunks) {
		chunk->older = arena->chunks->older;
		arena->chunks->older = chunk;
		return cut(&next, MEM_RED_ZONE, n);
	}
	chunk->older = arena->chunks;
	arena->chunks = chunk;
	arena->next = next;
	arena->end = next + size;
	return cut(&arena->next, MEM_RED_ZONE, n);
}

static void *take(struct arena *arena, size_t n, size_t alignment)
{
	size_t boundary = MEM_RED_ZONE > 0 ? MEM_RED_ZONE : alignment;
	size_t skip = MEM_RED_ZONE + (size_t)(-(uintptr_t)arena->next & (boundary - 1));
	size_t left = (size_t)(arena->end - arena->next);
	char *piece;

	/* A piece can be refused as any allocation can, so that tests reach each caller's way out. */
	if (mem_is_refused(n)) {
		arena->failed = true;
		return NULL;
	}
	if (arena->next && skip <= left && n <= left - skip)
		return cut(&arena->next, skip, n);
	piece = take_chunk(arena, n);
	if (!piece)
		arena->failed = true;
	return piece;
}

void *arena_array(struct arena *arena, size_t n, size_t size)
{
	size_t n_bytes;
	void *piece;

	if (!mem_multiply(n, size, &n_bytes)) {
		arena->failed = true;
		return NULL;
	}
	piece = take(arena, n_bytes ? n_bytes : 1, alignof(max_align_t));
	return piece ? memset(piece, 0, n_bytes) : NULL;
}

void *arena_object(struct arena *arena, size_t size)
{
	return arena_array(arena, 1, size);
}

char *arena_copy(struct arena *arena, const void *bytes, size_t n)
{
	size_t with_nul;
	char *piece = mem_add(n, 1, &with_nul) ? take(arena, with_nul, 1) : NULL;

	if (!piece) {
		arena->failed = true;
		return NULL;
	}
	if (n)
		memcpy(piece, bytes, n);
	piece[n] = '\0';
	return piece;
}

void arena_adopt(struct arena *to, struct arena *from)
{
	struct arena_chunk *last = from->chunks;

	if (!last) {
		to->failed = to->failed || from->failed;
		*from = (struct arena)ARENA_INIT;
		return;
	}
	while (last->older)
		last = last->older;
	last->older = to->chunks;
	from->n_bytes += to->n_bytes;
	from->failed = from->failed || to->failed;
	*to = *from;
	*from = (struct arena)ARENA_INIT;
}
