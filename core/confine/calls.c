/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* CLONE_THREAD, F_SETSIG, pipe2() */
#include "confine/calls.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "confine/forbidden.h"

/* Linux looks at 32 bits of such an argument, and so must the filter. */
#define WORD UINT64_C(0xffffffff)

/* Stands in a prepared filter for the number of the process that will put it on; no call's number, and no argument. */
#define SELF UINT32_C(0x5e1f5e1f)

bool calls_can(void)
{
	/* Without a program it is refused for that reason where there are filters at all: seccomp(2), ERRORS. */
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, NULL) != 0 && errno == EFAULT;
}

/* A call that this architecture does not have needs no rule. */
static int forbid(scmp_filter_ctx filter, int call, int reason)
{
	int status = seccomp_rule_add(filter, SCMP_ACT_ERRNO((uint16_t)reason), call, 0);

	return status == -EDOM ? 0 : status;
}

/* The same where an argument is so. */
static int forbid_where(scmp_filter_ctx filter, int call, int reason, struct scmp_arg_cmp is)
{
	int status = seccomp_rule_add_array(filter, SCMP_ACT_ERRNO((uint16_t)reason), call, 1, &is);

	return status == -EDOM ? 0 : status;
}

static struct scmp_arg_cmp has_bits(unsigned argument, uint64_t mask, uint64_t value)
{
	return (struct scmp_arg_cmp){argument, SCMP_CMP_MASKED_EQ, mask, value};
}

static struct scmp_arg_cmp is_not(unsigned argument, uint64_t value)
{
	return (struct scmp_arg_cmp){argument, SCMP_CMP_NE, value, 0};
}

/* Opened to be read it may be, and that does not make or empty it. */
static int forbid_writing(scmp_filter_ctx filter, int call, unsigned flags)
{
	static const int how[][2] = {{O_ACCMODE, O_WRONLY},
				     {O_ACCMODE, O_RDWR},
				     {O_ACCMODE, O_ACCMODE},
				     {O_CREAT, O_CREAT},
				     {O_TRUNC, O_TRUNC}};
	int status = 0;

	for (size_t i = 0; status == 0 && i < sizeof(how) / sizeof(*how); i++)
		status = forbid_where(filter, call, EACCES,
				      has_bits(flags, (uint64_t)how[i][0], (uint64_t)how[i][1]));
	return status;
}

/*
 * Whom a signal goes to.  Only the exact number of this process is let through, so that neither a group, nor
 * all, nor bits that the kernel does not look at get by.  tkill() knows threads alone: the first one has the
 * process's number, and no C library sends one to another by it.
 */
static int forbid_signals(scmp_filter_ctx filter)
{
	const int to[] = {SCMP_SYS(kill), SCMP_SYS(tkill), SCMP_SYS(tgkill),
			  SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo)};
	int status = 0;

	for (size_t i = 0; status == 0 && i < sizeof(to) / sizeof(*to); i++)
		status = forbid_where(filter, to[i], EPERM, is_not(0, SELF));
	return status;
}

/* Calls that do many things, by the word that says which. */
static int forbid_words(scmp_filter_ctx filter)
{
	static const struct {
		int call;
		unsigned argument;
		uint64_t word;
	} words[] = {
		/* types into a terminal; signals for input, to whomever */
		{SCMP_SYS(ioctl), 1, TIOCSTI},
		{SCMP_SYS(ioctl), 1, 0x541c /* TIOCLINUX */},
		{SCMP_SYS(ioctl), 1, 0x8901 /* FIOSETOWN */},
		{SCMP_SYS(ioctl), 1, 0x8902 /* SIOCSPGRP */},
		{SCMP_SYS(fcntl), 1, F_SETOWN},
		{SCMP_SYS(fcntl), 1, F_SETOWN_EX},
		{SCMP_SYS(fcntl), 1, F_SETSIG},
		{SCMP_SYS(fcntl), 1, F_SETLEASE},
		{SCMP_SYS(fcntl), 1, F_NOTIFY},
		/* to live on without the parent, and to be traced */
		{SCMP_SYS(prctl), 0, PR_SET_PDEATHSIG},
		{SCMP_SYS(prctl), 0, PR_SET_DUMPABLE},
		{SCMP_SYS(prctl), 0, PR_SET_CHILD_SUBREAPER},
		{SCMP_SYS(prctl), 0, PR_SET_PTRACER},
		{SCMP_SYS(prctl), 0, PR_SET_MM},
	};
	int status = 0;

	for (size_t i = 0; status == 0 && i < sizeof(words) / sizeof(*words); i++)
		status = forbid_where(filter, words[i].call, EPERM,
				      has_bits(words[i].argument, WORD, words[i].word));
	return status;
}

