/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* realpath(), which is POSIX.1-2008, but glibc files it there */
#include "check/logo.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/picture.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char outside[] =
	"a logo is a file beside the dataset, by a relative path without '..'";

static bool is_beside(const char *name)
{
	return path_is_below(name) && !strchr(name, ':') && !strchr(name, '\\');
}

/* Whether `file` is `folder` or lies below it, both without links. */
static bool is_within(const char *file, const char *folder)
{
	size_t n = strlen(folder);

	if (strcmp(folder, "/") == 0)
		return true;
	return strncmp(file, folder, n) == 0 && (file[n] == '/' || file[n] == '\0');
}

/*
 * Opens `name` beside the dataset: a descriptor, or -1 and what is wrong.  Links are followed first and
 * then asked where they led; what is opened is the file they named, without one more link.
 */
static int open_beside(const char *dataset, const char *name, const char **out_problem)
{
	char *path = path_beside(dataset, name), *folder = path_beside(dataset, ".");
	char real[PATH_MAX], real_folder[PATH_MAX];
	int fd = -1;

	if (!path || !folder)
		errno = ENOMEM;
	else if (realpath(path, real) && realpath(folder, real_folder))
		errno = 0;
	if (errno == 0 && !is_within(real, real_folder))
		*out_problem = "it is a link that leads out of the dataset's folder";
	else if (errno == 0)
		fd = open(real, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
	if (fd < 0 && !*out_problem)
		*out_problem = strerror(errno);
	mem_free(path);
	mem_free(folder);
	return fd;
}

/* Null, or what is wrong with the file. */
static const char *read_whole(struct check *check, int fd, struct mr_bytes *out)
{
	struct buf bytes = BUF_INIT;
	const char *problem = NULL;
	char *kept;

	if (file_read_all(fd, check->load->limits->logo, &bytes) != 0)
		problem = errno == EFBIG ? "it is larger than the limit (--limit logo=BYTES)"
					 : strerror(errno);
	check->logo_bytes += bytes.n;
	if (!problem && bytes.n == 0)
		problem = "it is empty";
	if (!problem && check->logo_bytes > check->load->limits->logos)
		problem = "all logos together are larger than the limit (--limit logos=BYTES)";
	kept = problem ? NULL : arena_copy(&check->out->arena, buf_text(&bytes), bytes.n);
	if (!problem && !kept) {
		load_no_memory(check->load);
		problem = "out of memory";
	}
	if (kept)
		*out = (struct mr_bytes){kept, bytes.n};
	buf_release(&bytes);
	return problem;
}

static const char *read_open(struct check *check, int fd, struct mr_bytes *out)
{
	struct stat status;

	if (fstat(fd, &status) != 0)
		return strerror(errno);
	if (S_ISDIR(status.st_mode))
		return "it is a directory";
	if (!S_ISREG(status.st_mode))
		return "it is not a regular file";
	return read_whole(check, fd, out);
}

void logo_read(struct check *check, uint32_t col, const struct raw_scalar *logo)
{
	const struct spot spot = {.kind = SPOT_PRODUCT,
				  .first = RAW_AT(raw_product, check->raw->products, col)->index};
	struct dataset_product *product = &check->products[col];
	const char *name = load_text(check->load, logo->string), *problem = NULL;
	struct about about;
	char word[DIAG_WORD];
	int fd = -1;

	if (!is_beside(name))
		problem = outside;
	else if ((fd = open_beside(check->load->file, name, &problem)) >= 0)
		problem = read_open(check, fd, &product->logo);
	if (fd >= 0)
		close(fd);
	product->logo_path = name;
	product->logo_name = path_name(name);
	if (!problem) {
		product->logo_media_type = picture_media_type(product->logo);
		if (product->logo_media_type)
			return;
		product->logo_media_type = "";
		problem =
			"it is none of image/png, image/jpeg, image/svg+xml, image/gif, image/webp";
	}
	about = check_value_at(check, &spot, logo->place, "logo", -1);
	load_error(check->load, &about, "the logo '%s' cannot be used: %s", diag_word(word, name),
		   problem);
}
