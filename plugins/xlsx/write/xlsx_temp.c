/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* fopencookie() */
#include "xlsx/write/xlsx_temp.h"

#include "xlsx/xlsx_library.h"

#include <minizip/ioapi.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The library writes few bytes at a time; a larger buffer saves most of the calls. */
enum { TEMP_BUFFER = 1 << 16 };

/* A file: `n` bytes that are written, in room for more. */
struct memory {
	char *at;
	size_t n, room, place; /* `place` is where the next byte is read or written */
	bool is_kept; /* once the stream is closed */
};

/* ---- memory as a stream: the four functions of fopencookie(3) */

static bool reserve(struct memory *memory, size_t n)
{
	size_t room = memory->room ? memory->room : TEMP_BUFFER;
	char *grown;

	while (room < n)
		room *= 2;
	if (room == memory->room)
		return true;
	grown = realloc(memory->at, room);
	if (!grown)
		return false;
	memory->at = grown;
	memory->room = room;
	return true;
}

static ssize_t write_memory(void *cookie, const char *bytes, size_t n)
{
	struct memory *memory = cookie;

	if (n > SIZE_MAX / 4 - memory->place || !reserve(memory, memory->place + n))
		return 0;
	if (memory->place > memory->n)
		memset(memory->at + memory->n, 0, memory->place - memory->n);
	memcpy(memory->at + memory->place, bytes, n);
	memory->place += n;
	if (memory->n < memory->place)
		memory->n = memory->place;
	return (ssize_t)n;
}

static ssize_t read_memory(void *cookie, char *bytes, size_t n)
{
	struct memory *memory = cookie;
	size_t left = memory->place < memory->n ? memory->n - memory->place : 0;

	if (n > left)
		n = left;
	if (n > 0)
		memcpy(bytes, memory->at + memory->place, n);
	memory->place += n;
	return (ssize_t)n;
}

static int seek_memory(void *cookie, off64_t *offset, int whence)
{
	struct memory *memory = cookie;
	off64_t base = whence == SEEK_CUR   ? (off64_t)memory->place
		       : whence == SEEK_END ? (off64_t)memory->n
					    : 0;

	if (base + *offset < 0)
		return -1;
	*offset += base;
	memory->place = (size_t)*offset;
	return 0;
}

static int close_memory(void *cookie)
{
	struct memory *memory = cookie;

	if (!memory->is_kept) {
		free(memory->at);
		free(memory);
	}
	return 0;
}

static FILE *open_memory(struct memory *memory)
{
	static const cookie_io_functions_t functions = {read_memory, write_memory, seek_memory,
							close_memory};
	FILE *stream = memory ? fopencookie(memory, "w+b", functions) : NULL;

	if (stream)
		setvbuf(stream, NULL, _IOFBF, TEMP_BUFFER);
	return stream;
}

/* ---- what the library asks for */

FILE *lxw_tmpfile(char *folder)
{
	(void)folder;
	return open_memory(calloc(1, sizeof(struct memory)));
}

/* What the library hands on as the workbook's name leads to its memory: zipOpen() has no argument that could. */
static voidpf open_book(voidpf opaque, const char *name, int mode)
{
	(void)opaque;
	(void)mode;
	return open_memory((struct memory *)(uintptr_t)strtoull(name, NULL, 16));
}

void *zipOpen(const char *path, int append)
{
	struct xlsx_library_packing library;
	zlib_filefunc_def functions;

	if (xlsx_library_open_packing(&library) != 0)
		return NULL;
	library.fill(&functions);
	functions.zopen_file = open_book;
	/* cppcheck-suppress returnDanglingLifetime; minizip copies them */
	return library.open(path, append, NULL, &functions);
}

void *xlsx_temp_open(char *path, size_t size)
{
	struct memory *book = calloc(1, sizeof(*book));

	if (book)
		book->is_kept = true;
	snprintf(path, size, "%llx", (unsigned long long)(uintptr_t)book);
	return book;
}

void xlsx_temp_close(void *book)
{
	struct memory *memory = book;

	if (memory)
		free(memory->at);
	free(memory);
}

struct mr_bytes xlsx_temp_bytes(const void *book)
{
	const struct memory *memory = book;

	return (struct mr_bytes){memory->at, memory->n};
}
