/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* environ, syscall() */
#include "confine/around.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/number.h"

/* ---- the environment */

/* Those that end in '=' are whole names. */
static const char *const kept[] = {"LANG=",
				   "LC_",
				   "HOME=",
				   "XDG_DATA_HOME=",
				   "XDG_CONFIG_HOME=",
				   "XDG_CACHE_HOME=",
				   "FONTCONFIG_FILE=",
				   "FONTCONFIG_PATH=",
				   "FONTCONFIG_SYSROOT="};

static bool is_kept(const char *entry)
{
	for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++)
		if (strncmp(entry, kept[i], strlen(kept[i])) == 0)
			return strchr(entry, '=') != NULL;
	return false;
}

void around_clear_environment(void)
{
	char **from = environ, **to = environ;

	for (; from && *from; from++) {
		if (is_kept(*from))
			*to++ = *from;
		else
			memset(*from, 0, strlen(*from));
	}
	if (environ)
		*to = NULL;
}

/* ---- descriptors */

static bool close_range_of(int first, int last)
{
	if (first > last)
		return true;
#ifdef SYS_close_range
	return syscall(SYS_close_range, (unsigned)first, (unsigned)last, 0u) == 0;
#else
	return false;
#endif
}

/* Where the kernel is older than 5.9: those that /proc lists, the list's own among them. */
static void close_listed(int first, int second)
{
	DIR *list = opendir("/proc/self/fd");
	const struct dirent *entry;

	while (list && (entry = readdir(list)) != NULL) {
		uint64_t fd_read = 0;
		int fd = number_read_size(entry->d_name, &fd_read) ? (int)fd_read : -1;

		if (fd > 2 && fd != first && fd != second && fd != dirfd(list))
			close(fd);
	}
	if (list)
		closedir(list);
}

void around_close_others(int first, int second)
{
	int low = first < second ? first : second, high = first < second ? second : first;

	if (!close_range_of(3, low - 1) || !close_range_of(low + 1, high - 1) ||
	    !close_range_of(high + 1, 0x7fffffff))
		close_listed(first, second);
}
