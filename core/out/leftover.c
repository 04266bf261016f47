/* SPDX-License-Identifier: MIT */
#include "out/leftover.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"

#define BEGINNING ".meshreport-"

enum { NAME_SIZE = 64, MACHINE_DIGITS = 8, BOOT_BYTES = 36 };

/* FNV-1a: names are told apart by it, nothing is proved. */
static uint32_t mix(uint32_t hash, const char *bytes, ssize_t n)
{
	for (ssize_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)bytes[i]) * UINT32_C(16777619);
	return hash;
}

/* This boot and this space of process numbers; 0 where the system does not tell. */
static uint32_t machine(void)
{
	char boot[BOOT_BYTES], space[PATH_MAX];
	int fd = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
	ssize_t n_boot = fd >= 0 ? file_read_first(fd, boot, sizeof(boot)) : -1;
	ssize_t n_space = readlink("/proc/self/ns/pid", space, sizeof(space));

	if (fd >= 0)
		close(fd);
	if (n_boot != BOOT_BYTES || n_space <= 0)
		return 0;
	return mix(mix(UINT32_C(2166136261), boot, n_boot), space, n_space);
}

char *leftover_name(const char *path)
{
	char name[NAME_SIZE];

	snprintf(name, sizeof(name), BEGINNING "%08lx-%ld-XXXXXX", (unsigned long)machine(),
		 (long)getpid());
	return path_beside(path, name);
}

char *leftover_lasting_name(const char *path)
{
	return path_beside(path, BEGINNING "XXXXXX");
}

static bool is_gone(long process)
{
	return process == (pid_t)process && kill((pid_t)process, 0) != 0 && errno == ESRCH;
}

/* Whether it is called as leftover_name() calls a file, on this machine, in a process that is no more. */
static bool is_left(const char *name, uint32_t here)
{
	const char *at = name + sizeof(BEGINNING) - 1;
	char *end;

	if (strncmp(name, BEGINNING, sizeof(BEGINNING) - 1) != 0 ||
	    strspn(at, "0123456789abcdef") != MACHINE_DIGITS || at[MACHINE_DIGITS] != '-' ||
	    strtoul(at, NULL, 16) != here)
		return false;
	at += MACHINE_DIGITS + 1;
	return *at >= '1' && *at <= '9' && is_gone(strtol(at, &end, 10)) && *end == '-';
}

/* Never through a link, which unlinkat() takes itself. */
static void remove_at(int folder, const char *name)
{
	int fd;
	DIR *entries;
	const struct dirent *entry;

	if (unlinkat(folder, name, 0) == 0 || (errno != EISDIR && errno != EPERM))
		return;
	fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	entries = fd >= 0 ? fdopendir(fd) : NULL;
	if (!entries && fd >= 0)
		close(fd);
	while (entries && (entry = readdir(entries)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			unlinkat(fd, entry->d_name, 0);
	if (entries)
		closedir(entries);
	unlinkat(folder, name, AT_REMOVEDIR);
}

void leftover_remove(const char *path)
{
	remove_at(AT_FDCWD, path);
}

void leftover_sweep(const char *folder)
{
	uint32_t here = machine();
	DIR *entries = here ? opendir(folder) : NULL;
	const struct dirent *entry;

	while (entries && (entry = readdir(entries)) != NULL)
		if (is_left(entry->d_name, here))
			remove_at(dirfd(entries), entry->d_name);
	if (entries)
		closedir(entries);
}
