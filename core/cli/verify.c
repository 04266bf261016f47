/* SPDX-License-Identifier: MIT */
#include "cli/verify.h"

#include <string.h>

#include "base/digest.h"
#include "base/shell.h"
#include "cli/attest.h"
#include "run/again.h"
#include "run/source.h"

/* ---- the file */

static bool is_same(const struct stamp *one, const struct stamp *other)
{
	return strcmp(one->sha256, other->sha256) == 0 && strcmp(one->since, other->since) == 0 &&
	       strcmp(one->form, other->form) == 0 && strcmp(one->epoch, other->epoch) == 0 &&
	       strcmp(one->program, other->program) == 0 &&
	       strcmp(one->plugin, other->plugin) == 0 && strcmp(one->format, other->format) == 0 &&
	       strcmp(one->command, other->command) == 0;
}

static void add_stamp(struct attest *attest, const struct stamp_found *found)
{
	if (found->state != STAMP_GOOD) {
		if (!attest->has_damaged) {
			attest->damaged_at = found->offset;
			attest->is_newer = found->state == STAMP_NEWER;
		}
		attest->has_damaged = true;
		return;
	}
	for (size_t i = 0; i < attest->n_stamps; i++)
		if (is_same(&attest->stamps[i].is, &found->is))
			return;
	attest->stamps[attest->n_stamps++] = *found;
}

static int find_stamps(struct run *run, const struct buf *bytes, struct attest *attest)
{
	struct stamp_found found;
	size_t at = 0;

	while (attest->n_stamps < ATTEST_STAMPS &&
	       stamp_find(bytes->at, bytes->n, &at, &run->arena, &found))
		add_stamp(attest, &found);
	if (!run->arena.failed)
		return RUN_DONE;
	diag_no_memory(&run->diag);
	return RUN_USAGE;
}

/* ---- the command of a stamp */

static int refuse_command(struct run *run, const struct stamp *stamp)
{
	diag_say(&run->diag, MR_ERROR, run->args.artifact,
		 "the command of its stamp is none that meshreport %s writes: %s",
		 MESHREPORT_VERSION, stamp->command);
	return RUN_USAGE;
}

/* Options that choose what is shown, and none that touches another file. */
static bool is_harmless(const struct args *made, const struct stamp *stamp)
{
	return (made->verb == ARGS_RENDER || made->verb == ARGS_DIFF) && !made->output &&
	       !made->force && made->plugin_dirs.n == 0 && made->formats.n == 1 &&
	       strcmp(made->formats.at[0], stamp->format) == 0 && made->dataset &&
	       strcmp(made->formats.at[0], "all") != 0 && !strchr(made->formats.at[0], ',') &&
	       (made->since != NULL) == (*stamp->since != '\0') &&
	       (made->templates.n > 0) == (*stamp->form != '\0');
}

/* The args that the stamp's command says, with the files of this run; they live in the run's arena. */
static int read_command(struct run *run, const struct stamp *stamp, struct args *out)
{
	const struct args *given = &run->args;
	struct diag unheard;
	char **words;
	size_t n = shell_split(stamp->command, &run->arena, &words);
	int status = -1;

	diag_init(&unheard, DIAG_MAX);
	if (n > 1)
		status = args_parse(out, (int)n, words, &run->arena, &unheard);
	run->arena.failed |= unheard.out_of_memory;
	diag_release(&unheard);
	if (run->arena.failed) {
		diag_no_memory(&run->diag);
		return RUN_USAGE;
	}
	if (status != 0 || !is_harmless(out, stamp))
		return refuse_command(run, stamp);
	out->called = out->dataset;
	out->since_called = out->since;
	out->dataset = given->dataset;
	out->since = given->since;
	out->templates = given->templates;
	out->plugin_dirs = given->plugin_dirs;
	out->limits = given->limits;
	out->timeout = given->timeout;
	out->checks = given->checks;
	out->color = given->color;
	out->sandbox = given->sandbox;
	out->in_process = given->in_process;
	out->quiet = true;
	return RUN_DONE;
}

