/* SPDX-License-Identifier: MIT */
#include "base/vec.h"

#include "base/mem.h"

#include <string.h>

enum { FIRST = 16 };

void vec_release(struct vec *vec)
{
	mem_free(vec->at);
	*vec = (struct vec)VEC_INIT;
}

void vec_clear(struct vec *vec)
{
	vec->n = 0;
	vec->failed = false;
}

/* By doubling, so that what is copied on the way is less than what is added. */
static int grow(struct vec *vec, size_t wanted, size_t size)
{
	size_t capacity = vec->capacity ? vec->capacity : FIRST;
	void *at;

	while (capacity < wanted) {
		if (!mem_add(capacity, capacity, &capacity))
			capacity = wanted;
	}
	at = mem_resize(vec->at, capacity, size);
	if (!at) {
		vec->failed = true;
		return -1;
	}
	vec->at = at;
	vec->capacity = capacity;
	return 0;
}

int vec_reserve(struct vec *vec, size_t n, size_t size)
{
	size_t wanted;

	if (!mem_add(vec->n, n, &wanted))
		vec->failed = true;
	if (vec->failed)
		return -1;
	return wanted <= vec->capacity ? 0 : grow(vec, wanted, size);
}

void *vec_add(struct vec *vec, size_t size)
{
	if (vec->failed || (vec->n == vec->capacity && vec_reserve(vec, 1, size) != 0))
		return NULL;
	return memset((char *)vec->at + vec->n++ * size, 0, size);
}

void *vec_touch(struct vec *vec, size_t index, size_t size)
{
	if (vec->failed)
		return NULL;
	if (index >= vec->n) {
		if (vec_reserve(vec, index - vec->n + 1, size) != 0)
			return NULL;
		memset((char *)vec->at + vec->n * size, 0, (index + 1 - vec->n) * size);
		vec->n = index + 1;
	}
	return (char *)vec->at + index * size;
}

void *vec_take(struct vec *vec, size_t *out_n)
{
	void *taken = vec->failed ? NULL : vec->at;

	*out_n = taken ? vec->n : 0;
	if (!taken)
		mem_free(vec->at);
	*vec = (struct vec)VEC_INIT;
	return taken;
}
