/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* RTLD_NEXT, memalign(), reallocarray() */
#include "base/refusal.h"

#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/sanitized.h"

/*
 * The allocator behind, and what a refusal means.  The one mutable global of the program: malloc()
 * has no argument that could lead to it.  Written before there is a second thread.
 */
static struct {
	void *(*malloc)(size_t);
	void *(*calloc)(size_t, size_t);
	void *(*realloc)(void *, size_t);
	void *(*reallocarray)(void *, size_t, size_t);
	void *(*memalign)(size_t, size_t);
	void *(*aligned_alloc)(size_t, size_t);
	int (*posix_memalign)(void **, size_t, size_t);
	bool is_searching, ends_process;
	int status;
	const char *words;
} behind;

void refusal_ends_process(int status, const char *words)
{
	behind.status = status;
	behind.words = words;
	behind.ends_process = true;
}

void refusal_is_passed_up(void)
{
	behind.ends_process = false;
}

#if !SANITIZED

/* C has no cast from an object's pointer to a function's; POSIX has dlsym() give one nevertheless. */
static void find(const char *name, void *function)
{
	void *found = dlsym(RTLD_NEXT, name);

	memcpy(function, &found, sizeof(found));
}

/*
 * The dynamic linker asks for memory before main() does.  What dlsym() itself may ask for meanwhile
 * is refused, which it bears.
 */
static bool is_found(void)
{
	if (behind.malloc)
		return true;
	if (behind.is_searching)
		return false;
	behind.is_searching = true;
	find("posix_memalign", &behind.posix_memalign);
	find("aligned_alloc", &behind.aligned_alloc);
	find("memalign", &behind.memalign);
	find("reallocarray", &behind.reallocarray);
	find("realloc", &behind.realloc);
	find("calloc", &behind.calloc);
	find("malloc", &behind.malloc);
	behind.is_searching = false;
	return behind.malloc != NULL;
}

static void end(void)
{
	size_t n = strlen(behind.words);

	/* Who cannot be told is told by the status alone. */
	if (n > 0 && write(STDERR_FILENO, behind.words, n) < 0)
		errno = 0;
	_exit(behind.status);
}

/*
 * What was given for `n` bytes.  More than PTRDIFF_MAX no machine gives: that answer is the same in
 * every run, and who asked (for the size that a damaged file claims) knows what to do about it.
 */
static void *judged(void *memory, size_t n)
{
	if (!memory && n <= PTRDIFF_MAX && behind.ends_process)
		end();
	return memory;
}

static size_t product(size_t n, size_t size)
{
	return size > 0 && n > SIZE_MAX / size ? SIZE_MAX : n * size;
}

static void *nothing(void)
{
	errno = ENOMEM;
	return NULL;
}

void *malloc(size_t n)
{
	return is_found() ? judged(behind.malloc(n), n) : nothing();
}

void *calloc(size_t n, size_t size)
{
	return is_found() ? judged(behind.calloc(n, size), product(n, size)) : nothing();
}

/* With a size of 0 it may free `old` and give nothing, which is no refusal. */
void *realloc(void *old, size_t n)
{
	void *memory = is_found() ? behind.realloc(old, n) : nothing();

	return n > 0 ? judged(memory, n) : memory;
}

void *reallocarray(void *old, size_t n, size_t size)
{
	void *memory = is_found() ? behind.reallocarray(old, n, size) : nothing();

	return n > 0 && size > 0 ? judged(memory, product(n, size)) : memory;
}

void *memalign(size_t alignment, size_t n)
{
	return is_found() ? judged(behind.memalign(alignment, n), n) : nothing();
}

void *aligned_alloc(size_t alignment, size_t n)
{
	return is_found() ? judged(behind.aligned_alloc(alignment, n), n) : nothing();
}

int posix_memalign(void **out, size_t alignment, size_t n)
{
	int reason = is_found() ? behind.posix_memalign(out, alignment, n) : ENOMEM;

	if (reason == ENOMEM)
		judged(NULL, n);
	return reason;
}

#endif
