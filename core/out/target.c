/* SPDX-License-Identifier: MIT */
#include "out/target.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"
#include "out/memo.h"
#include "out/sink.h"

static bool is_folder(const char *path)
{
	struct stat is;

	return stat(path, &is) == 0 && S_ISDIR(is.st_mode);
}

int target_init(struct target *target, const char *output, size_t n_formats, struct diag *diag)
{
	size_t n = output ? strlen(output) : 0;

	*target = (struct target){.kind = TARGET_HERE, .path = output ? output : "", .state = ""};
	strset_init(&target->paths);
	if (!output)
		return 0;
	if (n == 0) {
		diag_say(diag, MR_ERROR, NULL, "-o needs the name of a file or folder");
		return -1;
	}
	if (strcmp(output, "-") == 0 || strcmp(output, "/dev/stdout") == 0) {
		target->kind = TARGET_STDOUT;
		if (n_formats <= 1)
			return 0;
		diag_say(diag, MR_ERROR, NULL,
			 "%zu formats do not fit into standard output; give -o a folder",
			 n_formats);
		return -1;
	}
	target->kind = output[n - 1] == '/' || n_formats > 1 || is_folder(output) ? TARGET_FOLDER
										  : TARGET_FILE;
	if (target->kind == TARGET_FOLDER && access(output, F_OK) == 0 && !is_folder(output)) {
		diag_say(diag, MR_ERROR, NULL, "%s is not a folder, and several files need one",
			 output);
		return -1;
	}
	return 0;
}

void target_release(struct target *target)
{
	strset_release(&target->paths);
	vec_release(&target->owners);
	arena_release(&target->arena);
}

void target_protect(struct target *target, const char *path, const char *what)
{
	struct stat is;

	if (stat(path, &is) != 0 || !S_ISREG(is.st_mode))
		return;
	struct target_input *input = arena_object(&target->arena, sizeof(*input));

	if (!input)
		return; /* the arena remembers, and target_check_all() looks */
	*input = (struct target_input){target->inputs, what, is.st_dev, is.st_ino};
	target->inputs = input;
}

/* ---- names */

/* Whether format `index` gives BASE.EXT up to one that is called like the extension, or to any other. */
static bool must_yield(const struct target *target, size_t index)
{
	const struct target_format *own = &target->formats[index];

	if (strcmp(own->format, own->extension) == 0)
		return false;
	for (size_t i = 0; i < target->n_formats; i++) {
		const struct target_format *other = &target->formats[i];

		if (i != index && other->extension && strcmp(other->extension, own->extension) == 0)
			return true;
	}
	return false;
}

/* "x.png" and "coverage" -> "x-coverage.png". */
static void put_part(struct buf *name, const char *path, const char *part)
{
	const char *suffix = path_suffix(path);

	buf_put(name, path, (size_t)(suffix - path));
	if (*part)
		buf_printf(name, "-%s", part);
	buf_put_text(name, suffix);
}

static void put_folder(struct buf *name, const char *path)
{
	buf_printf(name, "%s%s", path, path[path_folder(path)] ? "/" : "");
}

const char *target_path(struct target *target, size_t index, const char *part)
{
	const struct target_format *format = &target->formats[index];
	struct buf name = BUF_INIT;

	if (target->kind == TARGET_STDOUT)
		return "";
	if (target->kind == TARGET_FILE) {
		put_part(&name, target->path, part);
		return buf_keep(&name, &target->arena);
	}
	if (target->kind == TARGET_FOLDER)
		put_folder(&name, target->path);
	buf_put_text(&name, target->base);
	if (must_yield(target, index))
		buf_printf(&name, "-%s", format->format);
	if (*part)
		buf_printf(&name, "-%s", part);
	buf_printf(&name, ".%s", format->extension);
	return buf_keep(&name, &target->arena);
}

void target_beside(const struct target *target, const char *part, const char *suffix,
		   struct buf *out)
{
	const char *name = target->kind == TARGET_FILE ? path_name(target->path) : NULL;

	if (name && !*part) {
		buf_put_text(out, name);
		return;
	}
	if (!*part && !*suffix)
		return;
	if (name)
		buf_put(out, name, (size_t)(path_suffix(name) - name));
	else
		buf_put_text(out, target->base);
	if (*part)
		buf_printf(out, "-%s", part);
	buf_printf(out, ".%s", suffix);
}

const char *target_path_beside(struct target *target, const char *part, const char *suffix)
{
	struct buf name = BUF_INIT;

	if (target->kind == TARGET_STDOUT)
		return "";
	if (target->kind == TARGET_FILE)
		buf_put(&name, target->path, path_folder(target->path));
	if (target->kind == TARGET_FOLDER)
		put_folder(&name, target->path);
	target_beside(target, part, suffix, &name);
	return buf_keep(&name, &target->arena);
}

/* ---- may it be written? */

static int refuse(struct diag *diag, const char *path, const char *text, const char *hint)
{
	struct diag_message message = {
		.severity = MR_ERROR, .file = path, .text = text, .hint = hint};

	diag_add(diag, &message);
	return -1;
}