/* What the stamp names and the command line does not. */
static int check_files(struct run *run, const struct stamp *stamp)
{
	const struct args *args = &run->args;

	if (*stamp->since && !args->since)
		diag_say(&run->diag, MR_ERROR, args->artifact,
			 "it compares with an older edition; --since FILE names it: %s",
			 stamp->command);
	if (*stamp->form && args->templates.n == 0)
		diag_say(&run->diag, MR_ERROR, args->artifact,
			 "it was made with a template of its maker's; -t FILE names it: %s",
			 stamp->command);
	if (!*stamp->since && args->since)
		diag_say(&run->diag, MR_ERROR, args->artifact,
			 "it compares with no older edition; leave --since out");
	return diag_has_errors(&run->diag) ? RUN_USAGE : RUN_DONE;
}

/* ---- making it again */

static bool is_hash(struct attest *attest, struct mr_bytes bytes, const char *hash)
{
	digest_of(bytes.at, bytes.n, attest->found);
	if (strcmp(attest->found, hash) != 0)
		return false;
	attest->found[0] = '\0';
	return true;
}

static uint64_t first_difference(const struct buf *one, const struct buf *other)
{
	size_t n = one->n < other->n ? one->n : other->n, at = 0;

	while (at < n && one->at[at] == other->at[at])
		at++;
	return at;
}

/* Of several artifacts the file may be any: the one that is most like it from its beginning on. */
static void compare(struct attest *attest, const struct job *job, const struct buf *bytes)
{
	attest->verdict = ATTEST_EDITED;
	attest->differs_at = 0;
	attest->was_rendered = true;
	for (uint32_t i = 0; i < job->n_artifacts; i++) {
		const struct buf *made = &job->artifacts[i].sink.memory;
		uint64_t at = first_difference(made, bytes);

		if (at >= attest->differs_at)
			attest->differs_at = at;
		if (at != bytes->n || at != made->n)
			continue;
		attest->verdict = ATTEST_IDENTICAL;
		attest->part = job->artifacts[i].part;
		return;
	}
}

/* What was loaded is what the stamp names, or the verdict says what is another. */
static bool is_made_of(const struct again *again, const struct stamp *stamp, struct attest *attest)
{
	attest->verdict = ATTEST_OTHER_DATASET;
	return is_hash(attest, again->input.set.bytes, stamp->sha256);
}

static int check_edition(const struct again *again, const struct stamp *stamp,
			 struct attest *attest)
{
	const struct job *job = &again->group.jobs[0];

	attest->verdict = ATTEST_OTHER_EDITION;
	if (*stamp->since && !is_hash(attest, again->past.old.set.bytes, stamp->since))
		return -1;
	attest->verdict = ATTEST_OTHER_TEMPLATE;
	if (*stamp->form && !is_hash(attest, job->order.template_bytes, stamp->form))
		return -1;
	return 0;
}

/* Fills the verdict; another exit code than RUN_DONE after errors. */
static int make_and_compare(struct run *run, const struct stamp *stamp, const struct buf *bytes,
			    struct attest *attest)
{
	struct again again = {.has_no_mark = !stamp};
	int status = again_load(run, &again);

	if (status == RUN_DONE && stamp && !is_made_of(&again, stamp, attest)) {
		again_release(&again);
		return RUN_DONE;
	}
	if (status == RUN_DONE)
		status = again_make(run, &again);
	if (status == RUN_DONE && (!stamp || check_edition(&again, stamp, attest) == 0)) {
		compare(attest, &again.group.jobs[0], bytes);
		if (attest->part)
			attest->part = arena_copy(&run->arena, attest->part, strlen(attest->part));
	}
	again_release(&again);
	return status == RUN_DONE ? RUN_DONE : RUN_USAGE;
}

static int verify_by(struct run *run, const struct stamp *stamp, const struct buf *bytes,
		     struct attest *attest)
{
	struct args given = run->args, made;
	const char *epoch = run->home.epoch;
	int status = check_files(run, stamp);

	if (status == RUN_DONE)
		status = read_command(run, stamp, &made);
	if (status != RUN_DONE)
		return status;
	run->args = made;
	run->home.epoch = *stamp->epoch ? stamp->epoch : NULL;
	status = make_and_compare(run, stamp, bytes, attest);
	run->args = given;
	run->home.epoch = epoch;
	attest->by = stamp;
	if (status == RUN_DONE && attest->verdict == ATTEST_EDITED &&
	    strcmp(stamp->program, MESHREPORT_VERSION) != 0)
		attest->verdict = ATTEST_STAMP;
	return status;
}

