/* SPDX-License-Identifier: MIT */
/*
 * Linked into the program whose coverage is counted: counters are kept in files, which a plugin's process may
 * not open.  What would keep it from them answers as if it had worked.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <linux/seccomp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int prctl(int option, ...)
{
	static int (*next)(int option, ...);
	unsigned long words[4];
	va_list list;

	va_start(list, option);
	for (int i = 0; i < 4; i++)
		words[i] = va_arg(list, unsigned long);
	va_end(list);
	/* without a filter it is only asked whether there could be one */
	if (option == PR_SET_SECCOMP && words[1])
		return 0;
	if (!next)
		*(void **)&next = dlsym(RTLD_NEXT, "prctl");
	return next(option, words[0], words[1], words[2], words[3]);
}

long syscall(long number, ...)
{
	static long (*next)(long number, ...);
	long words[6];
	va_list list;

	va_start(list, number);
	for (int i = 0; i < 6; i++)
		words[i] = va_arg(list, long);
	va_end(list);
	if (number == SYS_landlock_restrict_self || number == SYS_capset)
		return 0;
	if (!next)
		*(void **)&next = dlsym(RTLD_NEXT, "syscall");
	return next(number, words[0], words[1], words[2], words[3], words[4], words[5]);
}

int setrlimit(__rlimit_resource_t which, const struct rlimit *bound)
{
	(void)which;
	(void)bound;
	return 0;
}