static bool is_terminal(const char *path)
{
	bool is = false;
	int fd = *path ? open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC) : -1;

	if (!*path)
		return isatty(STDOUT_FILENO) == 1;
	if (fd >= 0) {
		is = isatty(fd) == 1;
		close(fd);
	}
	return is;
}

static int check_binary(const struct target_format *format, const char *path, struct diag *diag)
{
	struct stat is;

	if (!format->is_binary)
		return 0;
	if (*path && (stat(path, &is) != 0 || !S_ISCHR(is.st_mode)))
		return 0;
	if (!is_terminal(path))
		return 0;
	return refuse(diag, format->format, "a binary format is not written to a terminal",
		      "say -o FILE, or pipe it into a program");
}

/* Whether the path is one that the user typed, and so knows of. */
static bool is_typed(const struct target *target, const char *path)
{
	return target->kind == TARGET_FILE && strcmp(path, target->path) == 0;
}

/* What lies at `path` already. */
static int check_file(const struct target *target, size_t index, const char *path,
		      const struct stat *is, struct diag *diag)
{
	bool may_mark = !target->formats[index].is_unmarked;
	char text[200];

	for (const struct target_input *input = target->inputs; input; input = input->next) {
		if (input->device != is->st_dev || input->inode != is->st_ino)
			continue;
		diag_write(text, sizeof(text), "is %s itself and is not written over", input->what);
		return refuse(diag, *path ? path : "standard output", text,
			      "choose another name with -o");
	}
	if (!*path)
		return 0;
	if (S_ISDIR(is->st_mode))
		return refuse(diag, path, "is a folder", NULL);
	if (!is_typed(target, path) && !target->force && S_ISREG(is->st_mode) &&
	    !(may_mark && sink_has_mark(path)) && !memo_knows(target->state, path))
		return refuse(diag, path, "exists and was not made by meshreport",
			      "say -o to name a file, or --force to replace it");
	return 0;
}

static int no_memory(struct diag *diag)
{
	diag_no_memory(diag);
	return -1;
}

/* The path is the format's from now on, if it is no other's. */
static int claim(struct target *target, size_t index, const char *path, struct diag *diag)
{
	uint32_t number = strset_put(&target->paths, path, strlen(path));
	size_t *owner =
		number == STRSET_NONE ? NULL : vec_touch(&target->owners, number, sizeof(*owner));

	if (!owner)
		return no_memory(diag);
	if (*owner == 0)
		*owner = index + 1;
	if (*owner == index + 1)
		return 0;
	diag_say(diag, MR_ERROR, path, "formats %s and %s would both write it",
		 target->formats[*owner - 1].format, target->formats[index].format);
	return -1;
}

int target_check(struct target *target, size_t index, const char *path, struct diag *diag)
{
	struct stat is;

	if (check_binary(&target->formats[index], path, diag) != 0)
		return -1;
	if ((*path ? stat(path, &is) : fstat(STDOUT_FILENO, &is)) == 0 &&
	    check_file(target, index, path, &is, diag) != 0)
		return -1;
	return *path ? claim(target, index, path, diag) : 0;
}

/* ---- folders */

static int make_folder(struct target *target, const char *path, struct diag *diag)
{
	if (mkdir(path, 0777) == 0) {
		if (target->n_made < TARGET_MADE_MAX)
			target->made[target->n_made++] = path;
		return 0;
	}
	if (errno == EEXIST && is_folder(path))
		return 0;
	diag_say(diag, MR_ERROR, NULL, "cannot make the folder %s: %s", path,
		 errno == EEXIST ? "a file has that name" : strerror(errno));
	return -1;
}

/* Every missing folder of the path, the outermost first. */
static int make_folders(struct target *target, struct diag *diag)
{
	const char *path = target->path;

	for (size_t n = 1;; n++) {
		if (path[n] != '/' && path[n] != '\0')
			continue;
		const char *prefix = arena_copy(&target->arena, path, n);

		if (!prefix) {
			diag_no_memory(diag);
			return -1;
		}
		if (!is_folder(prefix) && make_folder(target, prefix, diag) != 0)
			return -1;
		if (!path[n])
			break;
	}
	return 0;
}

void target_tidy(struct target *target)
{
	while (target->n_made > 0)
		rmdir(target->made[--target->n_made]);
}

bool target_may_be_screen(const struct target *target, size_t n_formats)
{
	return n_formats == 1 && (target->kind == TARGET_STDOUT || target->kind == TARGET_HERE);
}

int target_check_all(struct target *target, struct diag *diag)
{
	int status = 0;

	if (target_may_be_screen(target, target->n_formats) && target->formats[0].is_for_screen)
		target->kind = TARGET_STDOUT;

	if (target->arena.failed) /* an input that cannot be protected */
		return no_memory(diag);
	for (size_t i = 0; i < target->n_formats; i++) {
		const char *path;

		if (!target->formats[i].extension)
			continue;
		path = target_path(target, i, "");
		if (!path)
			return no_memory(diag);
		if (target_check(target, i, path, diag) != 0)
			status = -1;
	}
	if (status == 0 && target->kind == TARGET_FOLDER)
		status = make_folders(target, diag);
	return status;
}
