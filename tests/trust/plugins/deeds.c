/* SPDX-License-Identifier: MIT */
/*
 * Tries what no plugin may, and writes down what came of each deed: "NAME done" or "NAME" and the error's name.
 *
 * Each deed is one attempt that does no harm where it succeeds: a signal is 0, what is removed was made for it.
 */
#define _GNU_SOURCE
#include "plugin.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static const char *home(void)
{
	const char *value = getenv("HOME");

	return value ? value : "/nowhere";
}

static long opens(const char *path, int flags)
{
	int fd = open(path, flags, 0644);

	if (fd >= 0)
		close(fd);
	return fd;
}

static long read_secret(void)
{
	char path[1000];

	snprintf(path, sizeof(path), "%s/.ssh/id_ed25519", home());
	return opens(path, O_RDONLY);
}

static long read_passwd(void)
{
	return opens("/etc/passwd", O_RDONLY);
}

static long read_parent_environment(void)
{
	char path[100];

	snprintf(path, sizeof(path), "/proc/%d/environ", (int)getppid());
	return opens(path, O_RDONLY);
}

static long write_parent_memory(void)
{
	char path[100];

	snprintf(path, sizeof(path), "/proc/%d/mem", (int)getppid());
	return opens(path, O_RDWR);
}

static long make_file(void)
{
	return opens("stolen.txt", O_WRONLY | O_CREAT);
}

static long make_file_to_read(void)
{
	return opens("stolen.txt", O_RDONLY | O_CREAT);
}

static long open_to_write(void)
{
	return opens("victim.txt", O_WRONLY);
}

static long empty_by_opening(void)
{
	return opens("victim.txt", O_RDONLY | O_TRUNC);
}

static long empty_file(void)
{
	return truncate("victim.txt", 0);
}

static long remove_file(void)
{
	return unlink("victim.txt");
}

static long rename_file(void)
{
	int status = rename("victim.txt", "moved.txt"), reason = errno;

	rename("moved.txt", "victim.txt");
	errno = reason;
	return status;
}

static long link_file(void)
{
	return link("victim.txt", "linked.txt");
}

static long link_softly(void)
{
	return symlink("victim.txt", "soft.txt");
}

static long make_folder(void)
{
	return mkdir("folder", 0755);
}

static long make_pipe(void)
{
	return mkfifo("pipe", 0644);
}

static long change_mode(void)
{
	return chmod("victim.txt", 0777);
}

static long change_owner(void)
{
	return chown("victim.txt", (uid_t)-1, (gid_t)-1);
}

static long change_time(void)
{
	return utimensat(AT_FDCWD, "victim.txt", NULL, 0);
}

static long change_attribute(void)
{
	return setxattr("victim.txt", "user.mark", "x", 1, 0);
}

static long open_newer(void)
{
	uint64_t how[3] = {O_RDONLY, 0, 0};

	return syscall(437 /* openat2 */, AT_FDCWD, "/", how, sizeof(how));
}

static long make_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0);
}

static long make_local_socket(void)
{
	return socket(AF_UNIX, SOCK_DGRAM, 0);
}

static long make_sockets(void)
{
	int pair[2];

	return socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
}

static long make_process(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	return child < 0 ? -1 : waitpid(child, NULL, 0);
}

static long spawn_program(void)
{
	char *words[] = {(char *)"true", NULL};
	pid_t child;
	int reason = posix_spawn(&child, "/bin/true", NULL, NULL, words, environ);

	errno = reason;
	return reason != 0 ? -1 : waitpid(child, NULL, 0);
}

/* Fails for its own reason where programs may be run. */
static long run_program(void)
{
	char *none[] = {NULL};

	return execve("/nowhere/program", none, none);
}

static long run_shell(void)
{
	return system("exit 0") == 0 ? 0 : -1;
}

static long signal_parent(void)
{
	return kill(getppid(), 0);
}

static long signal_group(void)
{
	return kill(0, 0);
}

static long queue_to_parent(void)
{
	return sigqueue(getppid(), 0, (union sigval){.sival_int = 0});
}

static long signal_for_input(void)
{
	return fcntl(0, F_SETOWN, getppid());
}

static long trace_parent(void)
{
	return ptrace(PTRACE_SEIZE, getppid(), NULL, NULL) == 0
		       ? ptrace(PTRACE_DETACH, getppid(), NULL, NULL)
		       : -1;
}

static long read_parent_memory(void)
{
	char byte;
	struct iovec here = {&byte, 1}, there = {(void *)(uintptr_t)&environ, 1};

	return process_vm_readv(getppid(), &here, 1, &there, 1, 0);
}

