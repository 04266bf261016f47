/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* F_SETPIPE_SZ */
#include "host/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "base/diag.h"
#include "confine/around.h"

/* Fewer switches between parent and child; what the system refuses is not needed. */
enum { PIPE_BYTES = 1 << 20 };

static void close_end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void close_pipes(struct process *process)
{
	close_end(&process->out);
	close_end(&process->go);
	close_end(&process->noise);
}

struct pipes {
	int out[2], go[2], noise[2];
};

static void close_all(struct pipes *pipes)
{
	for (int i = 0; i < 2; i++) {
		close_end(&pipes->out[i]);
		close_end(&pipes->go[i]);
		close_end(&pipes->noise[i]);
	}
}

static int open_pipes(struct pipes *pipes)
{
	*pipes = (struct pipes){{-1, -1}, {-1, -1}, {-1, -1}};
	if (pipe2(pipes->out, O_CLOEXEC) == 0 && pipe2(pipes->go, O_CLOEXEC) == 0 &&
	    pipe2(pipes->noise, O_CLOEXEC) == 0) {
		fcntl(pipes->out[0], F_SETFL, O_NONBLOCK);
		fcntl(pipes->noise[0], F_SETFL, O_NONBLOCK);
#ifdef F_SETPIPE_SZ
		fcntl(pipes->out[0], F_SETPIPE_SZ, PIPE_BYTES);
#endif
		return 0;
	}
	int reason = errno;

	close_all(pipes);
	errno = reason;
	return -1;
}

static void set_signals_to_default(void)
{
	static const int changed[] = {SIGPIPE, SIGINT,  SIGTERM, SIGHUP,  SIGQUIT,
				      SIGXCPU, SIGALRM, SIGUSR1, SIGUSR2, SIGTSTP};
	sigset_t none;

	for (size_t i = 0; i < sizeof(changed) / sizeof(*changed); i++)
		signal(changed[i], SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

/* The child's side of fork(). */
static _Noreturn void become_child(struct pipes *pipes, const struct process_main *child,
				   pid_t parent)
{
	int nothing;

#ifdef __linux__
	prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
	if (getppid() != parent)
		_exit(1);
	setpgid(0, 0);
	set_signals_to_default();
	nothing = open("/dev/null", O_RDONLY);
	if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(pipes->noise[1], 1) < 0 ||
	    dup2(pipes->noise[1], 2) < 0)
		_exit(PROCESS_NOT_BEGUN);
	around_close_others(pipes->out[1], pipes->go[0]);
	child->run(child->order, pipes->out[1], pipes->go[0]);
	_exit(1);
}

int process_start(struct process *process, const struct process_main *child)
{
	struct pipes pipes;
	pid_t parent = getpid(), pid;

	*process = (struct process)PROCESS_INIT;
	if (open_pipes(&pipes) != 0)
		return -1;
	pid = fork();
	if (pid == 0)
		become_child(&pipes, child, parent);
	if (pid < 0) {
		int reason = errno;

		close_all(&pipes);
		errno = reason;
		return -1;
	}
	/* Both sides set it, so that it is set whoever runs first. */
	setpgid(pid, pid);
	process->pid = pid;
	process->out = pipes.out[0];
	process->go = pipes.go[1];
	process->noise = pipes.noise[0];
	close(pipes.out[1]);
	close(pipes.go[0]);
	close(pipes.noise[1]);
	return 0;
}

/*
 * Looks without reaping: until process_end() the dead child keeps its number, so the group that is
 * killed there is its own and no other.
 */
bool process_has_ended(const struct process *process)
{
	siginfo_t info = {.si_pid = 0};

	if (process->pid == 0)
		return true;
	return waitid(P_PID, (id_t)process->pid, &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
	       info.si_pid != 0;
}

void process_kill(const struct process *process)
{
	if (process->pid > 0) {
		kill(-process->pid, SIGKILL);
		kill(process->pid, SIGKILL);
	}
}

static void signal_group(const struct process *process, int number)
{
	if (process->pid > 0)
		kill(-process->pid, number);
}

void process_stop(const struct process *process)
{
	signal_group(process, SIGSTOP);
}

void process_continue(const struct process *process)
{
	signal_group(process, SIGCONT);
}

void process_end(struct process *process)
{
	pid_t pid;

	process_kill(process);
	if (process->pid > 0) {
		do
			pid = waitpid(process->pid, &process->status, 0);
		while (pid < 0 && errno == EINTR);
		process->pid = 0;
	}
	close_pipes(process);
}

static const char *signal_name(int number)
{
	static const struct {
		int number;
		const char *name;
	} names[] = {
		{SIGSEGV, "SIGSEGV"}, {SIGABRT, "SIGABRT"}, {SIGBUS, "SIGBUS"},
		{SIGFPE, "SIGFPE"},   {SIGILL, "SIGILL"},   {SIGKILL, "SIGKILL"},
		{SIGTERM, "SIGTERM"}, {SIGPIPE, "SIGPIPE"}, {SIGTRAP, "SIGTRAP"},
		{SIGSYS, "SIGSYS"},   {SIGXCPU, "SIGXCPU"}, {SIGXFSZ, "SIGXFSZ"},
		{SIGALRM, "SIGALRM"}, {SIGINT, "SIGINT"},   {SIGHUP, "SIGHUP"},
		{SIGQUIT, "SIGQUIT"},
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (names[i].number == number)
			return names[i].name;
	return "another signal";
}

void process_explain(const struct process *process, char *out, size_t size)
{
	int status = process->status;

	if (WIFSIGNALED(status))
		diag_write(out, size, "signal %d (%s)", WTERMSIG(status),
			   signal_name(WTERMSIG(status)));
	else
		snprintf(out, size, "exit status %d", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
}

int process_exit_status(const struct process *process)
{
	return WIFEXITED(process->status) ? WEXITSTATUS(process->status) : -1;
}

int64_t process_now(void)
{
	struct timespec now = {0, 0};

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
