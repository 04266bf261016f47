/* SPDX-License-Identifier: MIT */
#include "data/dataset.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "data/build.h"
#include "data/check.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- bytes */

static int refuse(struct diag *diag, const char *file, const char *problem)
{
	diag_say(diag, MR_ERROR, file, "%s", problem);
	return -1;
}

static int refuse_size(struct diag *diag, const char *file, uint64_t limit)
{
	diag_say(diag, MR_ERROR, file,
		 "more than %llu bytes, which is the limit (--limit input=BYTES)",
		 (unsigned long long)limit);
	return -1;
}

/* The whole of `fd`, or a message. */
static int read_bytes(int fd, struct buf *bytes, uint64_t limit, struct diag *diag,
		      const char *file)
{
	struct stat status;

	if (fstat(fd, &status) == 0 && S_ISDIR(status.st_mode))
		return refuse(diag, file, "this is a directory, not a dataset");
	if (file_read_all(fd, limit, bytes) == 0)
		return 0;
	if (errno == EFBIG)
		return refuse_size(diag, file, limit);
	if (errno != ENOMEM)
		return refuse(diag, file, strerror(errno));
	diag_no_memory(diag);
	return -1;
}

/* ---- loading */

static int set_names(struct dataset *set, const char *path)
{
	const char *name = strcmp(path, "-") == 0 ? "report.yaml" : path_name(path);

	set->path = arena_copy(&set->arena, path, strlen(path));
	set->name = arena_copy(&set->arena, name, strlen(name));
	return set->arena.failed ? -1 : 0;
}

/* What puts the raw records: the YAML in the dataset's bytes, or another source. */
struct filler {
	int (*fill)(void *data, struct raw *raw, struct load *load);
	void *data;
};

static int fill_from_yaml(void *data, struct raw *raw, struct load *load)
{
	const struct mr_bytes *bytes = data;
	struct yaml_source *source = yaml_source_new(load, bytes->at, bytes->n);
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
	status = filler->fill(filler->data ? filler->data : &set->bytes, &raw, load);
	strset_close(&load->strings);
	if (status == 0)
		check_dataset(set, load, &raw);
	raw_release(&raw);
}

/* Takes over `bytes`. */
static int load_bytes(struct dataset *out, char *bytes, size_t n, const char *path,
		      const struct limits *limits, struct diag *diag, const struct filler *filler)
{
	struct dataset set = DATASET_INIT;
	struct load load;
	size_t first = diag->n;
	int status = -1;

	texts_init(&set.texts, NULL);
	set.owned_bytes = bytes;
	set.bytes = (struct mr_bytes){bytes, n};
	if (load_init(&load, dataset_file(path), limits, &set.texts, diag) == 0 &&
	    set_names(&set, path) == 0)
		load_document(&set, &load, filler);
	else
		load_no_memory(&load);
	diag_sort(diag, first);
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

static int load_copy(struct dataset *out, const void *bytes, size_t n, const char *path,
		     const struct limits *limits, struct diag *diag, const struct filler *filler)
{
	char *copy;

	*out = (struct dataset)DATASET_INIT;
	if (n > limits->input)
		return refuse_size(diag, path, limits->input);
	copy = mem_copy(bytes, n);
	if (!copy) {
		diag_no_memory(diag);
		return -1;
	}
	return load_bytes(out, copy, n, path, limits, diag, filler);
}

int dataset_load_bytes(struct dataset *out, const void *bytes, size_t n, const char *path,
		       const struct limits *limits, struct diag *diag)
{
	return load_copy(out, bytes, n, path, limits, diag, &(struct filler){fill_from_yaml, NULL});
}

int dataset_load_filled(struct dataset *out, const void *bytes, size_t n, const char *path,
			const struct limits *limits, struct diag *diag,
			int (*fill)(void *data, struct raw *raw, struct load *load), void *data)
{
	return load_copy(out, bytes, n, path, limits, diag, &(struct filler){fill, data});
}

int dataset_load(struct dataset *out, const char *path, const struct limits *limits,
		 struct diag *diag)
{
	bool is_stdin = !path || strcmp(path, "-") == 0;
	const char *file = dataset_file(path);
	struct buf bytes = BUF_INIT;
	char *taken = NULL;
	size_t n = 0;
	int fd = STDIN_FILENO, status = -1;

	*out = (struct dataset)DATASET_INIT;
	if (!is_stdin)
		fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return refuse(diag, file, strerror(errno));
	if (read_bytes(fd, &bytes, limits->input, diag, file) == 0) {
		taken = buf_take(&bytes, &n);
		if (taken)
			status = load_bytes(out, taken, n, is_stdin ? "-" : path, limits, diag,
					    &(struct filler){fill_from_yaml, NULL});
		else
			diag_no_memory(diag);
	}
	buf_release(&bytes);
	if (!is_stdin)
		close(fd);
	return status;
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
