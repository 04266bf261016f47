/* SPDX-License-Identifier: MIT */
/*
 * object - what is wrong with a file that should be a shared object?
 *
 * dlopen() says "invalid ELF header" of a text file and "wrong ELF class" of a plugin for another
 * processor; the user needs to hear which of the two it is.  Only the head of the file is read
 * (System V ABI, chapter 4, "ELF Header").
 */
#ifndef MESHREPORT_CORE_OBJECT_H
#define MESHREPORT_CORE_OBJECT_H

#include <stddef.h>

/* 0 when the file is a shared object for the machine this program runs on; else -1 and the reason. */
int object_examine(const char *path, char *why, size_t size);

#endif
