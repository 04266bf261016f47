/* SPDX-License-Identifier: MIT */
/*
 * read_host - what a reader that is fuzzed is given: a source whose callbacks fill the program's own model of a
 * file.  A reader ends; it says why when it fails, and it never lays two cells on one field.
 */
#ifndef READ_HOST_H
#define READ_HOST_H

#include "base/arena.h"
#include "base/utf8.h"
#include "read/grid.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct read_host {
	struct mr_source source;
	struct grid_file file;
	struct arena arena;
	unsigned n_errors;
};

static void prove(bool holds)
{
	if (!holds)
		abort();
}

static void take_block(struct mr_source *source, const struct mr_block *block)
{
	struct read_host *host = source->host;

	source->failed |= grid_block(&host->file, block) != 0;
}

static void take_grid(struct mr_source *source, const struct mr_grid *grid)
{
	struct read_host *host = source->host;

	source->failed |= grid_begin(&host->file, grid) != 0;
}

static void take_cell(struct mr_source *source, const struct mr_grid_cell *cell)
{
	struct read_host *host = source->host;

	source->failed |= grid_cell(&host->file, cell) != 0;
}

static void take_diag(struct mr_source *source, enum mr_severity severity,
		      const struct mr_place *place, const char *format, ...) MR_PRINTF(4, 5);
static void take_diag(struct mr_source *source, enum mr_severity severity,
		      const struct mr_place *place, const char *format, ...)
{
	struct read_host *host = source->host;
	char words[400];
	va_list arguments;

	(void)place;
	va_start(arguments, format);
	vsnprintf(words, sizeof(words), format, arguments);
	va_end(arguments);
	host->n_errors += severity == MR_ERROR;
}

static void *take_alloc(struct mr_source *source, size_t n_bytes)
{
	struct read_host *host = source->host;
	void *memory = arena_object(&host->arena, n_bytes > 0 ? n_bytes : 1);

	prove(memory != NULL);
	return memory;
}

/* Reads the bytes; those of a text are made valid UTF-8 without NUL first, as the host does. */
static int read_host_run(int (*read)(struct mr_source *), int (*sniff)(const struct mr_bytes *),
			 const char *name, bool is_text, const uint8_t *bytes, size_t n)
{
	static const struct mr_value none[8];
	struct read_host host = {.n_errors = 0};
	char *copy = malloc(n + 1);
	struct mr_bytes head = {bytes, n < 4096 ? n : 4096};
	size_t length;
	int status;

	prove(copy != NULL);
	memcpy(copy, bytes, n);
	copy[n] = '\0';
	for (size_t at = 0; is_text && at < n; at += length) {
		if (copy[at] == '\0' || utf8_decode(copy + at, n - at, &length) == UTF8_INVALID) {
			copy[at] = '?';
			length = 1;
		}
	}
	prove(sniff(&head) >= 0 && sniff(&head) <= 3);
	grid_init(&host.file, NULL);
	host.source = (struct mr_source){.struct_size = sizeof(host.source),
					 .option_stride = sizeof(*none),
					 .bytes = {copy, n},
					 .name = name,
					 .encoding = "",
					 .values = none,
					 .block = take_block,
					 .grid = take_grid,
					 .cell = take_cell,
					 .diag = take_diag,
					 .alloc = take_alloc,
					 .host = &host};
	status = read(&host.source);
	prove(host.source.failed || (status != 0) == (host.n_errors > 0));
	if (grid_end(&host.file) != 0 && !host.source.failed)
		prove(!strstr(host.file.why, "two cells"));
	grid_release(&host.file);
	arena_release(&host.arena);
	free(copy);
	return 0;
}

#endif
