/* SPDX-License-Identifier: MIT */
#include "cli/format.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/path.h"
#include "base/signals.h"
#include "fmt/fmt.h"
#include "fmt/unified.h"
#include "out/sink.h"
#include "run/deadline.h"
#include "run/source.h"
#include "yaml/dataset_load.h"

/* One file on its way. */
struct work {
	struct source source;
	struct stat before; /* as it was when it was read */
	struct buf out;
};

/* ---- what is refused */

static int refuse_reader(struct run *run, const struct source *source)
{
	struct diag_message message = {.severity = MR_ERROR, .file = source->shown};

	message.hint = "'meshreport import' makes one of it";
	diag_report(&run->diag, &message, "this is no dataset in YAML, it is read by %s",
		    source->reader->name);
	return RUN_FAILED;
}

/* A file with errors is told them, and of what is only warned nothing is said: that is for check. */
static int vet(struct run *run, const struct source *source)
{
	struct dataset set;
	struct diag diag;
	int status;

	diag_init(&diag, DIAG_MAX);
	status = dataset_load_bytes(&set, source->bytes.at, source->bytes.n, source->path,
				    &run->args.limits, &diag);
	dataset_release(&set);
	if (status != 0)
		diag_move(&run->diag, &diag, MR_ERROR);
	diag_release(&diag);
	return status == 0 ? RUN_DONE : RUN_FAILED;
}

static int lay_out(struct run *run, struct work *work)
{
	const struct buf *bytes = &work->source.bytes;
	struct diag_message message = {.severity = MR_ERROR, .file = work->source.shown};
	struct fmt_problem problem;

	if (fmt_bytes(bytes->at, bytes->n, &work->out, &problem) == 0)
		return RUN_DONE;
	if (!problem.text) {
		diag_no_memory(&run->diag);
		return RUN_FAILED;
	}
	message.text = problem.text;
	message.place = problem.place;
	message.hint = "the file is left as it is";
	diag_add(&run->diag, &message);
	return RUN_FAILED;
}

/* ---- where it goes */

static int refuse_write(struct run *run, const struct work *work, const char *why)
{
	diag_say(&run->diag, MR_ERROR, work->source.shown, "cannot write it: %s", why);
	return RUN_FAILED;
}

static int warn_of_disk(struct run *run, const struct work *work, const char *why)
{
	diag_say(&run->diag, MR_ERROR, work->source.shown,
		 "it is laid out, but the disk may not keep it: %s", why);
	return RUN_FAILED;
}

const char *format_change(const char *path, const struct stat *was)
{
	static const char changed[] = "it changed meanwhile";
	struct stat is;

	if (stat(path, &is) != 0)
		return path_is_absence(errno) ? changed : strerror(errno);
	return is.st_dev != was->st_dev || is.st_ino != was->st_ino || is.st_size != was->st_size ||
			       is.st_mtim.tv_sec != was->st_mtim.tv_sec ||
			       is.st_mtim.tv_nsec != was->st_mtim.tv_nsec
		       ? changed
		       : NULL;
}

static int replace(struct run *run, const struct work *work)
{
	const char *change = NULL;
	struct sink sink;
	sigset_t before;
	int status = RUN_DONE;

	signals_hold(&before);
	sink_open_path(&sink, work->source.path);
	sink_write(&sink, work->out.at, work->out.n);
	if (sink_prepare(&sink) == 0)
		change = format_change(work->source.path, &work->before);
	if (change)
		status = refuse_write(run, work, change);
	else if (sink_commit(&sink, false) != 0)
		status = refuse_write(run, work, strerror(sink.error));
	else if (sink_sync_folder(&sink, NULL) != 0)
		status = warn_of_disk(run, work, strerror(sink.error));
	if (status == RUN_DONE)
		sink_settle(&sink);
	else
		sink_abandon(&sink);
	signals_give_back(&before);
	return status;
}

