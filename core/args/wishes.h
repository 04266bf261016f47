/* SPDX-License-Identifier: MIT */
/*
 * wishes - how the user wants a file to be read that is no dataset: the options of reading.
 */
#ifndef MESHREPORT_CORE_WISHES_H
#define MESHREPORT_CORE_WISHES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "read/interpret.h"

/* Arguments of a repeatable option, as typed. */
struct args_list {
	const char **at;
	uint32_t n;
};

struct wishes {
	const char *from, *encoding; /* or null */
	struct args_list tables; /* each may hold several numbers, joined by commas */
	struct args_list descriptions, drops;
	struct args_list maps; /* WORD=STATUS each; vetted by wishes_vet_map() */
	struct args_list options; /* -R */
	enum interpret_products products_in;
	bool transpose, repair;
	bool wants_json; /* the report, for machines */
};

/* Whether the argument of --map is one; else an error was reported. */
bool wishes_vet_map(const char *argument, struct diag *diag);

/* The same for the interpreter; lists live in `arena`, whose `failed` tells.  `name`: see its file_name. */
struct interpret_options wishes_interpret(const struct wishes *wishes, const char *name,
					  struct arena *arena);

/* Appends the options as they are typed: " --table 2 --map 'x=yes'". */
void wishes_put_command(struct buf *out, const struct wishes *wishes);

#endif
