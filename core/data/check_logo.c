/* SPDX-License-Identifier: MIT */
#include "data/check.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * A logo is a file beside the dataset: a relative path without "..", so that a dataset from a
 * stranger cannot put a file of the reader's into what is published.  Its bytes are not looked into
 * beyond what tells its type; the formats that decode it treat it as hostile.
 */

static bool begins(const struct mr_bytes *bytes, const char *magic, size_t n)
{
	return bytes->n >= n && memcmp(bytes->at, magic, n) == 0;
}

/* A vector picture is XML that names its namespace early (SVG 1.1, 5.1.2; without it nothing draws it). */
static bool is_vector(const struct mr_bytes *bytes)
{
	static const char NAMESPACE[] = "http://www.w3.org/2000/svg";
	const char *at = bytes->at, *end = at + (bytes->n < 4096 ? bytes->n : 4096);
	const size_t n = sizeof(NAMESPACE) - 1;

	while ((at = memchr(at, 'h', (size_t)(end - at))) != NULL && (size_t)(end - at) > n) {
		if (!memcmp(at, NAMESPACE, n))
			return memchr(bytes->at, '<', 64 < bytes->n ? 64 : bytes->n) != NULL;
		at++;
	}
	return false;
}

static const char *media_type_of(const struct mr_bytes *bytes)
{
	if (begins(bytes, "\x89PNG\r\n\x1a\n", 8))
		return "image/png";
	if (begins(bytes, "\xff\xd8\xff", 3))
		return "image/jpeg";
	if (begins(bytes, "GIF87a", 6) || begins(bytes, "GIF89a", 6))
		return "image/gif";
	if (begins(bytes, "RIFF", 4) && bytes->n >= 12 &&
	    !memcmp((const char *)bytes->at + 8, "WEBP", 4))
		return "image/webp";
	return is_vector(bytes) ? "image/svg+xml" : NULL;
}

static bool is_beside(const char *name)
{
	const char *at = name;
	size_t n;

	if (name[0] == '/' || strchr(name, ':') || strchr(name, '\\'))
		return false;
	for (;; at += n + 1) {
		n = strcspn(at, "/");
		if (n == 0 || (n == 2 && at[0] == '.' && at[1] == '.'))
			return false;
		if (!at[n])
			return true;
	}
}

static int open_beside(const char *file, const char *name)
{
	const char *slash = strrchr(file, '/');
	struct buf path = BUF_INIT;
	int fd = -1;

	buf_put(&path, file, slash ? (size_t)(slash - file) + 1 : 0);
	buf_put_text(&path, name);
	if (path.failed)
		errno = ENOMEM;
	else
		fd = open(path.at, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	buf_release(&path);
	return fd;
}

/* Null, or what is wrong with the file. */
static const char *read_all(struct check *check, int fd, size_t n, struct mr_bytes *out)
{
	char *bytes = check_array(check, n, 1);
	size_t done = 0;
	ssize_t got;

	if (!bytes)
		return "out of memory";
	while (done < n) {
		got = read(fd, bytes + done, n - done);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return strerror(errno);
		if (got == 0)
			break;
		done += (size_t)got;
	}
	*out = (struct mr_bytes){bytes, done};
	return NULL;
}

static const char *read_logo(struct check *check, int fd, struct mr_bytes *out)
{
	const struct dataset_limits *limits = check->load->limits;
	struct stat status;

	if (fstat(fd, &status) != 0)
		return strerror(errno);
	if (S_ISDIR(status.st_mode))
		return "it is a directory";
	if (!S_ISREG(status.st_mode))
		return "it is not a regular file";
	if (status.st_size <= 0)
		return "it is empty";
	if ((uint64_t)status.st_size > limits->logo)
		return "it is larger than the limit (--limit logo=BYTES)";
	check->logo_bytes += (uint64_t)status.st_size;
	if (check->logo_bytes > limits->logos)
		return "all logos together are larger than the limit (--limit logos=BYTES)";
	return read_all(check, fd, (size_t)status.st_size, out);
}

void check_logo(struct check *check, uint32_t col, const struct raw_scalar *logo)
{
	const struct spot spot = {.kind = SPOT_PRODUCT,
				  .first = RAW_AT(raw_product, check->raw->products, col)->index};
	struct dataset_product *product = &check->products[col];
	const char *name = load_text(check->load, logo->string), *problem = NULL, *slash;
	struct about about;
	char word[DIAG_WORD];
	int fd = -1;

	if (!is_beside(name))
		problem = "a logo is a file beside the dataset, by a relative path without '..'";
	else if ((fd = open_beside(check->load->file, name)) < 0)
		problem = strerror(errno);
	else
		problem = read_logo(check, fd, &product->logo);
	if (fd >= 0)
		close(fd);
	product->logo_path = name;
	slash = strrchr(name, '/');
	product->logo_name = slash ? slash + 1 : name;
	if (!problem) {
		product->logo_media_type = media_type_of(&product->logo);
		if (product->logo_media_type)
			return;
		product->logo_media_type = "";
		problem =
			"it is none of image/png, image/jpeg, image/svg+xml, image/gif, image/webp";
	}
	about = check_at(check, &spot, logo->place, "logo", -1);
	load_error(check->load, &about, "the logo '%s' cannot be used: %s", diag_word(word, name),
		   problem);
}
