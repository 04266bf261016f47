/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* sync_file_range() */
#include "out/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "out/folder.h"
#include "out/inherit.h"
#include "out/leftover.h"
#include "out/newname.h"
#include "out/through.h"

enum { MARK_WINDOW = 64 * 1024, MAX_LINKS = 40 };

/* Bytes of a file after which the disk is set to work. */
enum { STRIDE = 1 << 20 };

/* Bytes that are kept in memory for a pipe or a device; more are an error, not a swapping machine. */
#define MEMORY_MAX ((size_t)2 << 30)

static int fail(struct sink *sink, int reason)
{
	if (sink->error == 0)
		sink->error = reason;
	return -1;
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
		char *next =
			target[0] == '/' ? mem_copy(target, (size_t)n) : path_beside(at, target);

		mem_free(at);
		at = next;
	}
	errno = at ? ELOOP : ENOMEM;
	mem_free(at);
	return NULL;
}

/* Its mode is the owner's alone until it is whole, so that it can be reopened after a rest. */
static int open_file(struct sink *sink, bool is_new)
{
	sink->kind = SINK_FILE;
	sink->is_new = is_new;
	sink->temporary = leftover_name(sink->path);
	if (!sink->temporary)
		return fail(sink, ENOMEM);
	sink->fd = mkstemp(sink->temporary);
	if (sink->fd < 0) {
		int reason = errno;

		mem_free(sink->temporary);
		sink->temporary = NULL;
		return fail(sink, reason);
	}
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
	return open_file(sink, status != 0);
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

static int wake(struct sink *sink)
{
	if (sink->fd < 0)
		sink->fd = open(sink->temporary, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW);
	return sink->fd < 0 ? fail(sink, errno) : 0;
}

/*
 * Lets the system begin to write while the rest is still being made, or the fsync() at the end
 * waits for all of it: 7 ms for 11 MB, 0.5 so.  Only a hint, whose failure fsync() would tell.
 */
static void write_to_file(struct sink *sink, const void *bytes, size_t n)
{
	if (wake(sink) != 0)
		return;
	if (file_write_all(sink->fd, bytes, n) != 0) {
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

static int close_file(struct sink *sink)
{
	int fd = sink->fd;

	sink->fd = -1;
	return close(fd) == 0 ? 0 : fail(sink, errno);
}

void sink_rest(struct sink *sink)
{
	if (sink->kind == SINK_FILE && sink->fd >= 0 && sink->error == 0)
		close_file(sink);
}

/* ---- becoming visible */

/* That of the file it replaces, with all that belongs to it, or that of a new one. */
static int give_mode(const struct sink *sink)
{
	struct stat old;

	if (!sink->is_new && stat(sink->path, &old) == 0)
		return inherit_from(sink->fd, sink->path, &old);
	return fchmod(sink->fd, inherit_new_mode(0666));
}

int sink_prepare(struct sink *sink)
{
	if (sink->error != 0)
		return -1;
	if (sink->kind != SINK_FILE || sink->is_prepared)
		return 0;
	if (wake(sink) != 0)
		return -1;
	if (give_mode(sink) != 0)
		return fail(sink, errno);
	if (fsync(sink->fd) != 0)
		return fail(sink, errno);
	sink->is_prepared = true;
	return close_file(sink);
}

/*
 * A second name for the file that is about to be replaced, so that it can be put back.  A file
 * system without hard links does without.
 */
static void keep_old(struct sink *sink)
{
	char *name = leftover_name(sink->path);
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
	int fd = through_open(sink->path);

	if (fd < 0)
		return fail(sink, errno);
	if (through_write(fd, sink->memory.at, sink->memory.n) != 0)
		fail(sink, errno);
	if (close(fd) != 0)
		fail(sink, errno);
	return sink->error ? -1 : 0;
}

static void take_place(struct sink *sink)
{
	sink->is_renamed = true;
	mem_free(sink->temporary);
	sink->temporary = NULL;
}

int sink_commit(struct sink *sink, bool is_undoable)
{
	if (sink->error != 0)
		return -1;
	if (sink->kind == SINK_THROUGH)
		return commit_through(sink);
	if (sink->kind == SINK_STREAM)
		return through_write(sink->fd, sink->memory.at, sink->memory.n) == 0
			       ? 0
			       : fail(sink, errno);
	if (sink->kind != SINK_FILE)
		return 0;
	if (is_undoable && !sink->is_new)
		keep_old(sink);
	if (rename(sink->temporary, sink->path) != 0)
		return fail(sink, errno);
	take_place(sink);
	return 0;
}

int sink_commit_new(struct sink *sink)
{
	if (sink->error != 0)
		return -1;
	if (newname_take(sink->temporary, sink->path) != 0)
		return fail(sink, errno);
	take_place(sink);
	return 0;
}

static bool is_same_folder(const char *path, const char *other)
{
	size_t n = path_folder(path);

	return n == path_folder(other) && memcmp(path, other, n) == 0;
}

int sink_sync_folder(struct sink *sink, const struct sink *before)
{
	if (!sink->is_renamed || sink->error != 0)
		return sink->error ? -1 : 0;
	if (before && before->is_renamed && is_same_folder(sink->path, before->path))
		return 0;
	int reason = folder_sync_of(sink->path);

	return reason ? fail(sink, reason) : 0;
}

/* What a commit did is taken back; false, with errno, when it stays so. */
static bool take_back(struct sink *sink)
{
	if (sink->kept)
		return rename(sink->kept, sink->path) == 0;
	if (sink->is_new)
		return unlink(sink->path) == 0 || errno == ENOENT;
	errno = 0;
	return false;
}

/* The only copy of the file that was replaced gets a name under which no later run takes it for a leftover. */
static void rescue(struct sink *sink)
{
	char *name = leftover_lasting_name(sink->path);
	int fd = name ? mkstemp(name) : -1;

	if (fd >= 0)
		close(fd);
	if (fd >= 0 && rename(sink->kept, name) == 0) {
		mem_free(sink->kept);
		sink->kept = name;
		return;
	}
	if (fd >= 0)
		unlink(name);
	mem_free(name);
}

void sink_undo(struct sink *sink, struct buf *left)
{
	if (sink->is_renamed && !take_back(sink)) {
		const char *reason = errno ? strerror(errno) : "it could not be kept";

		if (sink->kept)
			rescue(sink);
		if (sink->kept)
			buf_printf(left, "%s could not be put back: %s; it is now called %s",
				   sink->path, reason, sink->kept);
		else if (sink->is_new)
			buf_printf(left, "%s could not be removed again: %s", sink->path, reason);
		else
			buf_printf(left, "%s could not be put back: %s", sink->path, reason);
	}
	/* Once it was renamed the second name is the old file's last one, and not ours to remove. */
	if (sink->is_renamed) {
		mem_free(sink->kept);
		sink->kept = NULL;
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
	if (sink->kind != SINK_MEMORY)
		release(sink);
}

void sink_abandon(struct sink *sink)
{
	if (sink->temporary)
		unlink(sink->temporary);
	if (sink->kept)
		unlink(sink->kept);
	release(sink);
}

/* ---- what stands there already */

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
