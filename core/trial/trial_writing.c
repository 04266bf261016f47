/* SPDX-License-Identifier: MIT */
#include "trial/trial_writing.h"

#include <string.h>

#include "confine/bounds.h"
#include "trial/trial_data.h"
#include "trial/trial_options.h"

enum { SAID_MAX = 200 };

/* Bytes of memory that a plugin under trial gets, half as many more each time. */
enum { LEAST_MEMORY = 64 * 1024, MOST_MEMORY = 1 << 30 };
/* For an interpreter that turns in circles then: Python asks for ever for memory with which to say that it has none. */
enum { INTERPRETER_MS = 10 * 1000 };

static void render(struct trial *trial, const struct input *input, size_t room,
		   struct trial_outcome *out)
{
	const struct trial_order order = {.file = trial->file, .input = input, .room = room};

	trial_render(trial->run, &order, out);
}

/* What was rendered well has the name of its part, if nothing else. */
static bool is_same(const struct buf *one, const struct buf *other)
{
	return one->n == other->n && memcmp(one->at, other->at, one->n) == 0;
}

/* Renders it, twice: the same job gives the same bytes. */
static void try_dataset(struct trial *trial, const char *name, const struct buf *bytes,
			const char *what)
{
	struct trial_outcome first = {.is_done = false}, second = {.is_done = false};
	struct input input;
	const char *fault = NULL;

	if (trial_data_load(trial->run, name, bytes, &input) != 0) {
		trial_tell(trial, false, what, "the dataset of the trial cannot be loaded");
		input_release(&input);
		return;
	}
	render(trial, &input, 0, &first);
	fault = trial_tell_fault(trial, &first);
	/* A chart of what has no status, say: a plugin may refuse what it cannot show, in its own words. */
	if (fault && first.errors.n > 0 && !first.is_broken &&
	    !(trial->info->capabilities & MR_CAN_DOCUMENT)) {
		trial_tell_skip(trial, what, fault);
	} else {
		if (!fault) {
			render(trial, &input, 0, &second);
			fault = trial_tell_fault(trial, &second);
		}
		if (!fault && !is_same(&first.bytes, &second.bytes))
			fault = "the same job gave other bytes the second time";
		if (!fault && !first.has_mark &&
		    !(trial->info->capabilities & (MR_CANNOT_MARK | MR_CAN_SCREEN)))
			fault = "job->generator is in none of it, and it does not say MR_CANNOT_MARK";
		if (!fault && !first.is_text && !(trial->info->capabilities & MR_CAN_BINARY))
			fault = "it is no text (UTF-8 without a NUL), and it does not say MR_CAN_BINARY";
		trial_tell(trial, !fault, what, fault ? fault : "");
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

/* Every word of trial-words.yaml that begins with a capital X is one that a reader must find. */
static const char *find_lost(const struct input *input, const struct buf *bytes, struct buf *why)
{
	const char *at = input->set.bytes.at, *end = at + input->set.bytes.n;

	for (; at < end; at++) {
		size_t n = 0;

		if (*at != 'X')
			continue;
		while (at + n < end && ((at[n] | 32) >= 'a' && (at[n] | 32) <= 'z'))
			n++;
		if (!has_word(bytes, at, n)) {
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
		trial_tell_skip(trial, what, "it does not say that it is a document");
		return;
	}
	if (trial->info->capabilities & MR_CAN_BINARY) {
		trial_tell_skip(trial, what, "its files cannot be looked into");
		return;
	}
	if (trial_data_load(trial->run, "trial-words.yaml", NULL, &input) != 0) {
		trial_tell(trial, false, what, "the dataset of the trial cannot be loaded");
		input_release(&input);
		return;
	}
	render(trial, &input, 0, &outcome);
	fault = trial_tell_fault(trial, &outcome);
	if (!fault)
		fault = find_lost(&input, &outcome.bytes, &why);
	trial_tell(trial, !fault, what, fault ? fault : "");
	buf_release(&why);
	trial_render_release(&outcome);
	input_release(&input);
}

/* A disk that is full after so many bytes: the host ends it, and nothing of it is seen. */
static void try_full_disk(struct trial *trial)
{
	static const char what[] = "a full disk, at any byte, is an error of the host's alone";
	struct trial_outcome whole = {.is_done = false}, cut;
	struct input input;
	const char *fault = NULL;
	char said[SAID_MAX] = "";

	if (trial_data_load(trial->run, "example.yaml", NULL, &input) != 0) {
		trial_tell(trial, false, what, "the dataset of the trial cannot be loaded");
		input_release(&input);
		return;
	}
	render(trial, &input, 0, &whole);
	fault = trial_tell_fault(trial, &whole);
	for (uint64_t part = 0; !fault && part < 8; part++) {
		size_t room = (size_t)(1 + (whole.n_bytes - 1) * part / 8);

		if (room >= whole.n_bytes)
			break;
		render(trial, &input, room, &cut);
		if (whole.n_artifacts == 1 &&
		    (cut.is_done || strncmp(buf_text(&cut.errors), "cannot write", 12) != 0)) {
			diag_write(said, sizeof(said), "with room for %zu bytes: %s", room,
				   cut.is_done ? "it ended well" : buf_text(&cut.errors));
			fault = said;
		}
		trial_render_release(&cut);
	}
	trial_tell(trial, !fault, what, fault ? fault : "");
	trial_render_release(&whole);
	input_release(&input);
}

/*
 * Null where less memory makes the same document, or an error: of the host, also since the plugin cannot be loaded, or of
 * the plugin in its own words (a library that it opens itself), of a script in any: its interpreter may be killed, end
 * with a status, or turn in circles.
 */
static const char *fault_of_memory(const struct trial_outcome *whole, struct trial_outcome *cut,
				   uint64_t memory, bool is_script, char said[SAID_MAX])
{
	static const char unloaded[] = "the plugin is refused: ";
	bool is_whole = cut->is_done && is_same(&whole->bytes, &cut->bytes);
	const char *what = cut->is_done        ? "it ended well, with other bytes"
			   : cut->errors.n > 0 ? buf_text(&cut->errors)
					       : "it ended without a word";

	if (is_whole || cut->had_no_memory || (is_script && cut->errors.n > 0) ||
	    (cut->errors.n > 0 && !cut->is_broken) ||
	    strncmp(what, unloaded, sizeof(unloaded) - 1) == 0)
		return NULL;
	diag_write(said, SAID_MAX, "with %llu KiB of memory: %s", (unsigned long long)memory / 1024,
		   what);
	return said;
}

/* Whichever request is refused first: mostly the host ends it there, and nothing less than the whole is seen. */
static void try_memory(struct trial *trial)
{
	static const char what[] =
		"too little memory, however little, is an error and no lesser document";
	struct trial_order order = {.file = trial->file};
	struct trial_outcome whole = {.is_done = false}, cut;
	bool is_enough = false;
	struct input input;
	const char *fault = NULL;
	char said[SAID_MAX] = "";

	if (!bounds_has_memory() || trial->run->args.sandbox == ARGS_SANDBOX_OFF) {
		trial_tell_skip(trial, what, "its memory is not bounded here");
		return;
	}
	if (trial_data_load(trial->run, "example.yaml", NULL, &input) != 0) {
		trial_tell(trial, false, what, "the dataset of the trial cannot be loaded");
		input_release(&input);
		return;
	}
	order.input = &input;
	trial_render(trial->run, &order, &whole);
	fault = trial_tell_fault(trial, &whole);
	order.ms = trial->file->is_script ? INTERPRETER_MS : 0;
	for (order.memory = LEAST_MEMORY; !fault && !is_enough && order.memory < MOST_MEMORY;
	     order.memory += order.memory / 2) {
		trial_render(trial->run, &order, &cut);
		fault = fault_of_memory(&whole, &cut, order.memory, trial->file->is_script, said);
		is_enough = cut.is_done;
		trial_render_release(&cut);
	}
	trial_tell(trial, !fault, what, fault ? fault : "");
	trial_render_release(&whole);
	input_release(&input);
}

void trial_writing(struct trial *trial)
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
	trial_data_huge(&huge);
	try_dataset(trial, "trial-huge.yaml", &huge, "a huge dataset, twice the same bytes");
	buf_release(&huge);
	try_words(trial);
	trial_options(trial);
	try_full_disk(trial);
	try_memory(trial);
}
