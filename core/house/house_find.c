/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* realpath(), which is POSIX.1-2008, but glibc files it there */
#include "house/house.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/path.h"

/* The folder that `path` lies in, absolute and without links; free(), null where there is none. */
static char *folder_of(struct arena *arena, const char *path)
{
	size_t n = path && strcmp(path, "-") != 0 ? path_folder(path) : 0;
	const char *folder = n > 0 ? arena_copy(arena, path, n) : ".";

	char *real = folder ? realpath(folder, NULL) : NULL;

	arena->failed |= folder && !real && errno == ENOMEM;
	return real;
}

/* In a folder of the working directory the shorter name, as it is typed, says the same. */
static const char *shown(struct arena *arena, const char *file)
{
	char *here = realpath(".", NULL);
	size_t n = here ? strlen(here) : 0;
	bool is_here = n > 1 && strncmp(file, here, n) == 0 && file[n] == '/';

	free(here);
	return arena_copy(arena, is_here ? file + n + 1 : file,
			  strlen(is_here ? file + n + 1 : file));
}

const char *house_find(struct arena *arena, const char *path)
{
	char *folder = folder_of(arena, path);
	const char *found = NULL;
	struct buf file = BUF_INIT;

	for (size_t n = folder ? strlen(folder) : 0; n > 0 && !found && !file.failed;) {
		while (n > 0 && folder[n - 1] == '/')
			n--;
		buf_clear(&file);
		buf_put(&file, folder, n);
		buf_put_text(&file, "/" HOUSE_FILE);
		if (!file.failed && access(buf_text(&file), F_OK) == 0)
			found = shown(arena, buf_text(&file));
		while (n > 0 && folder[n - 1] != '/')
			n--;
	}
	arena->failed |= file.failed;
	buf_release(&file);
	free(folder);
	return found;
}
