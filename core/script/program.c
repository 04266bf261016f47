/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* environ, pipe2() */
#include "script/program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/file.h"

enum { VARIABLES_MAX = 256, CHUNK = 64 * 1024, HEAD = 256 };

/* The program under way: our ends of its pipes, -1 when closed. */
struct running {
	const struct program *program;
	pid_t pid;
	int input, output, errors, started;
	size_t n_written; /* of the input */
	char line[PROGRAM_LINE + 1];
	size_t n_line, n_lines;
	bool is_unwanted;
};

/* ---- its environment */

/*
 * The same words and order of them wherever it runs, also in an interpreter that hashes by chance; and none that
 * writes what it has compiled beside itself.
 */
static const char *const fixed[] = {
	"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8",  "TZ=UTC", "PYTHONHASHSEED=0",
	"PYTHONDONTWRITEBYTECODE=1",         "PERL_HASH_SEED=0"};

static bool is_fixed(const char *entry)
{
	static const char epoch[] = "SOURCE_DATE_EPOCH=";

	for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++)
		if (strncmp(entry, fixed[i], strcspn(fixed[i], "=") + 1) == 0)
			return true;
	return strncmp(entry, epoch, sizeof(epoch) - 1) == 0;
}

static void fill_environment(const char *epoch, char *out[VARIABLES_MAX + 1], char *word,
			     size_t size)
{
	size_t n = 0;

	for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++)
		out[n++] = (char *)(uintptr_t)fixed[i];
	if (epoch) {
		diag_write(word, size, "SOURCE_DATE_EPOCH=%s", epoch);
		out[n++] = word;
	}
	for (char **at = environ; at && *at && n < VARIABLES_MAX; at++)
		if (!is_fixed(*at))
			out[n++] = *at;
	out[n] = NULL;
}

/* ---- starting it */

struct pipes {
	int input[2], output[2], errors[2], started[2];
};

static void close_both(int ends[2])
{
	for (int i = 0; i < 2; i++)
		if (ends[i] >= 0)
			close(ends[i]);
}

/* Keeps errno; -1. */
static int close_all(struct pipes *pipes)
{
	int reason = errno;

	close_both(pipes->input);
	close_both(pipes->output);
	close_both(pipes->errors);
	close_both(pipes->started);
	errno = reason;
	return -1;
}

static int open_pipes(struct pipes *pipes)
{
	*pipes = (struct pipes){{-1, -1}, {-1, -1}, {-1, -1}, {-1, -1}};
	if (pipe2(pipes->input, O_CLOEXEC) == 0 && pipe2(pipes->output, O_CLOEXEC) == 0 &&
	    pipe2(pipes->errors, O_CLOEXEC) == 0 && pipe2(pipes->started, O_CLOEXEC) == 0)
		return 0;
	return close_all(pipes);
}

/* The child's side of fork(): what keeps the program from starting goes through the pipe that starting closes. */
static _Noreturn void become(const struct program *program, const struct pipes *pipes,
			     char *const environment[])
{
	char *arguments[] = {(char *)(uintptr_t)program->path, (char *)(uintptr_t)program->argument,
			     NULL};
	int reason;

	signal(SIGPIPE, SIG_DFL);
	if (dup2(pipes->input[0], 0) >= 0 && dup2(pipes->output[1], 1) >= 0 &&
	    dup2(pipes->errors[1], 2) >= 0)
		execve(program->path, arguments, environment);
	reason = errno;
	while (write(pipes->started[1], &reason, sizeof(reason)) < 0 && errno == EINTR)
		continue;
	_exit(127);
}

static int start(struct running *running)
{
	char *environment[VARIABLES_MAX + 1], epoch[64];
	struct pipes pipes;

	fill_environment(running->program->epoch, environment, epoch, sizeof(epoch));
	if (open_pipes(&pipes) != 0)
		return -1;
	running->pid = fork();
	if (running->pid == 0)
		become(running->program, &pipes, environment);
	if (running->pid < 0)
		return close_all(&pipes);
	close(pipes.input[0]);
	close(pipes.output[1]);
	close(pipes.errors[1]);
	close(pipes.started[1]);
	running->input = pipes.input[1];
	running->output = pipes.output[0];
	running->errors = pipes.errors[0];
	running->started = pipes.started[0];
	fcntl(running->input, F_SETFL, O_NONBLOCK);
	return 0;
}

/* ---- its streams */

static void close_end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* A program that does not read all of it has read enough. */
static void feed(struct running *running)
{
	const struct mr_bytes *input = &running->program->input;
	ssize_t n = 0;

	if (running->n_written < input->n)
		n = write(running->input, (const char *)input->at + running->n_written,
			  input->n - running->n_written);
	if (n > 0)
		running->n_written += (size_t)n;
	if ((n < 0 && errno != EAGAIN && errno != EINTR) || running->n_written == input->n)
		close_end(&running->input);
}

