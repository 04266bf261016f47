/* SPDX-License-Identifier: MIT */
#include "run/run.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "out/sink.h"
#include "run/trust.h"

/* Where that fails there is nowhere left to say so. */
static void print_error_text(const char *text, size_t n)
{
	(void)file_write_all(STDERR_FILENO, text, n);
}

/* Up to the last line that is whole. */
static size_t whole_lines(struct buf *text)
{
	const char *at = buf_text(text);
	size_t n = text->n;

	while (n > 0 && at[n - 1] != '\n')
		n--;
	return n;
}

void run_listen(struct run *run)
{
	diag_init(&run->diag, run->is_uncut ? SIZE_MAX : DIAG_MAX);
	run->diag.judge = policy_judge;
	run->diag.judging = &run->args.checks.policy;
}

void run_say(struct run *run)
{
	struct buf text = BUF_INIT;

	diag_print(&run->diag, &text, run->has_color, run->args.quiet);
	run->had_no_memory |= run->diag.out_of_memory || text.failed;
	print_error_text(buf_text(&text), whole_lines(&text));
	/* there was not even memory to say so */
	if (text.failed)
		print_error_text(RUN_NO_MEMORY, strlen(RUN_NO_MEMORY));
	buf_release(&text);
	diag_release(&run->diag);
	run_listen(run);
}

void run_report(struct run *run, struct buf *text)
{
	print_error_text(buf_text(text), text->n);
	run->had_no_memory |= run->diag.out_of_memory;
	diag_release(&run->diag);
	run_listen(run);
}

void run_tell(const struct run *run, const char *text)
{
	struct buf line = BUF_INIT;
	char cut[1024];

	if (run->args.quiet)
		return;
	diag_neutralise(&line, text, strlen(text));
	buf_put_byte(&line, '\n');
	/* what is told is done and cannot be taken back: without memory it is told, too */
	if (!line.failed) {
		print_error_text(buf_text(&line), line.n);
	} else {
		size_t n = diag_fit(cut, sizeof(cut) - 1, text, strlen(text));

		cut[n] = '\n';
		print_error_text(cut, n + 1);
	}
	buf_release(&line);
}

int run_print(struct run *run, struct buf *text)
{
	struct sink sink;
	int status = RUN_DONE;

	if (text->failed) {
		diag_no_memory(&run->diag);
		return RUN_FAILED;
	}
	sink_open_stream(&sink, STDOUT_FILENO);
	sink_write(&sink, buf_text(text), text->n);
	if (sink_commit(&sink, false) != 0) {
		if (sink.error == EPIPE && run->dies_of_pipe)
			run->signal = SIGPIPE;
		else
			diag_say(&run->diag, MR_ERROR, NULL, "cannot write standard output: %s",
				 strerror(sink.error));
		status = RUN_FAILED;
	}
	sink_settle(&sink);
	return status;
}

int run_epoch(struct run *run, int64_t *out)
{
	const char *epoch = run->home.epoch;
	char word[DIAG_WORD];

	if (!epoch || home_parse_epoch(epoch, out))
		return RUN_DONE;
	diag_say(&run->diag, MR_ERROR, NULL,
		 "SOURCE_DATE_EPOCH '%s' is not a number of seconds since 1970-01-01",
		 diag_word(word, epoch));
	return RUN_USAGE;
}

const struct plugin_file *run_find_format(struct run *run, const char *name, size_t n)
{
	const struct plugin_file *file = search_find(&run->found, name, n);
	const char *copy = file ? name : arena_copy(&run->arena, name, n);
	struct diag_message message = {.severity = MR_ERROR};
	char word[DIAG_WORD];

	if (file)
		return file;
	message.suggestion = copy ? search_nearest(&run->found, copy) : NULL;
	message.hint = message.suggestion ? NULL : "--list-formats shows what there is";
	diag_report(&run->diag, &message, "unknown format '%s'", diag_word_of(word, name, n));
	if (!copy)
		diag_no_memory(&run->diag);
	return NULL;
}

int run_group(struct run *run, const struct plugin_file *const *files, size_t n,
	      enum child_task task, struct group *out)
{
	*out = (struct group){.n = 0};
	if (n > 0 && trust_prepare(run) != RUN_DONE)
		return -1;
	/* what the run keeps for its jobs has to be there, too: words of their command, comments */
	if (run->arena.failed || group_init(out, n) != 0) {
		diag_no_memory(&run->diag);
		return -1;
	}
	out->dies_of_pipe = run->dies_of_pipe;
	/* lists ask all plugins, and a file without a suffix all readers: these stay children */
	out->is_inline =
		run->args.in_process && (task == CHILD_RENDER || (task == CHILD_READ && n == 1));
	/* Upwards: the shortest time is not "never". */
	out->timeout_ms = (int64_t)(run->args.timeout * 1000 + 0.999999);
	for (size_t i = 0; i < n; i++) {
		struct job *job = &out->jobs[i];

		job->order = (struct child_order){
			.task = task, .file = files[i], .home = &run->home, .clock = MR_NO_CLOCK};
		trust_order(run, &job->order);
		if (!files[i]->refusal)
			continue;
		job_error(job, "the plugin is refused: %s", files[i]->refusal);
		job->state = JOB_FAILED;
	}
	return 0;
}
