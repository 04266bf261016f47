/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* sync_file_range() */
#include "out/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

#define TEMPORARY ".meshreport-XXXXXX"

enum { MARK_WINDOW = 64 * 1024, MAX_LINKS = 40 };

/* Bytes of a file after which the disk is set to work. */
enum { STRIDE = 1 << 20 };

/* Bytes that are kept in memory for a pipe or a device; more are an error, not a swapping machine. */
#define MEMORY_MAX ((size_t)2 << 30)

static int fail(struct sink *sink, int reason)
{
	if (sink->error == 0)
		sink->error = reason ? reason : EIO;
	return -1;
}

/* "folder/name", where `path` ends in another name. */
static char *beside(const char *path, const char *name)
{
	const char *slash = strrchr(path, '/');
	size_t n_folder = slash ? (size_t)(slash - path) + 1 : 0, n_name = strlen(name);
	char *out = mem_alloc(n_folder + n_name + 1);

	if (out) {
		memcpy(out, path, n_folder);
		memcpy(out + n_folder, name, n_name + 1);
	}
	return out;
}

/* Where a link leads, step by step, also when nothing is there yet.  Null with errno. */
static char *follow(const char *path)
{
	char target[PATH_MAX];
	char *at = mem_copy(path, strlen(path));

	for (int step = 0; at && step < MAX_LINKS; step++) {
		ssize_t n = readlink(at, target, sizeof(target) - 1);

		if (n < 0)
			return at;
		target[n] = '\0';
		char *next = target[0] == '/' ? mem_copy(target, (size_t)n) : beside(at, target);

		mem_free(at);
		at = next;
	}
	errno = at ? ELOOP : ENOMEM;
	mem_free(at);
	return NULL;
}

/* The umask can only be read by setting it. */
static mode_t new_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

static int open_file(struct sink *sink, const struct stat *old)
{
	mode_t mode = old ? old->st_mode & 0777 : new_mode();

	sink->kind = SINK_FILE;
	sink->is_new = !old;
	sink->temporary = beside(sink->path, TEMPORARY);
	if (!sink->temporary)
		return fail(sink, ENOMEM);
	sink->fd = mkstemp(sink->temporary);
	if (sink->fd < 0) {
		int reason = errno;

		mem_free(sink->temporary);
		sink->temporary = NULL;
		return fail(sink, reason);
	}
	if (fchmod(sink->fd, mode) != 0)
		return fail(sink, errno);
	return 0;
}

/*
 * The path stays as it was given: the links of /dev/fd lead to open pipes, and their text is the
 * name of no file.
 */
static int open_through(struct sink *sink, const char *path)
{
	sink->kind = SINK_THROUGH;
	buf_init(&sink->memory, MEMORY_MAX);
	sink->path = mem_copy(path, strlen(path));
	return sink->path ? 0 : fail(sink, ENOMEM);
}

int sink_open_path(struct sink *sink, const char *path)
{
	struct stat old;

	int status = stat(path, &old), reason = errno;

	*sink = (struct sink){.fd = -1};
	if (status != 0 && reason != ENOENT)
		return fail(sink, reason);
	if (status == 0 && S_ISDIR(old.st_mode))
		return fail(sink, EISDIR);
	if (status == 0 && !S_ISREG(old.st_mode))
		return open_through(sink, path);
	sink->path = follow(path);
	if (!sink->path)
		return fail(sink, errno);
	return open_file(sink, status == 0 ? &old : NULL);
}

int sink_open_stream(struct sink *sink, int fd)
{
	*sink = (struct sink){.kind = SINK_STREAM, .fd = fd};
	buf_init(&sink->memory, MEMORY_MAX);
	return 0;
}

int sink_open_memory(struct sink *sink)
{
	*sink = (struct sink){.kind = SINK_MEMORY, .fd = -1};
	buf_init(&sink->memory, MEMORY_MAX);
	return 0;
}

/* Whoever started us may have set standard output not to block. */
static bool wait_for_room(int fd)
{
	struct pollfd room = {.fd = fd, .events = POLLOUT};

	return poll(&room, 1, -1) >= 0 || errno == EINTR;
}

static int write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t written = write(fd, bytes, n);

		if (written < 0 && errno == EAGAIN && wait_for_room(fd))
			continue;
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return -1;
		bytes += written;
		n -= (size_t)written;
	}
	return 0;
}

/*
 * Lets the system begin to write while the rest is still being made, or the fsync() at the end
 * waits for all of it: 7 ms for 11 MB, 0.5 so.  Only a hint, whose failure fsync() would tell.
 */
static void write_to_file(struct sink *sink, const void *bytes, size_t n)
{
	if (write_all(sink->fd, bytes, n) != 0) {
		fail(sink, errno);
		return;
	}
#ifdef SYNC_FILE_RANGE_WRITE
	if ((sink->n_bytes + n) / STRIDE != sink->n_bytes / STRIDE)
		sync_file_range(sink->fd, 0, 0, SYNC_FILE_RANGE_WRITE);
#endif
}

