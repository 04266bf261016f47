/* SPDX-License-Identifier: MIT */
#include "cli/trial.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/path.h"
#include "cli/trial_render.h"
#include "run/choose.h"
#include "run/report.h"
#include "yaml/dataset_load.h"

enum { HUGE_FEATURES = 3000, HUGE_PRODUCTS = 8, SAID_MAX = 200 };

/* One plugin under trial. */
struct trial {
	struct run *run;
	const struct plugin_file *file;
	const struct message_hello *info;
	struct buf out; /* its lines */
	size_t n, n_failed;
	int64_t most_ms;
};

/* ---- what is said */

static void say(struct trial *trial, bool is_good, const char *what, const char *why)
{
	const char *verdict = is_good ? "ok" : "not ok";

	trial->n++;
	trial->n_failed += !is_good;
	if (trial->run->args.wants_tap)
		buf_printf(&trial->out, "%s %zu - %s: %s\n", verdict, trial->n, trial->file->name,
			   what);
	else
		buf_printf(&trial->out, "%-6s  %s\n", is_good ? "ok" : "FAILED", what);
	if (is_good || !*why)
		return;
	buf_put_text(&trial->out, trial->run->args.wants_tap ? "# " : "        ");
	diag_neutralise(&trial->out, why, strlen(why));
	buf_put_byte(&trial->out, '\n');
}

/* What was not tried, and why not. */
static void skip(struct trial *trial, const char *what, const char *why)
{
	if (trial->run->args.wants_tap)
		buf_printf(&trial->out, "ok %zu - %s: %s # SKIP %s\n", ++trial->n,
			   trial->file->name, what, why);
	else
		buf_printf(&trial->out, "-       %s: not tried, %s\n", what, why);
}

/* Null where a run went as it should, else what was wrong with it. */
static const char *fault_of(struct trial *trial, struct trial_outcome *outcome)
{
	if (outcome->ms > trial->most_ms)
		trial->most_ms = outcome->ms;
	if (outcome->noise.n > 0)
		return "it prints to standard output or error";
	if (outcome->errors.n > 0)
		return buf_text(&outcome->errors);
	if (!outcome->is_done)
		return "it did not end well";
	return outcome->n_bytes == 0 ? "it wrote nothing" : NULL;
}

/* ---- datasets */

/* The dataset's template, its name in `templates/plugin`, or the bytes
 * themselves. */
static int load(struct trial *trial, const char *name, const struct buf *bytes, struct input *input)
{
	struct run *run = trial->run;
	struct limits limits;
	struct mr_bytes text = {NULL, 0};
	const char *folder = path_join(&run->arena, run->home.templates, "plugin");
	const char *path = folder ? path_join(&run->arena, folder, name) : NULL;

	*input = (struct input){.shown = name};
	limits_init(&limits);
	if (bytes)
		text = (struct mr_bytes){bytes->at, bytes->n};
	else if (!path || file_read(path, &run->arena, &text) != 0)
		return -1;
	if (dataset_load_bytes(&input->set, text.at, text.n, name, &limits, &run->diag) != 0)
		return -1;
	return input_select(run, input) == RUN_DONE ? 0 : -1;
}

static void put_huge(struct buf *out)
{
	buf_put_text(out, "meshreport: 1\ntitle: Huge\nproducts:\n");
	for (int col = 0; col < HUGE_PRODUCTS; col++)
		buf_printf(out, "  - {id: p%d, name: Product %d}\n", col, col);
	buf_put_text(out, "categories:\n  - id: all\n    name: All\n    features:\n");
	for (int row = 0; row < HUGE_FEATURES; row++) {
		buf_printf(out, "      - {id: f%d, name: Feature %d, values: {", row, row);
		for (int col = 0; col < HUGE_PRODUCTS; col++)
			buf_printf(out, "%sp%d: %s", col > 0 ? ", " : "", col,
				   (row + col) % 3 == 0   ? "yes"
				   : (row + col) % 3 == 1 ? "no"
							  : "partial");
		buf_put_text(out, "}}\n");
	}
}

/* ---- trials of what it writes */

static void render(struct trial *trial, const struct input *input, const char *option, size_t room,
		   struct trial_outcome *out)
{
	const struct trial_order order = {trial->file, input, option, room};

	if (trial_render(trial->run, &order, out) != RUN_DONE && out->errors.n == 0)
		buf_put_text(&out->errors, "the trial could not be run");
}

static bool is_same(const struct buf *one, const struct buf *other)
{
	return one->n == other->n && (one->n == 0 || memcmp(one->at, other->at, one->n) == 0);
}

