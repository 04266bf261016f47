/* SPDX-License-Identifier: MIT */
#include "data/feed.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int refuse(const struct feed *feed, const char *problem)
{
	diag_say(feed->diag, MR_ERROR, feed->file, "%s", problem);
	return -1;
}

static int refuse_size(const struct feed *feed)
{
	diag_say(feed->diag, MR_ERROR, feed->file,
		 "more than %llu bytes, which is the limit (--limit input=BYTES)",
		 (unsigned long long)feed->limit);
	return -1;
}

/* A regular file says how many bytes it has: room for them at once, or a refusal before any is read. */
static int prepare(struct feed *feed)
{
	struct stat is;

	if (fstat(feed->fd, &is) != 0)
		return refuse(feed, strerror(errno));
	if (S_ISDIR(is.st_mode))
		return refuse(feed, "this is a directory; name one of the files in it");
	if (!S_ISREG(is.st_mode) || is.st_size <= 0)
		return 0;
	if ((uint64_t)is.st_size > feed->limit)
		return refuse_size(feed);
	if (!feed->is_kept || buf_reserve(&feed->kept, (size_t)is.st_size) == 0)
		return 0;
	diag_no_memory(feed->diag);
	return -1;
}

int feed_open(struct feed *feed, const char *path, const char *file, bool is_kept, uint64_t limit,
	      struct diag *diag)
{
	bool is_stdin = strcmp(path, "-") == 0;

	*feed = (struct feed){
		.fd = STDIN_FILENO, .limit = limit, .file = file, .diag = diag, .is_kept = is_kept};
	if (!is_stdin)
		feed->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	return feed->fd < 0 ? refuse(feed, strerror(errno)) : prepare(feed);
}

int feed_open_bytes(struct feed *feed, const void *bytes, size_t n, const char *file,
		    uint64_t limit, struct diag *diag)
{
	*feed = (struct feed){.fd = -1,
			      .rest = bytes,
			      .n_rest = n,
			      .limit = limit,
			      .file = file,
			      .diag = diag,
			      .is_kept = true};
	return n > limit ? refuse_size(feed) : 0;
}

void feed_release(struct feed *feed)
{
	if (feed->fd > STDIN_FILENO)
		close(feed->fd);
	buf_release(&feed->kept);
	feed->fd = -1;
}

static ssize_t read_memory(struct feed *feed, void *to, size_t room)
{
	size_t n = feed->n_rest < room ? feed->n_rest : room;

	if (n)
		memcpy(to, feed->rest, n);
	feed->rest += n;
	feed->n_rest -= n;
	return (ssize_t)n;
}

ssize_t feed_read(struct feed *feed, void *to, size_t room)
{
	ssize_t n;

	do {
		n = feed->fd < 0 ? read_memory(feed, to, room) : read(feed->fd, to, room);
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		return refuse(feed, strerror(errno));
	feed->n_read += (uint64_t)n;
	if (feed->n_read > feed->limit)
		return refuse_size(feed);
	if (feed->is_kept)
		buf_put(&feed->kept, to, (size_t)n);
	if (!feed->kept.failed)
		return n;
	diag_no_memory(feed->diag);
	return -1;
}
