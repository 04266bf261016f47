/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* O_PATH, syscall(), dl_iterate_phdr() */
#include "confine/reach.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <limits.h>
#include <link.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/path.h"
#include "base/sanitized.h"

/* ---- Landlock, which has no functions in the C library; the names of later versions are not in every header */

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444 /* the same on every architecture */
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

enum { ASK_VERSION = 1, RULE_PATH_BENEATH = 1 };

/* Rights over files, include/uapi/linux/landlock.h: the first thirteen are those of ABI 1. */
#define EXECUTE (UINT64_C(1) << 0)
#define READ_FILE (UINT64_C(1) << 2)
#define READ_DIR (UINT64_C(1) << 3)
#define OF_ABI_1 ((UINT64_C(1) << 13) - 1)
#define REFER (UINT64_C(1) << 13)
#define TRUNCATE (UINT64_C(1) << 14)
#define IOCTL_DEVICE (UINT64_C(1) << 15)
#define BIND_AND_CONNECT_TCP UINT64_C(3)
#define ABSTRACT_SOCKETS_AND_SIGNALS UINT64_C(3)

struct rules {
	uint64_t files, net, scoped; /* the latter two from ABI 4 and 6 */
};

struct beneath {
	uint64_t allowed;
	int32_t parent;
} __attribute__((packed));

int reach_version(void)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, ASK_VERSION);

	return version > 0 ? (int)version : 0;
}

int reach_begin(struct reach *reach)
{
	int version = reach_version();
	struct rules rules = {.files = OF_ABI_1};
	size_t size = version >= 6   ? sizeof(rules)
		      : version >= 4 ? offsetof(struct rules, scoped)
				     : offsetof(struct rules, net);

	rules.files |= version >= 2 ? REFER : 0;
	rules.files |= version >= 3 ? TRUNCATE : 0;
	rules.net = version >= 4 ? BIND_AND_CONNECT_TCP : 0;
	rules.files |= version >= 5 ? IOCTL_DEVICE : 0;
	rules.scoped = version >= 6 ? ABSTRACT_SOCKETS_AND_SIGNALS : 0;
	reach->refusal = 0;
	reach->set = (int)syscall(SYS_landlock_create_ruleset, &rules, size, 0u);
	return reach->set < 0 ? -1 : 0;
}

static void refuse(struct reach *reach, int reason)
{
	if (reach->refusal == 0)
		reach->refusal = reason;
}

static void add(struct reach *reach, const char *path, uint64_t rights)
{
	struct beneath rule = {.allowed = rights};
	struct stat is;

	rule.parent = open(path, O_PATH | O_CLOEXEC);
	if (rule.parent < 0) {
		refuse(reach, path_is_absence(errno) ? 0 : errno);
		return;
	}
	if (fstat(rule.parent, &is) != 0)
		refuse(reach, errno);
	else if (S_ISDIR(is.st_mode))
		rule.allowed |= READ_DIR;
	if (syscall(SYS_landlock_add_rule, reach->set, RULE_PATH_BENEATH, &rule, 0u) != 0)
		refuse(reach, errno == ENOMEM ? errno : 0);
	close(rule.parent);
}

void reach_add(struct reach *reach, const char *path)
{
	add(reach, path, READ_FILE);
}

void reach_add_program(struct reach *reach, const char *path)
{
	add(reach, path, READ_FILE | EXECUTE);
}

int reach_end(struct reach *reach)
{
	long status = syscall(SYS_landlock_restrict_self, reach->set, 0u);

	close(reach->set);
	reach->set = -1;
	return status == 0 ? 0 : -1;
}

/* ---- the system's programs */

void reach_add_system(struct reach *reach)
{
	/* The dynamic linker is run, too. */
	static const char *const programs[] = {"/usr",   "/bin",       "/lib",      "/lib32",
					       "/lib64", "/nix/store", "/gnu/store"};
	static const char *const settings[] = {"/etc/python3*", "/etc/perl", "/etc/ruby*"};

	for (size_t i = 0; i < sizeof(programs) / sizeof(*programs); i++)
		reach_add_program(reach, programs[i]);
	for (size_t i = 0; i < sizeof(settings) / sizeof(*settings); i++) {
		glob_t found;

		if (glob(settings[i], GLOB_NOSORT, NULL, &found) == 0)
			for (size_t j = 0; j < found.gl_pathc; j++)
				reach_add(reach, found.gl_pathv[j]);
		globfree(&found);
	}
}

