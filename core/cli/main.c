/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/run.h"

/*
 * A file opened later must not become standard output because the caller had closed it.  Opened the
 * wrong way round, so that using it fails as it would have.
 */
static void keep_standard_descriptors(void)
{
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
			open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
}

static bool wants_color(const struct run *run)
{
	if (run->cli.color != CLI_COLOR_AUTO)
		return run->cli.color == CLI_COLOR_ALWAYS;
	return !run->home.is_plain && isatty(STDERR_FILENO) == 1;
}

static int run_version(struct run *run)
{
	struct buf text = BUF_INIT;
	int status;

	buf_printf(&text, "meshreport %s (plugin ABI %d.%d)\n", MESHREPORT_VERSION, MR_ABI_MAJOR,
		   MR_ABI_MINOR);
	status = run_print(run, &text);
	buf_release(&text);
	return status;
}

static int dispatch(struct run *run)
{
	switch (run->cli.verb) {
	case CLI_VERSION: return run_version(run);
	case CLI_CHECK: return run_check(run);
	case CLI_HELP: return run_help(run);
	case CLI_LIST_FORMATS: return run_list_formats(run);
	case CLI_PRINT_TEMPLATE: return run_print_template(run);
	default: return run_render(run);
	}
}

int main(int argc, char **argv)
{
	struct run run = {.arena = ARENA_INIT};
	int status = RUN_USAGE;

	keep_standard_descriptors();
	/* A closed pipe and a limit on file sizes are errors of the write, which has things to clear away. */
	run.dies_of_pipe = signal(SIGPIPE, SIG_IGN) != SIG_IGN;
	signal(SIGXFSZ, SIG_IGN);
	/* Ignored, as some callers hand it on, it would take away how a plugin ended. */
	signal(SIGCHLD, SIG_DFL);
	diag_init(&run.diag, DIAG_MAX);
	if (cli_parse(&run.cli, argc, argv, &run.arena, &run.diag) == 0 &&
	    home_find(&run.home, &run.arena, &run.diag) == 0) {
		run.has_color = wants_color(&run);
		status = dispatch(&run);
	}
	run_say(&run);
	registry_release(&run.registry);
	diag_release(&run.diag);
	arena_release(&run.arena);
	if (run.signal) {
		signal(run.signal, SIG_DFL);
		raise(run.signal);
	}
	return status;
}
