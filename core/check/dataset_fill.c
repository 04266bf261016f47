/* SPDX-License-Identifier: MIT */
#include "check/dataset_fill.h"

#include "base/path.h"
#include "check/check.h"

#include <string.h>

static int set_names(struct dataset *set, const char *path)
{
	const char *name = strcmp(path, "-") == 0 ? DATASET_STDIN : path_name(path);

	set->path = arena_copy(&set->arena, path, strlen(path));
	set->name = arena_copy(&set->arena, name, strlen(name));
	return set->arena.failed ? -1 : 0;
}

static void fill_and_check(struct dataset *set, struct load *load,
			   const struct dataset_filler *filler)
{
	struct raw raw;
	int status;

	raw_init(&raw);
	load->is_interpreted = filler->is_interpreted;
	status = filler->fill(filler->data, &raw, load);
	strset_close(&load->strings);
	if (status == 0)
		check_dataset(set, load, &raw);
	raw_release(&raw);
}

/* Moves what was kept of the file to the dataset. */
static void take_bytes(struct dataset *set, struct feed *feed, struct load *load)
{
	size_t n = 0;

	if (!feed->is_kept)
		return;
	set->owned_bytes = buf_take(&feed->kept, &n);
	set->bytes = (struct mr_bytes){set->owned_bytes, n};
	if (!set->owned_bytes)
		load_no_memory(load);
}

int dataset_fill_feed(struct dataset *out, struct feed *feed, const char *path,
		      const struct limits *limits, const struct dataset_filler *filler)
{
	struct dataset set = DATASET_INIT;
	struct load load;
	size_t first = feed->diag->n;
	int status = -1;

	*out = (struct dataset)DATASET_INIT;
	texts_init(&set.texts, NULL);
	if (load_init(&load, dataset_file(path), limits, &set.texts, feed->diag) == 0 &&
	    set_names(&set, path) == 0)
		fill_and_check(&set, &load, filler);
	else
		load_no_memory(&load);
	if (!load.failed && !load.has_errors)
		take_bytes(&set, feed, &load);
	diag_sort(feed->diag, first);
	if (!load.failed && !load.has_errors) {
		set.place_names = vec_take(&load.places, &set.n_place_names);
		arena_adopt(&set.arena, &load.strings.arena);
		*out = set;
		set = (struct dataset)DATASET_INIT;
		status = 0;
	}
	load_release(&load);
	dataset_release(&set);
	return status;
}

int dataset_fill(struct dataset *out, const void *bytes, size_t n, const char *path,
		 const struct limits *limits, struct diag *diag,
		 int (*fill)(void *data, struct raw *raw, struct load *load), void *data)
{
	const struct dataset_filler filler = {fill, data, .is_interpreted = true};
	struct feed feed;
	int status = -1;

	*out = (struct dataset)DATASET_INIT;
	if (feed_open_bytes(&feed, bytes, n, path, limits->input, diag) == 0) {
		buf_put(&feed.kept, bytes, n); /* `fill` reads them where they are */
		status = dataset_fill_feed(out, &feed, path, limits, &filler);
	}
	feed_release(&feed);
	return status;
}
