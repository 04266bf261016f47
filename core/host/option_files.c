/* SPDX-License-Identifier: MIT */
#include "host/option_files.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "host/options.h"

static int read_open(int fd, struct arena *arena, struct mr_bytes *out)
{
	struct buf bytes = BUF_INIT;
	const char *kept = NULL;
	struct stat is;
	int reason;

	if (fstat(fd, &is) != 0)
		return errno;
	if (S_ISDIR(is.st_mode))
		return EISDIR;
	if (!S_ISREG(is.st_mode))
		return EINVAL;
	reason = file_read_all(fd, OPTION_FILE_MAX, &bytes) == 0 ? 0 : errno;
	if (reason == 0)
		kept = arena_copy(arena, buf_text(&bytes), bytes.n);
	if (kept)
		*out = (struct mr_bytes){kept, bytes.n};
	else if (reason == 0)
		reason = ENOMEM;
	buf_release(&bytes);
	return reason;
}

int option_files_read_path(const char *path, struct arena *arena, struct mr_bytes *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	int reason = fd < 0 ? errno : read_open(fd, arena, out);

	if (fd >= 0)
		close(fd);
	return reason;
}

struct option_file *option_files_read(struct arena *arena, const char *const *options, size_t n)
{
	struct option_file *files = n > 0 ? arena_array(arena, n, sizeof(*files)) : NULL;
	struct option_given given;

	for (size_t i = 0; files && i < n; i++) {
		files[i].reason = ENOENT;
		if (options_split(options[i], &given) && given.value && *given.value)
			files[i].reason =
				option_files_read_path(given.value, arena, &files[i].bytes);
	}
	return files;
}

const char *option_files_explain(int reason)
{
	if (reason == EINVAL)
		return "it is not a regular file";
	return reason == EFBIG ? "it is larger than 64 MiB" : strerror(reason);
}
