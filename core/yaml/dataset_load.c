/* SPDX-License-Identifier: MIT */
#include "yaml/dataset_load.h"

#include "check/dataset_fill.h"
#include "yaml/build.h"

static ssize_t read_feed(void *data, void *to, size_t room)
{
	return feed_read(data, to, room);
}

static int fill_from_yaml(void *data, struct raw *raw, struct load *load)
{
	const struct yaml_input input = {read_feed, data};
	struct yaml_source *source = yaml_source_new(load, &input);
	int status;

	if (!source)
		return -1;
	status = build_raw(raw, load, source);
	yaml_source_free(source);
	return status;
}

static int load_feed(struct dataset *out, struct feed *feed, const char *path,
		     const struct limits *limits)
{
	const struct dataset_filler filler = {.fill = fill_from_yaml, .data = feed};

	return dataset_fill_feed(out, feed, path, limits, &filler);
}

int dataset_load_bytes(struct dataset *out, const void *bytes, size_t n, const char *path,
		       const struct limits *limits, struct diag *diag)
{
	struct feed feed;
	int status = -1;

	*out = (struct dataset)DATASET_INIT;
	if (feed_open_bytes(&feed, bytes, n, path, limits->input, diag) == 0)
		status = load_feed(out, &feed, path, limits);
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
		status = load_feed(out, &feed, path, limits);
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