static void end_line(struct running *running)
{
	running->line[running->n_line] = '\0';
	if (running->n_line > 0 && running->n_lines++ < PROGRAM_LINES)
		running->program->line(running->program->context, running->line);
	running->n_line = 0;
}

static void take_words(struct running *running, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (bytes[i] == '\n' || bytes[i] == '\r')
			end_line(running);
		else if (running->n_line < PROGRAM_LINE)
			running->line[running->n_line++] = bytes[i] ? bytes[i] : ' ';
	}
}

static void take(struct running *running, int *fd)
{
	char bytes[CHUNK];
	ssize_t n = read(*fd, bytes, sizeof(bytes));
	bool is_output = fd == &running->output;

	if (n < 0 && errno == EINTR)
		return;
	if (n <= 0)
		close_end(fd);
	else if (!is_output)
		take_words(running, bytes, (size_t)n);
	else if (!running->program->output(running->program->context, bytes, (size_t)n))
		running->is_unwanted = true;
}

static void converse(struct running *running)
{
	while ((running->output >= 0 || running->errors >= 0) && !running->is_unwanted) {
		struct pollfd polled[] = {{running->input, POLLOUT, 0},
					  {running->output, POLLIN, 0},
					  {running->errors, POLLIN, 0}};

		if (poll(polled, 3, -1) < 0)
			continue;
		if (polled[0].revents)
			feed(running);
		if (polled[1].revents)
			take(running, &running->output);
		if (polled[2].revents)
			take(running, &running->errors);
	}
	end_line(running);
}

/* ---- how it ended */

static int explain_start(const struct running *running, int reason, char why[PROGRAM_WHY])
{
	char interpreter[HEAD] = "";

	program_interpreter(running->program->path, interpreter, sizeof(interpreter));
	if (reason == ENOEXEC && !*interpreter)
		diag_write(why, PROGRAM_WHY,
			   "cannot be run: begin it with a line such as #!/usr/bin/python3");
	else if ((reason == ENOENT || reason == EACCES) && *interpreter)
		diag_write(why, PROGRAM_WHY, "cannot be run: its interpreter %s %s", interpreter,
			   reason == ENOENT ? "is not installed"
					    : "cannot be run from the sandbox");
	else
		diag_write(why, PROGRAM_WHY, "cannot be run: %s", strerror(reason));
	return -1;
}

static int explain_end(const struct running *running, int status, char why[PROGRAM_WHY])
{
	*why = '\0';
	if (running->is_unwanted)
		return -1;
	if (WIFSIGNALED(status))
		diag_write(why, PROGRAM_WHY, "was ended by signal %d (%s)", WTERMSIG(status),
			   strsignal(WTERMSIG(status)));
	else if (WEXITSTATUS(status) != 0)
		diag_write(why, PROGRAM_WHY, "ended with status %d", WEXITSTATUS(status));
	else
		return 0;
	return -1;
}

int program_run(const struct program *program, char why[PROGRAM_WHY])
{
	struct running running = {.program = program};
	int status = 0, reason = 0;
	ssize_t n;
	pid_t ended;

	*why = '\0';
	/* A program that does not read is no reason to end. */
	signal(SIGPIPE, SIG_IGN);
	if (start(&running) != 0)
		return explain_start(&running, errno, why);
	do
		n = read(running.started, &reason, sizeof(reason));
	while (n < 0 && errno == EINTR);
	close_end(&running.started);
	if (n <= 0)
		converse(&running);
	close_end(&running.input);
	close_end(&running.output);
	close_end(&running.errors);
	/* One whose words nobody wants any more is not waited for: it need not end. */
	while (!running.is_unwanted) {
		ended = waitpid(running.pid, &status, 0);
		if (ended >= 0 || errno != EINTR)
			break;
	}
	return n > 0 ? explain_start(&running, reason, why) : explain_end(&running, status, why);
}

int program_interpreter(const char *path, char *out, size_t size)
{
	char head[HEAD] = "";
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;
	size_t at, n_word;

	*out = '\0';
	if (fd < 0)
		return -1;
	n = file_read_first(fd, head, sizeof(head) - 1);
	close(fd);
	if (n < 3 || head[0] != '#' || head[1] != '!')
		return 0;
	at = 2 + strspn(head + 2, " \t");
	n_word = strcspn(head + at, " \t\r\n");
	if (n_word < size) {
		memcpy(out, head + at, n_word);
		out[n_word] = '\0';
	}
	return 0;
}
