/* SPDX-License-Identifier: MIT */
#include "run/reader.h"

#include "base/signals.h"
#include "plugin/options.h"
#include "run/deadline.h"

struct intake {
	struct run *run;
	const struct source *source;
	struct grid_file *grids;
	struct doubts *doubts;
};

/* ---- what arrives */

/* An error about a place of the file. */
static void report(const struct intake *intake, struct diag *diag, struct place place,
		   const char *text)
{
	diag_add(diag, &(struct diag_message){.severity = MR_ERROR,
					      .place = place,
					      .file = intake->source->shown,
					      .place_name = grid_place_name(intake->grids, place),
					      .text = text});
}

/* What the keeper refused: its reason becomes the job's error. */
static int judge(const struct intake *intake, struct job *job, int status)
{
	const struct grid_file *grids = intake->grids;

	if (status == 0)
		return 0;
	if (grids->out_of_memory)
		diag_no_memory(&job->diag);
	else
		report(intake, &job->diag, grids->where, grids->why);
	return -1;
}

static int on_block(void *context, struct job *job, const struct mr_block *block)
{
	struct intake *intake = context;

	return judge(intake, job, grid_block(intake->grids, block));
}

static int on_grid(void *context, struct job *job, const struct mr_grid *grid)
{
	struct intake *intake = context;

	return judge(intake, job, grid_begin(intake->grids, grid));
}

static int on_cell(void *context, struct job *job, const struct mr_grid_cell *cell)
{
	struct intake *intake = context;

	return judge(intake, job, grid_cell(intake->grids, cell));
}

static int on_remark(void *context, struct job *job, const struct found_remark *remark)
{
	struct intake *intake = context;
	struct place place = grid_place(intake->grids, &remark->place);

	if (remark->severity == MR_ERROR)
		report(intake, &job->diag, place, remark->text);
	else if (remark->severity == MR_WARNING)
		doubts_add(intake->doubts, DOUBT_FILE, place, NULL, "%s", remark->text);
	else
		doubts_note(intake->doubts, DOUBT_FILE, place, NULL, "%s", remark->text);
	return 0;
}

/* ---- options of reading */

static void refuse_option(struct run *run, const char *argument, const char *nearest,
			  const char *words)
{
	struct diag_message message = {.severity = MR_ERROR, .suggestion = nearest};
	struct buf text = BUF_INIT;
	char word[DIAG_WORD];

	buf_printf(&text, "-R %s: %s", diag_word(word, argument), words);
	message.text = buf_text(&text);
	diag_add(&run->diag, &message);
	buf_release(&text);
}

static void check_option(struct run *run, const struct job *job, const char *argument)
{
	const struct option_table *table = &job->info.read_table;
	char words[OPTIONS_WORD], why[OPTIONS_WHY];
	struct option_given given;
	struct mr_value value;
	int at;

	if (!options_split(argument, &given)) {
		refuse_option(run, argument, NULL, "a key is missing");
		return;
	}
	if (!options_is_for(&given, job->order.file->name)) {
		diag_write(why, sizeof(why), "this file is read by %s", job->order.file->name);
		refuse_option(run, argument, job->order.file->name, why);
		return;
	}
	at = options_find(table, given.key, given.n_key);
	if (at < 0) {
		diag_write(why, sizeof(why), "%s has no such option of reading",
			   job->order.file->name);
		refuse_option(run, argument, options_nearest(table, given.key, given.n_key), why);
	} else if (options_value(&table->options[at], given.value, words, &value, why) != 0) {
		diag_say(&run->diag, MR_ERROR, job->order.file->name, "option %s", why);
	}
}

/* ---- the run of the reader */

static int agree(struct run *run, const struct job *job)
{
	if (!job->info.can_read) {
		diag_say(&run->diag, MR_ERROR, job->order.file->name,
			 "this format is %s and not read; --list-formats says which are read",
			 job->info.can_write ? "written" : "decoded");
		return RUN_USAGE;
	}
	for (uint32_t i = 0; i < run->args.wishes.options.n; i++)
		check_option(run, job, run->args.wishes.options.at[i]);
	return diag_has_errors(&run->diag) ? RUN_USAGE : RUN_DONE;
}

static int run_job(struct run *run, const struct intake *intake, struct group *group)
{
	struct job *job = &group->jobs[0];
	int status = RUN_DONE;

	group_probe(group);
	/* one that does not read is done at once */
	if (job->state == JOB_READY || job->state == JOB_DONE)
		status = agree(run, job);
	if (status == RUN_DONE)
		group_render(group);
	diag_move(&run->diag, &job->diag, MR_ERROR);
	if (status != RUN_DONE)
		return status;
	/* a signal that who started us holds back does not end the program, but it ends the reader */
	if (job->state == JOB_FAILED || group->signal)
		return RUN_FAILED;
	if (judge(intake, job, grid_end(intake->grids)) != 0) {
		diag_move(&run->diag, &job->diag, MR_ERROR);
		return RUN_FAILED;
	}
	return RUN_DONE;
}

int reader_read(struct run *run, const struct source *source, struct grid_file *grids,
		struct doubts *doubts)
{
	static const struct job_reading taking = {on_block, on_grid, on_cell, on_remark};
	struct intake intake = {run, source, grids, doubts};
	const struct plugin_file *file = source->reader;
	struct child_order *order;
	struct group group;
	struct deadline deadline = {.is_set = false};
	sigset_t before;
	int status;

	if (run_group(run, &file, 1, CHILD_READ, &group) != 0)
		return RUN_FAILED;
	order = &group.jobs[0].order;
	order->source = (struct mr_bytes){source->bytes.at, source->bytes.n};
	order->source_name = source->name;
	order->encoding = run->args.wishes.encoding ? run->args.wishes.encoding : "";
	order->text_max = run->args.limits.scalar;
	order->options = run->args.wishes.options.at;
	order->n_options = run->args.wishes.options.n;
	group.host = (struct job_host){.reading = &taking, .context = &intake};
	signals_hold(&before);
	/* A child has its own, which ends it alone. */
	if (group.is_inline && !file->is_script)
		deadline_begin(&deadline, run, source->shown, "reading its tables");
	status = run_job(run, &intake, &group);
	deadline_end(&deadline);
	group_release(&group);
	signals_give_back(&before); /* one that came meanwhile ends most programs here */
	return status;
}
