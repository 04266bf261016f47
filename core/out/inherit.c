/* SPDX-License-Identifier: MIT */
#include "out/inherit.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

/* The umask can only be read by setting it. */
mode_t inherit_new_mode(mode_t most)
{
	mode_t mask = umask(0);

	umask(mask);
	return most & ~mask;
}

#ifdef __linux__
#include <sys/xattr.h>

#define ACCESS_LIST "system.posix_acl_access"

/* More is no attribute of Linux: XATTR_LIST_MAX, XATTR_SIZE_MAX. */
enum { LONGEST = 65536 };

/*
 * Those that writing into the file would have kept.  The kernel's own (capabilities, signatures) are about
 * the bytes, which are others now.
 */
static bool is_inherited(const char *name)
{
	return strncmp(name, "user.", 5) == 0 || strcmp(name, ACCESS_LIST) == 0 ||
	       strcmp(name, "security.selinux") == 0;
}

/* The folder may have given the new file a list that the old one did not have. */
static void drop_foreign_list(int fd, const char *path)
{
	if (getxattr(path, ACCESS_LIST, NULL, 0) < 0 && errno == ENODATA)
		fremovexattr(fd, ACCESS_LIST);
}

static int copy_attributes(int fd, const char *path)
{
	char *names = mem_alloc(LONGEST), *value = names ? mem_alloc(LONGEST) : NULL;
	ssize_t n_names = value ? listxattr(path, names, LONGEST) : 0;
	int status = value ? 0 : -1;

	for (ssize_t at = 0; at < n_names; at += (ssize_t)strlen(names + at) + 1) {
		ssize_t n =
			is_inherited(names + at) ? getxattr(path, names + at, value, LONGEST) : -1;

		if (n >= 0)
			fsetxattr(fd, names + at, value, (size_t)n, 0);
	}
	mem_free(names);
	mem_free(value);
	if (status != 0)
		errno = ENOMEM;
	return status;
}
#else
static void drop_foreign_list(int fd, const char *path)
{
	(void)fd;
	(void)path;
}

static int copy_attributes(int fd, const char *path)
{
	(void)fd;
	(void)path;
	return 0;
}
#endif

/* The rights that all have, for the group as well. */
static mode_t without_group(mode_t mode)
{
	return (mode & ~(mode_t)070) | (mode & 07) << 3;
}

int inherit_from(int fd, const char *path, const struct stat *old)
{
	mode_t mode = old->st_mode & 0777;
	struct stat is;
	bool has_group;

	if (fstat(fd, &is) != 0)
		return -1;
	has_group = is.st_gid == old->st_gid;
	/* Owner and group go together where that is permitted, the group alone where only that is. */
	if ((is.st_uid != old->st_uid || !has_group) && fchown(fd, old->st_uid, old->st_gid) == 0)
		has_group = true;
	else if (!has_group)
		has_group = fchown(fd, (uid_t)-1, old->st_gid) == 0;
	drop_foreign_list(fd, path);
	if (fchmod(fd, has_group ? mode : without_group(mode)) != 0)
		return -1;
	return has_group ? copy_attributes(fd, path) : 0;
}
