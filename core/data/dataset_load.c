/* SPDX-License-Identifier: MIT */
#include "data/dataset_raw.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- a load and its messages */

int load_init(struct load *load, const char *file, const struct dataset_limits *limits,
	      struct texts *texts, struct diag *diag)
{
	uint32_t i;

	*load = (struct load){.file = file, .limits = limits, .texts = texts, .diag = diag};
	strset_init(&load->strings);
	for (i = 0; i < N_WORDS; i++) {
		if (strset_put(&load->strings, WORDS[i], strlen(WORDS[i])) != i) {
			load_no_memory(load);
			return -1;
		}
	}
	return 0;
}

void load_release(struct load *load)
{
	strset_release(&load->strings);
	mem_free(load->rich);
}

static void report(struct load *load, enum mr_severity severity, const struct about *about,
		   const char *format, va_list arguments)
{
	struct diag_message message = {.severity = severity,
				       .place = about->place,
				       .file = load->file,
				       .path = about->path,
				       .suggestion = about->suggestion,
				       .hint = about->hint};
	struct buf text;

	buf_init(&text, 4096);
	buf_vprintf(&text, format, arguments);
	message.text = buf_text(&text);
	diag_add(load->diag, &message);
	buf_release(&text);
}

void load_error(struct load *load, const struct about *about, const char *format, ...)
{
	va_list arguments;

	load->has_errors = true;
	/* What looks wrong after memory was refused ("is missing") may be right in the file. */
	if (load->failed)
		return;
	va_start(arguments, format);
	report(load, MR_ERROR, about, format, arguments);
	va_end(arguments);
}

void load_warning(struct load *load, const struct about *about, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	report(load, MR_WARNING, about, format, arguments);
	va_end(arguments);
}

bool load_has_room(const struct load *load)
{
	return load->diag->n < (load->diag->max ? load->diag->max : DIAG_MAX);
}

void load_no_memory(struct load *load)
{
	diag_no_memory(load->diag);
	load->has_errors = true;
	load->failed = true;
}

void *load_add(struct load *load, struct vec *vec, size_t size)
{
	void *added = vec_add(vec, size);

	if (!added)
		load_no_memory(load);
	return added;
}

uint32_t *load_number(struct load *load, struct vec *vec, uint32_t index)
{
	uint32_t *number = vec_touch(vec, index, sizeof(*number));

	if (!number)
		load_no_memory(load);
	return number;
}

/* YAML 1.1, https://yaml.org/type/null.html. */
bool load_is_null_word(const char *text)
{
	/* nearly every word begins otherwise */
	return strchr("~nN", text[0]) && (!strcmp(text, "~") || !strcmp(text, "null") ||
					  !strcmp(text, "Null") || !strcmp(text, "NULL"));
}

static int grow_rich(struct load *load)
{
	uint32_t capacity = load->strings.capacity;
	struct rich *rich = mem_resize(load->rich, capacity, sizeof(*rich));

	if (!rich)
		return -1;
	memset(rich + load->n_rich, 0, (capacity - load->n_rich) * sizeof(*rich));
	load->rich = rich;
	load->n_rich = capacity;
	return 0;
}

const struct rich *load_rich(struct load *load, uint32_t string)
{
	const struct string *source = &load->strings.at[string];
	struct rich *rich;

	if (string >= load->n_rich && grow_rich(load) != 0) {
		load_no_memory(load);
		return NULL;
	}
	rich = &load->rich[string];
	if (!rich->text)
		rich->text = texts_rich(load->texts, source->at, source->n, &rich->findings);
	if (rich->text)
		return rich;
	load_no_memory(load);
	return NULL;
}

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

