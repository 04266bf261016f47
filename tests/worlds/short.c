/* SPDX-License-Identifier: MIT */
/*
 * A file system and pipes that give and take a little at a time, as POSIX allows them to (read(), write():
 * "may return fewer"): preloaded, each read of a file, and each read and write of a pipe or socket, moves
 * a few bytes at most, and every seventh of the latter is interrupted before it begins (EINTR).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#define INTERRUPTED_EACH 7

static unsigned turn;

/* 1, 2, 3, ... 61 bytes, and again. */
static size_t little(size_t n)
{
	size_t most = 1 + turn++ % 61;

	return n < most ? n : most;
}

enum kind { WAITS, FILE_WITH_NAME, MEMORY };

/* Only what waits is interrupted, and memory (a memfd has no name) moves as a whole. */
static enum kind kind_of(int fd)
{
	struct stat about;

	if (fstat(fd, &about) != 0 || !S_ISREG(about.st_mode))
		return WAITS;
	return about.st_nlink > 0 ? FILE_WITH_NAME : MEMORY;
}

static int is_interrupted(enum kind kind)
{
	if (kind != WAITS || turn % INTERRUPTED_EACH != 0)
		return 0;
	turn++;
	errno = EINTR;
	return 1;
}

ssize_t read(int fd, void *to, size_t n)
{
	static ssize_t (*next)(int fd, void *to, size_t n);
	enum kind kind = kind_of(fd);

	if (!next)
		*(void **)&next = dlsym(RTLD_NEXT, "read");
	return is_interrupted(kind) ? -1 : next(fd, to, kind == MEMORY ? n : little(n));
}

ssize_t write(int fd, const void *from, size_t n)
{
	static ssize_t (*next)(int fd, const void *from, size_t n);
	enum kind kind = kind_of(fd);

	if (!next)
		*(void **)&next = dlsym(RTLD_NEXT, "write");
	return is_interrupted(kind) ? -1 : next(fd, from, kind == WAITS ? little(n) : n);
}
