/* SPDX-License-Identifier: MIT */
/*
 * nodisk - preloaded, it ends a child of the program that makes a file, or opens one to write.  A format that passes what it
 * makes to its parent needs none.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static pid_t program;

__attribute__((constructor)) static void remember(void)
{
	program = getpid();
}

static void refuse(const char *path)
{
	static const char words[] = "nodisk: a file is opened to write: ";

	if (getpid() == program)
		return;
	if (write(2, words, sizeof(words) - 1) > 0 && write(2, path, strlen(path)) > 0)
		_exit(99);
	_exit(98);
}

static int open_as(const char *name, const char *path, int flags, mode_t mode)
{
	int (*next)(const char *, int, ...) =
		(int (*)(const char *, int, ...))dlsym(RTLD_NEXT, name);

	if (flags & (O_CREAT | O_WRONLY | O_RDWR))
		refuse(path);
	return next(path, flags, mode);
}

static FILE *stream_as(const char *name, const char *path, const char *mode)
{
	FILE *(*next)(const char *, const char *) =
		(FILE * (*)(const char *, const char *)) dlsym(RTLD_NEXT, name);

	if (strpbrk(mode, "wa+"))
		refuse(path);
	return next(path, mode);
}

#define MODE_OF(flags, mode)                                       \
	do {                                                       \
		va_list more;                                      \
		va_start(more, flags);                             \
		mode = flags & O_CREAT ? va_arg(more, mode_t) : 0; \
		va_end(more);                                      \
	} while (0)

int open(const char *path, int flags, ...)
{
	mode_t mode;

	MODE_OF(flags, mode);
	return open_as("open", path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
	mode_t mode;

	MODE_OF(flags, mode);
	return open_as("open64", path, flags, mode);
}

FILE *fopen(const char *path, const char *mode)
{
	return stream_as("fopen", path, mode);
}

FILE *fopen64(const char *path, const char *mode)
{
	return stream_as("fopen64", path, mode);
}
