/* SPDX-License-Identifier: MIT */
/*
 * args_set - what options do with their arguments: those of the table in args.c that do more than keep them.
 *
 * Private to args.c.  Each returns 0, or -1 after an error was reported.
 */
#ifndef MESHREPORT_CORE_ARGS_SET_H
#define MESHREPORT_CORE_ARGS_SET_H

#include "args/args.h"

struct parse {
	struct args *args;
	struct arena *arena;
	struct diag *diag;
	size_t n_arguments;
	uint64_t given; /* the options that stood on the line, a bit each as `specs` has them */
};

int args_set_sort(struct parse *parse, const char *argument);
int args_set_color(struct parse *parse, const char *argument);
int args_set_sandbox(struct parse *parse, const char *argument);
int args_set_json(struct parse *parse, const char *argument);
int args_set_timeout(struct parse *parse, const char *argument);
int args_set_limit(struct parse *parse, const char *argument);
int args_set_help(struct parse *parse, const char *argument);
int args_set_list(struct parse *parse, const char *argument);
int args_set_tables(struct parse *parse, const char *argument);
int args_set_products_in(struct parse *parse, const char *argument);
int args_set_report(struct parse *parse, const char *argument);
int args_set_warning(struct parse *parse, const char *argument);
int args_set_today(struct parse *parse, const char *argument);
int args_set_stale(struct parse *parse, const char *argument);
int args_set_output(struct parse *parse, const char *argument);
int args_set_rules(struct parse *parse, const char *argument);
int args_set_strict(struct parse *parse, const char *argument);
int args_set_version(struct parse *parse, const char *argument);
int args_set_ignore(struct parse *parse, const char *argument);
int args_set_print_style(struct parse *parse, const char *argument);
int args_set_print(struct parse *parse, const char *argument);

#endif
