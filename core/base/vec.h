/* SPDX-License-Identifier: MIT */
/*
 * vec - one array that grows at its end; what it holds is said where it is declared.
 *
 * Failure is sticky: after memory was refused, `failed` is true, what was added so far stays, and
 * every further call returns null.  So many small additions need one look at the end.  Elements are
 * zeroed when they are added.  They move when the array grows: a pointer to one holds until the next
 * addition, an index always.  The zero value is an empty array.
 *
 * Uses mem alone.
 */
#ifndef MESHREPORT_CORE_VEC_H
#define MESHREPORT_CORE_VEC_H

#include <stdbool.h>
#include <stddef.h>

struct vec {
	void *at; /* `n` elements; room for `capacity` */
	size_t n;
	size_t capacity;
	bool failed;
};

#define VEC_INIT  \
	{         \
		0 \
	}

/* Element `index` of an array of `type`; index < n. */
#define VEC_AT(type, vec, index) ((type *)(vec).at + (index))

void vec_release(struct vec *vec);

/* Empties it, keeps its memory, forgets a failure. */
void vec_clear(struct vec *vec);

/* Room for `n` more elements of `size` bytes; 0, or -1 with `failed` set. */
int vec_reserve(struct vec *vec, size_t n, size_t size);

/* A new, zeroed element of `size` bytes at the end; null with `failed` set. */
void *vec_add(struct vec *vec, size_t size);

/*
 * Element `index`, which need not be there yet: the array ends behind it then, and what is between is
 * zero.  For tables by number.  Null with `failed` set.
 */
void *vec_touch(struct vec *vec, size_t index, size_t size);

/* Moves the elements to the caller (mem_free()), null for none or after a failure; empties it. */
void *vec_take(struct vec *vec, size_t *out_n);

#endif
