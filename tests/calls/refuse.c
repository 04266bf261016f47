/* SPDX-License-Identifier: MIT */
/*
 * refuse - preloaded into meshreport: counts what it asks of the system, and refuses one call, or kills the
 * program at one.
 *
 *   REFUSE_SEEN    a file of 2 * N_SEEN numbers of 64 bits: how often each kind was called by the program, and
 *                  behind that by its children together.  It stays whatever becomes of the processes
 *   REFUSE_WHO     "parent" is the program itself, "child" all that it forks
 *   REFUSE_CALL    a kind (kind_names), or "any": all of them in one count
 *   REFUSE_NTH     which of those calls, from 1
 *   REFUSE_ERRNO   the reason that is given; 0 kills the process instead
 *
 * A call that a library makes is seen where it goes through a symbol, which those of the C library in itself do
 * not.  Writing to standard error is not counted: it is how a refusal is told.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

/* As run calls them, in this order. */
enum kind {
	KIND_open,
	KIND_read,
	KIND_write,
	KIND_close,
	KIND_stat,
	KIND_readlink,
	KIND_pipe,
	KIND_fork,
	KIND_dup,
	KIND_mkstemp,
	KIND_rename,
	KIND_link,
	KIND_unlink,
	KIND_sync,
	KIND_chmod,
	KIND_mkdir,
	KIND_opendir,
	N_KINDS
};

static const char *const kind_names[] = {
	[KIND_open] = "open",       [KIND_read] = "read",       [KIND_write] = "write",
	[KIND_close] = "close",     [KIND_stat] = "stat",       [KIND_readlink] = "readlink",
	[KIND_pipe] = "pipe",       [KIND_fork] = "fork",       [KIND_dup] = "dup",
	[KIND_mkstemp] = "mkstemp", [KIND_rename] = "rename",   [KIND_link] = "link",
	[KIND_unlink] = "unlink",   [KIND_sync] = "sync",       [KIND_chmod] = "chmod",
	[KIND_mkdir] = "mkdir",     [KIND_opendir] = "opendir", [N_KINDS] = "any",
};

enum { ANY = N_KINDS, N_SEEN };

static struct {
	_Atomic uint64_t *seen;
	uint64_t nth;
	unsigned kind; /* N_SEEN: none */
	int reason;
	bool is_of_children;
	pid_t program;
} state;

static const char *text_of(const char *name)
{
	const char *text = getenv(name);

	return text ? text : "";
}

