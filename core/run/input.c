/* SPDX-License-Identifier: MIT */
#include "run/input.h"

#include <string.h>
#include <unistd.h>

#include "args/verbs.h"
#include "base/mem.h"
#include "base/path.h"
#include "check/dataset_fill.h"
#include "run/deadline.h"
#include "run/defaults.h"
#include "run/findings.h"
#include "run/reader.h"
#include "run/reword.h"
#include "run/source.h"
#include "run/spelling.h"
#include "view/blank.h"
#include "yaml/dataset_load.h"

/* A verb that was misspelt looks like a dataset that is not there. */
static int check_verb(struct run *run)
{
	const char *word = run->args.dataset;
	struct diag_message message = {.severity = MR_ERROR};

	if (!word || strchr(word, '.') || strchr(word, '/') || access(word, F_OK) == 0)
		return RUN_DONE;
	message.suggestion = verbs_nearest(word);
	if (!message.suggestion)
		return RUN_DONE;
	message.file = word;
	message.text = "there is no such dataset and no such command";
	diag_add(&run->diag, &message);
	return RUN_USAGE;
}

/* ---- a file of other people's */

/* What the interpreter needs, by the one pointer that fill() is given. */
struct filling {
	struct input *input;
	struct interpret_options options;
};

static int fill(void *data, struct raw *raw, struct load *load)
{
	const struct filling *filling = data;

	return interpret(raw, load, &filling->input->grids, &filling->options,
			 &filling->input->doubts);
}

static int read_grids(struct run *run, const struct source *source, struct input *input)
{
	struct grid_limits limits;

	grid_limits_init(&limits);
	limits.text = run->args.limits.scalar;
	limits.fields = run->args.limits.cells;
	limits.bytes = run->args.limits.input;
	grid_release(&input->grids);
	grid_init(&input->grids, &limits);
	input->is_read = true;
	return reader_read(run, source, &input->grids, &input->doubts);
}

static int interpret_grids(struct run *run, const struct source *source, struct input *input)
{
	struct filling filling = {input,
				  wishes_interpret(&run->args.wishes, source->name, &run->arena)};
	struct deadline deadline;
	int status;

	if (run->arena.failed) {
		diag_no_memory(&run->diag);
		return RUN_FAILED;
	}
	deadline_begin(&deadline, run, source->shown, "interpreting the tables");
	status = dataset_fill(&input->set, source->bytes.at, source->bytes.n, source->path,
			      &run->args.limits, &run->diag, fill, &filling) == 0
			 ? RUN_DONE
			 : RUN_FAILED;
	/* who imports and who checks wants to know of the words; a document is made without */
	if (status == RUN_DONE && !run->args.quiet &&
	    (run->args.verb == ARGS_IMPORT || run->args.verb == ARGS_CHECK)) {
		spelling_note(&input->set, &input->doubts);
		doubts_sort(&input->doubts);
	}
	deadline_end(&deadline);
	if (run->args.verb != ARGS_CHECK)
		return findings_say(run, input, status);
	findings_take(run, input);
	return status;
}

/* ---- loading */

/* What says how a table is to be read is said of a file that has none. */
static int refuse_wishes(struct run *run, const struct input *input)
{
	struct wishes wishes = run->args.wishes;
	struct buf words = BUF_INIT;

	wishes.from = NULL; /* --from yaml is right */
	wishes_put_command(&words, &wishes);
	if (words.failed)
		diag_no_memory(&run->diag);
	else if (words.n > 0)
		diag_say(&run->diag, MR_ERROR, input->shown,
			 "this is a dataset in YAML, which has no table to interpret:%s changes "
			 "nothing; leave it out",
			 buf_text(&words));
	buf_release(&words);
	return diag_has_errors(&run->diag) ? RUN_USAGE : RUN_DONE;
}

/* A dataset by its suffix is read by the core from the start, so that its bytes are held once. */
static int load_yaml(struct run *run, const struct source *source, struct input *input,
		     bool is_lean)
{
	const struct limits *limits = &run->args.limits;
	struct deadline deadline;
	int status;

	deadline_begin(&deadline, run, source->shown, "loading the dataset");
	if (source->has_bytes)
		status = dataset_load_bytes(&input->set, source->bytes.at, source->bytes.n,
					    source->path, limits, &run->diag);
	else if (is_lean)
		status = dataset_load_lean(&input->set, source->path, limits, &run->diag);
	else
		status = dataset_load(&input->set, source->path, limits, &run->diag);
	deadline_end(&deadline);
	return status == 0 ? RUN_DONE : RUN_FAILED;
}

/* The name that the file had when a document was made of it, in place of the one that it has now. */
static int rename_dataset(struct run *run, struct dataset *set)
{
	const char *called = run->args.called;
	bool is_stdin = strcmp(called, "-") == 0;
	const char *name = is_stdin ? DATASET_STDIN : path_name(called);

	set->name = arena_copy(&set->arena, name, strlen(name));
	set->path = is_stdin ? "-" : set->name;
	if (set->name)
		return RUN_DONE;
	diag_no_memory(&run->diag);
	return RUN_FAILED;
}

static int load(struct run *run, struct input *input, bool is_lean)
{
	struct source source;
	int status = check_verb(run);

	*input = (struct input){.set = DATASET_INIT, .shown = dataset_file(source_path(run))};
	if (run->is_uncut)
		input->doubts.max = SIZE_MAX;
	if (status != RUN_DONE)
		return status;
	status = source_open(run, &source);
	if (status == RUN_DONE && !source.reader) {
		/* They may be for the other edition. */
		status = run->args.since ? RUN_DONE : refuse_wishes(run, input);
		if (status == RUN_DONE)
			status = load_yaml(run, &source, input, is_lean);
	} else if (status == RUN_DONE) {
		status = read_grids(run, &source, input);
		if (status == RUN_DONE)
			status = interpret_grids(run, &source, input);
	}
	source_release(&source);
	if (status == RUN_DONE && run->args.called)
		status = rename_dataset(run, &input->set);
	return status;
}