/* Renders it, twice: the same job gives the same bytes. */
static void try_dataset(struct trial *trial, const char *name, const struct buf *bytes,
			const char *what)
{
	struct trial_outcome first = {.is_done = false}, second = {.is_done = false};
	struct input input;
	const char *fault = NULL;

	if (load(trial, name, bytes, &input) != 0) {
		say(trial, false, what, "the dataset of the trial cannot be loaded");
		input_release(&input);
		return;
	}
	render(trial, &input, NULL, 0, &first);
	fault = fault_of(trial, &first);
	/* A chart of what has no status, say: a plugin may refuse what it cannot
   * show, in its own words. */
	if (fault && first.errors.n > 0 && !first.is_broken &&
	    !(trial->info->capabilities & MR_CAN_DOCUMENT)) {
		skip(trial, what, fault);
	} else {
		if (!fault) {
			render(trial, &input, NULL, 0, &second);
			fault = fault_of(trial, &second);
		}
		if (!fault && !is_same(&first.bytes, &second.bytes))
			fault = "the same job gave other bytes the second time";
		if (!fault && !first.has_mark &&
		    !(trial->info->capabilities & (MR_CANNOT_MARK | MR_CAN_SCREEN)))
			fault = "job->generator is in none of it, and it does not say MR_CANNOT_MARK";
		say(trial, !fault, what, fault ? fault : "");
	}
	trial_render_release(&first);
	trial_render_release(&second);
	input_release(&input);
}

static bool has_word(const struct buf *bytes, const char *word, size_t n)
{
	for (size_t at = 0; at + n <= bytes->n; at++)
		if (memcmp(bytes->at + at, word, n) == 0)
			return true;
	return false;
}

/* Every word of trial-words.yaml that begins with a capital X is one that a
 * reader must find. */
static const char *find_lost(struct trial *trial, const struct input *input, struct buf *bytes,
			     struct buf *why)
{
	const char *at = input->set.bytes.at, *end = at + input->set.bytes.n;

	(void)trial;
	for (; at < end; at++) {
		size_t n = 0;

		if (*at != 'X')
			continue;
		while (at + n < end && ((at[n] | 32) >= 'a' && (at[n] | 32) <= 'z'))
			n++;
		if (n > 3 && !has_word(bytes, at, n)) {
			buf_printf(why, "'%.*s' of the dataset is not in it", (int)n, at);
			return buf_text(why);
		}
		at += n;
	}
	return NULL;
}

static void try_words(struct trial *trial)
{
	static const char what[] = "nothing of the data is lost";
	struct trial_outcome outcome = {.is_done = false};
	struct buf why = BUF_INIT;
	struct input input;
	const char *fault;

	if (!(trial->info->capabilities & MR_CAN_DOCUMENT)) {
		skip(trial, what, "it does not say that it is a document");
		return;
	}
	if (trial->info->capabilities & MR_CAN_BINARY) {
		skip(trial, what, "its files cannot be looked into");
		return;
	}
	if (load(trial, "trial-words.yaml", NULL, &input) != 0) {
		say(trial, false, what, "the dataset of the trial cannot be loaded");
		input_release(&input);
		return;
	}
	render(trial, &input, NULL, 0, &outcome);
	fault = fault_of(trial, &outcome);
	if (!fault)
		fault = find_lost(trial, &input, &outcome.bytes, &why);
	say(trial, !fault, what, fault ? fault : "");
	buf_release(&why);
	trial_render_release(&outcome);
	input_release(&input);
}

/* A disk that is full after so many bytes: the host ends it, and nothing of it
 * is seen. */
static void try_full_disk(struct trial *trial)
{
	static const char what[] = "a full disk, at any byte, is an error of the host's alone";
	struct trial_outcome whole = {.is_done = false}, cut;
	struct input input;
	const char *fault = NULL;
	char said[SAID_MAX] = "";

	if (load(trial, "example.yaml", NULL, &input) != 0) {
		say(trial, false, what, "the dataset of the trial cannot be loaded");
		input_release(&input);
		return;
	}
	render(trial, &input, NULL, 0, &whole);
	fault = fault_of(trial, &whole);
	for (uint64_t part = 0; !fault && part < 8; part++) {
		size_t room = (size_t)(1 + (whole.n_bytes - 1) * part / 8);

		if (room >= whole.n_bytes)
			break;
		render(trial, &input, NULL, room, &cut);
		if (whole.n_artifacts == 1 &&
		    (cut.is_done || strncmp(buf_text(&cut.errors), "cannot write", 12) != 0)) {
			diag_write(said, sizeof(said), "with room for %zu bytes: %s", room,
				   cut.is_done ? "it ended well" : buf_text(&cut.errors));
			fault = said;
		}
		trial_render_release(&cut);
	}
	say(trial, !fault, what, fault ? fault : "");
	trial_render_release(&whole);
	input_release(&input);
}