/* Threads, or processes as well, but none in a namespace of its own (clone(2)). */
static int forbid_clones(scmp_filter_ctx filter, bool may_run)
{
	static const uint64_t spaces[] = {CLONE_NEWNS,  CLONE_NEWCGROUP, CLONE_NEWUTS,
					  CLONE_NEWIPC, CLONE_NEWUSER,   CLONE_NEWPID,
					  CLONE_NEWNET};
	int status = 0;

	if (!may_run)
		return forbid_where(filter, SCMP_SYS(clone), EPERM, has_bits(0, CLONE_THREAD, 0));
	for (size_t i = 0; status == 0 && i < sizeof(spaces) / sizeof(*spaces); i++)
		status = forbid_where(filter, SCMP_SYS(clone), EPERM,
				      has_bits(0, spaces[i], spaces[i]));
	return status;
}

static bool is_running(int call)
{
	return call == SCMP_SYS(execve) || call == SCMP_SYS(fork) || call == SCMP_SYS(vfork);
}

static int add_rules(scmp_filter_ctx filter, bool may_run)
{
	int status = 0;

	for (size_t i = 0; status == 0 && i < forbidden_n; i++)
		if (!may_run || !is_running(forbidden[i].call))
			status = forbid(filter, forbidden[i].call, forbidden[i].reason);
	if (status == 0)
		status = forbid_writing(filter, SCMP_SYS(open), 1);
	if (status == 0)
		status = forbid_writing(filter, SCMP_SYS(openat), 2);
	if (status == 0)
		status = forbid_clones(filter, may_run);
	if (status == 0)
		status = forbid_where(filter, SCMP_SYS(prlimit64), EPERM, is_not(0, 0));
	if (status == 0)
		status = forbid_signals(filter);
	return status == 0 ? forbid_words(filter) : status;
}

/* What libseccomp writes of a filter, read back: some kilobytes, which a pipe holds. */
static int export(scmp_filter_ctx filter, struct arena *arena, struct calls *out)
{
	enum { MOST = 32768 };
	int ends[2], status;
	ssize_t n;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return -errno;
	out->program = arena_object(arena, MOST);
	status = out->program ? seccomp_export_bpf(filter, ends[1]) : -ENOMEM;
	close(ends[1]);
	n = status == 0 ? file_read_first(ends[0], out->program, MOST) : -1;
	close(ends[0]);
	out->n = n > 0 ? (size_t)n / sizeof(struct sock_filter) : 0;
	return status == 0 && out->n == 0 ? -EIO : status;
}

int calls_prepare(struct arena *arena, bool may_run, struct calls *out)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	int status = filter ? add_rules(filter, may_run) : -ENOMEM;

	*out = (struct calls){NULL, 0};
	/* As a tree: a call is looked up in a few steps, and the kernel tries each one when the filter is put on. */
	if (status == 0)
		status = seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);
	if (status == 0)
		status = export(filter, arena, out);
	seccomp_release(filter);
	if (status != 0)
		*out = (struct calls){NULL, 0};
	errno = -status;
	return status == 0 ? 0 : -1;
}

/* A copy with the number of this process where that of whoever puts it on belongs. */
static struct sock_filter *fit(struct arena *arena, const struct calls *calls)
{
	struct sock_filter *fitted = arena_array(arena, calls->n, sizeof(*fitted));

	if (fitted)
		memcpy(fitted, calls->program, calls->n * sizeof(*fitted));
	for (size_t i = 0; fitted && i < calls->n; i++)
		if (fitted[i].code == (BPF_JMP | BPF_JEQ | BPF_K) && fitted[i].k == SELF)
			fitted[i].k = (uint32_t)getpid();
	return fitted;
}

int calls_deny(const struct calls *prepared, bool may_run)
{
	struct arena arena = ARENA_INIT;
	struct sock_fprog program = {0, NULL};
	struct calls own;
	int status = -1;

	if ((!prepared || !prepared->program) && calls_prepare(&arena, may_run, &own) == 0)
		prepared = &own;
	if (prepared && prepared->program) {
		program.len = (unsigned short)prepared->n;
		program.filter = fit(&arena, prepared);
	}
	if (program.filter)
		status = prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
	int reason = errno;

	arena_release(&arena);
	errno = reason;
	return status;
}
