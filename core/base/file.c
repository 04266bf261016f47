/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

/* Room for what a regular file says it holds and the byte that would show it to be longer. */
static int reserve_size(int fd, uint64_t limit, struct buf *out)
{
	struct stat is;

	if (fstat(fd, &is) != 0)
		return -1;
	if (!S_ISREG(is.st_mode) || is.st_size <= 0)
		return 0;
	errno = EFBIG;
	if ((uint64_t)is.st_size > limit)
		return -1;
	errno = ENOMEM;
	return buf_reserve(out, (size_t)is.st_size + 1);
}

int file_read_all(int fd, uint64_t limit, struct buf *out)
{
	size_t first = out->n;

	if (reserve_size(fd, limit, out) != 0)
		return -1;
	for (;;) {
		size_t room = out->capacity ? out->capacity - 1 - out->n : 0;
		ssize_t got;

		errno = ENOMEM;
		if (room == 0 && buf_reserve(out, CHUNK) != 0)
			return -1;
		room = out->capacity - 1 - out->n;
		got = read(fd, out->at + out->n, room);
		if (got == 0) {
			out->at[out->n] = '\0';
			return 0;
		}
		if (got < 0 && errno != EINTR)
			return -1;
		if (got > 0)
			out->n += (size_t)got;
		errno = EFBIG;
		if (out->n - first > limit)
			return -1;
	}
}

ssize_t file_read_first(int fd, void *to, size_t n)
{
	size_t got = 0;
	ssize_t part = 1;

	while (got < n && part != 0) {
		part = read(fd, (char *)to + got, n - got);
		if (part > 0)
			got += (size_t)part;
		else if (part < 0 && errno != EINTR)
			return -1;
	}
	return (ssize_t)got;
}

/* A pipe or terminal that another program made non-blocking takes the rest when it has room again. */
static int wait_for_room(int fd)
{
	struct pollfd room = {.fd = fd, .events = POLLOUT};

	return poll(&room, 1, -1) >= 0 || errno == EINTR ? 0 : -1;
}

int file_write_all(int fd, const void *bytes, size_t n)
{
	const char *at = bytes;

	while (n > 0) {
		ssize_t written = write(fd, at, n);

		if (written >= 0) {
			at += written;
			n -= (size_t)written;
		} else if (errno == EAGAIN || errno == EWOULDBLOCK) {
			if (wait_for_room(fd) != 0)
				return -1;
		} else if (errno != EINTR) {
			return -1;
		}
	}
	return 0;
}

static int read_regular(int fd, uint64_t limit, struct buf *out)
{
	struct stat is;

	if (fstat(fd, &is) != 0)
		return -1;
	errno = S_ISDIR(is.st_mode) ? EISDIR : EINVAL;
	return S_ISREG(is.st_mode) ? file_read_all(fd, limit, out) : -1;
}

static int keep_bytes(struct buf *bytes, struct arena *arena, struct mr_bytes *out)
{
	size_t n = bytes->n;
	char *kept = arena_copy(arena, buf_text(bytes), n);

	errno = ENOMEM;
	if (kept)
		*out = (struct mr_bytes){kept, n};
	return kept ? 0 : -1;
}

/* What is no regular file is not waited for: a pipe without a writer, a terminal. */
int file_read_bytes(const char *path, uint64_t limit, struct arena *arena, struct mr_bytes *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct buf bytes = BUF_INIT;
	int status = fd >= 0 ? read_regular(fd, limit, &bytes) : -1, reason;

	if (status == 0)
		status = keep_bytes(&bytes, arena, out);
	reason = errno;
	buf_release(&bytes);
	if (fd >= 0)
		close(fd);
	errno = reason;
	return status;
}

int file_read(const char *path, struct arena *arena, struct mr_bytes *out)
{
	struct mr_bytes bytes;

	if (file_read_bytes(path, FILE_MAX, arena, &bytes) != 0)
		return -1;
	errno = EILSEQ;
	if (!utf8_is_valid(bytes.at, bytes.n))
		return -1;
	*out = bytes;
	return 0;
}
