/* SPDX-License-Identifier: MIT */
#include "run/defaults.h"

#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "run/choose.h"

/* ---- lists: a file's first, so that the command line's last word counts */

/* Room for `n` elements before those of the list; null after refused memory was reported. */
static const char **make_room(struct run *run, struct args_list *list, size_t n)
{
	const char **wider = arena_array(&run->arena, n + list->n + 1, sizeof(*wider));

	if (!wider) {
		diag_no_memory(&run->diag);
		return NULL;
	}
	if (list->n > 0)
		memcpy(wider + n, list->at, list->n * sizeof(*wider));
	list->at = wider;
	list->n += (uint32_t)n;
	return wider;
}

static int prepend(struct run *run, const struct vec *sayings, struct args_list *list)
{
	size_t n = sayings->n;
	const char **at = n > 0 ? make_room(run, list, n) : NULL;

	for (size_t i = 0; at && i < n; i++)
		at[i] = VEC_AT(struct house_saying, *sayings, i)->argument;
	return at || n == 0 ? RUN_DONE : RUN_FAILED;
}

/* ---- what else a run is asked for */

static void refuse(struct run *run, const struct house_setting *setting, const char *suggestion,
		   const char *text)
{
	diag_add(&run->diag, &(struct diag_message){.severity = MR_ERROR,
						    .file = run->house.defaults.file,
						    .place = setting->place,
						    .suggestion = suggestion,
						    .text = text});
}

/* All settings of one key, in order, into a list that the command line left empty. */
static int fill_list(struct run *run, const char *key, struct args_list *list)
{
	const struct vec *settings = &run->house.defaults.settings;
	const char **at;

	if (list->n > 0 || settings->n == 0)
		return RUN_DONE;
	at = make_room(run, list, settings->n);
	list->n = 0;
	for (size_t i = 0; at && i < settings->n; i++) {
		const struct house_setting *setting = VEC_AT(struct house_setting, *settings, i);

		if (strcmp(setting->key, key) == 0)
			at[list->n++] = setting->value;
	}
	return at ? RUN_DONE : RUN_FAILED;
}

static void take_one(struct run *run, const struct house_setting *setting)
{
	struct args *args = &run->args;

	if (strcmp(setting->key, "style") == 0) {
		args->style = args->style ? args->style : setting->value;
	} else if (strcmp(setting->key, "profile") == 0) {
		args->profile = args->profile ? args->profile : setting->value;
	} else if (strcmp(setting->key, "sort") == 0 && !args->has_sort) {
		if (!sort_parse(setting->value, &args->sort))
			refuse(run, setting, sort_nearest(setting->value),
			       "sort takes " SORT_WORD_DATA ", " SORT_WORD_NAME
			       " or " SORT_WORD_COVERAGE);
	} else if (strcmp(setting->key, "only-differences") == 0) {
		if (strcmp(setting->value, "yes") == 0)
			args->only_differences = true;
		else if (strcmp(setting->value, "no") != 0)
			refuse(run, setting, NULL, "only-differences takes yes or no");
	}
}

static int take_settings(struct run *run)
{
	struct args *args = &run->args;
	const struct {
		const char *key;
		struct args_list *list;
	} lists[] = {
		{"template", &args->templates},    {"products", &args->products},
		{"categories", &args->categories}, {"features", &args->features},
		{"require", &args->require},       {"weight", &args->weights},
	};
	const struct vec *settings = &run->house.defaults.settings;

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		if (fill_list(run, lists[i].key, lists[i].list) != RUN_DONE)
			return RUN_FAILED;
	/* a suffix says which format is wanted, and no more than one */
	if (args->verb == ARGS_RENDER && !choose_suffix(args->output) &&
	    fill_list(run, "format", &args->formats) != RUN_DONE)
		return RUN_FAILED;
	for (size_t i = 0; i < settings->n; i++)
		take_one(run, VEC_AT(struct house_setting, *settings, i));
	return diag_has_errors(&run->diag) ? RUN_USAGE : RUN_DONE;
}

/* ---- the files */

/* A name without a folder that is no file here is that of a shipped style. */
static const char *style_path(struct run *run)
{
	const char *style = run->args.style;
	struct buf name = BUF_INIT;
	const char *path = NULL;

	if (strchr(style, '/') || access(style, F_OK) == 0)
		return style;
	buf_printf(&name, "style/%s.yaml", style);
	run->arena.failed |= name.failed;
	path = path_join(&run->arena, run->home.templates, buf_text(&name));
	buf_release(&name);
	return path && access(path, F_OK) == 0 ? path : style;
}

static void say_taken(struct run *run, const char *what, const char *path)
{
	if (run->args.verbose)
		diag_say(&run->diag, MR_NOTE, NULL, "%s: %s", what, path);
}

static int refuse_memory(struct run *run)
{
	diag_no_memory(&run->diag);
	return RUN_FAILED;
}

static int read_defaults(struct run *run)
{
	const char *path = house_find(&run->arena, run->args.dataset);

	if (run->arena.failed)
		return refuse_memory(run);
	if (!path)
		return RUN_DONE;
	say_taken(run, "defaults (--no-defaults leaves them out)", path);
	if (house_read(&run->house.defaults, path, HOUSE_DEFAULTS, &run->arena, &run->args.limits,
		       &run->diag) != 0)
		return RUN_USAGE;
	return take_settings(run);
}

static int read_style(struct run *run)
{
	const char *path;

	if (!run->args.style)
		return RUN_DONE;
	path = style_path(run);
	if (run->arena.failed)
		return refuse_memory(run);
	say_taken(run, "style", path);
	return house_read(&run->house.style, path, HOUSE_STYLE, &run->arena, &run->args.limits,
			  &run->diag) == 0
		       ? RUN_DONE
		       : RUN_USAGE;
}

int defaults_take(struct run *run)
{
	const struct house *houses[] = {&run->house.defaults, &run->house.style};
	int status = run->args.no_defaults ? RUN_DONE : read_defaults(run);

	if (status == RUN_DONE)
		status = read_style(run);
	for (size_t i = 0; i < 2 && status == RUN_DONE; i++) {
		status = prepend(run, &houses[i]->options, &run->args.options);
		if (status == RUN_DONE)
			status = prepend(run, &houses[i]->words, &run->args.words);
	}
	return status;
}

/* The style's stand first, since they were put there last. */
static const char *said(const struct vec *of_style, const struct vec *of_defaults,
			const struct run *run, uint32_t index, struct place *out)
{
	bool is_style = index < of_style->n;
	const struct vec *sayings = is_style ? of_style : of_defaults;
	size_t at = is_style ? index : index - of_style->n;

	if (at >= sayings->n)
		return NULL;
	*out = VEC_AT(struct house_saying, *sayings, at)->place;
	return is_style ? run->house.style.file : run->house.defaults.file;
}

const char *defaults_said_option(const struct run *run, uint32_t index, struct place *out)
{
	return said(&run->house.style.options, &run->house.defaults.options, run, index, out);
}

const char *defaults_said_word(const struct run *run, uint32_t index, struct place *out)
{
	return said(&run->house.style.words, &run->house.defaults.words, run, index, out);
}

void defaults_explain(struct run *run)
{
	if (run->house.defaults.settings.n > 0)
		diag_say(&run->diag, MR_NOTE, run->house.defaults.file,
			 "part of what is wanted is said here; --no-defaults leaves it out");
}

void defaults_release(struct run *run)
{
	house_release(&run->house.defaults);
	house_release(&run->house.style);
}
