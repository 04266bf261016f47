/* SPDX-License-Identifier: MIT */
/*
 * Any words as a command line, one a line of the input: no crash, no leak; it fails with a message, or has none.
 *
 * seeds: tests/fuzz/seeds/args
 * sources: core/args/ core/lint/ core/view/ core/data/ core/base/
 */
#include "args/args.h"

#include <getopt.h>
#include <stdlib.h>

enum { WORDS_MAX = 200 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena words = ARENA_INIT, arena = ARENA_INIT;
	char *line = arena_copy(&words, bytes, n), name[] = "meshreport";
	char *argv[WORDS_MAX + 2] = {name};
	struct buf out = BUF_INIT;
	struct args args;
	struct diag diag;
	int argc = 1, status;

	if (!line)
		abort();
	/* A word ends where an argument of a program ends, and at a line end. */
	for (char *at = line; at < line + n && argc <= WORDS_MAX; at += strlen(at) + 1) {
		char *end = strchr(at, '\n');

		if (end)
			*end = '\0';
		argv[argc++] = at;
	}
	diag_init(&diag, 20);
	optind = 0; /* getopt begins anew */
	status = args_parse(&args, argc, argv, &arena, &diag);
	if ((status != 0) != diag_has_errors(&diag))
		abort();
	diag_print(&diag, &out, true, false);
	buf_release(&out);
	diag_release(&diag);
	arena_release(&arena);
	arena_release(&words);
	return 0;
}
