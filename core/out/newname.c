/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* renameat2() */
#include "out/newname.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/path.h"

/* A libc may know the call by its number alone (musl). */
static int rename_new(const char *from, const char *to)
{
#ifdef RENAME_NOREPLACE
	return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
#else
	enum { NO_REPLACE = 1 }; /* linux/fs.h */

	return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, NO_REPLACE);
#endif
}

int newname_take(const char *from, const char *to)
{
	struct stat is;

	if (rename_new(from, to) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return -1;
	if (link(from, to) == 0) {
		unlink(from);
		return 0;
	}
	if (errno != EPERM && errno != ENOSYS && errno != EOPNOTSUPP)
		return -1;
	if (lstat(to, &is) == 0)
		errno = EEXIST;
	else if (path_is_absence(errno))
		return rename(from, to);
	return -1;
}
