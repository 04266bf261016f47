/* SPDX-License-Identifier: MIT */
/* What a file gets of the one that it replaces: owner, group, rights, attributes. */
#include "out/inherit.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/mem.h"

/* Which allocation fails, counted down; 0: none. */
static int refused_in;

bool mem_is_refused(size_t n_bytes)
{
	(void)n_bytes;
	return refused_in > 0 && --refused_in == 0;
}

/* Stand before the library's: what the old file has, whoever runs the test, and what the new one was given. */
static const char names[] = "user.a\0user.gone\0system.posix_acl_access\0security.selinux\0"
			    "security.capability\0trusted.b\0userless";
static struct buf given;
static bool may_give_away, may_give_group, has_list;

ssize_t listxattr(const char *path, char *list, size_t size)
{
	(void)path;
	assert_true(size >= sizeof(names));
	memcpy(list, names, sizeof(names));
	return sizeof(names);
}

ssize_t getxattr(const char *path, const char *name, void *value, size_t size)
{
	(void)path;
	errno = ENODATA;
	if (size == 0)
		return has_list ? 1 : -1;
	if (strcmp(name, "user.gone") == 0)
		return -1;
	memcpy(value, "1", 1);
	return 1;
}

int fsetxattr(int fd, const char *name, const void *value, size_t size, int flags)
{
	(void)fd;
	(void)flags;
	buf_printf(&given, "%s=%.*s ", name, (int)size, (const char *)value);
	return 0;
}

int fremovexattr(int fd, const char *name)
{
	(void)fd;
	buf_printf(&given, "-%s ", name);
	return 0;
}

int fchown(int fd, uid_t owner, gid_t group)
{
	(void)fd;
	buf_printf(&given, owner == (uid_t)-1 ? "group %d " : "both %d ", (int)group);
	errno = EPERM;
	return (owner == (uid_t)-1 ? may_give_group : may_give_away) ? 0 : -1;
}

static int fd;

static int enter(void **state)
{
	static char name[] = "/tmp/meshreport-inherit-XXXXXX";

	memcpy(name + sizeof(name) - 7, "XXXXXX", 6);
	fd = mkstemp(name);
	*state = name;
	may_give_away = may_give_group = has_list = false;
	return fd >= 0 ? 0 : -1;
}

static int leave(void **state)
{
	buf_release(&given);
	close(fd);
	return unlink(*state);
}

/* What becomes of the file where the old one has another owner, another group, and this mode. */
static void assert_inherited(int other_owner, int other_group, mode_t mode, mode_t expected,
			     const char *expected_given)
{
	struct stat is, old;

	buf_clear(&given);
	assert_int_equal(fstat(fd, &is), 0);
	old = is;
	old.st_uid += (uid_t)other_owner;
	old.st_gid = other_group ? 7 : is.st_gid;
	old.st_mode = S_IFREG | mode;
	assert_int_equal(inherit_from(fd, "old", &old), 0);
	assert_int_equal(fstat(fd, &is), 0);
	assert_int_equal(is.st_mode & 07777, expected);
	assert_string_equal(buf_text(&given), expected_given);
}

#define LIST "system.posix_acl_access"
#define ATTRIBUTES "user.a=1 " LIST "=1 security.selinux=1 "

static void attributes_of_the_user_and_rights_are_kept_and_the_kernels_own_are_not(void **state)
{
	(void)state;
	has_list = true;
	assert_inherited(0, 0, 0640, 0640, ATTRIBUTES);
	/* special bits are none of the rights */
	assert_inherited(0, 0, 04755, 0755, ATTRIBUTES);
	has_list = false;
	assert_inherited(0, 0, 0644, 0644, "-" LIST " " ATTRIBUTES);
}

static void owner_and_group_go_together_else_the_group_alone(void **state)
{
	(void)state;
	has_list = may_give_away = true;
	assert_inherited(1, 1, 0660, 0660, "both 7 " ATTRIBUTES);
	assert_inherited(0, 1, 0660, 0660, "both 7 " ATTRIBUTES);
	may_give_away = false;
	may_give_group = true;
	assert_inherited(1, 1, 0660, 0660, "both 7 group 7 " ATTRIBUTES);
}

static void a_group_that_cannot_be_kept_has_the_rights_of_all_and_no_list(void **state)
{
	(void)state;
	has_list = true;
	assert_inherited(1, 1, 0664, 0644, "both 7 group 7 ");
	assert_inherited(0, 1, 0660, 0600, "both 7 group 7 ");
	assert_inherited(0, 1, 0607, 0677, "both 7 group 7 ");
}

static void memory_that_is_refused_is_told(void **state)
{
	struct stat old;
	(void)state;

	assert_int_equal(fstat(fd, &old), 0);
	has_list = true;
	for (int nth = 1; nth <= 2; nth++) {
		refused_in = nth;
		assert_int_equal(inherit_from(fd, "old", &old), -1);
		assert_int_equal(errno, ENOMEM);
	}
	refused_in = 0;
}

#define WITH_FILE(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_FILE(attributes_of_the_user_and_rights_are_kept_and_the_kernels_own_are_not),
		WITH_FILE(owner_and_group_go_together_else_the_group_alone),
		WITH_FILE(a_group_that_cannot_be_kept_has_the_rights_of_all_and_no_list),
		WITH_FILE(memory_that_is_refused_is_told),
	};

	return cmocka_run_group_tests_name("inherit", tests, NULL, NULL);
}