static long leave_group(void)
{
	return setpgid(0, 0); /* which it leads already */
}

static long limit_parent(void)
{
	struct rlimit bound;

	return prlimit(getppid(), RLIMIT_NOFILE, NULL, &bound);
}

static long outlive_parent(void)
{
	return prctl(PR_SET_PDEATHSIG, 0);
}

static long leave_namespace(void)
{
	return unshare(CLONE_NEWUTS | CLONE_NEWUSER);
}

static long add_key(void)
{
	return syscall(SYS_keyctl, 0 /* KEYCTL_GET_KEYRING_ID */, -1, 0);
}

static long set_up_io_uring(void)
{
	char parameters[200] = "";

	return syscall(425 /* io_uring_setup */, 1, parameters);
}

static long share_memory(void)
{
	return shmget(1, 4096, 01000 | 0600);
}

static long make_memory_file(void)
{
	return memfd_create("x", 0);
}

static long type_into_terminal(void)
{
	return ioctl(0, TIOCSTI, "x");
}

static long type_with_high_bits(void)
{
	return syscall(SYS_ioctl, 0L, 0x100000000L | TIOCSTI, "x");
}

/* ---- what a plugin may */

static void *nothing(void *context)
{
	return context;
}

static long start_thread(void)
{
	pthread_t thread;
	int reason = pthread_create(&thread, NULL, nothing, NULL);

	errno = reason;
	return reason == 0 ? pthread_join(thread, NULL) : -1;
}

static long signal_itself(void)
{
	return kill(getpid(), 0) == 0 && pthread_kill(pthread_self(), 0) == 0 ? 0 : -1;
}

static long map_memory(void)
{
	void *memory =
		mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return memory == MAP_FAILED ? -1 : munmap(memory, 1 << 20);
}

static long read_fonts_settings(void)
{
	return opens("/etc/fonts/fonts.conf", O_RDONLY);
}

static long read_libraries(void)
{
	return opens("/usr/lib", O_RDONLY | O_DIRECTORY);
}

#define DEED(name)          \
	{                   \
#name, name \
	}

static const struct {
	const char *name;
	long (*deed)(void);
} deeds[] = {
	DEED(read_secret),
	DEED(read_passwd),
	DEED(read_parent_environment),
	DEED(write_parent_memory),
	DEED(make_file),
	DEED(make_file_to_read),
	DEED(open_to_write),
	DEED(empty_by_opening),
	DEED(empty_file),
	DEED(rename_file),
	DEED(link_file),
	DEED(link_softly),
	DEED(make_folder),
	DEED(make_pipe),
	DEED(change_mode),
	DEED(change_owner),
	DEED(change_time),
	DEED(change_attribute),
	DEED(remove_file),
	DEED(open_newer),
	DEED(make_socket),
	DEED(make_local_socket),
	DEED(make_sockets),
	DEED(make_process),
	DEED(spawn_program),
	DEED(run_program),
	DEED(run_shell),
	DEED(signal_parent),
	DEED(signal_group),
	DEED(queue_to_parent),
	DEED(signal_for_input),
	DEED(trace_parent),
	DEED(read_parent_memory),
	DEED(limit_parent),
	DEED(outlive_parent),
	DEED(leave_namespace),
	DEED(add_key),
	DEED(set_up_io_uring),
	DEED(share_memory),
	DEED(make_memory_file),
	DEED(type_into_terminal),
	DEED(type_with_high_bits),
	DEED(leave_group),
	DEED(start_thread),
	DEED(signal_itself),
	DEED(map_memory),
	DEED(read_fonts_settings),
	DEED(read_libraries),
};

/* What a constructor could do before anybody looked at the plugin. */
static long early;
static int early_reason;

__attribute__((constructor)) static void begin(void)
{
	early = opens("early.txt", O_WRONLY | O_CREAT);
	early_reason = errno;
}

static void tell(struct mr_sink *sink, const char *name, long status, int reason)
{
	char line[100];

	snprintf(line, sizeof(line), "%s %s\n", name,
		 status >= 0               ? "done"
		 : strerrorname_np(reason) ? strerrorname_np(reason)
					   : "?");
	put(sink, line);
}

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");

	put(sink, "meshreport 0\n");
	tell(sink, "constructor", early, early_reason);
	for (size_t i = 0; i < sizeof(deeds) / sizeof(*deeds); i++) {
		errno = 0;
		long status = deeds[i].deed();

		tell(sink, deeds[i].name, status, errno);
	}
	return 0;
}

DECLARE("deeds", .render = render);
