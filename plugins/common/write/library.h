/* SPDX-License-Identifier: MIT */
/*
 * library - why a library that is opened by its name cannot be had.
 *
 * Where memory is short it is there, and cannot be opened: who is told to install it would look in vain.
 */
#ifndef MESHREPORT_COMMON_LIBRARY_H
#define MESHREPORT_COMMON_LIBRARY_H

enum { LIBRARY_WHY = 200 };

/* Right behind a failed dlopen() or dlsym(): "is not installed; on Debian it is PACKAGE", or "cannot be opened: " with the reason. */
const char *library_problem(const char *package, char why[LIBRARY_WHY]);

#endif