/* ---- its options */

/* Renders with one value; what the plugin refuses in its own words is no fault.
 */
static void try_value(struct trial *trial, const struct input *input, const char *argument)
{
	struct trial_outcome outcome;
	struct buf what = BUF_INIT;
	const char *fault;

	render(trial, input, argument, 0, &outcome);
	fault = fault_of(trial, &outcome);
	if (fault && outcome.errors.n > 0 && !outcome.is_broken)
		fault = NULL;
	buf_printf(&what, "-O %s", argument);
	if (fault)
		say(trial, false, buf_text(&what), fault);
	buf_release(&what);
	trial_render_release(&outcome);
}

static void try_number(struct trial *trial, const struct input *input,
		       const struct mr_option *option, double number)
{
	struct buf argument = BUF_INIT;

	/* bounds are whole numbers, nearly always; another is rounded into its range
   * by the middle */
	buf_printf(&argument, "%s=%lld", option->name, (long long)number);
	if (number >= option->min && number <= option->max &&
	    (double)(long long)number >= option->min)
		try_value(trial, input, buf_text(&argument));
	buf_release(&argument);
}

static void try_option(struct trial *trial, const struct input *input,
		       const struct mr_option *option)
{
	const char *choices = option->type == MR_OPTION_FLAG ? "yes|no" : option->choices;

	for (const char *at = choices; at && *at;) {
		struct buf argument = BUF_INIT;
		size_t n = strcspn(at, "|");

		buf_printf(&argument, "%s=%.*s", option->name, (int)n, at);
		try_value(trial, input, buf_text(&argument));
		buf_release(&argument);
		at += n + (at[n] == '|');
	}
	if ((option->type == MR_OPTION_INTEGER || option->type == MR_OPTION_NUMBER) &&
	    option->max > option->min) {
		try_number(trial, input, option, option->min);
		try_number(trial, input, option, option->max > 1e6 ? 1e6 : option->max);
	}
}

static void try_options(struct trial *trial)
{
	const struct option_table *table = &trial->info->table;
	size_t n_failed = trial->n_failed;
	struct input input;

	if (table->n == 0) {
		skip(trial, "every value of its options", "it has none");
		return;
	}
	if (load(trial, "example.yaml", NULL, &input) == 0) {
		for (uint32_t i = 0; i < table->n; i++)
			try_option(trial, &input, &table->options[i]);
		say(trial, trial->n_failed == n_failed,
		    "every value of its options is rendered or refused in its own words", "");
	}
	input_release(&input);
}

static void try_writing(struct trial *trial)
{
	static const struct {
		const char *name, *what;
	} sets[] = {{"trial-one.yaml", "a dataset of one cell, twice the same bytes"},
		    {"trial-statuses.yaml",
		     "every status, kind of cell, note, link and date, twice the same bytes"},
		    {"trial-scripts.yaml", "every script, twice the same bytes"},
		    {"trial-hostile.yaml", "hostile words, twice the same bytes"}};
	struct buf huge = BUF_INIT;

	for (size_t i = 0; i < sizeof(sets) / sizeof(*sets); i++)
		try_dataset(trial, sets[i].name, NULL, sets[i].what);
	put_huge(&huge);
	try_dataset(trial, "trial-huge.yaml", &huge, "a huge dataset, twice the same bytes");
	buf_release(&huge);
	try_words(trial);
	try_options(trial);
	try_full_disk(trial);
}

/* ---- trials of what it reads */

static void try_source(struct trial *trial, const char *bytes, size_t n, const char *what)
{
	struct trial_outcome outcome;
	const char *fault = NULL;

	if (trial_render_read(trial->run, trial->file, bytes, n, &outcome) != RUN_DONE)
		fault = "the trial could not be run";
	else if (outcome.noise.n > 0)
		fault = "it prints to standard output or error";
	else if (outcome.is_broken)
		fault = buf_text(&outcome.errors);
	say(trial, !fault, what, fault ? fault : "");
	trial_render_release(&outcome);
}

