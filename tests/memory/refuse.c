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
 *   REFUSE_CALM    beside REFUSE_PROBE: that is how the undisturbed program ends, and this how many bytes it prints
 *                  and says.  A copy may then end as it, with as many; or with 1 and words of memory.  Standard
 *                  output and error have to be files.  No copy is made while there is a child: it is not the copy's
 *   REFUSE_FAILED  instead of 1, where the verb has a status of its own for what it could not do
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
#define N_CHILDREN 64
#define N_FILES 64 /* what the program opens has numbers below */

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
	uint64_t n_threads, calm_size, failed_status;
	bool is_counting, is_probing, is_program;
	pid_t children
		[N_CHILDREN]; /* 0: none; the program also waits for orphans that copies leave to it */
	int told; /* a file for what a copy of the program says */
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
	state.is_program = *text_of("REFUSE_CALM") != '\0';
	state.calm_size = number_of("REFUSE_CALM");
	state.failed_status = *text_of("REFUSE_FAILED") ? number_of("REFUSE_FAILED") : 1;
	if (state.is_program)
		state.told = fcntl(memfd_create("told", MFD_CLOEXEC), F_DUPFD_CLOEXEC, N_FILES);
	snprintf(state.who, sizeof(state.who), "%s", text_of("REFUSE_WHO"));
	state.is_counting = strcmp(state.who, "parent") == 0;
	unsetenv("LD_PRELOAD"); /* a program that is run from here is another one */
}

/* ------------------------------------------------------------------ whose requests count */

static void replace_child(pid_t old, pid_t pid)
{
	int i = 0;

	while (i < N_CHILDREN && state.children[i] != old)
		i++;
	if (i < N_CHILDREN)
		state.children[i] = pid;
}

static bool has_child(void)
{
	for (int i = 0; i < N_CHILDREN; i++)
		if (state.children[i])
			return true;
	return false;
}

pid_t fork(void)
{
	pid_t (*next)(void);
	pid_t pid;

	*(void **)&next = dlsym(RTLD_NEXT, "fork");
	pid = next();
	if (pid == 0)
		state.is_counting = false;
	if (pid > 0)
		replace_child(0, pid);
	return pid;
}

pid_t waitpid(pid_t pid, int *status, int options)
{
	pid_t (*next)(pid_t, int *, int);

	*(void **)&next = dlsym(RTLD_NEXT, "waitpid");
	pid = next(pid, status, options);
	if (pid > 0)
		replace_child(pid, 0);
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

	if (state.is_program) {
		dup2(state.told, STDOUT_FILENO);
		dup2(state.told, STDERR_FILENO);
	}
	for (int file = 1; file < N_FILES && !state.is_program; file++)
		if (file != nothing && fcntl(file, F_GETFD) >= 0)
			dup2(nothing, file);
	state.is_counting = false;
	alarm(60);
}

static bool is_said(const char *words, size_t n)
{
	return memmem(words, n, "out of memory", strlen("out of memory")) ||
	       memmem(words, n, "Cannot allocate memory", strlen("Cannot allocate memory"));
}

/* As the undisturbed program ends, with all that it prints, or with 1 and the reason. */
static bool program_ended_well(int status)
{
	static char words[1 << 16];
	ssize_t n = pread(state.told, words, sizeof(words), 0);
	off_t size = lseek(state.told, 0, SEEK_END) + lseek(STDOUT_FILENO, 0, SEEK_CUR) +
		     lseek(STDERR_FILENO, 0, SEEK_CUR);

	if (!WIFEXITED(status) || n < 0)
		return false;
	return ((uint64_t)WEXITSTATUS(status) == state.probed_status &&
		(uint64_t)size == state.calm_size) ||
	       ((WEXITSTATUS(status) == 1 ||
		 (uint64_t)WEXITSTATUS(status) == state.failed_status) &&
		is_said(words, (size_t)n));
}

/* True in the copy.  What both have open has one place in the file: it is put back for the process. */
static bool probe(uint64_t nth)
{
	off_t places[N_FILES];
	pid_t pid;
	int status = -1;

	for (int file = 0; file < N_FILES && state.is_program; file++)
		places[file] = lseek(file, 0, SEEK_CUR);
	pid = _Fork();
	if (pid == 0) {
		set_apart();
		return true;
	}
	while (pid > 0 && wait4(pid, &status, 0, NULL) < 0 && errno == EINTR)
		;
	if (!(state.is_program ? program_ended_well(status)
			       : WIFEXITED(status) &&
					 (uint64_t)WEXITSTATUS(status) == state.probed_status) &&
	    __atomic_fetch_add(&state.seen[SEEN_WRONG], 1, __ATOMIC_RELAXED) == 0) {
		state.seen[SEEN_WRONG_THREAD] = own_number;
		state.seen[SEEN_WRONG_NTH] = nth;
		state.seen[SEEN_WRONG_STATUS] = (uint64_t)(unsigned)status;
	}
	for (int file = 0; file < N_FILES && state.is_program; file++)
		if (places[file] >= 0)
			lseek(file, places[file], SEEK_SET);
	if (state.is_program && ftruncate(state.told, 0) == 0)
		lseek(state.told, 0, SEEK_SET);
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
	if (state.is_probing && (has_child() || !probe(nth)))
		return false;
	if (!state.is_probing && (own_number != state.thread || nth != state.nth))
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
