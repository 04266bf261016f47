/* SPDX-License-Identifier: MIT */
#include "base/path.h"

#include "base/mem.h"

#include <errno.h>
#include <string.h>

size_t path_folder(const char *path)
{
	return (size_t)(path_name(path) - path);
}

const char *path_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

const char *path_suffix(const char *path)
{
	const char *name = path_name(path), *dot = strrchr(name, '.');

	return dot && dot != name ? dot : name + strlen(name);
}

const char *path_join(struct arena *arena, const char *folder, const char *name)
{
	size_t n_folder = strlen(folder), n_name = strlen(name);
	bool is_open = n_folder > 0 && folder[n_folder - 1] != '/';
	char *path = arena_array(arena, n_folder + n_name + 2, 1);

	if (!path)
		return NULL;
	memcpy(path, folder, n_folder);
	if (is_open)
		path[n_folder] = '/';
	memcpy(path + n_folder + is_open, name, n_name + 1);
	return path;
}

char *path_beside(const char *path, const char *name)
{
	size_t n_folder = path_folder(path), n_name = strlen(name);
	char *out = mem_alloc(n_folder + n_name + 1);

	if (out) {
		memcpy(out, path, n_folder);
		memcpy(out + n_folder, name, n_name + 1);
	}
	return out;
}

bool path_is_below(const char *path)
{
	for (const char *at = path;; at++) {
		size_t n = strcspn(at, "/");

		if (n == 0 || (n == 2 && at[0] == '.' && at[1] == '.'))
			return false;
		at += n;
		if (*at == '\0')
			return true;
	}
}

bool path_is_absence(int reason)
{
	return reason == ENOENT || reason == ENOTDIR || reason == EACCES || reason == EPERM ||
	       reason == ELOOP || reason == ENAMETOOLONG;
}
