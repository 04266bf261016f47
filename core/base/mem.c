/* SPDX-License-Identifier: MIT */
#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef MEM_HAS_RED_ZONES
#include <sanitizer/asan_interface.h>
#endif

__attribute__((weak)) bool mem_is_refused(size_t n_bytes)
{
	(void)n_bytes;
	return false;
}

bool mem_multiply(size_t a, size_t b, size_t *out)
{
	if (b != 0 && a > SIZE_MAX / b)
		return false;
	*out = a * b;
	return true;
}

bool mem_add(size_t a, size_t b, size_t *out)
{
	if (a > SIZE_MAX - b)
		return false;
	*out = a + b;
	return true;
}

void *mem_alloc(size_t n_bytes)
{
	if (mem_is_refused(n_bytes))
		return NULL;
	return malloc(n_bytes ? n_bytes : 1);
}

void *mem_array(size_t n, size_t size)
{
	size_t n_bytes;

	if (!mem_multiply(n, size, &n_bytes) || mem_is_refused(n_bytes))
		return NULL;
	return calloc(1, n_bytes ? n_bytes : 1);
}

void *mem_resize(void *old, size_t n, size_t size)
{
	size_t n_bytes;

	if (!mem_multiply(n, size, &n_bytes) || mem_is_refused(n_bytes))
		return NULL;
	return realloc(old, n_bytes ? n_bytes : 1);
}

char *mem_copy(const void *bytes, size_t n)
{
	size_t with_nul;
	char *copy;

	if (!mem_add(n, 1, &with_nul))
		return NULL;
	copy = mem_alloc(with_nul);
	if (!copy)
		return NULL;
	if (n)
		memcpy(copy, bytes, n);
	copy[n] = '\0';
	return copy;
}

void mem_free(void *memory)
{
	free(memory);
}

/* glibc raises the size from which a block is a mapping of its own with each one that is freed. */
void mem_stay_small(void)
{
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, 128 * 1024);
#endif
}

void mem_close(const void *memory, size_t n_bytes)
{
#ifdef MEM_HAS_RED_ZONES
	__asan_poison_memory_region(memory, n_bytes);
#else
	(void)memory;
	(void)n_bytes;
#endif
}

void mem_open(const void *memory, size_t n_bytes)
{
#ifdef MEM_HAS_RED_ZONES
	__asan_unpoison_memory_region(memory, n_bytes);
#else
	(void)memory;
	(void)n_bytes;
#endif
}