/* A child forgets its environment, and a program that is run from here is not the one that is meant. */
__attribute__((constructor)) static void begin(void)
{
	int file = (int)syscall(SYS_openat, AT_FDCWD, text_of("REFUSE_SEEN"), O_RDWR | O_CLOEXEC);
	void *seen;

	if (file < 0)
		return;
	seen = mmap(NULL, 2 * N_SEEN * sizeof(uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED, file,
		    0);
	syscall(SYS_close, file);
	if (seen == MAP_FAILED)
		return;
	state.nth = strtoull(text_of("REFUSE_NTH"), NULL, 10);
	state.reason = atoi(text_of("REFUSE_ERRNO"));
	state.is_of_children = strcmp(text_of("REFUSE_WHO"), "child") == 0;
	state.program = getpid();
	for (state.kind = 0; state.kind < N_SEEN; state.kind++)
		if (strcmp(kind_names[state.kind], text_of("REFUSE_CALL")) == 0)
			break;
	state.seen = seen;
	unsetenv("LD_PRELOAD");
}

static bool is_refused(enum kind kind)
{
	bool is_child;
	_Atomic uint64_t *seen;
	uint64_t n, n_any;

	if (!state.seen)
		return false;
	is_child = getpid() != state.program;
	seen = state.seen + (is_child ? N_SEEN : 0);
	n = atomic_fetch_add(&seen[kind], 1) + 1;
	n_any = atomic_fetch_add(&seen[ANY], 1) + 1;
	if (state.nth == 0 || is_child != state.is_of_children ||
	    (state.kind == ANY    ? n_any
	     : state.kind == kind ? n
				  : 0) != state.nth)
		return false;
	while (state.reason == 0)
		raise(SIGKILL);
	errno = state.reason;
	return true;
}

/* The function behind this one. */
static void *find(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

#define NEXT(name)                     \
	static __typeof__(&name) next; \
	if (!next)                     \
	*(void **)&next = find(#name)

/* A function of `kind` that fails with -1, or with a null pointer. */
#define REFUSE(kind, result, failure, name, parameters, arguments)         \
	result name parameters                                             \
	{                                                                  \
		NEXT(name);                                                \
		return is_refused(KIND_##kind) ? failure : next arguments; \
	}

static mode_t mode_of(int flags, va_list arguments)
{
	return flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
}

#define OPEN(name)                                                           \
	int name(const char *path, int flags, ...)                           \
	{                                                                    \
		va_list arguments;                                           \
		va_start(arguments, flags);                                  \
		mode_t mode = mode_of(flags, arguments);                     \
		va_end(arguments);                                           \
		NEXT(name);                                                  \
		return is_refused(KIND_open) ? -1 : next(path, flags, mode); \
	}

#define OPENAT(name)                                                                 \
	int name(int folder, const char *path, int flags, ...)                       \
	{                                                                            \
		va_list arguments;                                                   \
		va_start(arguments, flags);                                          \
		mode_t mode = mode_of(flags, arguments);                             \
		va_end(arguments);                                                   \
		NEXT(name);                                                          \
		return is_refused(KIND_open) ? -1 : next(folder, path, flags, mode); \
	}

int __open_2(const char *path, int flags);

OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)
REFUSE(open, int, -1, __open_2, (const char *path, int flags), (path, flags))
REFUSE(open, FILE *, NULL, fopen, (const char *path, const char *mode), (path, mode))
REFUSE(open, FILE *, NULL, fopen64, (const char *path, const char *mode), (path, mode))
REFUSE(read, ssize_t, -1, read, (int fd, void *to, size_t n), (fd, to, n))
REFUSE(read, ssize_t, -1, pread, (int fd, void *to, size_t n, off_t at), (fd, to, n, at))
REFUSE(stat, int, -1, stat, (const char *path, struct stat *out), (path, out))
REFUSE(stat, int, -1, lstat, (const char *path, struct stat *out), (path, out))
REFUSE(stat, int, -1, fstat, (int fd, struct stat *out), (fd, out))
REFUSE(readlink, ssize_t, -1, readlink, (const char *path, char *to, size_t n), (path, to, n))
REFUSE(pipe, int, -1, pipe, (int fds[2]), (fds))
REFUSE(pipe, int, -1, pipe2, (int fds[2], int flags), (fds, flags))
REFUSE(fork, pid_t, -1, fork, (void), ())
REFUSE(dup, int, -1, dup2, (int from, int to), (from, to))
REFUSE(mkstemp, int, -1, mkstemp, (char *name), (name))
REFUSE(mkdir, char *, NULL, mkdtemp, (char *name), (name))
REFUSE(rename, int, -1, rename, (const char *from, const char *to), (from, to))
REFUSE(rename, int, -1, renameat2,
       (int from_folder, const char *from, int to_folder, const char *to, unsigned flags),
       (from_folder, from, to_folder, to, flags))
REFUSE(link, int, -1, link, (const char *from, const char *to), (from, to))
REFUSE(unlink, int, -1, unlink, (const char *path), (path))
REFUSE(unlink, int, -1, unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
REFUSE(sync, int, -1, fsync, (int fd), (fd))
REFUSE(chmod, int, -1, fchmod, (int fd, mode_t mode), (fd, mode))
REFUSE(chmod, int, -1, chmod, (const char *path, mode_t mode), (path, mode))
REFUSE(mkdir, int, -1, mkdir, (const char *path, mode_t mode), (path, mode))
REFUSE(opendir, DIR *, NULL, opendir, (const char *path), (path))
REFUSE(opendir, DIR *, NULL, fdopendir, (int fd), (fd))

ssize_t write(int fd, const void *bytes, size_t n)
{
	NEXT(write);
	return fd != STDERR_FILENO && is_refused(KIND_write) ? -1 : next(fd, bytes, n);
}

/* The system closes it, whatever it says then. */
int close(int fd)
{
	NEXT(close);
	bool is_it = is_refused(KIND_close);
	int reason = errno, status = next(fd);

	if (!is_it)
		return status;
	errno = reason;
	return -1;
}
