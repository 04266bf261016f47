/* SPDX-License-Identifier: MIT */
/*
 * mem - the one place where the core asks for memory.
 *
 * Every function may return a null pointer, and the caller passes that up; who notices first says
 * so once.  Sizes are bytes.  An element count is multiplied through mem_multiply(), so a size that
 * would wrap is a failed allocation and never a small one.  A size of 0 is served as 1: a null
 * pointer always means failure.
 *
 * Tests.  mem_is_refused() is a weak symbol that says no.  A test program that defines its own is
 * asked before each allocation and can make the n-th one fail; the program itself holds no state.
 *
 * Red zones.  To AddressSanitizer a large block is one object, whatever is cut from it.  Who cuts
 * pieces closes what lies between them: whoever reads or writes there ends with "use-after-poison".
 * In builds without the sanitizer mem_close() and mem_open() do nothing and MEM_RED_ZONE is 0.
 */
#ifndef MESHREPORT_CORE_MEM_H
#define MESHREPORT_CORE_MEM_H

#include <stdbool.h>
#include <stddef.h>

/* Uninitialised; free with mem_free(). */
void *mem_alloc(size_t n_bytes);

/* `n` elements of `size` bytes, zeroed; free with mem_free(). */
void *mem_array(size_t n, size_t size);

/* `old` (or null) grown or cut to `n` elements of `size` bytes; on failure `old` stays valid. */
void *mem_resize(void *old, size_t n, size_t size);

/* A NUL-terminated copy of the `n` bytes at `bytes`. */
char *mem_copy(const void *bytes, size_t n);

void mem_free(void *memory);

/*
 * From now on a large block goes back to the system as soon as it is freed, and leaves no hole that
 * only the like of it would fill.  For a process that builds one thing and holds it: a growing table
 * costs what it is, not what it was on the way.  It asks the system more often.
 */
void mem_stay_small(void);

/* a * b into `out`; false when it does not fit. */
bool mem_multiply(size_t a, size_t b, size_t *out);

/* a + b into `out`; false when it does not fit. */
bool mem_add(size_t a, size_t b, size_t *out);

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MEM_HAS_RED_ZONES 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define MEM_HAS_RED_ZONES 1
#endif

/* Bytes to leave closed before each piece; pieces then begin at multiples of it. */
#ifdef MEM_HAS_RED_ZONES
enum { MEM_RED_ZONE = 16 };
#else
enum { MEM_RED_ZONE = 0 };
#endif

/* No one may touch these bytes; `memory` is aligned for any type. */
void mem_close(const void *memory, size_t n_bytes);

/* They may be touched again; so it must be before they are given back. */
void mem_open(const void *memory, size_t n_bytes);

/* Asked before each allocation: true makes it fail.  Weak; see above. */
bool mem_is_refused(size_t n_bytes);

#endif
