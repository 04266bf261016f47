/* SPDX-License-Identifier: MIT */
#include "run/order.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/digest.h"
#include "base/shell.h"
#include "canon/canon_json.h"
#include "change/change.h"
#include "run/agree.h"
#include "run/asked.h"
#include "run/screen.h"

enum { SECONDS_OF_DAY = 86400 };

/* The day that the user says, else SOURCE_DATE_EPOCH, else the dataset's day. */
static int read_clock(struct run *run, const struct mr_matrix *matrix, int64_t *out)
{
	if (run->args.checks.today.year != 0) {
		*out = date_to_days(run->args.checks.today) * SECONDS_OF_DAY;
		return RUN_DONE;
	}
	*out = matrix->as_of.year != 0 ? date_to_days(matrix->as_of) * SECONDS_OF_DAY : MR_NO_CLOCK;
	return run_epoch(run, out);
}

void order_put_canonical(const void *canon, enum mr_canonical form, const char *mark,
			 struct buf *out)
{
	if (form == MR_CANONICAL_YAML)
		canon_put(out, canon);
	else if ((int)form == CHILD_CANONICAL_TEXTS)
		canon_json_put_with_texts(out, canon, mark);
	else
		canon_json_put(out, canon, mark, form == MR_CANONICAL_JSON_LINES);
}

static void put_beside(const void *target, const char *part, const char *suffix, struct buf *out)
{
	target_beside(target, part, suffix, out);
}

/* ---- the stamp */

static const char *hash_of(struct run *run, struct mr_bytes bytes)
{
	char digits[DIGEST_DIGITS + 1];

	digest_of(bytes.at, bytes.n, digits);
	return arena_copy(&run->arena, digits, DIGEST_DIGITS);
}

/* The words that were said in place of the interface's own. */
static void put_own_words(struct buf *out, const struct args_list *words)
{
	for (uint32_t i = 0; i < words->n; i++) {
		buf_put_text(out, " --word ");
		shell_put_word(out, words->at[i]);
	}
}

/* The older edition as the command names it: without its folders, as the command itself does. */
static void put_older(struct buf *out, const struct run *run, const struct order_of *of)
{
	const struct dataset *old = &of->past->old.set;

	buf_put_text(out, run->args.verb == ARGS_DIFF ? " " : " --since ");
	if (strcmp(old->path, "-") == 0)
		buf_put_byte(out, '-');
	else
		shell_put_file(out, old->name);
	change_put_ignored(out, run->args.ignored);
	if (of->past->old.is_read && !of->input->is_read)
		wishes_put_command(out, &run->args.wishes);
}

static const char *compared_with(struct run *run, const struct order_of *of)
{
	struct buf words = BUF_INIT;

	if (of->past)
		put_older(&words, run, of);
	put_own_words(&words, &run->args.words);
	return buf_keep(&words, &run->arena);
}

/*
 * The moment that the documents are of, as SOURCE_DATE_EPOCH says it, "" for the dataset's own day.  A copy: a
 * child that renders has no environment any more.
 */
static const char *said_moment(struct run *run)
{
	const char *said = run->home.epoch ? run->home.epoch : "";
	char digits[24];

	if (run->args.checks.today.year == 0)
		return arena_copy(&run->arena, said, strlen(said));
	snprintf(digits, sizeof(digits), "%lld",
		 (long long)date_to_days(run->args.checks.today) * SECONDS_OF_DAY);
	return arena_copy(&run->arena, digits, strlen(digits));
}

/* Null without memory. */
static const struct child_stamp *make_stamp(struct run *run, const struct order_of *of)
{
	static const char program[] = "meshreport";
	const struct mr_matrix *matrix = matrix_view(of->input->matrix);
	struct child_stamp *stamp = arena_object(&run->arena, sizeof(*stamp));
	const char *compared = compared_with(run, of);
	const char *since = of->past ? hash_of(run, of->past->old.set.bytes) : "";
	const char *sha256 = hash_of(run, matrix->dataset);
	const char *epoch = said_moment(run);

	if (!stamp || run->arena.failed)
		return NULL;
	*stamp = (struct child_stamp){.sha256 = sha256,
				      .since = since,
				      .epoch = epoch,
				      .verb = run->args.verb == ARGS_DIFF ? " diff" : "",
				      .compared = compared,
				      .selected = matrix->selection.command + strlen(program),
				      .is_for_screen = of->is_screen,
				      .is_hidden = of->has_no_mark};
	return stamp;
}

int order_jobs(struct run *run, struct group *group, const struct order_of *of)
{
	const struct mr_matrix *matrix = matrix_view(of->input->matrix);
	const struct child_stamp *stamp;
	struct asked *askers;
	int64_t clock;

	if (read_clock(run, matrix, &clock) != RUN_DONE)
		return RUN_USAGE;
	stamp = make_stamp(run, of);
	askers = arena_array(&run->arena, group->n + 1, sizeof(*askers));
	if (!stamp || !askers) {
		diag_no_memory(&run->diag);
		return RUN_FAILED;
	}
	for (size_t i = 0; i < group->n; i++) {
		struct child_order *order = &group->jobs[i].order;

		order->matrix = matrix;
		order->stamp = stamp;
		order->canonical = order_put_canonical;
		order->canon = of->canon;
		order->clock = clock;
		order->options = run->args.options.at;
		order->n_options = run->args.options.n;
		order->is_named = agree_is_named(&run->args, order->file);
		askers[i] = (struct asked){.run = run, .order = order};
		order->answer = asked_answer;
		order->answerer = &askers[i];
		order->beside = put_beside;
		order->target = of->target;
		order->columns = of->is_screen ? screen_columns(run) : 0;
		order->wants_escapes = of->is_screen && screen_has_color(run, STDOUT_FILENO);
	}
	return RUN_DONE;
}
