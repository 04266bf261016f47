/* SPDX-License-Identifier: MIT */
/*
 * package - the Debian package that a shared library is in, by its name alone.
 *
 * Debian Policy 8.1: it is called after the soname, libcairo.so.2 is in libcairo2, and libpng16.so.16 in libpng16-16, a hyphen
 * keeping two numbers apart.  A few are called otherwise; what is known of them here is a table.
 */
#ifndef MESHREPORT_CORE_PACKAGE_H
#define MESHREPORT_CORE_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

/* False for a name that is no library's with a version. */
bool package_of_library(const char *soname, char *out, size_t size);

#endif