/* ---- what is usually read */

static const char *const usual[] = {
	"/lib",
	"/lib32",
	"/lib64",
	"/usr/lib",
	"/usr/lib32",
	"/usr/lib64",
	"/usr/local/lib",
	"/nix/store",
	"/gnu/store",
	"/etc/ld.so.cache",
	"/usr/share/fonts",
	"/usr/share/X11/fonts",
	"/usr/share/texmf/fonts",
	"/usr/local/share/fonts",
	"/usr/share/fontconfig",
	"/etc/fonts",
	"/var/cache/fontconfig",
	"/usr/share/hyphen",
	"/usr/share/icu",
	"/usr/share/color",
	"/usr/share/locale",
	"/sys/devices/system/cpu",
	"/dev/null",
	"/dev/urandom",
	/* A sanitizer's report says which library an address lies in. */
	SANITIZED ? "/proc/self" : NULL,
};

static void add_below(struct reach *reach, const char *folder, const char *name)
{
	char path[PATH_MAX];
	size_t n = strlen(folder), n_name = strlen(name);

	if (n + n_name + 2 > sizeof(path))
		return;
	memcpy(path, folder, n);
	path[n] = '/';
	memcpy(path + n + 1, name, n_name + 1);
	reach_add(reach, path);
}

/* `own` below the folder that a variable names, else `elsewhere` below HOME. */
static void add_of_user(struct reach *reach, const char *name, const char *own,
			const char *elsewhere)
{
	const char *folder = name ? getenv(name) : NULL, *home = getenv("HOME");
	if (folder && folder[0] == '/')
		add_below(reach, folder, own);
	else if (home && home[0] == '/')
		add_below(reach, home, elsewhere);
}

/* Absolute paths, joined by colons or, as the dynamic linker has it, semicolons. */
static void add_paths(struct reach *reach, const char *list)
{
	char path[PATH_MAX];

	while (list && *list) {
		size_t n = strcspn(list, ":;");

		if (*list == '/' && n < sizeof(path)) {
			memcpy(path, list, n);
			path[n] = '\0';
			reach_add(reach, path);
		}
		list += n + (list[n] != '\0');
	}
}

/* Where this program's own libraries lie, others may: a system that has none of the usual folders. */
static int add_folder_of(struct dl_phdr_info *info, size_t size, void *context)
{
	const char *slash = info->dlpi_name ? strrchr(info->dlpi_name, '/') : NULL;
	char path[PATH_MAX];

	(void)size;
	if (slash && info->dlpi_name[0] == '/' && slash > info->dlpi_name &&
	    (size_t)(slash - info->dlpi_name) < sizeof(path)) {
		memcpy(path, info->dlpi_name, (size_t)(slash - info->dlpi_name));
		path[slash - info->dlpi_name] = '\0';
		reach_add(context, path);
	}
	return 0;
}

void reach_add_usual(struct reach *reach)
{
	for (size_t i = 0; i < sizeof(usual) / sizeof(*usual); i++)
		if (usual[i])
			reach_add(reach, usual[i]);
	/* Asked where a plugin is told from a file for another processor. */
	reach_add(reach, "/proc/self/exe");
	dl_iterate_phdr(add_folder_of, reach);
	add_paths(reach, getenv("LD_LIBRARY_PATH"));
	add_paths(reach, getenv("FONTCONFIG_PATH"));
	add_paths(reach, getenv("FONTCONFIG_FILE"));
	add_of_user(reach, "XDG_DATA_HOME", "fonts", ".local/share/fonts");
	add_of_user(reach, "XDG_CONFIG_HOME", "fontconfig", ".config/fontconfig");
	add_of_user(reach, "XDG_CACHE_HOME", "fontconfig", ".cache/fontconfig");
	add_of_user(reach, NULL, "", ".fonts");
	add_of_user(reach, NULL, "", ".fonts.conf");
	add_of_user(reach, NULL, "", ".fonts.conf.d");
}
