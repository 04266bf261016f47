/* SPDX-License-Identifier: MIT */
#include "out/through.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/signals.h"

enum { LONGEST = 1 << 20 }; /* of what is written to a file at once */

/* Whether there is room for a piece; -1 with errno when a signal has come. */
static int wait_for_room(int fd)
{
	struct pollfd room = {.fd = fd, .events = POLLOUT};
	int n = poll(&room, 1, SIGNALS_TICK_MS);

	if (signals_arrived()) {
		errno = EINTR;
		return -1;
	}
	return n < 0 && errno == EINTR ? 0 : n;
}

/*
 * A reader may take as long as it likes, and signals are held back meanwhile, so no call here may block:
 * what polls as ready takes PIPE_BUF bytes at once, whether or not it was opened to block.
 */
int through_write(int fd, const char *bytes, size_t n)
{
	struct stat is;
	size_t piece = fstat(fd, &is) == 0 && S_ISREG(is.st_mode) ? LONGEST : PIPE_BUF;

	while (n > 0) {
		int ready = wait_for_room(fd);
		ssize_t written = ready > 0 ? write(fd, bytes, n < piece ? n : piece) : 0;

		if (written < 0 && (errno == EAGAIN || errno == EINTR))
			continue;
		if (ready < 0 || written < 0)
			return -1;
		bytes += written;
		n -= (size_t)written;
	}
	return 0;
}

/* A named pipe is opened when it has a reader; a call that waited for one could not be interrupted. */
int through_open(const char *path)
{
	struct stat is;
	int fd;

	while ((fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)) < 0) {
		if (errno != ENXIO || stat(path, &is) != 0 || !S_ISFIFO(is.st_mode))
			return -1;
		if (signals_arrived()) {
			errno = EINTR;
			return -1;
		}
		poll(NULL, 0, SIGNALS_TICK_MS / 10);
	}
	return fd;
}
