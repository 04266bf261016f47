/* SPDX-License-Identifier: MIT */
/*
 * operands - the words of the command line that are no options: which verb, and the files that it is about.
 *
 * Private to args.c, as args_set is.
 */
#ifndef MESHREPORT_CORE_OPERANDS_H
#define MESHREPORT_CORE_OPERANDS_H

#include "args/args_set.h"

/* `words` live as long as the arguments do.  0, or -1 after an error was reported. */
int operands_take(struct parse *parse, int n, const char **words);

#endif
