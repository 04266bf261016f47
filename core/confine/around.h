/* SPDX-License-Identifier: MIT */
/*
 * around - what a process has from those that started it: environment and descriptors.
 */
#ifndef MESHREPORT_CORE_AROUND_H
#define MESHREPORT_CORE_AROUND_H

/*
 * Forgets the environment but for the locale and where fonts lie (LANG, LC_*, HOME, XDG_*_HOME, FONTCONFIG_*).
 * The bytes are overwritten: a process can read those it was started with, whatever it calls its environment now.
 * Pointers that getenv() gave before lead to nothing.
 */
void around_clear_environment(void);

/* Closes every descriptor above 2 but these two. */
void around_close_others(int first, int second);

#endif
