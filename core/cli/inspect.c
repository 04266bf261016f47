/* SPDX-License-Identifier: MIT */
#include "cli/inspect.h"

#include <string.h>

#include "base/date.h"
#include "cli/github.h"
#include "cli/sarif.h"
#include "cli/verdict.h"
#include "lint/lint.h"
#include "lint/rules.h"
#include "run/input.h"
#include "run/source.h"

/* ---- one file */

/* The request without a matrix, which nobody looks at. */
static int check_rows(struct run *run, const struct input *input)
{
	struct select_request request = input_request(run, input);

	return select_check(&input->set, &request, &run->diag) == 0 ? RUN_DONE : RUN_USAGE;
}

/* What is misread shows in its number. */
static void count(const struct dataset *set, struct verdict *out)
{
	out->has_counts = true;
	out->n_products = set->n_products;
	out->n_categories = set->n_categories;
	out->n_features = set->n_features;
	for (size_t i = 0; i < set->cells.n; i++) {
		struct dataset_cell cell = cells_at(&set->cells, i);
		bool is_text = cell.kind == MR_CELL_TEXT || cell.kind == MR_CELL_LIST;

		out->n_texts += is_text;
		out->n_statuses += !is_text;
	}
}

/* The first day of the calendar where there is none so long before. */
static struct mr_date days_before(struct mr_date day, uint32_t n)
{
	const struct mr_date first = {1, 1, 1};
	int64_t days = date_to_days(day) - n;

	return days > date_to_days(first) ? date_from_days(days) : first;
}

/* What the rules need to know beside the data; RUN_USAGE without a day to count from. */
static int prepare(struct run *run, const struct input *input, struct lint *out)
{
	const struct checks *checks = &run->args.checks;
	const struct dataset *set = &input->set;
	struct mr_date day;

	*out = (struct lint){
		.set = set, .file = input->shown, .diag = &run->diag, .today = run->today};
	day = out->today.year != 0 ? out->today : set->as_of;
	if (day.year != 0)
		out->since = days_before(day, checks->stale_days);
	if (day.year != 0 || !checks->is_stale_asked)
		return RUN_DONE;
	diag_say(&run->diag, MR_ERROR, input->shown,
		 "--stale counts back from a day, and neither --today, SOURCE_DATE_EPOCH nor as_of "
		 "says one");
	return RUN_USAGE;
}

static int lint(struct run *run, const struct input *input)
{
	struct lint lint;
	int status = prepare(run, input, &lint);

	if (status == RUN_DONE)
		lint_check(&lint, &run->args.checks.policy);
	return status;
}

/* Findings stay in run.diag, by place; the exit code. */
static int inspect(struct run *run, const char *path, struct verdict *out)
{
	struct input input;
	int status;

	run->args.dataset = path;
	*out = (struct verdict){.path = source_path(run), .shown = dataset_file(source_path(run))};
	status = input_load_lean(run, &input);
	if (status == RUN_DONE) {
		count(&input.set, out);
		status = check_rows(run, &input);
		if (status == RUN_DONE)
			status = lint(run, &input);
	}
	if (status == RUN_DONE && diag_has_errors(&run->diag))
		status = RUN_FAILED;
	input_release(&input);
	if (run->args.quiet)
		diag_drop_notes(&run->diag);
	diag_sort(&run->diag, 0);
	return status;
}

/* ---- what is said */

static void take_diag(struct run *run, struct verdict *verdict)
{
	verdict->diag = run->diag;
	run_listen(run);
}

/*
 * At once, file by file.  The last line counts what the file has, or its mistakes; those of one file alone
 * need no sum.
 */
static void say(struct run *run, struct verdict *verdict, bool is_only)
{
	struct buf line = BUF_INIT;
	bool is_summed = !run->diag.out_of_memory && (!is_only || !diag_has_errors(&run->diag));

	verdict->diag = run->diag;
	verdict_put_line(&line, verdict);
	verdict->diag = (struct diag){0};
	run_say(run);
	if (is_summed || line.failed)
		diag_say_buf(&run->diag, MR_NOTE, verdict->shown, "", &line);
	run_say(run);
	buf_release(&line);
}

