/* SPDX-License-Identifier: MIT */
/*
 * complete - what fits where a shell's user is typing: `meshreport --complete WORD...`, which the scripts of
 * templates/shell ask, and `meshreport completion SHELL`, which prints such a script.
 *
 * The words are those of the line behind the program's name up to the one that is typed, which comes last and may be
 * empty.  The answer is that of offers.h.  Whatever is wrong with the line, nothing is said of it, and what is known
 * is offered.
 */
#ifndef MESHREPORT_CORE_COMPLETE_H
#define MESHREPORT_CORE_COMPLETE_H

#include "run/run.h"

/* Whether this is the first word of such a command line. */
bool complete_is_asked(int argc, char *const *argv);

/* `argv` as main() has it; sets the run's args. */
int complete_words(struct run *run, int argc, char **argv);

int complete_script(struct run *run);

#endif
