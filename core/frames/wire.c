/* SPDX-License-Identifier: MIT */
#include "frames/wire.h"

#include <errno.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/file.h"
#include "plugin/vet.h"

void wire_put_number(struct buf *buf, uint64_t number)
{
	buf_put(buf, &number, sizeof(number));
}

void wire_put_real(struct buf *buf, double number)
{
	buf_put(buf, &number, sizeof(number));
}

void wire_put_text(struct buf *buf, const char *text)
{
	size_t n = strlen(text);

	wire_put_number(buf, n);
	buf_put(buf, text, n + 1);
}

int wire_send(int fd, struct wire_head head, const void *payload)
{
	/* writev() takes its input as not const; it does not write to it (POSIX.1-2008, writev). */
	union {
		const void *in;
		void *out;
	} bytes = {.in = payload};
	struct iovec parts[2] = {{&head, sizeof(head)}, {bytes.out, head.n}};
	ssize_t sent;

	do
		sent = writev(fd, parts, head.n > 0 ? 2 : 1);
	while (sent < 0 && errno == EINTR);
	if (sent < 0)
		return -1;
	if ((size_t)sent < sizeof(head)) {
		if (file_write_all(fd, (const char *)&head + sent, sizeof(head) - (size_t)sent) !=
		    0)
			return -1;
		sent = sizeof(head);
	}
	size_t done = (size_t)sent - sizeof(head);

	return file_write_all(fd, (const char *)payload + done, head.n - done);
}

static const char *take(struct wire_reader *reader, size_t n)
{
	const char *at = reader->at;

	if (reader->failed || (size_t)(reader->end - at) < n) {
		reader->failed = true;
		return NULL;
	}
	reader->at += n;
	return at;
}

uint64_t wire_number(struct wire_reader *reader)
{
	uint64_t number = 0;
	const char *at = take(reader, sizeof(number));

	if (at)
		memcpy(&number, at, sizeof(number));
	return number;
}

double wire_real(struct wire_reader *reader)
{
	double number = 0;
	const char *at = take(reader, sizeof(number));

	if (at)
		memcpy(&number, at, sizeof(number));
	return number;
}

const char *wire_words(struct wire_reader *reader, size_t max)
{
	uint64_t n = wire_number(reader);
	const char *text = n <= max ? take(reader, (size_t)n + 1) : NULL;

	if (!text || text[n] != '\0' || strlen(text) != n) {
		reader->failed = true;
		return "";
	}
	return text;
}

const char *wire_text(struct wire_reader *reader, size_t max)
{
	const char *text = wire_words(reader, max);

	if (vet_line(text, max))
		return text;
	reader->failed = true;
	return "";
}

bool wire_is_done(const struct wire_reader *reader)
{
	return !reader->failed && reader->at == reader->end;
}
