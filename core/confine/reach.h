/* SPDX-License-Identifier: MIT */
/*
 * reach - which files a process can reach, by Landlock (landlock(7), Linux 5.13).
 *
 *   reach_begin() ──> reach_add(), reach_add_usual() ──> reach_end()
 *
 * From then on it can read what was added and what lies below it, run what was added as a program, and write, make,
 * remove or rename nothing.
 * From ABI 3 it can truncate no file, from 4 it has no TCP, from 5 it sends no device a command, from 6 it
 * sends no signal to a process and connects to no abstract socket outside.  What a path leads to can still be asked
 * (stat): Landlock does not know of that.
 *
 * The usual is what fonts and libraries need: the folders of libraries, those that lie where this program's own
 * libraries lie or LD_LIBRARY_PATH leads to, fonts of the system and the user, their configuration and caches.
 */
#ifndef MESHREPORT_CORE_REACH_H
#define MESHREPORT_CORE_REACH_H

#include <stddef.h>

struct reach {
	int set; /* descriptor of the rules, -1 without */
	int refusal; /* errno of the first thing that is there and could not be added, 0 */
};

/* Version of the kernel's Landlock ABI, 0 without. */
int reach_version(void);

/* 0, or -1 with errno. */
int reach_begin(struct reach *reach);

/* What is not there is not added; what the system does not let us add is a refusal. */
void reach_add(struct reach *reach, const char *path);

/* Reads the environment: HOME, XDG_*_HOME, FONTCONFIG_*, LD_LIBRARY_PATH. */
void reach_add_usual(struct reach *reach);

/* What may be run as well as read. */
void reach_add_program(struct reach *reach, const char *path);

/* The system's programs and what they read: what lies below /usr and its like, and interpreters' settings in /etc. */
void reach_add_system(struct reach *reach);

/* Asks for no_new_privs to be set.  0, or -1 with errno. */
int reach_end(struct reach *reach);

#endif
