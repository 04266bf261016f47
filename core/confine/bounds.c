/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* syscall(), RLIMIT_MSGQUEUE */
#include "confine/bounds.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/sysinfo.h>
#include <unistd.h>

#include "base/file.h"
#include "base/sanitized.h"

enum { OPEN_FILES = 256, MORE_PROCESSES = 256 };

/* Never more than it was: that would need a privilege. */
static int lower(unsigned what, uint64_t most)
{
	struct rlimit bound;

	if (getrlimit(what, &bound) != 0)
		return -1;
	if (bound.rlim_max == RLIM_INFINITY || most < bound.rlim_max)
		bound.rlim_max = (rlim_t)most;
	if (bound.rlim_cur == RLIM_INFINITY || bound.rlim_cur > bound.rlim_max)
		bound.rlim_cur = bound.rlim_max;
	return setrlimit(what, &bound);
}

/* Bytes of addresses that are mapped: the first number of /proc/self/statm, in pages (proc(5)); 0 if unknown. */
static uint64_t mapped_bytes(void)
{
	char text[64] = "";
	unsigned long pages = 0;
	int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return 0;
	if (file_read_first(fd, text, sizeof(text) - 1) > 0)
		for (const char *at = text; *at >= '0' && *at <= '9'; at++)
			pages = pages * 10 + (unsigned long)(*at - '0');
	close(fd);
	return (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

bool bounds_has_memory(void)
{
	return !SANITIZED;
}

static int bound_memory(uint64_t memory)
{
	uint64_t mapped = mapped_bytes();

	if (!bounds_has_memory() || memory == 0 || memory > (uint64_t)RLIM_INFINITY - 1 - mapped)
		return 0;
	return lower(RLIMIT_AS, memory + mapped);
}

static int bound_processes(void)
{
	struct sysinfo system;

	if (sysinfo(&system) != 0)
		return -1;
	return lower(RLIMIT_NPROC, (uint64_t)system.procs + MORE_PROCESSES);
}

/* capset() has no function in the C library. */
static int drop_capabilities(void)
{
	struct __user_cap_header_struct head = {_LINUX_CAPABILITY_VERSION_3, 0};
	struct __user_cap_data_struct sets[2];
	const uint32_t kept = UINT32_C(1) << CAP_DAC_READ_SEARCH;

	memset(sets, 0, sizeof(sets));
	if (syscall(SYS_capget, &head, sets) != 0)
		return -1;
	sets[0].effective &= kept;
	sets[0].permitted &= kept;
	sets[0].inheritable = 0;
	sets[1] = (struct __user_cap_data_struct){0, 0, 0};
	return (int)syscall(SYS_capset, &head, sets);
}

int bounds_set(uint64_t memory, uint64_t seconds)
{
	int status = bound_memory(memory);

	status |= seconds > 0 ? lower(RLIMIT_CPU, seconds) : 0;
	status |= lower(RLIMIT_NOFILE, OPEN_FILES);
	status |= lower(RLIMIT_FSIZE, 0);
	status |= lower(RLIMIT_CORE, 0);
	status |= lower(RLIMIT_MEMLOCK, 0);
	status |= lower(RLIMIT_MSGQUEUE, 0);
	status |= bound_processes();
	status |= drop_capabilities();
	return status == 0 ? 0 : -1;
}
