/* SPDX-License-Identifier: MIT */
#include "cli/numbers.h"

#include <time.h>

#include "base/date.h"
#include "run/input.h"
#include "stats/stats_json.h"
#include "stats/stats_markdown.h"
#include "stats/stats_text.h"

enum { SECONDS_OF_DAY = 86400 };

/*
 * The day that the user says, else that of SOURCE_DATE_EPOCH, else the one it is: what is asked for is how old things
 * are now, and nothing of it goes into a document.
 */
static int find_today(struct run *run, struct mr_date *out)
{
	int64_t seconds = (int64_t)time(NULL);
	int status = RUN_DONE;

	*out = run->args.checks.today;
	if (out->year == 0)
		status = run_epoch(run, &seconds);
	if (out->year == 0 && status == RUN_DONE)
		*out = date_from_days(seconds / SECONDS_OF_DAY);
	return status;
}

static int print(struct run *run, const struct input *input, struct mr_date today)
{
	struct buf out = BUF_INIT;
	struct stats stats;
	int status;

	if (stats_collect(matrix_view(input->matrix), today, &run->arena, &stats) != 0) {
		diag_no_memory(&run->diag);
		return RUN_FAILED;
	}
	switch (run->args.checks.output) {
	case CHECKS_JSON: stats_json_put(&out, &stats); break;
	case CHECKS_MARKDOWN: stats_markdown_put(&out, &stats); break;
	default: stats_text_put(&out, &stats);
	}
	status = run_print(run, &out);
	buf_release(&out);
	return status;
}

int numbers_show(struct run *run)
{
	struct mr_date today;
	struct input input;
	int status = find_today(run, &today);

	if (run->args.checks.output == CHECKS_GITHUB || run->args.checks.output == CHECKS_SARIF) {
		diag_say(&run->diag, MR_ERROR, NULL, "stats is written as text, json or markdown");
		return RUN_USAGE;
	}
	if (status != RUN_DONE)
		return status;
	status = input_load(run, &input);
	if (status == RUN_DONE)
		status = input_select(run, &input);
	if (status == RUN_DONE) {
		run_say(run);
		status = print(run, &input, today);
	}
	input_release(&input);
	return status;
}
