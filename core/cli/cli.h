/* SPDX-License-Identifier: MIT */
/*
 * cli - argv -> what the user wants.  One table of options drives both the parsing and the help.
 *
 * Nothing is looked up here: that a format exists or a file can be read is found out later.
 */
#ifndef MESHREPORT_CORE_CLI_H
#define MESHREPORT_CORE_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "data/dataset.h"
#include "base/diag.h"
#include "view/select.h"

enum cli_verb {
	CLI_RENDER,
	CLI_CHECK,
	CLI_LIST_FORMATS,
	CLI_PRINT_TEMPLATE,
	CLI_HELP,
	CLI_VERSION
};

enum cli_color { CLI_COLOR_AUTO, CLI_COLOR_ALWAYS, CLI_COLOR_NEVER };

/* Arguments of a repeatable option, as typed. */
struct cli_list {
	const char **at;
	uint32_t n;
};

struct cli {
	enum cli_verb verb;
	const char *dataset; /* null: the shipped one */
	const char *about; /* the format of --help FORMAT or --print-template, or null */
	const char *output; /* or null */
	struct cli_list formats; /* each may hold several, joined by commas */
	struct cli_list options;
	struct cli_list templates;
	struct cli_list plugin_dirs;
	struct cli_list products, categories, features, require;
	bool only_differences;
	enum select_sort sort;
	double timeout; /* seconds; 0: none */
	bool force, quiet, verbose;
	enum cli_color color;
	struct dataset_limits limits;
};

/* Strings are argv's, lists live in `arena`.  0, or -1 after errors were reported. */
int cli_parse(struct cli *cli, int argc, char **argv, struct arena *arena, struct diag *diag);

/* The text of --help. */
void cli_help(struct buf *out);

#endif
