/* SPDX-License-Identifier: MIT */
/*
 * describe - what a script answers to --describe, as the constant that a shared object would export.
 *
 *     {"meshreport": 1, "name": "typst", "summary": "a table for Typst", "extension": "typ",
 *      "options": [{"name": "paper", "type": "choice", "choices": ["a4", "a3"], "default": "a4", "help": "..."}]}
 *
 * The members are those of struct mr_plugin and struct mr_option by their names in plugin.h, with words where these have
 * numbers; plugins/README.md has the table.  Only the form is judged here: whoever takes the constant vets what it
 * says.  A list holds one such object for each format of the file.  Keys that begin with "x-" are passed over.
 */
#ifndef MESHREPORT_CORE_DESCRIBE_H
#define MESHREPORT_CORE_DESCRIBE_H

#include <stddef.h>

#include <meshreport/plugin.h>

#include "base/arena.h"

enum { DESCRIBE_MAX = 256 * 1024, DESCRIBE_WHY = 512, DESCRIBE_VERSION = 1 };
enum { DESCRIBE_NEEDS_MAX = 64, DESCRIBE_NEED_MAX = 500 }; /* bytes of one */

struct describe {
	struct mr_plugin is;
	/* The services whose answers it wants, each once: "charts/1 coverage svg" (child/needs.h) */
	const char *const *needs;
	uint32_t n_needs;
};

/*
 * Of the `n` bytes the format called `name`, else the first.  0, or -1 with what is wrong and where: "line 3:
 * options[1].type: ...".  All of `out` lies in the arena; render is not set.
 */
int describe_read(struct arena *arena, const char *text, size_t n, const char *name,
		  struct describe *out, char why[DESCRIBE_WHY]);

#endif
