/* SPDX-License-Identifier: MIT */
#include "out/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "out/inherit.h"
#include "out/leftover.h"
#include "out/newname.h"

static int fail(struct folder *folder, int reason)
{
	folder->error = reason;
	return -1;
}

/* ---- to the disk */

static bool is_disk_error(int reason)
{
	return reason == EIO || reason == ENOSPC || reason == EDQUOT;
}

static int sync_names(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), reason = 0;

	if (fd >= 0 && fsync(fd) != 0 && is_disk_error(errno))
		reason = errno;
	if (fd >= 0)
		close(fd);
	return reason;
}

int folder_sync_of(const char *path)
{
	char *folder = strchr(path, '/') ? path_beside(path, "") : mem_copy(".", 1);
	int reason = folder ? sync_names(folder) : ENOMEM;

	if (folder)
		leftover_sweep(folder);
	mem_free(folder);
	return reason;
}

/* ---- being made */

/* What stands there is found before anything is made: a folder that may not be written to is another matter. */
int folder_open(struct folder *folder, const char *path)
{
	struct stat is;

	*folder = (struct folder){.path = path};
	/* A link to nothing is something, too. */
	if (lstat(path, &is) == 0)
		return fail(folder, EEXIST);
	if (!path_is_absence(errno))
		return fail(folder, errno);
	folder->temporary = leftover_name(path);
	if (!folder->temporary)
		return fail(folder, ENOMEM);
	if (mkdtemp(folder->temporary))
		return 0;
	fail(folder, errno);
	mem_free(folder->temporary);
	folder->temporary = NULL;
	return -1;
}

static int write_file(const char *path, mode_t mode, const struct buf *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
	int reason = fd < 0 ? errno : 0;

	if (fd >= 0 && (file_write_all(fd, text->at, text->n) != 0 || fsync(fd) != 0))
		reason = errno;
	if (fd >= 0 && close(fd) != 0 && reason == 0)
		reason = errno;
	return reason;
}

int folder_put(struct folder *folder, const char *name, mode_t mode, const struct buf *text)
{
	struct buf path = BUF_INIT;
	int reason;

	if (folder->error != 0)
		return -1;
	buf_printf(&path, "%s/%s", folder->temporary, name);
	reason = path.failed || text->failed ? ENOMEM : write_file(buf_text(&path), mode, text);
	buf_release(&path);
	return reason ? fail(folder, reason) : 0;
}

/* ---- becoming visible */

/* mkdtemp() made it for its owner alone; a group that it has from the folder above stays. */
static int give_mode(const struct folder *folder)
{
	struct stat is;

	if (stat(folder->temporary, &is) != 0)
		return -1;
	return chmod(folder->temporary, (is.st_mode & S_ISGID) | inherit_new_mode(0777));
}

int folder_commit(struct folder *folder)
{
	int reason;

	if (folder->error != 0)
		return -1;
	if (give_mode(folder) != 0)
		return fail(folder, errno);
	reason = sync_names(folder->temporary);
	if (reason != 0)
		return fail(folder, reason);
	if (newname_take(folder->temporary, folder->path) != 0)
		return fail(folder, errno);
	reason = folder_sync_of(folder->path);
	if (reason != 0) {
		if (rename(folder->path, folder->temporary) != 0) {
			mem_free(folder->temporary);
			folder->temporary = NULL;
		}
		return fail(folder, reason);
	}
	mem_free(folder->temporary);
	folder->temporary = NULL;
	return 0;
}

void folder_abandon(struct folder *folder)
{
	if (folder->temporary)
		leftover_remove(folder->temporary);
	mem_free(folder->temporary);
	folder->temporary = NULL;
}
