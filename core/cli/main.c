/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/doctor.h"
#include "cli/format.h"
#include "cli/import.h"
#include "cli/inspect.h"
#include "cli/listing.h"
#include "cli/new.h"
#include "cli/numbers.h"
#include "cli/plugin_task.h"
#include "cli/show.h"
#include "cli/verify.h"
#include "complete/complete.h"
#include "run/defaults.h"
#include "run/render.h"
#include "run/run.h"
#include "run/screen.h"

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

static int dispatch(struct run *run)
{
	switch (run->args.verb) {
	case ARGS_VERSION: return show_version(run);
	case ARGS_CHECK: return inspect_files(run);
	case ARGS_IMPORT: return import_dataset(run);
	case ARGS_FMT: return format_files(run);
	case ARGS_NEW: return new_dataset(run);
	case ARGS_PLUGIN: return plugin_task(run);
	case ARGS_STATS: return numbers_show(run);
	case ARGS_DOCTOR: return doctor_examine(run);
	case ARGS_VERIFY: return verify_artifact(run);
	case ARGS_COMPLETION: return complete_script(run);
	case ARGS_LIST_RULES: return inspect_rules(run);
	case ARGS_LIST_TABLES: return listing_tables(run);
	case ARGS_HELP: return show_help(run);
	case ARGS_LIST_FORMATS: return show_formats(run);
	case ARGS_PRINT_STYLE: return show_style(run);
	case ARGS_PRINT_TEMPLATE:
		return new_is_template(run) ? new_template(run) : show_template(run);
	default: return render_documents(run);
	}
}

static int perform(struct run *run, int argc, char **argv)
{
	bool is_asked = complete_is_asked(argc, argv);

	if (!is_asked && args_parse(&run->args, argc, argv, &run->arena, &run->diag) != 0)
		return RUN_USAGE;
	if (home_find(&run->home, &run->arena, &run->diag) != 0)
		return RUN_FAILED;
	if (is_asked)
		return complete_words(run, argc, argv);
	run->has_color = screen_has_color(run, STDERR_FILENO);
	return dispatch(run);
}

int main(int argc, char **argv)
{
	struct run run = {.arena = ARENA_INIT};
	int status;

	keep_standard_descriptors();
	/* A closed pipe and a limit on file sizes are errors of the write, which has things to clear away. */
	run.dies_of_pipe = signal(SIGPIPE, SIG_IGN) != SIG_IGN;
	signal(SIGXFSZ, SIG_IGN);
	/* Ignored, as some callers hand it on, it would take away how a plugin ended. */
	signal(SIGCHLD, SIG_DFL);
	run_listen(&run);
	status = perform(&run, argc, argv);
	run_say(&run);
	/* Status 2 is for a wrong command line, and 0 for all that was asked for. */
	if (run.had_no_memory)
		status = RUN_FAILED;
	defaults_release(&run);
	search_release(&run.found);
	diag_release(&run.diag);
	arena_release(&run.arena);
	if (run.signal) {
		signal(run.signal, SIG_DFL);
		raise(run.signal);
	}
	return status;
}
