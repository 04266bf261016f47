/* SPDX-License-Identifier: MIT */
#include "common/write/library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

const char *library_problem(const char *package, char why[LIBRARY_WHY])
{
	const char *reason = dlerror();

	if (!reason || strstr(reason, "No such file"))
		snprintf(why, LIBRARY_WHY, "is not installed; on Debian it is %s", package);
	else
		snprintf(why, LIBRARY_WHY, "cannot be opened: %s", reason);
	return why;
}
