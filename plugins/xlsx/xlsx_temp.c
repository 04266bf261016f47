/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* fopencookie(), RTLD_NOLOAD */
#include "xlsx/xlsx_temp.h"

#include <dlfcn.h>
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

/* The workbook of this process: zipOpen() has no argument that could lead to it. */
static struct memory book = {.is_kept = true};

static voidpf open_book(voidpf opaque, const char *name, int mode)
{
	(void)opaque;
	(void)name;
	(void)mode;
	return open_memory(&book);
}

void *zipOpen(const char *path, int append)
{
	void *library = dlopen("libminizip.so.1", RTLD_NOW | RTLD_LOCAL | RTLD_NOLOAD);
	void *(*open)(const char *, int, const char **, zlib_filefunc_def *);
	void (*fill)(zlib_filefunc_def *);
	zlib_filefunc_def functions;
	void *symbols[] = {library ? dlsym(library, "zipOpen2") : NULL,
			   library ? dlsym(library, "fill_fopen_filefunc") : NULL};

	if (!symbols[0] || !symbols[1])
		return NULL;
	memcpy(&open, &symbols[0], sizeof(open));
	memcpy(&fill, &symbols[1], sizeof(fill));
	fill(&functions);
	functions.zopen_file = open_book;
	return open(path, append, NULL, &functions);
}

struct mr_bytes xlsx_temp_bytes(void)
{
	return (struct mr_bytes){book.at, book.n};
}
