/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"

static int read_all(int fd, char *bytes, size_t size, size_t *out_n)
{
	size_t n = 0;

	while (n < size) {
		ssize_t got = read(fd, bytes + n, size - n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		n += (size_t)got;
	}
	*out_n = n;
	return 0;
}

static int read_open(int fd, struct arena *arena, struct mr_bytes *out)
{
	struct stat is;
	char *bytes;
	size_t n;

	if (fstat(fd, &is) != 0)
		return -1;
	errno = S_ISDIR(is.st_mode) ? EISDIR : EINVAL;
	if (!S_ISREG(is.st_mode))
		return -1;
	errno = EFBIG;
	if (is.st_size > FILE_MAX)
		return -1;
	errno = ENOMEM;
	bytes = arena_array(arena, (size_t)is.st_size + 1, 1);
	if (!bytes || read_all(fd, bytes, (size_t)is.st_size, &n) != 0)
		return -1;
	errno = EILSEQ;
	if (!utf8_is_valid(bytes, n))
		return -1;
	*out = (struct mr_bytes){bytes, n};
	return 0;
}

int file_read(const char *path, struct arena *arena, struct mr_bytes *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	int status = fd >= 0 ? read_open(fd, arena, out) : -1;
	int reason = errno;

	if (fd >= 0)
		close(fd);
	errno = reason;
	return status;
}