static void try_reading(struct trial *trial)
{
	enum { LONG = 200000 };
	struct buf line = BUF_INIT, noise = BUF_INIT;
	uint32_t seed = 12345;

	for (int i = 0; i < LONG; i++) {
		buf_put_byte(&line, ",;|<a\"[{"[i % 8]);
		seed = seed * 1664525 + 1013904223; /* any numbers, the same each time */
		buf_put_byte(&noise, (char)(seed >> 24));
	}
	try_source(trial, "", 0, "an empty file is read or refused in its own words");
	try_source(trial, "\0\0\0", 3, "a file of zeros is read or refused in its own words");
	try_source(trial, "a\n\n\r\n\xC2\xA0", 7, "a file of hardly anything likewise");
	try_source(trial, buf_text(&line), line.n, "a line of 200,000 bytes likewise");
	try_source(trial, buf_text(&noise), noise.n, "200,000 bytes of noise likewise");
	buf_release(&line);
	buf_release(&noise);
}

/* ---- what it says of itself */

static void try_about(struct trial *trial)
{
	const struct message_hello *info = trial->info;

	say(trial, true, "it loads, its words and option table are sound, every default is read",
	    "");
	if (!*info->license)
		skip(trial, "a licence", "it names none (.license)");
	if (info->can_write && !*info->examples && info->table.n > 0)
		skip(trial, "examples for --help", "it has none (.examples)");
}

static void say_cost(struct trial *trial)
{
	struct rusage used;
	bool is_known = getrusage(RUSAGE_CHILDREN, &used) == 0;

	buf_printf(&trial->out, "%s%s: longest run %lld ms, most memory %ld MiB\n",
		   trial->run->args.wants_tap ? "# " : "", trial->file->name,
		   (long long)trial->most_ms, is_known ? used.ru_maxrss / 1024 : 0L);
}

static int try_format(struct run *run, const struct plugin_file *file, struct buf *out, size_t *n,
		      size_t *n_failed)
{
	struct trial trial = {.run = run, .file = file, .n = *n};
	struct group about;
	const struct job *job;

	if (run_group(run, &file, 1, CHILD_DESCRIBE, &about) != 0)
		return RUN_FAILED;
	group_probe(&about);
	job = &about.jobs[0];
	trial.info = &job->info;
	if (job->has_info && job->state == JOB_DONE) {
		try_about(&trial);
		if (job->info.can_write)
			try_writing(&trial);
		if (job->info.can_read)
			try_reading(&trial);
		say_cost(&trial);
	} else {
		say(&trial, false, "it loads",
		    job->diag.n > 0 ? job->diag.messages[job->diag.n - 1].text : "");
	}
	group_release(&about);
	buf_put(out, buf_text(&trial.out), trial.out.n);
	out->failed |= trial.out.failed;
	buf_release(&trial.out);
	*n = trial.n;
	*n_failed += trial.n_failed;
	return run->signal ? RUN_FAILED : RUN_DONE;
}

/* ---- the file */

static bool is_file(const struct plugin_file *file, const struct stat *is)
{
	struct stat other;

	return stat(file->path, &other) == 0 && other.st_dev == is->st_dev &&
	       other.st_ino == is->st_ino;
}

/* Its folder is searched first, as with --plugin-dir, so that it is found as it
 * would be there. */
static int find(struct run *run, struct stat *is)
{
	const char *path = run->args.dataset;
	size_t n = path_folder(path);
	const char **folder = arena_array(&run->arena, 1, sizeof(*folder));

	if (!folder ||
	    !(*folder = n > 0 ? arena_copy(&run->arena, path, n > 1 ? n - 1 : n) : ".")) {
		diag_no_memory(&run->diag);
		return RUN_FAILED;
	}
	if (stat(path, is) != 0) {
		diag_say(&run->diag, MR_ERROR, path, "cannot read it: %s", strerror(errno));
		return RUN_USAGE;
	}
	run->args.plugin_dirs = (struct args_list){folder, 1};
	return choose_scan(run);
}

int trial_plugin(struct run *run)
{
	size_t n = 0, n_failed = 0, n_formats = 0;
	struct buf out = BUF_INIT;
	struct stat is;
	int status = find(run, &is);

	for (size_t i = 0; status == RUN_DONE && i < run->found.n; i++) {
		if (!is_file(&run->found.files[i], &is))
			continue;
		n_formats++;
		status = try_format(run, &run->found.files[i], &out, &n, &n_failed);
	}
	if (status == RUN_DONE && n_formats == 0) {
		diag_say(&run->diag, MR_ERROR, run->args.dataset,
			 "it is no plugin by its name: NAME.so, NAME of lower case "
			 "letters, digits and '-'");
		status = RUN_USAGE;
	}
	if (run->args.wants_tap)
		buf_printf(&out, "1..%zu\n", n);
	if (status == RUN_DONE)
		status = run_print(run, &out);
	buf_release(&out);
	return status == RUN_DONE && n_failed > 0 ? RUN_FAILED : status;
}
