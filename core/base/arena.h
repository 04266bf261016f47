/* SPDX-License-Identifier: MIT */
/*
 * arena - memory that is taken piece by piece and given back as a whole.
 *
 * What an arena hands out never moves and lives until arena_release().  Pieces are zeroed and
 * aligned for any type, except those of arena_copy(), which are bytes.  A null pointer means that
 * memory was refused, and `failed` stays true from then on, so that a long build may look once at
 * its end.  The zero value is an empty arena.
 */
#ifndef MESHREPORT_CORE_ARENA_H
#define MESHREPORT_CORE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena {
	struct arena_chunk *chunks;
	char *next, *end; /* what is left of the newest chunk */
	size_t n_bytes; /* of all chunks */
	bool failed;
};

#define ARENA_INIT \
	{          \
		0  \
	}

void arena_release(struct arena *arena);

/* Takes all pieces back, and a failure; the newest memory is kept for the next ones. */
void arena_rewind(struct arena *arena);

/* `n` elements of `size` bytes, zeroed and aligned. */
void *arena_array(struct arena *arena, size_t n, size_t size);

/* One zeroed object of `size` bytes. */
void *arena_object(struct arena *arena, size_t size);

/* A NUL-terminated copy of `n` bytes. */
char *arena_copy(struct arena *arena, const void *bytes, size_t n);

/* Moves all that `from` holds into `to`; `from` is empty then. */
void arena_adopt(struct arena *to, struct arena *from);

#endif