static int put_difference(struct run *run, struct work *work)
{
	struct diag_message message = {.severity = MR_ERROR, .file = work->source.shown};
	struct buf difference = BUF_INIT;
	int status;

	unified_put(&difference, work->source.shown, &work->source.bytes, &work->out);
	status = run_print(run, &difference);
	buf_release(&difference);
	if (status != RUN_DONE)
		return status;
	message.text = "its layout is another than 'meshreport fmt' makes";
	diag_add(&run->diag, &message);
	return RUN_FAILED;
}

static int put(struct run *run, struct work *work)
{
	const struct buf *was = &work->source.bytes;
	bool is_stdin = strcmp(work->source.path, "-") == 0;
	bool is_same = was->n == work->out.n && memcmp(was->at, work->out.at, was->n) == 0;
	struct buf line = BUF_INIT;
	int status;

	if (run->args.only_check)
		return is_same ? RUN_DONE : put_difference(run, work);
	if (is_stdin)
		return run_print(run, &work->out);
	if (is_same)
		return RUN_DONE;
	status = replace(run, work);
	buf_printf(&line, "%s: laid out", work->source.shown);
	if (status == RUN_DONE)
		run_tell(run, buf_text(&line));
	buf_release(&line);
	return status;
}

/* ---- all of them */

/* Only a regular file can be replaced; what is none is refused before it is read, as it may never end. */
static int look(struct run *run, struct work *work, const char *path)
{
	if (strcmp(path, "-") == 0 || run->args.only_check)
		return RUN_DONE;
	if (stat(path, &work->before) != 0) {
		diag_say(&run->diag, MR_ERROR, path, "%s", strerror(errno));
		return RUN_FAILED;
	}
	if (S_ISREG(work->before.st_mode) || S_ISDIR(work->before.st_mode))
		return RUN_DONE;
	diag_say(&run->diag, MR_ERROR, path,
		 "this is no regular file; 'meshreport fmt -' writes to standard output");
	return RUN_FAILED;
}

/* The new bytes, beside those that were read. */
static int make(struct run *run, struct work *work)
{
	struct deadline deadline;
	int status;

	deadline_begin(&deadline, run, work->source.shown, "laying out");
	status = vet(run, &work->source);
	if (status == RUN_DONE)
		status = lay_out(run, work);
	deadline_end(&deadline);
	return status;
}

static int format(struct run *run, const char *path)
{
	struct work work = {.out = BUF_INIT};
	int status = look(run, &work, path);

	if (status != RUN_DONE)
		return status;
	run->args.dataset = path;
	status = source_open(run, &work.source);
	if (status == RUN_DONE && work.source.reader)
		status = refuse_reader(run, &work.source);
	if (status == RUN_DONE)
		status = source_read(run, &work.source);
	if (status == RUN_DONE)
		status = make(run, &work);
	if (status == RUN_DONE)
		status = put(run, &work);
	source_release(&work.source);
	buf_release(&work.out);
	return status;
}

static int check_words(struct run *run, const struct args_list *files)
{
	bool has_stdin = false;

	for (size_t i = 0; i < files->n; i++)
		has_stdin |= strcmp(files->at[i], "-") == 0;
	if (files->n == 0)
		diag_say(&run->diag, MR_ERROR, NULL,
			 "fmt takes the files to lay out, or - for standard input");
	else if (has_stdin && files->n > 1)
		diag_say(&run->diag, MR_ERROR, NULL, "- goes to standard output and stands alone");
	else
		return RUN_DONE;
	return RUN_USAGE;
}

int format_files(struct run *run)
{
	const struct args_list *files = &run->args.datasets;
	int status = check_words(run, files);

	for (size_t i = 0; status != RUN_USAGE && i < files->n && !run->signal; i++) {
		int one = format(run, files->at[i]);

		status = one > status ? one : status;
		run_say(run);
	}
	return status;
}
