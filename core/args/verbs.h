/* SPDX-License-Identifier: MIT */
/*
 * verbs - the words that name what the program is to do, in one table.
 */
#ifndef MESHREPORT_CORE_VERBS_H
#define MESHREPORT_CORE_VERBS_H

#include "args/args.h"

/* The verb of a first word; ARGS_RENDER, which has none, for any other. */
enum args_verb verbs_find(const char *word);

/* As it is typed: a word for a command, else the option; "" for ARGS_RENDER. */
const char *verbs_word(enum args_verb verb);

/* The command at `index`, and what it does; null behind the last. */
const char *verbs_command(size_t index, const char **about);

/* The command that was probably meant, or null. */
const char *verbs_nearest(const char *word);

#endif