static int read_all(int fd, struct buf *bytes, uint64_t limit, struct diag *diag, const char *file)
{
	enum { CHUNK = 64 * 1024 };
	ssize_t got;

	for (;;) {
		if (buf_reserve(bytes, CHUNK) != 0) {
			diag_no_memory(diag);
			return -1;
		}
		got = read(fd, bytes->at + bytes->n, bytes->capacity - 1 - bytes->n);
		if (got == 0)
			return 0;
		if (got < 0 && errno != EINTR)
			return refuse(diag, file, strerror(errno));
		if (got > 0)
			bytes->n += (size_t)got;
		if (bytes->n > limit)
			return refuse_size(diag, file, limit);
	}
}

/* A regular file is sized first, so that its bytes are read once and need no more room. */
static int read_file(int fd, struct buf *bytes, uint64_t limit, struct diag *diag, const char *file)
{
	struct stat status;

	if (fstat(fd, &status) != 0)
		return refuse(diag, file, strerror(errno));
	if (S_ISDIR(status.st_mode))
		return refuse(diag, file, "this is a directory, not a dataset");
	if (S_ISREG(status.st_mode) && status.st_size > 0) {
		if ((uint64_t)status.st_size > limit)
			return refuse_size(diag, file, limit);
		if (buf_reserve(bytes, (size_t)status.st_size + 64 * 1024) != 0) {
			diag_no_memory(diag);
			return -1;
		}
	}
	return read_all(fd, bytes, limit, diag, file);
}

/* ---- loading */

static int set_names(struct dataset *set, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;

	if (!strcmp(path, "-"))
		name = "report.yaml";
	set->path = arena_copy(&set->arena, path, strlen(path));
	set->name = arena_copy(&set->arena, name, strlen(name));
	return set->arena.failed ? -1 : 0;
}

static void load_document(struct dataset *set, struct load *load)
{
	struct events *events = events_new(load, set->bytes.at, set->bytes.n);
	struct raw raw = {0};

	if (!events)
		return;
	if (raw_build(&raw, load, events) == 0)
		check_dataset(set, load, &raw);
	events_free(events);
	raw_release(&raw);
}

/* Takes over `bytes`. */
static int load_bytes(struct dataset *out, char *bytes, size_t n, const char *path,
		      const struct dataset_limits *limits, struct diag *diag)
{
	struct dataset set = DATASET_INIT;
	struct load load;
	size_t first = diag->n;
	int status = -1;

	texts_init(&set.texts);
	set.owned_bytes = bytes;
	set.bytes = (struct mr_bytes){bytes, n};
	if (load_init(&load, strcmp(path, "-") ? path : "<stdin>", limits, &set.texts, diag) == 0 &&
	    set_names(&set, path) == 0)
		load_document(&set, &load);
	else
		load_no_memory(&load);
	diag_sort(diag, first);
	if (!load.failed && !load.has_errors) {
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
		       const struct dataset_limits *limits, struct diag *diag)
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
	return load_bytes(out, copy, n, path, limits, diag);
}

int dataset_load(struct dataset *out, const char *path, const struct dataset_limits *limits,
		 struct diag *diag)
{
	bool is_stdin = !path || !strcmp(path, "-");
	const char *file = is_stdin ? "<stdin>" : path;
	struct buf bytes = BUF_INIT;
	char *taken = NULL;
	size_t n = 0;
	int fd = STDIN_FILENO, status = -1;

	*out = (struct dataset)DATASET_INIT;
	if (!is_stdin)
		fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return refuse(diag, file, strerror(errno));
	if (read_file(fd, &bytes, limits->input, diag, file) == 0) {
		taken = buf_take(&bytes, &n);
		if (taken)
			status = load_bytes(out, taken, n, is_stdin ? "-" : path, limits, diag);
		else
			diag_no_memory(diag);
	}
	buf_release(&bytes);
	if (!is_stdin)
		close(fd);
	return status;
}

void dataset_release(struct dataset *dataset)
{
	texts_release(&dataset->texts);
	arena_release(&dataset->arena);
	mem_free(dataset->owned_bytes);
	*dataset = (struct dataset)DATASET_INIT;
}
