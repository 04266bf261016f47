/* SPDX-License-Identifier: MIT */
#include "data/dataset.h"

#include "base/mem.h"
#include "base/path.h"
#include "data/build.h"
#include "data/check.h"
#include "data/feed.h"

#include <string.h>

static int set_names(struct dataset *set, const char *path)
{
	const char *name = strcmp(path, "-") == 0 ? "report.yaml" : path_name(path);

	set->path = arena_copy(&set->arena, path, strlen(path));
	set->name = arena_copy(&set->arena, name, strlen(name));
	return set->arena.failed ? -1 : 0;
}

/* What puts the raw records: the YAML that `feed` reads, or another source. */
struct filler {
	int (*fill)(void *data, struct raw *raw, struct load *load);
	void *data;
};

static ssize_t read_yaml(void *data, void *to, size_t room)
{
	return feed_read(data, to, room);
}

static int fill_from_yaml(void *data, struct raw *raw, struct load *load)
{
	const struct yaml_input input = {read_yaml, data};
	struct yaml_source *source = yaml_source_new(load, &input);
	int status;

	if (!source)
		return -1;
	status = build_raw(raw, load, source);
	yaml_source_free(source);
	return status;
}

static void load_document(struct dataset *set, struct load *load, const struct filler *filler)
{
	struct raw raw;
	int status;

	raw_init(&raw);
	load->is_interpreted = filler->fill != fill_from_yaml;
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

/* Loads what `filler` puts; the bytes are those that `feed` kept. */
static int load_feed(struct dataset *out, struct feed *feed, const char *path,
		     const struct limits *limits, const struct filler *filler)
{
	struct dataset set = DATASET_INIT;
	struct load load;
	size_t first = feed->diag->n;
	int status = -1;

	texts_init(&set.texts, NULL);
	if (load_init(&load, dataset_file(path), limits, &set.texts, feed->diag) == 0 &&
	    set_names(&set, path) == 0)
		load_document(&set, &load, filler);
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

int dataset_load_bytes(struct dataset *out, const void *bytes, size_t n, const char *path,
		       const struct limits *limits, struct diag *diag)
{
	struct feed feed;
	int status = -1;

	*out = (struct dataset)DATASET_INIT;
	if (feed_open_bytes(&feed, bytes, n, path, limits->input, diag) == 0)
		status = load_feed(out, &feed, path, limits,
				   &(struct filler){fill_from_yaml, &feed});
	feed_release(&feed);
	return status;
}

int dataset_load_filled(struct dataset *out, const void *bytes, size_t n, const char *path,
			const struct limits *limits, struct diag *diag,
			int (*fill)(void *data, struct raw *raw, struct load *load), void *data)
{
	struct feed feed;
	int status = -1;

	*out = (struct dataset)DATASET_INIT;
	if (feed_open_bytes(&feed, bytes, n, path, limits->input, diag) == 0) {
		buf_put(&feed.kept, bytes, n); /* `fill` reads them where they are */
		status = load_feed(out, &feed, path, limits, &(struct filler){fill, data});
	}
	feed_release(&feed);
	return status;
}

static int load_path(struct dataset *out, const char *path, bool is_kept,
		     const struct limits *limits, struct diag *diag)
{
	struct feed feed;
	int status = -1;

	*out = (struct dataset)DATASET_INIT;
	if (feed_open(&feed, path, dataset_file(path), is_kept, limits->input, diag) == 0)
		status = load_feed(out, &feed, path ? path : "-", limits,
				   &(struct filler){fill_from_yaml, &feed});
	feed_release(&feed);
	return status;
}

int dataset_load(struct dataset *out, const char *path, const struct limits *limits,
		 struct diag *diag)
{
	return load_path(out, path, true, limits, diag);
}

int dataset_load_lean(struct dataset *out, const char *path, const struct limits *limits,
		      struct diag *diag)
{
	return load_path(out, path, false, limits, diag);
}

const char *dataset_file(const char *path)
{
	return !path || strcmp(path, "-") == 0 ? "<stdin>" : path;
}

const char *dataset_place_name(const struct dataset *dataset, struct place place)
{
	if (place.column != PLACE_NAMED || place.line == 0 || place.line > dataset->n_place_names)
		return "";
	return dataset->place_names[place.line - 1];
}

void dataset_release(struct dataset *dataset)
{
	texts_release(&dataset->texts);
	arena_release(&dataset->arena);
	cells_release(&dataset->cells);
	mem_free(dataset->owned_bytes);
	mem_free(dataset->place_names);
	*dataset = (struct dataset)DATASET_INIT;
}