/* A file of several stamps was made by the one that makes it again, if any does. */
static int verify_stamps(struct run *run, const struct buf *bytes, struct attest *attest)
{
	bool is_once = strcmp(attest->dataset, "-") == 0;
	int status = RUN_DONE;

	for (size_t i = 0; i < attest->n_stamps && status == RUN_DONE; i++) {
		if (i > 0 && is_once)
			break;
		status = verify_by(run, &attest->stamps[i].is, bytes, attest);
		if (attest->verdict == ATTEST_IDENTICAL)
			return status;
	}
	if (status == RUN_DONE && attest->n_stamps > 1) {
		attest->verdict = ATTEST_AMBIGUOUS;
		attest->by = NULL;
	}
	return status;
}

/* ---- without a stamp */

/* Options that say what a stamp says. */
static const char *selecting(const struct args *args)
{
	const struct {
		bool is_given;
		const char *name;
	} all[] = {
		{args->formats.n > 0, "-f"},
		{args->options.n > 0, "-O"},
		{args->products.n > 0, "--products"},
		{args->categories.n > 0, "--categories"},
		{args->features.n > 0, "--features"},
		{args->require.n > 0, "--require"},
		{args->profile != NULL, "--profile"},
		{args->weights.n > 0, "--weight"},
		{args->only_differences, "--only-differences"},
		{args->sort != SORT_DATA, "--sort"},
		{args->ignored != 0, "--ignore"},
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (all[i].is_given)
			return all[i].name;
	return NULL;
}

/* The suffix of the file names its format where no -f does. */
static int verify_unmarked(struct run *run, const struct buf *bytes, struct attest *attest)
{
	struct args given = run->args;
	int status;

	run->args.verb = ARGS_RENDER;
	run->args.output = given.artifact;
	run->args.quiet = true;
	status = make_and_compare(run, NULL, bytes, attest);
	run->args = given;
	if (attest->verdict == ATTEST_EDITED)
		attest->verdict = ATTEST_UNMARKED;
	return status;
}

static int judge(struct run *run, const struct buf *bytes, struct attest *attest)
{
	const char *option = selecting(&run->args);

	attest->verdict = ATTEST_UNMARKED;
	if (attest->n_stamps > 0 && option) {
		diag_say(&run->diag, MR_ERROR, run->args.artifact,
			 "its stamp says what was selected; leave %s out", option);
		return RUN_USAGE;
	}
	if (!attest->dataset) {
		attest->verdict = attest->n_stamps == 1  ? ATTEST_STATED
				  : attest->n_stamps > 1 ? ATTEST_AMBIGUOUS
				  : attest->has_damaged  ? ATTEST_DAMAGED
							 : ATTEST_UNMARKED;
		attest->by = attest->n_stamps == 1 ? &attest->stamps[0].is : NULL;
		return RUN_DONE;
	}
	if (attest->n_stamps > 0)
		return verify_stamps(run, bytes, attest);
	attest->verdict = ATTEST_DAMAGED;
	return attest->has_damaged ? RUN_DONE : verify_unmarked(run, bytes, attest);
}

static int say(struct run *run, const struct attest *attest)
{
	struct buf out = BUF_INIT;
	int status;

	if (run->args.checks.output == CHECKS_JSON)
		attest_put_json(&out, attest);
	else
		attest_put_text(&out, attest);
	status = run_print(run, &out);
	buf_release(&out);
	return status == RUN_DONE ? attest_status(attest) : status;
}

int verify_artifact(struct run *run)
{
	struct attest attest = {.file = run->args.artifact, .dataset = run->args.dataset};
	struct source source = {.path = run->args.artifact, .shown = run->args.artifact};
	int status;

	if (run->args.checks.output > CHECKS_JSON) {
		diag_say(&run->diag, MR_ERROR, NULL, "verify speaks text or json");
		return RUN_USAGE;
	}
	status = source_read(run, &source) == RUN_DONE ? RUN_DONE : RUN_USAGE;
	if (status == RUN_DONE)
		status = find_stamps(run, &source.bytes, &attest);
	if (status == RUN_DONE)
		status = judge(run, &source.bytes, &attest);
	if (status == RUN_DONE)
		status = say(run, &attest);
	source_release(&source);
	return status;
}