/* What -W made an error of is none to the loader; whoever shows the data shows nothing then. */
int input_load(struct run *run, struct input *input)
{
	int status = load(run, input, false);

	return status == RUN_DONE && diag_has_errors(&run->diag) ? RUN_FAILED : status;
}

int input_load_lean(struct run *run, struct input *input)
{
	mem_stay_small();
	return load(run, input, true);
}

int input_load_old(struct run *run, struct input *input)
{
	const char *dataset = run->args.dataset, *from = run->args.wishes.from;
	const char *called = run->args.called;
	int status;

	run->args.dataset = run->args.since;
	run->args.called = run->args.since_called;
	if (strcmp(run->args.since_called ? run->args.since_called : run->args.since, "-") != 0)
		run->args.wishes.from = NULL;
	status = load(run, input, false); /* the stamp names its bytes */
	run->args.dataset = dataset;
	run->args.called = called;
	run->args.wishes.from = from;
	return status == RUN_DONE && diag_has_errors(&run->diag) ? RUN_FAILED : status;
}

int input_read(struct run *run, struct input *input)
{
	struct source source;
	int status = source_open(run, &source);

	*input = (struct input){.set = DATASET_INIT, .shown = dataset_file(source_path(run))};
	if (status == RUN_DONE && !source.reader) {
		diag_say(&run->diag, MR_ERROR, input->shown,
			 "this is a dataset in YAML, which has no tables to choose from");
		status = RUN_FAILED;
	}
	if (status == RUN_DONE)
		status = read_grids(run, &source, input);
	source_release(&source);
	return status;
}

void input_release(struct input *input)
{
	ranking_free(input->ranking);
	matrix_free(input->matrix);
	dataset_release(&input->set);
	grid_release(&input->grids);
	doubts_release(&input->doubts);
}

/* ---- selecting */

static struct select_list as_list(const struct args_list *list)
{
	return (struct select_list){list->at, list->n};
}

static struct ranking_wish wish_of(const struct args *args)
{
	return (struct ranking_wish){args->profile, as_list(&args->weights),
				     as_list(&args->require)};
}

/* What `words` hold, kept for the run, whose arena has failed where they are not; they are released. */
static const char *keep(struct run *run, struct buf *words)
{
	const char *kept = buf_keep(words, &run->arena);

	return kept ? kept : "";
}

/* In a ranking requirements leave no product out: it says who does not meet them. */
struct select_request input_request(struct run *run, const struct input *input)
{
	const struct args *args = &run->args;
	const struct ranking_wish wish = wish_of(args);
	struct buf reading = BUF_INIT, ranking = BUF_INIT;
	struct select_list require = {0};

	if (input->is_read)
		wishes_put_command(&reading, &args->wishes);
	if (ranking_is_wanted(&wish))
		ranking_put_command(&ranking, &wish);
	else
		require = wish.require;
	return (struct select_request){
		.products = as_list(&args->products),
		.categories = as_list(&args->categories),
		.features = as_list(&args->features),
		.require = require,
		.only_differences = args->only_differences,
		.sort = args->sort,
		.blank = args->limits.blank,
		.reading = keep(run, &reading),
		.ranking = keep(run, &ranking),
	};
}

/* What cannot be selected is a mistake on the command line. */
int input_select(struct run *run, struct input *input)
{
	struct select_request request = input_request(run, input);

	const struct ranking_wish wish = wish_of(&run->args);
	struct deadline deadline;
	enum blank blank;

	deadline_begin(&deadline, run, input->shown, "selecting");
	blank = blank_judge(&input->set, &request, &run->diag);
	if (blank == BLANK_FITS)
		input->matrix = matrix_new(&input->set, &request, &run->diag);
	deadline_end(&deadline);
	if (blank == BLANK_TOO_MANY)
		return RUN_FAILED;
	if (!input->matrix)
		defaults_explain(run);
	if (!input->matrix || reword_matrix(run, input->matrix) != RUN_DONE)
		return RUN_USAGE;
	if (!ranking_is_wanted(&wish))
		return RUN_DONE;
	input->ranking = ranking_new(input->matrix, &wish, &run->diag);
	return input->ranking ? RUN_DONE : RUN_USAGE;
}

/* ---- comments */

static const char *comment_of(struct run *run, const struct input *input, const struct doubt *doubt)
{
	struct buf words = BUF_INIT;

	grid_put_place(&words, &input->grids, doubt->place);
	buf_printf(&words, "%s%s", words.n > 0 ? ": " : "", doubt->words);
	if (*doubt->option)
		buf_printf(&words, "; %s changes it", doubt->option);
	return keep(run, &words);
}

struct canon input_canon(struct run *run, const struct input *input)
{
	struct canon canon = {.matrix = input->matrix};
	struct canon_comment *comments = NULL;

	if (input->doubts.at.n > 0)
		comments = arena_array(&run->arena, input->doubts.at.n, sizeof(*comments));
	for (size_t i = 0; comments && i < input->doubts.at.n; i++) {
		const struct doubt *doubt = VEC_AT(struct doubt, input->doubts.at, i);

		if (!doubt->is_note)
			comments[canon.n_comments++] =
				(struct canon_comment){doubt->place, comment_of(run, input, doubt)};
	}
	canon.comments = comments;
	return canon;
}