static int print(struct run *run, const struct verdict *verdicts, size_t n)
{
	struct buf out = BUF_INIT;
	int status;

	/* a document that leaves findings out would be none */
	for (size_t i = 0; i < n; i++)
		if (verdicts[i].diag.out_of_memory)
			diag_no_memory(&run->diag);
	if (run->diag.out_of_memory)
		return RUN_FAILED;
	switch (run->args.checks.output) {
	case CHECKS_JSON: verdict_put_json(&out, verdicts, n); break;
	case CHECKS_GITHUB: github_put(&out, verdicts, n); break;
	default: sarif_put(&out, verdicts, n); break;
	}
	status = run_print(run, &out);
	buf_release(&out);
	return status;
}

/* ---- all of them */

static int refuse_twice(struct run *run, const struct args_list *files)
{
	size_t n = 0;

	for (uint32_t i = 0; i < files->n; i++)
		n += strcmp(files->at[i], "-") == 0;
	if (n < 2)
		return RUN_DONE;
	diag_say(&run->diag, MR_ERROR, NULL,
		 "standard input can be read once, and stands here %zu times", n);
	return RUN_USAGE;
}

/* The day that the user says, else that of SOURCE_DATE_EPOCH, else none: no clock is read. */
static int set_today(struct run *run)
{
	enum { SECONDS_OF_DAY = 86400 };
	int64_t seconds = -1;
	int status = RUN_DONE;

	run->today = run->args.checks.today;
	if (run->today.year == 0)
		status = run_epoch(run, &seconds);
	if (seconds >= 0)
		run->today = date_from_days(seconds / SECONDS_OF_DAY);
	return status;
}

/* A wrong command line is graver than a wrong file. */
static int graver(int a, int b)
{
	return a > b ? a : b;
}

int inspect_files(struct run *run)
{
	const char *shipped = NULL;
	struct args_list files = run->args.datasets;
	bool is_text = run->args.checks.output == CHECKS_TEXT;
	struct verdict *verdicts;
	int status = graver(refuse_twice(run, &files), set_today(run));
	uint32_t n = 0;

	if (files.n == 0)
		files = (struct args_list){&shipped, 1};
	verdicts = arena_array(&run->arena, files.n, sizeof(*verdicts));
	if (!verdicts)
		diag_no_memory(&run->diag);
	if (!verdicts || status != RUN_DONE)
		return verdicts ? status : RUN_FAILED;
	if (run->args.checks.output == CHECKS_MARKDOWN) {
		diag_say(&run->diag, MR_ERROR, NULL,
			 "what check finds is written as text, json, github or sarif");
		return RUN_USAGE;
	}
	run->is_uncut =
		run->args.checks.output == CHECKS_JSON || run->args.checks.output == CHECKS_SARIF;
	run_listen(run);
	while (n < files.n) {
		status = graver(status, inspect(run, files.at[n], &verdicts[n]));
		if (is_text)
			say(run, &verdicts[n], files.n == 1);
		else
			take_diag(run, &verdicts[n]);
		n++;
	}
	if (!is_text)
		status = graver(status, print(run, verdicts, n));
	for (uint32_t i = 0; i < n; i++)
		verdict_release(&verdicts[i]);
	return status;
}

/* ---- the rules */

int inspect_rules(struct run *run)
{
	static const char *const when[] = {
		[RULES_ALWAYS] = "always", [RULES_CHECK] = "check", [RULES_ASKED] = "-W"};
	struct buf out = BUF_INIT;
	int status;

	for (size_t i = 0; i < rules_count(); i++) {
		const struct rule *rule = rules_at(i);

		buf_printf(&out, "%-18s %-7s %s\n", rule->name, when[rule->when], rule->cause);
		if (run->args.verbose)
			buf_printf(&out, "%-26s -> %s\n", "", rule->remedy);
	}
	status = run_print(run, &out);
	buf_release(&out);
	return status;
}