void sink_write(struct sink *sink, const void *bytes, size_t n)
{
	if (sink->error != 0 || sink->kind == SINK_NONE)
		return;
	if (sink->kind == SINK_FILE) {
		write_to_file(sink, bytes, n);
	} else {
		buf_put(&sink->memory, bytes, n);
		if (sink->memory.failed)
			fail(sink, ENOMEM);
	}
	sink->n_bytes += n;
}

/* ------------------------------------------------------------------ becoming visible */

int sink_prepare(struct sink *sink)
{
	int fd = sink->fd;

	if (sink->error != 0)
		return -1;
	if (sink->kind != SINK_FILE || fd < 0)
		return 0;
	if (fsync(fd) != 0)
		return fail(sink, errno);
	sink->fd = -1;
	if (close(fd) != 0)
		return fail(sink, errno);
	return 0;
}

/*
 * A second name for the file that is about to be replaced, so that it can be put back.  A file
 * system without hard links does without.
 */
static void keep_old(struct sink *sink)
{
	char *name = beside(sink->path, TEMPORARY);
	int fd = name ? mkstemp(name) : -1;

	if (fd >= 0) {
		close(fd);
		if (unlink(name) == 0 && link(sink->path, name) == 0) {
			sink->kept = name;
			return;
		}
	}
	mem_free(name);
}

static int commit_through(struct sink *sink)
{
	int fd = open(sink->path, O_WRONLY | O_CLOEXEC | O_NOCTTY);

	if (fd < 0)
		return fail(sink, errno);
	if (write_all(fd, sink->memory.at, sink->memory.n) != 0)
		fail(sink, errno);
	if (close(fd) != 0)
		fail(sink, errno);
	return sink->error ? -1 : 0;
}

int sink_commit(struct sink *sink, bool is_undoable)
{
	if (sink->error != 0)
		return -1;
	if (sink->kind == SINK_THROUGH)
		return commit_through(sink);
	if (sink->kind == SINK_STREAM)
		return write_all(sink->fd, sink->memory.at, sink->memory.n) == 0
			       ? 0
			       : fail(sink, errno);
	if (sink->kind != SINK_FILE)
		return 0;
	if (is_undoable && !sink->is_new)
		keep_old(sink);
	if (rename(sink->temporary, sink->path) != 0)
		return fail(sink, errno);
	mem_free(sink->temporary);
	sink->temporary = NULL;
	return 0;
}

void sink_undo(struct sink *sink)
{
	if (sink->kind == SINK_FILE && !sink->temporary && sink->path) {
		if (sink->kept) {
			/* Where it cannot go back it stays under its second name: it is the last one. */
			rename(sink->kept, sink->path);
			mem_free(sink->kept);
			sink->kept = NULL;
		} else if (sink->is_new) {
			unlink(sink->path);
		}
	}
	sink_abandon(sink);
}

static void release(struct sink *sink)
{
	if (sink->fd >= 0 && sink->kind == SINK_FILE)
		close(sink->fd);
	buf_release(&sink->memory);
	mem_free(sink->path);
	mem_free(sink->temporary);
	mem_free(sink->kept);
	*sink = (struct sink){.fd = -1};
}

void sink_settle(struct sink *sink)
{
	if (sink->kept)
		unlink(sink->kept);
	release(sink);
}

void sink_abandon(struct sink *sink)
{
	if (sink->temporary)
		unlink(sink->temporary);
	sink_settle(sink);
}

/* ------------------------------------------------------------------ what stands there already */

static bool holds_mark(const char *bytes, size_t n)
{
	static const char mark[] = "meshreport ";
	size_t n_mark = sizeof(mark) - 1;

	for (size_t at = 0; at + n_mark < n; at++) {
		const char *found = memchr(bytes + at, 'm', n - at - n_mark);

		if (!found)
			return false;
		at = (size_t)(found - bytes);
		if (memcmp(found, mark, n_mark) == 0 && found[n_mark] >= '0' &&
		    found[n_mark] <= '9')
			return true;
	}
	return false;
}

static bool window_has_mark(int fd, off_t offset, char *bytes)
{
	size_t n = 0;

	while (n < MARK_WINDOW) {
		ssize_t got = pread(fd, bytes + n, MARK_WINDOW - n, offset + (off_t)n);

		if (got <= 0)
			break;
		n += (size_t)got;
	}
	return holds_mark(bytes, n);
}

bool sink_has_mark(const char *path)
{
	struct stat is;
	char *bytes = mem_alloc(MARK_WINDOW);
	int fd = bytes ? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
	bool has = false;

	if (fd >= 0 && fstat(fd, &is) == 0 && S_ISREG(is.st_mode)) {
		has = window_has_mark(fd, 0, bytes);
		if (!has && is.st_size > MARK_WINDOW)
			has = window_has_mark(fd, is.st_size - MARK_WINDOW, bytes);
	}
	if (fd >= 0)
		close(fd);
	mem_free(bytes);
	return has;
}
