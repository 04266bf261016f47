/* SPDX-License-Identifier: MIT */
#include "out/memo.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"

enum { LINE_MAX_BYTES = 64, FILE_BYTES = 4 * MEMO_MAX * LINE_MAX_BYTES };

#define FNV_PRIME UINT64_C(0x100000001b3)
#define FNV_BASIS UINT64_C(0xcbf29ce484222325)

/* ---- contents */

/* "LENGTH HASH HASH\n"; false for what cannot be read whole, is empty or no regular file. */
static bool describe(const char *path, char line[LINE_MAX_BYTES])
{
	uint64_t first = FNV_BASIS, second = ~FNV_BASIS, length = 0;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	unsigned char piece[4096];
	struct stat is;
	ssize_t n = -1;

	if (fd >= 0 && fstat(fd, &is) == 0 && S_ISREG(is.st_mode)) {
		while ((n = file_read_first(fd, piece, sizeof(piece))) > 0) {
			for (ssize_t i = 0; i < n; i++) {
				first = (first ^ piece[i]) * FNV_PRIME;
				second = (second ^ piece[i]) * FNV_PRIME;
			}
			length += (uint64_t)n;
		}
	}
	if (fd >= 0)
		close(fd);
	if (n != 0 || length == 0)
		return false;
	snprintf(line, LINE_MAX_BYTES, "%" PRIu64 " %016" PRIx64 " %016" PRIx64 "\n", length, first,
		 second);
	return true;
}

/* ---- the list */

static const char *path_of(struct buf *out, const char *folder)
{
	buf_printf(out, "%s/written", folder);
	return buf_text(out);
}

static void read_list(const char *folder, struct buf *out)
{
	struct buf path = BUF_INIT;
	int fd = open(path_of(&path, folder), O_RDONLY | O_CLOEXEC);

	if (fd >= 0) {
		/* no list of ours: it begins anew */
		if (file_read_all(fd, FILE_BYTES, out) != 0) {
			buf_clear(out);
			unlink(buf_text(&path));
		}
		close(fd);
	}
	buf_release(&path);
}

static bool holds(struct buf *list, const char *line)
{
	const char *at = buf_text(list);
	size_t n = strlen(line);

	for (; *at; at += strcspn(at, "\n") + (at[strcspn(at, "\n")] == '\n'))
		if (strncmp(at, line, n) == 0)
			return true;
	return false;
}

bool memo_knows(const char *folder, const char *path)
{
	char line[LINE_MAX_BYTES];
	struct buf list = BUF_INIT;
	bool knows;

	if (!*folder || !describe(path, line))
		return false;
	read_list(folder, &list);
	knows = holds(&list, line);
	buf_release(&list);
	return knows;
}

/* The folder and those above it; whether it is there is seen when it is written to. */
static void make_folders(const char *folder)
{
	struct buf path = BUF_INIT;

	for (size_t n = 1;; n++) {
		if (folder[n] != '/' && folder[n] != '\0')
			continue;
		buf_clear(&path);
		buf_put(&path, folder, n);
		mkdir(buf_text(&path), 0700);
		if (!folder[n])
			break;
	}
	buf_release(&path);
}

/* The newer half of a list that has grown too long, in a file that takes the place of the old one. */
static void shorten(const char *folder, struct buf *list)
{
	struct buf path = BUF_INIT, fresh = BUF_INIT;
	const char *at = buf_text(list);
	size_t n_lines = 0;
	int fd;

	for (size_t i = 0; i < list->n; i++)
		n_lines += at[i] == '\n';
	if (n_lines <= MEMO_MAX)
		return;
	for (size_t i = 0; i < n_lines / 2; i++)
		at = strchr(at, '\n') + 1;
	buf_printf(&fresh, "%s/written.%ld", folder, (long)getpid());
	fd = open(buf_text(&fresh), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd >= 0) {
		int status = file_write_all(fd, at, strlen(at));

		if (close(fd) != 0 || status != 0 ||
		    rename(buf_text(&fresh), path_of(&path, folder)) != 0)
			unlink(buf_text(&fresh));
	}
	buf_release(&fresh);
	buf_release(&path);
}

void memo_remember(const char *folder, const char *path)
{
	char line[LINE_MAX_BYTES];
	struct buf list = BUF_INIT, name = BUF_INIT;
	int fd;

	if (!*folder || !describe(path, line))
		return;
	make_folders(folder);
	read_list(folder, &list);
	if (!holds(&list, line)) {
		/* a line is one write: two runs at a time do not cut each other's */
		fd = open(path_of(&name, folder), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
		if (fd >= 0) {
			file_write_all(fd, line, strlen(line));
			close(fd);
		}
		buf_put_text(&list, line);
		shorten(folder, &list);
	}
	buf_release(&list);
	buf_release(&name);
}
