/* SPDX-License-Identifier: MIT */
/*
 * args - argv -> what the user wants.  One table of options drives both the parsing and the help.
 *
 * Nothing is looked up here: that a format exists or a file can be read is found out later.
 */
#ifndef MESHREPORT_CORE_ARGS_H
#define MESHREPORT_CORE_ARGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "args/checks.h"
#include "args/wishes.h"
#include "base/buf.h"
#include "base/diag.h"
#include "data/dataset.h"
#include "view/select.h"

enum args_verb {
	ARGS_RENDER,
	ARGS_CHECK,
	ARGS_IMPORT,
	ARGS_FMT,
	ARGS_NEW,
	ARGS_STATS,
	ARGS_DIFF,
	ARGS_PLUGIN,
	ARGS_VERIFY,
	ARGS_COMPLETION,
	ARGS_DOCTOR,
	ARGS_LIST_FORMATS,
	ARGS_LIST_TABLES,
	ARGS_LIST_RULES,
	ARGS_PRINT_TEMPLATE,
	ARGS_PRINT_STYLE,
	ARGS_HELP,
	ARGS_VERSION
};

enum { ARGS_N_VERBS = ARGS_VERSION + 1 };

enum args_color { ARGS_COLOR_AUTO, ARGS_COLOR_ALWAYS, ARGS_COLOR_NEVER };

/* In the order of enum confine_mode. */
enum args_sandbox { ARGS_SANDBOX_AUTO, ARGS_SANDBOX_REQUIRE, ARGS_SANDBOX_OFF };

struct args {
	enum args_verb verb;
	const char *dataset; /* null: the shipped one; of verify: none was given */
	const char *artifact; /* that verify is asked about */
	const char *called,
		*since_called; /* names that take the place of those of the files, or null (again.h) */
	struct args_list datasets; /* of check and fmt, in place of `dataset` */
	const char *title; /* of a new dataset, or null */
	const char *about; /* the format of --help FORMAT or --print-template, or null */
	const char *output; /* or null */
	struct args_list formats; /* each may hold several, joined by commas */
	struct args_list options;
	struct args_list words; /* "[LANG.]KEY=TEXT" each */
	const char *style; /* a file, or the name of a shipped one; or null */
	bool no_defaults; /* .meshreport is not looked for */
	struct args_list templates;
	struct args_list plugin_dirs;
	struct args_list products, categories, features, require;
	const char *profile; /* by which to rank, or null */
	struct args_list weights; /* "FEATURE=N" */
	bool only_differences;
	const char *since; /* the older edition, or null */
	unsigned ignored; /* enum mr_changed: of which changes nobody wants to hear */
	bool exit_code; /* 1 where something changed */
	const char *task; /* of plugin: "new" or "test"; the name or file is `dataset` */
	const char *lang; /* of a new plugin, or null */
	bool is_reader; /* a new plugin that reads */
	bool wants_tap; /* of plugin test */
	bool only_check; /* fmt: say what would be changed */
	enum sort sort;
	bool has_sort; /* somebody said it */
	double timeout; /* seconds; 0: none */
	bool force, quiet, verbose;
	bool in_process; /* plugins run in this process */
	enum args_color color;
	enum args_sandbox sandbox;
	struct limits limits;
	struct wishes wishes;
	struct checks checks;
};

/* Strings are argv's, lists live in `arena`.  0, or -1 after errors were reported. */
int args_parse(struct args *args, int argc, char **argv, struct arena *arena, struct diag *diag);

/* An option as the table has it. */
struct args_option {
	char letter; /* 0 without */
	const char *name;
	const char *argument; /* null without; as the help writes it */
	const char *help;
	bool is_optional; /* the argument, which then stands behind a '=' */
	unsigned verbs; /* it is for, a bit each */
};

/* The option at `index`; false behind the last. */
bool args_option(size_t index, struct args_option *out);

/* The text of --help. */
void args_help(struct buf *out);

#endif
