/* SPDX-License-Identifier: MIT */
/*
 * refuse - preloaded into meshreport: counts what a process asks of memory, and refuses.
 *
 *   REFUSE_WHO     "parent" is the program from its first line on; otherwise the child that opens a
 *                  file whose name ends so ("/pdf.so"), from its dlopen() on
 *   REFUSE_SEEN    a file of N_SEEN numbers of 64 bits (enum seen); it stays whatever becomes of the process
 *   REFUSE_THREAD  of which thread, from 1 in the order in which they begin to ask, ...
 *   REFUSE_NTH     ... which request is refused, from 1.  Threads are counted apart, so that it is
 *                  the same request in every run
 *   REFUSE_PROBE   an exit status: at every request a copy of the process is made and refused it, and
 *                  must end at once with this status.  The process itself goes on undisturbed, so one
 *                  run tries all requests of all threads
 *   REFUSE_TELL    a file for the calls that led to the refused request
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_THREADS 4

enum seen {
	SEEN_ASKED, /* by thread 1, and behind it by the others */
	SEEN_REFUSED = N_THREADS,
	SEEN_WRONG, /* copies that did not end as they should */
	SEEN_WRONG_THREAD, /* the first of them */
	SEEN_WRONG_NTH,
	SEEN_WRONG_STATUS, /* of waitpid() */
	N_SEEN
};

extern void *__libc_malloc(size_t n);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *old, size_t n);
extern void *__libc_memalign(size_t alignment, size_t n);

static struct {
	uint64_t *seen;
	uint64_t nth, thread, probed_status;
	uint64_t n_threads;
	bool is_counting, is_probing;
	char who[64]; /* kept: a child forgets its environment before it opens a plugin */
} state;
static __thread uint64_t own_number; /* from 1, given at the first request */

static const char *text_of(const char *name)
{
	const char *text = getenv(name);

	return text ? text : "";
}

static uint64_t number_of(const char *name)
{
	return strtoull(text_of(name), NULL, 10);
}

__attribute__((constructor)) static void begin(void)
{
	int file = open(text_of("REFUSE_SEEN"), O_RDWR | O_CLOEXEC);
	void *seen;

	if (file < 0)
		return;
	seen = mmap(NULL, N_SEEN * sizeof(uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	close(file);
	if (seen == MAP_FAILED)
		return;
	state.seen = seen;
	state.nth = number_of("REFUSE_NTH");
	state.thread = number_of("REFUSE_THREAD");
	state.probed_status = number_of("REFUSE_PROBE");
	state.is_probing = *text_of("REFUSE_PROBE") != '\0';
	snprintf(state.who, sizeof(state.who), "%s", text_of("REFUSE_WHO"));
	state.is_counting = strcmp(state.who, "parent") == 0;
}

/* ------------------------------------------------------------------ whose requests count */

pid_t fork(void)
{
	pid_t (*next)(void);
	pid_t pid;

	*(void **)&next = dlsym(RTLD_NEXT, "fork");
	pid = next();
	if (pid == 0)
		state.is_counting = false;
	return pid;
}

void *dlopen(const char *path, int mode)
{
	const char *end = state.who;
	void *(*next)(const char *, int);

	*(void **)&next = dlsym(RTLD_NEXT, "dlopen");
	if (state.seen && path && *end == '/' && strlen(path) >= strlen(end) &&
	    strcmp(path + strlen(path) - strlen(end), end) == 0)
		state.is_counting = true;
	return next(path, mode);
}

/* ------------------------------------------------------------------ refusing */

static void tell_where(const char *path)
{
	void *calls[40];

	state.is_counting = false; /* backtrace() asks for memory, too */
	backtrace_symbols_fd(calls, backtrace(calls, 40),
			     open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600));
	state.is_counting = true;
}

/* A copy that goes on in spite of the refusal must not disturb the pipes and not go on for ever. */
static void set_apart(void)
{
	int nothing = open("/dev/null", O_RDWR);

	for (int file = 1; file < 64; file++)
		if (file != nothing && fcntl(file, F_GETFD) >= 0)
			dup2(nothing, file);
	state.is_counting = false;
	alarm(10);
}

/* True in the copy. */
static bool probe(uint64_t nth)
{
	pid_t pid = _Fork();
	int status = -1;

	if (pid == 0) {
		set_apart();
		return true;
	}
	while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if ((!WIFEXITED(status) || (uint64_t)WEXITSTATUS(status) != state.probed_status) &&
	    __atomic_fetch_add(&state.seen[SEEN_WRONG], 1, __ATOMIC_RELAXED) == 0) {
		state.seen[SEEN_WRONG_THREAD] = own_number;
		state.seen[SEEN_WRONG_NTH] = nth;
		state.seen[SEEN_WRONG_STATUS] = (uint64_t)(unsigned)status;
	}
	return false;
}

static bool is_refused(void)
{
	uint64_t nth;

	if (!state.is_counting)
		return false;
	if (own_number == 0)
		own_number = __atomic_add_fetch(&state.n_threads, 1, __ATOMIC_RELAXED);
	if (own_number > N_THREADS)
		return false;
	nth = ++state.seen[SEEN_ASKED + own_number - 1];
	if (state.is_probing ? !probe(nth) : own_number != state.thread || nth != state.nth)
		return false;
	__atomic_add_fetch(&state.seen[SEEN_REFUSED], 1, __ATOMIC_RELAXED);
	if (*text_of("REFUSE_TELL"))
		tell_where(text_of("REFUSE_TELL"));
	errno = ENOMEM;
	return true;
}

void *malloc(size_t n)
{
	return is_refused() ? NULL : __libc_malloc(n);
}

void *calloc(size_t n, size_t size)
{
	return is_refused() ? NULL : __libc_calloc(n, size);
}

void *realloc(void *old, size_t n)
{
	return is_refused() ? NULL : __libc_realloc(old, n);
}

void *reallocarray(void *old, size_t n, size_t size)
{
	size_t n_bytes;

	return __builtin_mul_overflow(n, size, &n_bytes) ? NULL : realloc(old, n_bytes);
}

void *memalign(size_t alignment, size_t n)
{
	return is_refused() ? NULL : __libc_memalign(alignment, n);
}

void *aligned_alloc(size_t alignment, size_t n)
{
	return memalign(alignment, n);
}

int posix_memalign(void **out, size_t alignment, size_t n)
{
	void *memory = memalign(alignment, n);

	if (!memory)
		return ENOMEM;
	*out = memory;
	return 0;
}
